"""Which editor opens a file, and how it is told the line."""

from pathlib import Path

import pytest

from tempo_trainer.ui.workouts.editors import EDITORS, editor_command

FILE = Path("/w/my legs.yaml")


@pytest.mark.parametrize(
    ("program", "rest"),
    [
        ("code", ["-g", "/w/my legs.yaml:3:9"]),
        ("kate", ["-l", "3", "-c", "9", "/w/my legs.yaml"]),
        ("gedit", ["+3:9", "/w/my legs.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(program: str, rest: list[str]) -> None:
    command = editor_command(FILE, 3, 9, {}, lambda name: f"/bin/{name}" if name == program else None)
    assert command == [f"/bin/{program}", *rest]


def test_every_editor_gets_file_and_line() -> None:
    for name, parts in EDITORS.items():
        assert "{file}" in " ".join(parts), name
        assert "{line}" in " ".join(parts), name


def test_the_users_choice_comes_first() -> None:
    assert editor_command(FILE, 3, 9, {"VISUAL": "/opt/kate --new"}, lambda name: name)[0] == "kate"
    assert editor_command(FILE, 3, 9, {"EDITOR": "gvim -f"}, lambda name: name)[0] == "gvim"


def test_an_editor_of_the_terminal_is_not_started() -> None:
    assert editor_command(FILE, 3, 9, {"EDITOR": "vi"}, lambda name: name if name == "vi" else None) == []
