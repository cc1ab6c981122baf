"""Each figure does its exercise as the catalogue tells it: set-up, cues, and none of the mistakes."""

import cmath
import math
from itertools import pairwise

import pytest

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.scene import skin
from tempo_trainer.ui.figure.skeleton import HAND, HEEL, Arm, Body, Leg
from tempo_trainer.workout.model import Names

FRAMES = [k / 120 for k in range(121)]


def lean(body: Body) -> float:
    """Of the trunk, forwards."""
    return -body.trunk.turn


def hip(body: Body, leg: Leg) -> float:
    return leg.thigh.turn - body.trunk.turn


def knee(leg: Leg) -> float:
    return leg.thigh.turn - leg.shank.turn


def bodies(figures: Figures, name: str) -> list[Body]:
    return [figures[name].at(movement).body for movement in FRAMES]


def tip(arm: Arm) -> complex:
    return arm.hand.point(complex(HAND, 0))


def lowest_of_the_trunk(body: Body) -> float:
    """Below the shoulders, which lie on the mat."""
    return min(point.imag for point in list(skin(body.trunk)) if abs(point - body.near_leg.thigh.joint) < 0.1)


def slope(start: complex, end: complex) -> float:
    return math.degrees(cmath.phase(end - start))


def test_every_exercise_of_the_catalogue_has_a_figure(names: Names, figures: Figures) -> None:
    wanted = {exercise.figure for exercise in names.exercises.values() if hasattr(exercise, "figure")}
    assert wanted == set(figures)


def test_romanian_deadlift_hinges_at_the_hip(figures: Figures) -> None:
    start, end = bodies(figures, "romanian-deadlift")[0], bodies(figures, "romanian-deadlift")[-1]
    assert lean(start) == pytest.approx(0, abs=5)
    assert 60 < lean(end) < 90
    assert end.near_leg.thigh.joint.real < start.near_leg.thigh.joint.real - 0.08
    for body in bodies(figures, "romanian-deadlift"):
        assert abs(body.near_leg.shank.turn) < 8
        assert 5 < knee(body.near_leg) < 30
        hand = body.near_arm.hand.joint
        assert 0.02 < hand.real - body.near_leg.foot.joint.real < 0.2


def test_single_leg_deadlift_starts_with_the_up_leg_in_front_hip_and_knee_bent(figures: Figures) -> None:
    body = bodies(figures, "single-leg-romanian-deadlift")[0]
    assert lean(body) == pytest.approx(0, abs=5)
    assert 70 < hip(body, body.far_leg) < 100
    assert 70 < knee(body.far_leg) < 110
    assert body.far_leg.shank.joint.real > body.near_leg.shank.joint.real + 0.15


def test_single_leg_deadlift_drives_it_straight_behind_with_the_toes_down(figures: Figures) -> None:
    body = bodies(figures, "single-leg-romanian-deadlift")[-1]
    assert knee(body.far_leg) < 5
    assert abs(hip(body, body.far_leg)) < 8
    assert body.far_leg.foot.joint.real < body.near_leg.thigh.joint.real - 0.45
    assert body.far_leg.foot.turn == -90
    assert 75 < lean(body) < 95


def test_single_leg_deadlift_keeps_the_standing_knee_soft_and_opens_the_other_evenly(figures: Figures) -> None:
    seen = bodies(figures, "single-leg-romanian-deadlift")
    assert all(10 <= knee(body.near_leg) <= 25 for body in seen)
    knees = [knee(body.far_leg) for body in seen]
    assert all(after <= before + 1e-9 for before, after in pairwise(knees))
    behind = [body.far_leg.foot.joint.real for body in seen]
    assert all(after < before for before, after in pairwise(behind))
    assert all(body.far_leg.toes.joint.imag > 0.03 for body in seen)


@pytest.mark.parametrize("name", ["pelvic-bridge", "single-leg-pelvic-bridge"])
def test_bridges_rise_from_the_mat_into_one_line(figures: Figures, name: str) -> None:
    seen = bodies(figures, name)
    assert lowest_of_the_trunk(seen[0]) < 0.01
    assert lowest_of_the_trunk(seen[-1]) > 0.08
    assert abs(hip(seen[-1], seen[-1].near_leg)) < 4
    assert abs(seen[-1].near_leg.shank.turn) < 15
    heights = [body.near_leg.thigh.joint.imag for body in seen]
    assert all(after > before for before, after in pairwise(heights))


def test_single_leg_bridge_holds_the_other_leg_straight_beside_the_thigh(figures: Figures) -> None:
    for body in bodies(figures, "single-leg-pelvic-bridge"):
        assert knee(body.far_leg) == 0
        assert body.far_leg.thigh == body.near_leg.thigh
    end = bodies(figures, "single-leg-pelvic-bridge")[-1]
    line = slope(end.trunk.joint, end.far_leg.foot.joint)
    assert line == pytest.approx(slope(end.trunk.joint, end.far_leg.thigh.joint), abs=3)


def test_walkout_steps_out_alternately_with_one_heel_always_on_the_mat(figures: Figures) -> None:
    seen = bodies(figures, "hamstring-walkout")
    for before, after in pairwise(seen):
        moved = [abs(after.near_leg.heel - before.near_leg.heel), abs(after.far_leg.heel - before.far_leg.heel)]
        assert min(moved) < 0.004
        still = after.near_leg if moved[0] < moved[1] else after.far_leg
        assert still.heel.imag == pytest.approx(HEEL, abs=0.004)
    assert seen[-1].near_leg.heel.real > seen[0].near_leg.heel.real + 0.2
    assert seen[-1].near_leg.heel == pytest.approx(seen[-1].far_leg.heel)


def test_walkout_takes_six_steps(figures: Figures) -> None:
    seen = bodies(figures, "hamstring-walkout")
    lifts = 0
    for limb in ("near_leg", "far_leg"):
        up = [getattr(body, limb).heel.imag > HEEL + 0.01 for body in seen]
        lifts += sum(after and not before for before, after in pairwise(up))
    assert lifts == 6


@pytest.mark.parametrize("name", ["hamstring-walkout", "ball-curl", "single-leg-ball-curl"])
def test_the_hips_stay_up_all_the_way(figures: Figures, name: str) -> None:
    assert all(lowest_of_the_trunk(body) > 0.03 for body in bodies(figures, name))


@pytest.mark.parametrize("name", ["ball-curl", "single-leg-ball-curl"])
def test_ball_curl_starts_with_the_ball_almost_at_the_buttocks_and_ends_with_long_legs(
    figures: Figures, name: str
) -> None:
    start, end = figures[name].at(0), figures[name].at(1)
    assert start.ball
    gap = min(abs(point - start.ball.centre) for point in skin(start.body.near_leg.thigh)) - start.ball.radius
    assert 0 < gap < 0.06
    assert knee(start.body.near_leg) > 100
    assert 5 < knee(end.body.near_leg) < 25
    assert abs(hip(end.body, end.body.near_leg)) < 20


def test_single_leg_ball_curl_holds_the_free_leg_still_above(figures: Figures) -> None:
    seen = bodies(figures, "single-leg-ball-curl")
    assert all(body.far_leg.thigh.turn == pytest.approx(seen[0].far_leg.thigh.turn) for body in seen)
    assert all(body.far_leg.foot.joint.imag > body.near_leg.shank.joint.imag + 0.1 for body in seen)


def test_nordic_curl_leans_in_one_line_from_the_knees(figures: Figures) -> None:
    seen = bodies(figures, "nordic-curl")
    for body in seen:
        line = slope(body.near_leg.shank.joint, body.near_leg.thigh.joint)
        assert slope(body.near_leg.thigh.joint, body.trunk.joint) == pytest.approx(line, abs=3)
    assert lean(seen[0]) == pytest.approx(0, abs=3)
    assert lean(seen[-1]) > 70


def test_nordic_curl_has_the_hands_in_front_and_lands_on_them(figures: Figures) -> None:
    seen = bodies(figures, "nordic-curl")
    for body in seen:
        assert tip(body.near_arm).real > body.trunk.joint.real + 0.08
    assert min(point.imag for point in skin(seen[-1].near_arm.hand)) < 0.02
    assert min(point.imag for point in skin(seen[-1].trunk)) > 0.03


def test_nordic_curl_has_its_heels_held(figures: Figures) -> None:
    for movement in FRAMES:
        scene = figures["nordic-curl"].at(movement)
        assert scene.anchor
        assert abs(scene.anchor - scene.body.near_leg.foot.joint) < 0.08
        assert scene.anchor.imag > scene.body.near_leg.foot.joint.imag


def test_long_lever_hold_is_held_on_one_far_heel_with_the_other_leg_raised(figures: Figures) -> None:
    seen = bodies(figures, "long-lever-bridge-hold")
    start, end = seen[0], seen[-1]
    assert lowest_of_the_trunk(start) < 0.01
    assert start.far_leg.heel == pytest.approx(start.near_leg.heel)
    assert lowest_of_the_trunk(end) > 0.06
    assert 15 < knee(end.near_leg) < 35
    assert end.near_leg.heel.real - end.near_leg.thigh.joint.real > 0.45
    assert knee(end.far_leg) < 20
    assert end.far_leg.heel.imag > 0.4
    lifted = next(k for k, body in enumerate(seen) if body.far_leg.heel.imag > HEEL + 0.01)
    assert FRAMES[lifted] >= 0.4


@pytest.mark.parametrize("name", ["romanian-deadlift", "pelvic-bridge", "ball-curl", "nordic-curl"])
def test_on_two_legs_both_do_the_same(figures: Figures, name: str) -> None:
    for body in bodies(figures, name):
        assert body.near_leg == body.far_leg
