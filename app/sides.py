"""Whose side an article is on by who published it: a state's office or its media; the press apart.

An article's side is that of its publisher alone, never of its words. Publishers that no table knows and that
name no office are press.
"""

import re
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from graph_schema.views import ArticleRow

PRESS = "press"
# Offices and media by the state whose they are. Media are those that a state owns and directs; broadcasters
# with an editorial charter of their own (BBC, DW, France 24, NHK, VOA) are press.
STATES = {
    "US": r"white house|state department|department of state|pentagon|us embassy|\bu\.?s\.? mission",
    "RU": r"kremlin|\btass\b|\bria novosti|\brt\b|sputnik|rossiya|rossiyskaya gazeta",
    "CN": r"xinhua|cgtn|cctv|people's daily|china daily|global times|\becns\b|china news service|china media",
    "IR": r"\birna\b|press ?tv|tasnim|mehr news|fars news|\birib\b",
    "KP": r"\bkcna\b|rodong",
    "SY": r"\bsana\b",
    "TR": r"anadolu|\btrt\b",
    "SA": r"saudi press agency|\bspa\b",
    "AE": r"\bwam\b|emirates news agency",
    "QA": r"qatar news agency|\bqna\b",
    "VN": r"\bvna\b|vietnam news agency|nhan dan",
    "CU": r"prensa latina|granma",
    "BY": r"\bbelta\b",
    "UA": r"ukrinform",
    "GB": r"downing street|gov\.uk|\bfcdo\b",
    "FR": r"elys[eé]e|quai d'orsay",
    "DE": r"bundesregierung|ausw[aä]rtiges amt|bundeskanzler",
}
# An office is its state's where its name tells of one.
NAMED = {
    "US": r"united states|\bus\b|\busa\b|u\.s\.|american?\b",
    "RU": r"russian?\b|russian federation",
    "CN": r"chin(?:a|ese)\b|\bprc\b",
    "UA": r"ukrain",
    "IR": r"iran",
    "JP": r"japan",
    "KR": r"south korea|republic of korea|\brok\b",
    "KP": r"north korea|\bdprk\b",
    "IN": r"\bindian?\b",
    "PK": r"pakistan",
    "TR": r"t[uü]rki(?:ye|sh)|turk(?:ey|ish)",
    "GB": r"united kingdom|\buk\b|brit(?:ain|ish)",
    "FR": r"france|french",
    "DE": r"german",
    "IT": r"ital(?:y|ian)",
    "EG": r"egypt",
    "IL": r"israel",
    "SA": r"saudi",
    "QA": r"qatar",
    "AU": r"australia",
    "CA": r"canad(?:a|ian)",
    "BR": r"brazil",
    "VN": r"vietnam",
    "PH": r"philippine",
    "EU": r"european (?:union|commission|council|external)|\beu\b|\beeas\b",
}
_OFFICE = re.compile(
    r"minist|president|government|embassy|department|secretar|chancell|parliament|cabinet|commission|council"
    r"|foreign (?:office|affairs)|\bmfa\b|mission|prime minister",
    re.IGNORECASE,
)


class Side(BaseModel):
    """Articles whose publishers are of one state, or the press (`state` is None): who published, and what."""

    model_config = ConfigDict(frozen=True)

    id: str
    state: str | None
    publishers: tuple[str, ...]
    articles: tuple[str, ...]


def state_of(publisher: str | None) -> str | None:
    """Return the ISO code of the state whose office or medium a publisher is; None for the press."""
    name = publisher or ""
    owned = _first(STATES, name)
    return owned or (_first(NAMED, name) if _OFFICE.search(name) else None)


def _first(patterns: dict[str, str], name: str) -> str | None:
    found = ((match.start(), code) for code, words in patterns.items() if (match := _search(words, name)))
    return min(found, default=(0, None))[1]


def _search(words: str, name: str) -> re.Match[str] | None:
    return re.search(words, name, re.IGNORECASE)


def sides(articles: Sequence[ArticleRow]) -> list[Side]:
    """Return the sides of an event's articles: states in order of their codes, the press last."""
    by_state: dict[str | None, list[ArticleRow]] = {}
    for article in articles:
        by_state.setdefault(state_of(article.publisher), []).append(article)
    return [_side(state, by_state[state]) for state in sorted(by_state, key=lambda code: (not code, code))]


def _side(state: str | None, articles: Iterable[ArticleRow]) -> Side:
    told = list(articles)
    return Side(
        id=state or PRESS,
        state=state,
        publishers=tuple(sorted({each.publisher for each in told if each.publisher})),
        articles=tuple(each.id for each in told),
    )
