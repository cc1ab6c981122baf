"""What a player tells its listeners: plain values, in the order in which things happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from tempo_trainer.session.places import Place
from tempo_trainer.session.states import Event, State
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline


@dataclass(frozen=True)
class Changed:
    """The session is in another state, as this has happened."""

    state: State
    because: Event


@dataclass(frozen=True)
class Followed:
    """The session now runs along this stretch."""

    stretch: Stretch


@dataclass(frozen=True)
class Reached:
    """A jump led to a wait or to the end: of this stretch, which has no length, only the cue is to be heard."""

    stretch: Stretch


@dataclass(frozen=True)
class Silenced:
    """The session was interrupted: nothing more of the last stretch may sound. Where it stands, unless it runs on."""

    timeline: Timeline | None = None
    place: Place | None = None


@dataclass(frozen=True)
class RepDone:
    """A rep (or hold) was performed from its start to its end."""

    item: int
    block: int
    exercise: str
    round: int | None
    set: int
    side: Side
    rep: int
    reps: int
    tempo: Tempo | None
    duration_ms: int
    wall_ns: int  # when it was noted

    @classmethod
    def of(cls, timeline: Timeline, steps: range, wall_ns: int) -> Self:
        """The rep that these steps of a timeline are."""
        first, last = timeline.steps[steps.start], timeline.steps[steps.stop - 1]
        bout = timeline.bouts[first.bout or 0]
        return cls(
            item=bout.item,
            block=bout.block,
            exercise=bout.exercise_id,
            round=bout.round,
            set=bout.set,
            side=first.side or "both",
            rep=first.rep or 1,
            reps=bout.reps,
            tempo=first.tempo,
            duration_ms=last.end_ms - first.start_ms,
            wall_ns=wall_ns,
        )


@dataclass(frozen=True)
class TempoChanged:
    """From the next rep on other tempos than planned, by `Bout.item`, all at `pace` percent."""

    tempos: Mapping[int, Tempo | Ramp]
    pace: int


News = Changed | Followed | Reached | Silenced | RepDone | TempoChanged
