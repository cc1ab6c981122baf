"""A motion: where every part of the figure is at each position of the movement."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tempo_trainer.ui.figure.ball import Ball, heel_on, roll
from tempo_trainer.ui.figure.keyposes import FigureKeys, Hold
from tempo_trainer.ui.figure.scene import Extent, Scene, extent, grip
from tempo_trainer.ui.figure.skeleton import (
    HEEL,
    HEEL_AT,
    TRUNK,
    Arm,
    Body,
    Leg,
    Placed,
    arm,
    leg,
    reach,
)
from tempo_trainer.ui.figure.track import Track, track

MAT = 0.014  # its height; the body lies on it at y = 0, the floor is that much lower

_SAMPLES = 32  # positions at which the extent is looked at; between two of them nothing goes far

Value = Callable[[str], float]


@dataclass(frozen=True)
class Motion:
    """The key poses of an exercise, made into one track for each angle and place."""

    keys: FigureKeys = field(repr=False)
    tracks: Mapping[str, Track] = field(repr=False)

    @cached_property
    def floor(self) -> float:
        """The height of the floor."""
        return -MAT if self.keys.mat else 0.0

    def at(self, movement: float) -> Scene:
        """The scene at a position in the movement, 0 (where a repetition begins) to 1 (its turn)."""

        def value(name: str) -> float:
            return self.tracks[name].at(movement) if name in self.tracks else 0.0

        ball = self._ball(value)
        shoulder = self._shoulder(value)
        trunk = Placed("trunk", shoulder, -value("trunk"))
        head = -value("head")
        near = self._leg("near_leg", self.keys.near_leg, trunk, value, ball)
        far = self._leg("far_leg", self.keys.far_leg, trunk, value, ball, near)
        body = Body(
            trunk,
            Placed("neck", shoulder, head),
            Placed("head", shoulder, head),
            near,
            far,
            _arm("near_arm", shoulder, value),
            _arm("far_arm", shoulder, value),
        )
        return self._scene(body, ball)

    @cached_property
    def extent(self) -> Extent:
        """The room that the whole movement takes."""
        return extent(self.at(sample / _SAMPLES) for sample in range(_SAMPLES + 1))

    def _scene(self, body: Body, ball: Ball | None) -> Scene:
        anchor = complex(*self.keys.anchor) if self.keys.anchor else None
        hands = {"near": body.near_arm, "far": body.far_arm}
        weight = grip(hands[self.keys.weight]) if self.keys.weight else None
        return Scene(body, self.floor, self.keys.mat, ball, anchor, weight)

    def _ball(self, value: Value) -> Ball | None:
        if self.keys.ball is None:
            return None
        return roll(self.keys.ball.radius, self.floor, self.tracks["ball"].at(0), value("ball"))

    def _shoulder(self, value: Value) -> complex:
        """Where the shoulder is when the pinned joint is at its place."""
        place = complex(*self.keys.at)
        if self.keys.pin == "shoulder":
            return place
        near = _free("near_leg", Placed("trunk", 0, -value("trunk")), value)
        return place - (near.heel if self.keys.pin == "near_heel" else near.shank.joint)

    def _leg(
        self, name: str, hold: Hold, trunk: Placed, value: Value, ball: Ball | None, other: Leg | None = None
    ) -> Leg:
        if hold == "beside" and other:
            thigh = other.thigh.turn
            return leg(other.thigh.joint, thigh, thigh - value(f"{name}.knee"), value(f"{name}.foot"), 0)
        if hold == "planted":
            heel = complex(value(f"{name}.x"), value(f"{name}.y") + HEEL)
            return _reaching(name, trunk, heel, value)
        if hold == "on ball" and ball and self.keys.ball:
            turned = value(f"{name}.foot") - self.tracks[f"{name}.foot"].at(0)
            return _reaching(name, trunk, heel_on(ball, self.keys.ball.heels, turned), value)
        return _free(name, trunk, value)


def motion(keys: FigureKeys) -> Motion:
    """The motion of a figure."""
    told: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for pose in keys.poses:
        for name, value in pose.values().items():
            told[name].append((pose.at, value))
    return Motion(keys, {name: track(values) for name, values in told.items()})


def _free(name: str, trunk: Placed, value: Value) -> Leg:
    """A leg bent at hip and knee by its own angles."""
    thigh = trunk.turn + value(f"{name}.hip")
    return leg(trunk.point(TRUNK), thigh, thigh - value(f"{name}.knee"), value(f"{name}.foot"), value(f"{name}.toes"))


def _reaching(name: str, trunk: Placed, heel: complex, value: Value) -> Leg:
    """A leg whose heel is at a place: hip and knee follow from it."""
    foot = value(f"{name}.foot")
    ankle = heel - Placed("foot", 0, foot).point(HEEL_AT)
    hip = trunk.point(TRUNK)
    return leg(hip, *reach(hip, ankle), foot, value(f"{name}.toes"))


def _arm(name: str, shoulder: complex, value: Value) -> Arm:
    return arm(shoulder, value(f"{name}.raised"), value(f"{name}.elbow"), value(f"{name}.wrist"))
