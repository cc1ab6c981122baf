"""The player, command by command. A rep of these plans lasts 6 s; the clock moves only when told."""

from dataclasses import replace

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.news import Changed, Followed, News, Reached, RepDone, Silenced, TempoChanged
from tempo_trainer.session.places import Place
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.session.resuming import Begun
from tempo_trainer.session.states import Event, NotNowError, State
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Timeline, TooLongError

REP_MS = 6000
SET_MS = 2 * REP_MS
COUNT_IN_MS = 3000
SLOW = Tempo(4000, 2000, 4000, 2000)

TWO_SETS = {**SQUAT, "sets": 2}


class Session:
    """A running session: a player, the clock that it asks, and all that it told."""

    def __init__(self, timeline: Timeline, clock: FakeClock) -> None:
        self.news: list[News] = []
        self.clock = clock
        self.player = Player(timeline, clock, [self.news.append])

    def go(self) -> "Session":
        self.player.go()
        self.clock.advance(PRE_ROLL_MS)
        self.player.look()
        return self

    def after(self, ms: float) -> "Session":
        """Let time pass, with a look at least each second."""
        while ms > 0:
            self.clock.advance(min(ms, 1000))
            ms -= 1000
            self.player.look()
        return self

    @property
    def at(self) -> tuple[State, int, float]:
        moment = self.player.look()
        return moment.state, moment.index, moment.position_ms

    @property
    def reps(self) -> list[tuple[int, int]]:
        return [(rep.set, rep.rep) for rep in self.player.done]

    def told(self) -> list[type[News] | State]:
        """What was told since it was last asked: kinds of news, and states."""
        told, self.news[:] = [*self.news], []
        return [news.state if isinstance(news, Changed) else type(news) for news in told]


def started(timeline: Timeline, clock: FakeClock) -> Session:
    session = Session(timeline, clock).go()
    session.told()
    return session


# Along the plan


def test_starts_after_a_quarter_of_a_second_in_which_the_sound_is_mixed(clock: FakeClock) -> None:
    session = Session(plan(SQUAT, lead_in=10), clock)
    assert session.at == (State.READY, 0, 0)
    session.player.go()
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 0, 0)
    clock.advance(1234.5)
    assert session.at == (State.RUNNING, 0, 1234.5)
    assert session.player.look().step == session.player.timeline.steps[0]


def test_without_a_lead_in_it_starts_with_the_work_and_no_count_in(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock)
    moment = session.player.look()
    assert moment.step
    assert (moment.step.phase, moment.count_in_ms, moment.begun) == ("eccentric", 0, True)


def test_a_workout_without_any_steps_is_finished_at_once(clock: FakeClock) -> None:
    session = Session(plan({"rest": 0}), clock)
    session.player.go()
    assert session.told() == [State.RUNNING, State.FINISHED, Reached]
    assert session.player.look().step is None


def test_tells_each_rep_as_it_ends_and_then_that_it_is_finished(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock)
    session.after(REP_MS - 1)
    assert session.told() == []
    session.after(1)
    assert session.told() == [RepDone]
    session.after(REP_MS)
    assert session.told() == [RepDone, State.FINISHED]
    assert session.at == (State.FINISHED, 8, SET_MS)


def test_a_rep_done_says_what_was_done(clock: FakeClock) -> None:
    session = started(plan({"exercise": "bridge", "reps": 1, "tempo": "1-0-1-0"}), clock)
    session.after(2000)
    rep = session.player.done[0]
    assert (rep.item, rep.block, rep.exercise, rep.round, rep.set, rep.side) == (0, 1, "bridge", None, 1, "left")
    assert (rep.rep, rep.reps, rep.tempo, rep.duration_ms) == (1, 1, Tempo(1000, 0, 1000, 0), 2000)
    assert rep.wall_ns == clock.wall_ns()


def test_a_window_that_stalls_loses_frames_but_no_rep(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 20, "tempo": "0.1-0-0.1-0"}), clock)
    clock.advance(4000)
    session.player.look()
    assert session.reps == [(1, rep) for rep in range(1, 21)]


def test_is_finished_by_the_clock_though_nobody_looked_at_the_end(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 1}), clock).after(4000)
    clock.advance(4000)
    assert session.at == (State.FINISHED, 4, REP_MS)
    assert session.reps == [(1, 1)]


# Pause


def test_pause_in_a_rep_counts_in_and_begins_that_rep_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(REP_MS + 2500)  # in the second rep
    session.player.pause()
    assert session.told() == [RepDone, State.PAUSED, Silenced]
    clock.advance(3_600_000)
    assert session.at == (State.PAUSED, 4, REP_MS)

    session.player.go()
    assert session.told() == [State.RUNNING, Followed]
    clock.advance(PRE_ROLL_MS)
    assert session.player.look().count_in_ms == COUNT_IN_MS
    session.after(1500)
    moment = session.player.look()
    assert (moment.seconds, moment.position_ms, moment.begun) == (2, REP_MS, False)
    session.after(1500)
    assert session.player.look().begun
    assert session.at == (State.RUNNING, 4, REP_MS)
    session.after(REP_MS)
    assert session.reps == [(1, 1), (1, 2)]


def test_the_count_in_is_as_long_as_is_set_when_it_begins(clock: FakeClock) -> None:
    seconds = [10]
    player = Player(plan(SQUAT), clock, count_in_ms=lambda: seconds[0] * 1000)
    player.go()
    counts = []
    for seconds[0] in (10, 5):
        clock.advance(PRE_ROLL_MS + 100)
        player.look()
        player.pause()
        player.go()
        clock.advance(PRE_ROLL_MS)
        moment = player.look()
        counts.append((moment.count_in_ms, moment.counted_ms))
    assert counts == [(10_000, 10_000), (5000, 5000)]
    for _ in range(5):
        assert not player.look().begun
        clock.advance(1000)
    assert player.look().begun


def test_pause_in_a_rest_goes_on_where_it_was(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 2500)
    session.player.pause()
    assert session.at == (State.PAUSED, 8, SET_MS + 2500)
    session.go()
    assert session.at == (State.RUNNING, 8, SET_MS + 2500)
    assert session.player.look().count_in_ms == 0


def test_pause_in_a_count_in_counts_in_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(2000)
    session.player.pause()
    session.go().after(1000)
    session.player.pause()
    assert session.at == (State.PAUSED, 0, 0)
    session.go()
    assert session.player.look().count_in_ms == COUNT_IN_MS


def test_pause_at_the_very_end_of_a_rep_does_not_ask_for_it_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(REP_MS)
    session.player.pause()
    assert session.reps == [(1, 1)]
    assert session.at == (State.PAUSED, 4, REP_MS)


def test_pause_when_all_is_done_raises(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 1}), clock).after(4000)
    clock.advance(2000)
    with pytest.raises(NotNowError):
        session.player.pause()
    assert session.player.state is State.FINISHED


# Next and back


def test_next_leads_from_a_set_to_its_rest(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(1000)
    session.player.next()
    assert session.told() == [Silenced, Followed]
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 8, SET_MS)
    assert session.reps == []


def test_next_leads_from_a_rest_to_its_last_three_seconds_and_then_to_the_work(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 1000)
    session.player.next()
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 8, SET_MS + 7000)
    session.player.next()
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 9, SET_MS + 10_000)
    assert session.player.look().count_in_ms == 0  # the rest's own last seconds counted


def test_next_leads_from_the_last_set_to_the_end(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    session.player.next()
    assert session.told() == [Silenced, State.FINISHED, Reached]  # the closing tune


def test_next_leads_from_one_side_to_the_switch(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "sides": "each"}), clock).after(1000)
    session.player.next()
    step = session.player.look().step
    assert step
    assert step.kind == "switch"


def test_next_while_paused_moves_but_does_not_run(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(1000)
    session.player.pause()
    session.player.next()
    session.after(20_000)
    assert session.at == (State.PAUSED, 8, SET_MS)


def test_back_restarts_the_set_with_a_count_in(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(REP_MS + 1000)
    session.player.back()
    assert session.told() == [RepDone, Silenced, Followed]
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 0, 0)
    assert session.player.look().count_in_ms == COUNT_IN_MS


def test_back_within_the_first_three_seconds_leads_to_the_set_before(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 10_000 + 2999)
    session.player.back()
    assert session.at[1:] == (0, 0)


def test_back_after_the_first_three_seconds_restarts_this_set(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 10_000 + 3000)
    session.player.back()
    assert session.at[1:] == (9, SET_MS + 10_000)


def test_back_in_a_rest_leads_to_the_set_just_done(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 1000)
    session.player.back()
    assert session.at[1:] == (0, 0)


def test_back_in_the_lead_in_begins_it_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT, lead_in=10), clock).after(4000)
    session.player.back()
    assert session.at == (State.RUNNING, 0, 0)
    assert session.player.look().count_in_ms == 0


def test_a_set_done_again_is_noted_again(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 1, "sets": 2}), clock).after(REP_MS + 1000)
    session.player.back()
    session.after(PRE_ROLL_MS + COUNT_IN_MS + REP_MS)
    assert session.reps == [(1, 1), (1, 1)]


# End set, rest, tempo


def test_end_set_notes_the_reps_really_done(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(REP_MS + 5000)
    session.player.end_set()
    clock.advance(PRE_ROLL_MS)
    assert session.at == (State.RUNNING, 8, SET_MS)
    assert session.reps == [(1, 1)]


def test_end_set_in_a_rest_raises_even_if_nobody_saw_the_rest_begin(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS - 1000)
    clock.advance(2000)
    with pytest.raises(NotNowError):
        session.player.end_set()
    assert session.at == (State.RUNNING, 8, SET_MS + 1000)


def test_as_many_reps_as_possible_last_until_the_set_is_ended(clock: FakeClock) -> None:
    session = started(plan({"exercise": "squat", "reps": "max", "tempo": "1-0-1-0"}, SQUAT), clock).after(15_000)
    session.player.end_set()
    assert session.reps == [(1, rep) for rep in range(1, 8)]
    step = session.player.look().step
    assert step
    assert step.kind == "rest"


@pytest.mark.parametrize(
    ("passed_ms", "by_ms", "length_ms"),
    [
        (1000, 15_000, 25_000),
        (1000, -15_000, 4500),  # three seconds are left, and the time to take up their sound
        (8000, -15_000, 10_000),  # less than three seconds are left: nothing to take off
        (8000, 15_000, 25_000),
        (1000, 10_000_000, 3_600_000),  # no rest is longer than an hour
    ],
)
def test_a_rest_can_be_made_longer_and_shorter(passed_ms: int, by_ms: int, length_ms: int, clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + passed_ms)
    session.told()
    session.player.change_rest(by_ms)
    moment = session.player.look()
    assert moment.step
    assert moment.step.duration_ms == length_ms
    assert moment.position_ms == SET_MS + passed_ms
    assert session.told() == [Followed]


def test_a_rest_can_be_made_longer_while_paused(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 1000)
    session.player.pause()
    session.player.change_rest(15_000)
    session.go()
    assert session.at == (State.RUNNING, 8, SET_MS + 1000)
    assert session.player.look().left_ms == 24_000


@pytest.mark.parametrize("passed_ms", [1000, SET_MS - 1])
def test_only_a_rest_has_a_length_to_change(passed_ms: int, clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(passed_ms)
    assert not session.player.allows(Event.REST)
    with pytest.raises(NotNowError):
        session.player.change_rest(15_000)


def test_another_tempo_holds_from_the_next_rep_on(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(1000)
    session.told()
    session.player.change_tempo({0: SLOW})
    assert session.told() == [Followed, TempoChanged]
    session.after(REP_MS - 1000 + 12_000)
    assert [(rep.tempo, rep.duration_ms) for rep in session.player.done] == [
        (Tempo(2000, 1000, 2000, 1000), REP_MS),
        (SLOW, 12_000),
    ]


def test_a_pace_is_a_percentage_of_the_planned_lengths(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock)
    session.player.change_tempo({}, 125)
    session.player.change_tempo({}, 80)  # of the plan, not of the 125 percent
    session.after(REP_MS + 4800)
    assert [rep.duration_ms for rep in session.player.done] == [REP_MS, 4800]


def test_a_ramp_is_taken_at_the_set_it_comes_to(clock: FakeClock) -> None:
    session = Session(plan(TWO_SETS), clock)
    session.player.change_tempo({0: Ramp(Tempo(1000, 0, 1000, 0), Tempo(3000, 0, 3000, 0))})
    session.go().after(2 * 2000 + 10_000 + 6000)
    assert [rep.duration_ms for rep in session.player.done] == [2000, 2000, 6000]


def test_a_tempo_without_pauses_has_fewer_steps_and_still_runs_to_its_end(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    session.player.change_tempo({0: Tempo(1000, 0, 1000, 0)})
    session.after(REP_MS - 1000 + 2000)
    assert session.player.state is State.FINISHED
    assert [rep.duration_ms for rep in session.player.done] == [REP_MS, 2000]


@pytest.mark.parametrize("pace", [79, 126, 0, -100])
def test_a_pace_that_is_out_of_reach_changes_nothing(pace: int, clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock)
    before = session.player.timeline
    with pytest.raises(ValueError, match="80 to 125"):
        session.player.change_tempo({}, pace)
    assert session.player.timeline is before


def test_a_change_of_tempo_too_close_to_the_next_rep_waits_for_the_one_after(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 3}), clock).after(REP_MS - 400)
    session.player.change_tempo({0: SLOW})
    session.after(400 + REP_MS + 12_000)
    assert [rep.duration_ms for rep in session.player.done] == [REP_MS, REP_MS, 12_000]


def test_a_change_of_tempo_in_a_pause_holds_for_the_rep_to_be_done_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    session.player.pause()
    session.player.change_tempo({0: SLOW})
    session.go().after(COUNT_IN_MS + 12_000)
    assert [rep.duration_ms for rep in session.player.done] == [12_000]


def test_a_change_of_tempo_leaves_holds_and_the_reps_of_other_blocks_alone(clock: FakeClock) -> None:
    timeline = plan(SQUAT, {"exercise": "squat", "hold": 20}, SQUAT)
    session = Session(timeline, clock)
    session.player.change_tempo({0: SLOW})
    bouts = session.player.timeline.bout_spans
    assert [end - start for start, end in bouts] == [24_000, 20_000, SET_MS]


# Waiting, gaps, the end


def test_waits_for_a_key_and_then_counts_in(clock: FakeClock) -> None:
    session = started(plan({**SQUAT, "reps": 1}, {"rest": "until-ready"}, SQUAT), clock).after(REP_MS)
    assert session.told() == [RepDone, State.WAITING]
    clock.advance(3_600_000)
    assert session.at == (State.WAITING, 4, REP_MS)
    session.go()
    assert session.told() == [State.RUNNING, Followed]
    assert session.at == (State.RUNNING, 5, REP_MS)
    assert session.player.look().count_in_ms == COUNT_IN_MS


def test_two_waits_in_a_row_are_two_keys(clock: FakeClock) -> None:
    session = started(plan({"rest": "until-ready"}, {"rest": "until-ready"}, SQUAT), clock)
    assert session.player.state is State.WAITING
    session.player.go()
    assert session.told() == [State.RUNNING, State.WAITING, Reached]
    session.player.go()
    assert session.told() == [State.RUNNING, Followed]


def test_skipping_to_a_wait_while_paused_waits(clock: FakeClock) -> None:
    session = started(plan(SQUAT, {"rest": "until-ready"}, SQUAT), clock).after(1000)
    session.player.pause()
    session.player.next()
    assert session.player.state is State.WAITING
    session.player.back()
    assert session.at == (State.RUNNING, 0, 0)


@pytest.mark.parametrize("suspended", [True, False], ids=["suspend: wall clock only", "stall: both clocks"])
def test_a_gap_pauses_at_the_position_before_it(suspended: bool, clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 4000)
    session.told()
    (clock.sleep if suspended else clock.advance)(5001)
    assert session.at == (State.PAUSED, 8, SET_MS + 4000)
    assert session.told() == [State.PAUSED, Silenced]


def test_a_gap_in_a_rep_asks_for_that_rep_again(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(REP_MS + 2000)
    clock.advance(600_000)
    assert session.at == (State.PAUSED, 4, REP_MS)
    assert session.reps == [(1, 1)]


@pytest.mark.parametrize("suspended", [True, False])
def test_five_seconds_are_no_gap_yet(suspended: bool, clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock)
    (clock.sleep if suspended else clock.advance)(5000)
    assert session.player.look().state is State.RUNNING


def test_a_wall_clock_set_back_is_no_gap_and_no_time(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    clock.sleep(-3_600_000)
    assert session.at == (State.RUNNING, 0, 1000)


def test_a_key_pressed_right_after_a_gap_finds_the_session_paused(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    clock.sleep(600_000)
    with pytest.raises(NotNowError):
        session.player.pause()
    assert session.at == (State.PAUSED, 0, 0)


def test_stop_ends_the_session_where_it_is(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(REP_MS + 1000)
    session.player.stop()
    assert session.told() == [RepDone, State.STOPPED, Silenced]
    session.after(20_000)
    assert session.player.look().state is State.STOPPED
    assert session.reps == [(1, 1)]


# What the sound is told


def test_a_stretch_runs_to_the_next_wait(clock: FakeClock) -> None:
    session = Session(plan(SQUAT, {"rest": "until-ready"}, SQUAT), clock)
    session.player.go()
    stretch = next(news.stretch for news in session.news if isinstance(news, Followed))
    assert (stretch.begin, stretch.stop, stretch.end_ms) == (Place(0, 0), 8, SET_MS)
    assert stretch.position_ms(clock.now_ns()) == -PRE_ROLL_MS
    assert stretch.sound_from_ms == stretch.start_ms == 0


def test_the_sound_of_a_new_tempo_is_taken_up_where_the_first_new_rep_begins(clock: FakeClock) -> None:
    session = started(plan(SQUAT), clock).after(1000)
    session.player.change_tempo({0: SLOW})
    stretch = next(news.stretch for news in session.news if isinstance(news, Followed))
    assert stretch.sound_from_ms == REP_MS
    assert stretch.position_ms(clock.now_ns()) == 1000  # same run, same clock


def test_the_sound_of_a_changed_rest_is_taken_up_at_once_but_not_too_soon_to_be_mixed(clock: FakeClock) -> None:
    session = started(plan(TWO_SETS), clock).after(SET_MS + 1000)
    session.told()
    session.player.change_rest(15_000)
    stretch = next(news.stretch for news in session.news if isinstance(news, Followed))
    assert SET_MS + 1000 < stretch.sound_from_ms <= SET_MS + 1500


# Going on with a session that was broken off


def broken_off(timeline: Timeline, clock: FakeClock, begun: Begun) -> Session:
    session = Session(timeline, clock)
    session.player = Player(timeline, clock, [session.news.append], begun=begun)
    return session


def in_the_second_set(timeline: Timeline) -> Begun:
    """Both reps of the first set were done, and it took 40 s with a pause."""
    done = [RepDone.of(timeline, timeline.rep_of(index), 5) for index in (0, 4)]
    return Begun(Place(9, SET_MS + 10_000), done, 40_000)


def test_goes_on_paused_at_its_place_with_a_count_in_and_that_rep_from_its_start(clock: FakeClock) -> None:
    timeline = plan(TWO_SETS)
    session = broken_off(timeline, clock, in_the_second_set(timeline))
    clock.advance(3_600_000)
    assert session.at == (State.PAUSED, 9, SET_MS + 10_000)
    assert session.player.look().reps_done == 2
    session.player.go()
    assert session.told() == [State.RUNNING, Followed]
    clock.advance(PRE_ROLL_MS)
    assert session.player.look().count_in_ms == COUNT_IN_MS
    session.after(COUNT_IN_MS + REP_MS)
    assert session.reps == [(1, 1), (1, 2), (2, 1)]


def test_what_was_done_before_belongs_to_the_summary(clock: FakeClock) -> None:
    timeline = plan(TWO_SETS)
    session = broken_off(timeline, clock, in_the_second_set(timeline)).go().after(COUNT_IN_MS + SET_MS)
    summary = session.player.look().summary
    assert summary
    assert (session.player.state, summary.lines[0].done, summary.tension_ms) == (State.FINISHED, 4, 2 * SET_MS)
    assert summary.lasted_ms == 40_000 + PRE_ROLL_MS + COUNT_IN_MS + SET_MS


def test_broken_off_and_then_ended_it_lasted_as_long_as_before(clock: FakeClock) -> None:
    timeline = plan(TWO_SETS)
    session = broken_off(timeline, clock, in_the_second_set(timeline))
    clock.advance(3_600_000)
    session.player.stop()
    summary = session.player.look().summary
    assert summary
    assert (summary.lasted_ms, summary.lines[0].done) == (40_000, 2)


def test_goes_on_at_the_tempo_that_was_chosen(clock: FakeClock) -> None:
    timeline = plan(TWO_SETS)
    begun = replace(in_the_second_set(timeline), tempos={0: SLOW}, pace=110)
    session = broken_off(timeline, clock, begun).go().after(COUNT_IN_MS + 13_200)
    assert (session.player.tempos, session.player.pace) == ({0: SLOW}, 110)
    assert [rep.duration_ms for rep in session.player.done] == [REP_MS, REP_MS, 13_200]


def test_a_set_from_before_the_break_is_done_again_at_the_tempo_that_was_chosen(clock: FakeClock) -> None:
    timeline = plan(TWO_SETS)
    session = broken_off(timeline, clock, replace(in_the_second_set(timeline), tempos={0: SLOW}))
    session.player.back()
    assert session.at == (State.PAUSED, 0, 0)
    session.go().after(COUNT_IN_MS + 12_000)
    assert session.player.done[-1].tempo == SLOW


def test_a_session_that_would_grow_too_long_at_its_tempo_is_not_begun(clock: FakeClock) -> None:
    timeline = plan({**SQUAT, "sets": 99, "reps": 99, "tempo": "2-1-2-3"})
    with pytest.raises(TooLongError):
        broken_off(timeline, clock, Begun(Place(0, 0), pace=125))


def test_tells_the_tempos_that_the_runner_wants(clock: FakeClock) -> None:
    session = Session(plan(TWO_SETS), clock)
    session.player.change_tempo({0: SLOW}, 90)
    assert session.news == [TempoChanged({0: SLOW}, 90)]
