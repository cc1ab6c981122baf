"""What a workout makes use of without bringing it along."""

from tempo_trainer.workout.model import Block, CircuitBlock, ExerciseBlock, Workout


def presets_used(workout: Workout) -> frozenset[str]:
    """The presets that a workout uses and does not bring along."""
    used = {
        block.tempo
        for outer in workout.blocks
        for block in _inner(outer)
        if isinstance(block.tempo, str) and block.hold is None
    }
    return frozenset(used - set(workout.presets))


def _inner(block: Block) -> tuple[ExerciseBlock, ...]:
    if isinstance(block, CircuitBlock):
        return block.blocks
    return (block,) if isinstance(block, ExerciseBlock) else ()
