"""The backup's card: what is asked, how far it is, how it went, and nothing that nobody wanted."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from helpers.homes import held, make_home, owner
from tempo_trainer.backup import back_up, take_up
from tempo_trainer.backup.contents import HISTORY, RESTORING
from tempo_trainer.folders import Folders
from tempo_trainer.settings import Settings
from tempo_trainer.ui.settings.backup import Backup
from tempo_trainer.ui.settings.page import SettingsPage, Trial


@pytest.fixture
def page(qtbot: QtBot, home: Path) -> SettingsPage:
    make_home(home, "me")
    folders = Folders(Path("sounds"), Path("shipped"), home)
    made = SettingsPage(Settings, folders, Trial(lambda: None, lambda: None))
    qtbot.addWidget(made)
    made.resize(640, 440)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def card(page: SettingsPage) -> Backup:
    return page.backup


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    back_up(make_home(tmp_path / "theirs", "them"), tmp_path / "theirs.zip")
    return tmp_path / "theirs.zip"


def press(card: Backup, text: str) -> None:
    made: list[QAbstractButton] = card.findChildren(QAbstractButton)
    next(one for one in made if one.text() == text and one.isVisible()).click()


def choose(card: Backup, path: Path) -> str:
    """In the system's dialog; the name that it had offered."""
    (dialog,) = (dialog for dialog in card.findChildren(QFileDialog) if dialog.isVisible())
    offered = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return Path(offered[0]).name if offered else ""


def test_a_backup_is_written_where_one_wants_it(qtbot: QtBot, card: Backup, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    press(card, "Back up…")
    assert choose(card, out).startswith("Tempo Trainer 20")
    qtbot.waitUntil(lambda: card.strip.text == f"The backup is {out}")
    assert zipfile.is_zipfile(out)
    with qtbot.waitSignal(card.folder_wanted) as wanted:
        press(card, "Open folder")
    assert wanted.args == [tmp_path]


def test_what_the_disk_has_against_it_is_told(qtbot: QtBot, card: Backup, tmp_path: Path) -> None:
    card.back_up_to(tmp_path / "gone" / "out.zip")
    qtbot.waitUntil(lambda: "not there any more" in card.strip.text)
    assert card.save.isEnabled()


def test_cancelled_nothing_stays_and_nothing_is_told(qtbot: QtBot, card: Backup, tmp_path: Path) -> None:
    card.back_up_to(tmp_path / "out.zip")
    assert not card.save.isEnabled()
    assert not card.restore.isEnabled()
    press(card, "Cancel")
    qtbot.waitUntil(card.save.isEnabled)
    if not (tmp_path / "out.zip").exists():  # it may have been quicker
        assert card.strip.isHidden()
    assert not list(tmp_path.glob(".*"))


def test_closing_the_program_waits_until_nothing_is_left_of_it(card: Backup, tmp_path: Path, home: Path) -> None:
    (home / "large.bin").write_bytes(bytes(100_000_000))
    card.back_up_to(tmp_path / "out.zip")
    card.close_backup()
    assert not list(tmp_path.glob("*out*"))


def test_restoring_asks_and_then_wants_a_new_start(qtbot: QtBot, card: Backup, theirs: Path, home: Path) -> None:
    press(card, "Restore…")
    with qtbot.waitActive(card):
        choose(card, theirs)
        card.activateWindow()
    qtbot.waitUntil(lambda: "with 2 workouts and the history?" in card.question.text)
    qtbot.waitUntil(card.question.buttons[0].hasFocus)
    with qtbot.waitSignal(card.restart_wanted):
        qtbot.keyClick(card.question.buttons[0], Qt.Key.Key_Return)
    assert owner(home / HISTORY) == "me"
    take_up(home)
    assert owner(home / HISTORY) == "them"


@pytest.mark.parametrize("way", ["Not now", "Esc", "leaving"])
def test_not_now_leaves_all_as_it_is(
    qtbot: QtBot, page: SettingsPage, card: Backup, theirs: Path, home: Path, way: str
) -> None:
    before = held(home)
    card.restore_from(theirs)
    qtbot.waitUntil(lambda: bool(card.question.text))
    with qtbot.assertNotEmitted(card.restart_wanted):
        if way == "Esc":
            qtbot.keyClick(card.question.buttons[0], Qt.Key.Key_Escape)
        elif way == "leaving":
            page.hide()
        else:
            press(card, way)
        qtbot.waitUntil(lambda: not (home / RESTORING).exists())
    assert card.question.isHidden()
    assert take_up(home) is None
    assert held(home) == before


def test_what_is_no_backup_is_told(qtbot: QtBot, card: Backup, tmp_path: Path) -> None:
    (tmp_path / "other.zip").write_text("rubbish")
    card.restore_from(tmp_path / "other.zip")
    qtbot.waitUntil(lambda: card.strip.text.startswith("This is no backup of Tempo Trainer"))
    assert not card.question.text


def test_what_is_told_is_in_sight(qtbot: QtBot, page: SettingsPage, card: Backup, theirs: Path) -> None:
    card.restore_from(theirs)
    qtbot.waitUntil(lambda: bool(card.question.text))
    (scroll,) = page.findChildren(QScrollArea)
    button = card.question.buttons[0]
    qtbot.waitUntil(
        lambda: scroll.viewport().rect().contains(button.mapTo(scroll.viewport(), button.rect().bottomRight()))
    )
