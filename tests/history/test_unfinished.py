"""Going on with a session after a crash: the same record, from the first rep that is not on the disk."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from helpers.clock import FakeClock
from helpers.plans import NAMES, SQUAT, plan
from helpers.recorded import Recorded, recorded
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.unfinished import Unfinished, begun_of, looked_into, newest_unfinished, plan_of
from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.states import Event, State
from tempo_trainer.workout.loader import timeline_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.problems import ProblemsError
from tempo_trainer.workout.tempo import Tempo

REP_MS = 6000
COUNT_IN_MS = 3000
TWO_SETS = {**SQUAT, "sets": 2, "reps": 3}  # a set of 18 s, a rest of 10 s
BRIDGE = {"exercise": "bridge", "reps": 2, "tempo": "2-1-2-1"}
SLOW = Tempo(4000, 2000, 4000, 2000)


class SetBack(FakeClock):
    """Eight hours behind the others."""

    def wall_ns(self) -> int:
        return super().wall_ns() - 8 * 3_600_000 * NS_PER_MS


def left(home: Path) -> Unfinished:
    found = newest_unfinished(home / "history.sqlite3")
    assert found is not None
    return found


def gone_on_with(done: Recorded, unfinished: Unfinished, names: Names = NAMES) -> Player:
    """Its player, paused where it goes on."""
    timeline = plan_of(unfinished, names)
    begun = begun_of(unfinished, timeline)
    assert begun is not None
    listener = done.history.record(timeline, names, unfinished.session)
    return Player(timeline, done.clock, [listener], begun=begun)


def to_the_end(done: Recorded, player: Player) -> None:
    player.go()
    done.clock.advance(PRE_ROLL_MS)
    done.after(player, COUNT_IN_MS + 200_000)
    assert player.state is State.FINISHED
    done.history.settle()


def test_it_goes_on_in_the_same_record_with_the_rep_that_was_running(tmp_path: Path) -> None:
    clock = FakeClock()
    with recorded(tmp_path, clock) as done:
        done.after(done.begin(plan(TWO_SETS, BRIDGE)), 18_000 + 10_000 + 1.5 * REP_MS)
    clock.advance(3_600_000)
    with recorded(tmp_path, clock) as done:
        player = gone_on_with(done, left(tmp_path))
        moment = player.look()
        assert moment.step is not None
        assert (moment.state, moment.step.set, moment.step.rep, moment.reps_done) == (State.PAUSED, 2, 2, 4)
        to_the_end(done, player)
    (session,) = read_sessions(done.path)
    assert session.state == "finished"
    assert [str(line) for line in session.summary.lines] == ["✓ 6 of 6", "✓ 2 of 2", "✓ 2 of 2"]
    assert [s.tension_ms for s in session.sets] == [18_000, 18_000, 12_000, 12_000]
    first_ms = 18_000 + 10_000 + REP_MS + PRE_ROLL_MS  # up to the last sign of life
    second_ms = PRE_ROLL_MS + COUNT_IN_MS + 2 * REP_MS + 10_000 + 12_000 + 4000 + 12_000
    assert session.lasted_ms == first_ms + second_ms
    assert session.ended_at is not None
    assert session.ended_at - session.started_at > timedelta(hours=1)


def test_it_can_be_broken_off_again_and_again(tmp_path: Path) -> None:
    clock = FakeClock()
    with recorded(tmp_path, clock) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    for reps in range(2, 6):
        with recorded(tmp_path, clock) as done:
            player = gone_on_with(done, left(tmp_path))
            player.go()
            clock.advance(PRE_ROLL_MS)
            done.after(player, COUNT_IN_MS + REP_MS)
        assert len(left(tmp_path).reps) == reps
    with recorded(tmp_path, clock) as done:
        to_the_end(done, gone_on_with(done, left(tmp_path)))
    (session,) = read_sessions(done.path)
    assert [s.done_reps for s in session.sets] == [3, 3]


def test_in_a_rest_it_goes_on_with_the_set_after_it(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), 18_000 + 4_000)
    with recorded(tmp_path) as done:
        step = gone_on_with(done, left(tmp_path)).look().step
        assert step is not None
        assert (step.kind, step.set, step.rep) == ("phase", 2, 1)


def test_what_was_skipped_is_not_gone_back_to(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan(TWO_SETS, BRIDGE)), REP_MS)
        player.end_set()
        player.next()
        player.next()  # in the second set
        done.after(player, COUNT_IN_MS + 1000)
        player.end_set()
        done.history.settle()
    with recorded(tmp_path) as done:
        step = gone_on_with(done, left(tmp_path)).look().step
        assert step is not None
        assert (step.exercise, step.side, step.rep) == ("bridge", "left", 1)


def test_a_set_begun_again_goes_on_in_its_second_round(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan(TWO_SETS)), 2.5 * REP_MS)
        player.back()
        done.after(player, PRE_ROLL_MS + COUNT_IN_MS + REP_MS)
    unfinished = left(tmp_path)
    assert (len(unfinished.reps), unfinished.reps_since) == (3, 1)
    with recorded(tmp_path) as done:
        step = gone_on_with(done, unfinished).look().step
        assert step is not None
        assert (step.set, step.rep) == (1, 2)


def test_the_tempo_that_the_runner_chose_is_gone_on_with(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.begin(plan(TWO_SETS))
        player.change_tempo({0: SLOW}, 90)
        done.after(player, REP_MS + 1000)
    unfinished = left(tmp_path)
    assert (unfinished.tempos, unfinished.pace) == ({0: SLOW}, 90)
    with recorded(tmp_path) as done:
        player = gone_on_with(done, unfinished)
        step = player.look().step
        assert step is not None
        assert (step.rep, step.duration_ms) == (2, 3600)


def test_a_tempo_that_was_chosen_before_the_start_is_gone_on_with(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        timeline = plan(TWO_SETS)
        player = Player(timeline, done.clock, [done.history.record(timeline, NAMES)])
        player.change_tempo({0: SLOW}, 90)
        player.go()
        done.after(player, 20_000)
    unfinished = left(tmp_path)
    assert (unfinished.tempos, unfinished.pace) == ({0: SLOW}, 90)


def test_the_presets_are_those_of_then(tmp_path: Path, names: Names) -> None:
    text = "format: 1\nname: A\nblocks:\n  - {exercise: romanian-deadlift, reps: 3, tempo: mine}\n"
    then = Names(names.exercises, {**names.presets, "mine": SLOW})
    timeline = timeline_of(text, "a.yaml", then)
    with recorded(tmp_path) as done:
        player = Player(timeline, done.clock, [done.history.record(timeline, then)])
        player.go()
        done.after(player, 30_000)
        done.history.settle()
    unfinished = left(tmp_path)
    assert unfinished.text == text
    assert plan_of(unfinished, names).bouts[0].tempo == SLOW


def test_a_workout_that_does_not_compile_any_more_says_so(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with pytest.raises(ProblemsError, match="unknown exercise `squat`"):
        plan_of(left(tmp_path), Names())


def test_a_workout_that_grows_too_long_at_the_tempo_that_was_chosen_says_so(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.begin(plan({**SQUAT, "reps": 420, "tempo": "50-50-50-50"}))  # 23 h 20 min
    quicker_before = replace(left(tmp_path), pace=120)  # it had room then for what comes now
    broken = looked_into(quicker_before, NAMES)
    assert broken.begun is None
    assert "longer than 24 h" in broken.problem


def test_it_ends_after_its_start_though_the_clock_was_set_back_before_it_was_gone_on_with(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    earlier = SetBack()
    with recorded(tmp_path, earlier) as done:
        to_the_end(done, gone_on_with(done, left(tmp_path)))
    (session,) = read_sessions(done.path)
    assert session.ended_at == session.started_at + timedelta(milliseconds=session.lasted_ms)


def test_no_keeps_what_was_done_as_ended_early(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with recorded(tmp_path) as done:
        unfinished = done.history.unfinished()
        assert unfinished is not None
        done.history.keep(unfinished.session.id)
        done.history.settle()
        assert done.history.unfinished() is None
    (session,) = read_sessions(done.path)
    assert (session.state, session.sets[0].done_reps) == ("ended", 1)


def test_who_goes_on_with_it_but_ends_it_at_once_has_ended_it_and_says_how_it_was(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with recorded(tmp_path) as done, recorded(tmp_path) as second:
        done.perform(plan(SQUAT, name="Another"))
        done.history.rate_last(2, 0, "easy")
        older = done.history.unfinished_of(1)
        assert older is not None
        gone_on_with(done, older).stop()
        done.history.rate_last(9, 1, "hard")
        done.history.settle()
        assert not second.history.is_busy_elsewhere()
    said = [(s.workout, s.state, s.effort, s.note) for s in read_sessions(done.path)]
    assert said == [("Test", "ended", 9, "hard"), ("Another", "finished", 2, "easy")]


def test_only_the_newest_is_offered_and_none_that_came_to_its_end(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with recorded(tmp_path) as done:
        done.begin(plan(SQUAT, name="Another")).attempt(Event.STOP)
        done.history.settle()
        assert done.history.unfinished() is None
        older = done.history.unfinished_of(1)
        assert older is not None
        assert older.session.workout == "Test"
        assert done.history.unfinished_of(2) is None


def test_an_older_one_that_is_gone_on_with_is_known_as_running_and_offered_again(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT, name="Newer"))
        older = done.history.unfinished_of(1)
        assert older is not None
        gone_on_with(done, older).go()
        done.history.settle()
        assert [session.state for session in read_sessions(done.path)] == ["running", "finished"]
    assert left(tmp_path).session.workout == "Test"


def test_one_that_was_ended_in_another_window_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    offered = left(tmp_path)
    with recorded(tmp_path) as done:
        to_the_end(done, gone_on_with(done, left(tmp_path)))
        to_the_end(done, gone_on_with(done, offered))
    first, second = read_sessions(done.path)
    assert [s.done_reps for s in first.sets] == [3, 3]
    assert sum(s.tension_ms for s in first.sets) == 6 * REP_MS
    assert sum(s.tension_ms for s in second.sets) == 5 * REP_MS
    assert second.lasted_ms == PRE_ROLL_MS + COUNT_IN_MS + 5 * REP_MS + 10_000


def test_one_that_was_taken_out_is_back_when_it_is_gone_on_with(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.after(done.begin(plan(TWO_SETS)), REP_MS)
    with recorded(tmp_path) as done:
        offered = left(tmp_path)
        done.history.delete(offered.session.id)
        to_the_end(done, gone_on_with(done, offered))
    assert [session.state for session in read_sessions(done.path)] == ["finished"]


def test_a_session_that_runs_in_another_window_is_left_alone(tmp_path: Path) -> None:
    with recorded(tmp_path) as first:
        player = first.after(first.begin(plan({**SQUAT, "reps": 9})), REP_MS)
        with recorded(tmp_path) as second:
            assert second.history.is_busy_elsewhere()
            assert second.history.unfinished() is None
            second.begin(plan(SQUAT, name="Second"))
            second.history.settle()
            assert second.told == [
                ("recording", "A session is running in another window of Tempo Trainer, so this one is not recorded.")
            ]
        first.after(player, REP_MS)
        first.history.settle()
        (session,) = read_sessions(first.path)
        assert (session.workout, session.state, session.sets[0].done_reps) == ("Test", "running", 2)
        player.stop()
        first.history.settle()
        with recorded(tmp_path) as third:
            assert not third.history.is_busy_elsewhere()
            third.perform(plan(SQUAT, name="Third"))
    assert [s.workout for s in read_sessions(first.path)] == ["Test", "Third"]


def test_a_session_may_begin_while_the_end_of_the_last_one_is_being_written(tmp_path: Path) -> None:
    with recorded(tmp_path) as first, recorded(tmp_path) as second:
        for _ in range(20):
            first.begin(plan(SQUAT)).stop()
            player = first.begin(plan(SQUAT, name="Next"))
            first.history.settle()
            assert second.history.is_busy_elsewhere()
            player.stop()
        first.history.settle()
        assert not second.history.is_busy_elsewhere()


def test_what_was_skipped_while_it_was_paused_is_not_gone_back_to(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        player = done.after(done.begin(plan(TWO_SETS, BRIDGE)), 1.5 * REP_MS)
        player.pause()
        for _ in range(3):  # to the rest, to its last seconds, to the second set
            player.next()
        done.history.settle()
    unfinished = left(tmp_path)
    assert (len(unfinished.reps), unfinished.reps_since) == (1, 0)
    with recorded(tmp_path) as done:
        step = gone_on_with(done, unfinished).look().step
        assert step is not None
        assert (step.set, step.rep) == (2, 1)


def test_what_was_taken_out_can_be_brought_back_until_the_program_ends(tmp_path: Path) -> None:
    with recorded(tmp_path) as done:
        done.perform(plan(SQUAT, name="One"))
        done.perform(plan(SQUAT, name="Two"))
        done.history.delete(1)
        done.history.delete(2)
        done.history.settle()
        assert read_sessions(done.path) == ()
        done.history.undelete(2)
        done.history.settle()
        assert [s.workout for s in read_sessions(done.path)] == ["Two"]
    with recorded(tmp_path) as done:
        done.history.undelete(1)
        done.history.settle()
        assert [s.id for s in read_sessions(done.path)] == [2]
        done.perform(plan(SQUAT, name="Three"))
    assert [s.id for s in read_sessions(done.path)] == [2, 3]  # a number is never used again
