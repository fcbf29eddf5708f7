"""What the gazetteer knows: one class a table, one field a column.

Lists are tuples; a cell or key that is left out has the field's default. `source` says where a row's facts
are from. Strong names mean the entry wherever they stand; weak ones (Jordan, Chad, Wang) need context.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Names = tuple[str, ...]


class PositionKind(StrEnum):
    """What a post is, whatever it is called in its state."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD_OF_GOVERNMENT = "deputy_head_of_government"
    VICE_PRESIDENT = "vice_president"
    FOREIGN_MINISTER = "foreign_minister"
    DEPUTY_FOREIGN_MINISTER = "deputy_foreign_minister"
    DEFENSE_MINISTER = "defense_minister"
    FINANCE_MINISTER = "finance_minister"
    NATIONAL_SECURITY_ADVISOR = "national_security_advisor"
    SPOKESPERSON = "spokesperson"
    AMBASSADOR = "ambassador"
    ENVOY = "envoy"
    UN_AMBASSADOR = "un_ambassador"
    ORGANIZATION_HEAD = "organization_head"
    HIGH_REPRESENTATIVE = "high_representative"
    CENTRAL_BANK = "central_bank"
    LEGISLATURE_SPEAKER = "legislature_speaker"
    COMMISSIONER = "commissioner"
    MILITARY_CHIEF = "military_chief"
    PARTY_CHIEF = "party_chief"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory; `iso` is its ISO 3166 alpha-2 code (XK for Kosovo).

    `demonyms` are its adjectives and people (Chinese), `stems` what compounds are made with (Sino),
    `metonyms` the places that stand for its government (Beijing, the Kremlin).
    """

    id: str
    iso: str
    name: str
    official_name: str = ""
    demonyms: Names = ()
    aliases: Names = ()
    weak_aliases: Names = ()
    capital: str = ""
    metonyms: Names = ()
    stems: Names = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """A body. `code` is the country code that its speakers get: EU, NATO, or its state's ISO code, or none.

    `country` is the state it belongs to, `parent` the id of the body above it, `common_names` what it is
    called beside its state's name (foreign ministry: Chinese foreign ministry, foreign ministry of China).
    """

    id: str
    name: str
    code: str = ""
    kind: str = ""
    country: str = ""
    parent: str = ""
    aliases: Names = ()
    weak_aliases: Names = ()
    common_names: Names = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `gender` is m, f or empty, `country` the ISO code of the state they are known for."""

    id: str
    name: str
    aliases: Names = ()
    weak_aliases: Names = ()
    gender: str = ""
    country: str = ""
    description: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A post, whoever holds it. `of` is a country's ISO code or an organisation's code.

    `titles` are the words for it without the country (foreign minister); `single`: one holder at a time.
    """

    id: str
    name: str
    kind: PositionKind
    of: str
    titles: Names = ()
    single: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """That a person holds a position from `since` to `until`, both days included; None: unknown or open."""

    person: str
    position: str
    since: date | None = None
    until: date | None = None
    source: str = ""

    def covers(self, day: date) -> bool:
        """Return whether the position is held on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; `broader` is the id of the one above it, `patterns` as `topics.Topics` reads them.

    `assign` is false for areas and for topics that are known but never given to a statement.
    """

    id: str
    label: str
    broader: str = ""
    aliases: Names = ()
    patterns: Names = ()
    assign: bool = True
    exact_match: Names = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A name that holds an actor's and means something else: South China Sea, Paris Agreement. `id` is it."""

    id: str
    means: str = ""
    source: str = ""
