"""A rehearsal for tests: nothing sounds, and what is heard is where the test says."""

from dataclasses import dataclass, field

from helpers.clock import FakeClock
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.workout.timeline import Timeline


@dataclass
class Heard:
    """What was started, and where it is: moved by the test."""

    clock: FakeClock
    started: list[Timeline] = field(default_factory=list)
    stopped: int = 0
    at_ms: float | None = None

    @property
    def rehearsal(self) -> Rehearsal:
        """To be given to a view."""
        return Rehearsal(self.start, self.stop, lambda: self.at_ms, self.clock)

    def start(self, timeline: Timeline) -> None:
        """Begin, with a count-in."""
        self.started.append(timeline)
        self.at_ms = -2250.0

    def stop(self) -> None:
        """Silence."""
        self.stopped += 1
        self.at_ms = None
