"""The moment: what is true at one instant of a session. Window and terminal show this and know nothing else."""

from dataclasses import dataclass
from functools import cached_property

from tempo_trainer.session.states import State
from tempo_trainer.workout.timeline import Bout, Step, Timeline


@dataclass(frozen=True)
class Moment:
    """A plain value. During a count-in the position is where the work will begin."""

    state: State
    timeline: Timeline
    index: int  # of the step; one past the last when all is done
    position_ms: float
    count_in_ms: float = 0  # what is left of a count-in; 0 outside of one
    reps_done: int = 0  # in this session
    begun: bool = False  # whether the position moves: not in a count-in, nor in the quarter second before a start

    @property
    def step(self) -> Step | None:
        """The step being performed; None when all is done."""
        steps = self.timeline.steps
        return steps[self.index] if self.index < len(steps) else None

    @property
    def bout(self) -> Bout | None:
        """The work that the step belongs to; None in breaks."""
        return None if self.step is None or self.step.bout is None else self.timeline.bouts[self.step.bout]

    @property
    def left_ms(self) -> float:
        """What is left of the step, or of the count-in; 0 where the step has no length."""
        if self.count_in_ms:
            return self.count_in_ms
        return max(0.0, self.step.end_ms - self.position_ms) if self.step else 0.0

    @property
    def seconds(self) -> int:
        """The count of seconds to show: begun seconds that are left, 3 2 1."""
        return -int(-self.left_ms // 1000)

    @property
    def done_part(self) -> float:
        """How much of the step is done, 0 to 1."""
        duration = self.step.duration_ms if self.step else None
        return min(1.0, max(0.0, 1 - self.left_ms / duration)) if duration and not self.count_in_ms else 0.0

    @property
    def session_left_ms(self) -> float:
        """What is left of the whole plan."""
        return max(0.0, self.timeline.duration_ms - self.position_ms)

    @cached_property
    def next_bout(self) -> Bout | None:
        """The work that comes next: after this bout, or after this break."""
        if self.step is None:
            return None
        start = self.timeline.end_of_bout(self.index) if self.step.is_work else self.index
        work = self.timeline.next_work(start)
        return None if work is None else self.timeline.bouts[self.timeline.steps[work].bout or 0]

    @property
    def movement(self) -> float:
        """Position in the movement: 0 at the start of the rep, 1 at the turn."""
        step, bout = self.step, self.bout
        if step is None or bout is None or step.phase is None:
            return 0.0
        outward = bout.exercise.starts_with
        if step.phase in {"eccentric", "concentric"}:
            return self.done_part if step.phase == outward else 1 - self.done_part
        turn = "stretched_pause" if outward == "eccentric" else "contracted_pause"
        return 1.0 if step.phase == turn else 0.0
