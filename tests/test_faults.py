"""What goes wrong: in the log whatever it is, the first time above all, and in one sentence on the screen."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.clock import FakeClock
from tempo_trainer.faults import AGAIN_MS, FAULT, LOG_BYTES, faults_told


class Told(list[tuple[str, str]]):
    """What was shown: topics and sentences."""

    def __call__(self, topic: str, text: str) -> None:
        """Show it."""
        self.append((topic, text))


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
