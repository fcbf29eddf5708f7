"""Count how often each verdict of the act and stance rules was right: `python -m ingest.training.records`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy

from graph_schema.settings import Settings
from graph_schema.vocabulary import Act
from ingest.annotations import Attribution
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer
from ingest.reading import Reading
from ingest.stages import acts
from ingest.stages.acts import act_verdict
from ingest.stages.stances import stance_verdict
from ingest.tagging.tagger import STANCES
from ingest.training.articles import Lesson, Saying, annotated, labelled, unlabelled

STAGES = Path(acts.__file__).parent
Counts = Counter[tuple[str, str]]


def main() -> None:
    """Read the arguments and write both tables beside the stages."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training.records", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds gold/ and unlabelled/")
    gold = parser.parse_args().shared / "gold"
    texts = unlabelled(gold.parent / "unlabelled" / "articles.jsonl")
    labels = labelled(Path(__file__).with_name("labels"), texts)
    of_acts, of_stances = counted(
        [*annotated(gold / "readouts" / "train"), *annotated(gold / "own"), *labels]
    )
    _write(STAGES / "act_records.tsv", of_acts, [act.value for act in Act])
    _write(STAGES / "stance_records.tsv", of_stances, [str(stance) for stance in STANCES])


def counted(lessons: list[Lesson]) -> tuple[Counts, Counts]:
    """Return how often each verdict met each annotated act, and each annotated stance."""
    of_acts, of_stances = Counts(), Counts()
    for reading, attribution, saying in _read(lessons):
        of_acts[act_verdict(reading, attribution), str(saying.act)] += 1
        attribution.act = Act(str(saying.act))
        of_stances[stance_verdict(reading, attribution), str(saying.stance)] += 1
    return of_acts, of_stances


def _read(lessons: list[Lesson]) -> Iterator[tuple[Reading, Attribution, Saying]]:
    nlp = spacy.load(Settings().spacy_model, exclude=["ner"])
    gazetteer = Gazetteer.load()
    for lesson in lessons:
        article = GivenArticle(lesson.text, lesson.headline)
        reading = Reading(article, nlp(lesson.text), nlp(lesson.headline), gazetteer)
        for saying in lesson.sayings:
            if saying.act is not None and saying.weight == 1:
                yield reading, _attribution(reading, saying), saying


def _attribution(reading: Reading, saying: Saying) -> Attribution:
    attribution = Attribution(
        list(saying.contents), saying.cue, saying.source, in_headline=saying.in_headline
    )
    if not any(map(str.isalnum, reading.words(attribution, saying.cue))):  # a colon or dash is no cue
        attribution.cue = None
    return attribution


def _write(file: Path, counts: Counts, labels: list[str]) -> None:
    verdicts = sorted({verdict for verdict, _ in counts})
    rows = [[verdict, *(str(counts[verdict, label]) for label in labels)] for verdict in verdicts]
    head = "# made by python -m ingest.training.records: how often each verdict met each annotation\n"
    file.write_text(head + "".join("\t".join(row) + "\n" for row in [["verdict", *labels], *rows]), "utf-8")


if __name__ == "__main__":
    main()
