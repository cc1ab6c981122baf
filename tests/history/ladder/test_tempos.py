"""From a tempo to the next, and back."""

import pytest

from tempo_trainer.history.ladder.tempos import back, growing, grown
from tempo_trainer.workout.tempo import Ramp, Tempo, parse_tempo


def tempo(text: str) -> Tempo | Ramp:
    """`3-1-3-1`, or a ramp `3-1-3-1 to 4-2-4-2`."""
    start, _, end = text.partition(" to ")
    found = parse_tempo({"from": start, "to": end} if end else start)
    assert not isinstance(found, str)
    return found


def words(found: Tempo | Ramp | None) -> str:
    return str(found)


@pytest.mark.parametrize(
    ("now", "sets", "then"),
    [
        ("3-1-3-1", 3, "3-1-3-1 to 4-2-4-2"),
        ("4-1-4-1", 3, "4-1-4-1 to 4-2-4-2"),
        ("2-0-2-0", 2, "2-0-2-0 to 3-1-3-1"),
        ("3-1-3-1", 1, "3.5-1.5-3.5-1.5"),
        ("3.5-1.5-3.5-1.5", 1, "4-2-4-2"),
        ("3-1-3-1 to 4-2-4-2", 1, "3.5-1.5-3.5-1.5"),  # with one set nothing grows
        ("3-1-3-1 to 3-1-3-1", 3, "3-1-3-1 to 4-2-4-2"),
        ("3-1-3-1 to 4-2-4-2", 3, "None"),
        ("4-2-4-2", 3, "None"),
        ("5-1-5-1", 3, "None"),
        ("4-1-2-0", 3, "None"),
        ("3-1-X-1", 3, "None"),
        ("X-1-X-1", 3, "None"),
        ("0.04-0-0.04-0", 3, "None"),  # no ramp may begin with that
    ],
)
def test_a_steady_tempo_grows_towards_the_next(now: str, sets: int, then: str) -> None:
    assert words(growing(tempo(now), sets)) == then


@pytest.mark.parametrize(
    ("now", "sets", "then"),
    [
        ("3-1-3-1 to 4-2-4-2", 3, "4-2-4-2"),
        ("3-1-3-1 to 4-2-4-2", 1, "None"),
        ("4-2-4-2 to 3-1-3-1", 3, "None"),
        ("4-1-2-0 to 5-1-2-0", 2, "5-1-2-0"),
        ("3-1-3-1", 3, "None"),
    ],
)
def test_what_grows_arrives(now: str, sets: int, then: str) -> None:
    assert words(grown(tempo(now), sets)) == then


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("3-1-3-1 to 4-2-4-2", "3-1-3-1"),
        ("4-2-4-2", "3-1-3-1"),
        ("6-3-6-3", "4-2-4-2"),
        ("4-1-4-1", "3-1-3-1"),
        ("3-1-3-1", "None"),
        ("2-0-2-0", "None"),
        ("4-1-2-0", "None"),
        ("4-2-X-2", "None"),
    ],
)
def test_a_tempo_back(now: str, then: str) -> None:
    assert words(back(tempo(now), 3)) == then
