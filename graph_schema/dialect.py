"""What differs between the engines, and nowhere else."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """One engine's name, its schema files in order, and its full-text index.

    `sorts_all` tells that it sorts all that it finds, though an index has it in order and few are asked for.
    """

    name: str
    schema: tuple[str, ...]
    fulltext_index: str
    sorts_all: bool = False
    sql: tuple[str, ...] = ()  # what the engine understands in its own SQL only


NEO4J = Dialect(
    name="Neo4j",
    schema=("constraints.cypher", "indexes.cypher", "neo4j.cypher"),
    fulltext_index="statement_claim",
)
ARCADEDB = Dialect(
    name="ArcadeDB",
    schema=("constraints.cypher", "arcadedb.cypher", "indexes.cypher"),
    fulltext_index="Statement[claim]",
    sorts_all=True,
    sql=(
        "CREATE PROPERTY Statement.claim IF NOT EXISTS STRING",
        "CREATE INDEX IF NOT EXISTS ON Statement (claim) FULL_TEXT",
    ),
)

_PHRASE_OR_WORD = re.compile(r'"[^"]*\w[^"]*"|\w+\*?')
_STOP_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its"}
    | {"of", "on", "or", "that", "the", "to", "was", "will", "with"}
)


def fulltext_query(words: str) -> str | None:
    """Return the full-text query for all of these words, phrases in quotes and prefixes with * kept.

    No other query syntax gets through. Stop words are left out unless there are no others: they tell no
    statements apart and are costly to rank. None where there is no word at all.
    """
    found = _PHRASE_OR_WORD.findall(words.lower())
    telling = [word for word in found if word not in _STOP_WORDS] or found
    return " ".join(f"+{word}" for word in telling) or None
