"""The ribbon: what lies around the present, as pieces of time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.plans import SQUAT, plan, plans
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.ribbon import AHEAD_MS, BACK_MS, now_ms, pieces_between, pieces_of, ticks_between
from tempo_trainer.session.states import State
from tempo_trainer.workout.timeline import Timeline


def moment(timeline: Timeline, at_ms: float, count_in_ms: float = 0, counted_ms: int = 3000) -> Moment:
    index = timeline.step_at(at_ms, 0, len(timeline.steps))
    return Moment(State.RUNNING, timeline, index, at_ms, count_in_ms, begun=not count_in_ms, counted_ms=counted_ms)


def test_shows_the_shape_of_the_reps_two_seconds_back_and_eight_ahead() -> None:
    pieces = pieces_of(moment(plan({**SQUAT, "reps": 4}), 6500))
    assert [(piece.start_ms, piece.end_ms, piece.role) for piece in pieces] == [
        (-3500, -1500, "concentric"),
        (-1500, -500, "contracted_pause"),
        (-500, 1500, "eccentric"),
        (1500, 2500, "stretched_pause"),
        (2500, 4500, "concentric"),
        (4500, 5500, "contracted_pause"),
        (5500, 7500, "eccentric"),
        (7500, 8500, "stretched_pause"),
    ]


def test_goes_down_stays_low_comes_up_and_stays_high() -> None:
    pieces = pieces_between(moment(plan(SQUAT), 0), 0, 5999)
    heights = [(piece.start_height, piece.end_height) for piece in pieces]
    assert heights == [(1, 0), (0, 0), (0, 1), (1, 1)]
    assert pieces[0].height_at(500) == pytest.approx(0.75)


def test_shows_holds_rests_and_switches() -> None:
    timeline = plan({"exercise": "bridge", "hold": 3, "sets": 2, "rest": 5, "switch": 2})
    roles = [piece.role for piece in pieces_between(moment(timeline, 0), 0, 20_000)]
    assert roles == ["hold", "switch", "hold", "rest", "hold", "switch", "hold"]


def test_a_wait_has_its_piece_without_a_length() -> None:
    timeline = plan(SQUAT, {"rest": "until-ready"}, SQUAT)
    wait = next(piece for piece in pieces_of(moment(timeline, 9000)) if piece.role == "ready")
    assert (wait.start_ms, wait.end_ms, wait.label) == (3000, 3000, "Ready?")
    assert wait.height_at(3000) == 0


def test_a_count_in_comes_before_the_work_and_hides_what_was_interrupted() -> None:
    counting = moment(plan({**SQUAT, "reps": 4}), 6000, count_in_ms=2000)
    first, second, *_ = pieces_of(counting)
    assert (first.start_ms, first.end_ms, first.role) == (-1000, 2000, "lead_in")
    assert (second.start_ms, second.role) == (2000, "eccentric")
    assert now_ms(counting) == 4000


def test_a_longer_count_in_is_as_long_as_it_is() -> None:
    counting = moment(plan({**SQUAT, "reps": 4}), 6000, count_in_ms=2000, counted_ms=10_000)
    first, *_ = pieces_of(counting)
    assert (first.start_ms, first.end_ms) == (-8000, 2000)


def test_a_tick_for_each_sound_and_a_longer_one_where_a_step_begins() -> None:
    ticks = ticks_between(moment(plan({**SQUAT, "sets": 2}), 9000), 9000, 15_000)
    assert ticks == [(9000, True), (10_000, False), (11_000, True), (12_000, True)]


@given(timeline=plans(), part=st.floats(0, 1))
def test_pieces_follow_one_another_and_cover_the_sight(timeline: Timeline, part: float) -> None:
    position = part * timeline.duration_ms
    if not timeline.steps:
        return
    pieces = pieces_of(moment(timeline, position))
    assert all(one.end_ms == pytest.approx(other.start_ms, abs=1e-3) for one, other in pairwise(pieces))
    assert pieces[0].start_ms <= max(-BACK_MS, -position) + 1e-3
    assert pieces[-1].end_ms >= min(AHEAD_MS, timeline.duration_ms - position) - 1e-3
