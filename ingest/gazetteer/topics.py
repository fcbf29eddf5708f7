"""Topics: their tree, and which of them a text speaks of, with the words that say so.

A pattern is a phrase: `grain deal`, `ceasefire*`, `SCO`, `security council^0.5`. `*` stands for any ending of
a word; hyphens and spaces are the same; words all in capitals match only in capitals; `^` gives a weight
other than 1. A phrase inside a longer one that matches at the same place does not count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.gazetteer.entries import Topic
from ingest.gazetteer.phrases import Phrase, PhraseIndex, read_phrase


class TopicMatch(NamedTuple):
    """A topic that a text speaks of: the matched words as written, and the sum of their phrases' weights."""

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
        """Return the assignable topics that a text speaks of, the weightiest first, then in text order.

        What matches a narrower topic speaks for the topics above it as well.
        """
        found: dict[str, dict[str, str]] = defaultdict(dict)
        weights: dict[str, float] = defaultdict(float)
        for start, end, phrase in self._phrases.scan(text):
            for topic in (phrase.means, *self.broader(phrase.means)):
                if self.by_id[topic].assign and phrase.pattern not in found[topic]:
                    found[topic][phrase.pattern] = text[start:end]
                    weights[topic] += phrase.weight
        matches = [TopicMatch(t, tuple(words.values()), weights[t]) for t, words in found.items() if words]
        return sorted(matches, key=lambda match: -match.weight)

    def _patterns(self) -> Iterator[Phrase]:
        for topic in self.by_id.values():
            for pattern in topic.patterns:
                yield read_phrase(pattern, topic.id)
