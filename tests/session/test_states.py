"""The transition table, read back: every pair of state and event either leads somewhere or raises."""

from itertools import product

import pytest

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.news import News
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import TRANSITIONS, Event, NotNowError, State, after

COMMANDS = {
    Event.GO: Player.go,
    Event.PAUSE: Player.pause,
    Event.NEXT: Player.next,
    Event.BACK: Player.back,
    Event.END_SET: Player.end_set,
    Event.REST: lambda player: player.change_rest(15_000),
    Event.TEMPO: lambda player: player.change_tempo({}, 90),
    Event.STOP: Player.stop,
}


def test_every_state_is_in_the_table() -> None:
    assert set(TRANSITIONS) == set(State)


@pytest.mark.parametrize(("state", "event"), list(product(State, Event)))
def test_a_pair_leads_where_the_table_says_or_raises(state: State, event: Event) -> None:
    if event in TRANSITIONS[state]:
        assert after(state, event) is TRANSITIONS[state][event]
    else:
        with pytest.raises(NotNowError, match=f"`{event.value}` means nothing while {state.value}"):
            after(state, event)


def test_nothing_leads_out_of_the_two_ends() -> None:
    assert not TRANSITIONS[State.FINISHED]
    assert not TRANSITIONS[State.STOPPED]


def test_the_user_can_stop_everywhere_else() -> None:
    assert all(Event.STOP in TRANSITIONS[state] for state in set(State) - {State.FINISHED, State.STOPPED})


def player_in(state: State, clock: FakeClock, news: list[News]) -> Player:
    """In the middle of the first rep, or at what lies behind it."""
    player = Player(plan(SQUAT, {"rest": "until-ready"}), clock, [news.append])
    if state is not State.READY:
        player.go()
        clock.advance(3250)
    if state is State.PAUSED:
        player.pause()
    if state in {State.WAITING, State.FINISHED}:
        player.next()
    if state is State.FINISHED:
        player.next()
    if state is State.STOPPED:
        player.stop()
    assert player.state is state
    return player


@pytest.mark.parametrize(("state", "event"), list(product(State, COMMANDS)))
def test_a_command_that_is_not_in_the_table_raises_and_changes_nothing(
    state: State, event: Event, clock: FakeClock
) -> None:
    news: list[News] = []
    player = player_in(state, clock, news)
    before, told = player.look(), len(news)

    if event in TRANSITIONS[state] and event is not Event.REST:  # there is no rest in the middle of a rep
        COMMANDS[event](player)
        assert event is Event.TEMPO or len(news) > told  # a tempo alone is no news while nothing runs
    else:
        with pytest.raises(NotNowError):
            COMMANDS[event](player)
        assert player.look() == before
        assert len(news) == told


def test_what_is_allowed_is_asked_of_the_clock(clock: FakeClock) -> None:
    """A key pressed before the next frame finds the session where it is, not where it was."""
    player = Player(plan({"exercise": "squat", "reps": 1, "tempo": "2-0-2-0"}), clock)
    player.go()
    clock.advance(4250)
    assert not player.allows(Event.PAUSE)
    assert player.state is State.FINISHED
