"""The preview: a timeline heard once; and the timeline of one rep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clock import FakeClock
from helpers.plans import NAMES
from tempo_trainer.session.preview import COUNT_IN_MS, HOLD_S, LEAD_MS, Preview, rep_timeline
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.tempo import Ramp, Tempo

SQUAT, BRIDGE = NAMES.exercises["squat"], NAMES.exercises["bridge"]
TEMPO = Tempo(3000, 1000, 2000, 500)
LATER = Tempo(4000, 2000, 2000, 0)


def test_a_rep_is_its_phases_in_performed_order_and_nothing_else() -> None:
    rep = rep_timeline("bridge", BRIDGE, TEMPO, "left")
    assert [(step.phase, step.duration_ms) for step in rep.steps] == [
        ("concentric", 2000), ("contracted_pause", 500), ("eccentric", 3000), ("stretched_pause", 1000),
    ]  # fmt: skip
    assert {step.side for step in rep.steps} == {"left"}
    assert rep.workout.name == "Bridge"


def test_its_end_is_marked_by_a_tick_and_not_by_the_tune() -> None:
    rep = rep_timeline("squat", SQUAT, TEMPO)
    assert rep.cues[-1] == (6500, "tick", 4)
    assert all(cue.kind != "finish" for cue in rep.cues)


def test_a_ramp_shows_its_first_set_and_its_last() -> None:
    rep = rep_timeline("squat", SQUAT, Ramp(TEMPO, LATER))
    assert [step.duration_ms for step in rep.steps] == [3000, 1000, 2000, 500, 4000, 2000, 2000]
    assert [step.set for step in rep.steps] == [1] * 4 + [2] * 3


def test_without_a_tempo_it_is_a_short_hold() -> None:
    (step,) = rep_timeline("bridge", BRIDGE, None, "right").steps
    assert (step.kind, step.duration_ms, step.side) == ("hold", HOLD_S * 1000, "right")


@given(st.lists(st.integers(1, 60_000), min_size=4, max_size=4), st.sampled_from(["left", "right", "both"]))
def test_it_is_as_long_as_its_tempo(parts: list[int], side: Side) -> None:
    assert rep_timeline("bridge", BRIDGE, Tempo.of_parts(parts, frozenset()), side).duration_ms == sum(parts)


@pytest.fixture
def followed() -> list[Stretch | None]:
    return []


def test_it_is_heard_from_its_beginning_after_a_count_in(clock: FakeClock, followed: list[Stretch | None]) -> None:
    preview = Preview(clock, followed.append, COUNT_IN_MS)
    rep = rep_timeline("squat", SQUAT, TEMPO)
    assert preview.position_ms() is None
    preview.start(rep)
    (stretch,) = followed
    assert stretch is not None
    assert stretch.timeline is rep
    assert stretch.count_in_ms == COUNT_IN_MS
    assert stretch.sound_from_ms == stretch.start_ms  # it takes over from nothing
    assert preview.position_ms() == -LEAD_MS - COUNT_IN_MS
    clock.advance(LEAD_MS + COUNT_IN_MS + 1500)
    assert preview.position_ms() == stretch.position_ms(clock.now_ns()) == 1500


def test_it_is_over_at_its_end_with_the_tick_that_belongs_to_it(
    clock: FakeClock, followed: list[Stretch | None]
) -> None:
    preview = Preview(clock, followed.append)
    rep = rep_timeline("squat", SQUAT, TEMPO)
    preview.start(rep)
    assert followed[0] is not None
    assert followed[0].stop == rep.cues[-1].step  # what is at the stop of a stretch still sounds
    clock.advance(LEAD_MS + 6500)
    assert preview.position_ms() is None


def test_stopped_it_is_silent(clock: FakeClock, followed: list[Stretch | None]) -> None:
    preview = Preview(clock, followed.append)
    preview.start(rep_timeline("squat", SQUAT, TEMPO))
    preview.stop()
    assert followed[-1] is None
    assert preview.position_ms() is None
