"""What is said of a session that was broken off."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from helpers.plans import SQUAT, plan
from tempo_trainer.history.offer import offer_of, offer_to_keep, when_in_words, where_in_words
from tempo_trainer.history.records import PerformedSet, Planned, Session
from tempo_trainer.history.unfinished import ALL_DONE
from tempo_trainer.session.places import start_of
from tempo_trainer.workout.timeline import Timeline

BRIDGE = {"exercise": "bridge", "reps": 2, "sets": 2, "tempo": "2-1-2-1"}
CIRCUIT = {"circuit": "Round", "rounds": 3, "blocks": [SQUAT]}
SETS_IN_CIRCUIT = {"circuit": "Round", "rounds": 3, "blocks": [{**SQUAT, "sets": 2}]}
THEN = datetime(2026, 11, 22, 18, 5, tzinfo=timezone(timedelta(hours=1)))
SESSION = Session(
    7, "Small", THEN, None, 40_000, "interrupted", None, None, "",
    (Planned(0, "squat", "Squat", "both", 4),),
    (PerformedSet(0, "squat", "Squat", 1, "both", 2, 2, "2-1-2-1", 12_000, None, THEN),),
)  # fmt: skip


def where(timeline: Timeline, number: int) -> str:
    """The words for a rep, counted through the plan."""
    reps = [index for index in range(len(timeline.steps)) if timeline.begins_rep(index)]
    step = timeline.steps[reps[number]]
    return where_in_words(step, timeline.bouts[step.bout or 0])


@pytest.mark.parametrize(
    ("timeline", "number", "words"),
    [
        (plan(BRIDGE), 0, "Set 1 of 2, left, rep 1 of 2"),
        (plan(BRIDGE), 7, "Set 2 of 2, right, rep 2 of 2"),
        (plan(SQUAT), 1, "Set 1 of 1, rep 2 of 2"),
        (plan({**SQUAT, "reps": "max"}), 30, "Set 1 of 1, rep 31"),
        (plan({"exercise": "bridge", "hold": 90}), 1, "Set 1 of 1, right, a hold of 1 min 30 s"),
        (plan(CIRCUIT), 2, "Round 2 of 3, rep 1 of 2"),
        (plan(SETS_IN_CIRCUIT), 6, "Round 2 of 3, set 2 of 2, rep 1 of 2"),
    ],
)
def test_says_which_rep_of_which_set(timeline: Timeline, number: int, words: str) -> None:
    assert where(timeline, number) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today at 18:05"),
        (1, "yesterday at 18:05"),
        (2, "on Sunday at 18:05"),
        (6, "on Sunday at 18:05"),
        (7, "on 22 November at 18:05"),
        (50, "on 22 November 2026 at 18:05"),
        (-2, "on 22 November at 18:05"),  # the clock was set back since
    ],
)
def test_says_when_as_people_do(days: int, words: str) -> None:
    assert when_in_words(THEN, THEN.replace(hour=0, minute=1) + timedelta(days)) == words


def test_a_single_figure_is_enough_for_an_hour_but_not_for_a_minute() -> None:
    assert when_in_words(THEN.replace(hour=9), THEN) == "today at 9:05"


def test_an_offer_to_go_on_says_with_what() -> None:
    timeline = plan({**SQUAT, "sets": 2, "load": "10 kg"})
    offer = offer_of(SESSION, THEN, timeline, start_of(timeline, 9))
    assert offer.can_go_on
    assert (offer.name, offer.when) == ("Small", "today at 18:05")
    assert (offer.exercise, offer.where, offer.load) == ("Squat", "Set 2 of 2, rep 1 of 2", "10 kg")
    assert offer.summary == SESSION.summary


def test_an_offer_to_keep_says_why_there_is_no_other() -> None:
    offer = offer_to_keep(SESSION, datetime(2026, 11, 23, tzinfo=UTC), ALL_DONE)
    assert not offer.can_go_on
    assert (offer.when, offer.exercise, offer.problem) == ("yesterday at 18:05", "", ALL_DONE)
