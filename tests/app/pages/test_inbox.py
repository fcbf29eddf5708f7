"""The inbox as a user meets it, in Chromium: empty, then with articles that failed, and once more."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from app.cli.intake import LedgerSubmissions
from app.main import create_app
from app.settings import ServiceSettings
from graph_schema.embedded import attached
from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.work.ledger import LEDGER, Ledger, State
from ingest.work.presence import present
from tests.app.pages.axe import axe
from tests.app.pages.test_dashboard import complaints, findings, heading, look, requested, text, wait
from tests.app.serving import served
from tests.conftest import embedded_settings

pytestmark = [pytest.mark.anyio, pytest.mark.browser, pytest.mark.timeout(900)]
EVIL = "<img src=x onerror=\"document.title='taken'\"> is no article"
LONG = "news/" + "a-very-long-name-without-a-space" * 8 + ".html"


@pytest.fixture(scope="module")
async def settings(anyio_backend: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """A running engine of our own."""
    own = embedded_settings(tmp_path_factory.mktemp("inbox"))
    async with attached(own.embedded, timeout=own.query_timeout, memory=own.engine_memory):
        yield own


@pytest.fixture(scope="module")
def ledger(settings: Settings) -> Path:
    return settings.data / LEDGER


@pytest.fixture(scope="module")
def address(settings: Settings, ledger: Path) -> Iterator[str]:
    """The inbox of a service that takes articles in."""
    app = create_app(ServiceSettings.of(settings), submissions=LedgerSubmissions(ledger))
    with served(app) as found:
        yield f"{found}/inbox"


@pytest.fixture(scope="module")
def filled(address: str, ledger: Path) -> str:
    """The same, once articles came in: two to the graph, one of them a copy, three to the dead letters."""
    with Ledger.open(ledger) as opened:
        for number, end in enumerate((State.WRITTEN, State.DUPLICATE, State.DEAD)):
            key = f"article-{number}"
            opened.take_in(
                GivenArticle(text="Words.", id=key, given_in=f"papers.jsonl, line {number + 1}"), key
            )
            if end is not State.DEAD:
                opened.finish(key, end, "test")
        opened.bury("article-2", "papers.jsonl, line 3", "reading took longer than 120 seconds", "test")
        opened.bury("input:1", LONG, "the file cannot be opened: No such file or directory", "test")
        opened.bury("input:2", "evil.html", EVIL, "test")
    return address


def test_an_empty_inbox_says_what_to_do(chromium: Chrome, address: str) -> None:
    look(chromium, address)
    assert heading(chromium) == "Inbox"
    assert "communique ingest" in text(chromium)
    assert "communique watch" in text(chromium)
    assert chromium.find_element(By.CSS_SELECTOR, "nav a[aria-current=page]").text == "Inbox"


def test_what_failed_is_read_again_by_keyboard(chromium: Chrome, filled: str, ledger: Path) -> None:
    look(chromium, filled)
    assert EVIL in text(chromium)
    assert chromium.title == "Inbox · Communiqué"
    assert "Give it again" in text(chromium)  # an input that is not kept
    (button,) = chromium.find_elements(By.CSS_SELECTOR, ".letters button")
    assert button.get_attribute("aria-label") == "Read again: papers.jsonl, line 3"
    chromium.execute_script("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    wait(chromium, "document.querySelector('.letters [role=status]')?.textContent.startsWith('Waits')"
         " || !document.querySelector('.letters button')")  # fmt: skip
    with Ledger.open(ledger) as opened:
        entry = opened.entry("article-2")
        assert entry is not None
        assert entry.state is State.TAKEN_IN
    wait(chromium, "document.querySelector('.lead').textContent.includes('1 article waits')")  # by itself
    with present(ledger):
        wait(chromium, "document.querySelector('.lead').textContent.includes('A worker is running')")
    with Ledger.open(ledger) as opened:
        opened.bury("article-2", "papers.jsonl, line 3", "reading took longer than 120 seconds", "test")


def test_how_it_looks(chromium: Chrome, filled: str, request: pytest.FixtureRequest) -> None:
    script = axe()
    complaints(chromium)
    requested(chromium)
    pictures = request.config.rootpath / "build" / "screenshots"
    pictures.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for width in (360, 1440, 2560):
            look(chromium, filled, scheme, width)
            assert chromium.execute_script("return document.documentElement.scrollWidth") <= width
            chromium.save_screenshot(str(pictures / f"inbox-{scheme}-{width}.png"))
            assert findings(chromium, script) == []
    assert complaints(chromium) == []
    assert requested(chromium) == {filled.removeprefix("http://").removesuffix("/inbox")}
