"""What stands in the address of a view: read into a filter, written into links. A view is its address."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from pydantic import ValidationError
from starlette.datastructures import QueryParams

from app.refusals import Fault, InvalidParameters
from graph_schema.filters import StatementFilter

SINGLE = ("q", "since", "until", "updated_since")


def filter_of(given: QueryParams) -> StatementFilter:
    """Return the filter in an address; what a form left empty does not count.

    Raises InvalidParameters where a value is none that its parameter can have.
    """
    filled = {
        name: values
        for name in StatementFilter.model_fields
        if (values := tuple(value.strip() for value in given.getlist(name) if value.strip()))
    }
    try:
        return StatementFilter.model_validate(
            {name: values[-1] if name in SINGLE else values for name, values in filled.items()}
        )
    except ValidationError as error:
        raise InvalidParameters(
            [Fault(str(each["loc"][0]), each["msg"][:1].lower() + each["msg"][1:]) for each in error.errors()]
        ) from error


def pairs(asked: StatementFilter, **changed: object) -> list[tuple[str, str]]:
    """Return a filter as names and values, some of them changed; None takes one away."""
    values = {name: getattr(asked, name) for name in StatementFilter.model_fields} | changed
    return [(name, str(value)) for name, given in values.items() for value in several(given)]


def several(given: object) -> Iterable[object]:
    """Return a value as several: none for None, all of a tuple, else the one."""
    if given is None:
        return ()
    return given if isinstance(given, tuple) else (given,)


def address(path: str, query: Mapping[str, object] | Iterable[tuple[str, str]] = ()) -> str:
    """Return a path with what is asked; what is None is left out."""
    items = list(query.items()) if isinstance(query, Mapping) else list(query)
    asked = urlencode([(name, value) for name, value in items if value not in (None, "")])
    return f"{path}?{asked}" if asked else path


def place(kind: str, key: str, **query: object) -> str:
    """Return the address of one thing, such as `/actors/Q7747`."""
    return address(f"/{kind}/{quote(key, safe=':/')}", query)
