"""Deterministic ids: the same article read twice gives the same nodes, on any machine.

An id is a short word for the kind and 20 hexadecimal digits (80 bits) of a BLAKE2b digest over the parts that
make the thing what it is.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

DIGITS = 20
TALKS = frozenset({"call", "meeting", "visit", "summit"})
_WORD = re.compile(r"\w+", re.UNICODE)


def digest(*parts: str) -> str:
    """Return 20 hexadecimal digits over the parts, which are kept apart from each other."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=DIGITS // 2).hexdigest()


def fold(text: str) -> str:
    """Return the words of a text without case, accents and punctuation, one space apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain.casefold()))


def text_hash(text: str) -> str:
    """Return the digest by which an article's text is known to be unchanged."""
    return digest("text", text)


def article_id(url: str | None, headline: str, text: str) -> str:
    """Return the id of an article that brings none of its own: by address, else by its words."""
    return f"article:{digest('url', url) if url else digest('words', headline, text)}"


def statement_id(story: str, claim: str, in_headline: bool, occurrence: int) -> str:
    """Return the id of the n-th statement with this claim in a story.

    `story` is the id of the article, or of the article of which it is a wire copy: so a copy's statements are
    the original's.
    """
    place = "headline" if in_headline else "body"
    return f"statement:{digest(story, place, fold(claim), str(occurrence))}"


def actor_id(name: str, country: str | None) -> str:
    """Return the id of an actor that the gazetteer lacks: it keeps it in every article."""
    return f"actor:{digest(fold(name), country or '')}"


def event_id(kind: str, participants: Iterable[str], starts_on: date | None, article: str) -> str:
    """Return the id of an event as an article tells of it: two that tell the same meet in it.

    What differs by a day or by kind is brought together in the graph (see `gathering`). Without a day or with
    fewer than two participants it cannot be told from others and stays its article's.
    """
    parties = sorted(set(participants))
    if starts_on is None or len(parties) < 2:
        return f"event:{digest('of', article, kind)}"
    return f"event:{digest(kind, starts_on.isoformat(), *parties)}"


def parties_key(kind: str, participants: Iterable[str], starts_on: date | None) -> str | None:
    """Return what all accounts of the same parties' calls and meetings share; None for other events."""
    parties = sorted(set(participants))
    met = kind in TALKS and starts_on is not None and len(parties) > 1
    return f"parties:{digest(*parties)}" if met else None


_BACKWARDS = str.maketrans("0123456789", "9876543210")
UNKNOWN_TIME = "unknown"


def time_key(moment: date | None) -> str:
    """Return a string that sorts dates and times (in UTC) newest first, and what is unknown last."""
    return moment.isoformat().translate(_BACKWARDS) if moment else UNKNOWN_TIME


def day_in(place: str) -> date | None:
    """Return the day with which a place in the list of statements begins; None where it is not known."""
    if place.startswith(UNKNOWN_TIME[:10]):
        return None
    return date.fromisoformat(place[:10].translate(_BACKWARDS))


def places_between(since: date | None, until: date | None) -> tuple[str, str]:
    """Return between which places in a list the days lie, both included; unknown times only without both."""
    after = time_key(until) if until else ""
    return after, f"{time_key(since)}~" if since else UNKNOWN_TIME if until else "~"


def place_in_list(moment: date | None, key: str) -> str:
    """Return the string by which lists are ordered and paged: newest first, then by id."""
    return f"{time_key(moment)} {key}"
