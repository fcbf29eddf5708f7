"""Who held which post since when, as Wikidata states it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from graph_schema.errors import SourceUnavailable
from ingest.gazetteer.wikidata import QueryService, Row

QUERY = Template(files("ingest.gazetteer").joinpath("wikidata.rq").read_text("utf-8"))
SINCE = "2021-01-01T00:00:00Z"
POSTS_A_QUERY = 100
PAGE = 1000
ENOUGH = 0.5  # of the posts asked for must have holders, or the answer is not the whole

ITEM = re.compile(r"Q\d+")
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q\d+)")
_MOMENT = re.compile(r"\+?(\d{4}-\d{2}-\d{2})T")
_SHOWN = {
    "9": 4,
    "10": 7,
    "11": 10,
}  # by Wikidata's precision (year, month, day): how much of a date is known
_GENDERS = {"Q6581097": "m", "Q6581072": "f"}


@dataclass(frozen=True, slots=True)
class Held:
    """A statement of Wikidata; days as exactly as they are known, "" unknown. `over`: it has ended."""

    position: str
    person: str
    name: str
    gender: str
    since: str
    until: str
    over: bool


def held_posts(service: QueryService, positions: Iterable[str]) -> list[Held]:
    """Return who held these posts (Wikidata ids) since 2021; raises SourceUnavailable, also for half."""
    asked = sorted(set(positions))
    found: dict[str, Held] = {}
    for start in range(0, len(asked), POSTS_A_QUERY):
        for row in _paged(service, asked[start : start + POSTS_A_QUERY]):
            held = _held(row, asked)
            if held is not None:
                found.setdefault(row.get("statement", str(held)), held)
    answered = {held.position for held in found.values()}
    if len(answered) < ENOUGH * len(asked):
        raise SourceUnavailable(
            f"{service.endpoint} names holders of {len(answered)} of {len(asked)} posts: nothing was changed"
        )
    return list(found.values())


def _paged(service: QueryService, positions: Sequence[str]) -> Iterator[Row]:
    values = " ".join(f"wd:{position}" for position in positions)
    offset = 0
    while True:
        page = service.ask(QUERY.substitute(positions=values, since=SINCE, limit=PAGE, offset=offset))
        yield from page
        offset += len(page)
        if len(page) < PAGE:
            return


def _held(row: Row, asked: Sequence[str]) -> Held | None:
    """Return a row as a statement, None for one that says too little: no item, no name, no post asked for."""
    position, person = _item(row.get("position")), _item(row.get("person"))
    name = " ".join(row.get("name", "").split())
    if position not in asked or not person or not name.isprintable() or not name:
        return None
    until = _day(row, "until")
    return Held(
        position=position,
        person=person,
        name=name,
        gender=_GENDERS.get(_item(row.get("gender")), ""),
        since=_day(row, "since"),
        until=until,
        over="ended" in row or bool(until),
    )


def _item(address: str | None) -> str:
    match = _ENTITY.fullmatch(address or "")
    return match[1] if match else ""


def _day(row: Row, name: str) -> str:
    match = _MOMENT.match(row.get(name, ""))
    return match[1][: _SHOWN.get(row.get(f"{name}Precision", ""), 0)] if match else ""
