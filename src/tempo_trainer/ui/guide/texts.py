"""What the guide says of an exercise, as plain text."""

from collections.abc import Mapping

from tempo_trainer.workout.exercise import CatalogueExercise, Level, Sides
from tempo_trainer.workout.model import Names

LEVELS: Mapping[Level, str] = {"beginner": "Beginner", "intermediate": "Intermediate", "advanced": "Advanced"}
SIDES: Mapping[Sides, str] = {
    "both": "Both legs together",
    "each": "One leg at a time",
    "alternate": "Legs in turn",
    "left": "Left leg",
    "right": "Right leg",
}

Catalogue = Mapping[str, CatalogueExercise]


def catalogue_of(names: Names) -> Catalogue:
    """The shipped exercises, the easiest level first; a user's own are not told about here."""
    shipped = {key: made for key, made in names.exercises.items() if isinstance(made, CatalogueExercise)}
    return dict(sorted(shipped.items(), key=lambda item: list(LEVELS).index(item[1].level)))


def matches(exercise: CatalogueExercise, wanted: str) -> bool:
    """Whether all words that were typed occur in what is said of an exercise."""
    texts = (*exercise.setup, *exercise.cues, *exercise.mistakes, *exercise.equipment)
    everything = " ".join([exercise.name, LEVELS[exercise.level], SIDES[exercise.sides], *texts]).casefold()
    return all(word in everything for word in wanted.casefold().split())


def facts(exercise: CatalogueExercise) -> str:
    """Level, sides and what is needed, in one line."""
    return "\N{NO-BREAK SPACE} ·  ".join([LEVELS[exercise.level], SIDES[exercise.sides], *exercise.equipment])


def mended(mistake: str) -> tuple[str, str]:
    """A mistake, and how to mend it.

    >>> mended("The hips sink: roll less far.")
    ('The hips sink', 'Roll less far.')
    """
    what, _, how = mistake.partition(": ")
    return what, how[:1].upper() + how[1:]
