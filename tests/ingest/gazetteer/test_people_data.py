"""The people, posts and terms that we ship contradict neither themselves nor each other."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from ingest.gazetteer.entries import PositionKind, Term
from ingest.gazetteer.loading import FOLDER, Gazetteer
from ingest.gazetteer.tables import read_tables
from ingest.gazetteer.words import fold

PEOPLE, SPOKESPEOPLE = 2400, 200
FAR = date(2026, 11, 30)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def rows() -> dict[str, list[dict[str, str]]]:
    return {table: list(keyed.values()) for table, keyed in read_tables(FOLDER, None).items()}


def test_many_people_and_spokespeople_are_known(gazetteer: Gazetteer) -> None:
    speaking = {p.id for p in gazetteer.posts.by_id.values() if p.kind is PositionKind.SPOKESPERSON}
    assert len(gazetteer.people) >= PEOPLE
    assert len({term.person for term in gazetteer.posts.terms if term.position in speaking}) >= SPOKESPEOPLE


@pytest.mark.parametrize("table", ["people", "positions", "terms"])
def test_every_row_names_its_source_and_rows_are_sorted(
    table: str, rows: dict[str, list[dict[str, str]]]
) -> None:
    keys = [tuple(row.get(k, "") for k in ("id", "person", "position", "since")) for row in rows[table]]
    assert keys == sorted(keys)
    assert all(row["source"] for row in rows[table])


def test_terms_name_people_and_positions_that_exist(gazetteer: Gazetteer) -> None:
    for term in gazetteer.posts.terms:
        assert term.person in gazetteer.people, term
        assert term.position in gazetteer.posts.by_id, term


def test_positions_are_of_a_country_or_body_that_exists(gazetteer: Gazetteer) -> None:
    for position in gazetteer.posts.by_id.values():
        assert gazetteer.coded(position.of), position
        assert all(title == title.lower() for title in position.titles), position


def test_people_serve_a_country_that_exists_and_have_a_known_gender(gazetteer: Gazetteer) -> None:
    for person in gazetteer.people.values():
        assert not person.country or person.country in gazetteer.countries_by_iso, person
        assert person.gender in {"", "m", "f"}, person


def test_everybody_holds_a_post_or_is_described(gazetteer: Gazetteer) -> None:
    holders = {term.person for term in gazetteer.posts.terms}
    assert all(person.description or key in holders for key, person in gazetteer.people.items())


def test_no_strong_name_is_shared_by_two_people(gazetteer: Gazetteer) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for person in gazetteer.people.values():
        for name in (person.name, *person.aliases):
            owners[fold(name)].add(person.id)
    assert not {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_weak_names_are_not_strong_ones_too(gazetteer: Gazetteer) -> None:
    for person in gazetteer.people.values():
        strong = {fold(name) for name in (person.name, *person.aliases)}
        assert not strong & {fold(name) for name in person.weak_aliases}, person


def test_terms_end_after_they_begin_and_begin_before_today(gazetteer: Gazetteer) -> None:
    for term in gazetteer.posts.terms:
        assert (term.since or date.min) <= (term.until or date.max), term
        assert (term.since or date.min) <= FAR, term


def test_one_at_a_time_holds_a_post_of_one_holder(rows: dict[str, list[dict[str, str]]]) -> None:
    assert not list(_overlaps(rows["positions"], rows["terms"]))


def _overlaps(positions: list[dict[str, str]], terms: list[dict[str, str]]) -> Iterator[str]:
    """Yield the posts of one holder that two people surely hold at a time; a handover day belongs to both."""
    single = {row["id"] for row in positions if row.get("single") == "1"}
    spans: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in terms:
        since, until = _latest(row.get("since", "")), row.get("until", "9999")
        if row["position"] in single and since < until:
            spans[row["position"]].append((since, until))
    for position, held in spans.items():
        for (_, until), (since, _) in pairwise(sorted(held)):
            if since < until:
                yield f"{position}: {since} is before {until}"


def _latest(day: str) -> str:
    """Return the last day that a year, a month or a day may mean."""
    return day + "0000-12-31"[len(day) :]


def test_the_holder_of_the_day_is_found(gazetteer: Gazetteer) -> None:
    def holder(kind: PositionKind, of: str, day: date) -> str:
        (position,) = gazetteer.posts.of_kind(kind, of)
        return gazetteer.people[gazetteer.posts.holders(position.id, day)[0]].name

    assert holder(PositionKind.HEAD_OF_STATE, "US", date(2024, 6, 1)) == "Joe Biden"
    assert holder(PositionKind.HEAD_OF_STATE, "US", date(2025, 6, 1)) == "Donald Trump"
    assert holder(PositionKind.FOREIGN_MINISTER, "CN", date(2023, 6, 1)) == "Qin Gang"
    assert holder(PositionKind.FOREIGN_MINISTER, "CN", date(2023, 8, 7)) == "Wang Yi"


def test_a_term_without_days_holds_whenever() -> None:
    assert Term("a", "b").covers(FAR)
