"""What alerts have told their webhooks, kept so that nothing is told twice or lost over a restart.

Each alert has a file with the moment up to which it has told, and what of the last minute it told; what was
not taken is beside them, whole, and can be sent again.
"""

import asyncio
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import structlog
from pydantic import BaseModel

from app.alerts import Alert, AlertBook
from app.dead_deliveries import DeadDeliveries, DeadDelivery
from app.keeping import keep
from app.news import REMEMBERED, look
from app.webhooks import PAUSES, Outcome, deliver
from graph_schema.errors import CommuniqueError, NotFound
from graph_schema.identity import digest
from graph_schema.store import Graph

log = structlog.get_logger("communique.alerts")
FOLDER = "alerts.d"
AT_ONCE = 100  # statements a request


class Told(BaseModel):
    """How far an alert has told; `sent` are ids of statements near that moment, the last last."""

    mark: datetime
    sent: list[str] = []


class Deliveries:
    """The deliveries of a data folder's alerts; `pauses` are the seconds between attempts."""

    def __init__(self, folder: Path, pauses: Sequence[float] = PAUSES) -> None:
        self.folder, self.pauses, self.book = folder / FOLDER, pauses, AlertBook(folder)
        self.dead = DeadDeliveries(self.folder / "dead")

    def telling(self) -> list[Alert]:
        """Return the alerts that have a webhook to tell."""
        return [alert for alert in self.book.all() if alert.webhook]

    async def tell(self, graph: Graph, alert: Alert) -> None:
        """Tell one webhook what is new to it; what goes wrong is in the log, and the next look goes on."""
        try:
            await self._tell(graph, alert)
        except CommuniqueError as error:  # such as a name that the graph does not know any more
            log.warning("alert", alert=alert.name, error=str(error))
        except Exception as error:  # a service does not end by its alerts
            log.warning("alert", alert=alert.name, error=f"{type(error).__name__}: {error}")

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
        outcome = await send(alert, delivery, body, self.pauses)
        if outcome.error is None:
            return
        log.warning("webhook", alert=alert.name, attempts=outcome.attempts, error=outcome.error)
        self.dead.keep(
            DeadDelivery(
                delivery=delivery,
                alert=alert.name,
                webhook=alert.webhook or "",
                at=datetime.now(UTC),
                attempts=outcome.attempts,
                error=outcome.error,
                body=body,
            )
        )

    async def retry(self, asked: Iterable[DeadDelivery]) -> list[DeadDelivery]:
        """Send dead deliveries once more, to where their alerts say now; return those that are left.

        Each alert's go in order, and where one is not taken, those behind it wait.
        """
        left = dict[str, list[DeadDelivery]]()
        for dead in asked:
            if dead.alert in left:
                left[dead.alert].append(dead)
            elif again := await self._again(dead):
                left[dead.alert] = [again]
        return [dead for waiting in left.values() for dead in waiting]

    async def _again(self, dead: DeadDelivery) -> DeadDelivery | None:
        try:
            outcome = await send(self.book.get(dead.alert), dead.delivery, dead.body, pauses=())
        except NotFound as error:
            outcome = Outcome(0, str(error))
        if outcome.error is None:
            self.dead.drop(dead)
            return None
        attempts = dead.attempts + outcome.attempts
        again = dead.model_copy(update={"attempts": attempts, "error": outcome.error})
        self.dead.keep(again)
        return again

    def _told(self, alert: Alert) -> Told:
        file = self.folder / f"{alert.name}.json"
        told = Told.model_validate_json(file.read_bytes()) if file.exists() else None
        fresh = told is None or told.mark < alert.created_at  # an alert of that name before this one
        return Told(mark=alert.created_at) if fresh or told is None else told

    def _keep(self, alert: Alert, told: Told) -> None:
        keep(self.folder / f"{alert.name}.json", told.model_dump_json().encode())


async def send(alert: Alert, delivery: str, body: str, pauses: Sequence[float]) -> Outcome:
    """Send a body to an alert's webhook, with these pauses between attempts."""
    if alert.webhook is None:
        return Outcome(0, f"the alert {alert.name!r} has no webhook any more")
    return await deliver(
        alert.webhook,
        body.encode(),
        secret=alert.secret or "",
        delivery=delivery,
        allow_private=alert.allow_private,
        pauses=pauses,
    )


async def keep_telling(graph: Graph, folder: Path, pause: float) -> None:
    """Tell all webhooks what is new, for as long as the service runs; `pause` are seconds between looks.

    A webhook that is being told, perhaps again and again, keeps no other waiting.
    """
    deliveries = Deliveries(folder)
    async with asyncio.TaskGroup() as group:
        busy = dict[str, asyncio.Task[None]]()
        while True:
            try:
                for alert in deliveries.telling():
                    if alert.name not in busy or busy[alert.name].done():
                        busy[alert.name] = group.create_task(deliveries.tell(graph, alert))
            except (OSError, ValueError) as error:  # a file of alerts that cannot be read now
                log.warning("alerts", error=f"{type(error).__name__}: {error}")
            await asyncio.sleep(pause)
