"""Posts and their dates, held against what official readouts of the day call people."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from ingest.gazetteer.loading import Gazetteer
from ingest.linking.phrases import Phrase, phrases
from ingest.linking.titles import Title, read_title, read_titles
from ingest.linking.units import classified
from tests.shared import shared

OFFICES = {"White House (US)", "US Department of State", "President of Ukraine", "Kremlin (Russia)"}
# What is left are posts that we lack, and titles in other words: Dr. X, director of so and so.
AGREEING = 0.94


@pytest.mark.slow
def test_whom_readouts_call_by_a_post_held_it_on_that_day() -> None:
    gazetteer = Gazetteer.load()
    agreeing = [
        any(title.fits(read_title(name)) for post in held for name in (post.name, *post.titles))
        for person, title, day in _called(gazetteer)
        for held in [gazetteer.posts.held_by(person, day)]
    ]
    assert len(agreeing) > 1500
    assert sum(agreeing) > AGREEING * len(agreeing)


def _called(gazetteer: Gazetteer) -> Iterator[tuple[str, Title, date]]:
    """Yield whom the readouts of four offices name with a title, and the day."""
    for line in shared("unlabelled", "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["publisher"] in OFFICES and row.get("published_at"):
            for phrase in phrases(classified(row["text"], gazetteer.mentions(row["text"]))):
                for title in read_titles(phrase.title) if phrase.title else ():
                    if (person := _known(phrase)) and "former" not in title.ranks:
                        yield person, title, date.fromisoformat(row["published_at"][:10])


def _known(phrase: Phrase) -> str | None:
    """Return the one person of the gazetteer whom a phrase names."""
    ids = [candidate.id for candidate in phrase.known.candidates if candidate.strong] if phrase.known else []
    return ids[0] if len(ids) == 1 else None
