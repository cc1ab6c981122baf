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

LOG_BYTES = 500_000

log = logging.getLogger(__name__)


@contextmanager
def faults_told(file: Path, tell: Callable[[str, str], None]) -> Iterator[None]:
    """While it lasts, an exception that nobody caught is logged and told (topic, sentence)."""

    def fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("A fault of the program", exc_info=(kind, error, trace))
        tell("fault", f"Something went wrong inside the program and was written to {file}. The session goes on.")

    handler = _handler(file)
    logging.getLogger().addHandler(handler)
    before, sys.excepthook = sys.excepthook, fault
    threads_before = threading.excepthook
    threading.excepthook = lambda args: fault(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook = before
        threading.excepthook = threads_before
        logging.getLogger().removeHandler(handler)
        handler.close()


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


def _handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=2)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
