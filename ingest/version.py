"""What signs a statement as its reader: the program, its weights and its gazetteer.

Articles that another version read are read again when they are given again. A person's corrections are part
of the version, but do not sign: they change whom an article names, not how it was read.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from ingest.gazetteer.correction_log import read_corrections

_CORRECTED = " corrections "
DATA = {".tsv", ".toml", ".onnx", ".json"}


def reader_version(weights: Path, gazetteers: Iterable[Path]) -> str:
    """Return the version of a reader with these weights and gazetteer folders."""
    folders = list(gazetteers)
    reader = f"communique {version('communique')} weights {digest([weights])} gazetteer {digest(folders)}"
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
