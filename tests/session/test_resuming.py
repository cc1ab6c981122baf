"""Where a session goes on that was broken off: found again in a workout that was compiled anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.plans import SQUAT, plan, plans
from tempo_trainer.session.places import Place, start_of
from tempo_trainer.session.resuming import Spot, place_after, spot_of
from tempo_trainer.workout.changes import with_tempo
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.timeline import Timeline

QUICK = Tempo(1000, 0, 1000, 0)
BRIDGE = {"exercise": "bridge", "reps": 1, "tempo": "1-0-1-0"}
CIRCUIT = {"circuit": "Round", "rounds": 2, "transition": 5, "blocks": [SQUAT, BRIDGE]}


def spots_of(timeline: Timeline) -> list[Spot]:
    """All reps of a plan, in order."""
    found = [spot_of(timeline, index) for index in range(len(timeline.steps)) if timeline.begins_rep(index)]
    return [spot for spot in found if spot]


def test_a_rep_is_named_by_where_it_is_in_the_workout() -> None:
    timeline = plan({**SQUAT, "sides": "each", "sets": 2}, lead_in=10)
    assert spot_of(timeline, 0) == spot_of(timeline, 1) == spot_of(timeline, 4) == Spot(0, None, 1, "left", 1)
    assert spot_of(timeline, 5) == Spot(0, None, 1, "left", 2)
    assert spot_of(timeline, 9) == Spot(0, None, 1, "right", 1)  # the switch before it


def test_no_work_follows_a_rest_at_the_end() -> None:
    timeline = plan(SQUAT, {"rest": 30})
    assert spot_of(timeline, 8) is None
    assert spot_of(timeline, 9) is None


def test_the_reps_of_a_circuit_are_told_apart_by_their_round() -> None:
    assert [(spot.item, spot.round, spot.side, spot.rep) for spot in spots_of(plan(CIRCUIT))] == [
        (0, 1, "both", 1), (0, 1, "both", 2), (1, 1, "left", 1), (1, 1, "right", 1),
        (0, 2, "both", 1), (0, 2, "both", 2), (1, 2, "left", 1), (1, 2, "right", 1),
    ]  # fmt: skip


def test_goes_on_in_the_set_that_was_running() -> None:
    timeline = plan({**SQUAT, "reps": 5, "sets": 2})
    assert place_after(timeline, Spot(0, None, 1, "both", 2), 2) == Place(12, 18_000)


def test_after_a_whole_set_goes_on_with_the_first_rep_of_the_next() -> None:
    timeline = plan({**SQUAT, "sets": 2})
    place = place_after(timeline, Spot(0, None, 1, "both", 1), 2)
    assert place == place_after(timeline, Spot(0, None, 2, "both", 1)) == Place(9, 22_000)


def test_nothing_is_left_after_the_last_rep() -> None:
    assert place_after(plan(SQUAT), Spot(0, None, 1, "both", 1), 2) is None


@pytest.mark.parametrize(
    "spot",
    [Spot(1, None, 1, "both", 1), Spot(0, 1, 1, "both", 1), Spot(0, None, 2, "both", 1),
     Spot(0, None, 1, "left", 1), Spot(0, None, 1, "both", 3)],
)  # fmt: skip
def test_a_rep_that_the_workout_does_not_have_has_no_place(spot: Spot) -> None:
    assert place_after(plan(SQUAT), spot) is None


@given(plans())
def test_each_rep_is_found_from_each_before_it(timeline: Timeline) -> None:
    spots = spots_of(timeline)
    begins = [start_of(timeline, index) for index in range(len(timeline.steps)) if timeline.begins_rep(index)]
    assert len(set(spots)) == len(spots)
    for first in {0, len(spots) // 2} if spots else ():
        after = begins[first:]
        for since in {0, 1, len(after) // 3, len(after) - 1} & set(range(len(after))):
            assert place_after(timeline, spots[first], since) == after[since]


@given(plans(), st.integers(0, 20))
def test_a_rep_is_found_at_another_tempo_too(timeline: Timeline, number: int) -> None:
    spots = spots_of(timeline)
    if not spots:  # rests only
        return
    spot = spots[number % len(spots)]
    other = with_tempo(timeline, 0, {0: QUICK, 1: QUICK, 2: QUICK})
    place = place_after(other, spot)
    assert place
    assert place == start_of(other, place.step)
    assert spot_of(other, place.step) == spot
