"""Our own faults, and what libraries complain of: into the log, ours in one plain sentence too; the session goes on."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from tempo_trainer.session.clock import NS_PER_MS, Clock

LOG_BYTES = 500_000
AGAIN_MS = 60_000  # what comes over and over is written down once in so long: the log keeps how it began
FAULT = "Something went wrong inside the program and was written to {}. The session goes on."
QT_FAULT = "Qt, the library behind the window, reported an error; it was written to {}. The session goes on."
LOOK_S = 1.0  # so often we look for what libraries have said
CLOSE_S = 2.0
LINE_BYTES = 2000  # what is longer is cut
LEFT_BYTES = 20_000
_PIECE_BYTES = 65_536
_REMEMBERED = 1000  # different things

log = logging.getLogger(__name__)
stderr = logging.getLogger("stderr")


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
        vars(record)["again"] = ""
        what, now = _what(record), self._clock.now_ns()
        if what[:1].isspace():  # a line that belongs to the one before it
            return True
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


def let_qt_name_its_messages() -> None:
    """To be called before Qt is loaded; what the user has set for it stands."""
    os.environ.setdefault("QT_MESSAGE_PATTERN", "[qt-%{type}] %{if-category}%{category}: %{endif}%{message}")
    os.environ.setdefault("QT_FORCE_STDERR_LOGGING", "1")  # or some builds would tell the system's journal instead


@contextmanager
def stderr_logged(file: Path, tell: Callable[[str, str], None]) -> Iterator[None]:
    """What libraries write to standard error (Qt and ALSA do) goes to the log: it would tear a terminal's picture.

    An error of Qt's is told once as well. A message handler in Python is no way for Qt's messages: a thread that holds
    a lock of Qt's or of the loader would wait for the interpreter, whose holder waits for that lock (seen while Qt
    Multimedia was loaded). Nor is a pipe: when it is full its writers wait for our reader, which waits for the
    interpreter, or what they say is lost; and what it holds is lost in a crash, when last words count (a fatal error
    of Qt's and a failed assertion end the process). A file takes everything at once and outlives us. So libraries write
    to a file beside the log, and each second what is new goes on to the log, to be held back and rotated like all else.

    Faults have to be told (`faults_told`) for longer than this, as the log is kept there.
    """
    with _read(file.with_suffix(".stderr"), _Heard(file, tell)) as target, _stderr_to(target):
        yield


class _Heard:
    """Writes lines to the log, and tells of the first one that is an error of Qt's."""

    def __init__(self, file: Path, tell: Callable[[str, str], None]) -> None:
        self._sentence = QT_FAULT.format(file)
        self._tell = tell
        self._told = False

    def __call__(self, line: str) -> None:
        is_error = line.startswith(("[qt-critical]", "[qt-fatal]"))
        stderr.log(logging.ERROR if is_error else logging.WARNING, line)
        if is_error and not self._told:
            self._told = True
            self._tell("qt", self._sentence)


def _read(spool: Path, heard: Callable[[str], None]) -> AbstractContextManager[int]:
    """Something to write to, whose lines are heard."""
    try:
        spool.parent.mkdir(parents=True, exist_ok=True)
        return _Reader(spool, heard)
    except OSError:
        return _nowhere()  # there is no log either


@contextmanager
def _nowhere() -> Iterator[int]:
    target = os.open(os.devnull, os.O_WRONLY)
    try:
        yield target
    finally:
        os.close(target)


@contextmanager
def _stderr_to(target: int) -> Iterator[None]:
    sys.stderr.flush()
    kept = os.dup(2)
    os.dup2(target, 2)
    try:
        yield
    finally:
        with suppress(OSError):  # the disk is full: nothing to be done about it here
            sys.stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)


class _Reader:
    """Reads the lines of a file while others write to it, and removes it at the end."""

    def __init__(self, spool: Path, heard: Callable[[str], None]) -> None:
        self._spool = spool
        self._file = spool.open("a+b", buffering=0)  # its own place in the file, whoever writes
        self._target = os.open(spool, os.O_WRONLY | os.O_APPEND)
        self._heard = heard
        self._line = b""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stderr", daemon=True)

    def __enter__(self) -> int:
        self._look_back()
        self._thread.start()
        return self._target

    def __exit__(self, *_: object) -> None:
        os.close(self._target)
        self._ended.set()
        self._thread.join(CLOSE_S)  # a disk may hang

    def _run(self) -> None:
        with self._file:
            while not self._ended.wait(LOOK_S):
                self._look()
            self._look()
            self._hear(b"")
        with suppress(OSError):  # another run may use it
            self._spool.unlink()

    def _look_back(self) -> None:
        """What is there already was left by a run that crashed: its last words are kept."""
        self._file.seek(max(0, self._size - LEFT_BYTES))
        if left := self._file.read():
            log.warning("On standard error an earlier run left:\n%s", _text(left))
        self._begin_anew()

    def _look(self) -> None:
        if self._size < self._file.tell():  # another run has begun it anew
            self._file.seek(0)
        while piece := self._file.read(_PIECE_BYTES):
            *lines, begun = piece.split(b"\n")
            for line in lines:
                self._hear(line)
            self._line = (self._line + begun)[:LINE_BYTES]
            if self._file.tell() >= LOG_BYTES:
                self._cut()

    def _hear(self, rest: bytes) -> None:
        line, self._line = (self._line + rest)[:LINE_BYTES], b""
        if text := _text(line):
            self._heard(text)

    def _cut(self) -> None:
        """Keep the file small; of a flood that is faster than we are something is left out."""
        if behind := self._size - self._file.tell():
            log.warning("Too much on standard error: %d bytes are left out", behind)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._file.truncate(0)
        self._file.seek(0)

    @property
    def _size(self) -> int:
        return os.fstat(self._file.fileno()).st_size


def _text(said: bytes) -> str:
    return said.decode(errors="backslashreplace").rstrip()


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
        return _File(file, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return logging.NullHandler()  # on standard error it would come back to us


class _File(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's own name
        """Say nothing of a full disk: on standard error it would come back to be written, and again."""
