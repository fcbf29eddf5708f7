"""Kind, day and place of the event that an article reports."""

from datetime import date

import pytest

from graph_schema.vocabulary import EventKind
from ingest.stages.occasions import event_day, event_kind, find_occasion
from tests.ingest.stages.marked import reading


@pytest.mark.parametrize(
    ("headline", "text", "kind"),
    [
        ("Secretary Vance's Call with Foreign Minister Ito", "Secretary Vance spoke today with Ito.", "call"),
        ("Telephone conversation with the President of X", "They discussed trade.", "call"),
        ("", "The two ministers talked by phone on Monday.", "call"),
        ("Wang meets Ito", "Wang Yi met with Ito in Beijing on Monday.", "meeting"),
        ("", "Wang Yi held talks with his counterpart.", "meeting"),
        ("", "The ministry said in a statement that he affirmed this during a meeting with Ito.", "meeting"),
        ("PM Ito visits Vietnam", "Ito arrived in Hanoi for an official visit to Vietnam.", "visit"),
        ("Leaders gather for ASEAN summit", "At the ASEAN summit, leaders voiced concern.", "summit"),
        ("Regular Press Conference on May 4", "Q: What about X?", "press_conference"),
        ("", "This was stated by the President during a conversation with journalists.", "press_conference"),
        ("", "“We regret it,” the ministry said in a statement.", "statement"),
        ("Joint statement of X and Y", "We reaffirm our ties.", "statement"),
        ("", "In a speech at the university, Ito said that peace was possible.", "speech"),
        ("Xi, Ito exchange congratulations on anniversary", "They exchanged messages.", "letter"),
        ("", "He said this in an interview with a newspaper.", "interview"),
        ("Fire kills five", "A fire killed five people, officials said.", "other"),
    ],
)
def test_event_kinds(headline: str, text: str, kind: str) -> None:
    assert event_kind(headline, text) is EventKind(kind)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ito met yesterday with Wang.", date(2023, 8, 8)),
        ("On August 7, Ito met with Wang.", date(2023, 8, 7)),
        ("Ito recalled the accord of 3 May 2020.", date(2023, 8, 9)),
        ("Ito will come on August 12.", date(2023, 8, 9)),
        ("Ito met with Wang.", date(2023, 8, 9)),
    ],
)
def test_event_days(text: str, day: date) -> None:
    assert event_day(EventKind.MEETING, text, date(2023, 8, 9)) == day


def test_a_visit_may_be_announced() -> None:
    assert event_day(EventKind.VISIT, "Ito will come on August 12.", date(2023, 8, 9)) == date(2023, 8, 12)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ito met with Wang at the Great Hall of the People in Beijing on Monday.", "Beijing"),
        ("Ito met with Wang in May.", None),
        ("GENEVA, Aug. 7 (Example) -- Ito said that all was well.", "Geneva"),
        ("Ito spoke today with Wang in Beijing by phone.", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    read = reading(text)
    find_occasion(read)
    assert read.occasion is not None
    assert read.occasion.place == place


def test_who_passes_a_readout_on_is_not_its_event() -> None:
    read = reading(
        "The below is attributable to Spokesperson Lee:\nIto met today with Wang.", published="2023-08-09"
    )
    find_occasion(read)
    assert read.occasion is not None
    assert (read.occasion.kind, read.occasion.starts_on) == (EventKind.MEETING, date(2023, 8, 9))
