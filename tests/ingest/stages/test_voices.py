"""Whose position a content states."""

import pytest

from ingest.stages.cast import cast
from ingest.stages.speakers import speakers
from ingest.stages.voices import voices
from tests.ingest.readings import marked


@pytest.mark.parametrize(
    ("content", "voice"),
    [
        ("China is ready to deepen cooperation", ["China"]),
        ("China supports the talks", ["China"]),
        ("Beijing is willing to help", ["China"]),
        ("China's support for the talks", ["China"]),
        ("the readiness of China to help", ["China"]),
        ("our position on the talks has not changed", ["China"]),
        ("his country will keep its word", ["China"]),
        ("the Chinese side attaches importance to the talks", ["China"]),
        ("China should be told the truth", []),
        ("China has done much", []),
        ("China is a large country", []),
        ("Chinese tourists travel a great deal", []),
        ("Russia supports the talks", []),
        ("the importance of trade", []),
    ],
)
def test_voice(content: str, voice: list[str]) -> None:
    reading = marked(f"Chinese Foreign Minister Wang Yi spoke.\n<Wang> [said] {{{content}}}.")
    for stage in (cast, speakers, voices):
        stage(reading)
    assert [party.name for party in reading.attributions[-1].voice] == voice


def test_it_goes_on_with_the_voice_before() -> None:
    text = (
        "Chinese Foreign Minister Wang Yi spoke.\n<Wang> [said] {China is ready}.\n{It will also help Nauru}."
    )
    reading = marked(text)
    for stage in (cast, speakers, voices):
        stage(reading)
    assert [party.name for party in reading.attributions[-1].voice] == ["China"]
