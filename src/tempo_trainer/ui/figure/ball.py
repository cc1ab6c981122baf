"""The ball under the heels: it rolls on the floor and the heels roll on it, and nothing slips."""

import cmath
import math
from dataclasses import dataclass

from tempo_trainer.ui.figure.skeleton import HEEL


@dataclass(frozen=True)
class Ball:
    """Where a ball is, and how far it has been rolled from its first place: degrees, forwards is positive."""

    centre: complex
    radius: float
    rolled: float


def roll(radius: float, floor: float, first: float, now: float) -> Ball:
    """A ball on a floor of a height, rolled from one x to another."""
    return Ball(complex(now, floor + radius), radius, math.degrees((now - first) / radius))


def heel_on(ball: Ball, first: float, turned: float) -> complex:
    """The middle of a heel that rests on the ball.

    `first` is where it rested before the ball was rolled, in degrees from the top of the ball; `turned` is how far the
    foot's toes have been raised since. Ball and rounded heel run on each other like two cogwheels.
    """
    on_ball = ball.radius * math.radians(ball.rolled) - HEEL * math.radians(turned)
    angle = math.radians(first) + on_ball / (ball.radius + HEEL)
    return ball.centre + cmath.rect(ball.radius + HEEL, math.pi / 2 - angle)
