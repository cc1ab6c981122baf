"""What holds for every exercise at every position of the movement."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.motion import Motion
from tempo_trainer.ui.figure.scene import FAR_ARM, FAR_LEG, Scene, far_parts, near_parts, parts_of, skin
from tempo_trainer.ui.figure.skeleton import FOREARM, HEEL, SHANK, THIGH, TRUNK, UPPER_ARM
from ui.figure.conftest import IDS

A_LITTLE = 0.01  # of the body's height: how far a contact may wander
ids = st.sampled_from(IDS)
movements = st.floats(0, 1)
FRAMES = [k / 240 for k in range(241)]  # four seconds at 60 Hz


def joints(scene: Scene) -> list[complex]:
    return [part.joint for part in (*near_parts(scene.body), *far_parts(scene.body))]


@given(ids, movements)
def test_limbs_keep_their_length(figures: Figures, name: str, movement: float) -> None:
    body = figures[name].at(movement).body
    for leg in (body.near_leg, body.far_leg):
        assert abs(leg.thigh.joint - body.trunk.joint) == pytest.approx(TRUNK)
        assert abs(leg.shank.joint - leg.thigh.joint) == pytest.approx(THIGH)
        assert abs(leg.foot.joint - leg.shank.joint) == pytest.approx(SHANK)
    for arm in (body.near_arm, body.far_arm):
        assert arm.upper_arm.joint == body.trunk.joint
        assert abs(arm.forearm.joint - arm.upper_arm.joint) == pytest.approx(UPPER_ARM)
        assert abs(arm.hand.joint - arm.forearm.joint) == pytest.approx(FOREARM)


@given(ids, movements)
def test_nothing_goes_through_the_floor(figures: Figures, name: str, movement: float) -> None:
    body = figures[name].at(movement).body
    lowest = min(point.imag for part in (*near_parts(body), *far_parts(body)) for point in skin(part))
    assert lowest > -0.0015  # a smooth curve through the points of a flat sole is not quite flat


@given(ids, movements)
def test_joints_bend_only_as_joints_do(figures: Figures, name: str, movement: float) -> None:
    body = figures[name].at(movement).body
    for leg in (body.near_leg, body.far_leg):
        assert -1e-6 <= leg.thigh.turn - leg.shank.turn <= 140
        assert -15 <= leg.thigh.turn - body.trunk.turn <= 120
        assert -35 <= leg.foot.turn - leg.shank.turn <= 40 or name == "nordic-curl"
    for arm in (body.near_arm, body.far_arm):
        assert 0 <= arm.forearm.turn - arm.upper_arm.turn <= 140


@given(ids, movements)
def test_contacts_stay(figures: Figures, name: str, movement: float) -> None:
    motion = figures[name]
    first, now = motion.at(0).body, motion.at(movement).body
    pinned = {
        "shoulder": (first.trunk.joint, now.trunk.joint),
        "near_heel": (first.near_leg.heel, now.near_leg.heel),
        "near_knee": (first.near_leg.shank.joint, now.near_leg.shank.joint),
    }
    before, after = pinned[motion.keys.pin]
    assert abs(after - before) < 1e-9
    if motion.keys.pin == "shoulder":
        assert now.head == first.head
        assert now.near_arm == first.near_arm
    if motion.keys.pin == "near_heel":
        assert now.near_leg.foot.turn == 0
    if motion.keys.pin == "near_knee":
        assert abs(now.near_leg.foot.joint - first.near_leg.foot.joint) < A_LITTLE
        assert abs(now.far_leg.foot.joint - first.far_leg.foot.joint) < A_LITTLE


@pytest.mark.parametrize("name", ["pelvic-bridge", "single-leg-pelvic-bridge", "long-lever-bridge-hold"])
@given(movements)
def test_a_planted_heel_stays_on_the_mat(figures: Figures, name: str, movement: float) -> None:
    heel = figures[name].at(movement).body.near_leg.heel
    assert abs(heel - figures[name].at(0).body.near_leg.heel) < A_LITTLE
    assert heel.imag == pytest.approx(HEEL, abs=A_LITTLE)


@pytest.mark.parametrize("name", ["ball-curl", "single-leg-ball-curl"])
@given(movements)
def test_the_ball_rolls_on_the_floor_under_the_heel(figures: Figures, name: str, movement: float) -> None:
    motion = figures[name]
    scene, first = motion.at(movement), motion.at(0)
    assert scene.ball
    assert first.ball
    assert scene.ball.centre.imag - scene.ball.radius == pytest.approx(motion.floor)
    travel = scene.ball.centre.real - first.ball.centre.real
    assert math.radians(scene.ball.rolled) * scene.ball.radius == pytest.approx(travel)
    heels = [scene.body.near_leg.heel] + [scene.body.far_leg.heel] * (name == "ball-curl")
    for heel in heels:
        assert abs(heel - scene.ball.centre) == pytest.approx(scene.ball.radius + HEEL, abs=1e-6)


def test_three_seconds_are_three_seconds(motion: Motion) -> None:
    """What leads the movement, trunk or ball, goes as far in every frame as in every other."""
    scenes = [motion.at(movement) for movement in FRAMES]
    lead = [scene.ball.centre.real if scene.ball else scene.body.trunk.turn for scene in scenes]
    steps = [after - before for before, after in pairwise(lead)]
    assert abs(lead[-1] - lead[0]) > 0.1
    assert steps == pytest.approx([(lead[-1] - lead[0]) / len(steps)] * len(steps))


def test_nothing_jumps_between_two_frames(motion: Motion) -> None:
    for before, after in pairwise(FRAMES):
        ways = zip(joints(motion.at(before)), joints(motion.at(after)), strict=True)
        assert max(abs(there - here) for here, there in ways) < 0.02


def test_no_frame_is_like_the_one_before(motion: Motion) -> None:
    for before, after in pairwise(FRAMES):
        assert joints(motion.at(before)) != joints(motion.at(after))


@given(ids, movements)
def test_everything_is_within_the_extent(figures: Figures, name: str, movement: float) -> None:
    motion = figures[name]
    room, scene = motion.extent, motion.at(movement)
    points = [point for part in near_parts(scene.body) for point in skin(part)]
    points += [point + FAR_LEG for part in parts_of(scene.body.far_leg) for point in skin(part)]
    points += [point + FAR_ARM for part in parts_of(scene.body.far_arm) for point in skin(part)]
    assert room.left < min(point.real for point in points) <= max(point.real for point in points) < room.right
    assert room.bottom < min(point.imag for point in points) <= max(point.imag for point in points) < room.top
    if scene.ball:
        assert scene.ball.centre.real + scene.ball.radius < room.right
