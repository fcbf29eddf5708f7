"""Dead deliveries: kept one by one, sent again in order to where their alert says now, or dropped."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.alerts import AlertBook
from app.dead_deliveries import DeadDelivery
from app.deliveries import Deliveries
from graph_schema.errors import NotFound
from tests.app.receiving import Receiver
from tests.app.test_alerts import alert

pytestmark = pytest.mark.anyio
START = datetime(2030, 1, 1, tzinfo=UTC)


def dead(name: str, minute: int) -> DeadDelivery:
    return DeadDelivery(
        delivery=f"{name}-{minute}",
        alert=name,
        webhook="https://example.org/gone",
        at=START + timedelta(minutes=minute),
        attempts=5,
        error="it answered 500",
        body=json.dumps({"alert": name, "minute": minute}),
    )


@pytest.fixture
def deliveries(tmp_path: Path) -> Deliveries:
    """Three dead of one alert, the newest kept first, and one of an alert that is gone."""
    made = Deliveries(tmp_path)
    for each in (dead("tariffs", 3), dead("tariffs", 1), dead("tariffs", 2), dead("gone", 4)):
        made.dead.keep(each)
    return made


def test_they_are_kept_the_oldest_first(deliveries: Deliveries) -> None:
    deliveries.dead.keep(dead("tariffs", 1))  # the same delivery again is one
    assert [each.at.minute for each in deliveries.dead.all()] == [1, 2, 3, 4]
    assert [each.alert for each in deliveries.dead.all("gone")] == ["gone"]
    assert deliveries.dead.named(["tariffs-2"]) == [dead("tariffs", 2)]
    with pytest.raises(NotFound, match="tariffs-9"):
        deliveries.dead.named(["tariffs-1", "tariffs-9"])
    with pytest.raises(NotFound, match="gone-4"):
        deliveries.dead.named(["gone-4"], "tariffs")


async def test_where_one_is_not_taken_those_behind_it_wait(deliveries: Deliveries, tmp_path: Path) -> None:
    with Receiver(204, 503, 204) as receiver:
        AlertBook(tmp_path).create(alert(webhook=receiver.url))
        left = await deliveries.retry(deliveries.dead.all())
        assert [(each.delivery, each.attempts, each.error) for each in left] == [
            ("tariffs-2", 6, "it answered 503"),
            ("tariffs-3", 5, "it answered 500"),
            ("gone-4", 5, "no alert is called 'gone'; `communique alerts list` shows them"),
        ]
        assert deliveries.dead.all() == left  # as it is kept, too
        assert [each.alert for each in await deliveries.retry(left)] == ["gone"]
    sent = [(headers["Communique-Delivery"], json.loads(body)["minute"]) for headers, body in receiver.came]
    assert sent == [("tariffs-1", 1), ("tariffs-2", 2), ("tariffs-2", 2), ("tariffs-3", 3)]


async def test_an_alert_without_a_webhook_any_more(deliveries: Deliveries, tmp_path: Path) -> None:
    AlertBook(tmp_path).create(alert(name="gone"))
    (left,) = await deliveries.retry(deliveries.dead.all("gone"))
    assert left.error == "the alert 'gone' has no webhook any more"
    deliveries.dead.drop(left)
    assert deliveries.dead.all("gone") == []
