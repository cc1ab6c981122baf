"""The plan as data: a flat, immutable list of steps and cues in integer milliseconds from the start (DESIGN 4.3).

Picture, sound, export, log and tests all read the same timeline; nobody edits one. What changes in mid-session
compiles another (`changes.py`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

from tempo_trainer.workout.exercise import Exercise, Side
from tempo_trainer.workout.model import Workout
from tempo_trainer.workout.tempo import Phase, Tempo

Kind = Literal["lead_in", "phase", "hold", "switch", "rest", "ready"]
CueKind = Literal[Phase, "hold", "tick", "lead_in", "rest", "switch", "ready", "countdown", "halfway", "finish"]

Item = TypeVar("Item")
Pace = Callable[[], None]

LONGEST_MS = 24 * 3_600_000
MOST_STEPS = 100_000
A_MILLISECOND = 250  # so many steps or cues take about one to make
HALFWAY_FROM_MS = 20_000
COUNTDOWN_MS = (3000, 2000, 1000)


class TooLongError(ValueError):
    """A workout beyond 24 h or 100,000 steps; `block` is the one (from 1) in which it grows too long."""

    def __init__(self, block: int, message: str) -> None:
        super().__init__(message)
        self.block = block


@dataclass(frozen=True)
class Bout:
    """Work without a break: a set, or one side of it where the sides take turns. What its reps have in common."""

    item: int  # which exercise block, counted through the file, inner blocks of circuits one by one
    block: int
    exercise_id: str
    exercise: Exercise
    round: int | None
    rounds: int | None
    set: int
    sets: int
    sides: tuple[Side, ...]  # of one rep: two where they alternate
    reps: int
    until_ended: bool
    tempo: Tempo | None  # as planned for this set; None for a hold
    hold_ms: int
    load: str | None
    note: str | None


class Step(NamedTuple):
    """One stretch of the plan. What does not apply is None; only a `ready` step has no duration."""

    kind: Kind
    start_ms: int
    duration_ms: int | None
    block: int | None = None
    exercise: str | None = None
    round: int | None = None
    set: int | None = None
    sets: int | None = None
    side: Side | None = None
    rep: int | None = None
    reps: int | None = None
    phase: Phase | None = None
    label: str = ""
    bout: int | None = None  # index into the timeline's bouts
    tempo: Tempo | None = None  # of this rep
    say: str | None = None  # the workout's own words for this break

    @property
    def end_ms(self) -> int:
        """Where the next step starts."""
        return self.start_ms + (self.duration_ms or 0)

    @property
    def is_work(self) -> bool:
        """Whether the muscle is under tension."""
        return self.kind in {"phase", "hold"}


class Cue(NamedTuple):
    """A sound that begins at an instant; `step` is the index of the step it belongs to (the end: one past the last)."""

    at_ms: int
    kind: CueKind
    step: int


@dataclass(frozen=True)
class Timeline:
    """A compiled workout."""

    workout: Workout
    steps: tuple[Step, ...]
    cues: tuple[Cue, ...]
    bouts: tuple[Bout, ...]
    source: str = ""  # the text of its file, where it comes from one

    @cached_property
    def duration_ms(self) -> int:
        """Length of the whole session; steps that wait for the user count 0."""
        return self.steps[-1].end_ms if self.steps else 0

    @cached_property
    def open_ended(self) -> bool:
        """Whether the user decides how long a part of it lasts."""
        return any(bout.until_ended for bout in self.bouts) or any(step.kind == "ready" for step in self.steps)

    @cached_property
    def time_under_tension_ms(self) -> Mapping[Side, int]:
        """Sum of all phases and holds, a side."""
        sums: dict[Side, int] = {"left": 0, "right": 0, "both": 0}
        for step in self.steps:
            if step.is_work and step.side and step.duration_ms:
                sums[step.side] += step.duration_ms
        return sums

    @cached_property
    def bout_spans(self) -> Sequence[tuple[int, int]]:
        """Start and end of each bout in milliseconds."""
        firsts = (self._first_steps[number] for number in range(len(self.bouts)) if number in self._first_steps)
        return [(self.steps[first].start_ms, self.steps[self.end_of_bout(first) - 1].end_ms) for first in firsts]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [step.start_ms for step in self.steps]

    @cached_property
    def _cue_steps(self) -> Sequence[int]:
        return [cue.step for cue in self.cues]

    @cached_property
    def _first_steps(self) -> Mapping[int, int]:
        return {step.bout: i for i, step in reversed(list(enumerate(self.steps))) if step.bout is not None}

    @cached_property
    def _next_work(self) -> Sequence[int | None]:
        """For each step the first work step from it on."""
        found: list[int | None] = []
        for index in reversed(range(len(self.steps))):
            found.append(index if self.steps[index].is_work else found[-1] if found else None)
        return found[::-1]

    @cached_property
    def _ready_steps(self) -> Sequence[int]:
        return [i for i, step in enumerate(self.steps) if step.kind == "ready"]

    def step_at(self, position_ms: float, first: int, stop: int) -> int:
        """Index of the step at a position, among those from `first` up to but not with `stop`."""
        return max(first, bisect_right(self._starts, position_ms, first, stop) - 1)

    def stop_after(self, first: int) -> int:
        """Index of the next step at which the session waits, or one past the last."""
        found = bisect_left(self._ready_steps, first)
        return self._ready_steps[found] if found < len(self._ready_steps) else len(self.steps)

    def cues_of(self, first: int, last: int, from_ms: int) -> Sequence[Cue]:
        """Cues of the steps `first` to `last` (both included) from a position on."""
        begin = bisect_left(self._cue_steps, first)
        end = bisect_right(self._cue_steps, last)
        return self.cues[max(begin, bisect_left(self.cues, from_ms, begin, end, key=lambda cue: cue.at_ms)) : end]

    def first_step_of(self, bout: int) -> int:
        """Index of the first step of a bout."""
        return self._first_steps[bout]

    def next_work(self, index: int) -> int | None:
        """Index of the first phase or hold from `index` on."""
        return self._next_work[index] if index < len(self.steps) else None

    def end_of_bout(self, index: int) -> int:
        """Index of the first step after the bout that the work step `index` is in."""
        bout = self.steps[index].bout
        return next((i for i in range(index, len(self.steps)) if self.steps[i].bout != bout), len(self.steps))

    def begins_rep(self, index: int) -> bool:
        """Whether a rep (or hold) begins with this step."""
        return self.steps[index].is_work and (index == 0 or not _same_rep(self.steps[index - 1], self.steps[index]))

    def ends_rep(self, index: int) -> bool:
        """Whether a rep (or hold) ends with this step."""
        following = self.steps[index + 1 : index + 2]
        return self.steps[index].is_work and not (following and _same_rep(following[0], self.steps[index]))

    def rep_of(self, index: int) -> range:
        """Indices of the steps of the rep (or hold) that the work step `index` is in."""
        first, stop = index, index + 1
        while first and _same_rep(self.steps[first - 1], self.steps[index]):
            first -= 1
        while stop < len(self.steps) and _same_rep(self.steps[stop], self.steps[index]):
            stop += 1
        return range(first, stop)


def lay_out(workout: Workout, steps: Iterable[Step], bouts: Iterable[Bout], pace: Pace | None = None) -> Timeline:
    """The steps one after the other, with their cues. Steps of zero length vanish; TooLongError beyond the limits."""
    placed = tuple(_paced(_placed(steps), pace))
    return Timeline(workout, placed, tuple(_paced(_cues(placed), pace)), tuple(bouts))


def _paced(items: Iterable[Item], pace: Pace | None) -> Iterable[Item]:
    return items if pace is None else _paced_by(items, pace)


def _paced_by(items: Iterable[Item], pace: Pace) -> Iterator[Item]:
    for number, item in enumerate(items):
        if number % A_MILLISECOND == 0:
            pace()
        yield item


def _placed(steps: Iterable[Step]) -> Iterator[Step]:
    at = count = 0
    for step in steps:
        if step.duration_ms == 0:
            continue
        count += 1
        yield step if step.start_ms == at else step._replace(start_ms=at)
        at += step.duration_ms or 0
        if count > MOST_STEPS:
            raise TooLongError(step.block or 1, f"the workout grows beyond {MOST_STEPS:,} steps in this block")
        if at > LONGEST_MS:
            raise TooLongError(step.block or 1, "the workout grows longer than 24 h in this block")


def _cues(steps: Sequence[Step]) -> Iterator[Cue]:
    for index, step in enumerate(steps):
        start, duration = step.start_ms, step.duration_ms or 0
        if step.phase:
            yield Cue(start, step.phase, index)
            for at in range(start + 1000, start + duration, 1000):
                yield Cue(at, "tick", index)
        elif step.kind == "hold":
            yield from _cues_of_hold(start, duration, index)
        else:
            yield from _cues_of_break(step, duration, index)
    yield Cue(steps[-1].end_ms if steps else 0, "finish", len(steps))


def _cues_of_hold(start: int, duration: int, index: int) -> Iterator[Cue]:
    cues = [Cue(at, "tick", index) for at in range(start + 1000, start + duration, 1000)]
    if duration >= HALFWAY_FROM_MS:
        cues.append(Cue(start + duration // 2, "halfway", index))
    yield Cue(start, "hold", index)
    yield from sorted(cues)


def _cues_of_break(step: Step, duration: int, index: int) -> Iterator[Cue]:
    kind: CueKind = "ready" if step.kind == "ready" else "rest" if step.kind == "rest" else "switch"
    yield Cue(step.start_ms, "lead_in" if step.kind == "lead_in" else kind, index)
    if step.kind == "rest" and duration >= HALFWAY_FROM_MS:
        yield Cue(step.start_ms + duration // 2, "halfway", index)
    for before in COUNTDOWN_MS:
        if step.kind != "ready" and before <= duration:
            yield Cue(step.end_ms - before, "countdown", index)


def _same_rep(one: Step, other: Step) -> bool:
    return (one.bout, one.rep, one.side) == (other.bout, other.rep, other.side) and one.is_work
