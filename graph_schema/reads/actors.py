"""Actors: lists of them, and one of them in profile."""

from collections import Counter

from graph_schema import cursors
from graph_schema.errors import UnknownName
from graph_schema.reads.building import Row, actor_names
from graph_schema.reads.names import name_book, resolve_actor
from graph_schema.store import Graph
from graph_schema.views import ActorProfile, ActorRow, Page, Tenure
from graph_schema.vocabulary import ActorType

BEFORE_ALL = (2**53, "")


async def find_actors(
    graph: Graph,
    *,
    q: str | None = None,
    type: ActorType | None = None,  # noqa: A002  (the name of the field)
    country: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[ActorRow]:
    """Return actors by number of statements, most first, then id; `q` is part of a name or alias."""
    count, key = cursors.decode("actors", cursor, int, str) if cursor is not None else BEFORE_ALL
    found = await graph.read(
        "actors/find",
        ids=list((await name_book(graph, "actor")).containing(q)) if q else None,
        type=type.value if type else None,
        country=country.upper() if country else None,
        after_count=count,
        after_id=key,
        limit=limit + 1,
    )
    rows = tuple(ActorRow(**row) for row in found[:limit])
    more = cursors.encode("actors", [rows[-1].statements, rows[-1].id]) if len(found) > limit else None
    return Page[ActorRow](data=rows, next_cursor=more)


async def get_actor(graph: Graph, name: str) -> ActorProfile:
    """Return the actor of that id or name; raise UnknownName or AmbiguousName."""
    key = await resolve_actor(graph, name)
    found = await graph.read("actors/profile", id=key)
    if not found:
        raise UnknownName("actor", name)
    record = await graph.read("actors/record", id=key)
    return ActorProfile(**_profile(found[0]), **_record(record))


def _profile(row: Row) -> Row:
    terms = sorted(row["positions"], key=lambda term: (term["since"], term["id"]))
    positions = tuple(Tenure(**term | {"within": actor_names(term["within"])}) for term in terms)
    return row | {"aliases": tuple(row["aliases"] or ()), "positions": positions}


def _record(rows: list[Row]) -> Row:
    acts, stances = Counter[str](), Counter[int]()
    for row in rows:
        acts[row["act"]] += row["statements"]
        stances[row["stance"]] += row["statements"]
    return {
        "acts": dict(sorted(acts.items())),
        "stances": dict(sorted(stances.items())),
        "first_said_on": min((row["first_said_on"] for row in rows if row["first_said_on"]), default=None),
        "last_said_on": max((row["last_said_on"] for row in rows if row["last_said_on"]), default=None),
    }
