"""The data file is read strictly."""

import pytest

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.keyposes import FiguresFile
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import read_yaml
from tempo_trainer.workout.validation import validated
from ui.figure.conftest import IDS

ONE = """
figures:
  bow:
    pin: near_heel
    at: [0, 0]
    poses:
      - {name: tall, at: 0, trunk: 0}
      - {name: bent, at: 1, trunk: 90}
"""


def read(text: str) -> FiguresFile:
    return validated(FiguresFile, read_yaml(text, "poses.yaml"), "poses.yaml")


def test_the_shipped_figures_are_there_and_cannot_be_changed(figures: Figures) -> None:
    assert set(figures) == set(IDS)
    with pytest.raises(TypeError):
        figures["other"] = figures["nordic-curl"]  # type: ignore[index]


def test_key_poses_are_in_order_and_cover_the_whole_movement(figures: Figures) -> None:
    for motion in figures.values():
        moments = [pose.at for pose in motion.keys.poses]
        assert moments == sorted(set(moments))
        assert (moments[0], moments[-1]) == (0, 1)
        assert len({pose.name for pose in motion.keys.poses}) == len(moments)


def test_a_pose_tells_what_it_tells_and_both_legs_may_be_told_at_once() -> None:
    text = ONE.replace("trunk: 90", "legs: {hip: 5, heel: [0.4, 0]}, far_leg: {hip: 9}")
    told = read(text).figures["bow"].poses[1].values()
    assert told == {
        "near_leg.hip": 5,
        "near_leg.x": 0.4,
        "near_leg.y": 0,
        "far_leg.hip": 9,
        "far_leg.x": 0.4,
        "far_leg.y": 0,
    }


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("trunk: 90", "trnk: 90"), ("at: 1,", "at: 1.5,"), ("trunk: 90", "trunk: ninety"), ("near_heel", "heel")],
)
def test_what_is_misspelt_is_refused(right: str, wrong: str) -> None:
    assert read(ONE)
    with pytest.raises(ProblemsError):
        read(ONE.replace(right, wrong))
