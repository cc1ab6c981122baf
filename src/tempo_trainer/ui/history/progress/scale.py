"""Round figures and days for the axes of charts."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tempo_trainer.history.progress import Measure, Week
from tempo_trainer.ui.history.progress.words import short_day

_MOST_TICKS = 4  # above zero
_TIMES_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)  # beyond are round hours


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
    """The same to both sides of zero."""
    step = _step(2 * most, _rounds(1))
    last = int(most) // step * step
    return [Tick(at, f"{abs(at)} %") for at in range(-last, last + 1, step)]


def week_ticks(weeks: Sequence[Week], most: int) -> Sequence[Tick]:
    """At most so many Mondays, evenly spread, the last week among them; the year where it is another one."""
    step = -(-len(weeks) // max(1, most))
    shown = range((len(weeks) - 1) % step, len(weeks), step)
    ticks, year = [], 0
    for at in shown:
        monday = weeks[at].monday
        ticks.append(Tick(at, short_day(monday, with_year=monday.year != year)))
        year = monday.year
    return ticks


def _time(ms: int) -> str:
    if ms < 60_000:
        return f"{ms // 1000} s" if ms else "0"
    return f"{ms // 60_000} min" if ms < 3_600_000 else f"{ms / 3_600_000:g} h"


def _step(most: float, steps: Iterator[int]) -> int:
    return next(step for step in steps if most / step <= _MOST_TICKS)


def _times_ms() -> Iterator[int]:
    return chain((1000 * seconds for seconds in _TIMES_S), _rounds(3_600_000))


def _rounds(unit: int) -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    while True:
        yield from (unit, 2 * unit, 5 * unit)
        unit *= 10
