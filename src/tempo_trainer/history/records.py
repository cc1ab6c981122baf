"""What was done, as plain values: sessions and their sets. All that reads the history works on these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from tempo_trainer.session.summary import Line, Summary
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.model import OPEN_REPS

State = Literal["running", "finished", "ended", "interrupted"]
"""Under way; performed to its end; ended early; broken off by a crash, and not gone on with yet."""


class Planned(NamedTuple):
    """What the workout asked of one side in one exercise block."""

    item: int  # which exercise block, as `Bout.item`
    exercise: str  # its id
    name: str  # what it was called, which an exercise of one's own takes with it when it goes
    side: Side
    reps: int | None  # of all its sets; holds count as reps; None: as many as one can


class PerformedSet(NamedTuple):
    """One side of a set of which at least one rep was done."""

    item: int
    exercise: str
    name: str
    set: int  # of its block, counted on through the rounds of a circuit
    side: Side
    planned_reps: int | None  # None: as many as one can
    done_reps: int  # each counted once, however often it was repeated
    tempo: str | None  # notation, as its last rep was performed; None for a hold
    tension_ms: int  # of all that was performed, repeated reps too
    load: str | None
    started_at: datetime  # of its first rep, with the offset from UTC that held then

    @property
    def reps_as_numbered(self) -> int:
        """The planned reps; as many as one can are planned and numbered as 100 (DESIGN 4.2)."""
        return OPEN_REPS if self.planned_reps is None else self.planned_reps


@dataclass(frozen=True, slots=True)
class Session:
    """A session that was begun. A later one has a greater `id`, whatever the clock said."""

    id: int
    workout: str  # its name
    started_at: datetime  # with the offset from UTC that held then
    ended_at: datetime | None  # None while it runs
    lasted_ms: int  # by a clock that nobody sets, pauses and all
    state: State
    effort: int | None  # 0 to 10, None: not said
    pain: int | None  # the same
    note: str
    plan: tuple[Planned, ...]
    sets: tuple[PerformedSet, ...]

    @property
    def summary(self) -> Summary:
        """What was done against what was planned, a side at a time."""
        return Summary(self.lasted_ms, [_line(planned, self.sets) for planned in self.plan])

    @property
    def tension_ms(self) -> int:
        """Time under tension of all sides together."""
        return sum(performed.tension_ms for performed in self.sets)


def _line(planned: Planned, sets: Sequence[PerformedSet]) -> Line:
    mine = [one for one in sets if one.item == planned.item and one.side == planned.side]
    done, tension_ms = sum(one.done_reps for one in mine), sum(one.tension_ms for one in mine)
    return Line(planned.item, planned.name, planned.side, done, planned.reps, tension_ms)
