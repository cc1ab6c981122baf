"""The window: its places, its menus, and how a session takes the whole of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from helpers.plans import SQUAT, plan
from tempo_trainer.session.clock import SystemClock
from tempo_trainer.session.conductor import Conductor
from tempo_trainer.session.hearing import Hearing
from tempo_trainer.session.player import Player
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.help.page import HelpPage
from tempo_trainer.ui.menus import Menus, Wishes
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.session.page import SessionPage
from tempo_trainer.ui.themes import DARK, LIGHT, Theme
from tempo_trainer.ui.window import MainWindow
from tempo_trainer.workout.timeline import Timeline


class Told(Page):
    """A page that remembers what it was told."""

    can_save = can_undo = True

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.asks = False
        self.then: Callable[[], object] = lambda: None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_theme(self, theme: Theme) -> None:
        self.heard.append(theme.name)

    def seek(self) -> bool:
        self.heard.append("seek")
        return True

    def save(self) -> bool:
        self.heard.append("save")
        return True

    def step_back(self) -> None:
        self.heard.append("undo")

    def step_forward(self) -> None:
        self.heard.append("redo")

    def ask_to_leave(self, then: Callable[[], object]) -> bool:
        self.then = then
        return self.asks


@dataclass
class Desk:
    window: MainWindow
    made: list[Told] = field(default_factory=list)
    wished: list[str] = field(default_factory=list)

    @property
    def page(self) -> Told:
        """The page that is shown."""
        assert isinstance(self.window.current, Told)
        return self.window.current


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made: list[Told] = []
    wished: list[str] = []

    def make() -> Told:
        made.append(Told())
        return made[-1]

    def new_session(timeline: Timeline) -> Conductor:
        return Conductor(Player(timeline, SystemClock()), {}, Hearing(), lambda _: None)

    session = SessionPage(DARK, load_figures(), lambda _: None)
    window = MainWindow(NoticeBar(), session, dict.fromkeys(Place, make), new_session, DARK)
    names = ("new", "open", "bring_in", "next_theme", "help", "about")
    wishes = {name: (lambda name=name: wished.append(name)) for name in names}
    Menus(window, Wishes(**wishes))
    qtbot.addWidget(window)
    window.show_place(Place.WORKOUTS)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return Desk(window, made, wished)


def test_a_page_is_made_when_it_is_first_shown_and_kept(desk: Desk) -> None:
    assert len(desk.made) == 1
    desk.window.show_place(Place.PRESETS)
    desk.window.show_place(Place.WORKOUTS)
    assert len(desk.made) == 2
    assert desk.page is desk.made[0]


def test_another_theme_reaches_all_pages_and_those_that_come(desk: Desk) -> None:
    desk.window.show_place(Place.PRESETS)
    desk.window.set_theme(LIGHT)
    desk.window.show_place(Place.SETTINGS)
    assert [page.heard for page in desk.made] == [["dark", "light"], ["dark", "light"], ["light"]]


@pytest.mark.parametrize(
    ("key", "shift", "told"),
    [
        (Qt.Key.Key_Z, False, "undo"),
        (Qt.Key.Key_Z, True, "redo"),
        (Qt.Key.Key_F, False, "seek"),
        (Qt.Key.Key_S, False, "save"),
    ],
)
def test_keys_go_to_the_page_that_is_shown(desk: Desk, qtbot: QtBot, key: Qt.Key, shift: bool, told: str) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(desk.page, key, control | Qt.KeyboardModifier.ShiftModifier if shift else control)
    assert desk.page.heard[-1] == told


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_S])
def test_what_a_page_cannot_do_cannot_be_chosen(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    desk.page.can_undo = desk.page.can_save = False
    desk.window.show_place(desk.window.place)
    before = list(desk.page.heard)
    qtbot.keyClick(desk.page, key, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.heard == before
    shown = {action.text(): action.isEnabled() for menu in desk.window.findChildren(QMenu) for action in menu.actions()}
    assert [shown[name] for name in ("&Undo", "&Redo", "&Save")] == [False] * 3


def test_the_bar_has_room_for_all_places_in_the_narrowest_window(desk: Desk) -> None:
    desk.window.show_place(Place.WORKOUTS)
    desk.window.resize(desk.window.minimumSize())
    desk.window.bar.mark(Place.BUILDER, unsaved=True)
    QApplication.processEvents()
    for button in desk.window.bar.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_each_place_has_its_key(desk: Desk, qtbot: QtBot) -> None:
    for number, place in enumerate(Place):
        qtbot.keyClick(desk.page, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
        assert desk.window.place is place
        assert desk.page is desk.window.page(place)


def test_wishes_of_the_menus_are_told(desk: Desk, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_I):
        qtbot.keyClick(desk.page, key, control)
    qtbot.keyClick(desk.page, Qt.Key.Key_F1)
    assert desk.wished == ["new", "open", "bring_in", "help"]


def test_a_session_has_the_window_to_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.window.show_place(Place.PRESETS)
    desk.window.open_session(plan(SQUAT))
    assert not desk.window.bar.isVisible()
    assert not desk.window.menuBar().isVisible()
    qtbot.keyClick(desk.window.session, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.window.session, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert desk.wished == []
    assert desk.window.current is desk.window.session
    desk.window.session.left.emit()
    assert desk.window.place is Place.PRESETS
    assert desk.window.bar.isVisible()
    assert desk.window.menuBar().isVisible()


def test_a_page_for_a_while_goes_back_to_what_was_there(desk: Desk, qtbot: QtBot) -> None:
    before = desk.window.current
    page = HelpPage([("Ctrl+N", "New workout")])
    page.left.connect(desk.window.show_back)
    desk.window.show_page(page)
    assert desk.window.current is page
    assert not desk.window.bar.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.window.current is before
    assert desk.window.bar.isVisible()


def test_closing_asks_where_something_would_be_lost_and_shows_it(desk: Desk) -> None:
    desk.window.show_place(Place.BUILDER)
    builder = desk.page
    desk.window.show_place(Place.WORKOUTS)
    builder.asks = True
    assert not desk.window.close()
    assert desk.window.isVisible()
    builder.asks = False
    builder.then()
    assert not desk.window.isVisible()


def test_every_line_of_the_menus_has_a_letter_of_its_own(desk: Desk) -> None:
    for menu in desk.window.menuBar().findChildren(QMenu) or desk.window.findChildren(QMenu):
        letters = [text[text.index("&") + 1].lower() for action in menu.actions() if "&" in (text := action.text())]
        assert len(letters) == len(set(letters)), menu.title()
