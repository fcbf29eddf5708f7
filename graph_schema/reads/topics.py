"""Topics: the whole tree, and one of them in profile."""

from graph_schema.store import Graph
from graph_schema.views import TopicProfile, TopicRow


async def find_topics(graph: Graph, *, q: str | None = None) -> tuple[TopicRow, ...]:
    """Return all topics with their counts, by id; `q` is part of a label or alias."""
    raise NotImplementedError


async def get_topic(graph: Graph, name: str) -> TopicProfile:
    """Return the topic of that id or label; raise UnknownName or AmbiguousName."""
    raise NotImplementedError
