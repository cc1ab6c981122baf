"""Limbs keep their length, and a leg reaches where it is told to."""

import cmath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.ui.figure.skeleton import FOREARM, HEEL_AT, SHANK, THIGH, UPPER_ARM, arm, leg, reach

angles = st.floats(-360, 360)
places = st.builds(cmath.rect, st.floats(0.01, 0.489), st.floats(-3.1, 3.1))


@given(angles, angles, angles, angles)
def test_limbs_keep_their_length(one: float, two: float, three: float, four: float) -> None:
    limb, other = leg(0.2j, one, two, three, four), arm(0.8j, one, two, three)
    assert abs(limb.shank.joint - limb.thigh.joint) == pytest.approx(THIGH)
    assert abs(limb.foot.joint - limb.shank.joint) == pytest.approx(SHANK)
    assert abs(limb.heel - limb.foot.joint) == pytest.approx(abs(HEEL_AT))
    assert abs(other.forearm.joint - other.upper_arm.joint) == pytest.approx(UPPER_ARM)
    assert abs(other.hand.joint - other.forearm.joint) == pytest.approx(FOREARM)


def test_a_leg_without_angles_hangs_straight_down_with_the_toes_in_front() -> None:
    limb = leg(0j, 0, 0, 0, 0)
    assert limb.shank.joint == pytest.approx(-1j * THIGH)
    assert limb.foot.joint == pytest.approx(-1j * (THIGH + SHANK))
    assert limb.toes.joint.real > 0.05
    assert limb.heel.real < 0


@given(places)
def test_a_leg_reaches_every_place_within_its_length_with_its_knee_to_the_front(ankle: complex) -> None:
    thigh, shank = reach(0, ankle)
    assert leg(0, thigh, shank, 0, 0).foot.joint == pytest.approx(ankle, abs=1e-6)
    assert thigh >= shank


def test_a_leg_is_straight_towards_what_it_cannot_reach() -> None:
    assert reach(0, 2 + 0j) == pytest.approx((90, 90))
