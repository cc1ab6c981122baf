"""What an exercise block is about: its tempo in figures, the neighbours of its exercise, what it needs."""

from tempo_trainer.workout.exercise import CatalogueExercise, Exercise
from tempo_trainer.workout.model import ExerciseBlock, Names
from tempo_trainer.workout.tempo import Ramp, Tempo


def tempo_of(block: ExerciseBlock, names: Names) -> Tempo | Ramp | None:
    """What a block's tempo is in figures; None for a hold."""
    if block.hold is not None:
        return None
    return names.presets[block.tempo] if isinstance(block.tempo, str) else block.tempo


def neighbour(exercise_id: str, way: str, names: Names) -> str | None:
    """The `harder` or `easier` exercise of the catalogue, unless the workout has one of its own of that name."""
    exercise = names.exercises[exercise_id]
    found: str | None = getattr(exercise, way) if isinstance(exercise, CatalogueExercise) else None
    return found if found and isinstance(names.exercises.get(found), CatalogueExercise) else None


def with_exercise(block: ExerciseBlock, exercise_id: str, names: Names) -> ExerciseBlock:
    """The block with another exercise, without the note, which was about the old one."""
    old, new = names.exercises[block.exercise], names.exercises[exercise_id]
    # left only stays left only; what was done on both legs may now be done on one
    sides = block.sides if old.sides == new.sides else None
    return block.model_copy(update={"exercise": exercise_id, "sides": sides, "note": None})


def is_heavy(block: ExerciseBlock) -> bool:
    """Whether its load names a weight: `10 kg` does, `no weight` does not."""
    return any(figure in "123456789" for figure in block.load or "")


def equipment(exercise: Exercise, before: Exercise) -> str:
    """What the one needs and the other does not, as a sentence behind others; nothing if there is nothing."""
    needs = [thing for thing in exercise.equipment if thing not in before.equipment and "(optional)" not in thing]
    return f" You need: {'; '.join(thing[:1].lower() + thing[1:] for thing in needs)}." if needs else ""
