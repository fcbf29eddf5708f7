"""What is sent when a request cannot be answered: every error leaves as a problem (RFC 9457)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from app.parameters import nearest
from app.problems import BY_STATUS, MEDIA_TYPE, Kind, Problem, address, kind_of, problem_of
from app.refusals import Fault, InvalidParameters, NotModified, TooManyRequests
from graph_schema.errors import CommuniqueError

QUOTED = re.compile(r"'([^']*)'")


def install(app: FastAPI) -> None:
    """Let every error of an application leave as a problem."""
    app.add_exception_handler(CommuniqueError, on_own)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_unforeseen)


def answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as a response."""
    body = problem.model_dump_json()
    return Response(body, problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


async def on_own(request: Request, error: Exception) -> Response:
    """Answer an error from our own tree."""
    if isinstance(error, NotModified):
        return Response(status_code=304, headers={"ETag": error.tag})
    assert isinstance(error, CommuniqueError)
    headers = error.fields if isinstance(error, TooManyRequests) else kind_of(error).headers
    return answer(problem_of(error, request.query_params.multi_items()), headers)


async def on_unforeseen(_: Request, __: Exception) -> Response:
    """Answer what we did not foresee, without a word about our inside."""
    return answer(problem_of(CommuniqueError()))


async def on_validation(_: Request, error: Exception) -> Response:
    """Answer parameters that do not validate, each by its name."""
    assert isinstance(error, RequestValidationError)
    return answer(problem_of(InvalidParameters([fault_of(each) for each in error.errors()])))


def fault_of(error: Mapping[str, Any]) -> Fault:
    """Return one validation error as a fault, with the nearest of the values that there are."""
    place: Sequence[Any] = error["loc"]
    name = str(place[1] if len(place) > 1 else place[0])
    options = QUOTED.findall(str((error.get("ctx") or {}).get("expected", "")))
    return Fault(name, plain(error["msg"]), nearest(str(error.get("input", "")), options))


def plain(message: str) -> str:
    """Return a validator's message as the rest of a sentence."""
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def allowed(request: Request) -> str:
    """Return what all routes of a path allow together; HEAD wherever GET is."""
    methods = {
        method
        for route in request.app.routes
        if route.matches(request.scope)[0] is not Match.NONE
        for method in getattr(route, "methods", None) or ()
    }
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


async def on_http(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: no such page, no such method."""
    assert isinstance(error, HTTPException)
    kind = BY_STATUS.get(error.status_code, Kind(error.status_code, "refused", str(error.detail)))
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = allowed(request)
    return answer(
        Problem(type=address(kind), title=kind.title, status=kind.status, detail=str(error.detail)),
        headers,
    )
