"""The library screen: the list of workouts, the chosen one in detail, and what can be done with it."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from tempo_trainer.session.hearing import Hearing
from tempo_trainer.ui.fields import SearchField
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.question import Question
from tempo_trainer.ui.strip import Strip
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.ui.workouts.actions import Deed, WorkoutMenu
from tempo_trainer.ui.workouts.detail import Detail
from tempo_trainer.ui.workouts.editors import open_in_editor
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.ui.workouts.handling import Handling
from tempo_trainer.ui.workouts.leaving import Leaving
from tempo_trainer.ui.workouts.listing import WorkoutList
from tempo_trainer.ui.workouts.rename import RenameCard
from tempo_trainer.ui.workouts.shelf import Shelf
from tempo_trainer.ui.workouts.source import SourceCard

EMPTY = (
    "Workouts of your own will stand here: edit a copy of one of these, make a new one, "
    "or drop a workout file onto this page."
)


def _accept_copy(event: QDropEvent) -> None:
    """Whatever was proposed: after a move the program that they come from would delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class WorkoutsPage(Page):
    """Asks for a session (`start_wanted`) and the builder (`edit_wanted`, `new_wanted`); the rest it does itself.

    `opened` tells that there is something to answer on it.
    """

    can_undo = True
    start_wanted = Signal(object)
    edit_wanted = Signal(object)
    new_wanted = Signal()
    opened = Signal()

    def __init__(
        self,
        theme: Theme,
        shelf: Shelf,
        sounds: Path,
        hearing: Callable[[], Hearing],
        tell: Callable[[str, str], None],
        open_text: Callable[[Path, int, int], bool] = open_in_editor,
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)  # and none of the fields: they would take a file for text
        self._shelf = shelf
        self._open_text = open_text
        self.menu = WorkoutMenu(self, self.do)
        self.search = SearchField("Search workouts", "Search")
        self.list = WorkoutList(theme)
        self.detail = Detail(theme, self.menu)
        self.source = SourceCard(theme)
        self.strip, self.exports = Strip(), Strip()  # what was done, and what goes on
        self.renaming = RenameCard()
        self.handling = Handling(self, shelf, self.strip, self.exports, sounds, hearing, tell)
        self.question = Question(self)
        self._leaving = Leaving(self.handling.exports, self.question, self)
        self.new_button = button("New workout")
        self.import_button = button("Import…")
        self.hint = label("quiet", EMPTY)
        for field in (self.search, self.renaming.field, self.source.text):
            field.setAcceptDrops(False)
        self._side = QStackedWidget()
        self._arrange()
        self._wire()
        self._arrived(shelf.entries.values())

    @property
    def current(self) -> Entry | None:
        """The workout in detail."""
        return self.list.current

    def do(self, deed: Deed) -> None:
        """Do this with the chosen workout."""
        entry = self.current
        if entry is None or not self.menu.may(deed):
            return
        match deed:
            case "start":
                self.start_wanted.emit(entry.path)
            case "edit":
                self.edit_wanted.emit(entry.path)
            case "rename":
                self.renaming.ask(entry.path, entry.name)
            case "open_text":
                self._open(entry)
            case "show_text":
                self._show_text(entry, 0)
            case _:
                self.handling.do(deed, entry)

    def entered(self) -> None:
        """The keys are the list's."""
        self.list.setFocus()

    def seek(self) -> bool:
        """Let the user type what to look for."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def bring_in(self) -> None:
        """Ask for files to copy into the library."""
        self.handling.ask_what_to_bring_in()

    def step_back(self) -> None:
        """Take back the last deletion."""
        self.handling.step_back()

    def ask_to_leave(self, then: Callable[[], object]) -> bool:
        """Ask before an unfinished export is lost. To ask for it twice is an answer: it is."""
        asked = self._leaving.ask(then)
        if asked:
            self.opened.emit()
            self.question.buttons[0].setFocus()
        return asked

    def choose(self, path: Path) -> None:
        """Show this workout, now or as soon as it is there."""
        self.search.clear()
        self.list.choose(path)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.list, self.detail, self.source):
            part.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Whoever comes back to the window may have changed a file where the system does not tell of it."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.WindowActivate} and self._shelf.complete:
            self._shelf.refresh()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys that no control has used. Those of the menu are the list's: elsewhere Del means a letter."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        elif not (self.list.hasFocus() and self.menu.press(event)):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Files can be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _accept_copy(event)
            self.hint.setText("Let go to import.")
            self.hint.show()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  Qt's name
        """Wherever on the page."""
        _accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  Qt's name
        """They were carried away again."""
        super().dragLeaveEvent(event)
        self._show_hint()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """They were dropped."""
        _accept_copy(event)
        self._show_hint()
        self.handling.bring_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _arrived(self, entries: Iterable[Entry]) -> None:
        self.list.add(entries)
        self._show()
        self._show_hint()

    def _reread(self, paths: Collection[Path]) -> None:
        entry = self._shelf.entries.get(self.source.path) if self.source.path else None
        if entry and entry.path in paths and self._side.currentWidget() is self.source:
            self.source.show_anew(entry)

    def _gone(self, paths: Iterable[Path]) -> None:
        self.list.remove(paths)
        self._show_hint()

    def _look_for(self, text: str) -> None:
        self.list.look_for(text)
        self._show_hint()

    def _show(self) -> None:
        """The chosen workout in detail; what is open of another one is closed."""
        entry = self.current
        self.menu.suit(entry)
        self.detail.show_entry(entry, self._why_none())
        if not entry or entry.path != self.source.path:
            self._side.setCurrentWidget(self.detail)
        if not entry or entry.path != self.renaming.path:
            self.renaming.hide()

    def _why_none(self) -> str:
        if self.search.text():
            return "No workout has all of these words in its name, exercises, equipment or tags."
        return "No workouts were found." if self._shelf.complete else ""

    def _show_hint(self) -> None:
        """What to do where the user has no workouts yet."""
        own = any(entry.own for entry in self._shelf.entries.values())
        self.hint.setText(EMPTY)
        self.hint.setVisible(self._shelf.complete and not own and not self.search.text())

    def _begin(self) -> None:
        """What Enter and a double click do."""
        if entry := self.current:
            self.do("start" if entry.good else "open_text")

    def _open(self, entry: Entry) -> None:
        first = entry.problems[0] if entry.problems else None
        self._open_at(first.line if first else 1, first.column if first else 1)

    def _open_at(self, line: int, column: int) -> None:
        """In an editor if there is one, or else here."""
        entry = self.current
        if entry and not (entry.own and self._open_text(entry.path, line, column)):
            self._show_text(entry, line)

    def _show_text(self, entry: Entry, line: int) -> None:
        self.source.show_file(entry, line)
        self._side.setCurrentWidget(self.source)
        self.source.text.setFocus()

    def _leave(self) -> None:
        """Back to the list from whatever was open."""
        self._side.setCurrentWidget(self.detail)
        self.renaming.hide()
        self.list.setFocus()

    def _rename(self, name: str) -> None:
        if (entry := self.current) and name != entry.name:
            self.handling.rename(entry, name)
        self._leave()

    def _pop_up(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            self.menu.popup(self.list.viewport().mapToGlobal(at))

    def _wire(self) -> None:
        self._shelf.arrived.connect(self._arrived)
        self._shelf.reread.connect(self._reread)
        self._shelf.gone.connect(self._gone)
        self._shelf.read.connect(self._show_hint)
        self._shelf.read.connect(self._show)
        self.handling.made.connect(self.choose)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.activated.connect(lambda _: self._begin())
        self.list.current_changed.connect(self._show)
        self.list.customContextMenuRequested.connect(self._pop_up)
        self.detail.start.clicked.connect(self._begin)
        self.detail.edit.clicked.connect(lambda: self.do("edit"))
        self.detail.line_wanted.connect(self._open_at)
        self.source.left.connect(self._leave)
        self.renaming.named.connect(self._rename)
        self.renaming.left.connect(self._leave)
        self.new_button.clicked.connect(self.new_wanted)
        self.import_button.clicked.connect(self.handling.ask_what_to_bring_in)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(SPACE)
        heading.addWidget(label("title", "Workouts"), 1)
        heading.addWidget(self.import_button)
        heading.addWidget(self.new_button)
        left = QVBoxLayout()
        left.setSpacing(2 * SPACE)
        for widget in (self.search, self.list, self.hint):
            left.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(self.renaming)
        right.addWidget(self._side, 1)
        for card in (self.detail, self.source):
            self._side.addWidget(card)
        body = QHBoxLayout()
        body.setSpacing(3 * SPACE)
        body.addLayout(left, 2)
        body.addLayout(right, 3)
        page = column(self, (3 * SPACE, 2 * SPACE, 3 * SPACE, 3 * SPACE), 2 * SPACE)
        page.addWidget(self.question)
        page.addLayout(heading)
        page.addLayout(body, 1)
        page.addWidget(self.exports)
        page.addWidget(self.strip)
