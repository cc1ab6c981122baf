"""Tells which device sounds. Asking may take a second, and a pause must not wait for it: it has a thread of its own."""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

from tempo_trainer.audio.output import Output
from tempo_trainer.audio.reports import Playing

LAST_ANSWER_S = 1.0  # how long the end waits for an answer that is under way

log = logging.getLogger(__name__)


class Teller:
    """Give it the output that sounds; `report` hears, from the teller's thread, when output or device are others."""

    def __init__(self, report: Callable[[Playing], None]) -> None:
        self._report = report
        self._told: Playing | None = None
        self._questions: SimpleQueue[Output | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="device", daemon=True)
        self._thread.start()

    def ask(self, output: Output) -> None:
        """Find out on which device it plays; returns at once."""
        self._questions.put(output)

    def close(self) -> None:
        """Answer what was asked, if that is soon, and end the thread."""
        self._questions.put(None)
        self._thread.join(LAST_ANSWER_S)

    def _run(self) -> None:
        while (output := self._questions.get()) is not None:
            try:
                self._tell(Playing(output.name, output.device()))
            except Exception:
                log.exception("The sound device is not known by a fault of the program")

    def _tell(self, playing: Playing) -> None:
        if playing != self._told:
            self._told = playing
            self._report(playing)
