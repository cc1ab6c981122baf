"""The states of a session and what leads from one to another.

    READY ──GO──▶ RUNNING ──PAUSE, GAP──▶ PAUSED ──GO──▶ RUNNING
                  RUNNING ──ARRIVE──▶ WAITING ──GO──▶ RUNNING
                  RUNNING ──FINISH──▶ FINISHED
    STOP leads from anywhere but the two ends to STOPPED. What only moves the position or changes the plan
    leaves the state as it is. ARRIVE, FINISH and GAP come from the clock, all others from the user.

A pair that is not in the table raises and changes nothing.
"""

from collections.abc import Mapping
from enum import Enum


class State(Enum):
    """Where a session is in its life."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    WAITING = "waiting"  # at a step that waits for the user
    FINISHED = "finished"
    STOPPED = "stopped"


RING_OUT_MS = 2500  # after the end: the last tune is over by then
ENDED = frozenset({State.FINISHED, State.STOPPED})


class Event(Enum):
    """What can happen to a session."""

    GO = "go"  # start, go on after a pause, go on when ready
    PAUSE = "pause"
    NEXT = "next"
    BACK = "back"
    END_SET = "end set"
    REST = "rest"  # longer or shorter
    TEMPO = "tempo"
    STOP = "stop"
    ARRIVE = "arrive"  # at a step that waits for the user
    FINISH = "finish"
    GAP = "gap"  # the program has not run for a while


class NotNowError(Exception):
    """An event that has no meaning in the present state."""

    def __init__(self, state: State, event: Event) -> None:
        super().__init__(f"`{event.value}` means nothing while {state.value}")


_SAME = (Event.NEXT, Event.BACK, Event.TEMPO)

TRANSITIONS: Mapping[State, Mapping[Event, State]] = {
    State.READY: {
        Event.GO: State.RUNNING,
        Event.TEMPO: State.READY,
        Event.STOP: State.STOPPED,
    },
    State.RUNNING: {
        Event.PAUSE: State.PAUSED,
        Event.GAP: State.PAUSED,
        Event.ARRIVE: State.WAITING,
        Event.FINISH: State.FINISHED,
        Event.STOP: State.STOPPED,
        Event.END_SET: State.RUNNING,
        Event.REST: State.RUNNING,
        **dict.fromkeys(_SAME, State.RUNNING),
    },
    State.PAUSED: {
        Event.GO: State.RUNNING,
        Event.ARRIVE: State.WAITING,  # by skipping to it
        Event.FINISH: State.FINISHED,  # by skipping to the end
        Event.STOP: State.STOPPED,
        Event.END_SET: State.PAUSED,
        Event.REST: State.PAUSED,
        **dict.fromkeys(_SAME, State.PAUSED),
    },
    State.WAITING: {
        Event.GO: State.RUNNING,
        Event.NEXT: State.RUNNING,
        Event.BACK: State.RUNNING,
        Event.TEMPO: State.WAITING,
        Event.STOP: State.STOPPED,
    },
    State.FINISHED: {},
    State.STOPPED: {},
}


def after(state: State, event: Event) -> State:
    """The state that `event` leads to; NotNowError if the table has no such pair.

    >>> after(State.RUNNING, Event.PAUSE)
    <State.PAUSED: 'paused'>
    """
    try:
        return TRANSITIONS[state][event]
    except KeyError:
        raise NotNowError(state, event) from None
