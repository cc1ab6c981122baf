"""Steps up: the first that is possible is the one to take."""

from collections.abc import Mapping
from typing import Any

from tempo_trainer.history.ladder.blocks import equipment, is_heavy, neighbour, tempo_of, with_exercise
from tempo_trainer.history.ladder.levels import easiest, higher
from tempo_trainer.history.ladder.steps import Change, Step, changes_of, exercise_blocks, step_of, told, with_changes
from tempo_trainer.history.ladder.tempos import growing, grown
from tempo_trainer.history.rules import CONTROLLED, HOLD_STEP_MS, LONGEST_HOLD_MS, NEW_HOLD_MS
from tempo_trainer.workout.durations import in_words
from tempo_trainer.workout.exercise import CatalogueExercise
from tempo_trainer.workout.model import ExerciseBlock, Names, Workout
from tempo_trainer.workout.tempo import Ramp

_FEWER = (4, 5)  # reps of a new exercise against those of the old one: 10 become 8


def step_up(workout: Workout, names: Names) -> Step | None:
    """The workout one step harder, for the first rule that finds something to change; `names` has its own too."""
    rules = (_growing, _slower, _longer_holds, _harder_exercise)
    return next((step for rule in rules if (step := rule(workout, names))), None)


def _growing(workout: Workout, names: Names) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        tempo = tempo_of(block, names)
        slower = growing(tempo, block.sets) if tempo else None
        if slower is None:
            return None
        words = f"from {slower}, set by set" if isinstance(slower, Ramp) else f"{slower} instead of {_start(tempo)}"
        return Change(block.model_copy(update={"tempo": slower}), words)

    changes = changes_of(workout, change)
    return step_of("growing slower", "Slower, bit by bit", workout, changes, names)


def _slower(workout: Workout, names: Names) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        tempo = tempo_of(block, names)
        slower = grown(tempo, block.sets) if tempo else None
        return Change(block.model_copy(update={"tempo": slower}), f"{slower} in all sets") if slower else None

    return step_of("slower", "Slower in all sets", workout, changes_of(workout, change), names)


def _longer_holds(workout: Workout, names: Names) -> Step | None:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        if block.hold is None or block.hold >= LONGEST_HOLD_MS:
            return None
        longer = min(block.hold + HOLD_STEP_MS, LONGEST_HOLD_MS)
        words = f"hold {in_words(longer)} instead of {in_words(block.hold)}"
        return Change(block.model_copy(update={"hold": longer}), words)

    return step_of("longer holds", "Hold a little longer", workout, changes_of(workout, change), names)


def _harder_exercise(workout: Workout, names: Names) -> Step | None:
    """One exercise at a time, in all of its blocks; none that the workout has already."""
    there = {block.exercise for block in exercise_blocks(workout)}
    for exercise_id in dict.fromkeys(block.exercise for block in exercise_blocks(workout)):
        harder = neighbour(exercise_id, "harder", names)
        if harder and harder not in there:
            return _with_harder(workout, exercise_id, harder, names)
    return None


def _with_harder(workout: Workout, old: str, new: str, names: Names) -> Step:
    def change(_number: int, block: ExerciseBlock) -> Change | None:
        if block.exercise != old:
            return None
        fewer = with_exercise(block, new, names).model_copy(update={"load": None, **_amount(block, new, names)})
        return Change(fewer, f"{_amount_in_words(fewer)} instead of {names.exercises[old].name}{_left(block)}")

    changes = changes_of(workout, change)
    changed = with_changes(workout, changes)
    level = higher(workout.level, easiest(changed, names))
    what = told(changes, names) + equipment(names.exercises[new], names.exercises[old])
    title = f"A harder exercise: {names.exercises[new].name}"
    return Step("harder", title, what, changed.model_copy(update={"level": level}))


def _amount(block: ExerciseBlock, new: str, names: Names) -> Mapping[str, Any]:
    """Reps and tempo, or the hold, to begin a harder exercise with."""
    exercise = names.exercises[new]
    if block.hold is not None:
        return {"hold": min(block.hold, NEW_HOLD_MS)}
    if isinstance(exercise, CatalogueExercise) and exercise.held:
        return {"reps": None, "hold": NEW_HOLD_MS, "tempo": "controlled"}
    return {"reps": _fewer(block.reps), "tempo": CONTROLLED}


def _left(block: ExerciseBlock) -> str:
    return f", without {block.load}" if is_heavy(block) else ""


def _fewer(reps: Any) -> Any:
    """A fifth fewer, rounded, but at least one fewer; as many as one can stays what it is."""
    part, whole = _FEWER
    return max(1, min(reps - 1, round(reps * part / whole))) if isinstance(reps, int) else reps


def _amount_in_words(block: ExerciseBlock) -> str:
    if block.hold is not None:
        return f"{block.sets} × {in_words(block.hold)}"
    return f"{block.sets} × {block.reps} at {block.tempo}"


def _start(tempo: Any) -> Any:
    return tempo.start if isinstance(tempo, Ramp) else tempo
