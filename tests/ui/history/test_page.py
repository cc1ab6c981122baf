"""The history screen by keys and by mouse: what is listed, said, deleted, suggested and asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.history.advice import Suggestion
from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.page import PROGRESS, SESSIONS, TOPIC, HistoryPage
from tempo_trainer.ui.history.past import rating_of
from tempo_trainer.ui.history.richtext import RichText
from tempo_trainer.ui.themes import CONTRAST, DARK, LIGHT
from ui.history.conftest import NOW, START, Charts, Screen, Shelf, session_of

Key = Qt.Key
MORE = Suggestion("harder", "Slower", "All reps were done twice.", data={"name": "Slower"})


def listed(screen: Screen) -> list[int]:
    return [session.id for session in screen.page.sessions.list.sessions]


def chosen(screen: Screen) -> int:
    assert screen.page.current
    return screen.page.current.id


def words(screen: Screen) -> str:
    """What stands beside the list."""
    detail = screen.page.sessions.detail
    texts: list[QLabel | RichText] = [*detail.findChildren(QLabel), *detail.findChildren(RichText)]
    return " ".join(one.text() for one in texts if one.isVisible()).replace("\N{NO-BREAK SPACE}", " ")


def press(qtbot: QtBot, screen: Screen, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(screen.page.sessions.list, key)


def wait_for_reading(qtbot: QtBot, screen: Screen) -> None:
    before = screen.shelf.reads
    screen.told.clear()
    screen.page.refresh()
    qtbot.waitUntil(lambda: TOPIC in screen.told and screen.shelf.reads > before)


def test_sessions_are_listed_newest_first_and_the_newest_is_shown(screen: Screen) -> None:
    assert listed(screen) == [4, 3, 2, 1]
    assert chosen(screen) == 4
    assert screen.page.sessions.count.text() == "4 sessions"
    text = words(screen)
    assert all(
        part in text
        for part in ("Hamstrings, intermediate", "Today, 18:05", "32 min", "9 min 4 s under tension", "✓ Finished")
    )
    assert "✓ 24 of 24" in text


def test_rows_tell_all_of_it_to_who_hears_them(screen: Screen) -> None:
    model = screen.page.sessions.list.model()
    heard = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert heard[0] == "Hamstrings, intermediate. Today, 18:05  ·  32 min. Finished  ·  effort 6  ·  pain 1"
    assert "Yesterday" in heard[1]
    assert "Interrupted" in heard[1]
    assert "Thu 5 Jun, 18:05" in heard[2]
    assert "Ended early  ·  effort 8  ·  pain 4" in heard[2]


def test_an_empty_history_says_what_to_do(make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot) -> None:
    shelf.sessions.clear()
    page = make_screen().page
    assert page.empty.isVisible()
    assert not page.views.isVisible()
    assert not page.export.isVisible()
    page.entered()
    assert page.empty.begin.hasFocus()
    with qtbot.waitSignal(page.workouts_wanted):
        qtbot.keyClick(page.empty.begin, Key.Key_Return)


def test_the_first_session_takes_the_place_of_the_hint(
    make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot
) -> None:
    first = shelf.sessions[-1]
    shelf.sessions.clear()
    screen = make_screen()
    shelf.sessions.append(first)
    wait_for_reading(qtbot, screen)
    assert screen.page.sessions.isVisible()
    assert chosen(screen) == first.id


def test_a_session_is_chosen_that_was_done_meanwhile_but_never_while_one_looks(screen: Screen, qtbot: QtBot) -> None:
    press(qtbot, screen, Key.Key_Down, Key.Key_Down)
    assert chosen(screen) == 2
    wait_for_reading(qtbot, screen)
    assert chosen(screen) == 2
    screen.shelf.sessions.append(session_of(5))
    wait_for_reading(qtbot, screen)
    assert listed(screen) == [5, 4, 3, 2, 1]
    assert chosen(screen) == 2
    screen.page.hide()
    screen.shelf.sessions.append(session_of(6))
    screen.page.refresh()
    screen.page.show()
    qtbot.waitUntil(lambda: chosen(screen) == 6)


def test_nothing_is_read_while_nobody_looks(screen: Screen, qtbot: QtBot) -> None:
    screen.page.hide()
    reads = screen.shelf.reads
    screen.page.refresh()
    screen.page.refresh()
    assert screen.shelf.reads == reads
    screen.shelf.sessions.append(session_of(5))
    screen.page.show()
    qtbot.waitUntil(lambda: 5 in listed(screen))
    assert screen.shelf.reads == reads + 1


def test_a_history_that_cannot_be_read_says_why_and_is_tried_again(qtbot: QtBot, shelf: Shelf) -> None:
    told: dict[str, str] = {}
    problems = [ValueError("The history was written by a newer Tempo Trainer: update this one.")]

    def read() -> Any:
        if problems:
            raise problems.pop()
        return shelf.read()

    page = HistoryPage(DARK, replace(shelf.book, read=read), Charts.made, told.__setitem__, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: told.get(TOPIC, "").startswith("The history was written"))
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: page.current is not None)
    assert told[TOPIC] == ""


def test_search_and_range(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    assert page.seek()
    assert page.sessions.search.hasFocus()
    qtbot.keyClicks(page.sessions.search, "nordlich zwickt")
    assert listed(screen) == [1]
    assert page.sessions.count.text() == "1 of 4 sessions"
    assert page.sessions.weeks.strip.chosen == (START - timedelta(weeks=60)).date()
    qtbot.keyClicks(page.sessions.search, " nothing")
    assert listed(screen) == []
    assert "No session has all of these words" in words(screen)
    assert not page.sessions.detail.main.isVisible()
    assert not page.export.isEnabled()
    qtbot.keyClick(page.sessions.search, Key.Key_Escape)
    assert listed(screen) == [4, 3, 2, 1]
    qtbot.keyClick(page.sessions.search, Key.Key_Down)
    assert page.sessions.list.hasFocus()


def test_a_range_of_time(screen: Screen, qtbot: QtBot) -> None:
    reach = screen.page.sessions.reach
    qtbot.keyClick(reach, Key.Key_Home)
    qtbot.keyClick(reach, Key.Key_Return)
    assert reach.chosen() == "4 weeks"
    assert listed(screen) == [4, 3, 2]


def test_a_day_of_the_strip_chooses_its_session_whatever_the_range(screen: Screen, qtbot: QtBot) -> None:
    view = screen.page.sessions
    strip = view.weeks.strip
    assert strip.chosen == START.date()
    qtbot.keyClick(strip, Key.Key_Up)
    assert chosen(screen) == 3
    view.reach.choose("4 weeks")
    view.reach.picked.emit("4 weeks")
    qtbot.keyClick(strip, Key.Key_Home)
    assert chosen(screen) == 1
    assert view.reach.chosen() == "All time"
    qtbot.keyClick(strip, Key.Key_Down)  # a day without one: the list stays where it is
    assert chosen(screen) == 1
    press(qtbot, screen, Key.Key_Home)
    assert strip.chosen == START.date()


def test_enter_does_it_again_or_goes_on(screen: Screen, qtbot: QtBot) -> None:
    screen.page.entered()
    assert screen.page.sessions.list.hasFocus()
    with qtbot.waitSignal(screen.page.again_wanted) as again:
        press(qtbot, screen, Key.Key_Return)
    assert again.args == [4]
    press(qtbot, screen, Key.Key_Down)
    detail = screen.page.sessions.detail
    assert detail.main.text() == "Go on with it"
    with qtbot.waitSignal(screen.page.go_on_wanted) as on:
        qtbot.mouseClick(detail.main, Qt.MouseButton.LeftButton)
    assert on.args == [3]
    with qtbot.waitSignal(screen.page.again_wanted) as anew:
        screen.page.do("again")
    assert anew.args == [3]


def test_delete_and_undo(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    page.entered()
    press(qtbot, screen, Key.Key_Down, Key.Key_Delete)
    assert listed(screen) == [4, 2, 1]
    assert chosen(screen) == 2
    assert list(screen.shelf.deleted) == [3]
    assert page.strip.isVisible()
    assert "is deleted" in page.strip.text
    press(qtbot, screen, Key.Key_Delete)
    wait_for_reading(qtbot, screen)
    assert listed(screen) == [4, 1]
    qtbot.mouseClick(page.strip.do, Qt.MouseButton.LeftButton)
    assert chosen(screen) == 2
    page.step_back()
    assert listed(screen) == [4, 3, 2, 1]
    assert chosen(screen) == 3
    assert not screen.shelf.deleted
    assert not page.strip.isVisible()
    page.step_back()
    assert listed(screen) == [4, 3, 2, 1]


def test_the_last_session_can_be_deleted_and_brought_back(make_screen: Callable[[], Screen], shelf: Shelf) -> None:
    del shelf.sessions[1:]
    screen = make_screen()
    screen.page.do("delete")
    assert screen.page.empty.isVisible()
    screen.page.step_back()
    assert screen.page.sessions.isVisible()
    assert listed(screen) == [1]


def test_del_in_a_field_is_a_letter(screen: Screen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.page.sessions.search, Key.Key_Delete)
    qtbot.keyClick(screen.page.sessions.detail.rating.note, Key.Key_Delete)
    assert len(listed(screen)) == 4


def test_what_is_said_is_kept_at_once(screen: Screen, qtbot: QtBot) -> None:
    rating = screen.page.sessions.detail.rating
    qtbot.keyClick(rating.pain, Key.Key_End)
    qtbot.keyClick(rating.pain, Key.Key_Return)
    assert screen.shelf.said == [(4, 6, 10, "")]
    assert "Ease off" in rating.light.text()
    assert "Ease off" in rating.pain.accessibleDescription()
    qtbot.keyClick(rating.effort, Key.Key_Home)
    qtbot.keyClick(rating.effort, Key.Key_Return)
    assert screen.shelf.said[-1] == (4, None, 10, "")
    assert screen.page.current
    assert rating_of(screen.page.current) == (None, 10, "")


def test_a_note_is_kept_when_typing_rests(screen: Screen, qtbot: QtBot) -> None:
    note = screen.page.sessions.detail.rating.note
    note.setFocus()
    qtbot.keyClicks(note, "Calm")
    assert screen.shelf.said == []
    qtbot.waitUntil(lambda: screen.shelf.said == [(4, 6, 1, "Calm")])
    wait_for_reading(qtbot, screen)
    assert note.text() == "Calm"
    assert note.hasFocus()


@pytest.mark.parametrize("leave", ["another", "hidden", "again"])
def test_a_note_is_kept_when_it_is_left(screen: Screen, qtbot: QtBot, leave: str) -> None:
    qtbot.keyClicks(screen.page.sessions.detail.rating.note, "Calm")
    if leave == "another":
        press(qtbot, screen, Key.Key_Down)
    elif leave == "hidden":
        screen.page.hide()
    else:
        screen.page.do("again")
    assert screen.shelf.said == [(4, 6, 1, "Calm")]


def test_a_reading_does_not_take_away_what_is_being_typed(screen: Screen, qtbot: QtBot) -> None:
    note = screen.page.sessions.detail.rating.note
    qtbot.keyClicks(note, "Cal")
    screen.shelf.sessions = [replace(one, lasted_ms=60_000) for one in screen.shelf.sessions]
    wait_for_reading(qtbot, screen)
    qtbot.keyClicks(note, "m")
    assert note.text() == "Calm"


def test_a_suggestion_with_its_reason(make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot) -> None:
    shelf.suggestion = MORE
    screen = make_screen()
    card = screen.page.sessions.detail.advice
    qtbot.waitUntil(card.isVisible)
    assert all(text in words(screen) for text in ("Slower", "All reps were done twice."))
    assert shelf.asked == [(4, 4)]
    with qtbot.waitSignal(screen.page.suggestion_wanted) as wanted:
        qtbot.keyClick(card.take, Key.Key_Return)
    assert wanted.args == [MORE]
    press(qtbot, screen, Key.Key_Down)  # it was done again since
    assert not card.isVisible()
    press(qtbot, screen, Key.Key_End)  # another workout
    qtbot.waitUntil(card.isVisible)
    assert shelf.asked == [(4, 4), (4, 1)]


def test_a_suggestion_stays_in_place_while_a_note_is_kept(
    make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.suggestion = MORE
    screen = make_screen()
    detail = screen.page.sessions.detail
    qtbot.waitUntil(detail.advice.isVisible)
    qtbot.keyClicks(detail.rating.note, "Calm")
    detail.rating.keep()
    assert detail.advice.isVisible()
    shelf.suggestion = None
    qtbot.waitUntil(lambda: not detail.advice.isVisible())  # what was said may have changed the advice


def test_a_running_session_is_shown_and_left_alone(
    make_screen: Callable[[], Screen], shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.sessions.append(session_of(5, state="running", ended_at=None, effort=None, pain=None))
    shelf.busy = True
    screen = make_screen()
    page, detail = screen.page, screen.page.sessions.detail
    assert page.looking.isVisible()
    assert "▶ Running in another window" in words(screen)
    fields: list[QWidget] = [detail.main, detail.rating.effort, detail.rating.note]
    for _ in range(2):
        assert not any(field.isEnabled() for field in fields)
        with qtbot.assertNotEmitted(page.again_wanted):
            press(qtbot, screen, Key.Key_Return, Key.Key_Delete)
        press(qtbot, screen, Key.Key_Down)  # the others cannot be changed either
    assert not shelf.deleted
    assert page.menu.may("fit")
    shelf.busy = False
    wait_for_reading(qtbot, screen)
    assert not page.looking.isVisible()
    assert all(field.isEnabled() for field in fields)


def test_a_session_that_was_begun_meanwhile_in_another_window_is_noticed(screen: Screen, qtbot: QtBot) -> None:
    screen.shelf.busy = True
    with qtbot.assertNotEmitted(screen.page.again_wanted):
        press(qtbot, screen, Key.Key_Return)
    assert screen.page.looking.isVisible()


def test_progress_is_made_when_it_is_first_shown(screen: Screen, qtbot: QtBot) -> None:
    page = screen.page
    assert page.progress is None
    page.views.choose(SESSIONS)
    qtbot.keyClick(page.views, Key.Key_Right)
    assert page.progress is not None
    charts: Any = page.progress.widget
    assert charts.isVisible()
    assert [[session.id for session in given] for given in charts.given] == [[1, 2, 3, 4]]
    qtbot.keyClick(page.views, Key.Key_Left)
    page.do("delete")
    assert len(charts.given) == 1  # nobody looks
    qtbot.keyClick(page.views, Key.Key_Right)
    assert [session.id for session in charts.given[-1]] == [1, 2, 3]
    qtbot.keyClick(page.views, Key.Key_Left)
    qtbot.keyClick(page.views, Key.Key_Right)
    assert len(charts.given) == 2
    page.set_theme(LIGHT)
    assert charts.theme is LIGHT
    assert page.seek()
    assert page.sessions.isVisible()
    assert page.views.chosen() == SESSIONS
    page.views.picked.emit(PROGRESS)
    page.show_session(2)
    assert chosen(screen) == 2


def test_the_menu_offers_what_can_be_done(screen: Screen, qtbot: QtBot) -> None:
    def offered() -> list[str]:
        actions = [action for action in screen.page.menu.actions() if action.isVisible() and action.text()]
        return [action.text() for action in actions if action.isEnabled()]

    rest = ["Do it again", "Export as FIT file…", "Save its workout…", "Delete"]
    assert offered() == rest
    press(qtbot, screen, Key.Key_Down)
    assert offered() == ["Go on with it", *rest]


def test_every_control_has_a_name(screen: Screen) -> None:
    page = screen.page
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    own = [one for one in controls if one.isVisible() and not one.inherits("QToolButton")]
    texts = [one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "") for one in own]
    assert all(texts), [one for one, text in zip(own, texts, strict=True) if not text]
    named = (page.sessions.list, page.sessions.weeks.strip, page.sessions.detail.room, page.sessions.reach)
    assert all(widget.accessibleName() for widget in named)


def test_tab_leads_through_the_page(screen: Screen, qtbot: QtBot) -> None:
    page, view = screen.page, screen.page.sessions
    view.weeks.strip.setFocus()
    wanted: list[QWidget] = [
        view.search, view.reach, view.list, view.detail.room, view.detail.rating.effort, view.detail.rating.pain,
        view.detail.rating.note, view.detail.main, view.detail.more,
    ]  # fmt: skip
    reached: list[QWidget | None] = []
    for _ in range(len(wanted) + 2):
        qtbot.keyClick(page.window().focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [widget for widget in reached if widget in wanted] == wanted


@pytest.mark.parametrize("size", [(640, 358), (1200, 680), (1920, 1000)])
@pytest.mark.parametrize("told", [False, True])
def test_all_parts_fit_into_the_page(screen: Screen, size: tuple[int, int], *, told: bool) -> None:
    page, view = screen.page, screen.page.sessions
    if told:
        page.do("delete")
    page.resize(640, 358)
    QApplication.processEvents()
    page.resize(*size)
    QApplication.processEvents()
    assert (page.width(), page.height()) == size
    for part in (view.weeks.strip, view.search, view.list, view.detail.main, view.detail.more, page.export):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(corner), part.accessibleName()
    inside = view.detail.room.widget()
    assert inside is not None
    assert inside.width() <= view.detail.room.viewport().width()
    for table in inside.findChildren(RichText):
        assert table.height() >= table.heightForWidth(table.width())


def test_colours_change_with_the_theme(screen: Screen) -> None:
    detail = screen.page.sessions.detail
    for theme in (LIGHT, CONTRAST):
        screen.page.set_theme(theme)
        assert theme.border in words(screen)
        assert theme.lights["go on"] in detail.rating.light.text()
        screen.page.grab()


def test_names_are_text_not_markup(make_screen: Callable[[], Screen], shelf: Shelf) -> None:
    last: Session = session_of(9, workout="<b>&amp;</b>")
    shelf.sessions.append(last)
    assert "<b>&amp;</b>" in words(make_screen())
