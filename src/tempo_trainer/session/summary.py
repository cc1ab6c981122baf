"""What was done in a session against what was planned: shown when it has ended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tempo_trainer.session.news import RepDone
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.timeline import Bout, Timeline


@dataclass(frozen=True)
class Line:
    """One exercise block, one side of it."""

    item: int  # which exercise block
    exercise: str
    side: Side
    done: int  # reps or holds, each counted once however often it was repeated
    planned: int | None  # None: as many as one can
    tension_ms: int  # of all that was performed, repeated reps too

    @property
    def all_done(self) -> bool:
        """Whether nothing is missing; where one does as many as one can, nothing is ever complete."""
        return self.planned is not None and self.done >= self.planned

    def __str__(self) -> str:
        """What was done of what was planned."""
        if self.planned is None:
            return str(self.done)
        return f"{'✓ ' if self.all_done else ''}{self.done} of {self.planned}"


@dataclass(frozen=True)
class Summary:
    """How long the session lasted, pauses and all, and its lines in the order of the workout."""

    lasted_ms: int
    lines: Sequence[Line]

    @property
    def rows(self) -> Sequence[Mapping[Side, Line]]:
        """The lines with the sides of a block together."""
        rows: list[dict[Side, Line]] = []
        for line in self.lines:
            last = rows[-1] if rows else {}
            if line.side not in last and any(other.item == line.item for other in last.values()):
                last[line.side] = line
            else:
                rows.append({line.side: line})
        return rows

    @property
    def tension_ms(self) -> int:
        """Time under tension of all sides together."""
        return sum(line.tension_ms for line in self.lines)


def summary_of(timeline: Timeline, done: Iterable[RepDone], lasted_ms: int) -> Summary:
    """A line a block and side; what was not begun has its line too."""
    reps = list(done)
    keys = dict.fromkeys((bout.item, side) for bout in timeline.bouts for side in bout.sides)
    return Summary(lasted_ms, [_line(timeline.bouts, item, side, reps) for item, side in keys])


def _line(bouts: Iterable[Bout], item: int, side: Side, done: Iterable[RepDone]) -> Line:
    mine = [bout for bout in bouts if bout.item == item and side in bout.sides]
    performed = [rep for rep in done if rep.item == item and rep.side == side]
    return Line(
        item=item,
        exercise=mine[0].exercise.name,
        side=side,
        done=len({(rep.round, rep.set, rep.rep) for rep in performed}),
        planned=None if mine[0].until_ended else sum(bout.reps for bout in mine),
        tension_ms=sum(rep.duration_ms for rep in performed),
    )
