"""What signs a statement as its reader: the program, its weights and its gazetteer.

Articles that another version read are read again when they are given again.
"""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

DATA = {".tsv", ".toml", ".onnx", ".json"}


def reader_version(weights: Path, gazetteers: Iterable[Path]) -> str:
    """Return the signature of a reader with these weights and gazetteer folders."""
    return f"communique {version('communique')} weights {digest([weights])} gazetteer {digest(gazetteers)}"


def digest(folders: Iterable[Path]) -> str:
    """Return eight digits over the data files of folders that exist."""
    found = hashlib.blake2b(digest_size=4)
    for folder in folders:
        for file in sorted(folder.glob("*")):
            if file.suffix in DATA:
                found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()
