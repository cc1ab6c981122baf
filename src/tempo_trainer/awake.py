"""Keeps the screen awake while a session runs, and only then.

Asking a desktop may take seconds, or hang, and what was asked for in one thread has to be given back in the same:
so a thread of its own does nothing else.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tempo_trainer.session.news import Changed, News
from tempo_trainer.session.states import State

CLOSE_S = 2.0  # a desktop that takes longer lets go by itself when the program ends
SENTENCE = "The screen may go dark in the session: switch off the screen saver and dimming in the system's settings."

log = logging.getLogger(__name__)


@contextmanager
def screen_awake() -> Iterator[str]:
    """Keep the screen awake, if the desktop lets us; the method by which, or nothing."""
    import wakepy

    with wakepy.keep.presenting(on_fail="pass") as mode:
        yield str(mode.active_method) if mode.active else ""


class Awake:
    """Give it the news of players, from any thread; `tell` (topic, sentence) is called from its own."""

    def __init__(
        self,
        tell: Callable[[str, str], None],
        awake: Callable[[], AbstractContextManager[str]] = screen_awake,
        *,
        allowed: bool = True,
    ) -> None:
        self._tell = tell
        self._awake = awake
        self._told = False
        self._changed = threading.Condition()
        self._running = False  # a session
        self._allowed = allowed  # by the settings
        self._closing = False
        self._thread: threading.Thread | None = None  # none before the first session runs

    def news(self, news: News) -> None:
        """Listen to a player."""
        if isinstance(news, Changed):
            with self._changed:
                self._running = news.state is State.RUNNING
                self._wake()

    def allow(self, allowed: bool) -> None:
        """Whether the user wants it; takes effect at once."""
        with self._changed:
            self._allowed = allowed
            self._wake()
        if self._told and not allowed:
            self._told = False
            self._tell("awake", "")

    def close(self) -> None:
        """Let go; returns after a moment also where the desktop hangs."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(CLOSE_S)

    @property
    def _wanted(self) -> bool:
        return self._running and self._allowed and not self._closing

    def _wake(self) -> None:
        """Let the thread see what is wanted now; to be called with the lock."""
        self._changed.notify()
        if self._wanted and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="awake", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while self._wait_for(lambda: self._wanted):
            try:
                with self._awake() as method:
                    self._heard(method)
                    self._wait_for(lambda: not self._wanted)
            except Exception:
                log.exception("The screen could not be kept awake, or let go")
                self._heard("")
                self._wait_for(lambda: not self._wanted)

    def _heard(self, method: str) -> None:
        """Tell of a failure once, not in each set."""
        if not (method or self._told):
            self._told = True
            self._tell("awake", SENTENCE)

    def _wait_for(self, state: Callable[[], bool]) -> bool:
        """Wait for it; false if it is time to end."""
        with self._changed:
            self._changed.wait_for(lambda: state() or self._closing)
            return not self._closing
