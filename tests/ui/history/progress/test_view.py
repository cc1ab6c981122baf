"""The view of progress: choosing, looking at a week, tables, themes and sizes."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.performed import START, performed, session
from tempo_trainer.history.progress import SIDES
from tempo_trainer.history.records import Session
from tempo_trainer.ui.fields import Choices, Combo
from tempo_trainer.ui.history.progress.patterns import colour
from tempo_trainer.ui.history.progress.view import NOTHING_YET, ProgressView
from tempo_trainer.ui.themes import CONTRAST, DARK, LIGHT

RDL, BRIDGE = "Single-leg Romanian deadlift", "Pelvic bridge"


def done(weeks_ago: int) -> Session:
    sets = [
        performed(tension_ms=66_000),
        performed(side="right", tension_ms=60_000),
        performed(item=2, exercise="pelvic-bridge", name=BRIDGE, side="both", tension_ms=30_000, done_reps=10),
    ]
    return session(sets, id=100 - weeks_ago, started_at=START - timedelta(weeks=weeks_ago))


HISTORY = [done(weeks_ago) for weeks_ago in (30, 5, 1, 0)]


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ProgressView]:
    def shown(sessions: Sequence[Session] = HISTORY, width: int = 1200, height: int = 700) -> ProgressView:
        view = ProgressView(DARK, START.date)
        qtbot.addWidget(view)
        view.set_sessions(sessions)
        view.resize(width, height)
        view.show()
        QApplication.processEvents()
        return view

    return shown


@pytest.fixture
def view(show: Callable[..., ProgressView]) -> ProgressView:
    return show()


def pick(qtbot: QtBot, view: ProgressView, text: str) -> None:
    button = next(made for made in view.choosing.findChildren(QWidget) if made.accessibleName().endswith(f": {text}"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def first_column(view: ProgressView) -> list[str]:
    return [row[0] for row in view.exercise_numbers.view.numbers.table.rows]


def test_it_opens_with_the_last_twelve_weeks(view: ProgressView) -> None:
    assert view.by_week.words.text() == (
        "7 min 48 s under tension (left 3 min 18 s, right 3 min, both together 1 min 30 s)."
    )
    assert view.sides.words.text() == "Left 10 % more over the last 4 weeks."
    assert view.by_exercise.words.text() == f"Most: {RDL}, 81 % of all."
    assert len(view.week_numbers.view.numbers.table.rows) == 12


def test_another_time_another_measure_another_exercise(qtbot: QtBot, view: ProgressView) -> None:
    pick(qtbot, view, "All")
    assert len(view.week_numbers.view.numbers.table.rows) == 31
    pick(qtbot, view, "Year")
    assert len(view.week_numbers.view.numbers.table.rows) == 52
    pick(qtbot, view, "Reps")
    assert view.by_week.words.text() == "104 reps (left 32 reps, right 32 reps, both together 40 reps)."
    assert first_column(view) == [RDL, BRIDGE]
    combo = view.choosing.findChild(Combo)
    assert combo
    qtbot.keyClicks(combo, "Pelvic")  # as one types in a closed list
    assert view.by_week.words.text() == "40 reps (both together 40 reps)."
    assert view.sides.words.text() == "Nothing was done one side at a time."


def test_what_was_chosen_stays_when_the_history_changes(qtbot: QtBot, view: ProgressView) -> None:
    pick(qtbot, view, "Reps")
    view.set_sessions([*HISTORY, done(0)])
    assert view.by_week.words.text() == "104 reps (left 32 reps, right 32 reps, both together 40 reps)."


def test_weeks_are_looked_at_by_keys_and_told(qtbot: QtBot, view: ProgressView) -> None:
    chart = view.by_week.chart
    chart.setFocus()
    assert view.by_week.words.text().startswith("Week of 12 October 2026: 2 min 36 s under tension (left 1 min 6 s")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert view.by_week.words.text().startswith("Week of 5 October 2026: 2 min 36 s")
    assert chart.accessibleDescription() == view.by_week.words.text()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert view.by_week.words.text() == "Week of 27 July 2026: nothing."
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.slot == 11
    chart.clearFocus()
    assert view.by_week.words.text().startswith("7 min 48 s")


def test_exercises_are_looked_at_from_top_to_bottom(qtbot: QtBot, view: ProgressView) -> None:
    chart = view.by_exercise.chart
    chart.setFocus()
    assert view.by_exercise.words.text().startswith(f"{RDL}: 6 min 18 s under tension (left")
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert view.by_exercise.words.text() == f"{BRIDGE}: 1 min 30 s under tension (both together 1 min 30 s)."


def test_the_week_below_the_mouse_is_told_and_forgotten(qtbot: QtBot, view: ProgressView) -> None:
    chart = view.by_week.chart
    seen = set()
    for x in range(0, chart.width(), 8):
        qtbot.mouseMove(chart, QPoint(x, chart.height() // 2))
        seen.add(chart.slot)
    assert seen == set(range(-1, 12))
    qtbot.mouseMove(chart, QPoint(chart.width() // 2, chart.height() // 2))
    assert view.by_week.words.text().startswith("Week of ")
    QApplication.sendEvent(chart, leaving())
    assert chart.slot == -1


def test_neither_wheel_nor_drag_moves_anything_in_a_chart(qtbot: QtBot, view: ProgressView) -> None:
    chart = view.by_week.chart
    chart.setFocus()
    before = picture(chart)
    middle = chart.rect().center()
    wheel = QWheelEvent(
        middle.toPointF(), chart.mapToGlobal(middle).toPointF(), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart, wheel)
    assert not wheel.isAccepted()  # the page scrolls instead
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 20))
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=middle)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert QApplication.activePopupWidget() is None
    assert picture(chart) == before


def test_tables_instead_of_charts(qtbot: QtBot, view: ProgressView) -> None:
    view.choosing.table.click()
    table = view.week_numbers.view
    assert table.isVisible()
    assert not view.by_week.isVisible()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Time", "Left", "Right"]
    assert lines[1].split("\t") == [
        "Week of 12 October 2026",
        "1 min 6 s",
        "1 min",
        "30 s",
        "2 min 36 s",
        "Left 10 % more",
    ]
    assert len(lines) == 13
    qtbot.mouseClick(view.exercise_numbers.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith(RDL)
    model = table.model()
    assert (
        model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Week of 12 October 2026, Left: 1 min 6 s"
    )
    view.choosing.table.click()
    assert view.by_week.isVisible()


@pytest.mark.parametrize("sessions", [[], [session()]], ids=["none", "without a set"])
def test_without_a_set_it_says_what_will_be_here(show: Callable[..., ProgressView], sessions: list[Session]) -> None:
    view = show(sessions)
    assert NOTHING_YET in texts(view)
    assert not view.choosing.isVisible()
    view.set_sessions(HISTORY)
    assert view.choosing.isVisible()
    assert view.by_week.isVisible()


def test_a_theme_is_taken_up_at_once(view: ProgressView) -> None:
    for theme in (LIGHT, CONTRAST, DARK):
        view.set_theme(theme)
        QApplication.processEvents()
        image = picture(view.by_week.chart)
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 4)}
        assert {colour("left", theme), colour("right", theme), colour("both", theme), theme.surface} <= colours


def test_the_sides_have_patterns_as_well_as_colours(view: ProgressView) -> None:
    image = picture(view.by_exercise.chart)
    rows = [[image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())]
    plain, striped = (fullest(rows, colour(side, DARK)) for side in SIDES[:2])
    assert set(plain) == {colour("left", DARK)}
    assert DARK.surface in striped


@pytest.mark.parametrize(("width", "height"), [(592, 300), (1200, 560), (1872, 900)])
def test_nothing_is_wider_than_the_window(show: Callable[..., ProgressView], width: int, height: int) -> None:
    view = show(width=width, height=height)
    assert view.minimumSizeHint().width() <= width
    for card in (view.by_week, view.by_exercise, view.sides):
        left = card.mapTo(view, QPoint(0, 0)).x()
        assert left >= 0
        assert left + card.width() <= width
        assert card.chart.height() >= card.chart.minimumSizeHint().height()


def fullest(rows: list[list[str]], colour: str) -> list[str]:
    """The part of a row of pixels that begins and ends in a colour, of the row that has most of it."""
    row = max(rows, key=lambda row: row.count(colour))
    return row[row.index(colour) : len(row) - row[::-1].index(colour)]


def leaving() -> QEvent:
    return QEvent(QEvent.Type.Leave)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def texts(view: QWidget) -> list[str]:
    return [made.text() for made in view.findChildren(QLabel) if made.isVisible()]


@pytest.mark.parametrize("width", [592, 980, 1020, 1040, 1060, 1152, 1400])
def test_the_choices_stand_in_a_row_at_each_width(show: Callable[..., ProgressView], width: int) -> None:
    choosing = show(width=width).choosing
    for choices in choosing.findChildren(Choices):
        assert len({button.y() for button in choices.findChildren(QPushButton)}) == 1
