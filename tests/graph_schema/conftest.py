"""The graph of the samples, on each engine."""

from collections.abc import AsyncIterator

import pytest

from graph_schema.bolt import BoltGraph
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.conftest import empty
from tests.graph_schema import samples


@pytest.fixture(scope="module")
async def world(engine: Settings) -> AsyncIterator[BoltGraph]:
    """A graph with all samples, for tests that only read."""
    async with open_graph(engine) as opened:
        await empty(opened)
        await write(opened, samples.everything())
        yield opened
