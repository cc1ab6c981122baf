"""Where the output is no terminal: a line a step, plain and in full; nothing waits for a key."""

from collections.abc import Callable, Sequence

from rich.console import Console

from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.face import face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import ENDED, RING_OUT_MS, Event, State
from tempo_trainer.terminal.keyboard import Keyboard
from tempo_trainer.terminal.view import FRAME_MS
from tempo_trainer.workout.durations import in_words, on_a_clock


def tell_in_lines(
    conductor: Conductor, console: Console, keyboard: Keyboard, clock: Clock, interrupted: Callable[[], bool]
) -> None:
    """Until the session has ended and its last tune has rung out."""
    shown = -1
    while (moment := conductor.look()).state not in ENDED:
        if interrupted():
            conductor.player.attempt(Event.STOP)
        elif moment.state is not State.RUNNING:
            conductor.player.go()
        elif moment.index != shown:
            shown = moment.index
            console.print(" · ".join(_line(moment)), soft_wrap=True)
        keyboard.wait(FRAME_MS / 1000)
    until_ns = clock.now_ns() + RING_OUT_MS * NS_PER_MS
    while clock.now_ns() < until_ns and not interrupted():
        keyboard.wait(FRAME_MS / 1000)


def _line(moment: Moment) -> Sequence[str]:
    face = face_of(moment)
    seconds = in_words(moment.step.duration_ms or 0) if moment.step else ""
    texts = (f"{face.headline} {seconds}", face.exercise, face.side, face.set_text, face.rep_text)
    return [on_a_clock(moment.step.start_ms if moment.step else 0), *filter(None, texts)]
