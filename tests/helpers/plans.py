"""Small plans for tests: two exercises without words, made from what a file would say."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.exercise import Exercise
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.timeline import Timeline

SQUAT: Mapping[str, Any] = {"exercise": "squat", "reps": 2, "tempo": "2-1-2-1"}  # a rep of 6 s
NAMES = Names(
    {
        "squat": Exercise(name="Squat", cues=("Knees out.", "Chest up."), mistakes=("Heels leave the floor.",)),
        "bridge": Exercise(name="Bridge", starts_with="concentric", sides="each"),
    }
)


def plan(*blocks: Mapping[str, Any], **general: Any) -> Timeline:
    """The timeline of these blocks; no lead-in, rests of 10 s and switches of 4 s unless told otherwise."""
    said = {"format": 1, "name": "Test", "lead_in": 0, "rest": 10, "rest_after": 10, "switch": 4, **general}
    workout = Workout.model_validate({**said, "blocks": list(blocks)}, context=NAMES)
    return compile_timeline(workout, NAMES)


def seconds(longest_ms: int) -> st.SearchStrategy[float]:
    """Any length of time that a file may say, in seconds; often a very short one."""
    return (st.integers(0, 5) | st.integers(0, longest_ms)).map(lambda ms: ms / 1000)


def tempos(longest_ms: int) -> st.SearchStrategy[Mapping[str, float]]:
    """Tempos whose parts may be as short as a millisecond, or left out."""
    parts = ("eccentric", "stretched_pause", "concentric", "contracted_pause")
    any_parts = st.fixed_dictionaries(dict.fromkeys(parts, seconds(longest_ms)))
    return any_parts.filter(lambda tempo: tempo["eccentric"] + tempo["concentric"] > 0)


def exercise_blocks(longest_ms: int) -> st.SearchStrategy[Mapping[str, Any]]:
    """Sets of reps, of as many reps as one can, or of holds."""
    shared = {
        "exercise": st.sampled_from(["squat", "bridge"]),
        "sets": st.integers(1, 2),
        "sides": st.sampled_from(["both", "each", "alternate", "left"]),
    }
    reps = st.fixed_dictionaries({**shared, "reps": st.integers(1, 3), "tempo": tempos(longest_ms)})
    most = st.fixed_dictionaries({**shared, "reps": st.just("max"), "tempo": st.just("0.3-0-0.4-0.1")})
    hold = st.fixed_dictionaries({**shared, "hold": st.integers(1, longest_ms * 4).map(lambda ms: ms / 1000)})
    return st.one_of(reps, reps, most, hold)


def plans(longest_ms: int = 2000) -> st.SearchStrategy[Timeline]:
    """Plans of a few short sets, circuits, rests and waits; no phase is longer than `longest_ms`."""
    work = exercise_blocks(longest_ms)
    break_ = st.fixed_dictionaries({"rest": st.just("until-ready") | seconds(longest_ms * 5)})
    inner: st.SearchStrategy[Sequence[Mapping[str, Any]]] = st.lists(work, min_size=1, max_size=2)
    circuit = st.fixed_dictionaries(
        {"circuit": st.just("Round"), "rounds": st.integers(1, 2), "transition": seconds(longest_ms), "blocks": inner}
    )
    general = st.fixed_dictionaries(
        {
            "blocks": st.lists(st.one_of(work, work, break_, circuit), min_size=1, max_size=3),
            **dict.fromkeys(("rest", "rest_after", "lead_in"), seconds(longest_ms * 5)),
            "switch": seconds(longest_ms),
            "first_side": st.sampled_from(["left", "right"]),
        }
    )
    return general.map(_plan_of)


def _plan_of(said: Mapping[str, Any]) -> Timeline:
    return plan(*said["blocks"], **{key: value for key, value in said.items() if key != "blocks"})
