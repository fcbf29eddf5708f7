"""Topics: their tree, and which of them a text speaks of, with the words that say so.

A pattern is a phrase and how often a claim that has it is about the topic: `grain deal^0.9`, `SCO^0.95`,
`solution` (0.5 where nothing is said). `*` stands for any ending of a word (`ceasefire*`); hyphens and spaces
are the same; words all in capitals match only in capitals. Of the phrases that begin at a place only the
longest count, and none that lies inside the one before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.gazetteer.entries import Topic
from ingest.gazetteer.phrases import Phrase, PhraseIndex, read_phrase


class Sign(NamedTuple):
    """A phrase at text[start:end] that speaks of a topic, and how likely it makes it."""

    start: int
    end: int
    topic: str
    phrase: str
    weight: float


class TopicMatch(NamedTuple):
    """A topic that a text speaks of, the matched words as written, and how likely they make it (0 to 1).

    The weights of several phrases add up as independent signs do: two of 0.5 make 0.75.
    """

    topic: str
    words: tuple[str, ...]
    weight: float


class Topics:
    """The topics by id, what is broader and narrower, and the matcher of their patterns."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.by_id = {topic.id: topic for topic in topics}
        self._narrower: dict[str, list[str]] = defaultdict(list)
        self._phrases = PhraseIndex(self._patterns())
        for topic in self.by_id.values():
            self._narrower[topic.broader].append(topic.id)

    def broader(self, topic: str) -> tuple[str, ...]:
        """Return the ids of all topics above one, the nearest first."""
        above: list[str] = []
        while (entry := self.by_id.get(topic)) and entry.broader and entry.broader not in above:
            topic = entry.broader
            above.append(topic)
        return tuple(above)

    def narrower(self, topic: str) -> tuple[str, ...]:
        """Return the ids of the topics directly below one; of the topmost ones for an empty id."""
        return tuple(self._narrower.get(topic, ()))

    def match(self, text: str) -> list[TopicMatch]:
        """Return the assignable topics that a text speaks of, the weightiest first, then in text order."""
        return weighed(text, self.signs(text))

    def signs(self, text: str) -> list[Sign]:
        """Return the phrases of a text that speak of assignable topics, in order.

        What speaks of a narrower topic speaks of the topics above it as well; they come before it.
        """
        return [
            Sign(start, end, topic, phrase.pattern, phrase.weight)
            for start, end, phrase in self._phrases.scan(text)
            for topic in (*reversed(self.broader(phrase.means)), phrase.means)
            if self.by_id[topic].assign
        ]

    def _patterns(self) -> Iterator[Phrase]:
        for topic in self.by_id.values():
            for pattern in topic.patterns:
                yield read_phrase(pattern, topic.id)


def weighed(text: str, signs: Iterable[Sign]) -> list[TopicMatch]:
    """Return the topics that signs of a text speak of, the weightiest first; a phrase counts once a topic."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    unlikely: dict[str, float] = defaultdict(lambda: 1.0)
    for sign in signs:
        if sign.phrase not in found[sign.topic]:
            found[sign.topic][sign.phrase] = text[sign.start : sign.end]
            unlikely[sign.topic] *= 1 - sign.weight
    matches = [
        TopicMatch(topic, tuple(words.values()), round(1 - unlikely[topic], 3))
        for topic, words in found.items()
    ]
    return sorted(matches, key=lambda match: -match.weight)
