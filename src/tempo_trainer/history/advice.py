"""What to do next, from the rules alone: a suggestion and its reason. Nothing is changed on its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from tempo_trainer.history.ladder.easier import step_down
from tempo_trainer.history.ladder.harder import step_up
from tempo_trainer.history.ladder.levels import Shipped, easiest, hardest, of_level
from tempo_trainer.history.ladder.naming import new_name
from tempo_trainer.history.ladder.steps import Step
from tempo_trainer.history.records import Session
from tempo_trainer.history.rules import RULES
from tempo_trainer.history.verdict import (
    concerned,
    done_of,
    is_outdated,
    missed,
    running,
    says_something,
    too_painful,
    went_well,
)
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import read_yaml
from tempo_trainer.workout.validation import findings, too_long
from tempo_trainer.workout.writer import plain

__all__ = ["RULES", "Shipped", "Suggestion", "suggestion"]

Kind = Literal["harder", "easier"]


@dataclass(frozen=True)
class Suggestion:
    """What to do next. Without `data` and `workout` it is advice only: there is nothing to make or to open."""

    kind: Kind
    title: str  # one short line
    reason: str  # the figures it rests on, and what would change
    data: dict[str, Any] | None = None  # a whole new workout, as its file says it
    workout: Path | None = None  # a shipped one instead


@dataclass(frozen=True)
class _Ground:
    """What suggestions are made from."""

    workout: Workout | None  # as it was; None if it cannot be read any more
    names: Names
    shipped: Sequence[Shipped]
    taken: Collection[str]  # names of workouts that were done, which would count as the same workout


def suggestion(
    sessions: Sequence[Session], last: Session, text: str, names: Names, shipped: Sequence[Shipped]
) -> Suggestion | None:
    """What may come after the session `last`, whose workout's text was `text`; None where the rules say nothing.

    Only the latest session of a workout is spoken of.
    """
    if not says_something(last) or is_outdated(sessions, last):
        return None
    taken = {one.workout for one in sessions} | {last.workout} | {one.name for one in shipped}
    ground = _Ground(_read(text, names), names, shipped, taken)
    both = running(sessions, last)
    if too_painful(last):
        return _after_pain(last, ground)
    if len(both) == 2 and all(map(missed, both)):
        return _after_misses(both, ground)
    return _after_success(both, ground) if len(both) == 2 and all(map(went_well, both)) else None


def _after_pain(last: Session, ground: _Ground) -> Suggestion:
    said = (
        f"You said pain {last.pain} of 10. Over 5, ease off and see a doctor or a physiotherapist before you train on."
    )
    every = {planned.item for planned in last.plan}
    title = "Ease off and see a professional"
    found = _easier(every, ground, without_load=True)
    if found is None:
        return Suggestion("easier", title, said)
    return replace(found, title=title, reason=f"{said} When you train again, begin easier. {found.reason}")


def _after_misses(both: Sequence[Session], ground: _Ground) -> Suggestion | None:
    found = _easier(concerned(both[-1]), ground, without_load=False)
    return found and replace(found, reason=f"{_misses(both)} {found.reason}")


def _after_success(both: Sequence[Session], ground: _Ground) -> Suggestion | None:
    found = _harder(ground)
    return found and replace(found, reason=f"{_success(both)} {found.reason}")


def _harder(ground: _Ground) -> Suggestion | None:
    if ground.workout is None:
        return None
    step = step_up(ground.workout, ground.names.and_those_of(ground.workout))
    return _made("harder", step, ground) if step else _other_level("harder", ground)


def _easier(items: Collection[int], ground: _Ground, *, without_load: bool) -> Suggestion | None:
    if ground.workout is None:
        return None
    names = ground.names.and_those_of(ground.workout)
    step = step_down(ground.workout, names, items, without_load=without_load)
    return _made("easier", step, ground) if step else _other_level("easier", ground)


def _made(kind: Kind, step: Step, ground: _Ground) -> Suggestion | None:
    """The step as a workout of its own, which has to be as good as any that is read from a file."""
    old = step.workout.name
    summary = f"Made from “{old}”. {step.what}"
    named = step.workout.model_copy(update={"name": new_name(old, step.word, ground.taken), "summary": summary})
    data = plain(named)
    workout, found = findings(data, ground.names)
    if found or workout is None or too_long(workout, ground.names):
        return None
    return Suggestion(kind, step.title, step.what, data=data)


def _other_level(kind: Kind, ground: _Ground) -> Suggestion | None:
    workout = ground.workout
    if workout is None:
        return None
    names, up = ground.names.and_those_of(workout), kind == "harder"
    level = workout.level or (easiest if up else hardest)(workout, names)
    other = of_level(ground.shipped, level, 1 if up else -1, workout.name)
    if other is None:
        return None
    title = f"Move on to “{other.name}”" if up else f"Go back to “{other.name}”"
    way = "the next level, as no harder step" if up else "the level below, as no easier step"
    return Suggestion(kind, title, f"“{other.name}” is {way} is left in this workout.", workout=other.path)


def _success(both: Sequence[Session]) -> str:
    efforts, pains = (_each([one.effort for one in both]), _each([one.pain for one in both]))
    planned = done_of(both[-1]).planned
    held = any(one.tempo is None for one in both[-1].sets)
    all_done = f"all {planned} reps{' and holds' if held else ''} were done" if planned else "everything was done"
    return f"In the last two sessions {all_done}; effort was {efforts} of 10, pain {pains}."


def _misses(both: Sequence[Session]) -> str:
    first, last = map(done_of, both)
    if first.done == first.planned or last.done == last.planned:
        return "Reps were missed in the last two sessions: not everything was done before they ended."
    return f"Reps were missed in the last two sessions: {first.done} and {last.done} of {last.planned} were done."


def _each(said: Sequence[int | None]) -> str:
    return " and ".join(map(str, said))


def _read(text: str, names: Names) -> Workout | None:
    """The workout as it was; None if it is none today, as when a preset has gone."""
    try:
        document = read_yaml(text, "history")
    except ProblemsError:
        return None
    return None if document.problems else findings(document.data, names)[0]
