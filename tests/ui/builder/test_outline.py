"""The session in outline: every step belongs to a block of the file, and every block is found again."""

import pytest
from hypothesis import given

from helpers.plans import SQUAT, plan, plans
from tempo_trainer.ui.builder.outline import Path, outline_of
from tempo_trainer.workout.timeline import Timeline

BRIDGE = {"exercise": "bridge", "reps": 1, "tempo": "1-0-1-0"}  # each side 2 s, 4 s between them
CIRCUIT = {"circuit": "Finisher", "rounds": 2, "transition": 5, "rest": 7, "blocks": [SQUAT, BRIDGE]}


@given(plans())
def test_stretches_follow_one_another_and_hold_every_step(timeline: Timeline) -> None:
    outline = outline_of(timeline)
    assert [index for stretch in outline.stretches for index in stretch.steps] == list(range(len(timeline.steps)))
    for stretch in outline.stretches:
        steps = timeline.steps[stretch.steps.start : stretch.steps.stop]
        assert (stretch.start_ms, stretch.end_ms) == (steps[0].start_ms, steps[-1].end_ms)
        assert {step.bout is None for step in steps} == {stretch.bout is None}


@given(plans())
def test_every_stretch_belongs_to_the_block_that_its_steps_name(timeline: Timeline) -> None:
    for stretch in outline_of(timeline).stretches:
        block = timeline.steps[stretch.steps.start].block
        assert stretch.path[:2] == (() if block is None else ("blocks", block - 1))


@given(plans())
def test_sections_lie_side_by_side_and_hold_their_stretches(timeline: Timeline) -> None:
    outline = outline_of(timeline)
    for before, after in zip(outline.sections, outline.sections[1:], strict=False):
        assert before.end_ms == after.start_ms
    for section in outline.sections:
        assert outline.spans_of(section.path) == [(section.start_ms, section.end_ms)]


def test_rests_belong_to_the_exercise_they_follow_and_transitions_to_the_circuit() -> None:
    outline = outline_of(plan({**SQUAT, "sets": 2}, CIRCUIT, {"rest": 20}))
    inner: list[Path] = [("blocks", 1, "blocks", 0), ("blocks", 1, "blocks", 1)]
    squat, circuit = ("blocks", 0), ("blocks", 1)
    one_round = [inner[0], circuit, inner[1], inner[1], inner[1]]  # the bridge: a side, the switch, a side
    assert [stretch.path for stretch in outline.stretches] == [
        *(squat, squat, squat, squat),  # two sets, the rest between them, the rest after them
        *(*one_round, circuit, *one_round),
        ("blocks", 2),
    ]
    assert outline.paths == [squat, inner[0], circuit, inner[1], ("blocks", 2)]


def test_an_exercise_of_a_circuit_is_on_once_a_round() -> None:
    outline = outline_of(plan(CIRCUIT, lead_in=3))
    assert outline.spans_of(("blocks", 0, "blocks", 1)) == [(20_000, 28_000), (52_000, 60_000)]
    assert outline.spans_of(("blocks", 0)) == [(3000, 60_000)]
    assert outline.spans_of(()) == [(0, 3000)]
    assert outline.spans_of(("blocks", 9)) == []


@pytest.mark.parametrize(("ms", "start"), [(0, 0), (11_999, 0), (12_000, 12_000), (10**9, 22_000)])
def test_an_instant_finds_its_stretch(ms: int, start: int) -> None:
    found = outline_of(plan({**SQUAT, "sets": 2})).at(ms)
    assert found is not None
    assert found.start_ms == start


def test_a_block_is_told_in_a_few_words() -> None:
    outline = outline_of(plan({**SQUAT, "sets": 2}, CIRCUIT, {"rest": 90}, {"rest": "until-ready"}, lead_in=5))
    assert outline.words(("blocks", 0)) == "Squat: 2 × 2 reps · from 0:05, 44 s"
    assert outline.words(("blocks", 1)).startswith("Finisher · from 0:49, ")
    assert outline.words(("blocks", 2)).startswith("Rest · from ")
    assert outline.words(("blocks", 3)).endswith(", as long as you take")
    assert outline.words(()) == "Get ready · from 0:00, 5 s"
    assert outline.words(("blocks", 9)) == ""
