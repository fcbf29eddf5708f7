"""A question that takes too long ends in the engine too, and the service goes on."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.bolt import BoltGraph, Rows
from graph_schema.cypher import Query
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from tests.conftest import cypher

pytestmark = pytest.mark.anyio

ENDLESS = cypher("UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n")


class Endless:
    """The engine, asked for something endless in place of everything that a page needs."""

    def __init__(self, graph: BoltGraph) -> None:
        self.graph = graph

    def __getattr__(self, name: str) -> Any:
        return getattr(self.graph, name)

    async def read(self, query: str | Query, **parameters: Any) -> Rows:
        if query == "meta/versions":
            return await self.graph.read(query, **parameters)
        return await self.graph.read(ENDLESS)


async def test_a_question_that_takes_too_long_is_ended_and_told_so(engine: Settings) -> None:
    async with open_graph(engine) as opened:
        graph = Endless(replace(opened, timeout=min(opened.timeout, 2.0), prepare=None))
        app = create_app(ServiceSettings.of(engine), graph)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client,
        ):
            answer = await client.get("/v1/topics")
            alive = await client.get("/livez")
        if engine.neo4j_uri:
            rows = await opened.read(
                cypher("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text")
            )
            assert [row["text"] for row in rows if "1000000" in row["text"]] == []
    assert answer.status_code == 504
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "longer than allowed" in answer.json()["detail"]
    assert alive.status_code == 200
