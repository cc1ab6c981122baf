"""What the terminal tells by signals: another size, and Ctrl-C."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tempo_trainer.terminal.bell import Bell


@contextmanager
def signals_heard(bell: Bell) -> Iterator[Callable[[], bool]]:
    """While it lasts, both ring the bell; a function tells whether Ctrl-C was pressed.

    The system itself rings: Python's own handler would not run if the signal came just before the wait for a key.
    An exception in the midst of painting would leave half a picture to be written later: so Ctrl-C only asks.
    Pressed again, it is answered at once. Only the main thread can hear of all that.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    asked = threading.Event()

    def ask(*_: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    handlers: dict[int, Callable[..., None]] = {signal.SIGINT: ask}
    if sys.platform != "win32":
        handlers[signal.SIGWINCH] = lambda *_: None  # the bell is enough
    woken = signal.set_wakeup_fd(bell.handle, warn_on_full_buffer=False)
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield asked.is_set
    finally:
        signal.set_wakeup_fd(woken)
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)  # None: not set by Python
