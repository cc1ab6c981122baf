"""The strict reader: the core rules of YAML 1.2, and each refusal at its exact place."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.strict_yaml import DEEPEST, place_of_byte, plain_scalar, read_yaml


def problems(text: str) -> list[str]:
    """What is wrong with a text, as `LINE:COL: MESSAGE`."""
    try:
        found = read_yaml(text, "f").problems
    except ProblemsError as error:
        found = list(error.problems)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in sorted(found)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, None) for word in ("null", "Null", "NULL", "~", "")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        # booleans and numbers of YAML 1.1 that are text in 1.2
        *((word, word) for word in ("yes", "no", "on", "off", "y", "n", "No", "ON", "tRUE", "nULL")),
        *((word, word) for word in ("1:30", "3:1:3:1", "3-1-3-1", "2026-11-22", "1_000", "0b11", "0x", "0o8", "1e")),
        ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("012", 12), ("0131", 131), ("0o17", 15), ("0x1F", 31),
        ("2.5", 2.5), (".5", 0.5), ("5.", 5.0), ("-2.5", -2.5), ("1e3", 1000.0), ("1E-3", 0.001), ("+.5e1", 5.0),
        (".inf", math.inf), ("-.Inf", -math.inf), ("+.INF", math.inf), ("1e999", math.inf), ("9" * 400, math.inf),
        *((word, word) for word in ("inf", "nan", ".Nan", "-.nan", ".", "-", "-0x1", "1.2.3", "٣")),
        ("0x" + "f" * 30, "0x" + "f" * 30),
    ],
)  # fmt: skip
def test_unquoted_scalars_follow_the_core_schema(text: str, value: Any) -> None:
    found = plain_scalar(text)
    assert (found, isinstance(found, bool)) == (value, isinstance(value, bool))
    assert isinstance(found, float) == isinstance(value, float)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number(text: str) -> None:
    assert math.isnan(plain_scalar(text))


@pytest.mark.parametrize("text", ["0131", "+5", "0x1F"])
def test_a_whole_number_remembers_how_it_was_written(text: str) -> None:
    assert plain_scalar(text).written == text


def test_quoted_scalars_are_text() -> None:
    document = read_yaml("""[ "12", 'true', "null", "" , '~', "a\\tb" ]""", "f")
    assert document.data == ["12", "true", "null", "", "~", "a\tb"]
    assert document.problems == []


def test_every_key_and_value_has_its_place() -> None:
    document = read_yaml("a: 1\nb:\n  - x\n  - {c: 💪, d: y}\n", "f")
    assert document.data == {"a": 1, "b": ["x", {"c": "💪", "d": "y"}]}
    assert document.keys == {("a",): (1, 1), ("b",): (2, 1), ("b", 1, "c"): (4, 6), ("b", 1, "d"): (4, 12)}
    assert document.values == {
        (): (1, 1), ("a",): (1, 4), ("b",): (3, 3), ("b", 0): (3, 5), ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 9), ("b", 1, "d"): (4, 15),
    }  # fmt: skip


def test_keys_are_text_whatever_they_look_like() -> None:
    assert read_yaml("{1: a, true: b, ~: c, 3.0: d}", "f").data == {"1": "a", "true": "b", "~": "c", "3.0": "d"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_no_document_is_no_data(text: str) -> None:
    document = read_yaml(text, "f")
    assert (document.data, document.problems) == (None, [])


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n"])
def test_the_marks_of_a_single_document_are_no_problem(text: str) -> None:
    assert (read_yaml(text, "f").data, problems(text)) == ({"a": 1}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", ["1:4: an anchor (&x); write the value out where it is used"]),
        ("a: 1\nb: *x\n", ["2:4: an alias (*x); write the value out"]),
        ("&k a: 1\n", ["1:1: an anchor or a tag on a key"]),
        ("a: !!int 1\n", ["1:4: a tag (!!int); plain values need none"]),
        ("a: !mine {b: 1}\n", ["1:4: a tag (!mine); plain values need none"]),
        ("a: ! b\n", ["1:4: a tag (!); plain values need none"]),
        ("!!python/object:os.system a\n", ["1:1: a tag (!!python/object:os.system); plain values need none"]),
        ("!!str a: 1\n", ["1:1: an anchor or a tag on a key"]),
        ("a: &x 1\n<<: *x\n", [
            "1:4: an anchor (&x); write the value out where it is used",
            "2:1: a merge key (<<); write the values out",
            "2:5: an alias (*x); write the value out",
        ]),
        ("'<<': 1\n", []),
        ("a: 1\nb: 2\na: 3\n", ["3:1: the key `a` stands here a second time"]),
        ("a: 1\n'a': 2\n\"a\": 3\n", [
            "2:1: the key `a` stands here a second time",
            "3:1: the key `a` stands here a second time",
        ]),
        ("{a: {b: 1, b: 2}}", ["1:12: the key `b` stands here a second time"]),
        ("a:\nb: ~\nc: null\nd: 1\n", [
            "1:1: `a` has no value; give it one or leave the key out",
            "2:1: `b` has no value; give it one or leave the key out",
            "3:1: `c` has no value; give it one or leave the key out",
        ]),
        ("? [a, b]\n: 1\n", ["1:3: a key must be plain text"]),
        ("{[a]: 1}", ["1:2: a key must be plain text"]),
        ("a: 1\n---\nb: 2\n", ["2:1: a second document; a workout file holds one"]),
        ("a: 1\n  b: 2\n", ["2:4: not valid YAML: mapping values are not allowed in this context"]),
        ("a:\n\t- b\n", ["2:1: a tab; indent with spaces"]),
        ("a: @b\n", ["1:4: text cannot begin with @ here; put it in quotes"]),
        ("a: `b`\n", ["1:4: text cannot begin with ` here; put it in quotes"]),
        ("a: é\nb: é\x01\n", ["2:5: a control character; the file is not plain text"]),
        ("a: \x00", ["1:4: a control character; the file is not plain text"]),
    ],
)  # fmt: skip
def test_each_refusal_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


@pytest.mark.parametrize("text", ["[a, b", "{a: 1", "a: 'b", 'a: "b', "a: [1, 2\nb: 3\n", "- a\nb: c\n", "a: }"])
def test_broken_syntax_is_told_once_with_a_place(text: str) -> None:
    (told,) = problems(text)
    assert "not valid YAML: " in told


def test_what_was_found_before_broken_syntax_is_told_too() -> None:
    assert [told.split(": ")[0] for told in problems("a: &x 1\nb: [\n")] == ["1:4", "3:1"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_twenty_levels_are_the_limit(opening: str) -> None:
    assert not any("deeper" in told for told in problems(opening * DEEPEST))
    place = f"1:{len(opening) * DEEPEST + 1}"
    assert problems(opening * (DEEPEST + 1) + "x") == [f"{place}: nested deeper than 20 levels"]


def test_deep_block_style_is_refused_at_the_first_level_too_many() -> None:
    text = "".join(f"{' ' * depth}k:\n" for depth in range(500))
    assert problems(text) == ["21:21: nested deeper than 20 levels"]


@pytest.mark.parametrize(
    ("data", "offset", "place"),
    [
        (b"", 0, (1, 1)),
        (b"abc", 2, (1, 3)),
        (b"a\nbc", 3, (2, 2)),
        ("é\nüé\xff".encode(), 7, (2, 3)),
    ],
)
def test_columns_count_characters_not_bytes(data: bytes, offset: int, place: tuple[int, int]) -> None:
    assert place_of_byte(data, offset) == place


@given(st.text() | st.text("[]{}:,-?&*!|>'\"%@`# \n\tax<~", max_size=60))
def test_any_text_is_data_or_problems_inside_it(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
    try:
        found = read_yaml(text, "f").problems
    except ProblemsError as error:
        found = list(error.problems)
        assert found
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in found)
