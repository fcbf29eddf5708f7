"""What signs a statement as its reader: the program, its code, its weights and its gazetteer.

Articles that another version read are read again when they are given again, or by `ingest --reprocess`. A
person's corrections are part of the version, but do not sign: they change whom an article names, not how it
was read.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ingest.gazetteer.correction_log import read_corrections

_CORRECTED = " corrections "
DATA = {".tsv", ".toml", ".onnx", ".json"}
# what decides how a given article is read: a change there makes another reader
CODE = (
    "pipeline.py", "grammar.py", "reading.py", "annotations.py", "printing.py", "cleaning", "gazetteer",
    "given/pages.py", "harvest", "linking", "stages", "tagging",
)  # fmt: skip
LIBRARIES = ("spacy", "trafilatura")


def reader_version(weights: Path, gazetteers: Iterable[Path]) -> str:
    """Return the version of a reader with these weights and gazetteer folders."""
    folders = list(gazetteers)
    reader = (
        f"communique {version('communique')} code {code_digest()} weights {digest([weights])} "
        f"gazetteer {digest(folders)}"
    )
    corrections = "".join(read_corrections(folder).signature for folder in folders)
    return reader + (_CORRECTED + corrections if corrections else "")


def signature(reader: str) -> str:
    """Return what a reader of that version signs its statements with."""
    return reader.partition(_CORRECTED)[0]


def digest(folders: Iterable[Path]) -> str:
    """Return eight digits over the data files of folders that exist."""
    found = hashlib.blake2b(digest_size=4)
    for folder in folders:
        for file in sorted(folder.glob("*")):
            if file.suffix in DATA:
                found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()


@cache
def code_digest(root: Path = Path(__file__).parent) -> str:
    """Return eight digits over the code that reads and the libraries it stands on; takes milliseconds."""
    found = hashlib.blake2b(digest_size=4)
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    for part in CODE:
        for file in sorted((root / part).rglob("*.py")) or [root / part]:
            found.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    return found.hexdigest()
