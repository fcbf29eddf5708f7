"""Filters as Cypher: the fragments in `queries/filters/`, put together around the most selective one.

Statements are looked for from where the fewest are: an event or article has a handful, a speaker hundreds, a
publisher nearly all of them. That fragment is matched; what else is asked is checked on each statement found.
"""

from collections.abc import Collection

from graph_schema.cypher import Query, load

PATTERNS = (
    *("event", "article", "speaker", "position", "addressee", "voice", "organization", "topic"),
    *("country", "publisher"),
)
CONDITIONS = ("act", "stance", "kind", "updated_since", "place")


def select(filters: Collection[str], ending: str) -> Query:
    """Return the query that selects statements `s` by the filters named, and ends as the query `ending` does.

    Filters are named after their fragments; `place` is always among them.
    """
    patterns = [load(f"filters/{name}") for name in PATTERNS if name in filters]
    conditions = [load(f"filters/{name}") for name in CONDITIONS if name in filters]
    words = [load("filters/words")] if "words" in filters else []
    last = load(ending)
    checks = [part.text for part in conditions]
    if words or not patterns:
        start = f"{words[0].text}\nWITH s WHERE " if words else "MATCH (s:Statement) WHERE "
        checks += [_exists(part) for part in patterns]
    else:
        start = f"MATCH {patterns[0].text}\n  AND "
        checks += [_exists(part) for part in patterns[1:]]
    parts = [*words, *patterns, *conditions, last]
    joined = "\n  AND ".join(checks)
    return Query(
        name=f"{ending} by {', '.join(sorted(filters))}",
        purpose=last.purpose,
        types={name: kind for part in parts for name, kind in part.types.items()},
        text=f"{start}{joined}\n{last.text}",
    )


def is_walk(filters: Collection[str]) -> bool:
    """Tell whether statements are selected by walking through all of them in their places."""
    return not {*PATTERNS, "words"} & set(filters)


def _exists(pattern: Query) -> str:
    return f"EXISTS {{ MATCH {pattern.text} }}"
