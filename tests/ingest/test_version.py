"""The version of a reader changes with its code."""

import shutil
from pathlib import Path

import ingest.version
from ingest.version import CODE, code_digest

SOURCE = Path(ingest.version.__file__).parent


def test_code_is_part_of_the_version(tmp_path: Path) -> None:
    for part in CODE:
        target = tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (SOURCE / part).is_dir():
            shutil.copytree(SOURCE / part, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(SOURCE / part, target)
    before = code_digest.__wrapped__(tmp_path)
    assert before == code_digest()
    for part in CODE:
        file = next((tmp_path / part).rglob("*.py"), tmp_path / part)
        file.write_text(file.read_text("utf-8") + "\n# changed\n", "utf-8")
        after = code_digest.__wrapped__(tmp_path)
        assert after != before
        before = after
