"""The dashboards for Grafana, each query asked of our API and read as the Infinity data source reads it."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

pytestmark = pytest.mark.anyio

GRAFANA = Path(__file__).parents[2] / "app" / "grafana"
BOARDS = {file.stem: json.loads(file.read_text("utf-8")) for file in (GRAFANA / "dashboards").glob("*.json")}
CHOSEN = {
    "${actor}": "Q7747",
    "${topic}": "trade",
    "${interval}": "month",
    "${__from:date:YYYY-MM-DD}": "2023-01-01",
    "${__to:date:YYYY-MM-DD}": "2023-12-31",
}


def targets() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, board in BOARDS.items():
        for panel in board["panels"]:
            for target in panel["targets"]:
                yield f"{name}: {panel['title']} {target['refId']}", target
        for variable in board["templating"]["list"]:
            if variable["type"] == "query":
                yield f"{name}: ${variable['name']}", variable["query"]["infinityQuery"]


def interpolated(text: str) -> str:
    """Return the text as Grafana sends it, with variables chosen."""
    for variable, value in CHOSEN.items():
        text = text.replace(variable, value)
    assert "$" not in text
    return text


async def frame(client: httpx.AsyncClient, target: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows that Infinity's backend parser makes of the answer."""
    options = target["url_options"]
    params: list[tuple[str, str | int | float | bool | None]] = [
        (each["key"], interpolated(each["value"])) for each in options["params"]
    ]
    answer = await client.request(options["method"], interpolated(target["url"]), params=params)
    assert answer.status_code == 200, answer.text
    found = selected(answer.json(), target["root_selector"])
    rows = found if isinstance(found, list) else [found]
    return [{each["text"]: selected(row, each["selector"]) for each in target["columns"]} for row in rows]


def selected(value: Any, path: str) -> Any:
    """Return what a dotted path leads to, None where it leads nowhere."""
    for part in path.split(".") if path else ():
        if isinstance(value, list):
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def is_of(value: Any, kind: str) -> bool:
    if kind == "timestamp":
        return bool(datetime.fromisoformat(value))
    return isinstance(value, {"string": str, "number": int | float}[kind])


@pytest.mark.parametrize(("name", "target"), [pytest.param(n, t, id=n) for n, t in targets()])
async def test_each_query_gives_a_frame(client: httpx.AsyncClient, name: str, target: dict[str, Any]) -> None:
    rows = await frame(client, target)
    assert rows, f"{name} shows nothing"
    for column in target["columns"]:
        values = [row[column["text"]] for row in rows if row[column["text"]] is not None]
        assert values, f"{name}: nothing in {column['selector']}"
        assert all(is_of(value, column["type"]) for value in values), column


def test_there_are_three_with_variables() -> None:
    assert set(BOARDS) == {"overview", "actor", "topic"}
    variables = {name: {v["name"] for v in b["templating"]["list"]} for name, b in BOARDS.items()}
    assert variables == {
        "overview": {"interval"},
        "actor": {"actor", "interval"},
        "topic": {"topic", "interval"},
    }
    for name, board in BOARDS.items():
        used = set(re.findall(r"\$\{(\w+)\}", json.dumps(board["panels"])))
        assert used == variables[name]


def test_panels_have_places_of_their_own() -> None:
    for board in BOARDS.values():
        taken: set[tuple[int, int]] = set()
        for panel in board["panels"]:
            p = panel["gridPos"]
            cells = {(x, y) for x in range(p["x"], p["x"] + p["w"]) for y in range(p["y"], p["y"] + p["h"])}
            assert not cells & taken, panel["title"]
            assert p["x"] + p["w"] <= 24
            taken |= cells


def test_all_ask_the_provisioned_source() -> None:
    (file,) = (GRAFANA / "provisioning" / "datasources").iterdir()
    (source,) = yaml.safe_load(file.read_text("utf-8"))["datasources"]
    for board in BOARDS.values():
        for panel in board["panels"]:
            for asked in (panel, *panel["targets"]):
                assert asked["datasource"] == {"type": source["type"], "uid": source["uid"]}


async def test_lists_have_limits() -> None:
    for name, target in targets():
        if target["root_selector"] == "data" and target["url"] != "/v1/timeline":
            limits = [each["value"] for each in target["url_options"]["params"] if each["key"] == "limit"]
            assert limits, name
            assert int(limits[0]) <= 1000
