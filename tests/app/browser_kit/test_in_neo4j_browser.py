"""The kit in the real Neo4j Browser on a real Neo4j: style and favourites load, five are drawn."""

import os
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from app.browser_kit import favourites, kit_file
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.app.browser_kit.neo4j_browser import Neo4jBrowser
from tests.app.corpus import WORLD
from tests.conftest import NO_NEO4J, claim_for_tests, empty

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.timeout(900)]

DRAWN = {  # favourite -> captions that must be in its picture, as far as circles hold them
    "01-who-said-what-on-a-topic": {"Wang Yi", "War in Ukraine"},
    "06-one-event-whole": {"Wang Yi", "Sergei Lavrov"},
    "13-who-addresses-whom": {"Sergei Lavrov", "United States", "new tariffs would harm both economies"},
    "14-sharp-words": {"Trade", "The tariffs stay."},
    "16-offices": {"Wang Yi", "China"},
}
SHOTS = Path(os.environ.get("SHOTS", "build/shots-neo4j-browser"))


@pytest.fixture
async def settings(anyio_backend: str) -> Settings:
    """A Neo4j that holds the small world."""
    found = Settings()
    if found.neo4j_uri is None or "NEO4J_BROWSER" not in os.environ:
        pytest.skip(NO_NEO4J)
    await claim_for_tests(found)
    async with open_graph(found) as graph:
        await empty(graph)
        await write(graph, WORLD)
    return found


def test_style_and_favourites(settings: Settings, chromium: Chrome) -> None:
    neo4j = Neo4jBrowser(chromium)
    assert settings.neo4j_uri
    password = settings.neo4j_password.get_secret_value()
    neo4j.connect(os.environ["NEO4J_BROWSER"], settings.neo4j_uri, settings.neo4j_username, password)
    neo4j.drop("style.grass", kit_file("style.grass"))
    neo4j.drop("favourites.zip", kit_file("favourites.zip"))
    titles = {name: query.splitlines()[0].removeprefix("// ") for name, query in favourites().items()}
    assert set(titles.values()) == set(neo4j.favourites())
    for name, expected in DRAWN.items():
        neo4j.run(titles[name])
        try:
            captions = neo4j.captions()
        finally:
            neo4j.shot(SHOTS, name)  # of a failure too
        assert expected <= set(captions), name
        assert all(captions), f"{name}: a circle without a caption"
        fills = {str(circle.get_attribute("fill")).lower() for circle in neo4j.all("g.node circle.b-outline")}
        assert fills <= {colour.lower() for colour in style_colours()}, name


def style_colours() -> set[str]:
    return {
        line.split()[1].rstrip(";")
        for line in kit_file("style.grass").decode().splitlines()
        if "  color:" in line
    }
