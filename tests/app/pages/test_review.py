"""Human hands on an article's page, in Chromium: reject and bring back, confirm, correct."""

import json
from collections.abc import AsyncIterator, Iterator
from urllib.request import urlopen

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.embedded import attached
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.writes import write
from tests.app.corpus import WORLD
from tests.app.pages.test_dashboard import look, wait
from tests.app.serving import served
from tests.conftest import embedded_settings

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
async def settings(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """A running engine of our own, with the small world."""
    own = embedded_settings(tmp_path_factory.mktemp("review"))
    async with attached(own.embedded, timeout=own.query_timeout, memory=own.engine_memory):
        async with open_graph(own) as graph:
            await write(graph, WORLD)
        yield own


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with served(create_app(ServiceSettings.of(settings))) as found:
        yield found


def press(browser: Chrome, label: str) -> None:
    browser.find_element(By.CSS_SELECTOR, f"button[aria-label^='{label}']").click()


def said(browser: Chrome, words: str) -> None:
    wait(browser, f"document.body.innerText.includes({json.dumps(words)})")


def reviews(address: str) -> dict[str, str]:
    with urlopen(f"{address}/v1/reviews") as response:
        found = json.load(response)["data"]
    return {each["machine"]["statement"]["claim"]: each["verdict"] for each in found}


def test_hands_on_an_article(chromium: Chrome, address: str) -> None:
    page = f"{address}/articles/moscow"
    look(chromium, page)
    press(chromium, "Reject: new tariffs")
    said(chromium, "Rejected by")
    look(chromium, page)
    assert not chromium.find_elements(By.CSS_SELECTOR, "button[aria-label^='Reject: new tariffs']")
    press(chromium, "Bring back: new tariffs")
    said(chromium, "Confirmed by")
    look(chromium, page)
    press(chromium, "Correct: trade must")
    wait(chromium, "document.querySelector(\"input[aria-label^='Speaker']\") !== null")
    chromium.find_element(By.CSS_SELECTOR, "input[aria-label^='Speaker']").send_keys("Lavrov")
    press(chromium, "Keep: trade must")
    said(chromium, "Corrected by")
    assert reviews(address) == {
        "new tariffs would harm both economies": "confirm",
        "trade must stay open": "correct",
    }
