"""Going on with a session that was broken off: where, and with what. Pure functions.

The workout is compiled anew, maybe at another tempo, so that its steps may be others: a rep is named by where it is
in the workout, never by a step's index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from tempo_trainer.session.news import RepDone
from tempo_trainer.session.places import Place, start_of
from tempo_trainer.workout.changes import PLANNED_PACE
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline


class Spot(NamedTuple):
    """Where a rep (or hold) is in its workout, whatever its tempo."""

    item: int  # which exercise block, as `Bout.item`
    round: int | None  # None: not in a circuit
    set: int
    side: Side
    rep: int


@dataclass(frozen=True)
class Begun:
    """What there was of a session before it was broken off."""

    place: Place  # of the rep to go on with
    done: Sequence[RepDone] = ()
    lasted_ms: int = 0
    tempos: Mapping[int, Tempo | Ramp] = field(default_factory=dict)  # as the runner changed them, by `Bout.item`
    pace: int = PLANNED_PACE


def spot_of(timeline: Timeline, index: int) -> Spot | None:
    """The rep that is performed first from a step on; None if no work follows."""
    work = timeline.next_work(index)
    return None if work is None else _spot(timeline, work)


def place_after(timeline: Timeline, spot: Spot, reps_since: int = 0) -> Place | None:
    """Where the rep begins that comes so many reps after the one at the spot; None if nothing is left to do."""
    first = _index_of(timeline, spot)
    if first is None:
        return None
    reps = (index for index in range(first, len(timeline.steps)) if timeline.begins_rep(index))
    index = next(islice(reps, reps_since, None), None)
    return None if index is None else start_of(timeline, index)


def rep_done(timeline: Timeline, spot: Spot, tempo: Tempo | None, duration_ms: int, wall_ns: int) -> RepDone | None:
    """A rep as it was told of when it was performed; None if the workout has no such rep."""
    bout = next((timeline.bouts[number] for number in _bouts_of(timeline, spot)), None)
    if bout is None or spot.rep > bout.reps:
        return None
    return RepDone(
        item=spot.item,
        block=bout.block,
        exercise=bout.exercise_id,
        round=spot.round,
        set=spot.set,
        side=spot.side,
        rep=spot.rep,
        reps=bout.reps,
        tempo=tempo,
        duration_ms=duration_ms,
        wall_ns=wall_ns,
    )


def _spot(timeline: Timeline, work: int) -> Spot:
    step = timeline.steps[work]
    bout = timeline.bouts[step.bout or 0]
    return Spot(bout.item, bout.round, bout.set, step.side or "both", step.rep or 1)


def _bouts_of(timeline: Timeline, spot: Spot) -> Sequence[int]:
    """The bout that a rep is in, as its number; none if the workout has no such bout."""
    return [
        number
        for number, bout in enumerate(timeline.bouts)
        if (bout.item, bout.round, bout.set) == (spot.item, spot.round, spot.set) and spot.side in bout.sides
    ]


def _index_of(timeline: Timeline, spot: Spot) -> int | None:
    """The first step of a rep."""
    bouts = _bouts_of(timeline, spot)
    steps = enumerate(timeline.steps)
    return next((index for index, step in steps if step.bout in bouts and _spot(timeline, index) == spot), None)
