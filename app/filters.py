"""The filters of statements as query parameters: what every list, count and export of statements takes."""

from inspect import signature
from typing import Annotated

from fastapi import Depends, Query
from pydantic import AwareDatetime

from app.dependencies import Code, Day, Stance, Words
from app.refusals import Fault, InvalidParameters
from graph_schema.filters import StatementFilter
from graph_schema.vocabulary import Act, Kind


def statement_filter(
    *,
    speaker: Annotated[tuple[Words, ...], Query(description="who says it: id or name")] = (),
    voice: Annotated[
        tuple[Words, ...], Query(description="whose position the claim states: id or name")
    ] = (),
    country: Annotated[tuple[Code, ...], Query(description="the speaker's country: ISO 3166 alpha-2")] = (),
    organization: Annotated[tuple[Words, ...], Query(description="the speaker's body: id or name")] = (),
    addressee: Annotated[tuple[Words, ...], Query(description="to whom it is said: id or name")] = (),
    topic: Annotated[tuple[Words, ...], Query(description="about what, narrower topics included")] = (),
    act: Annotated[tuple[Act, ...], Query(description="what the speaker does by saying it")] = (),
    stance: Annotated[tuple[Stance, ...], Query(description="1 in favour, -1 against, 0 neither")] = (),
    kind: Annotated[tuple[Kind, ...], Query(description="quoted, reported, or both")] = (),
    event: Annotated[tuple[Words, ...], Query(description="said at this event: id")] = (),
    article: Annotated[tuple[Words, ...], Query(description="written in this article: id")] = (),
    publisher: Annotated[tuple[Words, ...], Query(description="published by, as written")] = (),
    position: Annotated[
        tuple[Words, ...], Query(description="the speaker's office on that day: id or name")
    ] = (),
    q: Annotated[Words | None, Query(description="words in the claim")] = None,
    since: Annotated[Day | None, Query(description="said on this day or later")] = None,
    until: Annotated[Day | None, Query(description="said on this day or earlier")] = None,
    updated_since: Annotated[
        AwareDatetime | None, Query(description="read by this service after this time")
    ] = None,
) -> StatementFilter:
    """Return the filter that the parameters make; all must hold, and any value of a repeated one will do."""
    return StatementFilter.model_validate(locals())


FilterAsked = Annotated[StatementFilter, Depends(statement_filter)]


def network_filter(**given: object) -> StatementFilter:
    """Return the filter of a network, where `kind` is the network's own."""
    return StatementFilter.model_validate(given)


# The same parameters without `kind`: a signature is what FastAPI reads.
WHOLE = signature(statement_filter)
network_filter.__signature__ = WHOLE.replace(  # type: ignore[attr-defined]
    parameters=[parameter for name, parameter in WHOLE.parameters.items() if name != "kind"]
)
NetworkFilterAsked = Annotated[StatementFilter, Depends(network_filter)]


def fixed(asked: StatementFilter, name: str, value: str) -> StatementFilter:
    """Return a filter with one of its parts taken from the path; refuse the same part as a parameter."""
    if getattr(asked, name):
        raise InvalidParameters([Fault(name, "the path says it already")])
    return asked.model_copy(update={name: (value,)})
