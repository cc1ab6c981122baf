"""The rungs of tempo: which one comes after a tempo, and which before it."""

from tempo_trainer.history.rules import RUNGS
from tempo_trainer.workout.tempo import PHASES, RAMP_STEP_MS, Ramp, Tempo, ramped

_NEAR_MS = 500  # what is as near as this to its rung takes it at once


def growing(tempo: Tempo | Ramp, sets: int) -> Tempo | Ramp | None:
    """A steady tempo on its way to the next rung: set by set, or with a single set half of the way.

    >>> str(growing(Tempo(3000, 1000, 3000, 1000), 3)), str(growing(Tempo(3000, 1000, 3000, 1000), 1))
    ('3-1-3-1 to 4-2-4-2', '3.5-1.5-3.5-1.5')
    """
    steady = _steady(tempo, sets)
    if steady is None or (rung := _above(steady)) is None:
        return None
    if sets > 1:
        return Ramp(steady, rung)
    near = max(rung.of(phase) - steady.of(phase) for phase in PHASES) <= _NEAR_MS
    return rung if near else ramped(Ramp(steady, rung), 2, 3)


def grown(tempo: Tempo | Ramp, sets: int) -> Tempo | None:
    """Where a tempo that grows slower from set to set ends."""
    if isinstance(tempo, Tempo) or sets == 1:
        return None
    slower = _lasts(tempo.end) > _lasts(tempo.start) and _no_part_shrinks(tempo.start, tempo.end)
    return tempo.end if slower else None


def back(tempo: Tempo | Ramp, sets: int) -> Tempo | None:
    """The tempo before this one.

    >>> str(back(Tempo(4000, 2000, 4000, 2000), 3))
    '3-1-3-1'
    """
    if grown(tempo, sets) and isinstance(tempo, Ramp):
        return tempo.start
    steady = _steady(tempo, sets)
    return next(
        (rung for rung in reversed(RUNGS) if steady and rung != steady and _no_part_shrinks(rung, steady)), None
    )


def _steady(tempo: Tempo | Ramp, sets: int) -> Tempo | None:
    """The one tempo of all sets, if it is one to climb with: both ways alike, none as fast as one can."""
    if isinstance(tempo, Ramp):
        if sets > 1 and tempo.start != tempo.end:
            return None
        tempo = tempo.start
    climbs = not tempo.explosive and tempo.eccentric == tempo.concentric >= RAMP_STEP_MS
    return tempo if climbs else None


def _above(tempo: Tempo) -> Tempo | None:
    return next((rung for rung in RUNGS if rung != tempo and _no_part_shrinks(tempo, rung)), None)


def _no_part_shrinks(one: Tempo, other: Tempo) -> bool:
    return all(one.of(phase) <= other.of(phase) for phase in PHASES)


def _lasts(tempo: Tempo) -> int:
    return sum(tempo.of(phase) for phase in PHASES)
