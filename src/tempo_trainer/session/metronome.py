"""A metronome: a click each second, by which the picture is set against the sound (the calibrator).

Its clicks are the cues of a timeline like any other, so they sound as a session does: rendered, none triggered.
"""

from collections.abc import Callable

from tempo_trainer.session.clock import Clock
from tempo_trainer.session.preview import Preview
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.timeline import Cue, Step, Timeline

BEAT_MS = 1000
BEATS = 600  # ten minutes: nobody takes so long


def beats(count: int = BEATS) -> Timeline:
    """A timeline with a pip at each whole second, and no word."""
    workout = Workout.model_validate({"format": 1, "name": "Metronome", "blocks": [{"rest": count}]})
    cues = tuple(Cue(beat * BEAT_MS, "countdown", 0) for beat in range(count))
    return Timeline(workout, (Step("phase", 0, count * BEAT_MS),), cues, ())


class Metronome:
    """A preview of beats."""

    def __init__(self, clock: Clock, follow: Callable[[Stretch | None], None], count: int = BEATS) -> None:
        self._preview = Preview(clock, follow)
        self._timeline = beats(count)

    def start(self) -> None:
        """From the first beat on, in a moment."""
        self._preview.start(self._timeline)

    def stop(self) -> None:
        """Silence."""
        self._preview.stop()

    def position_ms(self) -> float | None:
        """Milliseconds since the first beat, less than 0 before it; None while there are no beats."""
        return self._preview.position_ms()
