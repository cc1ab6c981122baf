"""Who looks or types is left alone, whatever the history tells meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.page import TOPIC
from tempo_trainer.ui.history.past import Past, Rating
from tempo_trainer.ui.history.weekstrip import WeekStrip
from ui.history.conftest import START, Screen, Shelf, session_of

Key = Qt.Key


@pytest.fixture
def shelf() -> Shelf:
    """A session every other week, over more than three years."""
    return Shelf([session_of(it, START - timedelta(weeks=2 * (90 - it))) for it in range(1, 91)])


def chosen(screen: Screen) -> int:
    assert screen.page.current
    return screen.page.current.id


def read_again(qtbot: QtBot, screen: Screen, *more: Session) -> None:
    """As when the writer's thread tells of a change."""
    screen.shelf.sessions += more
    screen.told.clear()
    screen.page.refresh()
    qtbot.waitUntil(lambda: TOPIC in screen.told)


def uppermost(screen: Screen) -> tuple[int, int]:
    """Which session stands at the top of the list, and where."""
    rows = screen.page.sessions.list
    index = rows.indexAt(QPoint(1, 1))
    return rows.sessions[index.row()].id, rows.visualRect(index).top()


def test_what_is_typed_goes_into_the_note_of_its_session(screen: Screen, qtbot: QtBot) -> None:
    note = screen.page.sessions.detail.rating.note
    note.setFocus()
    qtbot.keyClicks(note, "Cal")
    read_again(qtbot, screen, session_of(91))
    assert note.hasFocus()
    qtbot.keyClicks(note, "m")
    assert note.text() == "Calm"
    screen.page.hide()
    assert screen.shelf.said == [(90, 6, 1, "Calm")]


def test_the_cursor_stays_where_it_is(screen: Screen, qtbot: QtBot) -> None:
    note = screen.page.sessions.detail.rating.note
    qtbot.keyClicks(note, "Clm")
    screen.page.sessions.detail.rating.keep()
    qtbot.keyClick(note, Key.Key_Left)
    qtbot.keyClick(note, Key.Key_Left)
    read_again(qtbot, screen)
    qtbot.keyClicks(note, "a")
    assert note.text() == "Calm"


def test_a_session_stays_that_was_found_by_what_its_note_said_before(screen: Screen, qtbot: QtBot) -> None:
    page, note = screen.page, screen.page.sessions.detail.rating.note
    page.sessions.choose(80)
    qtbot.keyClicks(note, "knee")
    page.sessions.detail.rating.keep()
    page.sessions.search.setText("knee")
    assert [one.id for one in page.sessions.list.sessions] == [80]
    note.setFocus()
    note.selectAll()
    qtbot.keyClicks(note, "calm")
    page.sessions.detail.rating.keep()
    read_again(qtbot, screen)
    assert chosen(screen) == 80
    assert note.hasFocus()
    page.sessions.search.setText("knees")  # who searches again sees what fits
    assert page.current is None


def test_the_list_stays_where_it_was_scrolled_to(screen: Screen, qtbot: QtBot) -> None:
    rows = screen.page.sessions.list
    rows.verticalScrollBar().setValue(1234)
    before = uppermost(screen)
    read_again(qtbot, screen, session_of(91))
    assert uppermost(screen) == before
    assert chosen(screen) == 90
    screen.shelf.sessions.pop(0)
    read_again(qtbot, screen)
    assert uppermost(screen) == before


def test_at_the_top_of_the_list_what_is_new_is_seen(screen: Screen, qtbot: QtBot) -> None:
    read_again(qtbot, screen, session_of(91))
    assert uppermost(screen)[0] == 91
    assert chosen(screen) == 90


def test_what_is_chosen_by_keys_is_in_sight(screen: Screen, qtbot: QtBot) -> None:
    rows = screen.page.sessions.list
    for key in (Key.Key_End, Key.Key_PageUp, Key.Key_Up, Key.Key_Home, Key.Key_PageDown, Key.Key_Down):
        qtbot.keyClick(rows, key)
        assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex())), key


def test_the_detail_stays_where_it_was_scrolled_to_and_another_begins_at_its_top(screen: Screen, qtbot: QtBot) -> None:
    screen.page.resize(800, 420)
    QApplication.processEvents()
    bar = screen.page.sessions.detail.room.verticalScrollBar()
    bar.setValue(100)
    read_again(qtbot, screen, session_of(91))
    screen.shelf.sessions = [replace(one, effort=3) for one in screen.shelf.sessions]
    read_again(qtbot, screen)
    assert bar.value() == 100
    screen.page.sessions.list.choose(89)
    assert bar.value() == 0


def test_the_line_that_is_typed_is_in_sight(screen: Screen, qtbot: QtBot) -> None:
    screen.page.resize(800, 420)
    QApplication.processEvents()
    detail = screen.page.sessions.detail
    note = detail.rating.note
    note.setFocus()
    for _ in range(7):
        qtbot.keyClicks(note, "A line")
        qtbot.keyClick(note, Key.Key_Return)
        line = note.viewport().mapTo(detail.room.viewport(), note.cursorRect().center())
        assert detail.room.viewport().rect().contains(line)


def test_the_strip_stays_at_the_years_that_are_looked_at(screen: Screen, qtbot: QtBot) -> None:
    weeks = screen.page.sessions.weeks
    qtbot.mouseClick(weeks.earlier, Qt.MouseButton.LeftButton)
    first = weeks.strip.grid.first
    read_again(qtbot, screen, session_of(91))
    screen.page.sessions.detail.rating.keep()
    assert weeks.strip.grid.first == first


@pytest.mark.parametrize("name", ["search", "reach", "list"])
def test_the_focus_stays(screen: Screen, qtbot: QtBot, name: str) -> None:
    field: QWidget = getattr(screen.page.sessions, name)
    field.setFocus()
    read_again(qtbot, screen, session_of(91))
    assert field.hasFocus()


def wheel(strip: WeekStrip, turn: int) -> None:
    at = QPointF(strip.rect().center())
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(strip, event)


def test_a_touchpad_scrolls_the_strip_by_as_much_as_it_turns(screen: Screen) -> None:
    strip = screen.page.sessions.weeks.strip
    latest = strip.grid.last
    wheel(strip, 0)  # as it begins
    for _ in range(12):
        wheel(strip, 10)
    assert strip.grid.last == latest - timedelta(weeks=4)
    wheel(strip, 0)
    assert strip.grid.last == latest - timedelta(weeks=4)


def test_an_undo_is_not_taken_back_by_a_reading_that_saw_it_deleted() -> None:
    past = Past()
    sessions = [session_of(1), session_of(2), session_of(3)]
    past.take(sessions)
    past.rate(2, Rating(3, 0, "Good"))
    past.delete(2)
    assert past.undelete()
    past.take([sessions[0], sessions[2]])
    assert [session.id for session in past.sessions] == [3, 2, 1]
    assert past.sessions[1].note == "Good"
    past.take(sessions)
    past.take([sessions[0], sessions[2]])  # by now another window may have deleted it
    assert [session.id for session in past.sessions] == [3, 1]


def test_who_comes_from_the_window_with_the_session_sees_that_it_has_ended(
    make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.busy = True
    screen = make_screen()
    shelf.busy = False
    shelf.sessions.append(session_of(91))
    QApplication.sendEvent(screen.page, QEvent(QEvent.Type.WindowActivate))
    assert not screen.page.looking.isVisible()
    assert screen.page.sessions.detail.rating.note.isEnabled()
    qtbot.waitUntil(lambda: len(screen.page.sessions.list.sessions) == 91)
