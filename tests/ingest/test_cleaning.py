"""What is read of an article: no furniture, the page's own time, offsets as given."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_schema.vocabulary import Precision
from ingest.articles import GivenArticle
from ingest.cleaning.furniture import is_furniture, is_heading
from ingest.cleaning.readable import cleaned
from ingest.cleaning.stamps import stamp

STAMPED = datetime(2023, 8, 7, 23, 4, tzinfo=UTC)
PROSE = "Wang Yi said on Monday that China will keep talking to all sides."


@pytest.mark.parametrize(
    "line",
    [
        "Updated 23:04, 07-Aug-2023",
        "Published: August 7, 2023 23:04 GMT",
        "China Daily | Updated: 2023-08-07 23:04",
        "Published 23:04, 7 August 2023 | Updated 8 August 2023",
        "Last updated on 7 Aug 2023 at 11:04 pm",
        "2023-08-07T23:04:00Z",
    ],
)
def test_stamps(line: str) -> None:
    found = stamp(line)
    assert found is not None
    assert found.at == STAMPED


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "It was updated on 7 August 2023",
        "2023",
        "Published by the ministry",
        "The 7 August 2023 talks",
    ],
)
def test_no_stamps(line: str) -> None:
    assert stamp(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Copyright © Example Wire. All rights reserved.",
        "© 2023 Example",
        "Read more: Ministers meet in Jakarta",
        "Follow us on Twitter",
        "Sign up for our daily newsletter",
        "ADVERTISEMENT",
        "SHARE",
        "End text.",
        "# # #",
        "(Reporting by A. Writer; Editing by B. Reader)",
        "For media inquiries, please contact press@example.org.",
        "Photo: Wang Yi, right, welcomes his guest. (Example)",
        "Click here to read the full statement.",
    ],
)
def test_furniture_lines(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Search Trends", "Related Stories", "TAGS Thailand China", "Most Read", "Share this article"]
)
def test_section_headings(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Lavrov",
        "Wang Yi: China is ready",
        "Mao Ning: I have nothing to share on that.",
        "Notes to editors",
        "The meeting rose at 4:20 p.m.",
        "The two sides will share more information on prisoners.",
        "Copyright and patents were discussed by the ministers, who agreed that " + "laws must be kept " * 10,
    ],
)
def test_the_article_stays(line: str) -> None:
    assert not is_furniture(line)
    assert not is_heading(line)


def read(text: str, **more: object) -> str:
    return cleaned(GivenArticle(text=text, **more)).readable  # type: ignore[arg-type]


def test_furniture_is_blanked_where_no_prose_follows() -> None:
    page = f"{PROSE}\n\nSearch Trends\n\nQin Gang\n\n© Example"
    assert read(page).strip() == PROSE
    assert read(f"{PROSE}\n\nRelated\n\n{PROSE}").count(PROSE) == 2


def test_the_first_line_is_never_a_section() -> None:
    assert read("Related\n\nshort lines\n\nonly").split() == ["Related", "short", "lines", "only"]


@pytest.mark.parametrize(
    ("text", "given_at", "expected", "precision"),
    [
        ("Updated 23:04, 07-Aug-2023\n\nx", None, STAMPED, Precision.MINUTE),
        ("Updated 23:04, 07-Aug-2023\n\nx", datetime(2023, 8, 7), STAMPED, Precision.MINUTE),
        ("Updated 23:04, 07-Aug-2023\n\nx", datetime(2023, 8, 9), datetime(2023, 8, 9), Precision.DAY),
        ("12 June 2024\n\nx", None, datetime(2024, 6, 12, tzinfo=UTC), Precision.DAY),
        ("CAIRO – 26 July 2022: The embassy said", None, datetime(2022, 7, 26, tzinfo=UTC), Precision.DAY),
        ("BEIJING, Feb. 14 (Example) -- Xi said", None, None, None),
        ("x\n\nPublished: 2024-06-12", None, datetime(2024, 6, 12, tzinfo=UTC), Precision.DAY),
    ],
)
def test_the_time_of_publication(
    text: str, given_at: datetime | None, expected: datetime | None, precision: Precision | None
) -> None:
    article = GivenArticle(
        text=text, published_at=given_at, published_precision=Precision.DAY if given_at else None
    )
    found = cleaned(article).article
    assert (found.published_at, found.published_precision) == (expected, precision)


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("Minister\xa0Wang", "Minister Wang"),
        ("A.\r\n\r\nB.\r\nC.\rD.", "A.  \n\nB. \nC.\nD."),
        ("A.\r\n \r\n\r\nB.", "A.    \n\n\nB."),
    ],
)
def test_white_space_is_made_plain(text: str, readable: str) -> None:
    assert read(text) == readable


LINES = st.sampled_from(
    [
        PROSE,
        "Updated 23:04, 07-Aug-2023",
        "Search Trends",
        "Qin Gang",
        "© Example",
        "",
        "short",
        "SHARE",
        "Related News",
    ]
)


@given(
    st.lists(LINES | st.text(max_size=60), max_size=12),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n", "\r"]),
)
def test_offsets_stay(lines: list[str], end: str) -> None:
    text = end.join(lines)
    readable = read(text)
    assert len(readable) == len(text)
    assert all(
        new == old or (new in " \n" and (old.isspace() or old != new))
        for old, new in zip(text, readable, strict=True)
    )
    assert readable.count(PROSE) == text.count(PROSE)
