"""A builder page on folders of the test's own, with forms that only say where they are."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.rehearsal import Heard
from tempo_trainer.files import stamp_of
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms import Forms
from tempo_trainer.ui.builder.page import BuilderPage
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.themes import DARK
from tempo_trainer.workout.model import Names

SMALL = """\
format: 1
name: Small

blocks:

  - exercise: single-leg-pelvic-bridge
    sets: 2
    reps: 8

  - rest: 120

  - circuit: Finisher
    rounds: 2
    blocks:
      - exercise: stability-ball-curl
        reps: 6
      - exercise: nordic-curl
        reps: 3
"""


@dataclass
class Built:
    """A page, where its workouts are, and what was told."""

    page: BuilderPage
    workouts: Path
    drafts: Path
    told: list[tuple[str, str]]

    @property
    def document(self) -> Document:
        """What is being built."""
        return self.page.document

    def answer(self, text: str) -> None:
        """Press the button of a question."""
        next(button for button in self.page.question.buttons if button.text() == text).click()


def make_page(qtbot: QtBot, names: Names, folder: Path) -> Built:
    """Shown, with a new workout."""
    told: list[tuple[str, str]] = []
    workouts, drafts = folder / "workouts", folder / "drafts"
    forms = Forms(DARK, load_figures(), Heard(FakeClock()).rehearsal)
    page = BuilderPage(DARK, names, workouts, drafts, forms, lambda topic, text: told.append((topic, text)))
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    return Built(page, workouts, drafts, told)


@pytest.fixture
def built(qtbot: QtBot, names: Names, home: Path) -> Built:
    return make_page(qtbot, names, home)


@pytest.fixture
def small(built: Built, qtbot: QtBot) -> Path:
    """A file, opened."""
    built.workouts.mkdir(parents=True)
    path = built.workouts / "small.yaml"
    path.write_text(SMALL)
    with qtbot.waitSignal(built.page.opened):
        built.page.open(path)
    assert built.document.stamp == stamp_of(path)
    return path
