"""A scene: all that is to be seen at one instant, and how much room it takes. Body heights, y up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tempo_trainer.ui.figure.ball import Ball
from tempo_trainer.ui.figure.outlines import outline
from tempo_trainer.ui.figure.skeleton import HAND, Arm, Body, Leg, Placed

# The far limbs are painted so much further on, so that they show beside the near ones.
FAR_LEG = complex(0.03, 0.012)
FAR_ARM = complex(0.022, 0.009)
WEIGHT = 0.13  # the height of the weight in the hand
ROLLER = 0.034  # the radius of the roller that holds the heels
MARGIN = 0.03


@dataclass(frozen=True)
class Scene:
    """The body and the things about it; None where there is no such thing."""

    body: Body
    floor: float
    mat: tuple[float, float] | None  # from x to x, its upper side at y = 0
    ball: Ball | None
    anchor: complex | None  # the middle of the roller
    weight: complex | None  # the grip


@dataclass(frozen=True)
class Extent:
    """A box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> complex:
        """The middle of the box."""
        return complex(self.left + self.right, self.bottom + self.top) / 2


def parts_of(limb: Leg | Arm) -> tuple[Placed, ...]:
    """The parts of a limb, the outermost first: each is covered by the one that it hangs from."""
    if isinstance(limb, Leg):
        return limb.toes, limb.foot, limb.shank, limb.thigh
    return limb.hand, limb.forearm, limb.upper_arm


def near_parts(body: Body) -> tuple[Placed, ...]:
    """All of the body but the far limbs."""
    return body.trunk, body.neck, body.head, *parts_of(body.near_leg), *parts_of(body.near_arm)


def far_parts(body: Body) -> tuple[Placed, ...]:
    """The far limbs."""
    return *parts_of(body.far_leg), *parts_of(body.far_arm)


def skin(placed: Placed) -> Iterator[complex]:
    """The outline of a part where it is."""
    return (placed.point(own) for own in outline(placed.part))


def rough_skin(placed: Placed) -> Iterator[complex]:
    """Some points of the outline, no farther apart than it takes to know how far the part goes."""
    return (placed.point(own) for own in outline(placed.part)[::4])


def grip(arm: Arm) -> complex:
    """Where a hand holds what it holds."""
    return arm.hand.point(complex(HAND / 2, 0))


def extent(scenes: Iterable[Scene]) -> Extent:
    """The box around everything that is painted in any of the scenes, with a margin."""
    points = [point for scene in scenes for point in _points(scene)]
    across, up = [point.real for point in points], [point.imag for point in points]
    return Extent(min(across) - MARGIN, min(up) - MARGIN, max(across) + MARGIN, max(up) + MARGIN)


def _points(scene: Scene) -> Iterator[complex]:
    yield complex(0, scene.floor)
    for part in near_parts(scene.body):
        yield from rough_skin(part)
    for part in parts_of(scene.body.far_leg):
        yield from (point + FAR_LEG for point in rough_skin(part))
    for part in parts_of(scene.body.far_arm):
        yield from (point + FAR_ARM for point in rough_skin(part))
    if scene.mat:
        yield from (complex(x, 0) for x in scene.mat)
    if scene.anchor:
        yield from (scene.anchor - 2.5 * ROLLER, scene.anchor + ROLLER * 1j)
    if scene.weight:
        yield from (scene.weight - WEIGHT / 2, scene.weight + WEIGHT / 2, scene.weight - 1j * WEIGHT)
    if scene.ball:
        reach = complex(scene.ball.radius, scene.ball.radius)
        yield from (scene.ball.centre - reach, scene.ball.centre + reach)
