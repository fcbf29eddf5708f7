"""Where the gazetteer contradicts itself: `communique gazetteer check` prints these sentences."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from ingest.gazetteer.entries import Country, Organization, Person, Term
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.words import fold


def check(gazetteer: Gazetteer) -> list[str]:
    """Return a sentence for each contradiction: shared posts, names that clash, keys that lead nowhere."""
    return [
        *_shared_posts(gazetteer),
        *_clashes(gazetteer.countries.values()),
        *_clashes(gazetteer.organizations.values()),
        *_clashes(gazetteer.people.values()),
        *_lost_keys(gazetteer),
    ]


def _shared_posts(gazetteer: Gazetteer) -> Iterator[str]:
    """Two holders of a post that has one at a time; a handover day may be both's."""
    held: dict[str, list[Term]] = defaultdict(list)
    for term in gazetteer.posts.terms:
        if (term.since or date.min) > (term.until or date.max):
            yield f"{term.person} leaves {term.position} before taking it"
        held[term.position].append(term)
    for position in gazetteer.posts.by_id.values():
        pairs = combinations(held[position.id], 2) if position.single else ()
        for one, other in pairs:
            day = common_day(one, other)
            if one.person != other.person and day:
                holders = f"{one.person} and {other.person}"
                yield f"{position.name} ({position.id}) has two holders on {day}: {holders}"


def common_day(one: Term, other: Term) -> date | None:
    """Return the first day on which two terms surely run both; a handover day may be both's."""
    since = max(_first_day(one), _first_day(other))
    return since if since < min(_last_day(one), _last_day(other)) else None


def _clashes(entries: Iterable[Country | Organization | Person]) -> Iterator[str]:
    """One strong name for two entries of a kind."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries:
        weak = {fold(name) for name in entry.weak_aliases}
        for name in (entry.name, *entry.aliases):
            if (folded := fold(name)) not in weak:
                named[folded][entry.id] = None
    for name, ids in named.items():
        if len(ids) > 1:
            yield f"{name!r} is a strong name of {' and '.join(ids)}"


def _lost_keys(gazetteer: Gazetteer) -> Iterator[str]:
    posts, topics = gazetteer.posts, gazetteer.topics
    referred: list[tuple[str, str, bool]] = []
    referred += [(t.position, t.person, t.person in gazetteer.people) for t in posts.terms]
    referred += [(t.person, t.position, t.position in posts.by_id) for t in posts.terms]
    referred += [(p.id, p.of, gazetteer.coded(p.of) is not None) for p in posts.by_id.values()]
    referred += [
        (p.id, p.country, p.country in gazetteer.countries_by_iso) for p in gazetteer.people.values()
    ]
    for body in gazetteer.organizations.values():
        referred.append((body.id, body.country, body.country in gazetteer.countries_by_iso))
        referred.append((body.id, body.parent, body.parent in gazetteer.organizations))
    referred += [(t.id, t.broader, t.broader in topics.by_id) for t in topics.by_id.values()]
    for entry, key, known in referred:
        if key and not known:
            yield f"{entry} refers to {key}, which is unknown"


def _first_day(term: Term) -> date:
    """Return the day from which a term surely runs: a first day of month or year may be all that is known."""
    if term.since is None:
        return date.min
    if (term.since.month, term.since.day) == (1, 1):
        return date(term.since.year, 12, 31)
    return _month_end(term.since) if term.since.day == 1 else term.since


def _last_day(term: Term) -> date:
    """Return the day until which a term surely runs."""
    if term.until is None:
        return date.max
    if (term.until.month, term.until.day) == (12, 31):
        return date(term.until.year, 1, 1)
    return term.until.replace(day=1) if term.until == _month_end(term.until) else term.until


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
