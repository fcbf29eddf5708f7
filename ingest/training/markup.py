"""Exercises of our own in light markup: `{sa The minister} {ca said} {xa all was well}` becomes a lesson.

The files under `texts/` hold several articles, parted by `===`; their heads explain the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ingest.annotations import Span
from ingest.tagging.decoding import trimmed
from ingest.training.articles import Lesson, Saying

TEXTS = Path(__file__).with_name("texts")
MARK = re.compile(r"\{([scx])([a-z]+) ([^{}]+)\}")
VERDICT = re.compile(r"([a-z]) ([A-Z]+) (-?[01]) (\S+)( agentless)?")


@dataclass(slots=True)
class _Draft:
    block: int
    in_headline: bool
    contents: list[Span] = field(default_factory=list)
    cue: Span | None = None
    source: Span | None = None

    def add(self, part: str, span: Span) -> None:
        if part == "x":
            self.contents.append(span)
        elif part == "c":
            self.cue = self.cue or span
        else:
            self.source = self.source or span


def written(folder: Path = TEXTS) -> list[Lesson]:
    """Read all exercises of a folder."""
    return [
        lesson(f"{file.stem}{number}", text)
        for file in sorted(folder.glob("*.txt"))
        for number, text in enumerate(file.read_text("utf-8").split("===\n")[1:], 1)
    ]


def lesson(name: str, marked: str) -> Lesson:
    """Parse one article: headline, paragraphs, verdicts, parted by blank lines.

    A cue without a source of its own has that of the cue before it in its paragraph (*said ..., adding ...*),
    unless its verdict says *agentless*.
    """
    *blocks, verdicts = marked.strip().split("\n\n")
    judged = {m[1]: m for m in VERDICT.finditer(verdicts)}
    drafts: dict[str, _Draft] = {}
    headline, *paragraphs = _plain(blocks, drafts)
    text = "\n\n".join(paragraphs)
    _share_sources(drafts, {letter for letter, verdict in judged.items() if verdict[5]})
    sayings = [
        _saying(draft, headline if draft.in_headline else text, judged.get(letter))
        for letter, draft in drafts.items()
        if draft.contents
    ]
    return Lesson(name, text, headline, tuple(sayings), "Exercise")


def _plain(blocks: list[str], drafts: dict[str, _Draft]) -> list[str]:
    """Take the marks out of the blocks and note what they mark."""
    plain: list[str] = []
    for number, block in enumerate(blocks):
        start = sum(len(before) + 2 for before in plain[1:])
        out, at = "", 0
        for mark in MARK.finditer(block):
            out += block[at : mark.start()]
            span = Span(start + len(out), start + len(out) + len(mark[3]))
            for letter in mark[2]:
                drafts.setdefault(letter, _Draft(number, number == 0)).add(mark[1], span)
            out, at = out + mark[3], mark.end()
        plain.append(out + block[at:])
    return plain


def _share_sources(drafts: dict[str, _Draft], agentless: set[str]) -> None:
    before: _Draft | None = None
    for letter, draft in sorted(drafts.items(), key=lambda item: (item[1].block, item[1].cue or (0, 0))):
        if draft.cue is None:
            continue
        if draft.source is None and before and before.block == draft.block and letter not in agentless:
            draft.source = before.source
        before = draft


def _saying(draft: _Draft, text: str, verdict: re.Match[str] | None) -> Saying:
    contents = tuple(span for content in draft.contents if (span := trimmed(text, content)))
    act, stance, topics = (
        (verdict[2], int(verdict[3]), tuple(verdict[4].split(","))) if verdict else (None,) * 3
    )
    return Saying(contents, draft.cue, draft.source, draft.in_headline, act, stance, topics)
