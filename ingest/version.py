"""The version that statements are signed with: other code, models, names or settings, another version."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from graph_schema.settings import Settings

PACKAGE = Path(__file__).parent
# what decides how an article is read; how it comes here and how it is kept does not
READING = (
    "stages",
    "linking",
    "gazetteer",
    "models",
    "pipeline.py",
    "tagger.py",
    "decoding.py",
    "cleaning.py",
)


def extractor_version(settings: Settings) -> str:
    """Return the version with a digest of all that reading depends on: "communique 0.1.0 (3f9a01bc)"."""
    places = [PACKAGE / name for name in READING] + [settings.gazetteer]
    if settings.tagger:
        places.append(settings.tagger)
    return f"communique {version('communique')} ({_digest(settings.spacy_model, tuple(places))})"


@cache
def _digest(model: str, places: tuple[Path, ...]) -> str:
    digest = hashlib.blake2b(model.encode(), digest_size=4)
    for place in places:
        for file in _files(place):
            digest.update(file.relative_to(place.parent).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for file in sorted(place.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file
