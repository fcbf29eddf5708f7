"""The service over the small world of `corpus.py`, on each engine."""

from collections.abc import AsyncIterator

import httpx
import pytest

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph, open_graph
from graph_schema.writes import write
from tests.app.corpus import WORLD
from tests.conftest import empty


@pytest.fixture(scope="module")
async def world(engine: Settings) -> AsyncIterator[Graph]:
    """A graph that holds the small world, and nothing else."""
    async with open_graph(engine) as graph:
        await empty(graph)
        await write(graph, WORLD)
        yield graph


@pytest.fixture(scope="module")
async def client(world: Graph, engine: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A reader on this machine."""
    app = create_app(ServiceSettings.of(engine), world)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as reader,
    ):
        yield reader
