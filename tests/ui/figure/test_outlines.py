"""The skin is smooth, closed, and lies about the bones."""

from itertools import pairwise
from typing import get_args

import pytest

from tempo_trainer.ui.figure.outlines import grown_outline, outline
from tempo_trainer.ui.figure.skeleton import SHOULDER, SOLE, Part

PARTS = get_args(Part)


def area(points: tuple[complex, ...]) -> float:
    following = (*points[1:], points[0])
    return sum((before.conjugate() * after).imag for before, after in zip(points, following, strict=True)) / 2


@pytest.mark.parametrize("part", PARTS)
def test_all_run_the_same_way_round_so_that_the_contour_grows_outwards(part: Part) -> None:
    assert area(outline(part)) < 0
    assert area(grown_outline(part, 0.008)) < area(outline(part))


@pytest.mark.parametrize("part", PARTS)
def test_there_are_no_gaps_or_corners_in_it(part: Part) -> None:
    points = outline(part)
    assert max(abs(one - other) for one, other in pairwise(points)) < 0.02


def test_sole_and_back_are_where_the_skeleton_says() -> None:
    assert max(point.real for point in outline("foot")) == pytest.approx(SOLE, abs=1e-3)
    assert min(point.imag for point in outline("trunk") if abs(point.real) < 0.04) == pytest.approx(-SHOULDER, abs=1e-3)
