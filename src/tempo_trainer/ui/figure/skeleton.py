"""The body: how long its parts are, and where they come to lie.

Points are complex numbers, x forwards and y up, in body heights; the figure faces right. Every part hangs from its
upper joint and is turned by an angle in degrees: 0 hanging straight down, 90 pointing forwards, 180 straight up. Its
own coordinates are complex too: along the part, from the joint on, and to the part's front.
"""

import cmath
import math
from dataclasses import dataclass
from typing import Literal

Part = Literal["trunk", "neck", "head", "thigh", "shank", "foot", "toes", "upper_arm", "forearm", "hand"]

TRUNK = 0.285  # shoulder to hip
THIGH = 0.245
SHANK = 0.245
UPPER_ARM = 0.175
FOREARM = 0.15
HAND = 0.085
TOES_AT = complex(0.027, 0.078)  # where the toes bend, in the foot's own coordinates
HEEL_AT = complex(0.018, -0.022)  # the middle of the rounded heel
HEEL = 0.022  # its radius
SHOULDER = 0.058  # from the shoulder joint to the skin of the back: so high lies the joint of who lies on the back
SOLE = HEEL_AT.real + HEEL  # from the ankle straight down to the sole


@dataclass(frozen=True)
class Placed:
    """A part of the body where it is at one instant."""

    part: Part
    joint: complex
    turn: float

    @property
    def axis(self) -> complex:
        """The direction from the joint along the part."""
        return cmath.rect(1, math.radians(self.turn - 90))

    def point(self, own: complex) -> complex:
        """Where a point of the part's own coordinates is."""
        return self.joint + own * self.axis


@dataclass(frozen=True)
class Leg:
    """From the hip to the toes."""

    thigh: Placed
    shank: Placed
    foot: Placed
    toes: Placed

    @property
    def heel(self) -> complex:
        """The middle of the rounded heel: what rests on floor or ball rolls about it."""
        return self.foot.point(HEEL_AT)


@dataclass(frozen=True)
class Arm:
    """From the shoulder to the fingertips."""

    upper_arm: Placed
    forearm: Placed
    hand: Placed


@dataclass(frozen=True)
class Body:
    """All parts; "near" and "far" as seen by who looks at the figure."""

    trunk: Placed
    neck: Placed
    head: Placed
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm


def leg(hip: complex, thigh: float, shank: float, foot: float, toes: float) -> Leg:
    """A leg that hangs from the hip; thigh, shank and foot (0: flat on the floor) turned as told, toes bent up."""
    upper = Placed("thigh", hip, thigh)
    lower = Placed("shank", upper.point(THIGH), shank)
    end = Placed("foot", lower.point(SHANK), foot)
    return Leg(upper, lower, end, Placed("toes", end.point(TOES_AT), foot + toes))


def arm(shoulder: complex, raised: float, elbow: float, wrist: float) -> Arm:
    """An arm that hangs from the shoulder: raised, then bent forwards at elbow and wrist."""
    upper = Placed("upper_arm", shoulder, raised)
    lower = Placed("forearm", upper.point(UPPER_ARM), raised + elbow)
    return Arm(upper, lower, Placed("hand", lower.point(FOREARM), raised + elbow + wrist))


def reach(hip: complex, ankle: complex) -> tuple[float, float]:
    """The turns of thigh and shank that bring the ankle to a place, knee to the front; straight if it is too far."""
    way = ankle - hip
    distance = min(abs(way), THIGH + SHANK)
    turn = math.degrees(cmath.phase(way)) + 90
    return turn + _corner(THIGH, distance, SHANK), turn - _corner(SHANK, distance, THIGH)


def _corner(one: float, other: float, opposite: float) -> float:
    """The angle between two sides of a triangle."""
    cosine = (one * one + other * other - opposite * opposite) / (2 * one * other)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
