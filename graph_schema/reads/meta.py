"""The graph about itself: what it holds, how fresh it is, which version of the data stands."""

from graph_schema.store import Graph
from graph_schema.views import Meta


async def get_meta(graph: Graph) -> Meta:
    """Return counts, versions and freshness."""
    raise NotImplementedError


async def get_data_version(graph: Graph) -> int:
    """Return a number that changes with every write (for ETag)."""
    raise NotImplementedError
