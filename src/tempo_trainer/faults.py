"""Our own faults, and what libraries complain of: into the log, ours in one plain sentence too; the session goes on."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from tempo_trainer.session.clock import NS_PER_MS, Clock

LOG_BYTES = 500_000
AGAIN_MS = 60_000  # what comes over and over is written down once in so long: the log keeps how it began
FAULT = "Something went wrong inside the program and was written to {}. The session goes on."
_REMEMBERED = 1000  # different things

log = logging.getLogger(__name__)


@contextmanager
def faults_told(file: Path, tell: Callable[[str, str], None], clock: Clock) -> Iterator[None]:
    """While it lasts, there is a log; an exception that nobody caught is written there and told (topic, sentence)."""

    def fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("A fault of the program", exc_info=(kind, error, trace))
        tell("fault", FAULT.format(file))

    before, sys.excepthook = sys.excepthook, fault
    threads_before = threading.excepthook
    threading.excepthook = lambda args: fault(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    try:
        with _logged(file, Repeats(clock)):
            yield
    finally:
        sys.excepthook = before
        threading.excepthook = threads_before


class Repeats(logging.Filter):
    """Lets the same thing into the log once in AGAIN_MS, and says how often it came: frames come 60 times a second.

    Faults are the same if their kind and place are, whoever writes them down; other records if their words are. There
    is no lock, as a fault may come up while another one is looked at: two threads at once cost a count at most.
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._held: dict[str, tuple[int, int]] = {}  # when it was let in, how often it was not since

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is written; `again` is what to add to it."""
        what, now = _what(record), self._clock.now_ns()
        since, held = self._held.get(what, (None, 0))
        if since is not None and now - since < AGAIN_MS * NS_PER_MS:
            self._held[what] = since, held + 1
            return False
        if len(self._held) >= _REMEMBERED:
            self._held.clear()
        self._held[what] = now, 0
        vars(record)["again"] = f" (and {held} times since it was last written)" if held else ""
        return True

    def write_held(self) -> None:
        """What has not been said by now is said at the end."""
        for what, (_, held) in self._held.copy().items():
            if held:
                log.warning("%d times more: %s", held, what)


def _what(record: logging.LogRecord) -> str:
    said = f"{record.msg} {record.args}" if record.args else str(record.msg)
    if not record.exc_info or record.exc_info[0] is None:
        return said
    kind, _, trace = record.exc_info
    return f"{said}: {kind.__name__} {_place(trace)}"


def _place(trace: TracebackType | None) -> str:
    """Where it was raised."""
    if trace is None:
        return "somewhere"
    while trace.tb_next:
        trace = trace.tb_next
    return f"in {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"


@contextmanager
def stderr_logged(file: Path) -> Iterator[None]:
    """What libraries write to standard error (Qt and ALSA do) goes to the log: it would tear a terminal's picture.

    A message handler in Python is no way for Qt's: a thread that holds a lock of Qt's or of the loader would wait for
    the interpreter, whose holder waits for that lock (seen while Qt Multimedia was loaded).
    """
    sys.stderr.flush()
    kept = os.dup(2)
    target = _opened(file)
    os.dup2(target, 2)
    os.close(target)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _opened(file: Path) -> int:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    except OSError:
        return os.open(os.devnull, os.O_WRONLY)


@contextmanager
def _logged(file: Path, repeats: Repeats) -> Iterator[None]:
    handler = _handler(file)
    handler.addFilter(repeats)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s%(again)s"))
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        repeats.write_held()
        logging.getLogger().removeHandler(handler)
        handler.close()


def _handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return logging.StreamHandler()
