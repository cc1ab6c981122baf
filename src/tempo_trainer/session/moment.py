"""The moment: what is true at one instant of a session. Window and terminal show this and know nothing else."""

from dataclasses import dataclass
from functools import cached_property

from tempo_trainer.session.states import State
from tempo_trainer.session.summary import Summary
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.tempo import PHASES, Phase, performed_order
from tempo_trainer.workout.timeline import COUNTDOWN_MS, Bout, Step, Timeline


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
    summary: Summary | None = None  # when the session has ended
    counted_ms: int = 0  # the whole count-in before the work that this run began with

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
    def side(self) -> Side:
        """The side at work, or the one that comes next."""
        if self.step is None:
            return "both"
        work = self.timeline.next_work(self.index)
        return self.step.side or (self.timeline.steps[work].side if work is not None else None) or "both"

    @property
    def movement(self) -> float:
        """Position in the movement: 0 at the start of the rep, 1 at the turn, where a hold is held."""
        step, bout = self.step, self.bout
        if step is None or bout is None or step.phase is None:
            return 1.0 if step and step.kind == "hold" else 0.0
        return _movement(step.phase, bout.exercise.starts_with, self.done_part)

    @property
    def preview(self) -> float:
        """In a break, the position in the movement that comes next: whole reps in its own tempo, then its start.

        The last three seconds belong to the pips: nothing moves before the work does.
        """
        bout, step = self.next_bout, self.step
        if bout is None or step is None or bout.tempo is None:
            return 0.0 if bout is None else 1.0
        into, rep = self.position_ms - step.start_ms, sum(map(bout.tempo.of, PHASES))
        whole = ((step.duration_ms or 0) - COUNTDOWN_MS[0]) // rep * rep
        return self._movement_at(bout, into % rep) if into < whole else 0.0

    @staticmethod
    def _movement_at(bout: Bout, into: float) -> float:
        """Position in the movement so many milliseconds into a rep."""
        for phase in performed_order(bout.exercise.starts_with):
            length = bout.tempo.of(phase) if bout.tempo else 0
            if into < length:
                return _movement(phase, bout.exercise.starts_with, into / length)
            into -= length
        return 0.0


def _movement(phase: Phase, outward: Phase, part: float) -> float:
    """Position in the movement when `part` of a phase is done; the rep begins with the phase `outward`."""
    if phase in {"eccentric", "concentric"}:
        return part if phase == outward else 1 - part
    turn = "stretched_pause" if outward == "eccentric" else "contracted_pause"
    return 1.0 if phase == turn else 0.0
