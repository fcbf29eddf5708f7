"""A view is its address: what is read from it is what is written into it."""

from datetime import date

import pytest
from starlette.datastructures import QueryParams

from app.pages.address import address, filter_of, pairs, place
from app.refusals import InvalidParameters
from graph_schema.filters import StatementFilter
from graph_schema.vocabulary import Act


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", StatementFilter()),
        ("speaker=&topic=&since=", StatementFilter()),
        ("speaker=Wang+Yi&speaker=Lavrov", StatementFilter(speaker=("Wang Yi", "Lavrov"))),
        ("act=REJECT&stance=-1", StatementFilter(act=(Act.REJECT,), stance=(-1,))),
        ("since=2023-08-07&q=trade", StatementFilter(since=date(2023, 8, 7), q="trade")),
        ("cursor=abc&window=week", StatementFilter()),
    ],
)
def test_filters_in_the_address(query: str, asked: StatementFilter) -> None:
    found = filter_of(QueryParams(query))
    assert found == asked
    assert filter_of(QueryParams(pairs(found))) == asked


@pytest.mark.parametrize("query", ["since=yesterday", "act=SHOUT", "stance=often"])
def test_what_is_no_value_is_refused_by_name(query: str) -> None:
    with pytest.raises(InvalidParameters) as refused:
        filter_of(QueryParams(query))
    assert refused.value.faults[0].parameter == query.partition("=")[0]


def test_addresses() -> None:
    assert address("/x", {"a": None, "b": "1 2"}) == "/x?b=1+2"
    assert place("articles", "a/b?c") == "/articles/a/b%3Fc"
    assert place("topics", "trade") == "/topics/trade"
