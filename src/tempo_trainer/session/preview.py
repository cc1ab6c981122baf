"""A preview: a timeline that is heard once, outside of a session. And what is worth it: one rep of an exercise.

It sounds as a session does: a stretch, rendered and handed over, no sound triggered.
"""

from collections.abc import Callable
from dataclasses import replace

from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.places import Place
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.exercise import Exercise, Side
from tempo_trainer.workout.model import ExerciseBlock, Names, Workout
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline

LEAD_MS = 250  # before the first sound: time to mix
COUNT_IN_MS = 2000  # two pips, so that the start of a rep is not missed
HOLD_S = 10  # what is shown of a hold


def rep_timeline(exercise_id: str, exercise: Exercise, tempo: Tempo | Ramp | None, side: Side = "both") -> Timeline:
    """One rep in a tempo, of a ramp its first and its last, without one a short hold. A tick in place of the finish."""
    block = ExerciseBlock(
        exercise=exercise_id,
        sets=2 if isinstance(tempo, Ramp) else 1,
        reps=1 if tempo else None,
        hold=None if tempo else HOLD_S,
        sides=side,
        tempo=tempo or "controlled",
    )
    workout = Workout(format=1, name=exercise.name, lead_in=0, rest=0, blocks=(block,))
    timeline = compile_timeline(workout, Names({exercise_id: exercise}))
    *cues, finish = timeline.cues
    return replace(timeline, cues=(*cues, finish._replace(kind="tick")))


class Preview:
    """What is started sounds through `follow`, to which a stretch is given, or None for silence."""

    def __init__(self, clock: Clock, follow: Callable[[Stretch | None], None], count_in_ms: int = 0) -> None:
        self._clock = clock
        self._follow = follow
        self._count_in_ms = count_in_ms
        self._stretch: Stretch | None = None

    def start(self, timeline: Timeline) -> None:
        """From its beginning, in a moment."""
        origin_ns = self._clock.now_ns() + (LEAD_MS + self._count_in_ms) * NS_PER_MS
        stop = len(timeline.steps)
        self._stretch = Stretch(timeline, Place(0, 0), stop, self._count_in_ms, origin_ns, -self._count_in_ms)
        self._follow(self._stretch)

    def stop(self) -> None:
        """Silence."""
        self._stretch = None
        self._follow(None)

    def position_ms(self) -> float | None:
        """Where it is, less than 0 before the beginning; None if nothing is heard."""
        if self._stretch is None:
            return None
        position_ms = self._stretch.position_ms(self._clock.now_ns())
        return position_ms if position_ms < self._stretch.end_ms else None
