"""The course of one rep: what is true at each instant of it. Plain functions and values, no widgets."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tempo_trainer.session.clock import Clock, SystemClock
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.preview import COUNT_IN_MS
from tempo_trainer.session.states import State
from tempo_trainer.workout.exercise import Side, Sides
from tempo_trainer.workout.timeline import Timeline


@dataclass(frozen=True)
class Rehearsal:
    """Ways to hear a timeline once; `position_ms` is what is heard now, less than 0 in a count-in, None in silence.

    By the clock goes what is only seen.
    """

    start: Callable[[Timeline], None]
    stop: Callable[[], None]
    position_ms: Callable[[], float | None]
    clock: Clock = field(default_factory=SystemClock)


def side_of(sides: Sides, first: Side = "left") -> Side:
    """The side that a rep shows where an exercise is done so.

    >>> side_of("each"), side_of("right"), side_of("both")
    ('left', 'right', 'both')
    """
    return first if sides in {"each", "alternate"} else sides  # type: ignore[return-value]  # the rest are sides


def moment_at(timeline: Timeline, position_ms: float) -> Moment:
    """What is true at a position; one less than 0 is a count-in."""
    at_ms = min(max(0.0, position_ms), timeline.duration_ms)
    index = timeline.step_at(at_ms, 0, len(timeline.steps))
    return Moment(State.RUNNING, timeline, index, at_ms, min(COUNT_IN_MS, max(0.0, -position_ms)), begun=True)


def which_set(moment: Moment) -> str:
    """Which set of a ramp is shown; empty where all sets are alike."""
    bout = moment.bout
    return "" if bout is None or bout.sets == 1 else "First set" if bout.set == 1 else "Last set"
