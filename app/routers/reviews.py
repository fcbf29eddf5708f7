"""Reviews: people confirm, correct or reject statements; how often the machine is right."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from app.dependencies import GraphOf, Words
from app.keys import ApiKey, Scope
from app.refusals import KeyRequired
from app.security import Credentials, checked
from graph_schema.reviewing.acting import Asked, review
from graph_schema.reviewing.agreement import Agreement, agreement
from graph_schema.reviewing.review import Review, Verdict
from graph_schema.reviewing.review_log import ReviewLog
from graph_schema.views import Page
from graph_schema.vocabulary import Act

router = APIRouter(prefix="/reviews", tags=["reviews"])


class NewReview(BaseModel):
    """What a person finds of a statement; what is to be corrected is set, the rest stays."""

    model_config = ConfigDict(extra="forbid")

    statement: str = Field(min_length=1, max_length=500, description="its id")
    verdict: Verdict
    speaker: Words | None = Field(default=None, description="who says it: id or name")
    topic: Words | None = Field(default=None, description="its main topic: id or name")
    act: Act | None = None
    stance: int | None = Field(default=None, ge=-1, le=1)
    note: str = Field(default="", max_length=2000, description="why")
    by: Words | None = Field(default=None, description="who finds it so; else the name of the key")


def log_of(request: Request) -> ReviewLog:
    """Return the log of the service's data folder."""
    return ReviewLog(request.app.state.settings.data)


def writing_key(request: Request, credentials: Credentials) -> ApiKey:
    """Return the key that opens writing; raises KeyRequired or KeyLacksScope."""
    if credentials is None:
        raise KeyRequired("a review needs a key that opens writing: send `Authorization: Bearer ...`")
    return checked(credentials, request.app.state.settings, Scope.WRITE)


Log = Annotated[ReviewLog, Depends(log_of)]


@router.get("")
def list_reviews(
    log: Log,
    verdict: Annotated[tuple[Verdict, ...], Query(description="confirm, correct or reject")] = (),
    article: Annotated[tuple[Words, ...], Query(description="of statements in this article: id")] = (),
    by: Annotated[tuple[Words, ...], Query(description="made by")] = (),
    limit: Annotated[int, Query(ge=1, le=1000, description="the latest so many")] = 1000,
) -> Page[Review]:
    """List the reviews that hold, one a statement, the latest first; rejected statements are found here.

    `machine` is the whole of what the machine had read, `changes` what people set in its place.

    Example: `/v1/reviews?verdict=reject`
    """
    found = [
        each
        for each in log.latest().values()
        if (not verdict or each.verdict in verdict)
        and (not article or each.article in article)
        and (not by or each.by in by)
    ]
    found.sort(key=lambda each: (each.at, each.statement), reverse=True)
    return Page[Review](data=tuple(found[:limit]), next_cursor=None)


@router.get("/agreement")
def show_agreement(log: Log) -> Agreement:
    """Show how far people and the machine agree on speaker, topic, act and stance: Cohen's kappa of each.

    Over the last review of each statement that was confirmed or corrected; n stands beside each number.

    Example: `/v1/reviews/agreement`
    """
    return agreement(log.latest().values())


@router.post("", status_code=201)
async def add_review(
    graph: GraphOf, log: Log, given: NewReview, key: Annotated[ApiKey, Depends(writing_key)]
) -> Review:
    """Confirm, correct or reject a statement. Needs a key that opens writing.

    It acts at once, is kept, and holds whatever is read again. A rejected statement is hidden; confirm it,
    and it comes back.
    """
    asked = Asked(given.speaker, given.topic, given.act, given.stance)
    return await review(graph, log, given.statement, given.verdict, given.by or key.name, asked, given.note)
