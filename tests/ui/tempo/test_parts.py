"""What stands in the fields, as the notation says it."""

from hypothesis import given
from hypothesis import strategies as st

from tempo_trainer.ui.tempo.parts import Parts, read_notation
from tempo_trainer.workout.tempo import PHASES, Phase


@given(
    ms=st.tuples(*[st.integers(0, 60_000)] * 4).filter(lambda ms: ms[0] + ms[2] > 0),
    explosive=st.sets(st.sampled_from(PHASES)),
)
def test_the_notation_says_all_there_is(ms: tuple[int, ...], explosive: set[Phase]) -> None:
    parts = Parts(ms)
    for phase in PHASES:
        parts = parts.fast(phase) if phase in explosive else parts
    assert read_notation(parts.notation) == parts
    assert parts.tempo is not None
    assert Parts.of_tempo(parts.tempo) == parts
