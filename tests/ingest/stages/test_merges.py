"""Who was found, by a person, to be somebody else: is that one in everything that is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_schema.vocabulary import ActorType, EventKind
from ingest.annotations import Attribution, Occasion, Party
from ingest.gazetteer.corrections import Described
from ingest.gazetteer.loading import Gazetteer, assemble
from ingest.gazetteer.tables import TABLES, Rows
from ingest.harvest.contribution import harvest
from ingest.reading import Reading
from ingest.stages.merges import merge_actors
from tests.ingest.gazetteer.test_corrections import after, merge
from tests.ingest.test_harvest import reading_of, told

CHINA: Rows = {"Q148": {"id": "Q148", "iso": "CN", "name": "China"}}
WANG: Rows = {"Q1": {"id": "Q1", "name": "Wang Yi", "country": "CN"}}
YI = Described(id="actor:yi", name="Yi Wang", type=ActorType.PERSON)
KNOWN = Described(id="Q1", name="Wang Yi", type=ActorType.PERSON, country="CN")
GOVERNMENT = Described(id="actor:gov", name="Government of China", type=ActorType.ORGANIZATION, country="CN")
STATE = Described(id="Q148", name="China", type=ActorType.COUNTRY, country="CN")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    tables = {table: {"countries": CHINA, "people": WANG}.get(table, {}) for table in TABLES}
    return assemble(tables, after(merge(YI, KNOWN, "the other order"), merge(GOVERNMENT, STATE, "")))


def party(described: Described, words: str = "") -> Party:
    return Party(
        described.name, described.type, described.id, described.country, as_written=words, reason="named"
    )


def merged(gazetteer: Gazetteer, said: Attribution, *present: Party) -> Reading:
    reading = reading_of(gazetteer, said, occasion=Occasion(EventKind.CALL, list(present)))
    merge_actors(reading)
    return reading


def test_the_words_stay_and_the_reason_says_it(gazetteer: Gazetteer) -> None:
    said = told(
        speakers=[party(YI, "Yi Wang, the minister")], voice=[party(GOVERNMENT)], addressees=[party(YI)]
    )
    reading = merged(gazetteer, said)
    speaker, voice, addressee = said.speakers[0], said.voice[0], said.addressees[0]
    assert (speaker.id, speaker.name, speaker.country) == ("Q1", "Wang Yi", "CN")
    assert speaker.as_written == "Yi Wang, the minister"
    assert speaker.reason == "named; merged from actor:yi: the other order"
    assert (voice.id, voice.type, voice.reason) == ("Q148", ActorType.COUNTRY, "named; merged from actor:gov")
    assert addressee.id == "Q1"
    found = harvest(reading, "test 1")
    assert [(edge.end, edge.as_written, edge.reason) for edge in found.spoken_by] == [
        ("Q1", "Yi Wang, the minister", speaker.reason)
    ]
    pointers = {actor.id: actor.merged for actor in found.actors}
    assert pointers == {"Q1": ("actor:yi: the other order",), "Q148": ("actor:gov",)}


def test_nobody_speaks_or_meets_with_himself(gazetteer: Gazetteer) -> None:
    other = Party("", ActorType.PERSON, as_written="a diplomat")
    said = told(speakers=[party(YI), party(KNOWN)], joint=True)
    reading = merged(gazetteer, said, party(KNOWN), party(YI), other, replace(other))
    assert ([speaker.id for speaker in said.speakers], said.joint) == (["Q1"], False)
    assert reading.occasion
    assert [one.id for one in reading.occasion.participants] == ["Q1", None, None]
