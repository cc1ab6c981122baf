"""How long it takes to compile a timeline, and whether the time grows with its length alone."""

from collections.abc import Iterator
from functools import partial

from figures import Figure, at_most, best_s

from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.loader import shipped_names
from tempo_trainer.workout.model import Workout

SIZES = (10_000, 25_000, 50_000, 100_000)


def workout_of(steps: int) -> Workout:
    """So many steps: blocks of ten sets of 125 reps, four short phases each, without breaks."""
    block = {"exercise": "romanian-deadlift", "reps": 125, "sets": 10, "tempo": "0.3-0.1-0.3-0.1", "rest": 0}
    said = {"format": 1, "name": "Long", "lead_in": 0, "rest_after": 0, "blocks": [block] * (steps // 5000)}
    return Workout.model_validate(said)


def figures() -> Iterator[Figure]:
    """Time for the longest workout there can be, and time a step of it against that of a tenth of it."""
    names = shipped_names()
    times = {}
    for size in SIZES:
        workout = workout_of(size)
        made = len(compile_timeline(workout, names).steps)
        if made != size:
            raise RuntimeError(f"{made} steps, not {size}")
        times[size] = best_s(partial(compile_timeline, workout, names))
    for size in SIZES[:-1]:
        yield Figure(f"compile {size:,} steps", f"{times[size]:.3f} s, {times[size] / size * 1e6:.2f} µs a step")
    longest, shortest = SIZES[-1], SIZES[0]
    yield at_most(f"compile {longest:,} steps", times[longest], 1, "s")
    growth = times[longest] / longest / (times[shortest] / shortest)
    yield at_most(f"a step of {longest:,} against one of {shortest:,}", growth, 1.5, "times")
