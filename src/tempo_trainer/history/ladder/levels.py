"""The levels of workouts: how hard one is, and the shipped workout of another level."""

from collections.abc import Collection, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple, get_args

from tempo_trainer.history.ladder.steps import exercise_blocks
from tempo_trainer.workout.exercise import CatalogueExercise, Level
from tempo_trainer.workout.model import Names, Workout

LEVELS: Sequence[Level] = get_args(Level)


class Shipped(NamedTuple):
    """A workout that comes with the program."""

    path: Path
    name: str
    level: Level | None


def easiest(workout: Workout, names: Names) -> Level | None:
    """The level of its easiest exercise of the catalogue: what the whole of it has reached."""
    return min(_levels(workout, names), key=LEVELS.index, default=None)


def hardest(workout: Workout, names: Names) -> Level | None:
    """The level of its hardest exercise of the catalogue: what some of it asks for."""
    return max(_levels(workout, names), key=LEVELS.index, default=None)


def higher(one: Level | None, other: Level | None) -> Level | None:
    """The higher of two levels; a workout that says none goes on saying none."""
    return max(one, other or one, key=LEVELS.index) if one else None


def lower(one: Level | None, other: Level | None) -> Level | None:
    """The lower of two levels; a workout that says none goes on saying none."""
    return min(one, other or one, key=LEVELS.index) if one else None


def of_level(shipped: Sequence[Shipped], level: Level | None, by: int, like: str) -> Shipped | None:
    """The shipped workout so many levels away; of several the one whose name begins most like another."""
    place = LEVELS.index(level) + by if level else -1
    there = [one for one in shipped if place in range(len(LEVELS)) and one.level == LEVELS[place]]
    return max(there, key=lambda one: _alike(one.name, like), default=None)


def _levels(workout: Workout, names: Names) -> Collection[Level]:
    exercises = (names.exercises[block.exercise] for block in exercise_blocks(workout))
    return {exercise.level for exercise in exercises if isinstance(exercise, CatalogueExercise)}


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
