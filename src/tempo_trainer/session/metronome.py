"""A metronome: a click each second, by which the picture is set against the sound (the calibrator).

Its clicks are the cues of a timeline like any other, so they sound as a session does: rendered, none triggered.
"""

from collections.abc import Callable

from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.places import Place
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.timeline import Cue, Step, Timeline

BEAT_MS = 1000
BEATS = 600  # ten minutes: nobody takes so long
LEAD_MS = 250  # before the first one: time to mix


def beats(count: int = BEATS) -> Timeline:
    """A timeline with a pip at each whole second, and no word."""
    workout = Workout.model_validate({"format": 1, "name": "Metronome", "blocks": [{"rest": count}]})
    cues = tuple(Cue(beat * BEAT_MS, "countdown", 0) for beat in range(count))
    return Timeline(workout, (Step("phase", 0, count * BEAT_MS),), cues, ())


class Metronome:
    """Its beats sound through `follow`, to which a stretch is given, or None for silence."""

    def __init__(self, clock: Clock, follow: Callable[[Stretch | None], None], count: int = BEATS) -> None:
        self._clock = clock
        self._follow = follow
        self._timeline = beats(count)
        self._stretch: Stretch | None = None

    def start(self) -> None:
        """From the first beat on, in a moment."""
        origin_ns = self._clock.now_ns() + LEAD_MS * NS_PER_MS
        self._stretch = Stretch(self._timeline, Place(0, 0), 1, 0, origin_ns, 0)
        self._follow(self._stretch)

    def stop(self) -> None:
        """Silence."""
        self._stretch = None
        self._follow(None)

    def position_ms(self) -> float | None:
        """Milliseconds since the first beat, less than 0 before it; None while there are no beats."""
        if self._stretch is None:
            return None
        position_ms = self._stretch.position_ms(self._clock.now_ns())
        return position_ms if position_ms < self._stretch.end_ms else None
