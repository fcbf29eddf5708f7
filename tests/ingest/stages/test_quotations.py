"""Quotation marks of every style, and what only looks like them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.stages.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said: "All is well."', ['"All is well."']),
        ("He said: “All is well,” and left.", ["“All is well,”"]),
        ("He said: «All is well», and left.", ["«All is well»"]),
        ("Er sagte: „Alles gut“, und ging.", ["„Alles gut“"]),
        ("He said: ''All is well'', and left.", ["''All is well''"]),
        ("He said: ``All is well'' and left.", ["``All is well''"]),
        ("He called it 'a first step'.", ["'a first step'"]),
        ("He called it ‘a first step’.", ["‘a first step’"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        # nested: the outermost
        ("\"They told us 'no', and left,\" he said.", ["\"They told us 'no', and left,\""]),
        ("'They told us \"no\", and left,' he said.", ["'They told us \"no\", and left,'"]),
        (
            '"We met with "Naftogaz" and the minister," he said.',
            ['"We met with "Naftogaz" and the minister,"'],
        ),
        # apostrophes
        ("The ministers' meeting and China's view didn't change.", []),
        ("In the '90s the leaders' talks failed.", []),
        ("He called it 'the ministers' best hour' and left.", ["'the ministers' best hour'"]),
        ("It's 'good', isn't it?", ["'good'"]),
        # paragraphs: each opens, the last closes; what stays open counts to the end of its paragraph
        ("“One.\n“Two.\n“Three,” he said.", ["“One.", "“Two.", "“Three,”"]),
        ('He said: "One.\n\nThe weather is fine.', ['"One.']),
        # no quotation
        ("", []),
        ('A 6" gun and a 5" gun.', []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(alphabet="ab \n\"“”'‘’«»„.,", max_size=60))
def test_quotations_lie_in_order_inside_their_paragraphs(text: str) -> None:
    found = quotations(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(span.start < span.end and "\n" not in text[span.start : span.end] for span in found)
