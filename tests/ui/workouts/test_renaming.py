"""A name is changed in the text, and nothing else."""

import pytest

from tempo_trainer.ui.workouts.renaming import copy_name, renamed
from tempo_trainer.workout.strict_yaml import read_yaml

TEXTS = [
    "# c\nformat: 1\nname: Old # keep\nblocks: []\n",
    "format: 1\r\nname: >-\r\n  Old\r\n  name\r\nlevel: x # y\r\n",
    "{format: 1, name: 'x', blocks: [{name: 1}]}",
    'ä: 1\n"name": "é"\nb: {name: q}\n',
    "name: |\n  Old\n",
    "b:\n  - name: inner\n\nname:\n  Old\n",
]
NAMES = ["New", "A, b: c #1", "no", "12", 'He said "x" – ü', "- a", "💪", "~", "a\\b", "Zwölf {x}"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", NAMES)
def test_only_the_name_changes(text: str, name: str) -> None:
    changed = renamed(text, name)
    assert read_yaml(changed, "").data == {**read_yaml(text, "").data, "name": name}
    assert changed.count("#") - name.count("#") == text.count("#")
    assert changed.count("\r") == text.count("\r") - (2 if ">-" in text else 0)


@pytest.mark.parametrize("text", ["", "[", "- name: x", "format: 1", "name: [a]"])
def test_where_there_is_no_name_none_is_changed(text: str) -> None:
    with pytest.raises(ValueError, match="name"):
        renamed(text, "New")


def test_a_plain_name_stands_without_quotes() -> None:
    assert renamed("name: 'Old'", "Tuesday – legs (2)") == "name: Tuesday – legs (2)"


def test_copies_are_numbered() -> None:
    assert copy_name("Legs", {"Legs"}) == "Legs (copy)"
    assert copy_name("Legs (copy 2)", {"Legs (copy)", "Legs (copy 2)"}) == "Legs (copy 3)"
