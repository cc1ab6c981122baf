"""Plain data written as YAML are read as the same by readers of YAML 1.1 and of 1.2."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.texts import NASTY_TEXTS, texts
from tempo_trainer.workout.strict_yaml import read_yaml
from tempo_trainer.workout.yaml_text import WIDTH, yaml_text


def read(text: str) -> Any:
    """The data that both readers find: ours of YAML 1.2, PyYAML's of 1.1."""
    document = read_yaml(text, "file.yaml")
    assert document.problems == []
    assert yaml.safe_load(text) == document.data
    return document.data


@pytest.mark.parametrize("text", NASTY_TEXTS)
def test_nasty_text_stays_the_text_that_it_is(text: str) -> None:
    data = {"key": text, text or "empty": {text or "empty": [text, [text], {"in": text}]}, "list": [text]}
    assert read(yaml_text(data)) == data


@given(texts(), texts(least=1))
@example("word " * 60, "key " * 300)
@example("-" * 300, "?")
def test_any_text_stays_the_text_that_it_is(text: str, key: str) -> None:
    data = {"key": text, key: {key: [text, {"in": text, key: text}]}}
    assert read(yaml_text(data)) == data


leaves: st.SearchStrategy[Any] = st.one_of(
    texts(), st.booleans(), st.integers(-(10**15), 10**15), st.floats(0, 10**6).map(lambda number: round(number, 3))
)
trees: st.SearchStrategy[Any] = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(least=1), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(texts(least=1), trees, max_size=4))
def test_any_data_are_read_as_they_were(data: dict[str, Any]) -> None:
    assert (read(yaml_text(data)) or {}) == data


@given(st.lists(trees, max_size=3))
def test_blank_lines_between_items_change_nothing(items: list[Any]) -> None:
    data = {"name": "Test", "blocks": items}
    assert read(yaml_text(data, spaced="blocks")) == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamstrings, intermediate", "Hamstrings, intermediate"),
        ("3-1-3-1", "3-1-3-1"),
        ("10 kg", "10 kg"),
        ("Rücken 💪", "Rücken 💪"),
        ("Don't rush.", "Don't rush."),
        ("10", "'10'"),
        ("no", "'no'"),
        ("y", "'y'"),
        ("1:30", "'1:30'"),
        ("1e3", "'1e3'"),
        ("0o17", "'0o17'"),
        ("- dash", "'- dash'"),
        ("Cue: don't rush.", '"Cue: don\'t rush."'),
        ('"Slow\\ly"', "'\"Slow\\ly\"'"),
        ("", "''"),
    ],
)
def test_text_is_bare_where_it_can_be(text: str, expected: str) -> None:
    assert yaml_text({"key": text}) == f"key: {expected}\n"


def test_long_text_is_folded_at_the_width_of_a_page() -> None:
    text = "Slow falls, curls on one leg and long holds. " * 6 + "Done."
    lines = yaml_text({"summary": text}).splitlines()
    assert lines[0] == "summary: >-"
    assert len(lines) == 4
    assert max(map(len, lines)) <= WIDTH


def test_text_in_lines_is_written_in_lines() -> None:
    assert yaml_text({"note": "One.\n\nTwo: 2.\n"}) == "note: |\n  One.\n\n  Two: 2.\n"
