"""A client that a public generator makes from the OpenAPI document: made here, imported, and asked."""

import json
import subprocess
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.app.corpus import WORLD

EVERY = sum(len(each.statements) for each in WORLD)
PACKAGE = "communique_client_made_here"
# The generator knows no type of feeds; it may hand the feed over as text.
CONFIG = {"post_hooks": [], "content_type_overrides": {"application/atom+xml": "text/plain"}}


@pytest.fixture(scope="module")
def package(address: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The package that the generator makes; any warning of the generator fails."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "openapi.json").write_bytes(httpx.get(f"{address}/openapi.json", timeout=60).content)
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--fail-on-warning"]
    command += ["--path", str(folder / "openapi.json"), "--config", str(folder / "config.json")]
    command += ["--meta", "none", "--output-path", str(folder / PACKAGE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield import_module(PACKAGE)
        for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
            del sys.modules[name]


@pytest.fixture
def client(package: ModuleType, address: str) -> Any:
    """The generated client, connected."""
    with package.Client(
        base_url=address, raise_on_unexpected_status=True, timeout=httpx.Timeout(60)
    ) as connected:
        yield connected


def operation(tag: str, name: str) -> Any:
    """Return a generated operation."""
    return import_module(f"{PACKAGE}.api.{tag}.{name}")


def test_every_operation_is_there(package: ModuleType, address: str) -> None:
    document = httpx.get(f"{address}/openapi.json", timeout=60).json()
    for methods in document["paths"].values():
        for each in methods.values():
            assert callable(operation(each["tags"][0], each["operationId"]).sync_detailed)


def test_it_lists_statements_with_their_types(client: Any) -> None:
    page = operation("statements", "list_statements").sync(client=client, speaker=["Wang Yi"], limit=2)
    assert len(page.data) == 2
    assert str(page.data[0].said_on) == "2023-08-07"
    assert page.data[0].appearances[0].spans
    rest = operation("statements", "list_statements").sync(
        client=client, speaker=["Wang Yi"], cursor=page.next_cursor
    )
    assert len(rest.data) == 3
    assert rest.next_cursor is None


def test_it_opens_one_and_compares(client: Any) -> None:
    listed = operation("statements", "list_statements").sync(client=client)
    assert len(listed.data) == EVERY
    one = operation("statements", "get_one_statement").sync(listed.data[0].id, client=client)
    assert one.claim == listed.data[0].claim
    actor = operation("actors", "get_one_actor").sync("wang-yi", client=client)
    assert (actor.name, actor.positions[0].name) == ("Wang Yi", "Minister of Foreign Affairs")
    compared = operation("counts", "compare_actors").sync(client=client, actors="Wang Yi,Lavrov")
    assert [side.statements for side in compared.sides] == [5, 4]
    network = operation("networks", "show_actor_network").sync(client=client)
    assert network.nodes


def test_it_understands_what_goes_wrong(client: Any) -> None:
    problem = operation("actors", "get_one_actor").sync("John Brown", client=client)
    assert problem.status == 409
    assert [candidate.id for candidate in problem.candidates] == ["actor:a", "actor:b"]
    unknown = operation("statements", "list_statements").sync(client=client, speaker=["Wang Yo"])
    assert (unknown.status, unknown.nearest[0]) == (404, "Wang Yi")
