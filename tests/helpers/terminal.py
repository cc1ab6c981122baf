"""For tests of the terminal session: a runner with a fake clock, a keyboard that follows a script, a real terminal."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from helpers.clock import FakeClock
from helpers.plans import SQUAT, plan
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import PRE_ROLL_MS, Player
from tempo_trainer.terminal.view import View
from tempo_trainer.workout.tempo import Tempo
from tempo_trainer.workout.timeline import Timeline

SLOW = Tempo(4000, 2000, 4000, 2000)
ALL_KINDS = (
    {**SQUAT, "sets": 2, "load": "10 kg", "note": "Slowly."},
    {"exercise": "bridge", "hold": 25},
    {"rest": "until-ready", "say": "Fetch the ball."},
    {"exercise": "bridge", "sides": "alternate", "reps": 1, "tempo": "1-0-X-0"},
    {"circuit": "Finisher", "rounds": 2, "blocks": [SQUAT, {**SQUAT, "reps": "max", "tempo": "0.1-0-0.1-0"}]},
)


class Runner:
    """Somebody at a terminal, whose time passes when it is told to."""

    def __init__(self, timeline: Timeline, clock: FakeClock, hearing: Hearing | None = None) -> None:
        self.clock = clock
        self.heard: list[Hearing] = []
        self.player = Player(timeline, clock)
        self.conductor = Conductor(self.player, {"slow": SLOW}, hearing or Hearing(), self.heard.append)
        self.view = View(self.conductor, clock, lambda: "Heard on a null sink.")
        self.notices: list[str] = []

    def started(self) -> Self:
        """At the very beginning."""
        self.player.go()
        return self.after(PRE_ROLL_MS)

    def after(self, ms: float) -> Self:
        """Let time pass, with a look at least each second."""
        while ms > 0:
            self.clock.advance(min(ms, 1000))
            ms -= 1000
            self.player.look()
        return self

    def press(self, *keys: str) -> Self:
        """One key after the other."""
        for key in keys:
            self.view.press(key)
        return self

    @property
    def moment(self) -> Moment:
        """What is true."""
        return self.conductor.look()

    def lines(self, width: int = 80, height: int = 24) -> Sequence[Any]:
        """What is shown."""
        return self.view.lines(self.moment, self.notices, width, height)

    @property
    def shown(self) -> str:
        """The same as plain text."""
        return "\n".join(line.plain for line in self.lines())


class ScriptedKeyboard:
    """Time passes as long as is waited; each wait is answered by the next keys; Ctrl-C when there are no more."""

    def __init__(self, clock: FakeClock, script: Iterable[Sequence[str]] = (), *, is_there: bool = True) -> None:
        self.is_there = is_there
        self.waits: list[float | None] = []
        self._clock = clock
        self._script = iter(script)

    def wait(self, seconds: float | None) -> Sequence[str]:
        """What the script says."""
        self.waits.append(seconds)
        self._clock.advance((seconds or 0) * 1000)
        keys = next(self._script, [] if seconds is not None else None)
        if keys is None:
            raise KeyboardInterrupt
        return keys


def short_plan() -> Timeline:
    """Some minutes; nothing is waited for in a test."""
    return plan({**SQUAT, "sets": 2, "reps": 20}, lead_in=60)


_TOKEN = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])|\x1b[^\[]|([^\x1b]+)")


class Terminal:
    """A program in a terminal of its own, and what is to be seen there."""

    def __init__(self, *command: str | Path, columns: int = 80, lines: int = 24, **env: str) -> None:
        self._master, self._slave = pty.openpty()
        self.resize(columns, lines)
        self.modes = termios.tcgetattr(self._slave)
        self.rows: dict[int, str] = {}
        self.other_screen, self.cursor = False, True
        self._row = self._column = 0
        self.text = ""  # all that was written
        self._process = subprocess.Popen(
            [sys.executable, *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", **env},
        )

    def resize(self, columns: int, lines: int) -> None:
        """The window's size; the program is told by a signal."""
        termios.tcsetwinsize(self._master, (lines, columns))

    def press(self, data: bytes) -> None:
        """What a terminal sends for keys."""
        os.write(self._master, data)

    @property
    def shown(self) -> str:
        """What is on the screen."""
        return "\n".join(self.rows.get(row, "") for row in range(max(self.rows, default=0) + 1))

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as it was before."""
        return self.cursor and not self.other_screen and termios.tcgetattr(self._slave) == self.modes

    def until(self, text: str, row: int | None = None, *, shown: bool = True) -> None:
        """Wait for something to be shown (in a line), or not to be any more."""
        while (text in (self.shown if row is None else self.rows.get(row, ""))) is not shown:
            if not select.select([self._master], [], [], 20)[0]:
                raise AssertionError(f"{text!r} is {'not ' * shown}shown:\n{self.shown}")
            self._read()

    def ended(self) -> tuple[int, str]:
        """Wait for the end: exit status and standard error."""
        error = self._process.communicate(timeout=20)[1].decode()
        while select.select([self._master], [], [], 0)[0]:
            self._read()
        return self._process.returncode, error

    def _read(self) -> None:
        data = os.read(self._master, 1 << 16)
        while (cut := data.rfind(b"\x1b")) >= 0 and not re.search(rb"[A-Za-z]", data[cut:]):
            data += os.read(self._master, 1 << 16)
        self._take(data.decode(errors="ignore"))

    def _take(self, text: str) -> None:
        self.text += text
        for arguments, command, plain in _TOKEN.findall(text):
            if plain:
                self._write(plain)
            elif command == "H":
                self._row, self._column = [int(part) - 1 for part in arguments.split(";")] if arguments else [0, 0]
            elif arguments == "?25":
                self.cursor = command == "h"
            elif arguments == "?1049":
                self.other_screen, self.rows = command == "h", {}
                self._row = self._column = 0

    def _write(self, text: str) -> None:
        for line in re.split("(\r?\n)", text):
            if line.endswith("\n"):
                self._row, self._column = self._row + 1, 0
            else:
                before = self.rows.get(self._row, "").ljust(self._column)
                self.rows[self._row] = before[: self._column] + line + before[self._column + len(line) :]
                self._column += len(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()
        os.close(self._master)
        os.close(self._slave)
