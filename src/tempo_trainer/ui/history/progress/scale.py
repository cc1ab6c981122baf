"""Round figures and days for the axes of charts."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tempo_trainer.history.progress import Measure, Week
from tempo_trainer.ui.history.progress.words import short_day
from tempo_trainer.workout.durations import in_words

_MOST_TICKS = 5  # above zero
_INSET = 4  # of the distance of two days: where weeks are narrow, the last day would stand out beyond the edge
_TIMES_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1200, 1800)  # beyond are round hours


class Tick(NamedTuple):
    """A place on an axis, and what stands there."""

    at: float
    text: str


def amount_ticks(most: float, measure: Measure) -> Sequence[Tick]:
    """From zero up to the last that is not beyond `most`."""
    tension = measure == "tension"
    step = _step(most, _times_ms() if tension else _rounds(1))
    return [Tick(at, _time(at) if tension else f"{at:,}") for at in range(0, int(most) + 1, step)]


def percent_ticks(most: float) -> Sequence[Tick]:
    """The same to both sides of zero: left is above."""
    step = _step(2 * most, _rounds(1))
    last = int(most) // step * step
    return [Tick(at, f"{_side(at)}{abs(at)} %") for at in range(-last, last + 1, step)]


def week_ticks(weeks: Sequence[Week], most: int) -> Sequence[Tick]:
    """At most so many Mondays, evenly spread up to the last week; the year where it is another one."""
    step = max(1, -(-len(weeks) // max(1, most)))
    last = len(weeks) - 1 - step // _INSET
    first = last % step
    ticks, year = [], 0
    for at in range(first, last + 1, step):
        monday = weeks[at].monday
        ticks.append(Tick(at, short_day(monday, with_year=monday.year != year)))
        year = monday.year
    return ticks


def _side(at: int) -> str:
    return "" if not at else "Left " if at > 0 else "Right "


def _time(ms: int) -> str:
    return in_words(ms).removesuffix(" 00 min") if ms else "0"


def _step(most: float, steps: Iterator[int]) -> int:
    return next(step for step in steps if most / step <= _MOST_TICKS)


def _times_ms() -> Iterator[int]:
    return chain((1000 * seconds for seconds in _TIMES_S), _rounds(3_600_000))


def _rounds(unit: int) -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    while True:
        yield from (unit, 2 * unit, 5 * unit)
        unit *= 10
