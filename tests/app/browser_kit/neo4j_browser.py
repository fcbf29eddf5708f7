"""Neo4j Browser as a person uses it: connect, drop files on it, click favourites, look at the picture."""

import base64
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from app.browser_kit import FOLDER

DROP = """
const [name, content] = arguments;
const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
const data = new DataTransfer();
data.items.add(new File([bytes], name));
for (const kind of ["dragenter", "dragover", "drop"])
  document.querySelector(".filedrop").dispatchEvent(
    new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
"""
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Neo4jBrowser:
    """The page in a browser."""

    page: Chrome

    def connect(self, address: str, uri: str, user: str, password: str, database: str = "") -> None:
        """Open the page and connect to a server, by the form."""
        self.page.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 1600, "height": 1100, "deviceScaleFactor": 1, "mobile": False},
        )
        self.page.get(address)
        scheme, _, place = uri.partition("://")
        Select(self.one("[data-testid=bolt-scheme-select]")).select_by_value(f"{scheme}://")
        for field, value in (
            ("boltaddress", place),
            ("database", database),
            ("username", user),
            ("password", password),
        ):
            box = self.one(f"input[data-testid={field}]")
            self.page.execute_script("arguments[0].select()", box)
            if value:
                box.send_keys(value)
        self.one("button[data-testid=connect]").click()
        # While it connects, the button is gone already, but the form still stands.
        self.until_gone("[data-testid=disconnectedBanner], input[data-testid=boltaddress]")

    def drop(self, name: str, content: bytes) -> None:
        """Drop a file on the window."""
        self.one(".filedrop")
        self.page.execute_script(DROP, name, base64.b64encode(content).decode())

    def favourites(self) -> dict[str, WebElement]:
        """Open our folder in the drawer of favourites; return what starts each, by title."""
        if not self.all(f"[data-testid='savedScriptsFolder-{FOLDER}']"):
            self.one("[data-testid=navigationFavorites]").click()
        self.one(f"[data-testid='expandFolder-{FOLDER}']")
        if not self.all("[data-testid=savedScriptListItem]"):
            self.one(f"[data-testid='expandFolder-{FOLDER}']").click()
        self.one("[data-testid=savedScriptListItem]")
        return {
            (title.get_attribute("data-testid") or "").removeprefix("scriptTitle-"): item
            for item in self.all("[data-testid=savedScriptListItem]")
            for title in item.find_elements(By.CSS_SELECTOR, "[data-testid^=scriptTitle]")
        }

    def run(self, title: str) -> WebElement:
        """Run a favourite in a stream with nothing else; return its frame."""
        for close in self.all("[data-testid=frame] [title='Close']"):
            close.click()
        item = self.favourites()[title]
        item.find_element(
            By.CSS_SELECTOR, "[data-testid^=contextMenuRun], [data-testid^='savedScriptsButton-Run']"
        ).click()
        return self.one("[data-testid=frame-loaded-contents]")

    def captions(self) -> list[str]:
        """Return what stands in the circles of the picture."""
        self.one("g.node text")
        return [
            " ".join(line.text for line in node.find_elements(By.TAG_NAME, "text"))
            for node in self.all("g.node")
        ]

    def close_drawer(self) -> None:
        """Give the picture the whole window."""
        if self.all(f"[data-testid='savedScriptsFolder-{FOLDER}']"):
            self.one("[data-testid=navigationFavorites]").click()

    def shot(self, folder: Path, name: str) -> None:
        """Keep a picture of the window."""
        folder.mkdir(parents=True, exist_ok=True)
        self.page.save_screenshot(str(folder / f"{name}.png"))

    def one(self, selector: str) -> WebElement:
        """Return the first such element, as soon as there is one."""
        found = WebDriverWait(self.page, PATIENCE).until(lambda _: self.all(selector), f"no {selector}")
        return found[0]

    def all(self, selector: str) -> list[WebElement]:
        return self.page.find_elements(By.CSS_SELECTOR, selector)

    def until_gone(self, selector: str) -> None:
        WebDriverWait(self.page, PATIENCE).until(lambda _: not self.all(selector), f"still {selector}")
