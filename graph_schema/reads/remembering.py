"""Answers that take a look at everything, kept with the graph until the data changes."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from graph_schema.reads.standing import get_standing_version
from graph_schema.store import Graph

Answer = TypeVar("Answer", bound=tuple[Any, ...])
MOST, LONGEST = 64, 50_000  # answers kept with a graph; rows of an answer that is worth keeping
PLACE = "remembered answers"


async def remembered(graph: Graph, question: Hashable, ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """Return the answer to a question as of the data's version; ask only where it is not known."""
    version = await get_standing_version(graph)
    kept: OrderedDict[Hashable, tuple[int, Any]] = graph.memory.setdefault(PLACE, OrderedDict())  # type: ignore[assignment]
    if (known := kept.get(question)) is not None and known[0] == version:
        kept.move_to_end(question)
        answer: Answer = known[1]
        return answer
    answer = await ask()
    if len(answer) <= LONGEST:
        kept[question] = version, answer
        kept.move_to_end(question)
        while len(kept) > MOST:
            kept.popitem(last=False)
    return answer
