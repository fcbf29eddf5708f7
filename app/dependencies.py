"""What the routes ask for by type: the graph, and the words, codes and days of their parameters.

Dependencies that every question has are `async` though they await nothing: others are called in threads, and
there and back takes longer than what they do.
"""

import re
from datetime import date, datetime
from typing import Annotated, TypeAlias

from fastapi import Depends, Path, Request
from pydantic import AwareDatetime, BeforeValidator, Field, StringConstraints

from graph_schema.store import Graph

LONGEST = 500
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:$|[Tt ])", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]", re.ASCII)


async def graph_of(request: Request) -> Graph:
    """Return the graph that the service opened when it started."""
    graph: Graph = request.app.state.graph
    return graph


def day_of(given: object) -> object:
    """Return the day of a date or an RFC 3339 time, as it is written there."""
    if isinstance(given, str):
        if not DAY.match(given):
            raise ValueError("give a day, such as 2023-08-07, or a time, such as 2023-08-07T23:04:00Z")
        if len(given) > len("2023-08-07"):
            return datetime.fromisoformat(given).date()
    return given


def moment_of(given: object) -> object:
    """Return an RFC 3339 time as it is, and refuse the numbers that pydantic would take for one."""
    if isinstance(given, str) and not MOMENT.match(given):
        raise ValueError("give a time with its zone, such as 2023-08-07T23:04:00Z")
    return given


GraphOf = Annotated[Graph, Depends(graph_of)]
Key = Annotated[str, Path(min_length=1, max_length=LONGEST, description="its id")]
Name = Annotated[
    str, Path(min_length=1, max_length=LONGEST, description="id, name, or name-in-small-letters")
]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"[^ \t\r\n]")]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,12}$", to_upper=True)]
Stance: TypeAlias = Annotated[int, Field(ge=-1, le=1)]
Day: TypeAlias = Annotated[date, BeforeValidator(day_of)]
Moment: TypeAlias = Annotated[AwareDatetime, BeforeValidator(moment_of)]
