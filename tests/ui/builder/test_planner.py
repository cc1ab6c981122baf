"""Compiling beside the window: polite, given up when something newer is wanted."""

import pytest

from helpers.workouts import curl, workout
from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.timeline import A_MILLISECOND


def test_a_paced_plan_is_the_same_plan(names: Names) -> None:
    said = Workout.model_validate(workout(curl(reps=200, sets=3)))
    paces: list[None] = []
    paced = compile_timeline(said, names, lambda: paces.append(None))
    assert paced == compile_timeline(said, names)
    assert len(paces) == -(-len(paced.steps) // A_MILLISECOND) + -(-len(paced.cues) // A_MILLISECOND)


def test_pacing_may_give_up(names: Names) -> None:
    def give_up() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        compile_timeline(Workout.model_validate(workout(curl())), names, give_up)
