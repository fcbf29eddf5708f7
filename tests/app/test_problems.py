"""Every error leaves as a problem: status, type, one sentence, and what is wrong by parameter."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app import handlers
from app.problems import BY_STATUS, TABLE, kind_of, problem_of
from app.refusals import Fault, InvalidParameters, KeyRequired
from graph_schema import errors
from graph_schema.errors import (
    AmbiguousName,
    CommuniqueError,
    EngineLocked,
    EngineTimeout,
    EngineUnavailable,
    InvalidCursor,
    NotFound,
    SchemaOutdated,
    SpanMismatch,
    UnknownName,
    UnreadableArticle,
)

pytestmark = pytest.mark.anyio

RAISED: list[tuple[Exception, int, str]] = [
    (UnknownName("actor", "Lavrof", ["Sergei Lavrov"]), 404, "unknown-name"),
    (NotFound("no statement has the id 'x'"), 404, "not-found"),
    (AmbiguousName("actor", "Wang", [("Q1", "Wang Yi"), ("Q2", "Wang Wenbin")]), 409, "ambiguous-name"),
    (InvalidParameters([Fault("speakr", "unknown", ("speaker",))]), 422, "invalid-parameters"),
    (InvalidCursor("this cursor was not made here"), 422, "invalid-cursor"),
    (UnreadableArticle("no text", file="a.txt", line=3), 422, "unreadable-article"),
    (KeyRequired("reading needs a key"), 401, "key-required"),
    (EngineTimeout("10 s are over"), 504, "engine-timeout"),
    (EngineUnavailable("no engine at bolt://..."), 503, "engine-unavailable"),
    (EngineLocked("another process holds it"), 503, "engine-unavailable"),
    (SchemaOutdated("the graph speaks version 1"), 503, "schema-outdated"),
    (SpanMismatch("secret words"), 500, "internal"),
    (CommuniqueError("secret"), 500, "internal"),
    (ZeroDivisionError("secret"), 500, "internal"),
]


async def answer_to(error: Exception, path: str = "/") -> httpx.Response:
    app = FastAPI()
    handlers.install(app)

    @app.get("/")
    async def fails() -> None:
        raise error

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.get(path)


@pytest.mark.parametrize(("error", "status", "slug"), RAISED, ids=lambda value: type(value).__name__)
async def test_each_error_has_its_problem(error: Exception, status: int, slug: str) -> None:
    response = await answer_to(error)
    problem = response.json()
    assert response.status_code == problem["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"/problems/{slug}"
    assert problem["title"]
    assert "secret" not in response.text


async def test_constant_keys() -> None:
    keys = {frozenset((await answer_to(error)).json()) for error, _, _ in RAISED}
    assert keys == {frozenset({"type", "title", "status", "detail", "errors", "nearest", "candidates"})}


async def test_an_ambiguous_name_lists_its_candidates_and_its_parameter() -> None:
    error = AmbiguousName("actor", "Wang", [("Q1", "Wang Yi"), ("Q2", "Wang Wenbin")])
    assert kind_of(error).status == 409
    problem = problem_of(error, [("speaker", "Wang"), ("topic", "trade")]).model_dump()
    assert [each["id"] for each in problem["candidates"]] == ["Q1", "Q2"]
    assert [each["parameter"] for each in problem["errors"]] == ["speaker"]


async def test_an_unknown_name_tells_the_nearest_by_parameter() -> None:
    error = UnknownName("actor", "Lavrof", ["Sergei Lavrov"])
    problem = problem_of(error, [("speaker", "Lavrof")]).model_dump()
    assert problem["nearest"] == problem["errors"][0]["nearest"] == ["Sergei Lavrov"]


@pytest.mark.parametrize("status", [503])
async def test_what_passes_says_when_to_come_again(status: int) -> None:
    response = await answer_to(EngineUnavailable("no engine"))
    assert int(response.headers["retry-after"]) > 0


async def test_no_such_page_is_a_problem_too() -> None:
    response = await answer_to(NotFound("x"), "/nowhere")
    assert response.json()["type"] == "/problems/not-found"


def test_every_error_of_the_tree_has_a_row_or_an_ancestor_with_one() -> None:
    tree: list[Any] = [each for each in vars(errors).values() if isinstance(each, type)]
    ours = [each for each in tree if issubclass(each, CommuniqueError)]
    assert ours
    assert all(any(ancestor in TABLE for ancestor in each.__mro__) for each in ours)


def test_statuses_and_words_agree() -> None:
    words: dict[str, int] = {}
    for kind in (*TABLE.values(), *BY_STATUS.values()):
        assert words.setdefault(kind.slug, kind.status) == kind.status
