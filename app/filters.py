"""The filters of statements as query parameters: what every list, count and export of statements takes."""

from collections.abc import Awaitable, Callable
from inspect import signature
from typing import Annotated

from fastapi import Depends, Query

from app.dependencies import Code, Day, Moment, Stance, Words
from graph_schema.filters import StatementFilter
from graph_schema.vocabulary import Act, Kind


async def statement_filter(
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
    updated_since: Annotated[Moment | None, Query(description="read by this service after this time")] = None,
) -> StatementFilter:
    """Return the filter that the parameters make; all must hold, and any value of a repeated one will do."""
    return StatementFilter.model_validate(locals())


FilterAsked = Annotated[StatementFilter, Depends(statement_filter)]


def without(*left_out: str) -> Callable[..., Awaitable[StatementFilter]]:
    """Return the same dependency without some parameters: where the path or the resource says them itself."""

    async def narrowed(**given: object) -> StatementFilter:
        return StatementFilter.model_validate(given)

    whole = signature(statement_filter)
    kept = [parameter for name, parameter in whole.parameters.items() if name not in left_out]
    narrowed.__signature__ = whole.replace(parameters=kept)  # type: ignore[attr-defined]  # FastAPI reads it
    return narrowed


SpeakerlessFilterAsked = Annotated[StatementFilter, Depends(without("speaker"))]
TopiclessFilterAsked = Annotated[StatementFilter, Depends(without("topic"))]
NetworkFilterAsked = Annotated[StatementFilter, Depends(without("kind"))]
