"""Names of a workout's own exercises and presets: a rename reaches every block, and nothing comes to mean another."""

from typing import Any

import pytest

from tempo_trainer.ui.builder.forms.naming import (
    exercise_renamed,
    preset_renamed,
    problem_of_exercise_name,
    problem_of_preset_name,
    uses_of_exercise,
    uses_of_preset,
    with_preset,
    without_preset,
)
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.validation import findings

DATA: dict[str, Any] = {
    "format": 1,
    "name": "Own",
    "presets": {"slow": "4-2-4-2", "controlled": "2-1-2-1", "fast": "1-0-1-0"},
    "exercises": {"my-curl": {"name": "My curl"}, "my-bridge": {"name": "My bridge"}},
    "blocks": [
        {"exercise": "my-curl", "reps": 8, "tempo": "slow"},
        {"rest": 60},
        {"circuit": "Both", "blocks": [{"exercise": "nordic-curl", "reps": 3}, {"exercise": "my-curl", "hold": 20}]},
        {"exercise": "nordic-curl", "reps": 3, "tempo": "4-2-4-2"},
    ],
}


def test_an_exercise_is_renamed_at_its_place_and_in_its_blocks(names: Names) -> None:
    renamed = exercise_renamed(DATA, "my-curl", "ball")
    assert list(renamed["exercises"]) == ["ball", "my-bridge"]
    assert uses_of_exercise(renamed, "ball") == [("blocks", 0), ("blocks", 2, "blocks", 1)]
    assert findings(renamed, names)[1] == ()
    assert list(DATA["exercises"]) == ["my-curl", "my-bridge"]


def test_a_preset_is_renamed_in_the_blocks_that_name_it(names: Names) -> None:
    renamed = preset_renamed(DATA, "slow", "slower")
    assert list(renamed["presets"]) == ["slower", "controlled", "fast"]
    assert renamed["blocks"][0]["tempo"] == "slower"
    assert renamed["blocks"][3]["tempo"] == "4-2-4-2"
    assert findings(renamed, names)[1] == ()


def test_a_block_without_a_tempo_uses_the_usual_preset() -> None:
    assert uses_of_preset(DATA, "controlled") == [("blocks", 2, "blocks", 0)]
    renamed = preset_renamed(DATA, "controlled", "mine")
    assert renamed["blocks"][2]["blocks"][0]["tempo"] == "mine"
    assert "tempo" not in renamed["blocks"][2]["blocks"][1]


def test_the_blocks_keep_the_tempo_of_a_preset_that_is_deleted(names: Names) -> None:
    left = without_preset(DATA, "slow")
    assert left["blocks"][0]["tempo"] == "4-2-4-2"
    assert "slow" not in left["presets"]
    assert findings(left, names)[1] == ()


def test_without_the_last_preset_there_is_no_mapping_left() -> None:
    assert "presets" not in without_preset({"presets": {"slow": "4-2-4-2"}, "blocks": []}, "slow")


def test_a_new_preset_hides_none_that_is_used() -> None:
    blocks = [{"exercise": "nordic-curl", "reps": 3, "tempo": "my-tempo"}]
    assert with_preset({"blocks": blocks}, "3-1-3-1") == (
        {"blocks": blocks, "presets": {"my-tempo-2": "3-1-3-1"}},
        "my-tempo-2",
    )


@pytest.mark.parametrize("name", ["", "fast", "3-1-3-1", "xxxx", "2slow"])
def test_a_preset_cannot_bear_every_name(name: str) -> None:
    assert problem_of_preset_name(DATA, "slow", name)


def test_no_name_is_taken_that_blocks_use_for_another() -> None:
    assert "nordic-curl" in problem_of_exercise_name(DATA, "my-bridge", "nordic-curl")
    without_own = {**DATA, "presets": {"slow": "4-2-4-2"}}
    assert "controlled" in problem_of_preset_name(without_own, "slow", "controlled")


def test_a_name_may_stay_or_be_new() -> None:
    assert problem_of_exercise_name(DATA, "my-curl", "my-curl") == ""
    assert problem_of_exercise_name(DATA, "my-curl", "pelvic-bridge") == ""
    assert problem_of_preset_name(DATA, "slow", "slower") == ""
