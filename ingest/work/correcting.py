"""A person's correction, kept and brought to act: the articles that it concerns are to be read again."""

from collections.abc import Callable, Iterable
from pathlib import Path

from graph_schema.errors import InvalidCorrection, NotFound
from graph_schema.store import Graph
from ingest.gazetteer.correction_log import append_correction, read_corrections
from ingest.gazetteer.corrections import Correction, Deed, Described
from ingest.gazetteer.loading import Gazetteer
from ingest.gazetteer.words import fold
from ingest.harvest.roster import known_actor
from ingest.work.ledger import Ledger


async def correct(
    correction: Correction, folder: Path, graph: Graph, ledger: Ledger, version: Callable[[], str]
) -> tuple[int, int]:
    """Add a correction to the log in `folder`; return how many articles are to be read again and cannot be.

    `version` tells the reader's version as of now. What the ledger lacks cannot be read again. The articles
    are marked before the correction is kept: whatever happens in between, the next run ends it.
    Raises InvalidCorrection, and then nothing is changed.
    """
    known, before = read_corrections(folder), version()
    after = known.after(correction)
    ends = {correction.actor.id, *([correction.into.id] if correction.into else [])}
    ids = ends | {known.meant(key) for key in ends} | {after.meant(key) for key in ends}
    rows = await graph.read("corrections/articles", ids=sorted(ids))
    concerned = {str(row["id"]) for row in rows} | set(_naming(ledger, correction.name))
    with ledger.transaction():
        reopened = ledger.reopen(sorted(concerned))
    append_correction(folder, correction)
    if correction.do in {Deed.MERGE, Deed.UNMERGE}:  # all other articles are read as before
        ledger.resign(before, version())
    return reopened, len(concerned) - reopened


async def describe(key: str, graph: Graph, gazetteer: Gazetteer) -> Described:
    """Return the actor of an id, as gazetteer, graph or an earlier correction knows it; raises NotFound."""
    known = gazetteer.countries.get(key) or gazetteer.organizations.get(key) or gazetteer.people.get(key)
    if known:
        actor = known_actor(known)
        return Described(id=actor.id, name=actor.name, type=actor.type, country=actor.iso)
    if rows := await graph.read("corrections/actor", id=key):
        return Described.model_validate(rows[0])
    for correction in reversed(gazetteer.corrections.log):
        for described in (correction.actor, correction.into):
            if described and described.id == key:
                return described
    raise NotFound(f"no actor has the id {key!r}: neither the gazetteer nor the graph knows it")


def refuse_taken(correction: Correction, gazetteer: Gazetteer) -> None:
    """Raise InvalidCorrection where a name is given that means another of the kind wherever it stands."""
    actor, name = correction.actor, correction.name
    for candidate in gazetteer.lookup(name) if correction.do is Deed.ALIAS and not correction.weak else ():
        entry = gazetteer.entry(candidate.id)
        if candidate.strong and entry and entry.id != actor.id and known_actor(entry).type is actor.type:
            raise InvalidCorrection(
                f"{name!r} means {entry.name} ({entry.id}) already: merge the two, or give the name --weak"
            )


def _naming(ledger: Ledger, name: str) -> Iterable[str]:
    """Yield the ids of the articles in which a name stands."""
    words = f" {fold(name)} "
    for entry in ledger.entries() if words.strip() else ():
        article = ledger.article(entry.id)
        if article and words in f" {fold(article.headline)} . {fold(article.text)} ":
            yield entry.id
