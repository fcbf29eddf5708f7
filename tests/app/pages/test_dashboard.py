"""The dashboard as a user meets it, in Chromium: from an empty graph to the call of 7 August 2023."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.embedded import attached
from graph_schema.settings import Settings
from graph_schema.store import open_graph
from graph_schema.vocabulary import Act
from graph_schema.writes import write
from tests.app.corpus import WORLD, Saying, article, contribution
from tests.app.pages.axe import axe
from tests.app.serving import served
from tests.conftest import embedded_settings

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.timeout(900)]

EVIL_CLAIM = "<script>document.title='taken'</script>`${1}` & <img src=x onerror=\"document.title='taken'\">"
EVIL = article(
    "evil", "A </script> headline", f"Wang Yi said {EVIL_CLAIM} today.", '"><b>Evil & Sons</b>', 12
)
VIEWS = (
    "/",
    f"/statements/{WORLD[0].statements[2].id}",
    f"/events/{WORLD[0].events[0].id}",
    "/actors/nobody-at-all",
    "/search?q=wang",
    "/statements?topic=trade",
    "/statements?speaker=nobody-at-all",
    "/actors",
    "/actors/wang-yi",
    "/topics",
    "/topics/ukraine-war",
    "/events",
    "/articles",
    "/articles/beijing",
    "/articles/evil",
    "/network?level=person&tie=ignore",
    "/network?tie=ignore&window=week&open=wang-yi",
)
# What can be clicked in the header and covers something else there that can be.
OVERLAPPING = """
const all = [...document.querySelectorAll("header.top :is(a:not(.skip), button, input)")];
const shown = all.map(each => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
return shown.flatMap(([one, a], number) => shown.slice(number + 1)
  .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
  .map(([other]) => `${one.textContent || one.id} over ${other.textContent || other.id}`));
"""
SCHEMES, WIDTHS = ("light", "dark"), (360, 1440, 2560)


@pytest.fixture(scope="module")
async def settings(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """A running engine of our own, empty at first."""
    own = embedded_settings(tmp_path_factory.mktemp("dashboard"))
    async with attached(own.embedded, timeout=own.query_timeout, memory=own.engine_memory):
        yield own


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    """The service on that engine."""
    with served(create_app(ServiceSettings.of(settings))) as found:
        yield found


@pytest.fixture(scope="module")
async def filled(settings: Settings, address: str) -> str:
    """The address, once the small world and an evil article were read."""
    day = date(2023, 8, 12)  # later than the rest, so that a window has somewhere to move
    sayings = [Saying(EVIL_CLAIM, ["Q7747"], ["trade"], act=Act.REJECT, stance=-1, said_on=day)]
    async with open_graph(settings) as graph:
        await write(graph, [*WORLD, contribution(EVIL, sayings)])
    return address


def look(browser: Chrome, address: str, scheme: str = "light", width: int = 1440) -> None:
    """Open a page, and wait until it and its charts are there and the server listens."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    scheme_asked = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme_asked})
    browser.get(address)
    wait(browser, "document.querySelector('h1') && window.socket?.connected")
    wait(browser, "[...document.querySelectorAll('.chart')].every(chart => chart.querySelector('svg'))")


def wait(browser: Chrome, condition: str) -> None:
    """Wait until something holds in the page."""
    WebDriverWait(browser, 60).until(lambda _: browser.execute_script(f"return Boolean({condition})"))


def text(browser: Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "body").text


def click(browser: Chrome, words: str) -> None:
    """Click a link by its words, and wait for the page behind it."""
    before = browser.current_url
    browser.find_element(By.PARTIAL_LINK_TEXT, words).click()
    wait(browser, f"location.href !== {json.dumps(before)} && document.querySelector('h1')")


def heading(browser: Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "h1").text


def requested(browser: Chrome) -> set[str]:
    """Return the hosts that pages asked since the last time."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]  # type: ignore[no-untyped-call]
    urls = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    return {found.group(1) for url in urls if (found := re.match(r"(?:https?|wss?)://([^/]+)", url))}


def complaints(browser: Chrome) -> list[str]:
    """Return what pages wrote to the console; an answer of 404 or 422 is the page's own."""
    return [
        entry["message"]
        for entry in browser.get_log("browser")  # type: ignore[no-untyped-call]
        if entry["level"] in ("SEVERE", "WARNING") and "status of 4" not in entry["message"]
    ]


def test_an_empty_graph_says_what_to_do(chromium: Chrome, address: str) -> None:
    look(chromium, address)
    assert "communique ingest" in text(chromium)
    look(chromium, f"{address}/topics")
    assert "communique ingest" in text(chromium)


def test_from_a_search_to_the_words_in_the_article(chromium: Chrome, filled: str) -> None:
    look(chromium, filled)
    assert "What is new" in text(chromium)
    chromium.find_element(By.TAG_NAME, "body").send_keys("/")
    field = chromium.switch_to.active_element
    assert field.get_attribute("id") == "search"
    field.send_keys("wan")
    wait(chromium, "document.querySelector('#offers a')?.textContent.includes('Wang Yi')")
    field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    wait(chromium, "document.querySelector('h1')?.textContent === 'Wang Yi'")
    assert "Minister of Foreign Affairs" in text(chromium)

    click(chromium, "Beijing will keep working")
    assert chromium.find_element(By.CSS_SELECTOR, ".written mark").text.startswith(
        "Beijing will keep working"
    )
    assert "Copy citation" in text(chromium)

    click(chromium, "Wang Yi: neighbors keep their word")
    said = chromium.find_elements(By.CSS_SELECTOR, "a.said")
    assert {"reliable partners" in each.text for each in said} == {True, False}
    chromium.execute_script("arguments[0].focus()", said[2])
    assert len(chromium.find_elements(By.CSS_SELECTOR, ".note.lit")) == 1


def test_both_sides_of_a_call(chromium: Chrome, filled: str) -> None:
    look(chromium, f"{filled}/events?kind=call")
    click(chromium, "Call")
    shown = text(chromium)
    assert "Capital Daily" in shown
    assert "Northern Post" in shown
    assert "Only in Northern Post" in shown
    assert "not reported" in shown


def test_an_actor_in_the_network_opens_and_the_window_moves(chromium: Chrome, filled: str) -> None:
    look(chromium, f"{filled}/network?tie=ignore&window=all")
    point = "document.querySelector('.chart').querySelectorAll('svg path[fill]')"
    wait(chromium, f"{point}.length > 1")
    chromium.find_element(By.CSS_SELECTOR, "a.aside").click()
    wait(chromium, "document.querySelector('.chips [aria-label^=\"close\"]')")
    assert "open=" in chromium.current_url
    chromium.find_element(By.CSS_SELECTOR, ".chips a").click()
    wait(chromium, "!location.search.includes('open=') && document.querySelector('h1')")

    look(chromium, f"{filled}/network?tie=ignore&window=week")
    knob = chromium.find_element(By.ID, "slider")
    before = chromium.find_element(By.CSS_SELECTOR, ".slider output").text
    knob.send_keys(Keys.ARROW_LEFT)
    wait(chromium, "location.search.includes('ends=') && document.querySelector('.slider output')")
    assert chromium.find_element(By.CSS_SELECTOR, ".slider output").text != before


def test_filters_are_in_the_address(chromium: Chrome, filled: str) -> None:
    look(chromium, f"{filled}/statements?act=REJECT")
    assert heading(chromium) == "3 statements"
    fields = chromium.find_element(By.CSS_SELECTOR, ".filters")
    fields.find_element(By.NAME, "q").send_keys("tariffs")
    fields.find_element(By.TAG_NAME, "button").click()
    wait(chromium, "location.search.includes('tariffs') && document.querySelector('h1')")
    assert "act=REJECT" in chromium.current_url
    assert heading(chromium) == "1 statement"
    click(chromium, "clear all")
    assert "?" not in chromium.current_url


def test_what_an_article_says_stays_text(chromium: Chrome, filled: str) -> None:
    for path in ("/articles/evil", "/statements?q=script&act=REJECT", "/statements?speaker=wang-yi", "/"):
        look(chromium, filled + path)
        assert EVIL_CLAIM in text(chromium)
        assert chromium.title != "taken"
        assert not chromium.find_elements(By.CSS_SELECTOR, "img, main script, main b")


def test_the_switch_between_light_and_dark(chromium: Chrome, filled: str) -> None:
    def ground() -> str:
        found: str = chromium.execute_script("return getComputedStyle(document.body).backgroundColor")
        return found

    look(chromium, filled, "light")
    light = ground()
    look(chromium, filled, "dark")
    dark = ground()
    switch = chromium.find_element(By.CSS_SELECTOR, "[data-theme-switch]")
    assert (switch.text, light != dark) == ("Theme: system", True)
    switch.click()
    assert ground() == light
    look(chromium, f"{filled}/topics", "dark")
    assert ground() == light
    chromium.execute_script("localStorage.clear()")


@pytest.mark.parametrize("path", VIEWS)
def test_every_view(chromium: Chrome, filled: str, path: str) -> None:
    script = axe()
    complaints(chromium)
    requested(chromium)
    for scheme in SCHEMES:
        for width in WIDTHS:
            look(chromium, filled + path, scheme, width)
            assert chromium.execute_script("return document.documentElement.scrollWidth") <= width
            assert chromium.execute_script(OVERLAPPING) == []
            if width != WIDTHS[-1]:
                assert findings(chromium, script) == []
    assert complaints(chromium) == []
    assert requested(chromium) == {filled.removeprefix("http://")}


def findings(browser: Chrome, script: str) -> list[str]:
    """Return what axe-core finds that is serious: rule and place."""
    browser.execute_script(script)
    run = "axe.run({resultTypes: ['violations']}).then(arguments[arguments.length - 1])"
    result: dict[str, Any] = browser.execute_async_script(run)
    return [
        f"{found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}"
        for found in result["violations"]
        if found["impact"] in ("serious", "critical")
    ]
