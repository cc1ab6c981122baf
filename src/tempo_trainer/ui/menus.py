"""The menus: every command of the window outside of a session, with the keys that desktops expect."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tempo_trainer.ui.page import Page
from tempo_trainer.ui.places import Place
from tempo_trainer.ui.window import MainWindow

Key = QKeySequence.StandardKey | str | None
Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class Wishes:
    """What the menus cannot do by themselves."""

    new: Callable[[], object]
    open: Callable[[], object]
    bring_in: Callable[[], object]
    next_theme: Callable[[], object]
    help: Callable[[], object]
    about: Callable[[], object]


class Menus(QObject):
    """The bar of a window. In a session it is hidden, and of its keys only those of the window itself hold."""

    def __init__(self, window: MainWindow, wishes: Wishes) -> None:
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        self._save = self._item("&Save", Standard.Save, lambda: self._page(lambda page: page.save()))
        self._add("&File", self._file(wishes))
        self._add("&Edit", self._edit())
        self._add("&View", self._view(wishes))
        self._add(
            "&Help",
            [
                self._item("&Keys and help", Standard.HelpContents, wishes.help),
                self._item("&About Tempo Trainer", None, wishes.about),
            ],
        )
        window.place_shown.connect(self._suit)
        window.session_shown.connect(lambda shown: self._in_session(in_session=shown))
        self._in_session(in_session=window.current is window.session)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Each key of the menus and what it does, for the help."""
        actions = [action for menu in self._menus for action in menu.actions() if not action.shortcut().isEmpty()]
        native = QKeySequence.SequenceFormat.NativeText
        return [(action.shortcut().toString(native), action.text().replace("&", "").rstrip("…")) for action in actions]

    def _file(self, wishes: Wishes) -> Sequence[QAction | None]:
        return [
            self._item("&New workout", Standard.New, wishes.new),
            self._item("&Open a file…", Standard.Open, wishes.open),
            self._save,
            None,
            self._item("&Import into the library…", "Ctrl+I", wishes.bring_in),
            None,
            self._item("&Quit", Standard.Quit, self._window.close, always=True),
        ]

    def _edit(self) -> Sequence[QAction | None]:
        undo = self._item("&Undo", Standard.Undo, lambda: self._page(lambda page: page.step_back()))
        redo = self._item("&Redo", "Ctrl+Shift+Z", lambda: self._page(lambda page: page.step_forward()))
        self._for_undo = (undo, redo)
        return [undo, redo, None, self._item("&Find", Standard.Find, lambda: self._page(lambda page: page.seek()))]

    def _view(self, wishes: Wishes) -> Sequence[QAction | None]:
        window = self._window
        places = [self._item(f"&{place.value}", place.key, self._to(place)) for place in Place]
        full = self._item("F&ull screen", "F11", window.toggle_full_screen, always=True)
        return [*places, None, full, self._item("Next &colours", "Ctrl+Shift+T", wishes.next_theme)]

    def _to(self, place: Place) -> Callable[[], object]:
        return lambda: self._window.show_place(place)

    def _page(self, do: Callable[[Page], object]) -> None:
        page = self._window.current
        if isinstance(page, Page):
            do(page)

    def _item(self, text: str, key: Key, do: Callable[[], object], *, always: bool = False) -> QAction:
        action = QAction(text, self._window)
        if isinstance(key, str):
            action.setShortcut(QKeySequence(key))
        elif key is not None:
            action.setShortcuts(key)
        action.triggered.connect(lambda _=False: do())
        if always:
            self._window.addAction(action)
        return action

    def _add(self, title: str, actions: Sequence[QAction | None]) -> None:
        menu = QMenu(title, self._window)
        self._window.menuBar().addMenu(menu)
        self._menus.append(menu)
        for action in actions:
            if action:
                menu.addAction(action)
            else:
                menu.addSeparator()

    def _suit(self) -> None:
        """Only what does something on the page that is shown can be chosen."""
        page = self._window.current
        if isinstance(page, Page):
            self._save.setEnabled(page.can_save)
            for action in self._for_undo:
                action.setEnabled(page.can_undo)

    def _in_session(self, *, in_session: bool) -> None:
        self._window.menuBar().setVisible(not in_session)
        for menu in self._menus:
            menu.menuAction().setEnabled(not in_session)
