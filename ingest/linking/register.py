"""The register in which the figures of an article are entered, each once, while its cast is made."""

from __future__ import annotations

from datetime import date

from ingest.gazetteer.entries import Country, Organization
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.names import Mention
from ingest.gazetteer.words import fold
from ingest.linking import lexicon
from ingest.linking.figures import Cast, Figure
from ingest.linking.lexicon import word_set
from ingest.linking.phrases import Phrase

# A body of one of these kinds speaks for itself, whatever state it belongs to.
MILITIA = "militant_group"
_FOR_ITSELF = word_set("media party ngo company") | {MILITIA}
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Register:
    """Figures by id and by the words of their names."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self.gazetteer, self.day = gazetteer, day
        self.cast = Cast()
        self._by_id: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = {}

    def known(self, key: str | None) -> Figure | None:
        """Return the figure of an id."""
        return self._by_id.get(key) if key else None

    def enter(self, figure: Figure) -> Figure:
        """Enter a figure; whoever has its id already is returned in its stead."""
        if figure.party.id and (known := self._by_id.get(figure.party.id)):
            return known
        self.cast.figures.append(figure)
        if figure.party.id:
            self._by_id[figure.party.id] = figure
        words, figure.words = figure.words, set()
        self.learn(figure, words)
        return figure

    def learn(self, figure: Figure, words: set[str]) -> None:
        """Let a figure be found by more words."""
        for word in words - figure.words:
            self._by_word.setdefault(word, []).append(figure)
        figure.words |= words

    def sharing(self, words: set[str]) -> list[Figure]:
        """Return the figures that have a word of a name, the latest first."""
        found = [figure for word in words for figure in self._by_word.get(word, ())]
        return list(dict.fromkeys(reversed(found)))

    @property
    def words(self) -> list[str]:
        """All words of all names."""
        return list(self._by_word)

    def code(self, mention: Mention) -> str:
        """Return the code of the state or body that a mention of the gazetteer means."""
        return code_of(self.gazetteer.entry(mention.ids[0]))

    def codes(self, phrase: Phrase) -> list[str]:
        """Return the codes of the states and bodies in a phrase, "" for a body that speaks for itself."""
        return [self.code(mention) for mention in phrase.mentions]


def code_of(entry: object) -> str:
    """Return the code of a state (ISO 3166) or body (EU, NATO); militias, media and the like have none."""
    if isinstance(entry, Country):
        return entry.iso
    if isinstance(entry, Organization) and entry.kind not in _FOR_ITSELF:
        return entry.code
    return ""


def name_words(name: str) -> set[str]:
    """Return the folded words of a name that tell people apart: no initials, particles, suffixes."""
    return {w for w in fold(name).split() if len(w) > 1 and w not in _SUFFIXES and w not in lexicon.PARTICLES}
