"""A step is a workout with some of its exercise blocks changed, and what to say of it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from tempo_trainer.workout.model import Block, CircuitBlock, ExerciseBlock, Names, Workout

INSTEAD = "instead of"

_MOST_NAMED = 3


class Step(NamedTuple):
    """A workout one step up or down."""

    word: str  # what its name has behind that of the old one
    title: str  # one short line
    what: str  # what changes, as a sentence
    workout: Workout


class Change(NamedTuple):
    """Another block in the place of one, and what is new about it in a few words."""

    block: ExerciseBlock
    words: str


Changes = Mapping[int, Change]


def exercise_blocks(workout: Workout) -> tuple[ExerciseBlock, ...]:
    """All exercise blocks in the order of the file, those in circuits too: their places are `Planned.item`."""
    blocks: list[ExerciseBlock] = []
    for block in workout.blocks:
        if isinstance(block, ExerciseBlock):
            blocks.append(block)
        elif isinstance(block, CircuitBlock):
            blocks += block.blocks
    return tuple(blocks)


def changes_of(workout: Workout, change: Callable[[int, ExerciseBlock], Change | None]) -> Changes:
    """What changes, by the places of the blocks."""
    blocks = enumerate(exercise_blocks(workout))
    return {number: found for number, block in blocks if (found := change(number, block))}


def step_of(word: str, title: str, workout: Workout, changes: Changes, names: Names) -> Step | None:
    """The step with these changes; none without any."""
    return Step(word, title, told(changes, names), with_changes(workout, changes)) if changes else None


def with_changes(workout: Workout, changes: Changes) -> Workout:
    """The workout with other exercise blocks at these places."""
    numbers = count()

    def exercise(old: ExerciseBlock) -> ExerciseBlock:
        number = next(numbers)
        return changes[number].block if number in changes else old

    def block(old: Block) -> Block:
        if isinstance(old, CircuitBlock):
            return old.model_copy(update={"blocks": tuple(map(exercise, old.blocks))})
        return exercise(old) if isinstance(old, ExerciseBlock) else old

    return workout.model_copy(update={"blocks": tuple(map(block, workout.blocks))})


def told(changes: Changes, names: Names) -> str:
    """What changes, those that change alike together: `Pelvic bridge and Nordic curl: 4-2-4-2 in all sets`."""
    alike: dict[str, dict[str, None]] = {}
    for change in changes.values():
        alike.setdefault(change.words, {})[names.exercises[change.block.exercise].name] = None
    parts = [listed(list(exercises)) + _behind(words) for words, exercises in alike.items()]
    return "; ".join(parts[:_MOST_NAMED]) + (", and so on." if len(parts) > _MOST_NAMED else ".")


def _behind(words: str) -> str:
    return f" {words}" if words.startswith(INSTEAD) else f": {words}"


def listed(words: Sequence[str]) -> str:
    """Words in a sentence.

    >>> listed(["one", "two", "three", "four", "five"])
    'one, two, three and 2 more'
    """
    rest = len(words) - _MOST_NAMED
    shown = [*words[:_MOST_NAMED], f"{rest} more"] if rest > 0 else list(words)
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)
