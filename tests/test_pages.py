"""The window with all its pages, as app.py builds it: how they lead to one another, what every screen must have."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.recorded import recorded
from helpers.wired import wired_window
from tempo_trainer.folders import Folders
from tempo_trainer.pages import Needs, Pages
from tempo_trainer.session.hearing import Hearing, at_least
from tempo_trainer.sound import Sound
from tempo_trainer.ui.builder.page import BuilderPage
from tempo_trainer.ui.guide.page import GuidePage
from tempo_trainer.ui.history.page import PROGRESS, HistoryPage
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.workouts.page import WorkoutsPage
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names

SCREENS = [*Place, PROGRESS]


@pytest.fixture
def pages(qtbot: QtBot, folders: Folders) -> Iterator[Pages]:
    with wired_window(qtbot, folders) as made:
        yield made


@pytest.fixture
def done(folders: Folders, names: Names) -> None:
    """Something is in the history."""
    with recorded(folders.home) as history:
        history.perform(load_timeline(folders.shipped_workouts / "first-try.yaml", names))


def show(pages: Pages, screen: Place | str, qtbot: QtBot) -> None:
    """All that there is to see."""
    place = screen if isinstance(screen, Place) else Place.HISTORY
    pages.window.show_place(place)
    page = pages.window.page(place)
    if isinstance(page, HistoryPage):
        qtbot.waitUntil(lambda: page.current is not None)
    if isinstance(page, HistoryPage) and screen == PROGRESS:
        page.views.picked.emit(PROGRESS)


@pytest.fixture
def needs(pages: Pages) -> Needs:
    return pages.needs


def controls(page: QWidget) -> Sequence[QWidget]:
    """What can have the focus now."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
        and not _is_reached_by_arrows(widget)
        and not (isinstance(widget, QScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus)
    ]


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Of buttons of which one is chosen, Tab leads to that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()  # type: ignore[attr-defined]  # a button


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_of_every_screen_has_a_name(pages: Pages, screen: Place | str, qtbot: QtBot) -> None:
    show(pages, screen, qtbot)
    for control in controls(pages.window):
        text = control.text() if isinstance(control, QAbstractButton | QLabel) else ""
        inside_a_field = (
            isinstance(control, QLineEdit) and control.parent() is not None and control.objectName().startswith("qt_")
        )
        assert control.accessibleName() or text or inside_a_field, f"{type(control).__name__} on {screen}"


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize("screen", SCREENS)
def test_tab_leads_to_every_control_and_round_again(pages: Pages, screen: Place | str, qtbot: QtBot) -> None:
    show(pages, screen, qtbot)
    wanted = set(controls(pages.window))
    met: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    missed = [
        control.accessibleName() or control for control in wanted - met if not isinstance(control, QAbstractScrollArea)
    ]
    assert missed == []


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize("size", [(640, 440), (1200, 800)])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_label_is_wider_than_its_room(
    pages: Pages, screen: Place | str, size: tuple[int, int], qtbot: QtBot
) -> None:
    show(pages, screen, qtbot)
    pages.window.resize(*size)
    QApplication.processEvents()
    assert (pages.window.width(), pages.window.height()) == size, "the screen does not become so small"
    for label in pages.window.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap() and label.textFormat() != Qt.TextFormat.RichText:
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()) - 1, label.text()


class WindowWatch(QObject):
    """Notes windows that open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_a_page_opens_as_a_window_of_its_own(pages: Pages, qapp: QApplication, needs: Needs) -> None:
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    for place in Place:
        pages.window.show_place(place)
    pages.edit(needs.folders.shipped_workouts / "intermediate.yaml")
    builder = pages.window.page(Place.BUILDER)
    assert isinstance(builder, BuilderPage)
    for path in ((), ("blocks", 0), ("blocks", 2)):
        builder.choose(path)
    qapp.removeEventFilter(watch)
    assert watch.opened == []


def test_a_workout_is_started_from_the_list(pages: Pages, qtbot: QtBot) -> None:
    page = pages.window.page(Place.WORKOUTS)
    assert isinstance(page, WorkoutsPage)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.window.current is pages.window.session)
    assert pages.window.windowTitle().startswith("First try")


def test_a_start_that_comes_too_late_pulls_nobody_away(pages: Pages, needs: Needs, qtbot: QtBot) -> None:
    pages.start(needs.folders.shipped_workouts / "intermediate.yaml")
    pages.window.show_place(Place.PRESETS)
    done: list[None] = []
    pages._errands.run(lambda: None, done.append)  # noqa: SLF001  behind the start
    qtbot.waitUntil(lambda: done == [None])
    assert pages.window.place is Place.PRESETS
    assert pages.window.current is not pages.window.session


def test_why_a_start_failed_stays_to_be_read(pages: Pages, needs: Needs, qtbot: QtBot, tmp_path: Path) -> None:
    pages.start(tmp_path / "gone.yaml")
    qtbot.waitUntil(lambda: "gone.yaml" in needs.notices.text)
    with qtbot.waitSignal(needs.shelf.read):
        needs.shelf.refresh()
    assert "there is no such file" in needs.notices.text
    pages.start(needs.folders.shipped_workouts / "intermediate.yaml")
    qtbot.waitUntil(lambda: pages.window.current is pages.window.session)
    assert "gone.yaml" not in needs.notices.text


def test_a_shipped_workout_is_copied_when_it_is_edited(pages: Pages, needs: Needs, qtbot: QtBot) -> None:
    page = pages.window.page(Place.WORKOUTS)
    assert isinstance(page, WorkoutsPage)
    page.do("edit")
    builder = pages.window.page(Place.BUILDER)
    assert isinstance(builder, BuilderPage)
    qtbot.waitUntil(lambda: "First try" in str(builder.document.data.get("name")))
    with qtbot.waitSignal(builder.saved):
        builder.save()
    (kept,) = needs.folders.own_workouts.glob("[!.]*.yaml")
    qtbot.waitUntil(lambda: kept in needs.shelf.entries)


def test_closing_the_window_asks_for_an_unfinished_sound_file(pages: Pages, qtbot: QtBot, tmp_path: Path) -> None:
    page = pages.window.page(Place.WORKOUTS)
    assert isinstance(page, WorkoutsPage)
    (entry,) = (entry for entry in page.list.entries if "advanced" in entry.name)
    page.handling.write_sound(entry, tmp_path / "long.mp3")
    pages.window.show_place(Place.EXERCISES)
    assert not pages.window.close()
    assert pages.window.current is page
    assert page.question.buttons[0].hasFocus()
    qtbot.mouseClick(page.question.buttons[1], Qt.MouseButton.LeftButton)
    assert not pages.window.isVisible()
    assert not (tmp_path / "long.mp3").exists()


def test_an_exercise_of_the_guide_is_added_to_the_workout(pages: Pages) -> None:
    pages.window.show_place(Place.EXERCISES)
    guide, builder = pages.window.page(Place.EXERCISES), pages.window.page(Place.BUILDER)
    assert isinstance(guide, GuidePage)
    assert isinstance(builder, BuilderPage)
    guide.add_wanted.emit("nordic-curl", "slow")
    assert pages.window.place is Place.BUILDER
    assert builder.document.data["blocks"][-1]["exercise"] == "nordic-curl"
    assert builder.document.data["blocks"][-1]["tempo"] == "slow"


def test_a_preset_of_ones_own_can_be_used_at_once(pages: Pages, needs: Needs, qtbot: QtBot) -> None:
    pages.window.show_place(Place.BUILDER)
    builder = pages.window.page(Place.BUILDER)
    assert isinstance(builder, BuilderPage)
    with qtbot.waitSignal(needs.shelf.read):  # workouts that name it are right now
        needs.presets.change({"mine": needs.presets.names.presets["slow"]})
    assert "mine" in builder.document.names.presets


def test_until_the_library_is_read_no_preset_is_said_to_be_unused(needs: Needs, qtbot: QtBot) -> None:
    made = Pages(needs)
    qtbot.addWidget(made.window)
    page = made.window.page(Place.PRESETS)
    assert not any("No workout" in label.text() for label in page.findChildren(QLabel))
    with qtbot.waitSignal(needs.shelf.read):
        needs.shelf.refresh()
    assert any("Used in" in label.text() or "No workout" in label.text() for label in page.findChildren(QLabel))


class HeardSound(Sound):
    """Notes how a rep is to be heard."""

    def __init__(self, *needs: Any) -> None:
        super().__init__(*needs)
        self.heard: list[Hearing] = []

    def hear(self, hearing: Hearing) -> None:
        self.heard.append(hearing)

    def hear_clearly(self, hearing: Hearing) -> None:
        self.heard.append(at_least(hearing))


@pytest.mark.parametrize(("place", "button", "tones"), [
    (Place.SETTINGS, "Hear a rep", 5), (Place.PRESETS, "Hear it", 50), (Place.EXERCISES, "Hear it", 50),
])  # fmt: skip
def test_a_rep_is_heard_in_the_settings_as_it_is_set_and_elsewhere_clearly(
    needs: Needs, qtbot: QtBot, clock: FakeClock, place: Place, button: str, tones: int
) -> None:
    needs.settings.change(needs.settings.now.model_copy(update={"tones": 5, "voice": 7, "says": "brief"}))
    with closing(HeardSound(needs.settings, needs.folders, lambda: needs.presets.names, clock)) as sound:
        made = Pages(replace(needs, sound=sound))
        qtbot.addWidget(made.window)
        made.window.show_place(place)
        made.window.show()
        buttons = made.window.page(place).findChildren(QPushButton)
        next(control for control in buttons if control.text() == button).click()
        assert sound.heard == [Hearing(tones, 7, "brief")]


def test_where_the_window_was_is_kept(pages: Pages, needs: Needs) -> None:
    pages.window.show_place(Place.SETTINGS)
    pages.window.setGeometry(40, 50, 900, 700)
    pages.window.close()
    kept = needs.settings.now
    assert kept.page == "Settings"
    assert kept.window is not None
    assert (kept.window.width, kept.window.height) == (900, 700)
    assert not kept.window.maximised


def test_a_window_from_a_larger_screen_comes_back_on_this_one(pages: Pages, needs: Needs, tmp_path: Path) -> None:
    del needs, tmp_path
    place = pages.window.placed().model_copy(update={"x": 9000, "y": -500, "width": 5000, "height": 4000})
    pages.window.take_place(place)
    assert pages.window.screen().availableGeometry().contains(pages.window.geometry())
