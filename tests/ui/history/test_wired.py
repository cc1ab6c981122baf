"""The history screen in the real window, over a real history on the disk."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QTextDocument, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.recorded import recorded
from helpers.wired import wired_window
from tempo_trainer.folders import Folders
from tempo_trainer.history.reading import read_sessions
from tempo_trainer.pages import Pages
from tempo_trainer.ui.history.page import HistoryPage
from tempo_trainer.ui.history.richtext import RichText
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.styles import style_sheet
from tempo_trainer.ui.themes import CONTRAST, DARK, LIGHT, Theme
from tempo_trainer.workout.loader import timeline_of
from tempo_trainer.workout.model import Names

BLOCK = "{exercise: pelvic-bridge, sets: 2, reps: 3, tempo: 1-0-1-0, load: 2 x 12.5 kg}"
NAMES = ("Bridges", "More bridges", "The last bridges")
DAY_MS = 24 * 3600 * 1000
Key = Qt.Key


def text_of(name: str) -> str:
    return f"format: 1\nname: {name}\nlead_in: 1\nblocks:\n  - {BLOCK}\n"


@pytest.fixture
def done(folders: Folders, names: Names) -> None:
    """Three sessions; before the last one the clock was set back by a year."""
    clock = FakeClock()
    with recorded(folders.home, clock) as history:
        for name in NAMES:
            if name == NAMES[-1]:
                clock.sleep(-365 * DAY_MS)
            history.perform(timeline_of(text_of(name), "bridges.yaml", names))


@pytest.fixture
def pages(qtbot: QtBot, folders: Folders, done: None) -> Iterator[Pages]:
    del done
    with wired_window(qtbot, folders) as made:
        yield made


@pytest.fixture
def page(pages: Pages, qtbot: QtBot) -> HistoryPage:
    pages.window.show_place(Place.HISTORY)
    made = cast("HistoryPage", pages.window.page(Place.HISTORY))
    qtbot.waitUntil(lambda: made.current is not None)
    return made


def names_of(page: HistoryPage) -> list[str]:
    return [session.workout for session in page.sessions.list.sessions]


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_order_is_that_in_which_they_were_done_whatever_the_clock_said(page: HistoryPage) -> None:
    assert names_of(page) == list(reversed(NAMES))
    assert page.current
    assert page.current.workout == NAMES[-1]
    first, last = page.sessions.list.sessions[-1], page.sessions.list.sessions[0]
    assert last.started_at < first.started_at


def test_keys_are_the_lists_as_soon_as_it_is_there(page: HistoryPage, pages: Pages, qtbot: QtBot) -> None:
    assert focus() is page.sessions.list
    qtbot.keyClick(focus(), Key.Key_Down)
    assert page.current
    assert page.current.workout == NAMES[1]
    qtbot.keyClick(focus(), Key.Key_Return)
    qtbot.waitUntil(lambda: pages.window.current is pages.window.session)
    assert pages.window.windowTitle().startswith(NAMES[1])


def test_in_an_empty_history_keys_are_those_of_the_way_out(qtbot: QtBot, folders: Folders) -> None:
    with wired_window(qtbot, folders) as pages:
        pages.window.show_place(Place.HISTORY)
        page = cast("HistoryPage", pages.window.page(Place.HISTORY))
        qtbot.waitUntil(page.empty.isVisible)
        assert focus() is page.empty.begin
        assert not page.seek()
        assert focus() is page.empty.begin
        qtbot.keyClick(focus(), Key.Key_Space)
        assert pages.window.place is Place.WORKOUTS


def test_the_last_one_is_deleted_by_key_and_brought_back_by_key(
    qtbot: QtBot, folders: Folders, page: HistoryPage, pages: Pages
) -> None:
    for _ in NAMES:
        qtbot.keyClick(page.sessions.list, Key.Key_Delete)
    assert page.empty.isVisible()
    assert focus() is page.empty.begin
    pages.needs.history.settle()
    assert not read_sessions(folders.history)
    for _ in NAMES:
        QTest.keySequence(pages.window, "Ctrl+Z")
    assert names_of(page) == list(reversed(NAMES))
    assert focus() is page.sessions.list
    pages.needs.history.settle()
    assert len(read_sessions(folders.history)) == len(NAMES)
    qtbot.wait(0)
    assert names_of(page) == list(reversed(NAMES))


def test_in_the_note_ctrl_z_is_for_what_was_typed(page: HistoryPage, qtbot: QtBot) -> None:
    page.do("delete")
    note = page.sessions.detail.rating.note
    note.setFocus()
    qtbot.keyClicks(note, "Calm")
    QTest.keySequence(note, "Ctrl+Z")
    assert note.text() == ""
    assert len(names_of(page)) == 2


def test_what_is_typed_is_on_disk_when_the_window_is_closed(
    page: HistoryPage, pages: Pages, folders: Folders, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.sessions.detail.rating.note, "Calm")
    assert pages.window.close()
    pages.needs.history.settle()
    assert read_sessions(folders.history)[-1].note == "Calm"


def test_what_could_not_be_written_stays_told_though_all_can_be_read(
    page: HistoryPage, pages: Pages, qtbot: QtBot
) -> None:
    pages.needs.history.tell("history", "The disk is full.")
    with qtbot.waitSignal(page._reading.arrived):  # noqa: SLF001  nothing else tells that it was read
        page.refresh()
    assert pages.needs.notices.text == "The disk is full."


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_about_the_session_below_the_mouse_or_the_chosen_one(
    page: HistoryPage, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    rows = page.sessions.list
    second = rows.visualRect(rows.model().index(1, 0)).center()
    if reason == QContextMenuEvent.Reason.Mouse:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=second)
    else:
        qtbot.keyClick(rows, Key.Key_Down)
    QApplication.sendEvent(rows.viewport(), QContextMenuEvent(reason, second, rows.viewport().mapToGlobal(second)))
    assert page.menu.isVisible()
    assert page.current
    assert page.current.workout == NAMES[1]
    assert QRect(rows.mapToGlobal(QPoint()), rows.size()).contains(page.menu.pos())
    qtbot.keyClick(page.menu, Key.Key_Up)  # the last one
    qtbot.keyClick(page.menu, Key.Key_Return)
    assert names_of(page) == [NAMES[2], NAMES[0]]


def narrowest(table: RichText) -> int:
    """How wide it has to be for whole words."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(table.font())
    whole_words = document.defaultTextOption()
    whole_words.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(whole_words)
    document.setHtml(table.text())
    document.setTextWidth(1)
    return round(document.size().width())


def clipped(page: HistoryPage) -> list[str]:
    """Texts of labels, buttons and tables that have not the room that they need."""
    found = []
    for one in page.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, QLabel) and one.text() and not one.wordWrap() and one.minimumWidth() == 0:
            needed = one.sizeHint().width()
        elif isinstance(one, QPushButton):
            needed = one.minimumSizeHint().width()
        elif isinstance(one, RichText):
            needed = narrowest(one)
        else:
            continue
        if one.width() < needed or one.height() < min(one.heightForWidth(one.width()), one.sizeHint().height()):
            found.append(f"{one.text()}: {one.size()} instead of {needed} x {one.heightForWidth(one.width())}")
    return found


@pytest.mark.parametrize("size", [(640, 440), (640, 900), (1200, 800), (1920, 1080)])
@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_nothing_is_clipped(page: HistoryPage, pages: Pages, qtbot: QtBot, size: tuple[int, int], theme: Theme) -> None:
    qapp = cast("QApplication", QApplication.instance())
    qapp.setStyleSheet(style_sheet(theme))
    pages.window.set_theme(theme)
    pages.window.resize(1920, 1080)
    QApplication.processEvents()
    pages.window.resize(*size)
    QApplication.processEvents()
    try:
        assert (pages.window.width(), pages.window.height()) == size
        qtbot.waitUntil(lambda: clipped(page) == [])
        table = page.sessions.detail.room.widget()
        assert table is not None
        assert table.width() <= page.sessions.detail.room.viewport().width()
        search = page.sessions.search
        assert search.width() >= search.fontMetrics().horizontalAdvance(search.placeholderText()) + 44
    finally:
        qapp.setStyleSheet(style_sheet(DARK))
