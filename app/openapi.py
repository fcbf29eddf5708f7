"""The OpenAPI document: what FastAPI derives, and what every operation of version 1 shares."""

import json
import re
from typing import Any

from fastapi import FastAPI

from app.links import linked
from app.problems import MEDIA_TYPE, Problem

REF = "#/components/schemas/"
PAGE = re.compile(r"Page_(\w+?)(?:Row)?_")
# Classes of one name in several modules, told apart: generated clients put all names in one place.
NAMES = {
    "graph_schema__vocabulary__Kind": "Kind",
    "app__networks__Kind": "TieKind",
    "app__comparison__Side": "ComparedSide",
    "app__sides__Side": "EventSide",
    "Agreement-Output": "ReviewAgreement",
}
FAILURES = {
    "401": "A key is needed to read from here",
    "403": "The key does not open this",
    "404": "There is no such thing, or nobody has this name; `nearest` names the closest",
    "409": "Several have this name; `candidates` lists them",
    "422": "A parameter is unknown or has no such value; `errors` tells by parameter",
    "429": "Too many requests; `RateLimit` and `Retry-After` say when to come again",
    "503": "The graph does not answer; try again after `Retry-After` seconds",
    "504": "The question takes too long to answer; narrow it",
}
HELD = {"304": "The copy named by `If-None-Match` is still good"}
SENT = {"400": "What was sent is no JSON", "413": "More was sent than one article may have"}


def describe(app: FastAPI) -> None:
    """Let an application's OpenAPI document tell of problems, files and copies that are still good."""
    derive = app.openapi

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = complete(derive())
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def complete(derived: dict[str, Any]) -> dict[str, Any]:
    """Return a document with what every operation of version 1 shares, and pages named by their rows."""
    text = PAGE.sub(r"\1Page", json.dumps(derived))
    for given, name in NAMES.items():
        text = text.replace(f'"{given}"', f'"{name}"').replace(f'"{REF}{given}"', f'"{REF}{name}"')
    document: dict[str, Any] = json.loads(text)
    schemas = document["components"]["schemas"]
    for name in NAMES.values():
        schemas.get(name, {})["title"] = name
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    definition = Problem.model_json_schema(ref_template=REF + "{model}")
    schemas.update(definition.pop("$defs"))
    schemas["Problem"] = definition
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            operation["summary"], _, rest = operation["description"].partition("\n")
            operation["description"] = rest.strip() or operation["summary"]
            for parameter in operation.get("parameters", ()):
                parameter["schema"] = plain(parameter["schema"])
            fail(operation, failures(path, method))
            linked(operation)
            if "security" in operation:
                operation["security"].insert(0, {})  # on this machine nobody needs a key
    return document


def plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter's schema without null, which no query can say, and without what stands beside it."""
    kept = {name: value for name, value in schema.items() if name not in ("title", "description", "anyOf")}
    return kept | next((one for one in schema.get("anyOf", ()) if one != {"type": "null"}), {})


def failures(path: str, method: str) -> dict[str, str]:
    """Return how an operation may fail, by status; 304 is no failure, and only a reader meets it."""
    if not path.startswith("/v1/"):
        return {"503": FAILURES["503"]}
    own = HELD if method == "get" else SENT if method == "post" else {}
    return FAILURES | own


def fail(operation: dict[str, Any], failures: dict[str, str]) -> None:
    """Tell how an operation fails."""
    content = {MEDIA_TYPE: {"schema": {"$ref": REF + "Problem"}}}
    operation["responses"].pop("422", None)
    for status, description in failures.items():
        operation["responses"][status] = {"description": description, "content": content}
    if "304" in failures:
        del operation["responses"]["304"]["content"]
