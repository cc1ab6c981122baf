"""A document with a block of each kind, and its forms."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.rehearsal import Heard
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms import Forms
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.themes import DARK
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.strict_yaml import Path

Open = Callable[[Path], Any]

WORKOUT = {
    "format": 1,
    "name": "All kinds",
    "rest": 75,
    "exercises": {"mine": {"name": "My curl", "sides": "each"}},
    "blocks": [
        {"exercise": "single-leg-pelvic-bridge", "sets": 3, "reps": 8},
        {"rest": 120},
        {"circuit": "Finisher", "rounds": 2, "blocks": [{"exercise": "nordic-curl", "reps": 3}]},
    ],
}


@pytest.fixture
def document(qtbot: QtBot, names: Names) -> Document:
    del qtbot  # which makes the application
    made = Document(names)
    made.begin(WORKOUT, None, None)
    return made


@pytest.fixture
def heard(clock: FakeClock) -> Heard:
    return Heard(clock)


@pytest.fixture
def form_of(qtbot: QtBot, document: Document, heard: Heard) -> Open:
    """A function that shows the form of a path."""
    forms = Forms(DARK, load_figures(), heard.rehearsal)

    def show(path: Path) -> Any:
        form = forms.make(document, path)
        qtbot.addWidget(form)
        form.resize(640, 900)
        with qtbot.waitExposed(form):
            form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return show
