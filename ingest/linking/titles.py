"""What a title says, and whether two titles may be one person's."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.gazetteer.entries import PositionKind
from ingest.linking.lexicon import RANKS, TITLES, word_set

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PREPOSITIONS = word_set("of for to at in on from")
_EMPTY = word_set("the a an and")
_SAME = {
    "adviser": "advisor", "defence": "defense", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "councillor": "councilor",
    "counsellor": "councilor", "counselor": "councilor", "amir": "emir", "apnsa": "nsa",
    "external": "foreign", "vice-minister": "minister", "vice-chairman": "chair",
    "secretary-general": "secretary", "vice-president": "president", "affairs": "",
}  # fmt: skip
_RANKED = {
    "pm": "prime", "premier": "prime", "secretary-general": "general",
    "vice-president": "vice", "vice-minister": "vice", "vice-chairman": "vice",
    "pdnsa": "deputy",
}  # fmt: skip
_SPELT_OUT = {
    "pm": "minister",
    "fm": "minister",
    "premier": "minister",
    "nsa": "advisor",
    "pdnsa": "advisor",
    "dg": "director",
}

# Titles that say all in one word, and what may stand beside it without a change of meaning.
_ALONE = word_set("president king queen emir sultan monarch chancellor taoiseach")
_BESIDE = word_set("federal state republic country")

# Titles of people who do not speak for a state, whatever country stands beside them.
_PRIVATE = word_set(
    """
    analyst economist expert researcher professor lecturer scholar journalist correspondent editor author
    writer activist lawyer attorney solicitor doctor historian coach player actress actor singer filmmaker
    scientist owner ceo founder fellow brother sister wife husband mother father son daughter widow uncle
    aunt cousin partner survivor source
    """
)
# Places of work with no more of a state in them than its name.
_OFFICIAL = word_set("government diplomatic military security presidential ministry ministerial defence")
_PRIVATE_PLACES = word_set(
    """
    institute institution academy university college school centre center foundation association company
    corporation firm league society hospital church club newspaper magazine
    """
)

# What a title means in any state; looked up by its words, the longest first.
_KINDS = (
    ({"head", "state"}, PositionKind.HEAD_OF_STATE),
    ({"head", "government"}, PositionKind.HEAD_OF_GOVERNMENT),
    ({"minister", "prime"}, PositionKind.HEAD_OF_GOVERNMENT),
    ({"minister", "foreign"}, PositionKind.FOREIGN_MINISTER),
    ({"secretary", "foreign"}, PositionKind.FOREIGN_MINISTER),
    ({"diplomat", "top"}, PositionKind.FOREIGN_MINISTER),
    ({"secretary", "state"}, PositionKind.FOREIGN_MINISTER),
    ({"minister", "defense"}, PositionKind.DEFENSE_MINISTER),
    ({"secretary", "defense"}, PositionKind.DEFENSE_MINISTER),
    ({"minister", "finance"}, PositionKind.FINANCE_MINISTER),
    ({"advisor", "national", "security"}, PositionKind.NATIONAL_SECURITY_ADVISOR),
    ({"president"}, PositionKind.HEAD_OF_STATE),
    ({"king"}, PositionKind.HEAD_OF_STATE),
    ({"queen"}, PositionKind.HEAD_OF_STATE),
    ({"emir"}, PositionKind.HEAD_OF_STATE),
    ({"sultan"}, PositionKind.HEAD_OF_STATE),
    ({"monarch"}, PositionKind.HEAD_OF_STATE),
    ({"chancellor"}, PositionKind.HEAD_OF_GOVERNMENT),
    ({"taoiseach"}, PositionKind.HEAD_OF_GOVERNMENT),
)

# Whoever sits in an assembly speaks for its state, whatever party stands beside them.
LEGISLATORS = word_set(
    "mp mla lawmaker legislator senator congressman congresswoman assemblyman assemblywoman parliamentarian"
)
LEADING = (PositionKind.HEAD_OF_STATE, PositionKind.HEAD_OF_GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: *deputy head of the office of the president* is a head, of rank deputy."""

    head: str
    ranks: frozenset[str]
    words: frozenset[str]

    def fits(self, other: "Title") -> bool:
        """Whether this title, as a later and shorter reference, may mean the holder of the other."""
        return self.shortens(other) or (self.kind is not None and self.kind == other.kind)

    def shortens(self, other: "Title") -> bool:
        """Whether this title is the other's words or fewer of them: the Secretary, Secretary of State."""
        return self.head == other.head and self.ranks == other.ranks and self.words <= other.words

    @property
    def speaks_for_state(self) -> bool:
        """Whether its bearer speaks for a state: no analyst, no director of an institute, no former one does.

        Of sources, those in an office do: a German government source, a French diplomatic source.
        """
        return "former" not in self.ranks and self.is_public

    @property
    def is_public(self) -> bool:
        """Whether it is a title of public life, held now or before."""
        if self.head.removesuffix("s") == "source":
            return bool(self.words & _OFFICIAL)
        if self.head in {"solicitor", "attorney"} and self.words & {"general", "state", "district"}:
            return True
        return not ({self.head, self.head.removesuffix("s")} & _PRIVATE or self.words & _PRIVATE_PLACES)

    @property
    def kind(self) -> PositionKind | None:
        """The kind of post, where the title says it in any state."""
        if self.ranks - {"prime", "acting", "interim", "caretaker"}:
            return None
        rest = self.words | self.ranks | {self.head}
        for words, kind in _KINDS:
            if words <= rest and self.head in words:
                return kind if self.head not in _ALONE or rest - words <= _BESIDE else None
        return None


def is_private(place: str) -> bool:
    """Whether a place of work speaks for no state: Amazon Research Institute."""
    return not _PRIVATE_PLACES.isdisjoint(place.lower().split())


def read_titles(text: str) -> list[Title]:
    """Return the titles of one person that "and" joins: Prime Minister and Finance Minister."""
    one, joined, other = text.partition(" and ")
    titles = [read_title(one), read_title(other)] if joined else []
    two = [title for title in titles if title.head in TITLES | set(_SPELT_OUT.values()) | set(_SAME.values())]
    return two if len(two) == 2 else [read_title(text)]


@cache
def read_title(text: str) -> Title:
    """Return the title that a text says, without states and names: *Deputy Secretary of State*."""
    plain_text = re.sub(r"['’]s\b| extraordinary and plenipotentiary", "", text.lower())
    words = [word for word in _WORD.findall(plain_text) if word not in _EMPTY]
    core: list[str] = []
    for word in words:
        if word in _PREPOSITIONS:
            break
        core.append(word)
    heads = [word for word in core if word in TITLES or word in _SAME] or core[-1:]
    if len(heads) > 1 and heads[-1] == "general":
        heads.pop()
    head = heads[-1] if heads else ""
    ranks = {word for word in core if word in RANKS} | ({_RANKED[head]} if head in _RANKED else set())
    plain = {_SAME.get(word, word) for word in words if word not in _PREPOSITIONS}
    plain -= {"", *(() if head in {"solicitor", "attorney"} else ("general",))} | ranks
    head = _SPELT_OUT.get(_SAME.get(head, head), _SAME.get(head, head))
    return Title(head, frozenset(ranks), frozenset((plain | {head}) - {"premier", "nsa"}))
