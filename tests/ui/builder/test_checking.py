"""Looking only at what is new finds just what looking at everything finds."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.workouts import curl, names, workout, workouts
from tempo_trainer.ui.builder.checking import Checker
from tempo_trainer.workout.edits import at, duplicated, moved, put, removed
from tempo_trainer.workout.validation import findings

VALUES = st.one_of(
    st.none(), st.integers(-1, 3), st.just("max"), st.just("nordic-curl"), st.just("my-curl"), st.just({})
)
KEYS = st.sampled_from(["exercise", "circuit", "rest", "reps", "hold", "sets", "tempo", "blocks", "odd"])


@given(data=workouts(), choices=st.data())
def test_every_state_on_a_way_of_edits_is_told_as_if_it_was_the_first(data: Any, choices: st.DataObject) -> None:
    checker = Checker()
    for _ in range(6):
        assert checker.check(data, names()) == findings(data, names())
        count = len(at(data, ("blocks",)) or ())
        if not isinstance(at(data, ("blocks",)), list) or not count:
            return
        block = choices.draw(st.integers(0, count - 1))
        kind = choices.draw(st.sampled_from(["put", "put", "top", "remove", "double", "move"]))
        if kind == "put":
            data = put(data, ("blocks", block, choices.draw(KEYS)), choices.draw(VALUES))
        elif kind == "top":
            data = put(
                data, (choices.draw(st.sampled_from(["rest", "name", "exercises", "presets"])),), choices.draw(VALUES)
            )
        elif kind == "remove":
            data = removed(data, ("blocks", block))
        elif kind == "double":
            data = duplicated(data, ("blocks", block))
        else:
            data = moved(data, ("blocks", block), ("blocks",), choices.draw(st.integers(0, count - 1)))


def test_a_block_is_looked_at_again_when_what_it_names_is_gone() -> None:
    checker = Checker()
    data = workout(curl(tempo="mine"), presets={"mine": "3-1-3-1"})
    assert checker.check(data, names())[0] is not None
    without = put(data, ("presets",), None)
    assert [finding.path for finding in checker.check(without, names())[1]] == [("blocks", 0, "tempo")]
