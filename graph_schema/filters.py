"""What a reader asks statements to match: every filter of the service, in one place."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from graph_schema.vocabulary import Act, Kind


class StatementFilter(BaseModel):
    """All given filters must hold; within one filter any value will do.

    `speaker`, `voice`, `addressee`, `organization`, `position` and `topic` take ids or names ("Wang Yi",
    "wang-yi"); a topic includes its narrower ones, a position is the one held on the day. `country` takes ISO
    3166 alpha-2 codes of the speakers' countries. `since` and `until` are days of saying, both included;
    `updated_since` is when this system read the statement. `q` are words to find in the claim.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    speaker: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    act: tuple[Act, ...] = ()
    stance: tuple[int, ...] = ()
    kind: tuple[Kind, ...] = ()
    event: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    q: str | None = None
    since: date | None = None
    until: date | None = None
    updated_since: datetime | None = None
