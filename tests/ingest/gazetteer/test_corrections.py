"""Corrections: what may be corrected, what is in effect, and how the log is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import reduce
from pathlib import Path

import pytest

from graph_schema.errors import InvalidCorrection, InvalidGazetteer
from graph_schema.vocabulary import ActorType
from ingest.gazetteer.correction_log import NAME, append_correction, read_corrections
from ingest.gazetteer.corrections import Correction, Corrections, Deed, Described
from ingest.gazetteer.loading import Gazetteer, assemble
from ingest.gazetteer.tables import TABLES
from ingest.version import reader_version, signature

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
LAND = Described(id="Q1", name="Aland", type=ActorType.COUNTRY, country="AA")
BODY = Described(id="org:fish", name="Ministry of Fish", type=ActorType.ORGANIZATION, country="AA")
BOB, BO, ANA = (
    Described(id=key, name=name, type=ActorType.PERSON, country="AA")
    for key, name in (("actor:bob", "Bob Holm"), ("actor:bo", "Bo Holm"), ("Q2", "Ana Ruiz"))
)


def merge(actor: Described, into: Described, reason: str = "the same") -> Correction:
    return Correction(at=NOW, by="anna", do=Deed.MERGE, actor=actor, into=into, reason=reason)


def unmerge(actor: Described) -> Correction:
    return Correction(at=NOW, by="anna", do=Deed.UNMERGE, actor=actor)


def alias(actor: Described, name: str, *, weak: bool = False, do: Deed = Deed.ALIAS) -> Correction:
    return Correction(at=NOW, by="anna", do=do, actor=actor, name=name, weak=weak)


def after(*log: Correction) -> Corrections:
    return reduce(Corrections.after, log, Corrections())


@pytest.mark.parametrize(
    ("before", "new", "says"),
    [
        ([], merge(BOB, BOB), "can only be merged into somebody else"),
        ([merge(BOB, BO)], merge(BOB, ANA), r"is merged into Bo Holm \(actor:bo\) already: unmerge it first"),
        ([merge(BOB, BO)], merge(BO, BOB), "would go round in a circle"),
        ([merge(BOB, BO), merge(BO, ANA)], merge(ANA, BOB), "would go round in a circle"),
        ([merge(BOB, BO)], merge(ANA, BOB), r"is itself merged into Bo Holm \(actor:bo\): merge into that"),
        ([], merge(BOB, LAND), r"Bob Holm \(actor:bob\) is a person and Aland \(Q1\) a country: merge like"),
        ([], merge(LAND, BODY), r"is a country and Ministry of Fish \(org:fish\) an organization"),
        ([], unmerge(BOB), "actor:bob is merged into nobody"),
        ([merge(BOB, BO), unmerge(BOB)], unmerge(BOB), "merged into nobody"),
        ([], alias(BOB, "?!"), "needs letters or digits"),
        ([merge(BOB, BO)], alias(BOB, "Robert"), "is merged into Bo Holm .*: give the name to that"),
        ([], alias(BOB, "Robert", do=Deed.UNALIAS), "was never given the name 'Robert'"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    before: list[Correction], new: Correction, says: str
) -> None:
    with pytest.raises(InvalidCorrection, match=says):
        after(*before, new)


def test_merges_lead_on_with_their_reasons() -> None:
    found = after(merge(BOB, BO, "a nickname"), merge(BO, ANA, ""), merge(BODY, LAND))
    assert [found.meant(key) for key in ("actor:bob", "actor:bo", "Q2", "Q3")] == ["Q2", "Q2", "Q2", "Q3"]
    assert found.reasons("actor:bob") == ("merged from actor:bob: a nickname", "merged from actor:bo")
    assert found.reasons("Q2") == ()
    assert found.merged_into("Q2") == {"actor:bo": "", "actor:bob": "a nickname"}
    assert found.merged_into("actor:bo") == {}


def test_only_what_is_in_effect_signs() -> None:
    corrected = after(merge(BOB, BO), alias(ANA, "Anita"))
    assert len(corrected.signature) == 8
    assert after(alias(ANA, "Anita"), merge(BOB, BO)).signature == corrected.signature
    assert after(merge(BOB, BO, "else"), alias(ANA, "Anita")).signature != corrected.signature
    undone = after(*corrected.log, unmerge(BOB), alias(ANA, "Anita", do=Deed.UNALIAS))
    assert undone.signature == after().signature == ""


def gazetteer(*log: Correction) -> Gazetteer:
    rows = {
        "countries": {"id": "Q1", "iso": "AA", "name": "Aland"},
        "people": {"id": "Q2", "name": "Ana Ruiz", "country": "AA", "aliases": "Ana R. Ruiz"},
    }
    return assemble(
        {table: {r["id"]: dict(r)} if (r := rows.get(table)) else {} for table in TABLES}, after(*log)
    )


def ids(found: Gazetteer, name: str) -> list[tuple[str, bool]]:
    return [(candidate.id, candidate.strong) for candidate in found.lookup(name)]


def test_the_gazetteer_finds_who_is_meant() -> None:
    found = gazetteer(merge(ANA, BO), merge(BODY, LAND))
    entry = found.entry("Q2")
    assert entry is found.entry("actor:bo")
    assert entry is not None
    assert entry.name == "Bo Holm"
    assert found.entry("org:fish") is found.coded("AA")
    assert ids(found, "Bo Holm") == []  # others may bear that name


def test_names_are_found_from_then_on() -> None:
    found = gazetteer(alias(ANA, "Anita"), alias(ANA, "Ana R. Ruiz", weak=True), alias(BOB, "Robert Holm"))
    assert ids(found, "anita") == [("Q2", True)]
    assert ids(found, "Ana R. Ruiz") == [("Q2", False)]
    assert ids(found, "Robert Holm") == [("actor:bob", True)]
    assert ids(found, "Bob Holm") == [("actor:bob", False)]
    assert [mention.ids for mention in found.mentions("Anita met Robert Holm")] == [("Q2",), ("actor:bob",)]


def test_the_log_is_added_to_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer.d"
    assert read_corrections(folder).log == read_corrections(None).log == ()
    log = (merge(BOB, BO), alias(ANA, "Anita", weak=True), unmerge(BOB))
    for correction in log:
        append_correction(folder, correction)
    assert read_corrections(folder).log == log
    assert (folder / NAME).read_text("utf-8").splitlines()[0] == (
        '{"at":"2026-11-24T14:30:00Z","by":"anna","do":"merge",'
        '"actor":{"id":"actor:bob","name":"Bob Holm","type":"person","country":"AA"},'
        '"into":{"id":"actor:bo","name":"Bo Holm","type":"person","country":"AA"},"reason":"the same"}'
    )


def test_a_line_without_an_end_does_not_swallow_the_next(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(merge(BOB, BO).model_dump_json(), "utf-8")
    append_correction(tmp_path, unmerge(BOB))
    assert read_corrections(tmp_path).log == (merge(BOB, BO), unmerge(BOB))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"at": ', "line 2: .*JSON"),
        ('{"at": "2026-11-24T14:30:00Z", "by": "a", "do": "marry", "actor": {}}', "line 2: do: "),
        (unmerge(ANA).model_dump_json(), "line 2: Q2 is merged into nobody"),
    ],
)
def test_a_log_that_cannot_be_is_named_by_its_line(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / NAME).write_text(f"{merge(BOB, BO).model_dump_json()}\n{line}\n", "utf-8")
    with pytest.raises(InvalidGazetteer, match=says):
        read_corrections(tmp_path)


def test_the_version_of_a_reader_covers_corrections_and_its_signature_does_not(tmp_path: Path) -> None:
    plain = reader_version(tmp_path, [tmp_path])
    append_correction(tmp_path, merge(BOB, BO))
    corrected = reader_version(tmp_path, [tmp_path])
    assert corrected != plain
    assert signature(corrected) == signature(plain) == plain
    append_correction(tmp_path, unmerge(BOB))
    assert reader_version(tmp_path, [tmp_path]) == plain
