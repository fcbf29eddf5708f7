"""What the service adds: ten main questions over HTTP, beside the same Cypher sent by the bare driver.

    python -m tests.benchmarks.asking [ROUNDS]

Over the graph that the settings name (COMMUNIQUE_DATA or NEO4J_URI; `plenty.loading` fills it). Both ways are
asked in turn, each with one connection kept open; times are those of the whole answer. The bare driver sends
what the question itself needs: not what the service asks to know names and the data's version. Three of the
ten are counts, which the service remembers: they are asked up to another day each turn, and then again as
they were. Writes build/asking-ENGINE.json.
"""

import asyncio
import http.client
import json
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import neo4j

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.bolt import BoltGraph, _text
from graph_schema.cypher import Query
from graph_schema.dialect import Dialect
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from tests.benchmarks.plenty.cast import Cast
from tests.benchmarks.plenty.loading import SEED, contributions
from tests.benchmarks.service import Service, running

ROUNDS, WARM = 40, 4
REMEMBERED = ("speakers on a topic", "timeline of a topic", "two actors compared")
LAST_DAY = date(2024, 12, 31)
HOUSEKEEPING = ("meta/versions", "names/")
Sent = tuple[str, dict[str, Any]]


@dataclass(slots=True)
class Overheard:
    """A graph that notes what is asked of it."""

    graph: BoltGraph
    sent: list[Sent] = field(default_factory=list)

    @property
    def dialect(self) -> Dialect:
        return self.graph.dialect

    @property
    def memory(self) -> dict[str, object]:
        return self.graph.memory

    async def read(self, query: str | Query, **parameters: Any) -> list[dict[str, Any]]:
        self._note(query, parameters)
        return await self.graph.read(query, **parameters)

    def rows(self, query: str | Query, **parameters: Any) -> AsyncIterator[dict[str, Any]]:
        self._note(query, parameters)
        return self.graph.rows(query, **parameters)

    async def write(self, work: Callable[[Any], Awaitable[Any]]) -> Any:
        raise AssertionError("questions write nothing")

    def _note(self, query: str | Query, parameters: dict[str, Any]) -> None:
        name = query if isinstance(query, str) else query.name
        if not name.startswith(HOUSEKEEPING):
            self.sent.append((_text(query, parameters), parameters))


def questions() -> dict[str, list[str]]:
    """Return the addresses of the ten main questions, each about several things, busy ones and others."""
    cast = Cast.of(SEED)
    names = [quote(cast.persons[n].actor.name) for n in (0, 3, 17, 90)]
    topics = [cast.topics[n].id for n in (3, 12, 30, 70)]
    one = next(contributions(10, SEED)).statements[0].id
    both = list(zip(names, topics, strict=True))
    week = "since=2023-08-01&until=2023-08-31"
    return {
        "newest statements": ["/v1/statements"],
        "of a speaker": [f"/v1/statements?speaker={name}" for name in names],
        "of a speaker on a topic": [f"/v1/statements?speaker={name}&topic={topic}" for name, topic in both],
        "on a topic in a month": [f"/v1/statements?topic={topic}&{week}" for topic in topics],
        "with words": ["/v1/statements?q=%22draft%20treaty%22%20fisheries%20winter"],
        "one statement": [f"/v1/statements/{one}"],
        "an actor": [f"/v1/actors/{name}" for name in names],
        "speakers on a topic": [f"/v1/topics/{topic}/speakers" for topic in topics],
        "timeline of a topic": [f"/v1/timeline?topic={topic}&by=stance&interval=month" for topic in topics],
        "two actors compared": [
            f"/v1/compare?actors={names[1]},{names[2]}&topic={topic}" for topic in topics
        ],
    }


def asked_in(turn: int) -> dict[str, str]:
    """Return by question the address that is asked for in a turn."""
    found = {question: addresses[turn % len(addresses)] for question, addresses in questions().items()}
    again = {f"{question}, again": found[question] for question in REMEMBERED}
    until = LAST_DAY - timedelta(days=turn)
    for question in REMEMBERED:
        found[question] += f"{'&' if '?' in found[question] else '?'}until={until}"
    return found | again


async def overheard(settings: Settings, addresses: set[str]) -> tuple[dict[str, list[Sent]], str]:
    """Return by address what the service asks the graph for it, and the engine's name."""
    found = {}
    async with open_graph(settings) as graph:
        ear = Overheard(graph)
        app = create_app(ServiceSettings.of(settings), ear)
        transport = httpx.ASGITransport(app)
        async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport) as client:
            for address in addresses:
                ear.sent = []
                (await client.get(f"http://127.0.0.1{address}", timeout=120)).raise_for_status()
                found[address] = ear.sent
        return found, graph.dialect.name


def over_http(line: http.client.HTTPConnection, address: str) -> float:
    """Return the seconds until the whole answer is there."""
    start = time.perf_counter()
    line.request("GET", address)
    answer = line.getresponse()
    body = answer.read()
    assert answer.status == 200, body
    return time.perf_counter() - start


def over_bolt(session: neo4j.Session, sent: list[Sent]) -> float:
    """Return the seconds until all rows of these queries are there."""
    start = time.perf_counter()
    for text, parameters in sent:
        list(session.run(neo4j.Query(text), parameters))
    return time.perf_counter() - start


def measured(
    service: Service, session: neo4j.Session, sent: dict[str, list[Sent]], rounds: int
) -> dict[str, Any]:
    """Return times by question, both ways in turn."""
    line = http.client.HTTPConnection("127.0.0.1", service.port, timeout=120)
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for turn in range(-WARM, rounds):
        for question, address in asked_in(turn).items():
            bare_first = turn // 4 % 2  # whoever asks second finds all warm; there are up to four addresses
            first = over_bolt(session, sent[address]) if bare_first else None
            ours = over_http(line, address)
            bare = over_bolt(session, sent[address]) if first is None else first
            if turn >= 0:
                times[question].append((ours, bare))
    return {question: summary(pairs) for question, pairs in times.items()}


def summary(pairs: list[tuple[float, float]]) -> dict[str, float]:
    """Return medians and 99th percentiles, in milliseconds, and what the service adds.

    `adds` is the difference of medians, `adds_each` the median difference: addresses are not alike.
    """
    ours, bare = (sorted(1000 * pair[way] for pair in pairs) for way in (0, 1))
    middle, late = len(pairs) // 2, min(len(pairs) - 1, int(len(pairs) * 0.99))
    found = {"http_p50": ours[middle], "bolt_p50": bare[middle], "adds": ours[middle] - bare[middle]}
    found["adds_each"] = sorted(1000 * (one - other) for one, other in pairs)[middle]
    found |= {"http_p99": ours[late], "bolt_p99": bare[late], "times_p99": ours[late] / bare[late]}
    return {name: round(value, 2) for name, value in found.items()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    settings = Settings()
    with running() as service:
        addresses = {address for turn in range(-WARM, rounds) for address in asked_in(turn).values()}
        sent, engine = asyncio.run(overheard(settings, addresses))
        with bare(settings) as driver, driver.session(database=database(settings)) as session:
            result = measured(service, session, sent, rounds)
    Path("build").mkdir(exist_ok=True)
    Path(f"build/asking-{engine.lower()}.json").write_text(json.dumps(result, indent=1), "utf-8")
    for question, numbers in result.items():
        print(f"{question:26}", *(f"{name} {value:8.1f}" for name, value in numbers.items()))


def bare(settings: Settings) -> neo4j.Driver:
    """Return the official driver on the settings' engine, which is running."""
    if settings.neo4j_uri:
        auth = (settings.neo4j_username, settings.neo4j_password.get_secret_value())
        return neo4j.GraphDatabase.driver(settings.neo4j_uri, auth=auth, notifications_min_severity="OFF")
    note = json.loads((settings.embedded / "engine.json").read_text())
    auth = ("reader", (settings.embedded / "reader.password").read_text().strip())
    return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{note['bolt']}", auth=auth)


def database(settings: Settings) -> str | None:
    """Return the database's name."""
    return settings.neo4j_database if settings.neo4j_uri else "statements"


if __name__ == "__main__":
    main()
