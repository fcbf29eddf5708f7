"""The documentation works offline, and what it shows can be run."""

import re
from typing import Any

import httpx
import pytest

from app.main import create_app
from app.problems import BY_STATUS, TABLE

pytestmark = pytest.mark.anyio

DOCUMENT: dict[str, Any] = create_app(graph=None).openapi()
OPERATIONS = {
    operation["operationId"]: operation
    for methods in DOCUMENT["paths"].values()
    for operation in methods.values()
}
EXAMPLES = [
    example
    for operation in OPERATIONS.values()
    for example in re.findall(r"Example: `(.+?)`", operation["description"])
]


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


def test_every_list_has_an_example() -> None:
    assert len(EXAMPLES) >= sum("{" not in path for path in DOCUMENT["paths"] if path.startswith("/v1/"))


@pytest.mark.parametrize("example", EXAMPLES)
async def test_every_example_runs(client: httpx.AsyncClient, example: str) -> None:
    response = await client.get(example)
    assert response.status_code == 200, response.text
