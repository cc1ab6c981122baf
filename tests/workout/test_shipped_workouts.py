"""The four shipped workouts: they are valid, hold what DESIGN section 2 asks for, and say nothing needlessly."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import oracle
from helpers.workouts import names
from tempo_trainer.folders import find_folders
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import CircuitBlock, ExerciseBlock, RestBlock, Workout
from tempo_trainer.workout.timeline import Timeline

FILES = sorted(find_folders().shipped_workouts.glob("*.yaml"))
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def load(name: str) -> Timeline:
    return load_timeline(find_folders().shipped_workouts / f"{name}.yaml", names())


def written(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


def test_there_are_four() -> None:
    assert [file.stem for file in FILES] == ["advanced", "beginner", "first-try", "intermediate"]


@each_file
def test_each_is_what_an_independent_implementation_says(file: Path) -> None:
    assert load(file.stem).duration_ms == oracle.expected(written(file))["duration_ms"]


@pytest.mark.parametrize(
    ("name", "seconds", "tension"),
    [
        ("first-try", 300, {"left": 32, "right": 32, "both": 128}),
        ("beginner", 1288, {"left": 0, "right": 0, "both": 240 + 288 + 180}),
        ("intermediate", 1822, {"left": 192 + 240, "right": 192 + 240, "both": 80 + 100 + 120}),
        ("advanced", 1248, {"left": 204, "right": 204, "both": 105}),
    ],
)
def test_lengths(name: str, seconds: int, tension: dict[str, int]) -> None:
    timeline = load(name)
    assert timeline.duration_ms == seconds * 1000
    assert timeline.time_under_tension_ms == {side: length * 1000 for side, length in tension.items()}
    assert not timeline.open_ended


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("beginner", [
            ("romanian-deadlift", 3, 10, None), ("pelvic-bridge", 3, 12, None), ("hamstring-walkout", 3, 6, None),
        ]),
        ("intermediate", [
            ("single-leg-romanian-deadlift", 3, 8, None), ("single-leg-pelvic-bridge", 3, 10, None),
            ("stability-ball-curl", 3, 10, None),
        ]),
        ("advanced", [
            ("nordic-curl", 3, 5, None), ("single-leg-stability-ball-curl", 3, 6, None),
            ("long-lever-bridge-hold", 3, None, 20_000),
        ]),
    ],
)  # fmt: skip
def test_sets_and_reps_are_those_of_common_practice(
    name: str, plan: list[tuple[str, int, int | None, int | None]]
) -> None:
    blocks = [block for block in load(name).workout.blocks if isinstance(block, ExerciseBlock)]
    assert [(block.exercise, block.sets, block.reps, block.hold) for block in blocks] == plan


@pytest.mark.parametrize("name", ["beginner", "intermediate", "advanced"])
def test_levels_are_as_named_and_rests_a_minute_to_a_minute_and_a_half(name: str) -> None:
    timeline = load(name)
    assert timeline.workout.level == name
    rests = {step.duration_ms or 0 for step in timeline.steps if step.kind == "rest" and step.set is not None}
    assert 60_000 <= min(rests) <= max(rests) <= 90_000


def test_the_ball_curl_grows_from_eight_to_twelve_seconds() -> None:
    bouts = [bout for bout in load("intermediate").bouts if bout.exercise_id == "stability-ball-curl"]
    assert [str(bout.tempo) for bout in bouts] == ["3-1-3-1", "3.5-1.5-3.5-1.5", "4-2-4-2"]


def test_there_is_time_to_fetch_the_ball() -> None:
    says = [step.say for step in load("intermediate").steps if step.say]
    assert says == ["Fetch the ball."]


def test_the_first_try_takes_five_minutes_and_shows_every_kind_of_step_without_equipment() -> None:
    timeline = load("first-try")
    assert 4.5 * 60_000 <= timeline.duration_ms <= 5.5 * 60_000
    assert {step.kind for step in timeline.steps} == {"lead_in", "phase", "switch", "rest"}
    assert {bout.exercise.starts_with for bout in timeline.bouts} == {"eccentric", "concentric"}
    assert {item for bout in timeline.bouts for item in bout.exercise.equipment} <= {
        "Mat", "Dumbbells or a kettlebell (optional)",
    }  # fmt: skip


@each_file
def test_each_tells_what_it_is_for(file: Path) -> None:
    workout = load(file.stem).workout
    assert len(workout.summary) > 80
    assert workout.level
    assert workout.tags
    assert all(block.note for block in workout.blocks if isinstance(block, ExerciseBlock))


@each_file
def test_no_key_says_what_holds_without_it(file: Path) -> None:
    models = {"exercise": ExerciseBlock, "circuit": CircuitBlock, "rest": RestBlock}
    data = written(file)

    def needless(said: dict[str, Any], model: type[Any], found: Any, inherited: dict[str, int]) -> list[str]:
        defaults = {key: field.default for key, field in model.model_fields.items()} | inherited
        return [key for key in said if key in defaults and getattr(found, key) == defaults[key]]

    workout = load(file.stem).workout
    assert needless(data, Workout, workout, {}) == []
    general = {key: getattr(workout, key) for key in ("rest", "switch", "rest_after")}
    for said, block in zip(data["blocks"], workout.blocks, strict=True):
        kind = next(key for key in models if key in said)
        assert needless(said, models[kind], block, {} if kind == "rest" else general) == []
        if isinstance(block, ExerciseBlock):
            assert block.sides is None or block.sides != names().exercises[block.exercise].sides
            tempo = names().presets[block.tempo] if isinstance(block.tempo, str) else block.tempo
            assert "tempo" not in said or tempo != names().presets["controlled"]
