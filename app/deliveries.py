"""What alerts have told their webhooks, kept so that nothing is told twice or lost over a restart.

Each alert has a file with the moment up to which it has told, and what of the last minute it told; what was
not taken is in `dead.jsonl`, whole.
"""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import structlog
from pydantic import BaseModel, ConfigDict

from app.alerts import Alert, AlertBook
from app.news import look
from app.webhooks import PAUSES, deliver
from graph_schema.errors import CommuniqueError
from graph_schema.identity import digest
from graph_schema.store import Graph

log = structlog.get_logger("communique.alerts")
FOLDER = "alerts.d"
DEAD = "dead.jsonl"
AT_ONCE = 100  # statements a request
REMEMBERED = 2000


class Told(BaseModel):
    """How far an alert has told; `sent` are ids of statements near that moment, the last last."""

    mark: datetime
    sent: list[str] = []


class DeadDelivery(BaseModel):
    """A delivery that was not taken, with all that it said."""

    model_config = ConfigDict(frozen=True)

    delivery: str
    alert: str
    webhook: str
    at: datetime
    attempts: int
    error: str
    body: str


class Deliveries:
    """The deliveries of a data folder's alerts."""

    def __init__(self, folder: Path, pauses: Sequence[float] = PAUSES) -> None:
        self.folder, self.pauses, self.book = folder / FOLDER, pauses, AlertBook(folder)

    def dead(self) -> list[DeadDelivery]:
        """Return the deliveries that were not taken, the oldest first."""
        file = self.folder / DEAD
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [DeadDelivery.model_validate_json(line) for line in lines if line.strip()]

    async def tell_all(self, graph: Graph) -> None:
        """Tell each webhook what is new to it; one that does not answer keeps no other waiting."""
        asked = [alert for alert in self.book.all() if alert.webhook]
        await asyncio.gather(*(self.tell(graph, alert) for alert in asked))

    async def tell(self, graph: Graph, alert: Alert) -> None:
        """Tell one webhook what is new to it; what goes wrong is in the log."""
        try:
            await self._tell(graph, alert)
        except CommuniqueError as error:  # such as a name that the graph does not know any more
            log.warning("alert", alert=alert.name, error=str(error))

    async def _tell(self, graph: Graph, alert: Alert) -> None:
        told = self._told(alert)
        sent = dict.fromkeys(told.sent)
        news = await look(graph, alert.asked, alert.created_at, told.mark, sent)
        for start in range(0, len(news), AT_ONCE):
            part = news[start : start + AT_ONCE]
            rows = [each.statement.model_dump(mode="json") for each in part]
            delivery = digest("delivery", alert.name, *(each.statement.id for each in part))
            body = json.dumps({"alert": alert.name, "delivery": delivery, "statements": rows})
            await self._deliver(alert, delivery, body)
            told = Told(
                mark=max(told.mark, *(each.read_at for each in part)),
                sent=[*told.sent, *(each.statement.id for each in part)][-REMEMBERED:],
            )
            self._keep(alert, told)

    async def _deliver(self, alert: Alert, delivery: str, body: str) -> None:
        assert alert.webhook is not None
        outcome = await deliver(
            alert.webhook,
            body.encode(),
            secret=alert.secret or "",
            delivery=delivery,
            allow_private=alert.allow_private,
            pauses=self.pauses,
        )
        if outcome.error is None:
            return
        dead = DeadDelivery(
            delivery=delivery,
            alert=alert.name,
            webhook=alert.webhook,
            at=datetime.now(UTC),
            attempts=outcome.attempts,
            error=outcome.error,
            body=body,
        )
        log.warning("webhook", alert=alert.name, attempts=outcome.attempts, error=outcome.error)
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / DEAD).open("a", encoding="utf-8") as file:
            file.write(dead.model_dump_json() + "\n")

    def _told(self, alert: Alert) -> Told:
        file = self.folder / f"{alert.name}.json"
        told = Told.model_validate_json(file.read_bytes()) if file.exists() else None
        fresh = told is None or told.mark < alert.created_at  # an alert of that name before this one
        return Told(mark=alert.created_at) if fresh or told is None else told

    def _keep(self, alert: Alert, told: Told) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f"{alert.name}.partial"
        partial.write_text(told.model_dump_json(), "utf-8")
        partial.replace(self.folder / f"{alert.name}.json")


async def keep_telling(graph: Graph, folder: Path, pause: float) -> None:
    """Tell all webhooks what is new, for as long as the service runs; `pause` are seconds between looks."""
    deliveries = Deliveries(folder)
    while True:
        try:
            await deliveries.tell_all(graph)
        except Exception as error:  # the next look goes on: a service does not end by its alerts
            log.warning("alerts", error=f"{type(error).__name__}: {error}")
        await asyncio.sleep(pause)
