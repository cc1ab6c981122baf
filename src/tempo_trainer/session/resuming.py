"""Where a session stands, in words that outlive its timeline: by what a rep is, not by its index.

A timeline compiled anew, or at another tempo, may have more or fewer steps; its reps are the same.
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
    """A rep (or hold) of a workout."""

    item: int  # as `Bout.item`
    round: int | None
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
    """The rep of the first work from a step on; None if none is left."""
    work = timeline.next_work(index)
    if work is None:
        return None
    step = timeline.steps[work]
    bout = timeline.bouts[step.bout or 0]
    return Spot(bout.item, bout.round, bout.set, step.side or "both", step.rep or 1)


def place_after(timeline: Timeline, spot: Spot, reps: int = 0) -> Place | None:
    """The start of the rep that comes so many reps after a spot; None if there is none."""
    first = _index(timeline, spot)
    if first is None:
        return None
    begun = (index for index in range(first, len(timeline.steps)) if timeline.begins_rep(index))
    found = next(islice(begun, reps, None), None)
    return None if found is None else start_of(timeline, found)


def rep_done(timeline: Timeline, spot: Spot, tempo: Tempo | None, duration_ms: int, wall_ns: int) -> RepDone | None:
    """A rep as it was told of when it was performed; None if the workout has no such exercise block."""
    bout = next((bout for bout in timeline.bouts if bout.item == spot.item), None)
    if bout is None:
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


def _index(timeline: Timeline, spot: Spot) -> int | None:
    return next((i for i, step in enumerate(timeline.steps) if step.is_work and spot_of(timeline, i) == spot), None)
