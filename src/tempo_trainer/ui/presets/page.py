"""The presets: the list of them, and the chosen one, which is kept as soon as it is changed."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tempo_trainer.presets import KeptPresets
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.presets.book import PresetBook
from tempo_trainer.ui.presets.detail import Detail
from tempo_trainer.ui.presets.edits import used_in
from tempo_trainer.ui.presets.head import Head
from tempo_trainer.ui.presets.listing import PresetList
from tempo_trainer.ui.presets.menu import Deed, PresetMenu
from tempo_trainer.ui.presets.showing import Showing
from tempo_trainer.ui.question import Question
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.ui.strip import Strip
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.undoing import Undoing
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo

LIST_WIDTH = 240, 340  # at least, at most
NOT_KEPT = "⚠ {}\nWhat you change here is lost at the end of the program. Mend that file, then start the program again."
UNKNOWN = "The library is still being read. A workout that uses “{}” {}."


class PresetsPage(Page):
    """Every change can be undone and done again; what is typed in one field is one step."""

    can_undo = True

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal, presets: KeptPresets) -> None:
        super().__init__()
        self.book = PresetBook(presets)
        self._uses: Mapping[str, Sequence[str]] | None = None  # not known yet
        self.list = PresetList(theme)
        self.new = button("New preset")
        self.head = Head(self.book.name_problem)
        self.editor = TempoEditor()
        self.showing = Showing(theme, figures, rehearsal, presets.names)
        self.detail = Detail(self.head, self.editor, self.showing)
        self.question, self.strip = Question(self), Strip()
        self._doubt = label("problem", NOT_KEPT.format(presets.doubt) if presets.doubt else "")
        self._doubt.setVisible(bool(presets.doubt))
        self._menu = PresetMenu(self, self.do)
        self._undoing = Undoing(self, self._back, self.book.forward)
        self._connect()
        self._arrange()
        self._refresh()

    def do(self, deed: Deed) -> None:
        """Do something with the chosen preset, or make a new one; not while it is asked whether its name may change."""
        self.head.take_typed()  # a button takes no focus, so the field of the name is not left
        if self.question.text and self.head.is_typed:
            return
        {
            "new": lambda: self._make(self.book.add),
            "duplicate": lambda: self._make(self.book.duplicate),
            "rename": self.head.edit_name,
            "delete": lambda: self._unless_used("cannot be started without it", "Delete it anyway", self._take_away),
            "reset": self._take_away,
        }[deed]()

    def set_uses(self, uses: Mapping[str, Sequence[str]]) -> None:
        """By the name of a preset: the workouts that use it."""
        self._uses = uses
        self._show_uses()

    def set_names(self, names: Names) -> None:
        """The presets are others now."""
        del names  # they are those that are kept
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        self.showing.rep.set_theme(theme)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion: the figure moves once a second."""
        self.showing.rep.steps_only = steps_only

    def entered(self) -> None:
        """Arrows go through the presets."""
        self.list.setFocus()

    def step_back(self) -> None:
        """Undo the last change, or what is typed and not kept yet."""
        self._alter(self._undoing.undo)

    def step_forward(self) -> None:
        """Do again what was undone."""
        self._alter(self._undoing.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """The keys of the list, and Esc out of a name that is being typed."""
        if event.key() == Qt.Key.Key_Escape and self.head.name.hasFocus():
            self.head.forget_typed()
            self.list.setFocus()
        elif not (self.list.hasFocus() and self._menu.press(QKeySequence(event.keyCombination()))):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The list takes its share, within limits."""
        super().resizeEvent(event)
        least, most = LIST_WIDTH
        self._side.setFixedWidth(min(most, max(least, round(self.width() * 0.27))))

    def _choose(self, name: str) -> None:
        self.book.choose(name)
        self.question.close_question()
        self._refresh()

    def _alter(self, change: Callable[[], None]) -> None:
        """What was said before is over."""
        self.strip.hide()
        self.question.close_question()
        change()
        self._refresh()

    def _back(self) -> None:
        if self.head.is_typed:
            self.head.forget_typed()
        elif self.editor.tempo() is None:
            self.editor.put_back()
        else:
            self.book.back()

    def _make(self, make: Callable[[], None]) -> None:
        self._alter(make)
        self.head.edit_name()

    def _put(self, tempo: Tempo | Ramp) -> None:
        self._alter(lambda: self.book.put(tempo, self.window().focusWidget()))

    def _rename(self, name: str) -> None:
        self._unless_used("would not find it by its new name", "Rename it anyway", lambda: self._take_name(name))

    def _take_name(self, name: str) -> None:
        self._alter(lambda: self.book.rename(name))

    def _take_away(self) -> None:
        gone = self.book.chosen
        self._alter(self.book.take_away)
        what = "is as shipped again" if gone.hides else "is deleted"
        self.strip.offer(f"“{gone.name}” {what}.", "Undo", self.step_back)
        self.list.setFocus()

    def _unless_used(self, what: str, text: str, then: Callable[[], None]) -> None:
        """Do it at once if no workout needs the chosen preset; if one does, or that is not known yet, ask."""
        name = self.book.chosen.name
        uses = () if self._uses is None else self._uses.get(name, ())
        if self._uses is not None and not uses:
            then()
            return
        asked = f"“{name}” is used in {used_in(uses)}, which {what}." if uses else UNKNOWN.format(name, what)
        self.question.ask(asked, [(text, then), ("Leave it", self._leave)])

    def _leave(self) -> None:
        self.head.forget_typed()
        self.list.setFocus()

    def _refresh(self) -> None:
        chosen = self.book.chosen
        self.list.fill(self.book.listed(), chosen.name)
        self.head.show_preset(chosen)
        self._menu.suit(chosen)
        self._show_uses()
        self.editor.set_tempo(chosen.tempo)
        self._show_exercise()

    def _show_exercise(self) -> None:
        self.editor.set_exercise(self.showing.exercise)
        self.showing.show_tempo(self.book.chosen.tempo)

    def _show_uses(self) -> None:
        self.head.show_uses(None if self._uses is None else self._uses.get(self.book.chosen.name, ()))

    def _open_menu(self, place: QPoint) -> None:
        self._menu.popup(self.list.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.head.renamed.connect(self._rename)
        self.editor.changed.connect(self._put)
        self.showing.changed.connect(self._show_exercise)
        deeds: Mapping[Deed, QPushButton] = {
            "new": self.new, "duplicate": self.head.duplicate, "delete": self.head.delete, "reset": self.head.reset,
        }  # fmt: skip
        for deed, control in deeds.items():
            control.clicked.connect(lambda _=False, it=deed: self.do(it))

    def _arrange(self) -> None:
        self._side = QWidget()
        left = column(self._side, spacing=SPACE)
        left.addWidget(self.new)
        left.addWidget(self.list, 1)
        right = column(beside := QWidget(), spacing=2 * SPACE)
        for widget in (self._doubt, self.question, self.detail, self.strip):
            right.addWidget(widget, 1 if widget is self.detail else 0)
        page = QHBoxLayout(self)
        page.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(2 * SPACE)
        page.addWidget(self._side)
        page.addWidget(beside, 1)
        head = self.head
        order = (self.new, self.list, head.name, head.duplicate, head.reset, head.delete, self.showing.combo)
        for one, other in pairwise(order):
            self.setTabOrder(one, other)
