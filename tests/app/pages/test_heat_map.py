"""Who speaks on what, as a table."""

from datetime import date

from lxml import html  # type: ignore[import-untyped]

from app.pages.heat_map import MOST_SPEAKERS, MOST_TOPICS, heat_map
from graph_schema.tallies import SpeakerTopic


def pair(speaker: int, topic: int, statements: int) -> SpeakerTopic:
    return SpeakerTopic(
        speaker=f"s{speaker}",
        name=f"<b>{speaker}",
        topic=f"t{topic}",
        label=f"T{topic}",
        statements=statements,
    )


def test_each_number_leads_to_its_statements() -> None:
    table = html.fromstring(heat_map([pair(1, 1, 40), pair(1, 2, 1), pair(2, 1, 5)], date(2023, 8, 1)))
    cells = {each.text: each.get("href") for each in table.xpath("//tbody//td/a")}
    assert cells["40"] == "/statements?speaker=s1&topic=t1&since=2023-08-01"
    assert [each.get("class") for each in table.xpath("//tbody//td")] == [
        "shade-5",
        "shade-1",
        "shade-2",
        None,
    ]
    assert table.xpath("//tbody//th")[0].text_content() == "<b>1"


def test_a_table_has_an_end() -> None:
    table = html.fromstring(heat_map([pair(n, m, 1) for n in range(40) for m in range(40)], None))
    assert len(table.xpath("//tbody/tr")) == MOST_SPEAKERS
    assert len(table.xpath("//thead//th")) == MOST_TOPICS


def test_nothing_to_show_is_said() -> None:
    assert "choose a longer one" in heat_map([], None)
