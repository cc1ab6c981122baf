"""What goes wrong: in the log whatever it is, the first time above all, and in one sentence on the screen."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from helpers.clock import FakeClock
from tempo_trainer import faults
from tempo_trainer.faults import (
    AGAIN_MS,
    FAULT,
    LEFT_BYTES,
    LINE_BYTES,
    LOG_BYTES,
    QT_FAULT,
    faults_told,
    stderr_logged,
)

Logged = Callable[[], AbstractContextManager[None]]


class Told(list[tuple[str, str]]):
    """What was shown: topics and sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = threading.Event()

    def __call__(self, topic: str, text: str) -> None:
        """Show it."""
        self.append((topic, text))
        self.heard.set()


@pytest.fixture
def told() -> Told:
    """A screen on which nothing has been shown."""
    return Told()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the log will be."""
    return tmp_path / "log" / "tempo-trainer.log"


def painting() -> None:
    """Cannot be done."""
    raise RuntimeError("a fault of the test")


def fault(routine: Callable[[], None]) -> None:
    """What Qt does with an exception that a routine lets out."""
    try:
        routine()
    except RuntimeError:
        sys.excepthook(*sys.exc_info())


def written(log: Path) -> str:
    """All that the log and what was rotated away hold."""
    return "".join(file.read_text(encoding="utf-8") for file in log.parent.iterdir())


def test_a_fault_is_logged_and_told(log: Path, told: Told, clock: FakeClock) -> None:
    with faults_told(log, told, clock):
        fault(painting)
    assert "RuntimeError: a fault of the test" in log.read_text()
    assert told == [("fault", FAULT.format(log))]


def test_a_fault_of_a_thread_is_logged_and_told(log: Path, told: Told, clock: FakeClock) -> None:
    with faults_told(log, told, clock):
        thread = threading.Thread(target=painting)
        thread.start()
        thread.join()
    assert "RuntimeError: a fault of the test" in log.read_text()
    assert told == [("fault", FAULT.format(log))]


def test_a_fault_in_every_frame_is_written_once_a_minute_with_its_count(
    log: Path, told: Told, clock: FakeClock
) -> None:
    with faults_told(log, told, clock):
        for _ in range(90 * 60):
            fault(painting)
            clock.advance(1000 / 60)
    text = log.read_text()
    assert text.count("Traceback") == 2
    assert "A fault of the program (and 3599 times since" in text
    assert "1799 times more: A fault of the program: RuntimeError in" in text
    assert len(told) == 90 * 60, "the notice comes back if it was closed"


def test_hours_of_faults_do_not_rotate_the_first_one_away(log: Path, told: Told, clock: FakeClock) -> None:
    with faults_told(log, told, clock):
        logging.getLogger().error("how it began")
        for _ in range(LOG_BYTES // 100):
            fault(painting)
            clock.advance(1000)
    assert "how it began" in written(log)


def test_another_fault_is_not_taken_for_the_same(log: Path, told: Told, clock: FakeClock) -> None:
    with faults_told(log, told, clock):
        fault(painting)
        fault(lambda: (_ for _ in ()).throw(RuntimeError("another place")))
        logging.getLogger("terminal").error("in a terminal", exc_info=ValueError("another kind"))
    text = log.read_text()
    assert text.count("RuntimeError: a fault of the test") == 1
    assert "another place" in text
    assert "another kind" in text


def test_whoever_logs_a_fault_in_a_loop_is_held_back_too(log: Path, told: Told, clock: FakeClock) -> None:
    with faults_told(log, told, clock):
        for _ in range(10):
            logging.getLogger("terminal").error("Painting failed", exc_info=RuntimeError("no place"))
            logging.getLogger("sound").warning("%s is gone", "The server")
            clock.advance(AGAIN_MS / 20)
    text = log.read_text()
    assert (text.count("no place"), text.count("The server is gone")) == (1, 1)


def test_hooks_and_log_are_as_before_afterwards(log: Path, told: Told, clock: FakeClock) -> None:
    before = sys.excepthook, threading.excepthook, [*logging.getLogger().handlers]
    with faults_told(log, told, clock):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, logging.getLogger().handlers) == before


def test_where_no_log_can_be_faults_are_told_all_the_same(tmp_path: Path, told: Told, clock: FakeClock) -> None:
    (tmp_path / "file").write_text("")
    with faults_told(tmp_path / "file" / "x.log", told, clock):
        fault(painting)
    assert told


CRASH = """
import os, sys
from pathlib import Path
from tempo_trainer.faults import stderr_logged

with stderr_logged(Path(sys.argv[1]), print):
    os.write(2, b"x" * 100_000 + b"\\n[qt-fatal] the last words")
    os.abort()
"""

# As the program does it, with Qt's own messages; Qt goes through pytest-qt in this process.
QT = """
import sys
from tempo_trainer import app
from tempo_trainer.folders import find_folders

application = app._qt_for_sound()
from PySide6.QtCore import qCritical, qWarning
with app._world(find_folders(), lambda *notice: print(*notice) if all(notice) else None):
    qWarning("no more than a warning")
    if "critical" in sys.argv:
        qCritical("out of order")
        qCritical("still out of order")
"""


@pytest.fixture
def logged(log: Path, told: Told, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Logged:
    """Makes what holds while the program runs."""
    monkeypatch.setattr(faults, "CLOSE_S", 60)  # a busy machine is no hanging disk

    @contextmanager
    def running() -> Iterator[None]:
        with faults_told(log, told, clock), stderr_logged(log, told):
            yield

    return running


def test_what_is_written_to_standard_error_is_in_the_log_and_nowhere_else(
    logged: Logged, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with logged():
        os.write(2, b"ALSA lib: chatter\n\nan unfinished \xff line")
    os.write(2, b"afterwards\n")
    assert capfd.readouterr().err == "afterwards\n"
    text = log.read_text()
    assert "WARNING stderr: ALSA lib: chatter\n" in text
    assert "WARNING stderr: an unfinished \\xff line\n" in text
    assert [*log.parent.iterdir()] == [log]


def test_an_error_of_qts_is_told_once_and_while_it_runs(
    logged: Logged, log: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "LOOK_S", 0.001)
    with logged():
        os.write(2, b"[qt-warning] only a warning\n[qt-critical] one\n")
        assert told.heard.wait(10)
        os.write(2, b"[qt-critical] two\n[qt-fatal] three\n")
    assert told == [("qt", QT_FAULT.format(log))]
    text = log.read_text()
    assert all(f"stderr: [qt-{kind}" in text for kind in ("warning] only", "critical] one", "critical] two", "fatal]"))


def test_what_libraries_say_over_and_over_is_written_once(logged: Logged, log: Path) -> None:
    with logged():
        os.write(2, b"underrun\n" * 1000 + b"Traceback:\n  ^^^\nTraceback of another:\n  ^^^\n")
    text = log.read_text()
    assert "999 times more: underrun" in text
    assert len(text) < 1000
    assert text.count("^^^") == 2, "what belongs to another line stays with it"


def test_a_long_line_is_cut(logged: Logged, log: Path) -> None:
    with logged():
        os.write(2, b"x" * 200_000 + b"\nanother\n")
    text = log.read_text()
    assert text.count("x") == LINE_BYTES
    assert text.endswith("another\n")


def test_a_flood_waits_for_nobody_and_is_rotated_with_the_rest(logged: Logged, log: Path) -> None:
    """Its reader is held up all the while: no writer may wait for it, as C code may hold the interpreter meanwhile."""
    lines = [f"{number:0100}\n".encode() for number in range(4 * LOG_BYTES // 100)]
    with logged():
        held = logging.getLogger().handlers[-1]
        held.acquire()
        try:
            for line in lines:
                os.write(2, line)
        finally:
            held.release()
    assert all(file.stat().st_size <= LOG_BYTES for file in log.parent.iterdir())
    text = written(log)
    assert "bytes are left out" in text
    assert not log.with_suffix(".stderr").exists()


def test_what_libraries_say_is_in_the_log_after_its_rotation_too(logged: Logged, log: Path) -> None:
    with logged():
        for number in range(30):
            logging.getLogger().warning("%d%s", number, "x" * (LOG_BYTES // 10))
        os.write(2, b"after the rotation\n")
    assert "after the rotation" in log.read_text()


def test_the_last_words_of_a_crash_are_in_the_next_log(logged: Logged, log: Path, told: Told) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH, str(log)], capture_output=True, check=False)
    assert done.returncode < 0
    with logged():
        pass
    text = log.read_text()
    assert "an earlier run left:" in text
    assert text.endswith("[qt-fatal] the last words\n")
    assert len(text) < LEFT_BYTES + 200
    assert told == []
    with logged():
        pass
    assert log.read_text() == text, "once"


def test_a_log_that_cannot_be_written_does_not_write_about_itself(
    logged: Logged, told: Told, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(faults, "LOOK_S", 0.001)
    with logged():
        monkeypatch.setattr(logging.getLogger().handlers[-1], "format", painting)
        os.write(2, b"a line\n[qt-critical] and an error\n")
        assert told.heard.wait(10)
    assert len(told) == 1
    assert capfd.readouterr().err == ""


def test_where_no_file_can_be_standard_error_is_kept_off_the_screen(
    tmp_path: Path, told: Told, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    with stderr_logged(tmp_path / "file" / "x.log", told):
        os.write(2, b"chatter\n")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("kind", ["warning", "critical"])
def test_qts_own_errors_reach_the_screen_and_its_warnings_the_log(home: Path, kind: str) -> None:
    done = subprocess.run([sys.executable, "-c", QT, kind], capture_output=True, text=True, check=True)
    log = home / "log" / "tempo-trainer.log"
    assert done.stdout.splitlines() == ([f"qt {QT_FAULT.format(log)}"] if kind == "critical" else [])
    assert done.stderr == ""
    assert "[qt-warning] no more than a warning" in log.read_text()
    assert ("[qt-critical] still out of order" in log.read_text()) == (kind == "critical")


def test_what_the_user_has_set_for_qts_messages_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_MESSAGE_PATTERN", "mine")
    monkeypatch.setenv("QT_FORCE_STDERR_LOGGING", "0")
    faults.let_qt_name_its_messages()
    assert (os.environ["QT_MESSAGE_PATTERN"], os.environ["QT_FORCE_STDERR_LOGGING"]) == ("mine", "0")
