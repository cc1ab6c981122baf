"""Random workouts as plain data, covering all of DESIGN 4.2, and ways to load what a test writes."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tempo_trainer.workout.loader import load_timeline, shipped_names
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline

Data = dict[str, Any]
Strategy = st.SearchStrategy[Any]

SHIPPED_EXERCISES = (
    "romanian-deadlift", "pelvic-bridge", "hamstring-walkout", "single-leg-romanian-deadlift",
    "single-leg-pelvic-bridge", "stability-ball-curl", "single-leg-stability-ball-curl", "nordic-curl",
    "long-lever-bridge-hold",
)  # fmt: skip
BUILT_IN_PRESETS = ("controlled", "slow", "progressive", "lowering", "quick-lift")
PARTS = ("eccentric", "stretched_pause", "concentric", "contracted_pause")
SIDES = ("both", "each", "alternate", "left", "right")

# The lengths keep every workout that can be drawn well below 24 h and a few thousand steps.
MOST_PART_MS = 3_000
MOST_HOLD_MS = 60_000
MOST_BREAK_MS = 300_000


@cache
def names() -> Names:
    """The shipped exercises and presets."""
    return shipped_names()


def loaded(text: str | bytes) -> Timeline:
    """The timeline of a file `workout.yaml` with this content, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workout.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_timeline(file, names())


def timeline_of(data: Data) -> Timeline:
    """The timeline of a workout given as plain data; JSON is YAML."""
    return loaded(json.dumps(data, ensure_ascii=False))


def workout(*blocks: Data, **keys: Any) -> Data:
    """The shortest workout with these blocks."""
    return {"format": 1, "name": "Test", **keys, "blocks": list(blocks)}


def curl(**keys: Any) -> Data:
    """A block of the two-legged ball curl, which starts with its eccentric."""
    return {"exercise": "stability-ball-curl", **({"reps": 1} if "hold" not in keys else {}), **keys}


def maybe(draw: st.DrawFn, data: Data, key: str, values: Strategy) -> None:
    """Give `data` the key, or leave it out, which is the simpler and the rarer."""
    if draw(st.integers(0, 2)):
        data[key] = draw(values)


@st.composite
def durations(draw: st.DrawFn, least_ms: int = 0, most_ms: int = MOST_BREAK_MS) -> Any:
    """A length of time in any of its notations: often zero, whole seconds, or the odd millisecond."""
    ms = draw(
        st.one_of(st.just(least_ms), st.integers(least_ms, most_ms), st.sampled_from([1000, 3000, 19_999, 20_000]))
    )
    if ms % 1000:
        return draw(st.sampled_from([ms / 1000, f"{ms / 1000}s"]))
    minutes, seconds = divmod(ms // 1000, 60)
    forms: list[int | str] = [ms // 1000, f"{ms // 1000}s", f"{minutes}m{seconds}s", f"{minutes}:{seconds:02}"]
    return draw(st.sampled_from([*forms, f"{minutes}m"] if seconds == 0 else forms))


parts: Strategy = st.one_of(
    st.integers(0, MOST_PART_MS // 1000),
    st.integers(0, MOST_PART_MS // 100).map(lambda tenths: tenths / 10),
    st.integers(0, MOST_PART_MS).map(lambda ms: ms / 1000).filter(lambda part: "e" not in str(part)),
)
movements: Strategy = st.one_of(parts.filter(lambda part: part >= 0.1), st.just("X"))


@st.composite
def figures(draw: st.DrawFn) -> Any:
    """A tempo written out in figures, in any notation."""
    form = draw(st.sampled_from(["four parts", "three parts", "digits", "mapping"]))
    if form == "digits":
        written = draw(st.from_regex(r"[1-3X][0-3][0-3X][0-3]", fullmatch=True))
        return int(written) if written.isdigit() and draw(st.booleans()) else written
    numbers = [draw(movements), draw(parts), draw(parts), draw(parts)]
    if draw(st.booleans()):  # the way back may be without time instead
        numbers[0], numbers[2] = numbers[2], numbers[0]
    if form == "mapping":
        return {name: part for name, part in zip(PARTS, numbers, strict=True) if part or draw(st.booleans())}
    separator = draw(st.sampled_from("-:/"))
    return separator.join(map(str, numbers if form == "four parts" else numbers[:3]))


ramps: Strategy = st.fixed_dictionaries({"from": figures(), "to": figures()})
words: Strategy = st.sampled_from(["out", "in", "wait", "drück", "抬"])


def own_exercises() -> Strategy:
    """An exercise of the file's own."""
    return st.fixed_dictionaries(
        {"name": st.sampled_from(["My curl", "Übung"])},
        optional={
            "starts_with": st.sampled_from(["eccentric", "concentric"]),
            "sides": st.sampled_from(SIDES),
            "words": st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, words)),
            "cues": st.lists(st.just("Slowly."), max_size=2),
        },
    )


@st.composite
def exercise_blocks(draw: st.DrawFn, exercises: tuple[str, ...], presets: tuple[str, ...], most_sets: int = 3) -> Data:
    """A block of any of these exercises, in any of these presets or a tempo of its own."""
    block: Data = {"exercise": draw(st.sampled_from(exercises))}
    maybe(draw, block, "sets", st.integers(1, most_sets))
    if draw(st.integers(0, 3)) == 0:
        block["hold"] = draw(durations(1, MOST_HOLD_MS))
    else:
        block["reps"] = draw(st.sampled_from([1, 2, 3, 4, 5, "max"]))
        maybe(draw, block, "tempo", st.one_of(figures(), ramps, st.sampled_from(presets)))
    maybe(draw, block, "sides", st.sampled_from(SIDES))
    for key in ("rest", "switch", "rest_after"):
        maybe(draw, block, key, durations())
    maybe(draw, block, "load", st.just("10 kg"))
    maybe(draw, block, "note", st.just("Slowly."))
    return block


@st.composite
def circuits(draw: st.DrawFn, exercises: tuple[str, ...], presets: tuple[str, ...]) -> Data:
    """Up to two rounds of up to two exercises."""
    circuit: Data = {"circuit": "Finisher"}
    maybe(draw, circuit, "rounds", st.integers(1, 2))
    for key in ("rest", "rest_after", "transition"):
        maybe(draw, circuit, key, durations())
    circuit["blocks"] = draw(st.lists(exercise_blocks(exercises, presets, most_sets=2), min_size=1, max_size=2))
    return circuit


@st.composite
def rest_blocks(draw: st.DrawFn) -> Data:
    """A rest of a length, or until the user is ready."""
    block: Data = {"rest": draw(st.one_of(st.just("until-ready"), durations()))}
    maybe(draw, block, "say", st.just("Fetch the ball."))
    return block


@st.composite
def workouts(draw: st.DrawFn) -> Data:
    """Any valid workout of up to three blocks."""
    data: Data = {"format": 1, "name": draw(st.sampled_from(["Test", "Rücken 💪"]))}
    for key in ("lead_in", "rest", "switch", "rest_after"):
        maybe(draw, data, key, durations())
    maybe(draw, data, "first_side", st.sampled_from(["left", "right"]))
    # names of the file's own, some of which hide shipped ones
    maybe(draw, data, "exercises", st.dictionaries(st.sampled_from(["my-curl", "nordic-curl"]), own_exercises()))
    maybe(draw, data, "presets", st.dictionaries(st.sampled_from(["mine", "controlled"]), st.one_of(figures(), ramps)))
    exercises = tuple(dict.fromkeys((*data.get("exercises", ()), *SHIPPED_EXERCISES)))
    presets = tuple(dict.fromkeys((*data.get("presets", ()), *BUILT_IN_PRESETS)))
    block = st.one_of(exercise_blocks(exercises, presets), circuits(exercises, presets), rest_blocks())
    data["blocks"] = draw(st.lists(block, min_size=1, max_size=3))
    return data
