"""A library with the shipped workouts and a folder of the test's own, and what it told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tempo_trainer.folders import Folders
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.ui.themes import DARK
from tempo_trainer.ui.workouts.page import WorkoutsPage
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.workout.model import Names

SMALL = """\
# by my physio
format: 1
name: Small   # keep it short
lead_in: 0
blocks:
  - {exercise: nordic-curl, reps: 1, tempo: 1-0-1-0}
"""
BROKEN = "format: 1\nname: Broken\nblocks: []\nsets: 3\n"


@dataclass
class Opened:
    """An editor, or the lack of one."""

    there: bool = True
    places: list[tuple[Path, int, int]] = field(default_factory=list)

    def open(self, path: Path, line: int, column: int) -> bool:
        """Note what was to be opened."""
        self.places.append((path, line, column))
        return self.there


@dataclass
class Library:
    """The page, and what a test may want to know of it: what it told by topic, what it opened in the editor."""

    page: WorkoutsPage
    shelf: Shelf
    own: Path
    told: dict[str, str]
    editor: Opened

    @property
    def names(self) -> list[str]:
        """What the list shows."""
        return [entry.name for entry in self.page.list.entries]


@pytest.fixture
def own(folders: Folders) -> Path:
    folders.own_workouts.mkdir(parents=True)
    (folders.own_workouts / "small.yaml").write_text(SMALL)
    return folders.own_workouts


@pytest.fixture
def make_library(qtbot: QtBot, folders: Folders, names: Names) -> Iterator[Callable[[], Library]]:
    """A function, so that a test can put files into the folder first."""
    shelves: list[Shelf] = []

    def make() -> Library:
        told: dict[str, str] = {}
        opened = Opened()
        shelf = Shelf(folders.shipped_workouts, folders.own_workouts, lambda: names, told.__setitem__)
        shelves.append(shelf)
        page = WorkoutsPage(DARK, shelf, folders.sounds, Hearing, told.__setitem__, opened.open)
        qtbot.addWidget(page)
        page.resize(1200, 760)
        page.show()
        page.entered()
        with qtbot.waitSignal(shelf.read):
            shelf.refresh()
        return Library(page, shelf, folders.own_workouts, told, opened)

    yield make
    for shelf in shelves:
        shelf.close()


@pytest.fixture
def library(make_library: Callable[[], Library], own: Path) -> Library:
    assert own.is_dir()
    return make_library()
