"""Who took part in the event, and through whom it is told."""

import pytest

from graph_schema.vocabulary import EventKind
from ingest.annotations import Occasion
from ingest.reading import Reading
from ingest.stages.cast import cast
from ingest.stages.participants import participants
from ingest.stages.relays import relays
from ingest.stages.speakers import speakers
from tests.ingest.readings import marked


def staged(text: str, kind: EventKind) -> Reading:
    reading = marked(text)
    reading.occasion = Occasion(kind)
    for stage in (cast, speakers, relays, participants):
        stage(reading)
    return reading


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            "Vladimir Putin had a telephone conversation with President of Syria Bashar al-Assad.",
            EventKind.CALL,
            ["Vladimir Putin", "Bashar al-Assad"],
        ),
        (
            "The meeting between Foreign Minister Wang Yi and Foreign Minister Sergey Lavrov was held.",
            EventKind.MEETING,
            ["Wang Yi", "Sergey Lavrov"],
        ),
        (
            "Foreign Minister Wang Yi met Foreign Minister Sergey Lavrov to discuss the visit of Joe Biden.",
            EventKind.MEETING,
            ["Wang Yi", "Sergey Lavrov"],
        ),
        ("<Spokesperson Mao Ning> [said] {no}.", EventKind.PRESS_CONFERENCE, ["Mao Ning"]),
        (
            "Foreign Minister Wang Yi, who is on a visit that Joe Biden made before him, held talks with "
            "Foreign Minister Sergey Lavrov.",
            EventKind.MEETING,
            ["Wang Yi", "Sergey Lavrov"],
        ),
        (
            "Foreign Minister Wang Yi met Foreign Minister Sergey Lavrov. The talks were also attended by "
            "Kenyan Trade Minister Asha Mwangi.",
            EventKind.MEETING,
            ["Wang Yi", "Sergey Lavrov", "Asha Mwangi"],
        ),
        (
            "<Foreign Minister Wang Yi> [said] {so}. <China> [said] {no}. <A diplomat> [said] {yes}.",
            EventKind.OTHER,
            ["Wang Yi"],
        ),
    ],
)
def test_participants(text: str, kind: EventKind, names: list[str]) -> None:
    occasion = staged(text, kind).occasion
    assert occasion is not None
    assert [party.name for party in occasion.participants] == names


def test_a_byline_relays_every_statement_of_others() -> None:
    text = "This is attributable to Spokesperson Ned Price:\n<Secretary Blinken> [said] {no}."
    via = staged(text, EventKind.STATEMENT).attributions[-1].via
    assert via is not None
    assert via.name == "Ned Price"


def test_a_relay_stands_in_the_sentence() -> None:
    text = "<King Abdullah> [noted] {the need for calm}, according to a Royal Hashemite Court statement."
    via = staged(text, EventKind.STATEMENT).attributions[-1].via
    assert via is not None
    assert via.name == "Royal Hashemite Court"


def test_without_an_occasion_nobody_takes_part() -> None:
    reading = marked("<Wang Yi> [said] {no}.")
    participants(reading)
    assert reading.occasion is None
