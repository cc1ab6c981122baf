"""How the exercises and loads of a session are called in FIT."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tempo_trainer.history.records import PerformedSet

UNKNOWN = 65534
KG_PER_LB = 0.45359237

_MOST_KG = 1000
_LOAD = re.compile(r"(?:([0-9]{1,2}) ?[x×*] ?)?([0-9]{1,4}(?:[.,][0-9]{1,3})?) ?(kg|kgs|lb|lbs)", re.IGNORECASE)
_DEADLIFT, _HIP_RAISE, _LEG_CURL = 8, 10, 15


class FitExercise(NamedTuple):
    """A category of FIT's and the number of an exercise in it."""

    category: int
    number: int


class FitLoad(NamedTuple):
    """A weight, and the unit in which it was said."""

    kg: float
    in_pounds: bool


# FIT knows no walkout and no Nordic curl; a sliding leg curl and a leg curl are the nearest that it has.
_SHIPPED: Mapping[str, FitExercise] = {
    "romanian-deadlift": FitExercise(_DEADLIFT, 23),
    "single-leg-romanian-deadlift": FitExercise(_DEADLIFT, 14),
    "pelvic-bridge": FitExercise(_HIP_RAISE, 11),
    "single-leg-pelvic-bridge": FitExercise(_HIP_RAISE, 30),
    "long-lever-bridge-hold": FitExercise(_HIP_RAISE, 4),
    "hamstring-walkout": FitExercise(_LEG_CURL, 6),
    "stability-ball-curl": FitExercise(_LEG_CURL, 10),
    "single-leg-stability-ball-curl": FitExercise(_HIP_RAISE, 43),
    "nordic-curl": FitExercise(_LEG_CURL, 0),
}


def fit_exercises(sets: Iterable[PerformedSet]) -> Mapping[str, FitExercise]:
    """FIT's numbers of the exercises that were done; those of one's own are numbered in the unknown category."""
    ids = dict.fromkeys(performed.exercise for performed in sets)
    own = [name for name in ids if name not in _SHIPPED]
    return {name: _SHIPPED.get(name) or FitExercise(UNKNOWN, own.index(name)) for name in ids}


def fit_load(text: str | None) -> FitLoad | None:
    """A load that reads as kilograms or pounds; None if it is said in another way.

    >>> fit_load("12,5 kg"), fit_load("2 × 10 kg"), fit_load("red band")
    (FitLoad(kg=12.5, in_pounds=False), FitLoad(kg=20.0, in_pounds=False), None)
    """
    found = _LOAD.fullmatch((text or "").strip())
    if not found:
        return None
    times, number, unit = found.groups()
    amount = int(times or 1) * float(number.replace(",", "."))
    in_pounds = unit.lower().startswith("lb")
    kg = amount * KG_PER_LB if in_pounds else amount
    return FitLoad(kg, in_pounds) if kg <= _MOST_KG else None
