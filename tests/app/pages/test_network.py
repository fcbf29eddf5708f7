"""The network's page: opened actors bring their own ties, and the address holds all that was chosen."""

from app.coding import Book, Level
from app.networks import Kind, Voiced
from app.pages.network import MOST_ACTORS, View, strongest
from graph_schema.filters import StatementFilter
from graph_schema.tallies import Coded


def book(*voiced: Voiced) -> Book:
    found = Book(Level.PERSON)
    for each in voiced:
        against, neither, in_favour = (each.count * (each.stance == stance) for stance in (-1, 0, 1))
        counted = ((each.topic, against, neither, in_favour),)
        found.take(Coded(actor=each.actor, name=each.actor, voiced=counted))
    return found


def crowd() -> Book:
    """As many loud actors as are shown, agreeing on one topic, and a quiet one who agrees with the first."""
    loud = [Voiced(f"loud-{number:02}", "trade", 1, 9) for number in range(MOST_ACTORS)]
    return book(*loud, Voiced("loud-00", "fishing", 1, 1), Voiced("quiet", "fishing", 1, 1))


def test_a_quiet_actor_is_tied_only_when_opened() -> None:
    ends = {end for tie in strongest(crowd(), Kind.CONGRUENCE, []) for end in (tie.source, tie.target)}
    assert "quiet" not in ends
    own = [
        tie for tie in strongest(crowd(), Kind.CONGRUENCE, ["quiet"]) if "quiet" in (tie.source, tie.target)
    ]
    assert [{tie.source, tie.target} for tie in own] == [{"loud-00", "quiet"}]


def test_opening_is_a_switch_in_the_address() -> None:
    view = View(StatementFilter(), Kind.IGNORE, Level.PERSON, "year", [], None, ("Q1",), [("topic", "trade")])
    assert view.opening("Q2") == "/network?topic=trade&tie=ignore&level=person&window=year&open=Q1&open=Q2"
    assert view.opening("Q1") == "/network?topic=trade&tie=ignore&level=person&window=year"
