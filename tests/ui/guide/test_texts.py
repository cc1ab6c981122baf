"""What the guide says of an exercise, as plain text."""

import pytest

from tempo_trainer.ui.guide.texts import catalogue_of, facts, matches, mended
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.model import Names


def test_the_easiest_come_first_and_the_users_own_not_at_all(names: Names) -> None:
    catalogue = catalogue_of(Names({"mine": Exercise(name="Mine"), **names.exercises}))
    assert "mine" not in catalogue
    assert len(catalogue) == 9
    levels = [exercise.level for exercise in catalogue.values()]
    assert levels == ["beginner"] * 3 + ["intermediate"] * 3 + ["advanced"] * 3


@pytest.mark.parametrize(("wanted", "found"), [
    ("", True), ("ROMANIAN", True), ("dead single", True), ("kettlebell one leg", True), ("wall", True),
    ("intermediate", True), ("ball kettlebell swimming", False), ("beginner", False),
])  # fmt: skip
def test_every_word_that_is_typed_has_to_occur(names: Names, wanted: str, found: bool) -> None:
    assert matches(catalogue_of(names)["single-leg-romanian-deadlift"], wanted) is found


def test_every_mistake_has_its_mending(names: Names) -> None:
    for exercise in names.exercises.values():
        for mistake in exercise.mistakes:
            what, how = mended(mistake)
            assert what
            assert how[0].isupper()
            assert how.endswith(".")
    assert mended("Just this.") == ("Just this.", "")


def test_the_facts_name_level_sides_and_equipment(names: Names) -> None:
    told = facts(catalogue_of(names)["stability-ball-curl"])
    assert [part.strip() for part in told.split("·")] == ["Intermediate", "Both legs together", "Stability ball", "Mat"]
