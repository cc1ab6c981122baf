"""Tempo: every notation, what is refused, ramps and their rounding, and the words in performed order."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.workout.strict_yaml import plain_scalar
from tempo_trainer.workout.tempo import (
    PHASES,
    Phase,
    Ramp,
    Tempo,
    is_preset_name,
    parse_tempo,
    performed_order,
    ramped,
    scaled,
    tempo_in_words,
)

WORDS: dict[Phase, str] = dict(zip(PHASES, ("lower", "pause", "lift", "hold"), strict=True))
CONTROLLED = Tempo(3000, 1000, 3000, 1000)
SLOW = Tempo(4000, 2000, 4000, 2000)

parts = st.integers(0, 60_000)
tempos = st.builds(Tempo, st.integers(100, 60_000), parts, parts, parts)


def parts_of(tempo: Tempo) -> list[int]:
    return [tempo.of(phase) for phase in PHASES]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("3-1-3-1", [3000, 1000, 3000, 1000]),
        ("3:1:3:1", [3000, 1000, 3000, 1000]),
        ("3/1/3/1", [3000, 1000, 3000, 1000]),
        ("3 - 1 - 3 - 1", [3000, 1000, 3000, 1000]),
        ("4-1-2", [4000, 1000, 2000, 0]),
        ("4:1:2", [4000, 1000, 2000, 0]),
        ("4/1/2", [4000, 1000, 2000, 0]),
        ("3131", [3000, 1000, 3000, 1000]),
        (3131, [3000, 1000, 3000, 1000]),
        ("0131", [0, 1000, 3000, 1000]),
        ("2.5-1-2.5-0", [2500, 1000, 2500, 0]),
        ("0.001-0-0-0", [1, 0, 0, 0]),
        ("60-60-60-60", [60_000] * 4),
        ("12-0-10-0", [12_000, 0, 10_000, 0]),
        ("0-0-1-0", [0, 0, 1000, 0]),
        ({"eccentric": 3, "stretched_pause": 1, "concentric": 3, "contracted_pause": 1}, [3000, 1000, 3000, 1000]),
        ({"concentric": 2.5}, [0, 0, 2500, 0]),
        ({"eccentric": "2"}, [2000, 0, 0, 0]),
    ],
)
def test_every_notation(written: Any, parts: list[int]) -> None:
    tempo = parse_tempo(written)
    assert isinstance(tempo, Tempo)
    assert parts_of(tempo) == parts
    assert not tempo.explosive


@pytest.mark.parametrize(
    ("written", "parts", "explosive"),
    [
        ("30X1", [3000, 0, 1000, 1000], {"concentric"}),
        ("30x1", [3000, 0, 1000, 1000], {"concentric"}),
        ("3-1-X-1", [3000, 1000, 1000, 1000], {"concentric"}),
        ("X/0/X", [1000, 0, 1000, 0], {"eccentric", "concentric"}),
        ("XXXX", [1000] * 4, set(PHASES)),
        ({"eccentric": 4, "concentric": "X"}, [4000, 0, 1000, 0], {"concentric"}),
    ],
)
def test_an_x_is_timed_as_a_second_and_marked(written: Any, parts: list[int], explosive: set[Phase]) -> None:
    tempo = parse_tempo(written)
    assert isinstance(tempo, Tempo)
    assert parts_of(tempo) == parts
    assert tempo.explosive == explosive


@pytest.mark.parametrize("text", ["3:1:3:1", "3131", "0131", "30X1", "3-1-3-1", "2.5-1-2.5-0", "4-1-2"])
def test_quotes_make_no_difference(text: str) -> None:
    assert parse_tempo(plain_scalar(text)) == parse_tempo(text)


@pytest.mark.parametrize("name", ["slow", "quick-lift", "my tempo", "Übung 2", "X-wing", "x2", "a:b"])
def test_a_name_is_one_that_starts_with_a_letter_and_is_no_notation(name: str) -> None:
    assert parse_tempo(name) == name
    assert is_preset_name(name)


@pytest.mark.parametrize("name", ["", "3131", "30X1", "XXXX", "X", "X-1", "x/0/1/0", "2slow", "-slow", " slow"])
def test_what_cannot_name_a_preset(name: str) -> None:
    assert not is_preset_name(name)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("0-1-0-1", "needs time for the movement"),
        ("0000", "needs time for the movement"),
        ({}, "needs time for the movement"),
        ({"stretched_pause": 3}, "needs time for the movement"),
        ("61-0-1-0", "0 to 60 s"),
        ("60.001-0-1-0", "0 to 60 s"),
        ({"eccentric": 61}, "0 to 60 s"),
        ("9" * 5000 + "-0-1-0", "0 to 60 s"),
        ("0.0005-0-1-0", "whole milliseconds"),
        ("3-1:3-1", "is no tempo"),
        ("3-1", "is no tempo"),
        ("3-1-3-1-3", "is no tempo"),
        ("3--3-1", "is no tempo"),
        ("313", "is no tempo"),
        (313, "is no tempo"),
        ("31311", "is no tempo"),
        ("2.5121", "is no tempo"),
        (3.5, "is no tempo"),
        (-3131, "is no tempo"),
        (float("nan"), "is no tempo"),  # and not the preset `nan`
        (float("inf"), "is no tempo"),
        ("-1-1-1-1", "is no tempo"),
        ("3-1-Y-1", "is no tempo"),
        ("X-1", "is no tempo"),
        ("", "is no tempo"),
        ("٣-1-3-1", "is no tempo"),
        ({"eccentric": -1}, "`-1` is no part"),
        ({"eccentric": "three"}, "`three` is no part"),
        ({"eccentric": True}, "`True` is no part"),
        ({"eccentric": float("inf")}, "`inf` is no part"),
        ({"excentric": 3}, "unknown part `excentric` of a tempo; did you mean `eccentric`?"),
        ({"from": "3131"}, "just `from` and `to`"),
        ({"from": "3131", "to": "4242", "by": 1}, "just `from` and `to`"),
        ({"from": "slow", "to": "4242"}, "from one tempo in figures to another"),
        ({"from": "3131", "to": {"from": "3131", "to": "4242"}}, "from one tempo in figures to another"),
        ({"from": "0.04-0-0-0", "to": "1010"}, "at least 0.1 s of movement"),
        (True, "must be a tempo"),
        (None, "must be a tempo"),
        (["3131"], "must be a tempo"),
    ],
)
def test_whatever_else_is_refused_in_words(written: Any, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the message is looked at below
        assert parse_tempo(written) != written, "taken as the name of a preset"
    assert message in str(caught.value)


@given(st.text() | st.from_regex(r"[0-9Xx:/. -]{1,9}", fullmatch=True))
def test_any_text_is_a_tempo_a_name_or_a_value_error(text: str) -> None:
    try:
        tempo = parse_tempo(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017  either way out is right
    else:
        assert isinstance(tempo, Tempo) or (tempo == text.strip() and is_preset_name(text.strip()))


@given(tempos)
def test_a_tempo_written_out_is_read_back(tempo: Tempo) -> None:
    assert parse_tempo(str(tempo)) == tempo


def test_an_explosive_tempo_written_out_is_read_back() -> None:
    assert str(parse_tempo("30X1")) == "3-0-X-1"


@pytest.mark.parametrize(
    ("start", "end", "sets", "eccentrics"),
    [
        ("3-1-3-1", "4-2-4-2", 1, [3000]),
        ("3-1-3-1", "4-2-4-2", 2, [3000, 4000]),
        ("3-1-3-1", "4-2-4-2", 3, [3000, 3500, 4000]),
        ("3-1-3-1", "4-2-4-2", 4, [3000, 3300, 3700, 4000]),
        ("4-1-3-1", "3-1-3-1", 4, [4000, 3700, 3300, 3000]),
        ("3-0-1-0", "3.1-0-1-0", 3, [3000, 3100, 3100]),  # 3.05 s is a tie: up
        ("3.1-0-1-0", "3-0-1-0", 3, [3100, 3100, 3000]),  # up, on the way down as well
        ("2-0-1-0", "2.3-0-1-0", 7, [2000, 2100, 2100, 2200, 2200, 2300, 2300]),  # every second one is a tie
        ("2.55-0-1-0", "2.65-0-1-0", 2, [2600, 2700]),
        ("2.549-0-1-0", "2.549-0-1-0", 2, [2500, 2500]),
        ("2.549-0-1-0", "9-0-1-0", 1, [2549]),  # the only set is `from` as written
        ("X-0-1-0", "3-0-1-0", 3, [1000, 2000, 3000]),
    ],
)
def test_a_ramp_goes_from_set_to_set_in_tenths_with_ties_up(
    start: str, end: str, sets: int, eccentrics: list[int]
) -> None:
    ramp = parse_tempo({"from": start, "to": end})
    assert isinstance(ramp, Ramp)
    assert [ramped(ramp, number, sets).eccentric for number in range(1, sets + 1)] == eccentrics


@given(tempos, tempos, st.integers(2, 99), st.data())
def test_each_part_of_a_ramp_is_the_nearest_tenth(start: Tempo, end: Tempo, sets: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, sets))
    tempo = ramped(Ramp(start, end), number, sets)
    for phase in PHASES:
        exact = start.of(phase) + Fraction((end.of(phase) - start.of(phase)) * (number - 1), sets - 1)
        assert tempo.of(phase) % 100 == 0
        assert -50 < tempo.of(phase) - exact <= 50


def test_a_ramp_is_explosive_where_both_ends_are() -> None:
    ramp = parse_tempo({"from": "X-0-X-0", "to": "3-0-X-0"})
    assert isinstance(ramp, Ramp)
    assert ramped(ramp, 2, 3).explosive == {"concentric"}


@given(tempos, st.integers(80, 125))
def test_a_scaled_tempo_keeps_its_proportions_to_a_millisecond(tempo: Tempo, percent: int) -> None:
    for phase in PHASES:
        exact = min(60_000, tempo.of(phase) * percent / 100)
        assert abs(scaled(tempo, percent).of(phase) - exact) <= 0.5


def test_at_a_hundred_percent_nothing_changes() -> None:
    assert scaled(CONTROLLED, 100) == CONTROLLED


@pytest.mark.parametrize(
    ("starts_with", "order"),
    [
        ("eccentric", ("eccentric", "stretched_pause", "concentric", "contracted_pause")),
        ("concentric", ("concentric", "contracted_pause", "eccentric", "stretched_pause")),
    ],
)
def test_performed_order(starts_with: Phase, order: tuple[Phase, ...]) -> None:
    assert performed_order(starts_with) == order


@pytest.mark.parametrize(
    ("written", "starts_with", "words"),
    [
        ("3-1-3-1", "eccentric", "lower 3 s, pause 1 s, lift 3 s, hold 1 s"),
        ("3-1-2-4", "concentric", "lift 2 s, hold 4 s, lower 3 s, pause 1 s"),
        ("2.5-0-X-0", "eccentric", "lower 2.5 s, lift fast"),
        ("2.5-0-X-0", "concentric", "lift fast, lower 2.5 s"),
        ({"from": "3010", "to": "4020"}, "eccentric", "lower 3 s, lift 1 s; by the last set lower 4 s, lift 2 s"),
        ("slow", "eccentric", "slow"),
    ],
)
def test_the_words_of_a_tempo_come_in_performed_order(written: Any, starts_with: Phase, words: str) -> None:
    assert tempo_in_words(parse_tempo(written), starts_with, WORDS) == words


@pytest.mark.parametrize("parts", [(0, 1, 0, 1), (-1, 0, 5, 0), (60_001, 0, 0, 0)])
def test_no_tempo_can_be_made_that_cannot_be_performed(parts: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="tempo"):
        Tempo(*parts)


def test_tempos_and_ramps_pass_through() -> None:
    ramp = Ramp(CONTROLLED, SLOW)
    assert parse_tempo(ramp) is ramp
    assert parse_tempo(SLOW) is SLOW
    assert str(ramp) == "3-1-3-1 to 4-2-4-2"
