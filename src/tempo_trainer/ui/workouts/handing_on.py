"""A workout for others: with the presets in it that are the user's own."""

from pathlib import Path

from tempo_trainer.ui.workouts.entries import presets_used
from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.writer import workout_text


def with_presets(path: Path, names: Names) -> str | None:
    """The text of a workout with the user's presets that it uses; None if it needs none, or is broken."""
    try:
        workout = load_timeline(path, names).workout
    except ProblemsError:
        return None
    shipped = shipped_names().presets
    own = {name: names.presets[name] for name in sorted(presets_used(workout))}
    own = {name: tempo for name, tempo in own.items() if shipped.get(name) != tempo}
    if not own:
        return None
    return workout_text(workout.model_copy(update={"presets": {**workout.presets, **own}}))
