"""A text as a string of word classes, one letter a unit, so that a regular expression can be its grammar.

C country   D demonym   O organisation of the gazetteer   P person of the gazetteer
N word of a name   p particle in a name (bin, de)   H honorific (Mr., His Highness)
T title (president)   S plural title (officials)   M word of an office (foreign)   I body (ministry)
t the   a indefinite article   o preposition   & and   s possessive 's   , comma   ( ) brackets
x other word   q quotation mark   . other mark, and the end of a line
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.gazetteer.names import Mention, NameKind
from ingest.linking import lexicon

# Parts of the world that stand in offices: Minister of State for Europe and North America.
_REGION = re.compile(
    r"(?:(?:North|South|Latin|Central) America|(?:North|West|East|Central|Southern|Sub-Saharan) Africa"
    r"|(?:(?:South|Central|East|Southeast|Northeast|North|West) )+Asia"
    r"|(?:Middle|Near) East|Western Hemisphere|(?:Western )?Balkans|Indo-Pacific|Asia[- ]Pacific"
    r"|(?:Near |East |South |Southeast |Central )?"
    r"(?:Asian|African|European|Eurasian|Oceanian|Eastern|Pacific)(?=(?: and \w+)? Affairs)"
    r"|Korean Peninsula|Horn of Africa|Great Lakes|South Caucasus|Sahel"
    r"|Africa|Asia|Europe|Eurasia)(?![\w-])"
)
_ENVOY = re.compile(r"(?i:ambassador extraordinary and plenipotentiary|charg[ée] d['’]affaires|first lady)")
_TOKEN = re.compile(
    rf"{_REGION.pattern}|{_ENVOY.pattern}|"
    r"['’]s?(?!\w)"  # possessive, before anything else may swallow it
    r"|(?:[^\W\d_]\.){2,}"  # U.S., J.R.
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Lt|Col|Prof|Hon|Gov|Amb)\."
    r"|[^\W\d_]\.(?=\s*[^\W\d_]{2}|\s+[^\W\d_])"  # an initial
    r"|[^\W_]+(?:['’\-‐‑–](?!s\b)[^\W_]+)*"
    r"|\n|[^\w\s]"
)
# A name goes on after a hyphen: Jin-pyo is not Jin.
_GOES_ON = re.compile(r"[-‐‑](?!led\b|era\b|backed\b|style\b)[a-z]")
_SENTENCE_END = frozenset('.!?\n:“"”')
_MIXED = re.compile(r"(?:al|el|as|ad|an|ar|at|az|ash|ul|ur|d|ka|abu)[-'’ʼ‐]?[A-ZÀ-Þ]\w*")
_MARKS = {",": ",", "(": "(", ")": ")", "&": "&", "“": "q", "”": "q", '"': "q"}
_SMALL = {
    "the": "t", "a": "a", "an": "a", "and": "&", "of": "o", "for": "o", "to": "o", "at": "o", "in": "o",
    "on": "o", "from": "o", "with": "w", "de": "p",
}  # fmt: skip
_OF_KIND = {
    NameKind.COUNTRY: "C",
    NameKind.METONYM: "C",
    NameKind.DEMONYM: "D",
    NameKind.ORGANIZATION: "O",
    NameKind.PERSON: "P",
}


@dataclass(frozen=True, slots=True)
class Units:
    """Word classes of a text and where each unit stands; `mentions` by unit where the gazetteer knows it."""

    text: str
    classes: str
    starts: Sequence[int]
    ends: Sequence[int]
    mentions: dict[int, Mention]


def classified(text: str, mentions: Sequence[Mention], openers: Collection[int] = ()) -> Units:
    """Return the units of a text; each of the gazetteer's mentions is one unit.

    `openers` are offsets of words that begin a sentence and are no names, for all their capital letter.
    """
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known: dict[int, Mention] = {}
    at, opening = 0, True
    upcoming = iter(mentions)
    mention = next(upcoming, None)
    for match in _tokens(text, mentions):
        start, end = match.span()
        if start < at:
            continue
        while mention and mention.end <= start:
            mention = next(upcoming, None)
        if mention and mention.start <= start and _meant(mention, text, end, classes, ends):
            letter, end = _OF_KIND[mention.kind], mention.end
            known[len(classes)] = mention
        else:
            letter = _letter(match.group(), opening or start in openers, start in openers)
        classes.append(letter)
        starts.append(start)
        ends.append(end)
        at = end
        opening = text[end - 1] in _SENTENCE_END and letter in ".q"
    return Units(text, "".join(classes), starts, ends, known)


def _tokens(text: str, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """Yield the tokens of a text; a word that joins two mentions (Australia-ASEAN) is taken apart."""
    joined = {a.start: a.end for a, b in pairwise(mentions) if text[a.end : b.start] in {"-", "–", "‑"}}
    at = 0
    while match := _TOKEN.search(text, at):
        yield match
        at = min(match.end(), joined.get(match.start(), match.end()))


def _meant(mention: Mention, text: str, end: int, classes: list[str], ends: list[int]) -> bool:
    """Whether a mention of the gazetteer is one: not *He* that begins a sentence, not Charles *Santiago*."""
    if mention.end < end and text[mention.end] not in "-'’":
        return False
    if mention.strong:
        return True
    if mention.kind is NameKind.PERSON and _GOES_ON.match(text, mention.end):
        return False
    if text[mention.start : mention.end].lower() in lexicon.OPENERS:
        return False
    after_name = bool(classes) and classes[-1] in "NP" and text[ends[-1] : mention.start] == " "
    return mention.kind is NameKind.PERSON or not after_name


def _letter(word: str, opening: bool, common: bool) -> str:
    """Return the class of a word.

    `opening`: a capital letter need not mean a name here; `common`: it does not.
    """
    first = word[0]
    if not (first.isalnum() or first in "'’"):
        return _MARKS.get(word, ".")
    if first in "'’":
        return "s"
    lower = word.lower().rstrip(".")
    capital = first.isupper()
    if capital and _REGION.fullmatch(word):
        return "M"
    if _ENVOY.fullmatch(word):
        return "T"
    if capital and len(word) == 2 and word[1] == ".":
        return "N"
    if not capital and lower in _SMALL:
        return _SMALL[lower]
    if (letter := _office_letter(lower, capital)) is not None:
        return letter
    if capital:
        shouted = word.isupper() and len(word) > 3
        if common and not shouted and lower not in _SMALL:
            return "x"
        return _capital_letter(lower, opening and not shouted)
    if lower in lexicon.PARTICLES:
        return "p"
    return "N" if _MIXED.fullmatch(word) else "x"


def _office_letter(lower: str, capital: bool) -> str | None:
    if lower.removesuffix("-elect").removesuffix("-designate") in lexicon.TITLES:
        return "T"
    if lower in lexicon.PLURAL_TITLES:
        return "S"
    if lower in lexicon.OFFICE_WORDS or lower in lexicon.RANKS:
        return "M"
    if lower in lexicon.BODIES:
        return "I"
    return "H" if capital and lower in lexicon.HONORIFICS else None


def _capital_letter(lower: str, opening: bool) -> str:
    if lower in lexicon.CALENDAR or lower in lexicon.THINGS:
        return "x"
    if lower in lexicon.OPENERS or lower in _SMALL:
        return _SMALL.get(lower, "x")
    if opening and lower.endswith(("ing", "ly", "ed")):
        return "x"
    return "N"
