"""Each phase of each exercise looks as it did when somebody last looked at it.

After a change that is meant: pytest tests/ui/figure --renew-pictures, then look at the pictures in golden/.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.pictures import assert_like_picture, difference
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.motion import Motion
from tempo_trainer.ui.figure.track import track
from tempo_trainer.ui.themes import DARK
from tempo_trainer.workout.exercise import Exercise, Side
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import PHASES, Phase
from ui.figure.conftest import IDS, Paint, colours_of

GOLDEN = Path(__file__).parent / "golden"

# By how many degrees a limb turns in its uppermost joint to move by 3 % of the body's height, on the way to its end.
TURNS = {"near_leg.hip": 3.5, "far_leg.hip": 3.5, "near_arm.raised": 4.2, "far_arm.raised": 4.2, "head": 9.0}


def movement_in(exercise: Exercise, phase: Phase) -> float:
    """In the middle of the phase."""
    if phase in {"eccentric", "concentric"}:
        return 0.5
    turn = "stretched_pause" if exercise.starts_with == "eccentric" else "contracted_pause"
    return 1.0 if phase == turn else 0.0


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", IDS)
def test_it_looks_like_the_kept_picture(
    figures: Figures,
    names: Names,
    paint: Paint,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    name: str,
    phase: Phase,
) -> None:
    exercise = next(found for found in names.exercises.values() if found.figure == name)
    facing: Side = "right" if phase.startswith((exercise.starts_with, "contracted")) else "left"
    side: Side = "both" if exercise.sides == "both" else facing
    colours = colours_of(DARK, phase)
    colours = replace(colours, label=colours.ground)  # letters differ from machine to machine
    image = paint(figures[name], movement_in(exercise, phase), side, colours)
    kept = GOLDEN / f"{name}-{phase}-{side}.png"
    assert_like_picture(image, kept, tmp_path, renew=request.config.getoption("--renew-pictures"))


def turned(motion: Motion, name: str, by: float) -> Motion:
    """The motion with one angle changed all the way through."""
    old = motion.tracks[name]
    keys = [(moment, value + by) for moment, value in zip(old.moments, old.values, strict=True)]
    return replace(motion, tracks={**motion.tracks, name: track(keys)})


@pytest.mark.parametrize("movement", [0, 0.5, 1])
@pytest.mark.parametrize(("name", "degrees"), TURNS.items())
def test_a_limb_that_moves_by_three_hundredths_is_noticed(
    figures: Figures, paint: Paint, name: str, degrees: float, movement: float
) -> None:
    motion = figures["single-leg-romanian-deadlift"]
    other = turned(motion, name, degrees)
    vars(other)["extent"] = motion.extent  # the same size of picture
    assert not difference(paint(motion, movement), paint(other, movement)).tolerable


@pytest.mark.parametrize("name", IDS)
def test_edges_smoothed_in_another_way_are_not_noticed(figures: Figures, paint: Paint, name: str) -> None:
    motion = figures[name]
    found = difference(paint(motion, 0.5), paint(motion, 0.5, shift=0.1))
    assert found.mean > 0
    assert found.tolerable
