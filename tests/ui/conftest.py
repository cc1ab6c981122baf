"""A window with a fake clock and no sound: what it shows follows from the clock alone."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.windows import window_of
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.player import Player
from tempo_trainer.ui.window import MainWindow
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline

SMALL = """
format: 1
name: Small
lead_in: 5
blocks:
  - {exercise: single-leg-pelvic-bridge, sets: 2, reps: 2, rest: 20, load: 10 kg}
  - {exercise: nordic-curl, reps: max}
"""


@dataclass
class Shown:
    """A window, and what a test may want to know of it."""

    window: MainWindow
    clock: FakeClock
    players: list[Player] = field(default_factory=list)
    frames: list[Moment] = field(default_factory=list)
    heard: list[Hearing] = field(default_factory=list)

    @property
    def player(self) -> Player:
        """Of the session that was opened last."""
        return self.players[-1]

    def pass_time(self, ms: float) -> None:
        """Let time pass in frames, as the timer would."""
        for _ in range(int(ms // 100)):
            self.clock.advance(100)
            self.window.session.refresh()


@pytest.fixture
def small(tmp_path: Path, names: Names) -> Timeline:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return load_timeline(path, names)


@pytest.fixture
def shown(qtbot: QtBot, clock: FakeClock, names: Names) -> Shown:
    players: list[Player] = []
    heard: list[Hearing] = []
    frames: list[Moment] = []

    def new_session(timeline: Timeline) -> Conductor:
        players.append(Player(timeline, clock))
        return Conductor(players[-1], names.presets, Hearing(), heard.append)

    window = window_of(new_session, frames.append)
    qtbot.addWidget(window)
    window.show()
    return Shown(window, clock, players, frames, heard)
