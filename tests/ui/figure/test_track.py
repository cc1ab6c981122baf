"""A track goes through its keys, never past them, and straight between two."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.ui.figure.track import track

movements = st.floats(0, 1)
values = st.lists(st.floats(-180, 180), min_size=2, max_size=7)


def evenly(told: list[float]) -> list[tuple[float, float]]:
    return [(k / (len(told) - 1), value) for k, value in enumerate(told)]


@given(values)
def test_it_goes_through_its_keys(told: list[float]) -> None:
    made = track(evenly(told))
    assert [made.at(moment) for moment, _ in evenly(told)] == pytest.approx(told)


@given(values, movements)
def test_it_never_leaves_the_room_between_two_keys(told: list[float], movement: float) -> None:
    keys = evenly(told)
    around = next((a[1], b[1]) for a, b in pairwise(keys) if a[0] <= movement <= b[0])
    assert min(around) - 1e-9 <= track(keys).at(movement) <= max(around) + 1e-9


@given(st.lists(st.floats(-180, 180), min_size=3, max_size=5, unique=True).map(sorted), movements, movements)
def test_it_is_monotone_where_its_keys_are(told: list[float], one: float, other: float) -> None:
    made = track(evenly(told))
    assert made.at(min(one, other)) <= made.at(max(one, other)) + 1e-9


@given(st.floats(-180, 180), st.floats(-180, 180), movements)
def test_between_two_keys_it_is_straight(first: float, last: float, movement: float) -> None:
    assert track([(0, first), (1, last)]).at(movement) == pytest.approx(first + (last - first) * movement, abs=1e-9)


@given(movements)
def test_one_key_holds_for_ever(movement: float) -> None:
    assert track([(0.5, 42)]).at(movement) == 42
