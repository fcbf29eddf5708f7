"""How soon the dashboard's first page is painted: a real browser, over a large graph and a small one.

    python -m tests.benchmarks.painting SMALL

Over the graph that the settings name, and the embedded one in the folder SMALL (`plenty.loading` fills both).
Writes build/painting-ENGINE.json: milliseconds from the request to the first contentful paint, of the first
load, which builds what the service then remembers, and the median of those after it; and the ratio of the two
graphs' medians. Needs Chromium and its driver.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from selenium import webdriver
from selenium.webdriver.chrome.service import Service as Driver
from selenium.webdriver.support.ui import WebDriverWait

from graph_schema.settings import Settings
from tests.app.pages.conftest import FLAGS
from tests.benchmarks.service import Service, running

LOADS = 9
PATIENCE = 120
PAINT = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def main() -> None:
    engine = "neo4j" if Settings().neo4j_uri else "arcadedb"
    large = measured()
    elsewhere = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    os.environ.clear()
    os.environ.update(elsewhere | {"COMMUNIQUE_DATA": sys.argv[1]})
    small = measured()
    result = {"large": large, "small": small, "ratio": round(large["median"] / small["median"], 2)}
    Path("build").mkdir(exist_ok=True)
    Path(f"build/painting-{engine}.json").write_text(json.dumps(result, indent=1), "utf-8")
    print(json.dumps(result, indent=1))


def measured() -> dict[str, Any]:
    """Return how soon the first page of the settings' graph is painted, in milliseconds."""
    with running() as service, tempfile.TemporaryDirectory() as profile:
        browser = opened(profile)
        try:
            first, *others = (painted(browser, service) for _ in range(1 + LOADS))
        finally:
            browser.quit()
        with urlopen(f"{service.address}/v1/meta") as answer:
            statements = json.load(answer)["counts"]["statements"]
    return {
        "statements": statements,
        "first": round(first),
        "median": round(median(others)),
        "worst": round(max(others)),
    }


def opened(profile: str) -> webdriver.Chrome:
    """Return a browser without a window, with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}", "--window-size=1440,900"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Driver(shutil.which("chromedriver")))


def painted(browser: webdriver.Chrome, service: Service) -> float:
    """Load the first page; return the milliseconds until something of it was seen."""
    browser.get(service.address)
    found: float = WebDriverWait(browser, PATIENCE).until(lambda _: browser.execute_script(PAINT))
    return found


if __name__ == "__main__":
    main()
