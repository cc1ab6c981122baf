"""The shipped exercises: the nine of DESIGN, complete, in plain words and short enough to be read from a mat."""

from itertools import chain

import pytest

from helpers import oracle
from helpers.workouts import names
from tempo_trainer.workout.exercise import CatalogueExercise
from tempo_trainer.workout.loader import shipped_names
from tempo_trainer.workout.tempo import Ramp, Tempo

IDS = [
    "romanian-deadlift",
    "pelvic-bridge",
    "hamstring-walkout",
    "single-leg-romanian-deadlift",
    "single-leg-pelvic-bridge",
    "stability-ball-curl",
    "single-leg-stability-ball-curl",
    "nordic-curl",
    "long-lever-bridge-hold",
]
BRIDGES = {"pelvic-bridge", "single-leg-pelvic-bridge", "long-lever-bridge-hold"}
SINGLE_LEG = {
    "single-leg-romanian-deadlift",
    "single-leg-pelvic-bridge",
    "single-leg-stability-ball-curl",
    "long-lever-bridge-hold",
}

each_exercise = pytest.mark.parametrize("exercise_id", IDS)


def shipped(exercise_id: str) -> CatalogueExercise:
    exercise = names().exercises[exercise_id]
    assert isinstance(exercise, CatalogueExercise)
    return exercise


def test_there_are_nine() -> None:
    assert sorted(names().exercises) == sorted(IDS)


@each_exercise
def test_each_is_complete(exercise_id: str) -> None:
    exercise = shipped(exercise_id)
    assert len(exercise.setup) >= 3
    assert len(exercise.cues) >= 3
    assert len(exercise.mistakes) >= 3
    assert exercise.equipment
    assert exercise.figure


@each_exercise
def test_nothing_is_left_to_the_defaults(exercise_id: str) -> None:
    written = oracle.catalogue()[exercise_id]
    assert {"starts_with", "sides", "words", "setup", "cues", "mistakes", "equipment", "figure"} <= written.keys()
    assert len(written["words"]) == 4


@each_exercise
def test_each_starts_with_the_phase_of_its_lift_and_has_its_sides(exercise_id: str) -> None:
    exercise = shipped(exercise_id)
    assert exercise.starts_with == ("concentric" if exercise_id in BRIDGES else "eccentric")
    assert exercise.sides == ("each" if exercise_id in SINGLE_LEG else "both")


def test_there_are_three_of_each_level_as_the_design_has_them() -> None:
    levels = [(shipped(exercise_id).level, shipped(exercise_id).held) for exercise_id in IDS]
    assert [level for level, _ in levels] == ["beginner"] * 3 + ["intermediate"] * 3 + ["advanced"] * 3
    assert [held for _, held in levels] == [False] * 8 + [True]


@each_exercise
def test_the_first_cue_can_be_read_at_a_glance(exercise_id: str) -> None:
    assert len(shipped(exercise_id).cues[0]) <= 50


@each_exercise
def test_texts_are_sentences_and_words_are_single(exercise_id: str) -> None:
    exercise = shipped(exercise_id)
    for text in chain(exercise.setup, exercise.cues, exercise.mistakes):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text) <= 120
    assert all(": " in mistake for mistake in exercise.mistakes), "the mistake, then what to do about it"
    assert all(word.isalpha() and word.islower() for word in exercise.words.by_phase().values())
    assert exercise.words.eccentric != exercise.words.concentric
    everything = [*exercise.setup, *exercise.cues, *exercise.mistakes]
    assert len(everything) == len(set(everything))


@each_exercise
def test_the_ladder_goes_up_and_comes_down_again(exercise_id: str) -> None:
    exercise = shipped(exercise_id)
    assert exercise.easier or exercise.harder
    # A rung has one way up and one way down; where two ladders meet, the way back leads to one of them.
    for neighbour in filter(None, (exercise.easier, exercise.harder)):
        assert neighbour in IDS
        assert neighbour != exercise_id
    if exercise.easier:
        steps, here = 0, exercise_id
        while below := shipped(here).easier:
            steps, here = steps + 1, below
            assert steps < len(IDS), "the ladder goes in a circle"


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("romanian-deadlift", "single-leg-romanian-deadlift"),
        ("pelvic-bridge", "single-leg-pelvic-bridge"),
        ("hamstring-walkout", "stability-ball-curl"),
        ("single-leg-pelvic-bridge", "long-lever-bridge-hold"),
        ("stability-ball-curl", "single-leg-stability-ball-curl"),
        ("single-leg-stability-ball-curl", "nordic-curl"),
    ],
)
def test_neighbours_know_each_other(easier: str, harder: str) -> None:
    assert shipped(easier).harder == harder
    assert shipped(harder).easier == easier


def test_the_built_in_presets() -> None:
    assert dict(names().presets) == {
        "controlled": Tempo(3000, 1000, 3000, 1000),
        "slow": Tempo(4000, 2000, 4000, 2000),
        "progressive": Ramp(Tempo(3000, 1000, 3000, 1000), Tempo(4000, 2000, 4000, 2000)),
        "lowering": Tempo(4000, 1000, 2000, 0),
        "quick-lift": Tempo(3000, 1000, 1000, 1000, frozenset({"concentric"})),
    }


def test_two_readings_are_equal_and_share_nothing_that_can_change() -> None:
    assert shipped_names() == names()
    assert shipped_names().exercises is not shipped_names().exercises
