"""A timeline as an object, as rows and as text."""

import json

from hypothesis import given

from helpers.workouts import Data, curl, timeline_of, workout, workouts
from tempo_trainer.workout.export import COLUMNS, amount, as_object, exercise_lines, rows, summary, table

SMALL = workout(
    {"exercise": "pelvic-bridge", "reps": 1, "sides": "each", "tempo": "1-0-2.5-0", "switch": 4},
    {"rest": "until-ready", "say": "Fetch the ball."},
    lead_in=3,
)


def test_the_object_is_that_of_the_contract() -> None:
    nothing = dict.fromkeys(COLUMNS)
    bridge = {"block": 1, "exercise": "pelvic-bridge", "set": 1, "sets": 1}
    lift = {"kind": "phase", "rep": 1, "reps": 1, "phase": "concentric", "label": "lift"}
    lower = {"kind": "phase", "rep": 1, "reps": 1, "phase": "eccentric", "label": "lower"}
    steps = [
        {"kind": "lead_in", "start_ms": 0, "duration_ms": 3000, "label": "get ready"},
        {**bridge, **lift, "start_ms": 3000, "duration_ms": 2500, "side": "left"},
        {**bridge, **lower, "start_ms": 5500, "duration_ms": 1000, "side": "left"},
        {**bridge, "kind": "switch", "start_ms": 6500, "duration_ms": 4000, "label": "switch sides"},
        {**bridge, **lift, "start_ms": 10_500, "duration_ms": 2500, "side": "right"},
        {**bridge, **lower, "start_ms": 13_000, "duration_ms": 1000, "side": "right"},
        {"kind": "ready", "start_ms": 14_000, "block": 2, "label": "ready?"},
    ]
    cues = [
        (0, "lead_in"), (0, "countdown"), (1000, "countdown"), (2000, "countdown"),
        (3000, "concentric"), (4000, "tick"), (5000, "tick"), (5500, "eccentric"),
        (6500, "switch"), (7500, "countdown"), (8500, "countdown"), (9500, "countdown"),
        (10_500, "concentric"), (11_500, "tick"), (12_500, "tick"), (13_000, "eccentric"),
        (14_000, "ready"), (14_000, "finish"),
    ]  # fmt: skip
    speech = [
        (0, "Get ready. Next: Pelvic bridge. Left leg. Press through the heels and lift the hips."),
        (3000, "lift"), (5500, "lower"), (6500, "Switch to your right leg."), (10_500, "lift"), (13_000, "lower"),
        (14_000, "Press a key when you are ready. Fetch the ball."), (14_000, "finished"),
    ]  # fmt: skip
    assert as_object(timeline_of(SMALL)) == {
        "format": 1,
        "name": "Test",
        "duration_ms": 14_000,
        "open_ended": True,
        "time_under_tension_ms": {"left": 3500, "right": 3500, "both": 0},
        "steps": [{**nothing, "index": index, **step} for index, step in enumerate(steps)],
        "cues": [{"at_ms": at, "kind": kind} for at, kind in cues],
        "speech": [{"at_ms": at, "text": text} for at, text in speech],
    }


@given(workouts())
def test_the_object_is_json_and_the_rows_are_its_steps(data: Data) -> None:
    timeline = timeline_of(data)
    found = as_object(timeline)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert [dict(zip(COLUMNS, row, strict=True)) for row in rows(timeline)] == found["steps"]


def test_the_table_has_a_line_a_step() -> None:
    assert list(table(timeline_of(SMALL))) == [
        "Test: 14 s and the time you take",
        "under tension: left 3.5 s, right 3.5 s",
        "  Pelvic bridge: 1 × 1 rep a side, lift 2.5 s, lower 1 s",
        "",
        "     at    length  what",
        "   0:00       3 s  get ready",
        "   0:03     2.5 s  lift · pelvic-bridge · set 1/1 · left · rep 1/1",
        "   0:06       1 s  lower · pelvic-bridge · set 1/1 · left · rep 1/1",
        "   0:07       4 s  switch sides · pelvic-bridge · set 1/1",
        "   0:11     2.5 s  lift · pelvic-bridge · set 1/1 · right · rep 1/1",
        "   0:13       1 s  lower · pelvic-bridge · set 1/1 · right · rep 1/1",
        "   0:14     waits  ready? · Fetch the ball.",
    ]


@given(workouts())
def test_every_table_has_a_line_a_step(data: Data) -> None:
    timeline = timeline_of(data)
    lines = list(table(timeline))
    assert len(lines) == len(list(summary(timeline))) + 2 + len(timeline.steps)
    assert all(line == line.rstrip() for line in lines)


def test_exercises_are_told_with_their_amounts_and_tempos() -> None:
    data = workout(
        curl(sets=3, reps=10, tempo="progressive"),
        {"exercise": "nordic-curl", "reps": "max", "tempo": "quick-lift"},
        {"exercise": "single-leg-pelvic-bridge", "hold": 20, "sets": 2},
        {
            "circuit": "Twice",
            "rounds": 2,
            "blocks": [curl(sides="alternate", reps=4, tempo="1-0-1-0"), curl(sides="left", reps=2, tempo="lowering")],
        },
    )
    timeline = timeline_of(data)
    later = "; by the last set out 4 s, hold 2 s, in 4 s, hold 2 s"
    assert list(exercise_lines(timeline)) == [
        "Stability ball hamstring curl: 3 × 10 reps, out 3 s, hold 1 s, in 3 s, hold 1 s" + later,
        "Nordic curl: 1 × max reps, lower 3 s, hold 1 s, up fast, hold 1 s",
        "Single-leg pelvic bridge: 2 × hold 20 s a side, held still",
        "Stability ball hamstring curl: 2 rounds of 4 reps a side, out 1 s, in 1 s",
        "Stability ball hamstring curl: 2 rounds of 2 reps a side, out 4 s, hold 1 s, in 2 s",
    ]
    assert amount(timeline.bouts[0]) == "3 × 10 reps"


def test_a_workout_without_work_has_no_tension() -> None:
    assert list(summary(timeline_of(workout({"rest": 90}, lead_in=0)))) == ["Test: 1 min 30 s", "under tension: none"]
