"""Deliveries that a webhook did not take, each whole in a file of its own, until it is taken or dropped."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from app.keeping import keep
from graph_schema.errors import NotFound


class DeadDelivery(BaseModel):
    """A delivery that was not taken, with all that it said; `at` is when it was given up first."""

    model_config = ConfigDict(frozen=True)

    delivery: str
    alert: str
    webhook: str
    at: datetime
    attempts: int
    error: str
    body: str


class DeadDeliveries:
    """The dead deliveries in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self, alert: str | None = None) -> list[DeadDelivery]:
        """Return them, or those of one alert, the oldest first."""
        found = (DeadDelivery.model_validate_json(file.read_bytes()) for file in self.folder.glob("*.json"))
        kept = (each for each in found if alert in (None, each.alert))
        return sorted(kept, key=lambda each: (each.at, each.delivery))

    def named(self, deliveries: Collection[str], alert: str | None = None) -> list[DeadDelivery]:
        """Return those of these ids, the oldest first; raises NotFound where there is none of an id."""
        found = self.all(alert)
        for unknown in set(deliveries) - {each.delivery for each in found}:
            raise NotFound(
                f"no dead delivery has the id {unknown!r}; `communique alerts dead-letters` shows them"
            )
        return [each for each in found if each.delivery in deliveries]

    def keep(self, dead: DeadDelivery) -> None:
        """Keep one; what was kept of the same delivery gives way."""
        keep(self.folder / f"{dead.delivery}.json", dead.model_dump_json().encode())

    def drop(self, dead: DeadDelivery) -> None:
        """Forget one."""
        (self.folder / f"{dead.delivery}.json").unlink(missing_ok=True)
