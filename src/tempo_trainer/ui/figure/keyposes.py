"""What the data file of the figures may say: for each figure its props, its pinned joint and its key poses."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from tempo_trainer.workout.exercise import Several, Strict, Text

Place = Annotated[tuple[float, float], Field(strict=False)]  # YAML has lists only
Pin = Literal["shoulder", "near_heel", "near_knee"]
Hold = Literal["free", "planted", "on ball", "beside"]
Hand = Literal["near", "far"]


class ArmKeys(Strict):
    """Degrees: raised from hanging, bent at elbow and wrist."""

    raised: float | None = None
    elbow: float | None = None
    wrist: float | None = None


class LegKeys(Strict):
    """Degrees: bent at hip and knee, foot against the floor (toes up: positive), toes bent up; or the heel's place."""

    hip: float | None = None
    knee: float | None = None
    foot: float | None = None
    toes: float | None = None
    heel: Place | None = None


class KeyPose(Strict):
    """A pose at one moment of the movement; what it leaves out is on its way between the poses that tell it."""

    name: Text
    at: Annotated[float, Field(ge=0, le=1)]
    trunk: float | None = None  # degrees: leaning forwards, -90 is lying on the back
    head: float | None = None  # the same
    ball: float | None = None  # x of its centre
    legs: LegKeys = LegKeys()  # both alike
    near_leg: LegKeys = LegKeys()
    far_leg: LegKeys = LegKeys()
    arms: ArmKeys = ArmKeys()
    near_arm: ArmKeys = ArmKeys()
    far_arm: ArmKeys = ArmKeys()

    def values(self) -> Mapping[str, float]:
        """What the pose tells, by names like `near_leg.knee`."""
        return {name: value for name, value in self._all() if value is not None}

    def _all(self) -> Iterator[tuple[str, float | None]]:
        yield from (("trunk", self.trunk), ("head", self.head), ("ball", self.ball))
        for limb, shared, own in (
            ("near_leg", self.legs, self.near_leg),
            ("far_leg", self.legs, self.far_leg),
            ("near_arm", self.arms, self.near_arm),
            ("far_arm", self.arms, self.far_arm),
        ):
            told = shared.model_dump(exclude_none=True) | own.model_dump(exclude_none=True)
            for name, value in told.items():
                if name == "heel":
                    yield from ((f"{limb}.x", value[0]), (f"{limb}.y", value[1]))
                else:
                    yield f"{limb}.{name}", value


class BallKeys(Strict):
    """A ball, and where the heels rest on it when a repetition begins: degrees from its top, forwards is positive."""

    radius: float
    heels: float


class FigureKeys(Strict):
    """One figure: what stands still, what holds the legs, what else is seen, and its key poses."""

    pin: Pin
    at: Place
    near_leg: Hold = "free"
    far_leg: Hold = "free"
    ball: BallKeys | None = None
    mat: Place | None = None  # from x to x
    anchor: Place | None = None  # the roller that holds the heels
    weight: Hand | None = None  # the hand that holds it
    poses: Annotated[Several[KeyPose], Field(min_length=2)]


class FiguresFile(Strict):
    """The whole file."""

    figures: Mapping[str, FigureKeys]
