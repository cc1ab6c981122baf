"""Compiles a workout to its timeline: pure, and the one place that knows the order of steps (DESIGN 4.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from tempo_trainer.workout.exercise import Side, Sides
from tempo_trainer.workout.model import OPEN_REPS, Block, CircuitBlock, ExerciseBlock, Names, RestBlock, Workout
from tempo_trainer.workout.tempo import Ramp, Tempo, performed_order, ramped
from tempo_trainer.workout.timeline import Bout, Pace, Step, Timeline, lay_out


def compile_timeline(workout: Workout, names: Names, pace: Pace | None = None) -> Timeline:
    """The plan of a workout whose exercises and presets are in `names` or its own; TooLongError beyond the limits.

    `pace` is called about every millisecond: a thread can let others go first there, or raise to give up.
    """
    compiler = _Compiler(workout, names.and_those_of(workout))
    return lay_out(workout, compiler.steps(), compiler.bouts, pace)


def steps_of_rep(bout: Bout, number: int, side: Side, rep: int, tempo: Tempo | None) -> Iterator[Step]:
    """One rep (or hold) of a bout at a tempo, its phases in performed order; start times are still 0.

    `number` is the bout's place in the timeline's bouts.
    """
    where = (bout.block, bout.exercise_id, bout.round, bout.set, bout.sets, side, rep, bout.reps)
    if tempo is None:
        yield Step("hold", 0, bout.hold_ms, *where, None, "hold", number)
        return
    words = bout.exercise.words
    for phase in performed_order(bout.exercise.starts_with):
        if duration := tempo.of(phase):
            yield Step("phase", 0, duration, *where, phase, getattr(words, phase), number, tempo)


class _Compiler:
    """Walks the blocks; collects the bouts as it yields the steps."""

    def __init__(self, workout: Workout, names: Names) -> None:
        self.bouts: list[Bout] = []
        self._workout = workout
        self._names = names
        self._items = count()

    def steps(self) -> Iterator[Step]:
        workout = self._workout
        yield Step("lead_in", 0, workout.lead_in, label="get ready")
        for number, block in enumerate(workout.blocks, 1):
            yield from self._block(number, block)
            following = workout.blocks[number] if number < len(workout.blocks) else None
            if following and not isinstance(following, RestBlock) and not isinstance(block, RestBlock):
                yield Step("rest", 0, _own(block.rest_after, workout.rest_after), number, label="rest")

    def _block(self, number: int, block: Block) -> Iterator[Step]:
        if isinstance(block, ExerciseBlock):
            yield from self._sets(block, self._template(number, block, None))
        elif isinstance(block, CircuitBlock):
            yield from self._circuit(number, block)
        elif block.rest == "until-ready":
            yield Step("ready", 0, None, number, label="ready?", say=block.say)
        else:
            yield Step("rest", 0, block.rest, number, label="rest", say=block.say)

    def _circuit(self, number: int, circuit: CircuitBlock) -> Iterator[Step]:
        templates = [self._template(number, block, circuit.rounds) for block in circuit.blocks]
        for turn in range(1, circuit.rounds + 1):
            for place, (block, template) in enumerate(zip(circuit.blocks, templates, strict=True)):
                if place:
                    yield Step("rest", 0, circuit.transition, number, round=turn, label="rest")
                yield from self._sets(block, replace(template, round=turn))
            if turn < circuit.rounds:
                rest = _own(circuit.rest, self._workout.rest)
                yield Step("rest", 0, rest, number, round=turn, label="rest")

    def _template(self, number: int, block: ExerciseBlock, rounds: int | None) -> Bout:
        """What all bouts of a block have in common."""
        exercise = self._names.exercises[block.exercise]
        return Bout(
            item=next(self._items),
            block=number,
            exercise_id=block.exercise,
            exercise=exercise,
            round=rounds and 1,
            rounds=rounds,
            set=1,
            sets=block.sets,
            sides=(),
            reps=1 if block.hold else OPEN_REPS if block.reps == "max" else block.reps or 1,
            until_ended=block.reps == "max",
            tempo=None,
            hold_ms=block.hold or 0,
            load=block.load,
            note=block.note,
        )

    def _sets(self, block: ExerciseBlock, template: Bout) -> Iterator[Step]:
        sides_in_turn = _sides_in_turn(block.sides or template.exercise.sides, self._workout.first_side)
        for number in range(1, block.sets + 1):
            where = (template.block, template.exercise_id, template.round, number, block.sets)
            for turn, sides in enumerate(sides_in_turn):
                if turn:
                    yield Step("switch", 0, _own(block.switch, self._workout.switch), *where, label="switch sides")
                yield from self._bout(replace(template, set=number, sides=sides, tempo=self._tempo(block, number)))
            if number < block.sets:
                yield Step("rest", 0, _own(block.rest, self._workout.rest), *where, label="rest")

    def _bout(self, bout: Bout) -> Iterator[Step]:
        self.bouts.append(bout)
        for rep in range(1, bout.reps + 1):
            for side in bout.sides:
                yield from steps_of_rep(bout, len(self.bouts) - 1, side, rep, bout.tempo)

    def _tempo(self, block: ExerciseBlock, number: int) -> Tempo | None:
        if block.hold:
            return None
        tempo = self._names.presets[block.tempo] if isinstance(block.tempo, str) else block.tempo
        return ramped(tempo, number, block.sets) if isinstance(tempo, Ramp) else tempo


def _sides_in_turn(sides: Sides, first: Side) -> Sequence[tuple[Side, ...]]:
    """The sides of one set: an entry a bout, each with the sides of one of its reps."""
    other: Side = "right" if first == "left" else "left"
    if sides == "each":
        return ((first,), (other,))
    return ((first, other),) if sides == "alternate" else ((sides,),)


def _own(own: int | None, general: int) -> int:
    return general if own is None else own
