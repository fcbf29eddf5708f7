"""Query parameters, strictly: what a resource does not know is refused, with the nearest that it does."""

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import get_origin

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.refusals import Fault, InvalidParameters


def nearest(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three known words, the most similar first; case does not count."""
    folded = {word.casefold(): word for word in known}
    return tuple(folded[match] for match in get_close_matches(given.casefold(), folded, n=3, cutoff=0.6))


async def refuse_unknown(request: Request) -> None:
    """Raise InvalidParameters where the request has parameters that its resource lacks, or one too often."""
    route = request.scope.get("route")
    assert isinstance(route, APIRoute)
    several = repeatable(route.dependant)
    given = Counter(name for name, _ in request.query_params.multi_items())
    faults = [
        unknown(name, sorted(several)) if name not in several else Fault(name, "takes one value only")
        for name, times in given.items()
        if name not in several or (times > 1 and not several[name])
    ]
    if faults:
        raise InvalidParameters(faults)


def repeatable(dependant: Dependant) -> dict[str, bool]:
    """Return by name, for all query parameters of a resource, whether they may be given several times."""
    found = {
        parameter.alias: get_origin(parameter.field_info.annotation) is tuple
        for parameter in dependant.query_params
    }
    for inner in dependant.dependencies:
        found |= repeatable(inner)
    return found


def unknown(name: str, known: list[str]) -> Fault:
    """Return the fault of a parameter that does not exist here."""
    near = nearest(name, known)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none here'}"
    return Fault(name, f"there is no such parameter; {hint}", near)
