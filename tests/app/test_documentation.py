"""The documentation works offline, and what it shows can be run."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.cli.intake import LedgerSubmissions
from app.keys import KeyRing, Scope
from app.main import create_app
from app.problems import BY_STATUS, TABLE
from app.settings import ServiceSettings
from graph_schema.removal import remove
from graph_schema.settings import Settings
from graph_schema.store import Graph
from graph_schema.writes import write
from tests.app.corpus import WORLD, Saying, article, contribution

pytestmark = pytest.mark.anyio

DOCUMENT: dict[str, Any] = create_app(graph=None).openapi()
OPERATIONS = {
    operation["operationId"]: operation
    for methods in DOCUMENT["paths"].values()
    for operation in methods.values()
}
EXAMPLES = [
    (name, example)
    for name, operation in OPERATIONS.items()
    for example in re.findall(r"Example: `(.+?)`", operation["description"])
]
# What writes is called in a test of its own; the stream, which never ends, in test_stream.py.
PARTS = ("data", "nodes", "elements", "sides", "claims", "stands")
ASKED_BY_HAND = {
    "submit_article",
    "remove_article",
    "get_job",
    "stream_new_statements",
    "add_review",  # test_reviews.py
    "list_alerts",  # these need a key: test_alerts.py
    "create_alert",
    "delete_alert",
    "feed_alert",
    "stream_alert",
    "list_dead_deliveries",
    "retry_dead_deliveries",
    "drop_dead_delivery",
}


EMPTY_HERE = {"list_reviews"}  # test_reviews.py fills it
PASSING = article("passing", "What is taken back", "Wang Yi said the paper is withdrawn.", "Capital Daily", 8)


@pytest.fixture(scope="module", autouse=True)
async def removed(world: Graph) -> None:
    """Let the world have had an article that was taken out again."""
    await write(world, [contribution(PASSING, [Saying("the paper is withdrawn", ["Q7747"], ["trade"])])])
    await remove(world, [PASSING.id])


def lists(operation: dict[str, Any]) -> bool:
    """Tell whether an operation answers with a page of a list."""
    return any(each["name"] == "cursor" for each in operation.get("parameters", ()))


async def filled(client: httpx.AsyncClient, name: str, example: str) -> str:
    """Return an example with the id in it that the document's links lead from."""
    if "{id}" not in example:
        return example
    path = next(
        path
        for path, methods in DOCUMENT["paths"].items()
        if name in methods.get("get", {}).get("responses", {}).get("200", {}).get("links", ())
    )
    return example.replace("{id}", (await client.get(path)).json()["data"][0]["id"])


def there_is_something_in(response: httpx.Response) -> bool:
    """Tell whether an answer has data: rows, nodes, lines after the first, or what a thing is."""
    if "json" not in response.headers["content-type"]:
        return len(response.content.splitlines()) > 1
    if "jsonl" in response.headers["content-type"] or "ndjson" in response.headers["content-type"]:
        return bool(response.text.splitlines())
    found = response.json()
    if not isinstance(found, dict):
        return bool(found)
    return all(
        found[key] for key in ("data", "nodes", "elements", "sides", "claims", "stands") if key in found
    )


async def test_docs_load_nothing_from_elsewhere(client: httpx.AsyncClient) -> None:
    page = await client.get("/docs")
    assert page.status_code == 200
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page.text)
    for asset in re.findall(r"""(?:src|href)="(/docs/assets/[^"]+)""", page.text):
        assert (await client.get(asset)).status_code == 200


async def test_each_problem_explains_itself(client: httpx.AsyncClient) -> None:
    for kind in (*TABLE.values(), *BY_STATUS.values()):
        response = await client.get(f"/problems/{kind.slug}")
        assert response.json()["title"]
    assert (await client.get("/problems/no-such-kind")).status_code == 404


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_tells_what_it_does(name: str) -> None:
    operation = OPERATIONS[name]
    assert re.fullmatch(r"[a-z_]+", name)
    assert operation["tags"]
    assert operation["summary"].endswith((".", "."))
    assert all(parameter.get("description") for parameter in operation.get("parameters", ()))


def test_every_operation_is_called_below() -> None:
    assert {name for name, _ in EXAMPLES} | ASKED_BY_HAND >= set(OPERATIONS)


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
async def test_every_example_answers_with_data(client: httpx.AsyncClient, name: str, example: str) -> None:
    path = await filled(client, name, example)
    response = await client.get(path)
    assert response.status_code == 200, response.text
    assert name in EMPTY_HERE or there_is_something_in(response), response.text
    head = await client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == response.headers["content-type"]
    if path.startswith("/v1/"):
        again = await client.get(path, headers={"If-None-Match": response.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "question"),
    [
        (path, {"format": form})
        for path, methods in DOCUMENT["paths"].items()
        for parameter in methods.get("get", {}).get("parameters", ())
        if parameter["name"] == "format"
        for form in DOCUMENT["components"]["schemas"][parameter["schema"]["$ref"].split("/")[-1]]["enum"]
    ],
)
async def test_every_format_answers_with_data(
    client: httpx.AsyncClient, path: str, question: dict[str, str]
) -> None:
    name = DOCUMENT["paths"][path]["get"]["operationId"]
    example = next(example for of, example in EXAMPLES if of == name)
    address = httpx.URL(await filled(client, name, example)).copy_merge_params(question)
    response = await client.get(address)
    assert response.status_code == 200, response.text
    assert there_is_something_in(response)
    documented = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]
    assert response.headers["content-type"].split(";")[0] in documented


@pytest.mark.parametrize("name", [name for name, each in OPERATIONS.items() if lists(each)])
async def test_every_list_is_paged(client: httpx.AsyncClient, name: str) -> None:
    example = next(example for of, example in EXAMPLES if of == name)
    address = httpx.URL(await filled(client, name, example))
    whole = (await client.get(address)).json()
    assert {"data", "next_cursor"} <= set(whole)
    rows: list[dict[str, Any]] = []
    question = {"limit": "1"}
    while len(rows) < 3:
        page = await client.get(address.copy_merge_params(question))
        assert set(page.json()) == set(whole)
        rows += page.json()["data"]
        assert ('rel="next"' in page.headers.get("link", "")) == (page.json()["next_cursor"] is not None)
        if page.json()["next_cursor"] is None:
            break
        question["cursor"] = page.json()["next_cursor"]
    assert rows == whole["data"][:3]
    assert len({frozenset(row) for row in whole["data"]}) == 1  # constant keys


async def test_writing_works_as_its_example_says(
    client: httpx.AsyncClient, engine: Settings, world: Graph, tmp_path: Path
) -> None:
    del client  # the world is there
    settings = ServiceSettings.of(engine).model_copy(update={"data": tmp_path})
    _, secret = KeyRing(tmp_path).create("writer", Scope.WRITE)
    app = create_app(settings, world, LedgerSubmissions(tmp_path / "ledger.sqlite"))
    (schema,) = OPERATIONS["submit_article"]["requestBody"]["content"].values()
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url="http://127.0.0.1",
            headers={"Authorization": f"Bearer {secret}"},
        ) as writer,
    ):
        kept = await writer.post("/v1/articles", json=schema["schema"]["examples"][0])
        assert kept.status_code == 202, kept.text
        job = await writer.get(kept.headers["location"])
        assert (job.status_code, job.json()["state"]) == (200, "queued")
        removed = await writer.delete("/v1/articles/washington")
        assert removed.status_code == 204, removed.text
        assert (await writer.get("/v1/articles/washington")).status_code == 404
    await write(world, WORLD)
