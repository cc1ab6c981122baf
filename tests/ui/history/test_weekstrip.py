"""The strip of weeks by keys, mouse and wheel."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.history.days import days_of, monday
from tempo_trainer.ui.history.weeks import Weeks
from tempo_trainer.ui.history.weekstrip import WeekStrip
from tempo_trainer.ui.themes import DARK, LIGHT
from ui.history.conftest import START, session_of

Key = Qt.Key
TODAY = START.date()
OLDEST = TODAY - timedelta(weeks=150)


@pytest.fixture
def weeks(qtbot: QtBot) -> Weeks:
    made = Weeks(DARK)
    qtbot.addWidget(made)
    made.resize(700, 190)
    made.set_room(700, low=False)
    made.show_days(days_of([session_of(1, START - timedelta(weeks=150)), session_of(2)]), TODAY)
    made.show()
    return made


@pytest.fixture
def strip(weeks: Weeks) -> WeekStrip:
    return weeks.strip


def test_a_click_chooses_the_day_below_it(strip: WeekStrip, qtbot: QtBot) -> None:
    wanted = TODAY - timedelta(40)
    with qtbot.waitSignal(strip.picked) as picked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.grid.square(wanted).center().toPoint())
    assert picked.args == [wanted]
    assert strip.chosen == wanted


def test_days_to_come_and_what_lies_beside_cannot_be_chosen(strip: WeekStrip, qtbot: QtBot) -> None:
    tomorrow = strip.grid.square(TODAY + timedelta(1)).center().toPoint()
    with qtbot.assertNotEmitted(strip.picked):
        for place in (tomorrow, QPoint(3, 3), QPoint(strip.width() - 1, 90)):
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Left, TODAY - timedelta(7)),
        (Key.Key_Up, TODAY - timedelta(1)),
        (Key.Key_Right, TODAY),
        (Key.Key_Down, TODAY),
        (Key.Key_PageUp, TODAY - timedelta(28)),
        (Key.Key_Home, OLDEST),
        (Key.Key_End, TODAY),
    ],
)
def test_keys_go_from_day_to_day(strip: WeekStrip, qtbot: QtBot, key: Key, day: date) -> None:
    with qtbot.waitSignal(strip.picked) as picked:
        qtbot.keyClick(strip, key)
    assert picked.args == [day]
    assert strip.grid.first <= day <= strip.grid.last + timedelta(6)  # in sight


def test_keys_do_not_lead_before_the_first_week(strip: WeekStrip, qtbot: QtBot) -> None:
    qtbot.keyClick(strip, Key.Key_Home)
    for _ in range(9):
        qtbot.keyClick(strip, Key.Key_Up)
    assert strip.chosen == monday(OLDEST)


def test_arrows_lead_back_through_the_years_and_end_there(weeks: Weeks, qtbot: QtBot) -> None:
    assert weeks.earlier.isVisible()
    assert not weeks.later.isVisible()
    while weeks.earlier.isVisible():
        before = weeks.strip.grid.first
        qtbot.mouseClick(weeks.earlier, Qt.MouseButton.LeftButton)
        assert weeks.strip.grid.first < before
    assert weeks.strip.grid.first == monday(OLDEST)
    qtbot.mouseClick(weeks.later, Qt.MouseButton.LeftButton)
    assert weeks.strip.grid.first > monday(OLDEST)


def test_the_wheel_turns_back_and_on(strip: WeekStrip) -> None:
    latest = strip.grid.last
    for turn, weeks_back in ((120, 4), (-120, 0), (-120, 0)):
        centre = QPointF(strip.rect().center())
        QApplication.sendEvent(
            strip,
            QWheelEvent(
                centre, centre, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
        assert strip.grid.last == latest - timedelta(weeks=weeks_back)


def test_what_is_chosen_is_told(weeks: Weeks) -> None:
    weeks.choose(TODAY)
    assert weeks.strip.accessibleDescription() == "Today: 1 session, 9 min 4 s under tension"


def test_a_day_with_work_is_filled_and_others_are_not(strip: WeekStrip) -> None:
    picture = strip.grab().toImage()

    def colour(day: date) -> QColor:
        return picture.pixelColor(strip.grid.square(day).center().toPoint())

    assert colour(TODAY) == QColor(DARK.accent)
    assert colour(TODAY - timedelta(1)) == QColor(DARK.raised)
    strip.set_theme(LIGHT)
    picture = strip.grab().toImage()
    assert colour(TODAY) == QColor(LIGHT.accent)


def test_sessions_of_a_clock_that_was_ahead_are_shown(weeks: Weeks) -> None:
    ahead = START + timedelta(weeks=3)
    weeks.show_days(days_of([session_of(1, ahead), session_of(2)]), TODAY)
    assert weeks.strip.grid.last == monday(ahead.date())


def test_smaller_days_in_a_low_window(weeks: Weeks) -> None:
    high = weeks.strip.sizeHint().height()
    weeks.set_room(700, low=True)
    assert weeks.strip.sizeHint().height() < high
    weeks.set_room(1900, low=False)
    assert weeks.strip.sizeHint().height() > high
