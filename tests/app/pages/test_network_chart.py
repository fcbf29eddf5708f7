"""Where actors stand in the picture: nobody changes direction or order, and the middle gets more room."""

from math import atan2, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.network_chart import HIGH, WIDE, on_plane

WITHIN = st.floats(-1, 1).filter(lambda x: abs(x) > 0.05)


def unit(x: float, y: float) -> tuple[float, float]:
    place = on_plane(x, y)
    return place["x"] / WIDE, place["y"] / HIGH


@given(WITHIN, WITHIN, st.floats(0.2, 0.9))
def test_who_stands_nearer_to_the_middle_stays_nearer(x: float, y: float, part: float) -> None:
    far, near = unit(x, y), unit(part * x, part * y)
    assert atan2(*far) == pytest.approx(atan2(x, y), abs=0.02)
    assert part < hypot(*near) / hypot(*far) < 1


def test_the_middle_itself_stays() -> None:
    assert on_plane(0, 0) == {"x": 0, "y": 0}
