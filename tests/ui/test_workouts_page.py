"""The library: what is in it, what is broken in it, and how a session begins from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tempo_trainer.folders import Folders
from tempo_trainer.session.states import State
from tempo_trainer.ui.workouts.entries import Entry, Reader, read_entries
from tempo_trainer.workout.model import Names
from ui.conftest import SMALL, Shown


@pytest.fixture
def own(folders: Folders) -> Path:
    folders.own_workouts.mkdir(parents=True)
    (folders.own_workouts / "mine.yaml").write_text(SMALL)
    (folders.own_workouts / "broken.yaml").write_text("format: 1\nname: Broken\nblocks: []\nsets: 3\n")
    return folders.own_workouts


def test_the_first_try_comes_first_and_own_workouts_last(folders: Folders, own: Path, names: Names) -> None:
    entries = read_entries(folders.shipped_workouts, own, names)
    assert [entry.name for entry in entries] == [
        "First try, five minutes",
        "Hamstrings, beginner",
        "Hamstrings, intermediate",
        "Hamstrings, advanced",
        "broken.yaml",
        "Small",
    ]
    assert [entry.own for entry in entries] == [False] * 4 + [True] * 2


def test_reading_happens_in_another_thread(qtbot: QtBot) -> None:
    reader = Reader()
    threads: list[QThread] = []

    def read() -> list[Entry]:
        threads.append(QThread.currentThread())
        return []

    with qtbot.waitSignal(reader.entries):
        reader.start(read)
    assert threads[0] is not QThread.currentThread()


def test_enter_opens_the_chosen_workout(shown: Shown, qtbot: QtBot, folders: Folders, own: Path, names: Names) -> None:
    shown.window.fill_library(read_entries(folders.shipped_workouts, own, names))
    library = shown.window.workouts
    qtbot.keyClick(library.list, Qt.Key.Key_Down)
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    assert shown.window.session.isVisible()
    assert shown.player.timeline.workout.name == "Hamstrings, beginner"
    assert shown.player.state is State.READY


def test_a_broken_file_is_shown_with_its_problems(
    shown: Shown, qtbot: QtBot, folders: Folders, own: Path, names: Names
) -> None:
    shown.window.fill_library(read_entries(folders.shipped_workouts, own, names))
    library = shown.window.workouts
    for _ in range(4):
        qtbot.keyClick(library.list, Qt.Key.Key_Down)
    assert library.current is not None
    assert library.current.name == "broken.yaml"
    texts = " ".join(label.text() for label in library.detail.findChildren(QLabel))
    assert "broken.yaml:3:9: error: blocks: must not be empty" in texts
    assert "broken.yaml:4:1: error: unknown key `sets`" in texts
    assert not library.detail.start.isEnabled()
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    assert not shown.window.session.isVisible()


def test_an_empty_library_says_so(shown: Shown) -> None:
    shown.window.fill_library([])
    assert not shown.window.workouts.detail.start.isEnabled()
    assert "No workouts" in [label.text() for label in shown.window.workouts.detail.findChildren(QLabel)]
