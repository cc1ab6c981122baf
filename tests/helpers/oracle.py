"""A second implementation of DESIGN 4.1 and 4.3, as naive as can be, on the plain data of a workout file.

It shares nothing with the program and is slow and long-winded on purpose: each rule stands once, in the order of
DESIGN's text. What DESIGN leaves to the program (speech, the labels of breaks) is left out.
"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

import tempo_trainer.workout

Data = dict[str, Any]

BUILT_IN: Data = {
    "controlled": "3-1-3-1",
    "slow": "4-2-4-2",
    "progressive": {"from": "3-1-3-1", "to": "4-2-4-2"},
    "lowering": "4-1-2-0",
    "quick-lift": "3-1-X-1",
}
NOTATION_ORDER = ["eccentric", "stretched_pause", "concentric", "contracted_pause"]
DEFAULT_WORDS = {"eccentric": "lower", "stretched_pause": "hold", "concentric": "lift", "contracted_pause": "hold"}
KEYS = (
    "index", "kind", "start_ms", "duration_ms", "block", "exercise", "round", "set", "sets", "side",
    "rep", "reps", "phase", "label",
)  # fmt: skip


def catalogue() -> Data:
    """The shipped exercises as plain data."""
    file = Path(tempo_trainer.workout.__file__).with_name("catalogue.yaml")
    data: Data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


def expected(data: Data) -> Data:
    """What `timeline --format json` has to print for a workout, without `speech` and the labels of breaks."""
    steps = steps_of(data)
    at = 0
    for index, step in enumerate(steps):
        step["index"] = index
        step["start_ms"] = at
        at += step["duration_ms"] or 0
    tension = {"left": 0, "right": 0, "both": 0}
    for step in steps:
        if step["kind"] in ("phase", "hold"):
            tension[step["side"]] += step["duration_ms"]
    cues = [cue for step in steps for cue in cues_of(step)]
    cues.append((at, "finish"))
    return {
        "format": 1,
        "name": data["name"],
        "duration_ms": at,
        "open_ended": is_open_ended(data["blocks"]),
        "time_under_tension_ms": tension,
        "steps": [{key: step.get(key) for key in KEYS} for step in steps],
        "cues": sorted(cues),
    }


def is_open_ended(blocks: list[Data]) -> bool:
    """Whether a `max` or an `until-ready` is anywhere in the file."""
    for block in blocks:
        if block.get("reps") == "max" or block.get("rest") == "until-ready":
            return True
        if "circuit" in block and is_open_ended(block["blocks"]):
            return True
    return False


def steps_of(data: Data) -> list[Data]:
    """All steps, without index and start."""
    steps: list[Data] = [{"kind": "lead_in", "duration_ms": ms(data.get("lead_in", 10))}]
    blocks = data["blocks"]
    for number, block in enumerate(blocks, start=1):
        is_last = number == len(blocks)
        if "exercise" in block:
            steps += sets_of(data, block, number, None)
        elif "circuit" in block:
            steps += circuit_of(data, block, number)
        elif block["rest"] == "until-ready":
            steps.append({"kind": "ready", "duration_ms": None, "block": number})
        else:
            steps.append({"kind": "rest", "duration_ms": ms(block["rest"]), "block": number})
        is_rest = "exercise" not in block and "circuit" not in block
        next_is_rest = not is_last and "exercise" not in blocks[number] and "circuit" not in blocks[number]
        if not is_rest and not is_last and not next_is_rest:
            length = block.get("rest_after", data.get("rest_after", 90))
            steps.append({"kind": "rest", "duration_ms": ms(length), "block": number})
    return [step for step in steps if step["duration_ms"] != 0]


def circuit_of(data: Data, circuit: Data, number: int) -> list[Data]:
    """Round after round: exercises with transitions between, rests between the rounds."""
    steps: list[Data] = []
    rounds = circuit.get("rounds", 1)
    for turn in range(1, rounds + 1):
        for place, block in enumerate(circuit["blocks"]):
            if place > 0:
                length = ms(circuit.get("transition", 10))
                steps.append({"kind": "rest", "duration_ms": length, "block": number, "round": turn})
            steps += sets_of(data, block, number, turn)
        if turn < rounds:
            length = ms(circuit.get("rest", data.get("rest", 60)))
            steps.append({"kind": "rest", "duration_ms": length, "block": number, "round": turn})
    return steps


def sets_of(data: Data, block: Data, number: int, turn: int | None) -> list[Data]:
    """The sets of an exercise block, rests between them."""
    exercise = {**catalogue_once, **data.get("exercises", {})}[block["exercise"]]
    first = data.get("first_side", "left")
    other = "right" if first == "left" else "left"
    sides = block.get("sides", exercise.get("sides", "both"))
    steps: list[Data] = []
    sets = block.get("sets", 1)
    for k in range(1, sets + 1):
        where = {
            "block": number, "exercise": block["exercise"], "round": turn, "set": k, "sets": sets,
        }  # fmt: skip
        reps = 1 if "hold" in block else 100 if block["reps"] == "max" else block["reps"]
        if sides == "each":
            order = [(first, rep) for rep in range(1, reps + 1)] + [(other, rep) for rep in range(1, reps + 1)]
        elif sides == "alternate":
            order = [(side, rep) for rep in range(1, reps + 1) for side in (first, other)]
        else:
            order = [(sides, rep) for rep in range(1, reps + 1)]
        for place, (side, rep) in enumerate(order):
            if sides == "each" and place == reps:
                length = ms(block.get("switch", data.get("switch", 8)))
                steps.append({"kind": "switch", "duration_ms": length, **where})
            of_rep = {**where, "side": side, "rep": rep, "reps": reps}
            steps += [{**step, **of_rep} for step in rep_of(data, block, exercise, k, sets)]
        if k < sets:
            steps.append({"kind": "rest", "duration_ms": ms(block.get("rest", data.get("rest", 60))), **where})
    return steps


def rep_of(data: Data, block: Data, exercise: Data, k: int, sets: int) -> list[Data]:
    """A hold, or the phases of a rep in performed order."""
    if "hold" in block:
        return [{"kind": "hold", "duration_ms": ms(block["hold"])}]
    tempo = block.get("tempo", "controlled")
    presets = {**BUILT_IN, **data.get("presets", {})}
    if isinstance(tempo, str) and tempo in presets:
        tempo = presets[tempo]
    if isinstance(tempo, dict) and "from" in tempo:
        start, end = parts_of(tempo["from"]), parts_of(tempo["to"])
        lengths = [ramped(a, b, k, sets) for a, b in zip(start, end, strict=True)]
    else:
        lengths = parts_of(tempo)
    by_phase = dict(zip(NOTATION_ORDER, lengths, strict=True))
    if exercise.get("starts_with", "eccentric") == "eccentric":
        order = ["eccentric", "stretched_pause", "concentric", "contracted_pause"]
    else:
        order = ["concentric", "contracted_pause", "eccentric", "stretched_pause"]
    words = {**DEFAULT_WORDS, **exercise.get("words", {})}
    return [{"kind": "phase", "duration_ms": by_phase[phase], "phase": phase, "label": words[phase]} for phase in order]


def ramped(start: int, end: int, k: int, n: int) -> int:
    """One part of a ramp at set k of n, to 100 ms, ties up."""
    if n == 1:
        return start
    hundreds = (start + Fraction((end - start) * (k - 1), n - 1)) / 100
    below = hundreds.numerator // hundreds.denominator
    return 100 * (below if hundreds - below < Fraction(1, 2) else below + 1)


def parts_of(tempo: Any) -> list[int]:
    """The four parts of a tempo in figures, in ms and in the order of the notation."""
    if isinstance(tempo, dict):
        return [part_ms(str(tempo.get(phase, 0))) for phase in NOTATION_ORDER]
    text = str(tempo)
    for separator in "-:/":
        if separator in text:
            written = text.split(separator)
            return [part_ms(part) for part in (written if len(written) == 4 else [*written, "0"])]
    return [part_ms(digit) for digit in text]


def part_ms(part: str) -> int:
    """One part of a tempo; X is timed as 1 s."""
    return 1000 if part == "X" else int(Fraction(part) * 1000)


def ms(duration: Any) -> int:
    """A duration: a number of seconds, or text such as 90s, 1m30s, 2m, 1:30."""
    text = str(duration)
    if ":" in text:
        minutes, seconds = text.split(":")
    elif "m" in text:
        minutes, seconds = text.rstrip("s").split("m")
    else:
        minutes, seconds = "0", text.rstrip("s")
    return int((Fraction(minutes) * 60 + Fraction(seconds or "0")) * 1000)


def cues_of(step: Data) -> list[tuple[int, str]]:
    """The cues of one step, in no order."""
    start, length, kind = step["start_ms"], step["duration_ms"] or 0, step["kind"]
    cues = [(start, step["phase"] if kind == "phase" else kind)]
    if kind in ("phase", "hold"):
        cues += [(start + second, "tick") for second in range(1000, length, 1000)]
    if kind in ("lead_in", "rest", "switch"):
        cues += [(start + length - left, "countdown") for left in (3000, 2000, 1000) if start + length - left >= start]
    if kind in ("rest", "hold") and length >= 20_000:
        cues.append((start + length // 2, "halfway"))
    return cues


catalogue_once = catalogue()
