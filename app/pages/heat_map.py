"""Who speaks on what, as a table whose cells are the darker the more was said, and lead to it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import log1p

from markupsafe import Markup

from app.pages.address import address, place
from app.pages.markup import link, tag
from graph_schema.tallies import SpeakerTopic

MOST_SPEAKERS, MOST_TOPICS = 14, 10


def heat_map(pairs: Sequence[SpeakerTopic], since: date | None) -> Markup:
    """Return the speakers and topics with most statements against each other."""
    speakers, topics = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for each in pairs:
        speakers[each.speaker, each.name] += each.statements
        topics[each.topic, each.label] += each.statements
    if not pairs:
        return tag("p", "No statement in this time has both a speaker and a topic; choose a longer one.")
    columns = [key for key, _ in topics.most_common(MOST_TOPICS)]
    counts = {(each.speaker, each.topic): each.statements for each in pairs}
    most = max(counts.values(), default=1)
    head = [tag("th", link(place("topics", key), tag("span", label)), scope="col") for key, label in columns]
    rows = [
        tag(
            "tr",
            tag("th", link(place("actors", key), name), scope="row"),
            [cell(counts.get((key, topic), 0), most, key, topic, since) for topic, _ in columns],
        )
        for (key, name), _ in speakers.most_common(MOST_SPEAKERS)
    ]
    table = tag(
        "table",
        tag("caption", "Statements by speaker and topic; each number leads to them", class_="unseen"),
        tag("thead", tag("tr", tag("td"), head)),
        tag("tbody", rows),
        class_="heat",
    )
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="Who speaks on what")


def cell(count: int, most: int, speaker: str, topic: str, since: date | None) -> Markup:
    """Return one number; its shade grows with its logarithm."""
    if not count:
        return tag("td")
    shade = max(1, round(5 * log1p(count) / log1p(most)))
    target = address("/statements", {"speaker": speaker, "topic": topic, "since": since})
    return tag("td", link(target, count), class_=f"shade-{shade}")
