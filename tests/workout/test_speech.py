"""What the voice says: names of phases, then numbers of reps, and before each stretch of work what comes next."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from helpers.workouts import Data, curl, timeline_of, workout, workouts
from tempo_trainer.workout.speech import LIGHTEST, MARGIN_MS, NEVER_MS, SHORTEST_WORDED_MS, speech_of


def said(data: Data) -> list[tuple[float, str]]:
    """Seconds and texts."""
    return [(speech.at_ms / 1000, speech.text) for speech in speech_of(timeline_of(data))]


def texts(data: Data) -> list[str]:
    return [text for _, text in said(data)]


OWN = {"plain": {"name": "Plain curl"}, "cued": {"name": "Cued curl", "cues": ["Slowly.", "And again."]}}


def own(*blocks: Data, **keys: Any) -> Data:
    return workout(*blocks, exercises=OWN, **keys)


def test_two_reps_are_called_by_their_phases_then_reps_are_counted() -> None:
    data = own({"exercise": "plain", "reps": 4, "tempo": "2-1-2-0"}, lead_in=0)
    assert said(data) == [
        (0, "lower"), (2, "hold"), (3, "lift"),
        (5, "lower"), (7, "hold"), (8, "lift"),
        (10, "3"),
        (15, "last rep"),
        (20, "finished"),
    ]  # fmt: skip


def test_a_rep_that_begins_with_a_short_phase_is_counted_in_the_first_that_is_long_enough() -> None:
    data = own({"exercise": "plain", "reps": 4, "tempo": "0.5-0.5-2-1"}, lead_in=0)
    assert said(data)[4:] == [(9, "3"), (13, "last rep"), (16, "finished")]


@pytest.mark.parametrize("reps", [1, 2])
def test_of_one_or_two_reps_all_phases_are_called_by_name(reps: int) -> None:
    data = own({"exercise": "plain", "reps": reps, "tempo": "1-0-1-0"}, lead_in=0)
    assert texts(data) == ["lower", "lift"] * reps + ["finished"]


def test_no_rep_is_the_last_where_the_user_ends_the_set() -> None:
    spoken = texts(own({"exercise": "plain", "reps": "max", "tempo": "1-0-0-0"}, lead_in=0))
    assert spoken[-2:] == ["100", "finished"]
    assert "last rep" not in spoken


def test_both_sides_are_counted_where_they_alternate() -> None:
    data = own({"exercise": "plain", "reps": 3, "tempo": "1-0-0-0", "sides": "alternate"}, lead_in=0)
    assert texts(data)[4:] == ["last rep", "last rep", "finished"]


def test_no_word_in_a_phase_too_short_for_it() -> None:
    data = own({"exercise": "plain", "reps": 1, "tempo": "0.799-0.8-1-0"}, lead_in=0)
    assert said(data)[0] == (0.799, "hold")


def test_a_hold_is_called() -> None:
    assert said(own({"exercise": "plain", "hold": 30}, lead_in=0)) == [(0, "hold"), (15, "halfway"), (30, "finished")]


def test_breaks_tell_what_comes_next() -> None:
    data = own(
        {"exercise": "cued", "reps": 1, "sets": 3, "sides": "each", "tempo": "1-0-0-0"},
        {"rest": 5, "say": "Fetch the ball."},
        {"exercise": "plain", "reps": 1, "tempo": "1-0-0-0"},
        {"rest": "until-ready"},
        {"rest": 3},
    )
    breaks = [text for text in texts(data) if text.endswith(".")]
    assert breaks == [
        "Get ready. Next: Cued curl. Left leg. Set 1 of 3. Slowly.",
        "Switch to your right leg.",
        "Rest. Next: Cued curl. Left leg. Set 2 of 3. Slowly.",
        "Switch to your right leg.",
        "Rest. Next: Cued curl. Left leg. Last set. Slowly.",
        "Switch to your right leg.",
        "Rest. Fetch the ball. Next: Plain curl.",
        "Press a key when you are ready.",
        "Rest.",
    ]


@pytest.mark.parametrize("first", ["left", "right"])
def test_the_first_side_is_told(first: str) -> None:
    data = own({"exercise": "plain", "reps": 1, "sides": "each", "tempo": "1-0-0-0"}, first_side=first)
    assert texts(data)[0] == f"Get ready. Next: Plain curl. {first.capitalize()} leg."


def test_the_exercise_has_its_own_words() -> None:
    assert texts(workout(curl(tempo="2-0-2-0"), lead_in=0))[:2] == ["out", "in"]


@given(workouts())
def test_speech_comes_in_order_inside_its_step_and_never_in_a_phase_too_short(data: Data) -> None:
    timeline = timeline_of(data)
    *inside, finish = speech_of(timeline)
    assert (finish.at_ms, finish.text, finish.step) == (timeline.duration_ms, "finished", len(timeline.steps))
    assert all(one.at_ms <= other.at_ms for one, other in pairwise(inside))
    for speech in inside:
        step = timeline.steps[speech.step]
        assert speech.text == speech.text.strip() != ""
        assert step.start_ms <= speech.at_ms < max(step.end_ms, step.start_ms + 1)
        assert step.kind != "phase" or (step.duration_ms or 0) >= SHORTEST_WORDED_MS
    spoken = {speech.step for speech in inside}
    assert all(step.kind in {"phase", "hold"} or index in spoken for index, step in enumerate(timeline.steps))


def test_phrases_know_how_much_they_matter() -> None:
    data = own({"exercise": "cued", "reps": 1, "sets": 3, "sides": "left", "tempo": "1-0-0-0"})
    first, *_, last = (speech for speech in speech_of(timeline_of(data)) if speech.announces)
    by_weight = sorted(first.phrases, key=lambda phrase: phrase.weight)
    assert [phrase.text for phrase in by_weight] == [
        "Next:", "Get ready.", "Slowly.", "Set 1 of 3.", "Cued curl.", "Left leg.",
    ]  # fmt: skip
    assert [phrase.text for phrase in last.phrases if phrase.weight >= LIGHTEST["brief"]] == [
        "Cued curl.", "Left leg.", "Last set.",
    ]  # fmt: skip


def test_the_brief_voice_names_no_phases_but_counts() -> None:
    data = own({"exercise": "plain", "reps": 4, "tempo": "2-1-2-0"}, lead_in=0)
    spoken = speech_of(timeline_of(data))
    brief = [speech.text for speech in spoken if speech.phrases[0].weight >= LIGHTEST["brief"]]
    assert brief == ["3", "last rep", "finished"]
    assert all(phrase.weight < LIGHTEST["tones"] for speech in spoken for phrase in speech.phrases)


@pytest.mark.parametrize(
    ("rest", "until"),
    [(60, 30), (20, 10), (19, 16), (5, 2), (2.5, 0.5), (1, 0), (0.5, 0.6)],
)
def test_an_announcement_is_over_before_the_next_sound_of_its_break(rest: float, until: float) -> None:
    data = own({"exercise": "plain", "reps": 1, "sets": 2, "tempo": "1-0-0-0"}, lead_in=0, rest=rest)
    announced = next(speech for speech in speech_of(timeline_of(data)) if speech.announces)
    assert announced.until_ms == 1000 + until * 1000 - MARGIN_MS


@given(workouts())
def test_all_that_is_said_is_over_before_anything_else_is_said(data: Data) -> None:
    timeline = timeline_of(data)
    spoken = speech_of(timeline)
    for speech, following in pairwise(spoken):
        waits = timeline.steps[speech.step].kind == "ready"
        assert speech.until_ms == NEVER_MS if waits else speech.until_ms <= following.at_ms
    pips = {cue.step: cue.at_ms for cue in reversed(timeline.cues) if cue.kind == "countdown"}
    assert all(speech.until_ms < pips.get(speech.step, NEVER_MS) for speech in spoken if speech.until_ms < NEVER_MS)
