"""Writes the history in a thread of its own, as a disk may take its time; in order, each thing wholly or not at all."""

import logging
import sqlite3
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from tempo_trainer.faults import FAULT
from tempo_trainer.history.database import (
    BrokenError,
    HistoryError,
    NewerError,
    faults_in_words,
    open_to_write,
    set_aside,
)
from tempo_trainer.history.times import local_time
from tempo_trainer.session.clock import NS_PER_MS, Clock

Write = Callable[[sqlite3.Connection], object]

RETRY_MS = 5000  # after so long a disk that would not is tried again
CLOSE_S = 3.0  # a disk that takes longer hangs
TOPIC = "history"

log = logging.getLogger(__name__)


class Writer:
    """`tell` (topic, sentence) and `written` (after each thing) are called from its thread.

    What the disk would not take stays in the queue, is tried again after a while, and a last time in the end.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.tell: Callable[[str, str], None] = lambda _topic, _text: None
        self.written: Callable[[], None] = lambda: None
        self.begun_anew: Callable[[], None] = lambda: None  # a broken history was set aside
        self.given_up: Callable[[], None] = lambda: None  # nothing can be written at all
        self._path = path
        self._clock = clock
        self._queue: SimpleQueue[Write | Event | None] = SimpleQueue()
        self._waiting: deque[Write] = deque()
        self._connection: sqlite3.Connection | None = None
        self._file = (0, 0)  # that the connection writes to
        self._told = ""
        self._retry_at_ns = 0  # until then a disk that would not is left in peace
        self._thread = Thread(target=self._work, name="history", daemon=True)
        self._thread.start()

    def put(self, write: Write) -> None:
        """Have this written soon."""
        self._queue.put(write)

    def put_first(self, write: Write) -> None:
        """Before all that waits: for what the writer's own thread finds missing."""
        self._waiting.appendleft(write)

    def settle(self) -> bool:
        """Wait until all that was put is on disk, or was refused; false if the disk hangs."""
        tried = Event()
        self._queue.put(tried)
        return tried.wait(CLOSE_S)

    def close(self) -> None:
        """Everything is on disk, but for a disk that would not or hangs."""
        self._queue.put(None)
        self._thread.join(CLOSE_S)
        if self._thread.is_alive():
            log.error("The disk has not taken the history in time: %s", self._path)

    def _work(self) -> None:
        is_closing = False
        while not is_closing:
            try:
                item = self._queue.get(timeout=self._until_retry_s() if self._waiting else None)
            except Empty:
                self._write_all()
                continue
            is_closing = item is None
            if isinstance(item, Event):
                item.set()  # all that came before it has been tried
                continue
            if item:
                self._waiting.append(item)
            if is_closing or not self._until_retry_s():
                self._write_all()
        if self._connection:
            self._connection.close()

    def _write_all(self) -> None:
        """All that waits, in order, up to the first that the disk will not take."""
        while self._waiting:
            self._look_for_file()
            write = self._waiting.popleft()
            try:
                self._write(write)
            except BrokenError as error:
                self._waiting.appendleft(write)
                if not self._begin_anew(error):
                    return
            except NewerError as error:
                self._waiting.clear()
                self.given_up()
                self._refuse(f"{error} Until then nothing is recorded.")
            except HistoryError as error:
                self._waiting.appendleft(write)
                self._refuse(f"{error} What you do is remembered, and written as soon as it can be.")
                return
            except Exception:  # whatever it is: the rest of the session is to be kept
                log.exception("Something could not be written into the history")
                self.tell("fault", FAULT.format("the log"))
            else:
                self._say("")
        self.written()

    def _look_for_file(self) -> None:
        """What was removed or replaced meanwhile is begun anew: SQLite would go on writing to what nobody reads."""
        if self._connection and self._is_gone():
            self._connection.close()
            self._connection = None
            self.begun_anew()

    def _is_gone(self) -> bool:
        with suppress(OSError):  # a disk that does not answer: writing to it tells why
            return _identity(self._path) != self._file
        return False

    def _write(self, write: Write) -> None:
        with faults_in_words(self._path):
            if self._connection is None:
                self._connection = open_to_write(self._path)
                self._file = _identity(self._path)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                write(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _begin_anew(self, broken: BrokenError) -> bool:
        """Set the broken history aside; whoever writes a session begins it again in the new one."""
        if self._connection:
            self._connection.close()
            self._connection = None
        try:
            aside = set_aside(self._path, local_time(self._clock.wall_ns()))
        except HistoryError as error:
            self._refuse(f"{broken} It cannot be set aside. {error}")
            return False
        self.tell("broken history", f"{broken} It was set aside as {aside.name}, and a new one begun.")
        self.begun_anew()
        return True

    def _refuse(self, why: str) -> None:
        self._retry_at_ns = self._clock.now_ns() + RETRY_MS * NS_PER_MS
        self._say(why)

    def _until_retry_s(self) -> float:
        return max(0, self._retry_at_ns - self._clock.now_ns()) / NS_PER_MS / 1000

    def _say(self, sentence: str) -> None:
        """Nothing is said twice."""
        if sentence != self._told:
            self._told = sentence
            self.tell(TOPIC, sentence)


def _identity(path: Path) -> tuple[int, int]:
    """By what a file is known, whatever it is called; zeros if it is not there."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return 0, 0
    return found.st_dev, found.st_ino
