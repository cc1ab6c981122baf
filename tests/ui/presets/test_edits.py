"""What can be done to the presets: plain functions."""

import pytest

from tempo_trainer.ui.presets.edits import listed, name_problem, plain_name, put, renamed, unused_name, without
from tempo_trainer.workout.tempo import Tempo

ONE, OTHER = Tempo(1000, 0, 1000, 0), Tempo(2000, 0, 2000, 0)
SHIPPED = {"slow": ONE, "controlled": OTHER}


def test_ones_own_come_first_and_one_that_hides_a_built_in_one_stands_in_its_place() -> None:
    presets = listed({"zebra": ONE, "Ape": ONE, "controlled": ONE}, SHIPPED)
    assert [preset.name for preset in presets] == ["Ape", "zebra", "slow", "controlled"]
    assert [preset.own for preset in presets] == [True, True, False, True]
    assert [preset.hides for preset in presets] == [False, False, False, True]
    assert presets[-1].built_in == OTHER


def test_a_built_in_one_that_is_changed_becomes_ones_own_and_back_as_it_was_it_is_none() -> None:
    own = put({}, SHIPPED, "slow", OTHER)
    assert own == {"slow": OTHER}
    assert put(own, SHIPPED, "slow", ONE) == {}
    assert without(own, "slow") == {}


def test_a_renamed_one_keeps_its_place() -> None:
    assert list(renamed({"a": ONE, "b": OTHER, "c": ONE}, "b", "z")) == ["a", "z", "c"]


@pytest.mark.parametrize(("name", "problem"), [
    ("my tempo", ""), ("Übung 3-1", ""), ("X-man", ""), ("", "needs a name"), ("3131", "with a letter"),
    ("-slow", "with a letter"), ("XXXX", "reads as a tempo"), ("X-1-X-1", "reads as a tempo"),
    ("slow", "called “slow” already"), ("a" * 61, "at most 60"), ("a\u202eb", "plain text"),
])  # fmt: skip
def test_a_name_is_looked_at(name: str, problem: str) -> None:
    found = name_problem(name, SHIPPED)
    assert problem in found
    assert bool(found) == bool(problem)


def test_spaces_around_a_name_are_none_of_it() -> None:
    assert plain_name("  my \t tempo ") == "my tempo"


@pytest.mark.parametrize(("wanted", "taken", "name"), [
    ("slow", [], "slow"), ("slow", ["slow"], "slow 2"), ("slow 2", ["slow 2", "slow 3"], "slow 4"), ("7", ["7"], "7 2"),
])  # fmt: skip
def test_an_unused_name_has_a_number(wanted: str, taken: list[str], name: str) -> None:
    assert unused_name(wanted, taken) == name


def test_a_long_name_with_a_number_is_still_a_good_one() -> None:
    assert name_problem(unused_name("a" * 60, ["a" * 60]), []) == ""
