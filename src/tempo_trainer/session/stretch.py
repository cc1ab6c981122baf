"""A stretch: one uninterrupted run along a timeline, tied to the clock. Picture and sound both follow it."""

from dataclasses import dataclass

from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.places import Place
from tempo_trainer.workout.timeline import Timeline


@dataclass(frozen=True)
class Stretch:
    """From `begin` on, until the session waits, ends or is interrupted.

    A count-in lies before `begin`: then the position runs towards it from `begin.at_ms - count_in_ms`. The sound
    of a stretch that takes over from another in mid-flight is taken up at `sound_from_ms`.
    """

    timeline: Timeline
    begin: Place
    stop: int  # index of the step that is not performed any more: where the session waits, or one past the last
    count_in_ms: int
    origin_ns: int  # the clock when the position is at `begin.at_ms`
    sound_from_ms: int

    @property
    def start_ms(self) -> int:
        """The position with which the stretch starts, count-in included."""
        return self.begin.at_ms - self.count_in_ms

    @property
    def end_ms(self) -> int:
        """The position at which the stretch is over."""
        steps = self.timeline.steps
        return steps[self.stop].start_ms if self.stop < len(steps) else self.timeline.duration_ms

    def position_ms(self, now_ns: int) -> float:
        """Where the stretch is at an instant of the clock; before its start and after its end too."""
        return self.begin.at_ms + (now_ns - self.origin_ns) / NS_PER_MS

    def step_at(self, position_ms: float) -> int:
        """Index of the step that is performed at a position."""
        return self.timeline.step_at(position_ms, self.begin.step, self.stop)
