"""Files that are kept whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Yield a place to write to, whose content has a file's name only once all of it is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.partial")
    try:
        yield partial
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def keep(file: Path, content: bytes) -> None:
    """Put content in the place of a file's, which nobody sees half written; only its owner may read it."""
    with whole(file) as partial:
        partial.touch(mode=0o600)
        partial.write_bytes(content)
