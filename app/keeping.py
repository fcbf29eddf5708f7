"""Files that are kept whole or not at all."""

from pathlib import Path


def keep(file: Path, content: bytes) -> None:
    """Put content in the place of a file's, which nobody sees half written; only its owner may read it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.touch(mode=0o600)
    partial.write_bytes(content)
    partial.replace(file)
