"""Filters as Cypher: the fragments in `queries/filters/`, put together around the most selective one.

Statements are looked for from where the fewest are: an event or article has a handful, a speaker hundreds, a
publisher nearly all of them. That fragment is matched; what else is asked is checked on each statement found.
"""

from collections.abc import Collection, Sequence

from graph_schema.cypher import Query, load

PATTERNS = (
    *("event", "article", "speaker", "position", "addressee", "voice", "organization", "topic"),
    *("country", "publisher"),
)
CONDITIONS = ("act", "stance", "kind", "updated_since", "place")


def select(filters: Collection[str], ending: str, through: Sequence[str] = ()) -> Query:
    """Return the query that selects statements `s` by the filters named, and ends as the query `ending` does.

    Filters are named after their fragments. On the way to the end it goes `through` other queries; where no
    filter narrows the statements, the first of these finds them itself, from where the engine likes.
    """
    patterns = [load(f"filters/{name}") for name in PATTERNS if name in filters]
    conditions = [load(f"filters/{name}") for name in CONDITIONS if name in filters]
    words = [load("filters/words")] if "words" in filters else []
    steps = [load(name) for name in (*through, ending)]
    others = patterns if words else patterns[1:]  # than what is looked for first
    checks = [*(part.text for part in conditions), *(_exists(part) for part in others)]
    if words:
        first, link = f"{words[0].text}\nWITH s", "WHERE"
    elif patterns:
        first, link = f"MATCH {patterns[0].text}", "AND"
    else:
        first, link = "MATCH (s:Statement)" if checks or not through else "", "WHERE"
    narrowed = f"{first}\n  {link} " + "\n  AND ".join(checks) if checks else first
    return Query(
        name=f"{' after '.join((ending, *reversed(through)))} by {', '.join(sorted(filters))}",
        purpose=steps[-1].purpose,
        types={
            name: kind
            for part in (*words, *patterns, *conditions, *steps)
            for name, kind in part.types.items()
        },
        text="\n".join(part for part in (narrowed, *(step.text for step in steps)) if part),
    )


def is_walk(filters: Collection[str]) -> bool:
    """Tell whether statements are selected by walking through all of them in their places."""
    return not {*PATTERNS, "words"} & set(filters)


def _exists(pattern: Query) -> str:
    return f"EXISTS {{ MATCH {pattern.text} }}"
