import pytest

from graph_schema.vocabulary import Precision
from ingest.given.moments import moment

DAY, MINUTE, SECOND = Precision.DAY, Precision.MINUTE, Precision.SECOND


@pytest.mark.parametrize(
    ("written", "iso", "precision"),
    [
        ("2023-08-07", "2023-08-07T00:00:00+00:00", DAY),
        ("2023-08-07T23:04:00Z", "2023-08-07T23:04:00+00:00", SECOND),
        ("2023-08-07T23:04:00.123Z", "2023-08-07T23:04:00+00:00", SECOND),
        ("2023-08-07T23:04:00+08:00", "2023-08-07T23:04:00+08:00", SECOND),
        ("2023-08-07 23:04", "2023-08-07T23:04:00+00:00", MINUTE),
        ("2023-08-07T23:04-0530", "2023-08-07T23:04:00-05:30", MINUTE),
        ("23:04, 07-Aug-2023", "2023-08-07T23:04:00+00:00", MINUTE),
        ("Mon, 07 Aug 2023 23:04:00 GMT", "2023-08-07T23:04:00+00:00", SECOND),
        ("7 August 2023", "2023-08-07T00:00:00+00:00", DAY),
        ("August 7, 2023, 11:04 p.m. EDT", "2023-08-07T23:04:00-04:00", MINUTE),
        ("Aug. 7, 2023 at 12:04 AM (GMT+8)", "2023-08-07T00:04:00+08:00", MINUTE),
        ("23:04 GMT, Monday, 7 August 2023", "2023-08-07T23:04:00+00:00", MINUTE),
        ("Sept. 3, 2021", "2021-09-03T00:00:00+00:00", DAY),
        ("2023-08", "2023-08-01T00:00:00+00:00", Precision.MONTH),
        ("2023", "2023-01-01T00:00:00+00:00", Precision.YEAR),
        ("2023-08-07T23:04+08", "2023-08-07T23:04:00+08:00", MINUTE),
    ],
)
def test_reads_a_moment(written: str, iso: str, precision: Precision) -> None:
    found = moment(written)
    assert found is not None
    assert found.at.isoformat() == iso
    assert found.precision is precision


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "2023-13-07",
        "31-Feb-2023",
        "25:61, 07-Aug-2023",
        "On 7 August 2023 they met",
        "12345",
    ],
)
def test_reads_nothing_else(words: str) -> None:
    assert moment(words) is None
