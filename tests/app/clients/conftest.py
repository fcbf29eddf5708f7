"""The service on loopback over the small world, for clients that we did not write."""

import os
from collections.abc import Iterator

import pytest

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.settings import Settings
from graph_schema.store import Graph
from tests.app.serving import served


@pytest.fixture(scope="module")
def address(engine: Settings, world: Graph) -> Iterator[str]:
    """Where the service answers."""
    with served(create_app(ServiceSettings.of(engine))) as found:
        yield found


@pytest.fixture(scope="module")
def environment(engine: Settings, world: Graph) -> dict[str, str]:
    """The environment in which a process finds the same graph."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "COMM"))}
    if engine.neo4j_uri is None:
        return others | {"COMMUNIQUE_DATA": str(engine.data), "NEO4J_URI": ""}
    return others | {
        "COMMUNIQUE_DATA": str(engine.data),
        "NEO4J_URI": engine.neo4j_uri,
        "NEO4J_USERNAME": engine.neo4j_username,
        "NEO4J_PASSWORD": engine.neo4j_password.get_secret_value(),
        "NEO4J_DATABASE": engine.neo4j_database or "neo4j",
    }
