"""Compiling beside the window: polite, given up when something newer is wanted."""

from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from helpers.workouts import curl, workout
from tempo_trainer.ui.builder.planner import Planner
from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.timeline import A_MILLISECOND


class Odd:
    """No workout at all."""

    def __init__(self) -> None:
        self.seen = Event()

    def __getattr__(self, name: str) -> object:
        self.seen.set()
        raise AttributeError(name)


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


def test_a_fault_does_not_end_planning(qtbot: QtBot, names: Names) -> None:
    owner = QObject()
    planner = Planner(owner)
    odd = Odd()
    planner.plan(cast("Workout", odd), names)
    qtbot.waitUntil(odd.seen.is_set)
    with qtbot.waitSignal(planner.planned):
        planner.plan(Workout.model_validate(workout(curl())), names)
