"""The ball rolls on the floor, the heel rolls on the ball, and nothing slips."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.ui.figure.ball import heel_on, roll
from tempo_trainer.ui.figure.skeleton import HEEL

RADIUS = 0.16
STEP = 1e-5


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_it_turns_by_as_much_as_it_travels(first: float, now: float) -> None:
    ball = roll(RADIUS, -0.01, first, now)
    assert math.radians(ball.rolled) * RADIUS == pytest.approx(now - first)
    assert ball.centre == complex(now, -0.01 + RADIUS)


@given(st.floats(-0.3, 0.3), st.floats(-60, 60), st.floats(-90, 90), st.floats(-200, 200))
def test_the_heel_rests_on_it_and_does_not_slip(now: float, first: float, turned: float, turning: float) -> None:
    """The points of ball and heel that touch have one velocity, however the foot turns (degrees a unit of way)."""
    ball, later = roll(RADIUS, 0, 0, now), roll(RADIUS, 0, 0, now + STEP)
    heel, moved = heel_on(ball, first, turned), heel_on(later, first, turned + turning * STEP)
    assert abs(heel - ball.centre) == pytest.approx(RADIUS + HEEL)
    outwards = (heel - ball.centre) / (RADIUS + HEEL)
    ball_speed = 1 - 1j * outwards * RADIUS * math.radians(later.rolled - ball.rolled) / STEP
    heel_speed = (moved - heel) / STEP + 1j * -outwards * HEEL * math.radians(turning)
    assert heel_speed == pytest.approx(ball_speed, abs=1e-3)


def test_rolled_forwards_it_carries_the_heel_forwards_over_its_top() -> None:
    before, after = (heel_on(roll(RADIUS, 0, 0, now), -30, 0) for now in (0.0, 0.15))
    assert before.real < 0
    assert after.real > 0.15
