"""Readouts by sides: copies of one text are one side."""

from datetime import UTC, datetime

import pytest

from app.pages.event import sides_of
from graph_schema.views import Appearance, ArticleRow, StatementRow
from graph_schema.vocabulary import Act, AttributionKind, Kind


def article(key: str) -> ArticleRow:
    return ArticleRow(
        id=key,
        headline=key,
        publisher=key,
        published_at=datetime(2023, 8, 7, tzinfo=UTC),
        published_precision=None,
        url=None,
        language="en",
        statements=1,
    )


def statement(*articles: str) -> StatementRow:
    return StatementRow(
        id="statement:" + "".join(articles),
        claim="yes",
        cue=None,
        kind=Kind.DIRECT,
        act=Act.COMMENT,
        stance=0,
        negated=False,
        said_on=None,
        said_on_precision=None,
        attribution=AttributionKind.EXPLICIT,
        joint=False,
        confidence=1.0,
        speakers=(),
        voice=(),
        addressees=(),
        on_behalf_of=(),
        topics=(),
        event=None,
        appearances=tuple(
            Appearance(
                article=each,
                headline=each,
                publisher=each,
                published_at=None,
                url=None,
                in_headline=False,
                spans=((0, 3),),
                exact="yes",
                prefix="",
                suffix="",
                via=None,
            )
            for each in articles
        ),
        article_count=len(articles),
    )


@pytest.mark.parametrize(
    ("carried", "sides"),
    [
        ([("a",), ("b",)], ["a", "b", "c"]),
        ([("a", "b"), ("c",)], ["ab", "c"]),
        ([("a", "c"), ("b",)], ["ac", "b"]),
        ([("a", "b", "c")], ["abc"]),
        ([], ["a", "b", "c"]),
    ],
)
def test_copies_are_one_side(carried: list[tuple[str, ...]], sides: list[str]) -> None:
    found = sides_of([article(key) for key in "abc"], [statement(*each) for each in carried])
    assert ["".join(each.id for each in side) for side in found] == sides
