"""What is shown of an instant: the figures of a moment, and the words of its face."""

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.face import Face, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.states import State
from tempo_trainer.workout.timeline import Timeline

SET_MS = 12_000
BRIDGE = {"exercise": "bridge", "reps": 2, "tempo": "2-1-2-1"}


def moment(timeline: Timeline, at_ms: float, state: State = State.RUNNING, count_in_ms: float = 0) -> Moment:
    index = timeline.step_at(at_ms, 0, len(timeline.steps)) if at_ms < timeline.duration_ms else len(timeline.steps)
    return Moment(state, timeline, index, at_ms, count_in_ms, reps_done=1, begun=not count_in_ms)


def face(timeline: Timeline, at_ms: float, state: State = State.RUNNING, count_in_ms: float = 0) -> Face:
    return face_of(moment(timeline, at_ms, state, count_in_ms))


@pytest.mark.parametrize(("at_ms", "seconds"), [(0, 2), (999, 2), (1000, 1), (1999.9, 1), (2000, 1), (3000, 2)])
def test_counts_the_begun_seconds_of_the_step_down(at_ms: float, seconds: int) -> None:
    assert moment(plan(SQUAT), at_ms).seconds == seconds


def test_in_a_count_in_nothing_of_the_step_is_done_yet() -> None:
    counting = moment(plan(SQUAT), 0, count_in_ms=2500)
    assert (counting.seconds, counting.left_ms, counting.done_part) == (3, 2500, 0)


@pytest.mark.parametrize("block", [SQUAT, BRIDGE], ids=["eccentric first", "concentric first"])
def test_the_movement_goes_out_stays_out_comes_back_and_stays_back(block: dict[str, object]) -> None:
    timeline = plan(block)
    course = [moment(timeline, at_ms).movement for at_ms in (0, 1000, 2000, 2500, 3000, 4000, 5000, 5500, 6000)]
    assert course == [0, 0.5, 1, 1, 1, 0.5, 0, 0, 0]


def test_knows_the_work_that_comes_next() -> None:
    timeline = plan({**SQUAT, "sets": 2}, lead_in=10)
    in_lead_in, in_set_1, in_rest, in_set_2 = (
        moment(timeline, at_ms).next_bout for at_ms in (0, 10_000, 25_000, 40_000)
    )
    assert [bout and bout.set for bout in (in_lead_in, in_set_1, in_rest, in_set_2)] == [1, 2, 2, None]


def test_after_the_end_there_is_no_step() -> None:
    done = moment(plan(SQUAT), SET_MS, State.FINISHED)
    assert (done.step, done.bout, done.next_bout) == (None, None, None)
    assert (done.left_ms, done.seconds, done.session_left_ms, done.movement) == (0, 0, 0, 0)


def test_a_phase_is_shown_by_its_word_its_seconds_and_what_follows() -> None:
    shown = face(plan({**SQUAT, "sets": 2}), 500)
    assert (shown.role, shown.headline, shown.count, shown.after) == ("eccentric", "Lower", "2", "Then: hold 1 s")
    assert (shown.exercise, shown.side, shown.set_text, shown.rep_text) == ("Squat", "", "Set 1/2", "Rep 1/2")
    assert shown.session_left == "0:34 left"
    assert not shown.advice


def test_the_side_at_work_is_named() -> None:
    timeline = plan({**SQUAT, "sides": "alternate"})
    assert [face(timeline, at_ms).side for at_ms in (0, 6000)] == ["Left", "Right"]


def test_before_the_last_step_of_a_set_the_break_is_announced() -> None:
    assert face(plan({**SQUAT, "sets": 2}), SET_MS - 500).after == "Then: rest 10 s"


def test_a_switch_names_the_side_that_comes() -> None:
    shown = face(plan({**SQUAT, "sides": "each"}), SET_MS + 1000)
    assert (shown.headline, shown.role, shown.side, shown.count) == ("Switch", "switch", "Right", "3")


def test_the_last_step_tells_that_it_is_the_last() -> None:
    assert face(plan(SQUAT), SET_MS - 500).after == "Then: finished"


def test_a_rest_tells_load_note_cue_and_mistake_of_the_next_set() -> None:
    timeline = plan({**SQUAT, "sets": 2, "load": "10 kg", "note": "Slow."})
    shown = face(timeline, SET_MS + 1000)
    assert (shown.role, shown.headline, shown.count, shown.set_text) == ("rest", "Rest", "9", "Set 2/2")
    assert list(shown.advice) == ["Load: 10 kg", "Slow.", "Knees out.", "Avoid: heels leave the floor."]


def test_a_break_with_words_of_its_own_says_them_first() -> None:
    shown = face(plan(SQUAT, {"rest": 20, "say": "Fetch the ball."}, SQUAT), SET_MS + 1000)
    assert shown.advice[0] == "Fetch the ball."


def test_a_long_rest_counts_in_minutes() -> None:
    assert face(plan(SQUAT, {"rest": 120}, SQUAT), SET_MS).count == "2:00"


def test_a_hold_says_its_length() -> None:
    shown = face(plan({"exercise": "squat", "hold": 90}), 0)
    assert (shown.role, shown.headline, shown.rep_text, shown.count) == ("hold", "Hold", "Hold 1 min 30 s", "90")


def test_as_many_reps_as_possible_are_counted_without_a_goal() -> None:
    timeline = plan({"exercise": "squat", "reps": "max", "tempo": "2-1-2-1"}, lead_in=10)
    assert [face(timeline, at_ms).rep_text for at_ms in (0, 16_000)] == ["Max reps", "Rep 2"]


@pytest.mark.parametrize(
    ("state", "role", "headline", "after"),
    [
        (State.READY, "ready", "Ready", "Space starts"),
        (State.PAUSED, "paused", "Paused", "Space goes on"),
    ],
)
def test_a_session_that_does_not_run_says_which_key_goes_on(state: State, role: str, headline: str, after: str) -> None:
    shown = face(plan(SQUAT), 0, state)
    assert (shown.role, shown.headline, shown.after) == (role, headline, after)


def test_a_wait_shows_no_seconds() -> None:
    shown = face_of(Moment(State.WAITING, plan({"rest": "until-ready"}, SQUAT), 0, 0))
    assert (shown.role, shown.headline, shown.count, shown.after) == ("ready", "Ready?", "", "Space when you are ready")


def test_a_count_in_says_get_ready() -> None:
    shown = face(plan(SQUAT), 0, count_in_ms=3000)
    assert (shown.role, shown.headline, shown.count) == ("lead_in", "Get ready", "3")


@pytest.mark.parametrize(
    ("state", "role", "headline"),
    [(State.FINISHED, "done", "Done"), (State.STOPPED, "ended", "Ended")],
    ids=["finished", "stopped"],
)
def test_the_end_counts_the_reps_done_of_those_planned(state: State, role: str, headline: str) -> None:
    shown = face(plan({**SQUAT, "sides": "each"}), 28_000, state)
    assert (shown.role, shown.headline, shown.set_text, shown.count) == (role, headline, "1 of 4 reps", "")


def test_the_end_of_an_open_workout_names_no_goal() -> None:
    shown = face(plan({"exercise": "squat", "reps": "max", "tempo": "2-1-2-1"}), 600_000, State.STOPPED)
    assert shown.set_text == "1 rep"


def test_every_moment_of_a_session_has_a_face(clock: FakeClock) -> None:
    timeline = plan(
        SQUAT, {"rest": "until-ready"}, {"exercise": "bridge", "hold": 25}, {"rest": 30}, {**SQUAT, "sets": 2}
    )
    player = Player(timeline, clock)
    faces = {face_of(player.look()).headline}
    player.go()
    clock.advance(PRE_ROLL_MS)
    while (now := player.look()).state is not State.FINISHED:
        faces.add(face_of(now).headline)
        if now.state is State.WAITING:
            player.go()
        clock.advance(900)
    assert faces == {"Ready", "Lower", "Hold", "Lift", "Ready?", "Get ready", "Switch", "Rest"}
