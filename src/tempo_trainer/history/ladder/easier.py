"""Steps down for some exercises of a workout: the first that is possible is the one to take."""

from collections.abc import Callable, Collection

from tempo_trainer.history.ladder.blocks import is_heavy, neighbour, tempo_of, with_exercise
from tempo_trainer.history.ladder.levels import hardest, lower
from tempo_trainer.history.ladder.steps import INSTEAD, Change, Step, changes_of, step_of, told, with_changes
from tempo_trainer.history.ladder.tempos import back
from tempo_trainer.history.rules import HOLD_STEP_MS
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.model import ExerciseBlock, Names, Workout

_SHORTEST_HOLD_MS = HOLD_STEP_MS


def step_down(workout: Workout, names: Names, items: Collection[int], *, without_load: bool) -> Step | None:
    """The workout one step easier in these exercise blocks; `names` has its own too."""
    rules = (_easier_exercises, _tempo_back, _shorter_holds, _without_load)
    found = (rule(workout, names, items) for rule in rules)
    step = next((step for step in found if step), None)
    return _unloaded(step) if step and without_load else step


def _easier_exercises(workout: Workout, names: Names, items: Collection[int]) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        easier = neighbour(block.exercise, "easier", names)
        words = f"{INSTEAD} {names.exercises[block.exercise].name}"
        return Change(with_exercise(block, easier, names), words) if easier else None

    changes = changes_of(workout, _among(items, change))
    if not changes:
        return None
    changed = with_changes(workout, changes)
    level = lower(workout.level, hardest(changed, names))
    new = {change.block.exercise for change in changes.values()}
    title = "Easier exercises" if len(new) > 1 else f"An easier exercise: {names.exercises[new.pop()].name}"
    return Step("easier", title, told(changes, names), changed.model_copy(update={"level": level}))


def _tempo_back(workout: Workout, names: Names, items: Collection[int]) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        tempo = tempo_of(block, names)
        before = back(tempo, block.sets) if tempo else None
        words = f"{before} instead of {tempo}"
        return Change(block.model_copy(update={"tempo": before}), words) if before else None

    return step_of("easier", "A tempo back", workout, changes_of(workout, _among(items, change)), names)


def _shorter_holds(workout: Workout, names: Names, items: Collection[int]) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        if block.hold is None or block.hold <= _SHORTEST_HOLD_MS:
            return None
        shorter = max(block.hold - HOLD_STEP_MS, _SHORTEST_HOLD_MS)
        words = f"hold {in_words(shorter)} instead of {in_words(block.hold)}"
        return Change(block.model_copy(update={"hold": shorter}), words)

    return step_of("easier", "Shorter holds", workout, changes_of(workout, _among(items, change)), names)


def _without_load(workout: Workout, names: Names, items: Collection[int]) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        words = f"no load instead of {block.load}"
        return Change(block.model_copy(update={"load": None}), words) if is_heavy(block) else None

    return step_of("easier", "Without load", workout, changes_of(workout, _among(items, change)), names)


def _unloaded(step: Step) -> Step:
    """The step, and no weight in any exercise."""

    def change(_number: int, block: ExerciseBlock) -> Change | None:
        return Change(block.model_copy(update={"load": None}), "") if is_heavy(block) else None

    changes = changes_of(step.workout, change)
    what = f"{step.what} All of it without load." if changes else step.what
    return step._replace(what=what, workout=with_changes(step.workout, changes))


def _among(
    items: Collection[int], change: Callable[[int, ExerciseBlock], Change | None]
) -> Callable[[int, ExerciseBlock], Change | None]:
    return lambda number, block: change(number, block) if number in items else None
