"""One exercise of the guide: moving, with its tempo, its neighbours, and all that is to be known of it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.guide.advice import Advice
from tempo_trainer.ui.guide.tempos import TempoChoice
from tempo_trainer.ui.guide.texts import Catalogue, catalogue_of, facts
from tempo_trainer.ui.rep.course import Rehearsal, side_of
from tempo_trainer.ui.rep.view import RepView
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.workout.model import Names

BROAD, TWO_COLUMNS = 1000, 600  # widths from which the words stand beside the picture, and in two columns
MARK = 3
_TOP = Qt.AlignmentFlag.AlignTop


class Detail(QScrollArea):
    """`add_wanted` with the exercise and the name of a preset, or None for a hold; `wanted` with a neighbour."""

    add_wanted = Signal(str, object)
    wanted = Signal(str)

    def __init__(self, theme: Theme, figures: Figures, rehearsal: Rehearsal, names: Names) -> None:
        super().__init__()
        self._catalogue: Catalogue = catalogue_of(names)
        self._shown = ""
        self.rep = RepView(theme, figures, rehearsal)
        self.tempo = TempoChoice(names)
        self.tempo.changed.connect(self._show_rep)
        self.add = button("Add to workout", "primary")
        self.add.clicked.connect(lambda: self.add_wanted.emit(self._shown, self.tempo.preset))
        self.easier, self.harder = button(""), button("")
        for way, control in (("easier", self.easier), ("harder", self.harder)):
            control.clicked.connect(lambda _=False, way=way: self.wanted.emit(self._neighbour(way)))
        self._name = label("name")
        self._facts = label("quiet")
        self._advice = Advice()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ladder = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

    @property
    def shown(self) -> str:
        """The id of the exercise."""
        return self._shown

    def set_names(self, names: Names) -> None:
        """Other presets to choose from."""
        self._catalogue = catalogue_of(names)
        self.tempo.set_names(names)
        if self._shown:
            self._show_rep()

    def show_exercise(self, exercise_id: str) -> None:
        """Tell of another one."""
        exercise = self._catalogue[exercise_id]
        self._shown = exercise_id
        self._name.setText(exercise.name)
        self._facts.setText(facts(exercise))
        self.tempo.show_exercise(exercise)
        self._advice.show_exercise(exercise)
        self._show_neighbour(self.easier, "Easier", "easier")
        self._show_neighbour(self.harder, "Harder", "harder")
        self.verticalScrollBar().setValue(0)
        self._show_rep()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rep.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """The words stand beside the picture, or below it."""
        super().resizeEvent(event)
        size, directions = self.viewport().size(), QBoxLayout.Direction
        broad = size.width() >= BROAD
        self._halves.setDirection(directions.LeftToRight if broad else directions.TopToBottom)
        two = size.width() >= TWO_COLUMNS
        self._ladder.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        self._advice.stand(side_by_side=two and not broad)
        most = size.width() * (0.45 if broad else 0.62)
        self.rep.setFixedHeight(round(min(720.0, max(250.0, min(most, size.height() * (0.72 if broad else 0.6))))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """A mark at the edge while the keys scroll it."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.fillRect(QRect(0, 0, MARK, self.viewport().height()), self.palette().highlight())

    def _show_rep(self) -> None:
        exercise = self._catalogue[self._shown]
        self.rep.set_rep(self._shown, exercise, self.tempo.tempo, side_of(exercise.sides))

    def _neighbour(self, way: str) -> str:
        return getattr(self._catalogue[self._shown], way) or ""

    def _show_neighbour(self, control: QPushButton, text: str, way: str) -> None:
        other = self._catalogue.get(self._neighbour(way))
        control.setVisible(other is not None)
        control.setText(f"{text}: {other.name}" if other else "")

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("About the exercise")
        rows = column(inside := QWidget(), (SPACE, 0, SPACE, 3 * SPACE), 2 * SPACE)
        rows.addWidget(self._head())
        self._halves.setSpacing(3 * SPACE)
        self._halves.addWidget(self._moving(), 3, _TOP)
        self._halves.addWidget(self._advice, 2, _TOP)
        rows.addLayout(self._halves)
        rows.addStretch(1)
        self.setWidget(inside)

    def _head(self) -> QWidget:
        rows = column(made := QWidget(), spacing=SPACE // 2)
        first = QHBoxLayout()
        first.setSpacing(2 * SPACE)
        first.addWidget(self._name, 1)
        first.addWidget(self.add, 0, _TOP)
        rows.addLayout(first)
        rows.addWidget(self._facts)
        return made

    def _moving(self) -> QWidget:
        rows = column(made := QWidget(), spacing=2 * SPACE)
        rows.addWidget(self.rep)
        rows.addWidget(self.tempo)
        self._ladder.setSpacing(SPACE)
        self._ladder.addWidget(self.easier)
        self._ladder.addWidget(self.harder)
        self._ladder.addStretch(1)
        rows.addLayout(self._ladder)
        rows.addStretch(1)
        return made
