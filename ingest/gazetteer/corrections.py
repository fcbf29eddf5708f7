"""Corrections that a person made: who is the same as whom, and by which other names somebody goes.

They stand in `gazetteer.d/corrections.jsonl`, one JSON line each, and lines are only ever added: who decided
what, when and why. The graph follows from articles, gazetteer and what of this log is in effect.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from graph_schema.errors import InvalidCorrection
from graph_schema.vocabulary import ActorType
from ingest.gazetteer.entries import Country, Organization, Person
from ingest.gazetteer.words import fold

Entry = Country | Organization | Person
Known = TypeVar("Known", Country, Organization, Person)


class Deed(StrEnum):
    """What a correction does."""

    MERGE = "merge"
    UNMERGE = "unmerge"
    ALIAS = "alias"
    UNALIAS = "unalias"


class Described(BaseModel):
    """An actor as it was known when somebody spoke of it: the gazetteer may lack it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    name: str
    type: ActorType
    country: str | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.id})"


class Correction(BaseModel):
    """One line of the log: merges have `into` and a reason, aliases a name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: datetime
    by: str
    do: Deed
    actor: Described
    into: Described | None = None
    reason: str = ""
    name: str = ""
    weak: bool = False


@dataclass(frozen=True)
class Corrections:
    """What is in effect: `merges` by the id of who was merged, `aliases` by id and folded name."""

    log: tuple[Correction, ...] = ()
    merges: dict[str, Correction] = field(default_factory=dict)
    aliases: dict[tuple[str, str], Correction] = field(default_factory=dict)

    def after(self, new: Correction) -> Self:
        """Return what is in effect after one more; raises InvalidCorrection where it cannot be."""
        merges, aliases = dict(self.merges), dict(self.aliases)
        key, name = new.actor.id, (new.actor.id, fold(new.name))
        match new.do:
            case Deed.MERGE:
                self._refuse_merge(new)
                merges[key] = new
            case Deed.UNMERGE:
                if merges.pop(key, None) is None:
                    raise InvalidCorrection(f"{key} is merged into nobody")
            case Deed.ALIAS:
                self._refuse_alias(new)
                aliases[name] = new
            case Deed.UNALIAS:
                if aliases.pop(name, None) is None:
                    raise InvalidCorrection(f"{key} was never given the name {new.name!r}")
        return type(self)((*self.log, new), merges, aliases)

    def meant(self, key: str) -> str:
        """Return the id of whom an id means: the one it was merged into, else itself."""
        while (merge := self.merges.get(key)) and merge.into:
            key = merge.into.id
        return key

    def reasons(self, key: str) -> tuple[str, ...]:
        """Return why an id means another, one step after the other; nothing where it means itself."""
        found = []
        while (merge := self.merges.get(key)) and merge.into:
            found.append(f"merged from {key}" + (f": {merge.reason}" if merge.reason else ""))
            key = merge.into.id
        return tuple(found)

    def merged_into(self, key: str) -> dict[str, str]:
        """Return whoever was merged into an actor, also by way of others, with the reasons, by id."""
        return self._merged.get(key, {})

    def named(self, entry: Known) -> Known:
        """Return an entry with the names that it was given."""
        given = [alias for (key, _), alias in self.aliases.items() if key == entry.id]
        names = {fold(alias.name) for alias in given}
        strong = [name for name in entry.aliases if fold(name) not in names]
        weak = [name for name in entry.weak_aliases if fold(name) not in names]
        for alias in given:
            (weak if alias.weak else strong).append(alias.name)
        return replace(entry, aliases=tuple(strong), weak_aliases=tuple(weak)) if given else entry

    @cached_property
    def _merged(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for key in sorted(self.merges):
            found[self.meant(key)][key] = self.merges[key].reason
        return dict(found)

    @cached_property
    def strangers(self) -> dict[str, Entry]:
        """Those who were merged into or named, as entries, for the case that the gazetteer lacks them."""
        described = [merge.into for merge in self.merges.values()]
        described += [alias.actor for alias in self.aliases.values()]
        return {one.id: _entry(one) for one in described if one}

    def named_strangers(self, kind: type[Known]) -> Iterator[Known]:
        """Yield entries for those of a kind who were named; their own name stays weak: others may bear it."""
        for key in sorted({key for key, _ in self.aliases}):
            entry = self.strangers[key]
            if isinstance(entry, kind):
                yield self.named(replace(entry, weak_aliases=(entry.name,)))

    @property
    def signature(self) -> str:
        """Eight digits that change with what is in effect; "" for nothing."""
        lines = [merge.model_dump_json(exclude={"at", "by"}) for _, merge in sorted(self.merges.items())]
        lines += [alias.model_dump_json(exclude={"at", "by"}) for _, alias in sorted(self.aliases.items())]
        return hashlib.blake2b("\n".join(lines).encode(), digest_size=4).hexdigest() if lines else ""

    def _refuse_merge(self, new: Correction) -> None:
        actor, into = new.actor, new.into
        if into is None or into.id == actor.id:
            raise InvalidCorrection(f"{actor} can only be merged into somebody else")
        if earlier := self.merges.get(actor.id):
            raise InvalidCorrection(f"{actor} is merged into {earlier.into} already: unmerge it first")
        if self.meant(into.id) == actor.id:
            raise InvalidCorrection(f"{into} is itself merged into {actor}: that would go round in a circle")
        if earlier := self.merges.get(into.id):
            raise InvalidCorrection(f"{into} is itself merged into {earlier.into}: merge into that")
        _refuse_unlike(actor, into)

    def _refuse_alias(self, new: Correction) -> None:
        if not fold(new.name):
            raise InvalidCorrection(f"a name needs letters or digits: {new.name!r} has none")
        if earlier := self.merges.get(new.actor.id):
            raise InvalidCorrection(f"{new.actor} is merged into {earlier.into}: give the name to that")


def _refuse_unlike(actor: Described, into: Described) -> None:
    """Refuse a merge of unlike actors; a body may turn out to be a state (the government of Nauru)."""
    body_of_state = (actor.type, into.type) == (ActorType.ORGANIZATION, ActorType.COUNTRY)
    if actor.type is not into.type and not body_of_state:
        kinds = f"{actor} is {_a(actor.type)} and {into} {_a(into.type)}"
        raise InvalidCorrection(f"{kinds}: merge like into like, or an organization into a country")


def _a(kind: ActorType) -> str:
    return f"an {kind}" if kind is ActorType.ORGANIZATION else f"a {kind}"


def _entry(actor: Described) -> Entry:
    code = actor.country or ""
    match actor.type:
        case ActorType.PERSON:
            return Person(actor.id, actor.name, country=code)
        case ActorType.ORGANIZATION:
            return Organization(actor.id, actor.name, code=code)
        case ActorType.COUNTRY:
            return Country(actor.id, code, actor.name)
