"""What a title says, and when a later, shorter one may be its bearer's."""

import pytest

from ingest.gazetteer.entries import PositionKind
from ingest.linking.titles import read_title


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Secretary", "Secretary of State", True),
        ("Deputy Secretary", "Deputy Secretary of State", True),
        ("Secretary", "Deputy Secretary of State", False),
        ("minister", "foreign minister", True),
        ("minister", "Prime Minister", False),
        ("foreign minister", "Minister of Foreign Affairs", True),
        ("top diplomat", "Minister for External Affairs", True),
        ("Head of the President's Office", "Head of the Office of the President", True),
        ("President", "Head of the Office of the President", False),
        ("Head of State", "President", True),
        ("spokeswoman", "Foreign Ministry spokesperson", True),
        ("premier", "Prime Minister", True),
    ],
)
def test_a_shorter_title_fits_the_full_one(short: str, full: str, fits: bool) -> None:
    assert read_title(short).fits(read_title(full)) is fits


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Federal Chancellor", PositionKind.HEAD_OF_GOVERNMENT),
        ("Foreign Secretary", PositionKind.FOREIGN_MINISTER),
        ("King", PositionKind.HEAD_OF_STATE),
        ("Vice President", None),
        ("former President", None),
        ("Deputy Foreign Minister", None),
        ("President of the European Commission", None),
    ],
)
def test_kinds_of_posts(title: str, kind: PositionKind | None) -> None:
    assert read_title(title).kind == kind


@pytest.mark.parametrize(
    ("title", "speaks"),
    [
        ("Foreign Minister", True),
        ("analysts", False),
        ("director of the Institute for Peace", False),
        ("government source", True),
        ("diplomatic sources", True),
        ("source", False),
    ],
)
def test_who_speaks_for_a_state(title: str, speaks: bool) -> None:
    assert read_title(title).speaks_for_state is speaks
