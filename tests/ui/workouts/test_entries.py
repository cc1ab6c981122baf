"""What the library knows of a file."""

from pathlib import Path

import pytest

from tempo_trainer.folders import Folders
from tempo_trainer.ui.workouts.entries import folded, read_entry
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import Problem

PRESETS = """
format: 1
name: With presets
presets: {mine: 2-0-2-0}
blocks:
  - {exercise: nordic-curl, reps: 1, tempo: mine}
  - {exercise: nordic-curl, reps: 1, tempo: slow}
  - {exercise: long-lever-bridge-hold, hold: 10, tempo: lowering}
  - {circuit: End, blocks: [{exercise: nordic-curl, reps: 1}]}
"""


def test_a_workout_is_told_in_facts(folders: Folders, names: Names) -> None:
    entry = read_entry(folders.shipped_workouts / "first-try.yaml", names, own=False)
    assert entry.good
    assert (entry.name, entry.level, entry.length) == ("First try, five minutes", "Beginner", "5 min")
    assert entry.tension == "left 32 s, right 32 s, both legs 2 min 8 s"
    assert entry.equipment == ("mat",)
    assert entry.exercises[0] == ("Romanian deadlift", "2 × 5 reps, lower 3 s, hold 1 s, lift 3 s, hold 1 s")


def test_presets_are_those_that_come_from_outside(tmp_path: Path, names: Names) -> None:
    (tmp_path / "a.yaml").write_text(PRESETS)
    entry = read_entry(tmp_path / "a.yaml", names, own=True)
    assert entry.presets == {"slow", "controlled"}  # not its own, nor one that a hold does not use


def test_a_broken_file_has_its_problems_as_check_tells_them(tmp_path: Path, names: Names) -> None:
    (tmp_path / "a.yaml").write_text("format: 1\nname: A\nblocks: []\nreast: 3\n")
    entry = read_entry(tmp_path / "a.yaml", names, own=True)
    assert not entry.good
    assert entry.name == "a.yaml"
    assert entry.problems == (
        Problem("a.yaml", 3, 9, "blocks: must not be empty"),
        Problem("a.yaml", 4, 1, "unknown key `reast`; did you mean `rest`?"),
    )


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[", b"a: &x", b"- 1", b"\x00" * 300_000])
def test_whatever_is_in_a_file_it_is_an_entry(tmp_path: Path, names: Names, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    assert read_entry(tmp_path / "a.yaml", names, own=True).problems


def test_search_folds_accents() -> None:
    assert folded("Müde ÉTÉ") == "mude ete"
