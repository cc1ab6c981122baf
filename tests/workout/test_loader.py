"""Reading files: every problem at once at its exact place, and nothing but problems whatever the file holds."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers.workouts import loaded, names, workouts
from tempo_trainer.workout.exercise import Strict
from tempo_trainer.workout.loader import load_model, load_presets, load_timeline
from tempo_trainer.workout.problems import Problem, ProblemsError
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES
from tempo_trainer.workout.tempo import Ramp, Tempo

DURATION_FORMS = "seconds (90, 2.5) or text such as 90s, 1m30s, 2m, 1:30"
TEMPO_FORMS = "four figures such as 3-1-3-1, 30X1, 2.5-1-2.5-0 or the name of a preset"
HEAD = "format: 1\nname: Test\n"


def told(error: ProblemsError) -> list[str]:
    """Problems as `LINE:COL: MESSAGE`."""
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in error.problems]


def problems(text: str | bytes) -> list[str]:
    """All problems of a workout file with this content."""
    with pytest.raises(ProblemsError) as caught:
        loaded(text)
    return told(caught.value)


def problems_of_block(marked: str) -> list[str]:
    """All problems of a workout whose only block has these keys.

    A problem at the place marked with `^`, or without a mark at the block itself, is told without its place.
    """
    text = f"{HEAD}blocks:\n- {{{marked.replace('^', '')}}}\n"
    place = f"4:{4 + marked.index('^')}: " if "^" in marked else "4:3: "
    return [problem.removeprefix(place) for problem in problems(text)]


def test_all_problems_are_told_at_once_in_file_order() -> None:
    text = """\
format: 2
nam: Test
level: begginer
lead_in: -5
tags: runners
first_side: middle
presets:
  3131: slow
  soft: 0-1-0-1
exercises:
  my-curl: {start_with: eccentric, words: {excentric: out}}
blocks:
  - exercise: nordi-curl
    sets: 0
    reps: 8
    tempo: controled
  - exercise: nordic-curl
  - circuit: Finisher
    round: 3
    blocks:
      - {exercise: my-curl, reps: 0, hold: 20}
      - {exercise: my-curl, reps: 5, hold: 20}
  - rest: until-redy
  - resst: 5
  - nordic-curl
"""
    assert problems(text) == [
        "1:1: `name` is missing",
        "1:9: format: must be 1, the only format there is",
        "2:1: unknown key `nam`; did you mean `name`?",
        "3:8: level: must be beginner, intermediate or advanced; did you mean `beginner`?",
        "4:10: lead_in: must be a duration from 0 to 3600 s",
        "5:7: tags: must be a list",
        "6:13: first_side: must be left or right",
        "8:9: 3131: `3131` cannot name a preset: it must start with a letter and be no tempo itself",
        "8:9: 3131: must be a tempo in figures or a ramp, not the name `slow`",
        "9:9: soft: a tempo needs time for the movement: eccentric and concentric are both 0",
        "11:12: `name` is missing",
        "11:13: unknown key `start_with`; did you mean `starts_with`?",
        "11:44: unknown key `excentric`; did you mean `eccentric`?",
        "13:15: exercise: unknown exercise `nordi-curl`; did you mean `nordic-curl`?",
        "14:11: sets: must be a whole number from 1 to 99",
        "16:12: tempo: unknown preset `controled`; did you mean `controlled`?",
        "17:5: an exercise block says either `reps` or `hold`, one of the two",
        "19:5: unknown key `round`; did you mean `rounds`?",
        "21:35: reps: must be a whole number from 1 to 999, or `max`",
        "22:44: hold: an exercise block says either `reps` or `hold`, one of the two",
        "23:11: rest: `until-redy` is no duration; write " + DURATION_FORMS + ", or `until-ready`",
        "24:5: `rest` is missing",
        "24:5: unknown key `resst`; did you mean `rest`?",
        "25:5: a block must say `exercise`, `circuit` or `rest`",
    ]


def test_problems_of_the_yaml_and_of_its_meaning_are_told_together() -> None:
    assert problems(f"{HEAD}name: Twice\nblocks:\n- {{exercise: &x nordic-curl, reps: 8, sides: midle}}\n") == [
        "3:1: the key `name` stands here a second time",
        "5:14: an anchor (&x); write the value out where it is used",
        "5:46: sides: must be both, each, alternate, left or right",
    ]


SETS = "sets: must be a whole number from 1 to 99"
REPS = "reps: must be a whole number from 1 to 999, or `max`"
TEXT = "must be text (a number or true/false as text stands in quotes)"
ONE_OF_TWO = "an exercise block says either `reps` or `hold`, one of the two"
CURL = "exercise: nordic-curl, reps: 8"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (f"{CURL}, sets: ^0", SETS),
        (f"{CURL}, sets: ^100", SETS),
        (f"{CURL}, sets: ^2.0", SETS),
        (f"{CURL}, sets: ^'2'", SETS),
        (f"{CURL}, sets: ^true", SETS),
        (f"{CURL}, sets: ^[2]", SETS),
        (f"{CURL}, sets: ^{'9' * 30}", SETS),
        ("exercise: nordic-curl, reps: ^0", REPS),
        ("exercise: nordic-curl, reps: ^-1", REPS),
        ("exercise: nordic-curl, reps: ^1000", REPS),
        ("exercise: nordic-curl, reps: ^.nan", REPS),
        ("exercise: nordic-curl, reps: ^Max", REPS),
        ("exercise: nordic-curl, hold: ^0", "hold: must be longer than 0 s"),
        ("exercise: nordic-curl, hold: ^3601", "hold: must be a duration from 0 to 3600 s"),
        ("exercise: nordic-curl, reps: 1, hold: ^20", f"hold: {ONE_OF_TWO}"),
        ("exercise: nordic-curl", ONE_OF_TWO),
        (f"{CURL}, rest: ^-1", "rest: must be a duration from 0 to 3600 s"),
        (f"{CURL}, rest: ^.inf", "rest: must be a duration from 0 to 3600 s"),
        (f"{CURL}, rest: ^.nan", "rest: must be a duration from 0 to 3600 s"),
        (f"{CURL}, rest: ^1e300", "rest: must be a duration from 0 to 3600 s"),
        (f"{CURL}, tempo: ^0-0-0-0", "tempo: a tempo needs time for the movement: eccentric and concentric are both 0"),
        (f"{CURL}, tempo: ^0000", "tempo: a tempo needs time for the movement: eccentric and concentric are both 0"),
        (f"{CURL}, tempo: ^61-1-1-1", "tempo: each part of a tempo lasts 0 to 60 s"),
        (f"{CURL}, tempo: ^1-1", f"tempo: `1-1` is no tempo; write {TEMPO_FORMS}"),
        (f"{CURL}, tempo: ^.nan", f"tempo: `nan` is no tempo; write {TEMPO_FORMS}"),
        (f"{CURL}, tempo: ^controled", "tempo: unknown preset `controled`; did you mean `controlled`?"),
        (f"{CURL}, tempo: ^{{eccentrik: 3}}", "tempo: unknown part `eccentrik` of a tempo; did you mean `eccentric`?"),
        (f"{CURL}, sides: ^Left", "sides: must be both, each, alternate, left or right; did you mean `left`?"),
        (f"{CURL}, load: ^10", f"load: {TEXT}"),
        (f"{CURL}, ^rest", "`rest` has no value; give it one or leave the key out"),
        ("exercise: ^*name, reps: 8", "an alias (*name); write the value out"),
        (f"{CURL}, sets: ^*n", "an alias (*n); write the value out"),
        (f"{CURL}, ^<<: 5", "a merge key (<<); write the values out"),
        (f"{CURL}, ^rests: 5", "unknown key `rests`; did you mean `rest`?"),
        (f"{CURL}, ^circuit: Both", "unknown key `circuit`"),
        ("exercise: ^7, reps: 8", f"exercise: {TEXT}"),
        ("exercise: ^[nordic-curl], reps: 8", f"exercise: {TEXT}"),
        ("exercise: ^'', reps: 8", "exercise: must not be empty"),
        ("exercise: ^zumba, reps: 8", "exercise: unknown exercise `zumba`"),
        ("exercise: ^nordic-curls, reps: 8", "exercise: unknown exercise `nordic-curls`; did you mean `nordic-curl`?"),
        ("circuit: Empty, blocks: ^[]", "blocks: must not be empty"),
        ("circuit: Nothing", "`blocks` is missing"),
        ("circuit: C, rounds: ^0, blocks: [{exercise: nordic-curl, reps: 1}]", SETS.replace("sets", "rounds")),
        ("circuit: C, blocks: [{exercise: nordic-curl, reps: 1, ^ret: 5}]", "unknown key `ret`; did you mean `rest`?"),
        ("rest: until-ready, say: ^5", f"say: {TEXT}"),
        ("rest: ^3601", "rest: must be a duration from 0 to 3600 s, or `until-ready`"),
        ("", "a block must say `exercise`, `circuit` or `rest`"),
        ("jump: 3", "a block must say `exercise`, `circuit` or `rest`"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_block(keys: str, message: str) -> None:
    assert problems_of_block(keys) == [message]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("^exercize: nordic-curl, reps: 8", [
            "4:3: `exercise` is missing",
            "unknown key `exercize`; did you mean `exercise`?",
        ]),
        (f"{CURL}, sets: ^0, sets: 5", [SETS, "4:45: the key `sets` stands here a second time"]),
        ("exercise: nordic-curl, ^circut: Both", [f"4:3: {ONE_OF_TWO}", "unknown key `circut`"]),
        ("circuit: C, blocks: [^{circuit: D, rest: 5, blocks: []}]", [
            "`exercise` is missing",
            ONE_OF_TWO,
            "4:26: unknown key `circuit`",
            "4:47: unknown key `blocks`",
        ]),
    ],
)  # fmt: skip
def test_several_things_wrong_with_a_block(keys: str, expected: list[str]) -> None:
    assert problems_of_block(keys) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1: the file is empty; a workout needs `format`, `name` and `blocks`"]),
        ("# only words\n\n", ["1:1: the file is empty; a workout needs `format`, `name` and `blocks`"]),
        ("~", ["1:1: the file is empty; a workout needs `format`, `name` and `blocks`"]),
        ("Do ten curls.", ["1:1: must be a mapping of keys to values"]),
        ("[1, 2]", ["1:1: must be a mapping of keys to values"]),
        ("5", ["1:1: must be a mapping of keys to values"]),
        ("{}", ["1:1: `blocks` is missing", "1:1: `format` is missing", "1:1: `name` is missing"]),
        (HEAD + "blocks: []", ["3:9: blocks: must not be empty"]),
        (HEAD + "blocks: {}", ["3:9: blocks: must be a list"]),
        (HEAD + "blocks: none", ["3:9: blocks: must be a list"]),
        ("format: '1'\nname: x\nblocks: [{rest: 1}]", ["1:9: format: must be 1, the only format there is"]),
        ("format: 1.0\nname: x\nblocks: [{rest: 1}]", ["1:9: format: must be 1, the only format there is"]),
        ("format: true\nname: x\nblocks: [{rest: 1}]", ["1:9: format: must be 1, the only format there is"]),
        ("format: 1\nname: 5\nblocks: [{rest: 1}]", [
            "2:7: name: must be text (a number or true/false as text stands in quotes)"]),
        ("\ttabs: 1", ["1:1: a tab; indent with spaces"]),
        (b"\xff\xfe\x00a", ["1:1: not UTF-8 text; save the file as UTF-8"]),
        ("format: 1\nname: Übung".encode("latin-1"), ["2:7: not UTF-8 text; save the file as UTF-8"]),
        ("format: 1\n".encode("utf-16"), ["1:1: not UTF-8 text; save the file as UTF-8"]),
        (b"\x7fELF\x02\x01\x01\x00", ["1:1: a control character; the file is not plain text"]),
        (bytes(1000), ["1:1: a control character; the file is not plain text"]),
        ("[" * 500, ["1:21: nested deeper than 20 levels"]),
        ("[" * 500 + "]" * 500, ["1:21: nested deeper than 20 levels"]),
    ],
)  # fmt: skip
def test_files_that_are_no_workout(text: str | bytes, expected: list[str]) -> None:
    assert problems(text) == expected


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    text = f"{HEAD}blocks:\n- {{exercise: nordic-curl, reps: 1}}\n"
    timeline = loaded(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert timeline.steps == loaded(text).steps


def test_places_are_right_after_a_byte_order_mark_and_wide_characters() -> None:
    assert problems(b"\xef\xbb\xbfformt: 1\n")[-1] == "1:1: unknown key `formt`; did you mean `format`?"
    assert problems("{format: 1, name: 💪💪, nam: x, blocks: [{rest: 1}]}") == [
        "1:23: unknown key `nam`; did you mean `name`?"
    ]


def test_a_bomb_of_aliases_is_told_alias_by_alias() -> None:
    lines = ["a: &a [x, x]", *(f"k{n}: [*a, *a]" for n in range(5000)), "<<: [*a, *a]"]
    found = problems("\n".join(lines))
    assert sum("an alias" in line for line in found) == 10_002
    assert "5002:1: a merge key (<<); write the values out" in found


def test_thousands_of_wrong_names_are_all_told() -> None:
    exercises = "\n".join(f"  own-{n}: {{name: Own}}" for n in range(3000))
    blocks = "\n".join(f"- {{exercise: none-{n}, reps: 1}}" for n in range(3000))
    assert len(problems(f"{HEAD}exercises:\n{exercises}\nblocks:\n{blocks}\n")) == 3000


@pytest.mark.parametrize("size", [LARGEST_BYTES + 1, 1_000_000_000])
def test_a_file_too_large_is_not_even_read(tmp_path: Path, size: int) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as out:
        out.truncate(size)  # takes no room on the disk
    with pytest.raises(ProblemsError) as caught:
        load_timeline(file, names())
    assert told(caught.value) == ["1:1: larger than 256 KiB; a workout file is a few hundred lines at most"]


def test_the_largest_file_is_read() -> None:
    text = f"{HEAD}blocks: [{{rest: 1}}]\n"
    assert loaded(text + "#" * (LARGEST_BYTES - len(text))).duration_ms == 11_000


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.yaml", "there is no such file"),
        (".", "is a folder, not a file"),
        ("pipe", "is not a regular file"),
        ("file.yaml/inside", "cannot be read: Not a directory"),
        ("x" * 5000, "cannot be read: File name too long"),
        ("a\0b", "cannot be read: "),
        ("circle", "cannot be read: Too many levels of symbolic links"),
    ],
)
def test_what_is_no_file(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file.yaml").write_text(HEAD)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(ProblemsError) as caught:
        load_timeline(tmp_path / name, names())
    assert told(caught.value)[0].startswith(f"1:1: {message}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {rest: 1}\n- {exercise: nordic-curl, sets: 99, hold: 3600}\n", "5:3: the workout grows longer than 24 h"),
        (
            "- {exercise: nordic-curl, reps: 999, sets: 99, tempo: 0.1-0-0.1-0, rest: 0}\n",
            "4:3: the workout grows beyond 100,000 steps",
        ),
        (
            "- circuit: C\n  rounds: 99\n  blocks: [{exercise: nordic-curl, sets: 99, hold: 1h}]\n",
            "6:52: hold: `1h` is no duration",
        ),
        (
            "- circuit: C\n  rounds: 99\n  blocks: [{exercise: nordic-curl, sets: 99, hold: 60m}]\n",
            "4:3: the workout grows longer than 24 h",
        ),
    ],
)
def test_a_workout_too_long_is_told_at_the_block_that_is_too_much(text: str, message: str) -> None:
    (found,) = problems(f"{HEAD}blocks:\n{text}")
    assert found.startswith(message)


def test_names_of_the_file_hide_the_shipped_ones() -> None:
    timeline = loaded(
        f"{HEAD}lead_in: 0\npresets: {{controlled: 1-0-1-0}}\n"
        "exercises: {nordic-curl: {name: Mine, sides: left, words: {eccentric: fall}}}\n"
        "blocks: [{exercise: nordic-curl, reps: 1}]\n"
    )
    assert [(step.label, step.duration_ms, step.side) for step in timeline.steps] == [
        ("fall", 1000, "left"),
        ("lift", 1000, "left"),
    ]


@pytest.mark.parametrize("tempo", ["3:1:3:1", "0131", "012", "1:30", "no"])
def test_an_unquoted_tempo_is_never_a_number_of_yaml_1_1(tempo: str) -> None:
    text = f"{HEAD}lead_in: 0\npresets: {{no: 5-0-0-0}}\nblocks: [{{exercise: nordic-curl, reps: 1, tempo: {tempo}}}]\n"
    if tempo in {"012", "1:30"}:
        assert "is no tempo" in problems(text)[0]
        return
    assert [step.duration_ms for step in loaded(text).steps] == {
        "3:1:3:1": [3000, 1000, 3000, 1000], "0131": [1000, 3000, 1000], "no": [5000],
    }[tempo]  # fmt: skip


def test_the_users_presets_stand_in_front_of_the_built_in_ones(tmp_path: Path) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text("slow: 5-2-5-2\nmine: {from: 3131, to: 4242}\n")
    presets = load_presets(file, names()).presets
    assert presets["slow"] == Tempo(5000, 2000, 5000, 2000)
    assert isinstance(presets["mine"], Ramp)
    assert presets["controlled"] == Tempo(3000, 1000, 3000, 1000)
    assert names().presets["slow"] == Tempo(4000, 2000, 4000, 2000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slow: fast\n3131: 3-1-3-1\n", [
            "1:7: slow: must be a tempo in figures or a ramp, not the name `fast`",
            "2:7: 3131: `3131` cannot name a preset: it must start with a letter and be no tempo itself",
        ]),
        ("- slow", ["1:1: presets: must be a mapping of keys to values"]),
        ("slow: 4-2-4-2\nslow: 4-2-4-2\n", ["2:1: the key `slow` stands here a second time"]),
    ],
)  # fmt: skip
def test_problems_of_the_users_presets(tmp_path: Path, text: str, expected: list[str]) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text(text)
    with pytest.raises(ProblemsError) as caught:
        load_presets(file, names())
    assert told(caught.value) == expected


@pytest.mark.parametrize("text", ["", "# none yet\n", "{}"])
def test_no_presets_are_no_problem(tmp_path: Path, text: str) -> None:
    file = tmp_path / "presets.yaml"
    file.write_text(text)
    assert load_presets(file, names()) == names()


def test_a_small_file_of_the_users_is_read_as_its_model(tmp_path: Path) -> None:
    class Colours(Strict):
        paper: str = "white"

    file = tmp_path / "colours.yaml"
    file.write_text("")
    assert load_model(Colours, file).paper == "white"
    file.write_text("paper: black")
    assert load_model(Colours, file).paper == "black"
    file.write_text("papr: black")
    with pytest.raises(ProblemsError, match="did you mean `paper`"):
        load_model(Colours, file)


def test_a_problem_is_one_line_without_control_characters() -> None:
    with pytest.raises(ProblemsError) as caught:
        loaded('"a\\nb\\e[2J": 1\n')
    assert str(caught.value).splitlines()[-1].endswith(r"workout.yaml:1:1: error: unknown key `a\nb\x1b[2J`")
    assert str(Problem("\udcff.yaml", 1, 1, "é")) == r"\udcff.yaml:1:1: error: é"


def test_problems_sort_by_place_and_are_told_once() -> None:
    first, second = Problem("f", 1, 9, "b"), Problem("f", 2, 1, "a")
    error = ProblemsError([second, first, second])
    assert error.problems == (first, second)
    assert str(error) == "f:1:9: error: b\nf:2:1: error: a"


def only_problems(content: str | bytes) -> None:
    """Loading gives a timeline or problems, each of them one printable line."""
    problems: tuple[Problem, ...]
    try:
        problems = ()
        loaded(content)
    except ProblemsError as error:
        problems = error.problems
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(str(problem).splitlines()) == 1
        assert str(problem).encode()


@given(st.binary())
def test_any_bytes_are_a_workout_or_problems(content: bytes) -> None:
    only_problems(content)


@given(st.text())
def test_any_text_is_a_workout_or_problems(content: str) -> None:
    only_problems(content.encode(errors="replace"))


values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["max", "slow", "wait"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A workout in which any one value is another, or gone, or any one key is new."""
    data = draw(workouts())
    here: Any = data
    while True:
        place = draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        if isinstance(here[place], dict | list) and here[place] and draw(st.integers(0, 3)):
            here = here[place]
            continue
        match draw(st.sampled_from(["other", "gone", "new"])):
            case "gone":
                del here[place]
            case "new" if isinstance(here, dict):
                key = draw(st.text(max_size=8) | st.sampled_from(["sets", "hold", "circuit", "exercise"]))
                here[key] = draw(values)
            case _:
                here[place] = draw(values)
        return data


@given(damaged())
def test_a_workout_with_any_wrong_value_is_a_workout_or_problems(data: Any) -> None:
    only_problems(yaml.safe_dump(data, allow_unicode=True).encode(errors="replace"))


SHIPPED = (Path(__file__).resolve().parents[2] / "workouts" / "advanced.yaml").read_text(encoding="utf-8")


@given(
    st.integers(0, len(SHIPPED)), st.integers(0, 30), st.text(max_size=3) | st.sampled_from(list("\t\n:-[]{}&*!#'\""))
)
def test_a_file_with_any_slip_of_the_hand_is_a_workout_or_problems(at: int, length: int, typed: str) -> None:
    only_problems((SHIPPED[:at] + typed + SHIPPED[at + length :]).encode(errors="replace"))
