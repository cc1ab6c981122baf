"""Files of the history, written from the window and read back."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from helpers.disks import bound_folder
from tempo_trainer.ui.history.menu import Deed
from tempo_trainer.ui.history.page import TOPIC
from ui.history.conftest import Screen


def wait_for_reading(qtbot: QtBot, screen: Screen) -> None:
    screen.told.pop(TOPIC)
    screen.page.refresh()
    qtbot.waitUntil(lambda: TOPIC in screen.told)


def save_as(qtbot: QtBot, path: Path) -> str:
    """Answer the file dialog that is open; its title."""
    qtbot.waitUntil(lambda: any(isinstance(one, QFileDialog) for one in QApplication.topLevelWidgets()))
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    title = dialog.windowTitle()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return title


def wait_until_written(qtbot: QtBot, screen: Screen, path: Path) -> None:
    qtbot.waitUntil(lambda: screen.page.strip.text == f"The file is {path}")
    assert screen.page.strip.isVisible()


def test_what_is_listed_is_exported_oldest_first(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    screen.page.sessions.search.setText("intermediate")
    qtbot.mouseClick(screen.page.export, Qt.MouseButton.LeftButton)
    path = tmp_path / "history.JSON"
    assert save_as(qtbot, path) == "Export 3 sessions"
    wait_until_written(qtbot, screen, path)
    read = json.loads(path.read_text())
    assert [session["id"] for session in read] == [2, 3, 4]
    assert len(read[0]["sets"]) == 8


def test_a_table_for_spreadsheets(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.mouseClick(screen.page.export, Qt.MouseButton.LeftButton)
    path = tmp_path / "history.csv"
    save_as(qtbot, path)
    wait_until_written(qtbot, screen, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4 * 8
    assert rows[0]["workout"] == "Old Nördlich"


def test_other_kinds_of_files_are_refused_in_words(screen: Screen, tmp_path: Path) -> None:
    screen.page.exporting.write_list(screen.page.sessions.list.sessions, tmp_path / "history.pdf")
    assert ".csv or .json" in screen.told["export"]
    assert not list(tmp_path.glob("history*"))


@pytest.mark.parametrize(
    ("deed", "name", "begins"), [("fit", "one.fit", b""), ("workout", "one.yaml", b"name: Workout 4\n")]
)
def test_one_session_as_a_file(
    screen: Screen, qtbot: QtBot, tmp_path: Path, deed: Deed, name: str, begins: bytes
) -> None:
    screen.page.do(deed)
    path = tmp_path / name
    save_as(qtbot, path)
    wait_until_written(qtbot, screen, path)
    data = path.read_bytes()
    assert data.startswith(begins)
    assert (data[8:12] == b".FIT") == (deed == "fit")


def test_a_note_that_is_being_typed_is_exported_too(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClicks(screen.page.sessions.detail.rating.note, "Calm")
    qtbot.mouseClick(screen.page.export, Qt.MouseButton.LeftButton)
    path = tmp_path / "history.json"
    save_as(qtbot, path)
    wait_until_written(qtbot, screen, path)
    assert json.loads(path.read_text())[-1]["note"] == "Calm"


@pytest.mark.parametrize("name", ["one.fit", "one.yaml", "all.csv", "all.json"])
def test_a_folder_that_must_not_be_written_to_is_told(screen: Screen, qtbot: QtBot, name: str) -> None:
    page = screen.page
    session, sessions = page.sessions.list.sessions[0], page.sessions.list.sessions
    with bound_folder() as bound:
        folder = bound / "folder"
        folder.mkdir(mode=0o555)
        if name == "one.fit":
            page.exporting.write_fit(session, folder / name)
        elif name == "one.yaml":
            page.exporting.write_workout(session, folder / name)
        else:
            page.exporting.write_list(sessions, folder / name)
        qtbot.waitUntil(lambda: screen.told["export"].startswith(f"{name} could not be written."))
        assert list(folder.iterdir()) == []
        assert not page.strip.isVisible()
        wait_for_reading(qtbot, screen)
        assert screen.told["export"]  # it is to be read until there is another one
        page.exporting.write_fit(session, bound / "two.fit")
        qtbot.waitUntil(lambda: page.strip.text == f"The file is {bound / 'two.fit'}")
        assert screen.told["export"] == ""


def test_a_name_is_proposed_and_who_takes_none_writes_none(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    screen.page.do("fit")
    qtbot.waitUntil(lambda: any(isinstance(one, QFileDialog) for one in QApplication.topLevelWidgets()))
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    assert [Path(name).name for name in dialog.selectedFiles()] == ["2025-06-12-hamstrings-intermediate.fit"]
    assert dialog.defaultSuffix() == "fit"
    dialog.reject()
    assert list(tmp_path.rglob("*.fit")) == []
    assert not screen.page.strip.isVisible()


def test_a_file_that_cannot_be_written_says_why(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    session = screen.page.current
    assert session
    screen.page.exporting.write_fit(session, tmp_path / "gone" / "one.fit")
    qtbot.waitUntil(lambda: screen.told["export"].startswith("one.fit could not be written. The file or its folder"))
