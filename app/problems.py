"""Errors as the reader meets them: RFC 9457 problem details, from one table over the error tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pydantic import BaseModel, Field

from app.refusals import (
    ExtraMissing,
    Fault,
    InvalidParameters,
    KeyLacksScope,
    KeyRequired,
    NoIntake,
    TooLarge,
    TooManyRequests,
)
from graph_schema.errors import (
    AmbiguousName,
    CommuniqueError,
    EngineLocked,
    EngineTimeout,
    EngineUnavailable,
    InputError,
    InvalidCursor,
    LedgerBusy,
    NotFound,
    SchemaOutdated,
    UnknownName,
)

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status, its word in the `type` address, its title and its headers."""

    status: int
    slug: str
    title: str
    headers: Mapping[str, str] = field(default_factory=dict)


AGAIN_SOON = MappingProxyType({"Retry-After": "5"})

TABLE: Mapping[type[Exception], Kind] = MappingProxyType(
    {
        UnknownName: Kind(404, "unknown-name", "Nobody and nothing has this name"),
        NotFound: Kind(404, "not-found", "There is no such thing"),
        AmbiguousName: Kind(409, "ambiguous-name", "Several have this name"),
        InvalidParameters: Kind(422, "invalid-parameters", "A parameter is not right"),
        InvalidCursor: Kind(422, "invalid-cursor", "This cursor was not made here"),
        LedgerBusy: Kind(503, "ledger-busy", "Another process takes articles in", AGAIN_SOON),
        InputError: Kind(422, "unreadable-article", "The article cannot be read"),
        KeyRequired: Kind(401, "key-required", "A key is needed", {"WWW-Authenticate": "Bearer"}),
        KeyLacksScope: Kind(403, "key-lacks-scope", "This key does not open that"),
        TooManyRequests: Kind(429, "too-many-requests", "Too many requests"),
        TooLarge: Kind(413, "too-large", "The request is too large"),
        NoIntake: Kind(503, "no-intake", "This service takes no articles in"),
        ExtraMissing: Kind(501, "extra-missing", "This service lacks an optional part"),
        EngineTimeout: Kind(504, "engine-timeout", "The question takes too long to answer"),
        EngineUnavailable: Kind(503, "engine-unavailable", "The graph does not answer", AGAIN_SOON),
        EngineLocked: Kind(503, "engine-unavailable", "The graph is in use elsewhere", AGAIN_SOON),
        SchemaOutdated: Kind(503, "schema-outdated", "The graph needs a migration"),
        CommuniqueError: Kind(500, "internal", "Something went wrong here"),
    }
)
INTERNAL = TABLE[CommuniqueError]
INTERNAL_DETAIL = "the service failed on this request; its log tells why"
BY_STATUS = MappingProxyType(
    {
        400: Kind(400, "bad-request", "The request cannot be understood"),
        404: Kind(404, "not-found", "There is no such page"),
        405: Kind(405, "method-not-allowed", "This method is not allowed here"),
        413: Kind(413, "too-large", "The request is too large"),
    }
)


class Candidate(BaseModel):
    """One of several that answer to a name."""

    id: str
    name: str


class ParameterProblem(BaseModel):
    """What is wrong with one parameter."""

    parameter: str = Field(examples=["speakr"])
    detail: str = Field(examples=["there is no such parameter"])
    nearest: list[str] = Field(default=[], examples=[["speaker"]])


class Problem(BaseModel):
    """A problem (RFC 9457): `detail` is one sentence that says what happened and how to mend it."""

    type: str = Field(examples=["/problems/invalid-parameters"])
    title: str = Field(examples=["A parameter is not right"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["speakr: there is no such parameter"])
    errors: list[ParameterProblem] = Field(default=[], description="by parameter")
    nearest: list[str] = Field(default=[], description="the nearest names that exist")
    candidates: list[Candidate] = Field(default=[], description="those that answer to an ambiguous name")


def kind_of(error: BaseException) -> Kind:
    """Return the table's row for an error: its own class's, or else its nearest ancestor's."""
    return next((TABLE[cls] for cls in type(error).__mro__ if cls in TABLE), INTERNAL)


def problem_of(error: CommuniqueError, given: Iterable[tuple[str, str]] = ()) -> Problem:
    """Return the problem that tells a reader of an error; `given` are the parameters of the request."""
    kind = kind_of(error)
    nearest = error.nearest if isinstance(error, UnknownName) else ()
    candidates = error.candidates if isinstance(error, AmbiguousName) else ()
    return Problem(
        type=address(kind),
        title=kind.title,
        status=kind.status,
        detail=INTERNAL_DETAIL if kind is INTERNAL else str(error),
        errors=[told(fault) for fault in faults_of(error, given)],
        nearest=list(nearest),
        candidates=[Candidate(id=key, name=name) for key, name in candidates],
    )


def faults_of(error: CommuniqueError, given: Iterable[tuple[str, str]]) -> tuple[Fault, ...]:
    """Return what is wrong with which parameter, as far as an error knows."""
    if isinstance(error, InvalidParameters):
        return error.faults
    if isinstance(error, InvalidCursor):
        return (Fault("cursor", str(error)),)
    if isinstance(error, UnknownName | AmbiguousName):
        near = error.nearest if isinstance(error, UnknownName) else ()
        return tuple(Fault(name, str(error), near) for name, value in given if value == error.name)
    return ()


def address(kind: Kind) -> str:
    """Return the address at which a kind of problem is explained."""
    return f"/problems/{kind.slug}"


def told(fault: Fault) -> ParameterProblem:
    """Return a fault as the reader sees it."""
    return ParameterProblem(parameter=fault.parameter, detail=fault.detail, nearest=list(fault.nearest))
