"""The exercise guide: the list of exercises, and the chosen one."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tempo_trainer.ui.fields import SearchField
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.guide.detail import Detail
from tempo_trainer.ui.guide.listing import ExerciseList
from tempo_trainer.ui.guide.texts import catalogue_of
from tempo_trainer.ui.page import Page
from tempo_trainer.ui.rep.course import Rehearsal
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label
from tempo_trainer.workout.model import Names

LIST_WIDTH = 216, 360  # at least, at most


class GuidePage(Page):
    """`add_wanted` with an exercise and the name of the preset in which it was seen, or None for a hold."""

    add_wanted = Signal(str, object)

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal, names: Names) -> None:
        super().__init__()
        self.field = SearchField("Search exercises", "Search")
        self.field.textChanged.connect(self._search)
        self.list = ExerciseList(theme, figures)
        self.detail = Detail(theme, figures, rehearsal, names)
        self._nothing = label("quiet", "No exercise says that. Esc clears the search.")
        self._nothing.hide()
        self.list.chosen.connect(self.detail.show_exercise)
        self.detail.wanted.connect(self.show_exercise)
        self.detail.add_wanted.connect(self.add_wanted)
        self._arrange()
        self.list.fill(catalogue_of(names))

    def show_exercise(self, exercise_id: str) -> None:
        """Go to this one, whatever was searched for."""
        self.field.clear()
        self.list.choose(exercise_id)

    def set_names(self, names: Names) -> None:
        """The presets are others now."""
        self.detail.set_names(names)

    def set_steps_only(self, *, steps_only: bool) -> None:
        """Reduced motion: the figure moves once a second."""
        self.detail.rep.steps_only = steps_only

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        self.detail.set_theme(theme)

    def entered(self) -> None:
        """Arrows go through the exercises."""
        self.list.setFocus()

    def seek(self) -> bool:
        """Let the user type what to look for."""
        self.field.setFocus()
        self.field.selectAll()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """From the search on to what it found."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The list takes its share, within limits."""
        super().resizeEvent(event)
        least, most = LIST_WIDTH
        self._side.setFixedWidth(min(most, max(least, round(self.width() * 0.27))))

    def _search(self, wanted: str) -> None:
        self.list.search(wanted)
        found = bool(self.list.ids())
        self.list.setVisible(found)
        self._nothing.setVisible(not found)

    def _arrange(self) -> None:
        self._side = QWidget()
        left = column(self._side, spacing=SPACE)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        left.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        page = QHBoxLayout(self)
        page.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        page.setSpacing(2 * SPACE)
        page.addWidget(self._side)
        page.addWidget(self.detail, 1)
        order = (
            self.field, self.list, self.detail, self.detail.add, self.detail.rep.hear, self.detail.tempo.combo,
            self.detail.easier, self.detail.harder,
        )  # fmt: skip
        for one, other in pairwise(order):
            self.setTabOrder(one, other)
