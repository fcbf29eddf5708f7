"""Floors under what was said, with the annotators' spans in place, on the development articles."""

import pytest

from tests.evaluation.what import STAGES, Tally, read_with
from tests.shared import shared

FLOORS = {
    "kind": 99.0,
    "event": 95.0,
    "day": 91.0,
    "act": 79.0,
    "stance": 82.5,
    "main topic": 87.0,
    "topics": 76.0,
}


@pytest.mark.gold
@pytest.mark.slow
def test_floors() -> None:
    shared("gold", "readouts", "dev")
    tally = Tally()
    for reading, gold in read_with(["readouts/dev"], with_tagger=True):
        for stage in STAGES:
            stage(reading)
        tally.add(reading, gold)
    fallen = {name: tally.share(name) for name, floor in FLOORS.items() if tally.share(name) < floor}
    assert not fallen
