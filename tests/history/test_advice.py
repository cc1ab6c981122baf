"""What comes next, and why: each rule, and when nothing is said."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from helpers.recorded import recorded
from helpers.sessions import performed
from helpers.workouts import curl, names, timeline_of, workout, workouts
from tempo_trainer.folders import find_folders
from tempo_trainer.history.advice import RULES, Shipped, Suggestion, suggestion
from tempo_trainer.history.records import Session
from tempo_trainer.workout.compiler import compile_timeline
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline
from tempo_trainer.workout.validation import findings
from tempo_trainer.workout.writer import workout_text

FILES = sorted(find_folders().shipped_workouts.glob("*.yaml"))
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)

CURLS = timeline_of(workout(curl(sets=3, reps=10), name="Curls"))
TOP = timeline_of(workout({"exercise": "nordic-curl", "reps": 5, "tempo": "slow"}, name="Top", level="intermediate"))
BOTTOM = timeline_of(workout({"exercise": "pelvic-bridge", "reps": 5}, name="Bottom", level="intermediate"))


def shipped() -> Sequence[Shipped]:
    found = [(file, load_timeline(file, names()).workout) for file in FILES]
    return [Shipped(file, said.name, said.level) for file, said in found]


def advice(timeline: Timeline, *sessions: Session, known: Names | None = None) -> Suggestion | None:
    """What is said after the last of the sessions."""
    return suggestion(sessions, sessions[-1], workout_text(timeline.workout), known or names(), shipped())


def twice(timeline: Timeline, missing: dict[int, int] | None = None, **said: Any) -> tuple[Session, Session]:
    return performed(timeline, 1, missing, **said), performed(timeline, 2, missing, **said)


def test_two_easy_sessions_make_it_harder() -> None:
    found = advice(CURLS, performed(CURLS, 1, effort=6, pain=0), performed(CURLS, 2, effort=4, pain=2))
    assert found == Suggestion(
        "harder",
        "Slower, bit by bit",
        "In the last two sessions all 30 reps were done; effort was 6 and 4 of 10, pain 0 and 2. "
        "Stability ball hamstring curl: from 3-1-3-1 to 4-2-4-2, set by set.",
        data={
            "format": 1,
            "name": "Curls – growing slower",
            "summary": "Made from “Curls”. Stability ball hamstring curl: from 3-1-3-1 to 4-2-4-2, set by set.",
            "blocks": [curl(sets=3, reps=10, tempo={"from": "3-1-3-1", "to": "4-2-4-2"})],
        },
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ({}, {"effort": 7}),
        ({"effort": 7}, {}),
        ({}, {"pain": 3}),
        ({"pain": 4}, {"pain": 5}),
        ({"effort": None}, {}),
        ({}, {"pain": None}),
        ({"missing": {0: 1}}, {}),
        ({}, {"missing": {0: 1}}),
        ({}, {"state": "interrupted"}),
        ({"missing": {0: 9}}, {"missing": {0: 9}, "state": "running"}),
    ],
)
def test_else_nothing_is_said(first: dict[str, Any], last: dict[str, Any]) -> None:
    assert advice(CURLS, performed(CURLS, 1, **first), performed(CURLS, 2, **last)) is None


def test_it_rests_on_what_was_really_recorded(tmp_path: Path) -> None:
    timeline = timeline_of(workout(curl(sets=2), {"exercise": "long-lever-bridge-hold", "hold": 3}, name="Real"))
    with recorded(tmp_path) as made:
        for pain in (0, 1):
            made.perform(timeline)
            made.history.rate_last(4, pain, "")
        made.history.settle()
        sessions = made.history.sessions()
        text = made.history.text_of(sessions[-1].id)
    found = suggestion(sessions, sessions[-1], text, names(), shipped())
    assert found
    assert found.reason.startswith("In the last two sessions all 4 reps and holds were done; effort was 4 and 4 of 10")


def test_one_session_is_not_enough() -> None:
    assert advice(CURLS, performed(CURLS, 1)) is None
    assert advice(CURLS, performed(CURLS, 1, {0: 9})) is None


def test_only_the_latest_session_of_a_workout_is_spoken_of() -> None:
    one, two, three = (performed(CURLS, number) for number in (1, 2, 3))
    text = workout_text(CURLS.workout)
    assert suggestion([one, two, three], two, text, names(), shipped()) is None
    assert suggestion([one, two, replace(three, workout="Another")], two, text, names(), shipped())
    assert suggestion([one, two, replace(three, state="running")], two, text, names(), shipped())


def test_what_was_just_said_counts_though_the_list_does_not_know_it_yet() -> None:
    one, two = twice(CURLS)
    sessions = [one, replace(two, effort=None, pain=None)]
    assert suggestion(sessions, two, workout_text(CURLS.workout), names(), shipped())


def test_reps_missed_twice_make_it_easier() -> None:
    found = advice(CURLS, performed(CURLS, 1, {0: 4}, effort=9), performed(CURLS, 2, {0: 6}, state="ended"))
    assert found
    assert (found.kind, found.title) == ("easier", "An easier exercise: Hamstring walkout")
    assert found.reason == (
        "Reps were missed in the last two sessions: 26 and 24 of 30 were done. "
        "Hamstring walkout instead of Stability ball hamstring curl."
    )
    assert found.data
    assert found.data["name"] == "Curls – easier"


def test_where_reps_have_no_number_no_number_is_told() -> None:
    timeline = timeline_of(workout(curl(reps="max")))
    found = advice(timeline, *twice(timeline, state="ended"))
    assert found
    assert found.reason.startswith("Reps were missed in the last two sessions: not everything was done")


@pytest.mark.parametrize("missing", [{}, {0: 9}])
def test_pain_over_five_makes_it_easier_at_once_and_sends_to_a_professional(missing: dict[int, int]) -> None:
    found = advice(CURLS, performed(CURLS, 1, missing, effort=1, pain=6))
    assert found
    assert found.title == "Ease off and see a professional"
    assert found.reason == (
        "You said pain 6 of 10. Over 5, ease off and see a doctor or a physiotherapist before you train on. "
        "When you train again, begin easier. Hamstring walkout instead of Stability ball hamstring curl."
    )
    assert found.data


def test_pain_is_told_even_where_nothing_is_easier_or_the_workout_cannot_be_read() -> None:
    bridges = timeline_of(workout({"exercise": "pelvic-bridge", "reps": 5}))
    last = performed(bridges, 1, pain=8)
    for text in (workout_text(bridges.workout), "no workout: [", ""):
        found = suggestion([last], last, text, names(), shipped())
        assert found
        assert (found.data, found.workout) == (None, None)
        assert "pain 8 of 10" in found.reason


def test_where_no_step_is_left_the_next_level_is_offered() -> None:
    found = advice(TOP, *twice(TOP))
    assert found
    assert (found.title, found.data) == ("Move on to “Hamstrings, advanced”", None)
    assert found.workout
    assert found.workout.name == "advanced.yaml"
    assert "all 5 reps" in found.reason


def test_or_the_level_below_and_of_two_the_one_with_the_name_more_alike() -> None:
    named = timeline_of(
        {**workout({"exercise": "pelvic-bridge", "reps": 5}), "name": "Hamstrings, X", "level": "intermediate"}
    )
    for timeline in (BOTTOM, named):
        found = advice(timeline, *twice(timeline, {0: 2}))
        assert found
        assert found.workout
        assert found.workout.name == "beginner.yaml"


def test_above_the_highest_and_below_the_lowest_level_there_is_nothing() -> None:
    top = timeline_of(workout({"exercise": "nordic-curl", "reps": 5, "tempo": "slow"}))
    bottom = timeline_of(workout({"exercise": "pelvic-bridge", "reps": 5}))
    assert advice(top, *twice(top)) is None
    assert advice(bottom, *twice(bottom, {0: 2})) is None


def test_a_name_of_the_past_is_not_given_again() -> None:
    before = replace(performed(CURLS, 1), workout="Curls – growing slower")
    found = advice(CURLS, before, performed(CURLS, 2), performed(CURLS, 3))
    assert found
    assert found.data
    assert found.data["name"] == "Curls – growing slower 2"


def test_a_preset_that_has_gone_leaves_nothing_to_say() -> None:
    text = workout_text(CURLS.workout).replace("reps: 10", "reps: 10\n    tempo: mine")
    assert suggestion(twice(CURLS), twice(CURLS)[1], text, names(), shipped()) is None
    known = Names(names().exercises, {**names().presets, "mine": names().presets["controlled"]})
    assert suggestion(twice(CURLS), twice(CURLS)[1], text, known, shipped())


def test_what_would_grow_beyond_a_day_is_not_offered() -> None:
    timeline = timeline_of(workout(curl(sets=99, reps=100)))
    assert timeline.duration_ms < 24 * 3_600_000
    assert advice(timeline, *twice(timeline)) is None


@pytest.mark.parametrize("said", [{}, {"pain": 9}, {"missing": {0: 2, 1: 2, 2: 2}}])
@each_file
def test_each_shipped_workout_leads_on_and_on_to_workouts_of_other_names(file: Path, said: dict[str, Any]) -> None:
    timeline, history = load_timeline(file, names()), list[Session]()
    for number in range(1, 200, 2):
        history += [performed(timeline, number, **said), performed(timeline, number + 1, **said)]
        found = advice(timeline, *history)
        if found is None or found.data is None:
            return
        made, wrong = findings(found.data, names())
        assert made
        assert not wrong
        assert made.name not in {session.workout for session in history}
        timeline = compile_timeline(made, names())
    pytest.fail("the ladder has no end")


@given(workouts())
def test_any_workout_after_any_session(data: dict[str, Any]) -> None:
    timeline = timeline_of(data)
    for said in ({}, {"pain": 6}, {"missing": {0: 1, 1: 1}}):
        found = advice(timeline, *twice(timeline, **said)) if timeline.bouts else None
        if found and found.data:
            made, wrong = findings(found.data, names())
            assert made
            assert not wrong
            assert made.name != timeline.workout.name


def test_the_rules_say_the_figures_that_they_use() -> None:
    assert "effort was 6 or less and pain 2 or less" in RULES
    assert "pain was over 5" in RULES
    assert "\\" not in RULES


def test_the_document_of_the_rules_is_current() -> None:
    document = Path(__file__).parents[2] / "docs" / "what-next.md"
    assert document.read_text() == f"# What next\n\n{RULES}"
