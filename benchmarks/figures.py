"""What a benchmark gives: a figure, what it should be, and whether it is."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table; without a target there is nothing to miss."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None


def at_most(what: str, value: float, most: float, unit: str) -> Figure:
    """A figure that is good when it is small."""
    return Figure(what, f"{value:.3g} {unit}", f"at most {most:g} {unit}", value <= most)


def at_least(what: str, value: float, least: float, unit: str) -> Figure:
    """A figure that is good when it is large."""
    return Figure(what, f"{value:.3g} {unit}", f"at least {least:g} {unit}", value >= least)


def best_s(do: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the fastest of several runs: what the machine can do when nothing else disturbs it."""
    times = []
    for _ in range(runs):
        gc.collect()
        begin = time.perf_counter()
        do()
        times.append(time.perf_counter() - begin)
    return min(times)
