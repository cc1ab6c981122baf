"""The loop: paint, wait, do what the keys say. A fault of the program costs one turn and is told; keys still work."""

import logging
from collections.abc import Callable, Sequence

from tempo_trainer.faults import FAULT
from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.states import ENDED, RING_OUT_MS, Event, State
from tempo_trainer.terminal.canvas import Canvas
from tempo_trainer.terminal.keyboard import Keyboard
from tempo_trainer.terminal.view import View

_AFTER_FAULT_MS = 1000.0

log = logging.getLogger(__name__)


class Loop:
    """Leads one session in a terminal from its start to its end. `tell` is told of faults."""

    def __init__(
        self,
        conductor: Conductor,
        view: View,
        canvas: Canvas,
        keyboard: Keyboard,
        notices: Callable[[], Sequence[str]],
        tell: Callable[[str, str], None],
        interrupted: Callable[[], bool],
    ) -> None:
        self._conductor = conductor
        self._view = view
        self._canvas = canvas
        self._keyboard = keyboard
        self._notices = notices
        self._tell = tell
        self._interrupted = interrupted

    def run(self, clock: Clock) -> None:
        """Start at once; after the end stay for the tune, or until a key comes."""
        self._conductor.player.go()
        while True:
            wait_ms = self._show()
            if self._conductor.player.state in ENDED:
                break
            self._press(self._keyboard.wait(None if wait_ms is None else wait_ms / 1000))
        if self._conductor.player.state is State.FINISHED:
            self._ring_out(clock)

    def _show(self) -> float | None:
        """Paint what is true now; how many milliseconds that holds (None: until something happens)."""
        try:
            moment = self._moment()
            size = self._canvas.size
            self._canvas.paint(self._view.lines(moment, self._notices(), *size), size)
            return self._view.wait_ms(moment)
        except Exception as fault:  # noqa: BLE001  whatever it is: the session goes on
            self._note(fault)
            return _AFTER_FAULT_MS

    def _moment(self) -> Moment:
        player = self._conductor.player
        if self._interrupted():
            player.attempt(Event.STOP)
        moment = self._conductor.look()
        if self._keyboard.is_there or moment.state not in {State.PAUSED, State.WAITING}:
            return moment
        player.go()  # nobody could say so
        return self._conductor.look()

    def _press(self, keys: Sequence[str]) -> None:
        for key in keys:
            try:
                self._view.press(key)
            except Exception as fault:  # noqa: BLE001  as above
                self._note(fault)

    def _ring_out(self, clock: Clock) -> None:
        until_ns = clock.now_ns() + RING_OUT_MS * NS_PER_MS
        while (left_ns := until_ns - clock.now_ns()) > 0 and not self._interrupted():
            if self._keyboard.wait(left_ns / NS_PER_MS / 1000):
                return
            self._show()

    def _note(self, fault: Exception) -> None:
        log.error("A fault of the program", exc_info=fault)
        self._tell("fault", FAULT.format("the log"))
