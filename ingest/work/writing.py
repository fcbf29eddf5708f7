"""Contributions into the graph, so that one that cannot be written costs only itself."""

from collections.abc import Sequence

from graph_schema.contribution import Contribution
from graph_schema.errors import EngineLocked, EngineTimeout, EngineUnavailable, SchemaOutdated
from graph_schema.store import Graph
from graph_schema.writes import write

# what is wrong with the engine is no article's fault: the run ends, and goes on later
ENGINE = (EngineUnavailable, EngineLocked, EngineTimeout, SchemaOutdated)


async def write_each(graph: Graph, contributions: Sequence[Contribution]) -> dict[str, str]:
    """Write contributions; return why some could not be, by the article's id.

    Raises what is wrong with the engine, and what is wrong with all of several.
    """
    try:
        await write(graph, contributions)
    except ENGINE:
        raise
    except Exception as error:
        if len(contributions) == 1:
            return {contributions[0].article.id: f"{type(error).__name__}: {error}"}
        failures: dict[str, str] = {}
        for contribution in contributions:
            failures |= await write_each(graph, [contribution])
        if len(failures) == len(contributions):
            raise
        return failures
    return {}
