"""Taking up files: comments, what can be shown as blocks and what cannot."""

from pathlib import Path

import pytest

from tempo_trainer.ui.builder.reading import has_comments, read_workout
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError

HEAD = "format: 1\nname: A\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# first\nname: A\n", True),
        ("name: A  # why\n", True),
        ("name: 'A # b'\n", False),
        ("name: A#b\n", False),
        ("note: |\n  # no comment\n  text\nname: A\n", False),
        ("note: >-\n  text\n# comment\nname: A\n", True),
        ("note: |  # why\n  text\n", True),
        ("note: >-  # why\n  text\nname: A\n", True),
        ("note: |\n  text\n", False),
        ("note: [ # not closed", True),
        ('name: "A\n  # b"\n', False),
        ("tags: [a, b] # c\n", True),
    ],
)
def test_comments_are_found(text: str, expected: bool) -> None:
    assert has_comments(text) is expected


def test_what_is_read_is_what_a_person_would_write(tmp_path: Path, names: Names) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "rest: 1:30\nblocks: [{sets: 1, exercise: nordic-curl, reps: 3, tempo: 3131}]\n")
    assert read_workout(path, names).data == {
        "format": 1,
        "name": "A",
        "rest": 90,
        "blocks": [{"exercise": "nordic-curl", "reps": 3, "tempo": "3-1-3-1"}],
    }


@pytest.mark.parametrize(
    "text",
    ["[]", "blocks: 3", "blocks: [3]", "blocks: [{circuit: A, blocks: 3}]", "exercises: {a: 3}", "a: &x 1", "a: ["],
)
def test_what_cannot_be_shown_as_blocks_is_refused(tmp_path: Path, names: Names, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(ProblemsError):
        read_workout(path, names)


def test_what_is_no_small_file_is_refused(tmp_path: Path, names: Names) -> None:
    large = tmp_path / "a.yaml"
    large.write_text("#" * 300_000)
    missing = tmp_path / "b.yaml"
    for path in (large, missing, tmp_path):
        with pytest.raises(ProblemsError):
            read_workout(path, names)


def test_a_circuit_without_blocks_can_be_mended(tmp_path: Path, names: Names) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "blocks: [{circuit: Finisher}]\n")
    assert read_workout(path, names).data["blocks"] == [{"circuit": "Finisher"}]
