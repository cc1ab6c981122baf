"""What is true at each instant of one rep."""

import pytest

from helpers.plans import NAMES
from tempo_trainer.session.preview import COUNT_IN_MS, rep_timeline
from tempo_trainer.ui.rep.course import moment_at, which_set
from tempo_trainer.workout.tempo import Ramp, Tempo

SQUAT = NAMES.exercises["squat"]
REP = rep_timeline("squat", SQUAT, Tempo(3000, 1000, 2000, 0))


@pytest.mark.parametrize(("at_ms", "phase", "movement"), [
    (0, "eccentric", 0), (1500, "eccentric", 0.5), (3000, "stretched_pause", 1), (5000, "concentric", 0.5),
    (6000, "concentric", 0), (9999, "concentric", 0),
])  # fmt: skip
def test_the_movement_follows_the_position(at_ms: float, phase: str, movement: float) -> None:
    moment = moment_at(REP, at_ms)
    assert moment.step is not None
    assert moment.step.phase == phase
    assert moment.movement == pytest.approx(movement)


def test_before_the_beginning_it_is_counted_in() -> None:
    moment = moment_at(REP, -1200)
    assert (moment.count_in_ms, moment.seconds, moment.movement) == (1200, 2, 0)
    assert moment_at(REP, -COUNT_IN_MS - 250).count_in_ms == COUNT_IN_MS


def test_the_sets_of_a_ramp_are_told_apart() -> None:
    ramp = rep_timeline("squat", SQUAT, Ramp(Tempo(1000, 0, 1000, 0), Tempo(2000, 0, 2000, 0)))
    assert [which_set(moment_at(ramp, at_ms)) for at_ms in (0, 1999, 2000, 5999)] == [
        "First set", "First set", "Last set", "Last set",
    ]  # fmt: skip
    assert not which_set(moment_at(REP, 0))
