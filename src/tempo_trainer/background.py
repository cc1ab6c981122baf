"""Writing a small file of the user's in the background, as a disk may take its time: of many changes the newest."""

import logging
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from tempo_trainer.faults import FAULT
from tempo_trainer.files import reason

CLOSE_S = 3.0  # a disk that takes longer hangs
RETRY_S = 5.0  # after so long a disk that would not is tried again

log = logging.getLogger(__name__)

Value = TypeVar("Value")


class BackgroundFile(Generic[Value]):
    """A file and how a value is written to it; `tell` (topic, sentence) is called from the thread that writes.

    What the disk would not take is tried again after a while, and a last time in the end.
    A thread of its own, as Python waits for those of a pool at its end, however long a disk takes.
    """

    def __init__(self, path: Path, topic: str, write: Callable[[Value], None]) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self._path = path
        self._topic = topic
        self._write = write
        self._values: SimpleQueue[Value | None] = SimpleQueue()
        self._newest: Value | None = None
        self._refused: Value | None = None  # by the disk; and what was said of it
        self._told = ""
        self._thread = Thread(target=self._write_all, name=topic, daemon=True)

    def put(self, value: Value) -> None:
        """Have this stand in the file soon."""
        self._newest = value
        self._values.put(value)
        if self._thread.ident is None:
            self._thread.start()

    def close(self) -> None:
        """Everything is on disk, but for a disk that hangs."""
        self._values.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSE_S)
        if self._thread.is_alive():
            log.error("The disk has not taken the %s in time: %s", self._topic, self._path)

    def _write_all(self) -> None:
        is_closing = False
        while not is_closing:
            try:
                value = self._values.get(timeout=None if self._refused is None else RETRY_S)
            except Empty:
                self._try_again()
                continue
            is_closing = value is None
            if value is None:
                self._try_again()
            elif value is self._newest:  # else there is a newer one behind it
                self._told = self._outcome(value)
                self.tell(self._topic, self._told)

    def _try_again(self) -> None:
        """What the disk would not take; nothing is said twice."""
        if self._refused is not None and (outcome := self._outcome(self._refused)) != self._told:
            self._told = outcome
            self.tell(self._topic, outcome)

    def _outcome(self, value: Value) -> str:
        """What went wrong, as a sentence; empty if all is well."""
        self._refused = None
        try:
            self._write(value)
        except OSError as error:
            self._refused = value
            return f"The {self._topic} cannot be kept: {reason(error)}"
        except Exception:
            log.exception("The %s could not be written", self._topic)
            return FAULT.format("the log")
        return ""
