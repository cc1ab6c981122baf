"""A view of one rep with a fake clock, whose sound is what the test says."""

import pytest
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.rehearsal import Heard
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.themes import DARK


@pytest.fixture
def heard(clock: FakeClock) -> Heard:
    return Heard(clock)


@pytest.fixture
def view(qtbot: QtBot, heard: Heard) -> RepView:
    made = RepView(DARK, load_figures(), heard.rehearsal)
    qtbot.addWidget(made)
    made.resize(480, 380)
    with qtbot.waitExposed(made):
        made.show()
    return made
