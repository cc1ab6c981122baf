"""The real program is killed in mid-session; started again, it offers to go on, and the history is whole."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.display import virtual_display
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.history.records import Session

PATIENCE_S = 40
LOOK_S = 0.05
WORKOUT = """
format: 1
name: Short
lead_in: 1
rest: 1
switch: 1
blocks: [{exercise: single-leg-pelvic-bridge, sets: 2, reps: 2, tempo: 0.5-0-0.5-0}]
"""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_display("1280x800") as name:
        yield name


class Program:
    """The program with a user folder and a screen."""

    def __init__(self, home: Path, display: str) -> None:
        home.mkdir()
        self.home = home
        self.file = home / "short.yaml"
        self.file.write_text(WORKOUT)
        self._env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TEMPO_TRAINER_HOME": str(home)}

    @contextmanager
    def started(self, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
        command = [sys.executable, "-m", "tempo_trainer", *arguments]
        with subprocess.Popen(command, env=self._env, stderr=subprocess.DEVNULL) as process:
            try:
                yield process
            finally:
                process.kill()

    def press(self, window: str, *keys: str) -> None:
        """As if somebody did, as soon as there is a window of that name."""
        found = ["search", "--sync", "--onlyvisible", "--name", window, "windowfocus", "--sync"]
        subprocess.run(["xdotool", *found, "key", *keys], env=self._env, check=True, capture_output=True)

    def until(self, what: Callable[[tuple[Session, ...]], bool]) -> tuple[Session, ...]:
        """Wait for something to stand in the history."""
        end = time.monotonic() + PATIENCE_S
        while not what(sessions := read_sessions(self.home / "history.sqlite3")):
            assert time.monotonic() < end, sessions
            time.sleep(LOOK_S)
        return sessions

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A command, to its end."""
        command = [sys.executable, "-m", "tempo_trainer", *arguments]
        return subprocess.run(
            command, env=self._env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    def told(self) -> Any:
        """What the command says of the history."""
        return json.loads(self.run("history", "--format", "json").stdout)


@pytest.fixture
def killed(tmp_path: Path, display: str) -> Program:
    """Its session was killed in the first set of the right side, or soon after."""
    program = Program(tmp_path / "user", display)
    with program.started("run", str(program.file), "--autostart") as process:
        program.until(lambda sessions: bool(sessions) and any(one.side == "right" for one in sessions[0].sets))
        process.send_signal(signal.SIGKILL)
        process.wait()
    (session,) = program.told()
    assert session["state"] == "interrupted"
    return program


def test_killed_and_gone_on_with_it_comes_to_its_end_in_one_record(killed: Program) -> None:
    with killed.started():
        killed.press("interrupted", "Return")
        killed.press("Short", "space")
        killed.until(lambda sessions: sessions[0].state == "finished")
    (session,) = killed.told()
    assert (session["state"], [one["done_reps"] for one in session["sets"]]) == ("finished", [2, 2, 2, 2])


def test_killed_and_not_gone_on_with_it_was_ended_early(killed: Program) -> None:
    before = killed.told()
    with killed.started():
        killed.press("interrupted", "Tab", "Return")
        killed.until(lambda sessions: sessions[0].state == "ended")
    (session,) = killed.told()
    assert session["sets"] == before[0]["sets"]


def test_a_second_program_only_looks(killed: Program) -> None:
    with killed.started("run", str(killed.file), "--autostart"):
        killed.until(lambda sessions: sessions[-1].state == "running" and bool(sessions[-1].sets))
        second = killed.run("play", str(killed.file))
        assert second.returncode == 3
        assert "A session is running in another window" in second.stderr
        assert [session["state"] for session in killed.told()] == ["interrupted", "running"]
