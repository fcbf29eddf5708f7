"""Alerts: saved queries with names, kept in one file of the data folder, readable by its owner alone."""

import fcntl
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.datastructures import QueryParams

from app.keeping import keep
from app.parameters import nearest
from app.refusals import Fault, InvalidParameters
from graph_schema.errors import InputError, NotFound
from graph_schema.filters import StatementFilter

FILE = "alerts.json"
NAME = r"^[a-z0-9][a-z0-9-]{0,59}$"
URL = r"^https?://[^\s/@]+(/\S*)?$"


SINGLE = ("q", "since", "until")
FILTERS = tuple(name for name in StatementFilter.model_fields if name != "updated_since")


class Alert(BaseModel):
    """A saved query; its webhook, if it has one, is told of new statements, signed with the secret."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=NAME)
    query: str = Field(max_length=2000, description="filters of statements, as in an address")
    webhook: str | None = Field(default=None, max_length=2000, pattern=URL)
    allow_private: bool = Field(default=False, description="the webhook may be a private address")
    secret: str | None = None
    created_at: datetime

    @property
    def asked(self) -> StatementFilter:
        """Return the query as a filter; raises InvalidParameters."""
        return filter_in(self.query)


ALERTS = TypeAdapter(list[Alert])


def filter_in(query: str) -> StatementFilter:
    """Return the filter that a query string says; raises InvalidParameters, also for what no filter is."""
    given = QueryParams(query.removeprefix("?"))
    faults = [
        Fault(name, f"no filter of statements; there are {', '.join(FILTERS)}", nearest(name, FILTERS))
        for name in given
        if name not in FILTERS
    ]
    faults += [
        Fault("stance", "1 in favour, -1 against, 0 neither")
        for stance in given.getlist("stance")
        if stance not in {"-1", "0", "1"}
    ]
    if faults or not given:
        raise InvalidParameters(faults or [Fault("query", "an alert needs a filter, such as topic=taiwan")])
    values = {name: tuple(given.getlist(name)) for name in given}
    try:
        return StatementFilter.model_validate(
            {name: found[-1] if name in SINGLE else found for name, found in values.items()}
        )
    except ValidationError as error:
        raise InvalidParameters(
            [Fault(str(each["loc"][0]), each["msg"]) for each in error.errors()]
        ) from error


class AlertBook:
    """The alerts in a data folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def all(self) -> Sequence[Alert]:
        """Return all alerts, by name."""
        found = ALERTS.validate_json(self.file.read_bytes()) if self.file.exists() else []
        return sorted(found, key=lambda alert: alert.name)

    def get(self, name: str) -> Alert:
        """Return the alert of that name; raises NotFound."""
        for alert in self.all():
            if alert.name == name:
                return alert
        raise NotFound(f"no alert is called {name!r}; `communique alerts list` shows them")

    def create(self, alert: Alert) -> Alert:
        """Keep a new alert, with a secret if it has a webhook; raises InputError where its name is taken."""
        _ = alert.asked  # what no statement can match is told at once
        secret = f"whsec_{secrets.token_urlsafe(32)}" if alert.webhook else None
        made = alert.model_copy(update={"secret": secret})
        with self._held():
            alerts = self.all()
            if any(other.name == alert.name for other in alerts):
                raise InputError(f"there is an alert {alert.name!r} already: delete it, or take another name")
            self._keep([*alerts, made])
        return made

    def delete(self, name: str) -> Alert:
        """Take an alert away; raises NotFound."""
        with self._held():
            alert = self.get(name)
            self._keep([other for other in self.all() if other.name != name])
        return alert

    @contextmanager
    def _held(self) -> Iterator[None]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _keep(self, alerts: Sequence[Alert]) -> None:
        keep(self.file, ALERTS.dump_json(list(alerts), indent=1))
