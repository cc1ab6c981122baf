"""Hypothesis drives the player with random commands and clock jumps, on random plans; after each the invariants hold.

What was performed is computed here a second time, by brute force and without asking the player: from the stretches
it told, the clock at each look, and the plan.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from helpers.clock import FakeClock
from helpers.plans import plans
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.news import Changed, Followed, News, RepDone, Silenced
from tempo_trainer.session.player import COUNT_IN_MS, PRE_ROLL_MS, SOUND_CHANGE_MS, Player
from tempo_trainer.session.resuming import Begun, Spot, place_after
from tempo_trainer.session.states import TRANSITIONS, Event, NotNowError, State
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.workout.exercise import Side
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.timeline import Timeline

GAP_NS = 5_000_000_000

PACES = st.integers(80, 125)
TEMPOS = st.dictionaries(
    st.integers(0, 2), st.builds(Tempo, *[st.integers(0, 1500)] * 2, st.integers(1, 1500), st.integers(0, 900))
)

Rep = tuple[int, int | None, int, Side, int]
"""What names a rep, whatever its tempo: exercise block, round, set, side, number."""


@dataclass(frozen=True)
class Planned:
    """A rep as a timeline has it."""

    name: Rep
    start_ms: int
    end_ms: int
    last_step: int


def reps_of(timeline: Timeline) -> list[Planned]:
    """All reps and holds of a plan, in order."""
    reps = []
    work = [(index, step) for index, step in enumerate(timeline.steps) if step.bout is not None]
    for (number, rep, side), group in groupby(work, lambda item: (item[1].bout, item[1].rep, item[1].side)):
        steps = list(group)
        bout = timeline.bouts[number or 0]
        name: Rep = (bout.item, bout.round, bout.set, side or "both", rep or 1)
        reps.append(Planned(name, steps[0][1].start_ms, steps[-1][1].end_ms, steps[-1][0]))
    return reps


def name_of(done: RepDone) -> Rep:
    return (done.item, done.round, done.set, done.side, done.rep)


@dataclass
class Ledger:
    """What was performed, by brute force: each run along a stretch, from when to when the program was awake on it."""

    performed: list[tuple[Rep, int]] = field(default_factory=list)
    stretch: Stretch | None = None
    reps: list[Planned] = field(default_factory=list)
    upto_ms: float = 0

    def awake_at(self, now_ns: int) -> None:
        """The program looks, and has not been asleep since it looked last."""
        if self.stretch is None:
            return
        now_ms = min(self.stretch.position_ms(now_ns), self.stretch.end_ms)
        self.performed += [
            (rep.name, rep.end_ms - rep.start_ms)
            for rep in self.reps
            if rep.start_ms >= self.stretch.begin.at_ms
            and self.upto_ms < rep.end_ms <= now_ms
            and rep.last_step < self.stretch.stop
        ]
        self.upto_ms = now_ms

    def hear(self, news: News) -> None:
        if isinstance(news, Followed):
            if self.stretch is None:
                self.upto_ms = news.stretch.start_ms
            self.stretch, self.reps = news.stretch, reps_of(news.stretch.timeline)
        elif isinstance(news, Silenced) or (isinstance(news, Changed) and news.state is not State.RUNNING):
            self.stretch = None


class PlayerMachine(RuleBasedStateMachine):
    """Every rule lets some time pass, or sends a command."""

    @initialize(
        timeline=plans(),
        at_once=st.sampled_from([True, True, True, False]),
        broken_off=st.none() | st.integers(0, 12),
        tempo=TEMPOS,
        pace=PACES,
    )
    def open(
        self, timeline: Timeline, *, at_once: bool, broken_off: int | None, tempo: dict[int, Tempo], pace: int
    ) -> None:
        self.clock = FakeClock()
        self.news: list[News] = []
        self.ledger = Ledger()
        self.interrupted: Rep | None = None
        self.before: list[RepDone] = []
        reps = reps_of(timeline)
        if broken_off is None or not reps:
            self.player = Player(timeline, self.clock, [self.hear])
            self.state = State.READY
        else:
            self.go_on_with(timeline, broken_off % len(reps), tempo, pace)
        self.seen_at = (self.clock.now_ns(), self.clock.wall_ns())
        self.shown = self.player.look()
        if at_once:
            self.go()

    def go_on_with(self, timeline: Timeline, broken_off: int, tempos: dict[int, Tempo], pace: int) -> None:
        """A session that was broken off in one of its reps; those before were done."""
        reps = reps_of(timeline)
        self.before = [RepDone.of(timeline, timeline.rep_of(rep.last_step), 0) for rep in reps[:broken_off]]
        self.ledger.performed = [(rep.name, rep.end_ms - rep.start_ms) for rep in reps[:broken_off]]
        self.interrupted = reps[broken_off].name
        place = place_after(timeline, Spot._make(reps[0].name), broken_off)
        assert place
        begun = Begun(place, self.before, 60_000, tempos, pace)
        self.player = Player(timeline, self.clock, [self.hear], begun=begun)
        self.state = State.PAUSED
        self.assert_past_is_the_same(timeline, place.step)
        assert self.player.look().position_ms == reps[broken_off].start_ms

    def hear(self, news: News) -> None:
        self.news.append(news)
        self.ledger.hear(news)
        if isinstance(news, Changed):
            assert news.state in TRANSITIONS[self.state].values()
            assert news.state is not self.state
            self.state = news.state
        if isinstance(news, RepDone) and self.interrupted:
            assert name_of(news) == self.interrupted, "a pause skipped a rep"
            self.interrupted = None

    def look(self) -> None:
        """Bring ledger and player to this instant; whether the program was away is found out here independently."""
        now = (self.clock.now_ns(), self.clock.wall_ns())
        away = max(now[0] - self.seen_at[0], now[1] - self.seen_at[1]) > GAP_NS
        running, before = self.ledger.stretch is not None, self.shown
        if running and not away:
            self.ledger.awake_at(now[0])
        self.seen_at = now
        self.shown = self.player.look()
        if running and away:
            assert (before.state, self.shown.state) == (State.RUNNING, State.PAUSED)
            self.interrupted_in(before)
        assert self.shown == self.player.look(), "looking twice shows two different things"

    def interrupted_in(self, before: Moment) -> None:
        """The session was interrupted at a moment: in a rep, that rep is the next to be done, unless somebody skips."""
        if before.bout and before.step:
            bout, step = before.bout, before.step
            self.interrupted = (bout.item, bout.round, bout.set, step.side or "both", step.rep or 1)

    def command(self, event: Event, do: Callable[[], None], *, has_meaning: bool = True) -> bool:
        """Send a command; whether it did something. One without a meaning has to raise and change nothing."""
        self.look()
        before, told = self.shown, len(self.news)
        meant = event in TRANSITIONS[self.player.state] and has_meaning
        assert self.player.allows(event) == meant
        if meant:
            do()
            self.shown = self.player.look()
            return True
        with pytest.raises(NotNowError):
            do()
        assert self.player.look() == before
        assert len(self.news) == told
        return False

    def skip(self, event: Event, do: Callable[[], None], *, has_meaning: bool = True) -> None:
        interrupted, self.interrupted = self.interrupted, None
        if not self.command(event, do, has_meaning=has_meaning):
            self.interrupted = interrupted
        self.look()

    # Time

    @rule(ms=st.integers(0, 300) | st.integers(0, 3000) | st.floats(0, 1000))
    def time_passes(self, ms: float) -> None:
        self.clock.advance(ms)
        self.look()

    @rule(frames=st.integers(1, 40), ms=st.integers(1, 500))
    def frames_are_shown(self, frames: int, ms: int) -> None:
        for _ in range(frames):
            self.clock.advance(ms)
            self.look()

    @rule(ms=st.integers(4990, 5010) | st.integers(5001, 4_000_000))
    def window_stalls(self, ms: int) -> None:
        self.clock.advance(ms)
        self.look()

    @rule(ms=st.integers(4990, 5010) | st.integers(1, 4_000_000))
    def machine_sleeps(self, ms: int) -> None:
        self.clock.sleep(ms)
        self.look()

    @rule(ms=st.integers(1, 10_000_000))
    def wall_clock_is_set_back(self, ms: int) -> None:
        self.clock.sleep(-ms)
        self.look()

    # Commands

    @rule()
    def go(self) -> None:
        self.command(Event.GO, self.player.go)

    @rule()
    def pause(self) -> None:
        self.look()
        before = self.shown
        if self.command(Event.PAUSE, self.player.pause):
            self.interrupted_in(before)

    @rule()
    def pause_and_go(self) -> None:
        self.pause()
        self.go()

    @rule()
    def next(self) -> None:
        self.skip(Event.NEXT, self.player.next)

    @rule()
    def back(self) -> None:
        self.skip(Event.BACK, self.player.back)

    @rule()
    def end_set(self) -> None:
        self.look()
        step = self.shown.step
        self.skip(Event.END_SET, self.player.end_set, has_meaning=bool(step and step.is_work))

    @rule(by_ms=st.sampled_from([15_000, -15_000]))
    def change_rest(self, by_ms: int) -> None:
        self.look()
        before = self.shown
        in_rest = before.step is not None and before.step.kind == "rest"
        if self.command(Event.REST, lambda: self.player.change_rest(by_ms), has_meaning=in_rest):
            self.assert_past_is_the_same(before.timeline, before.index)

    @rule(pace=PACES, tempos=TEMPOS)
    def change_tempo(self, pace: int, tempos: dict[int, Tempo]) -> None:
        self.look()
        before, told = self.shown, len(self.news)
        if self.command(Event.TEMPO, lambda: self.player.change_tempo(tempos, pace)):
            running = before.state is State.RUNNING
            same = before.index
            if running and before.bout and before.position_ms > before.timeline.steps[before.index].start_ms:
                same = before.timeline.rep_of(before.index).stop  # a rep that has begun is finished as it began
            self.assert_past_is_the_same(before.timeline, same)
            self.assert_sound_is_taken_up_in_time(before, self.news[told:])

    @rule(chance=st.integers(0, 9))
    def stop(self, chance: int) -> None:
        if chance == 0:
            self.command(Event.STOP, self.player.stop)

    # What always holds

    def assert_past_is_the_same(self, old: Timeline, index: int) -> None:
        assert self.player.timeline.steps[:index] == old.steps[:index]
        assert [rep.name for rep in reps_of(self.player.timeline)] == [rep.name for rep in reps_of(old)]

    def assert_sound_is_taken_up_in_time(self, before: Moment, told: list[News]) -> None:
        """A new tempo while running: the same run, and its sound is known before the first step that is another."""
        both = zip(before.timeline.steps, self.player.timeline.steps, strict=False)
        changed = next((old.start_ms for old, new in both if old != new), None)
        stretches = [news.stretch for news in told if isinstance(news, Followed)]
        assert stretches or changed is None or before.state is not State.RUNNING
        for stretch in stretches:
            assert stretch.timeline is self.player.timeline
            assert stretch.sound_from_ms >= stretch.position_ms(self.clock.now_ns()) + SOUND_CHANGE_MS
            assert changed is None or changed >= stretch.sound_from_ms

    @invariant()
    def position_is_inside_the_timeline_and_the_step(self) -> None:
        moment = self.player.look()
        assert moment.state is self.state
        assert 0 <= moment.position_ms <= moment.timeline.duration_ms
        assert 0 <= moment.index <= len(moment.timeline.steps)
        assert (moment.step is None) == (moment.index == len(moment.timeline.steps))
        if moment.step:
            assert moment.step.start_ms <= moment.position_ms <= moment.step.end_ms
        assert 0 <= moment.count_in_ms <= COUNT_IN_MS
        assert 0 <= moment.done_part <= 1

    @invariant()
    def log_is_what_was_performed(self) -> None:
        done = self.player.done
        assert [(name_of(rep), rep.duration_ms) for rep in done] == self.ledger.performed
        assert [news for news in self.news if isinstance(news, RepDone)] == done[len(self.before) :]
        assert done[: len(self.before)] == self.before
        names = {(rep.item, rep.round, rep.set, rep.side, rep.rep) for rep in done}
        assert self.player.look().reps_done == len(names)  # a rep done twice is one of the plan

    @invariant()
    def runs_along_a_stretch_just_while_running(self) -> None:
        assert (self.ledger.stretch is not None) == (self.player.state is State.RUNNING)
        if self.ledger.stretch:
            position = self.ledger.stretch.position_ms(self.clock.now_ns())
            assert self.ledger.stretch.start_ms - PRE_ROLL_MS <= position < self.ledger.stretch.end_ms


TestPlayer = PlayerMachine.TestCase
TestPlayer.settings = settings(max_examples=150, stateful_step_count=50)


@given(plans())
def test_an_undisturbed_session_performs_every_rep_once_and_in_order(timeline: Timeline) -> None:
    clock = FakeClock()
    player = Player(timeline, clock)
    while player.state is not State.FINISHED:
        if player.allows(Event.GO):
            player.go()
        clock.advance(1000)
        player.look()
    planned = [(rep.name, rep.end_ms - rep.start_ms) for rep in reps_of(timeline)]
    assert [(name_of(rep), rep.duration_ms) for rep in player.done] == planned
