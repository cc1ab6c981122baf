"""Progress: what was done week by week and by exercise, and left against right."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from tempo_trainer.history.progress import begun_since, exercises, weeks
from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.progress.card import ChartCard
from tempo_trainer.ui.history.progress.choosing import Choosing
from tempo_trainer.ui.history.progress.legend import Legend
from tempo_trainer.ui.history.progress.numbers import NumbersCard
from tempo_trainer.ui.history.progress.pictures import by_exercise, by_week, left_and_right
from tempo_trainer.ui.history.progress.tables import exercise_table, week_table
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label, scrolled

NOTHING_YET = (
    "Nothing has been done yet. Once you have done a set, you will see here how much you do in each week and of each"
    " exercise, and whether your left and your right side do the same."
)
BY_WEEK, BY_EXERCISE, SIDES = "By week", "By exercise", "Left against right"
_TWO_COLUMNS_FROM, _EMPTY_WIDTH = 860, 560  # pixels


def _today() -> date:
    return datetime.now().astimezone().date()


class ProgressView(QWidget):
    """Three charts of the same sessions, or their numbers as two tables."""

    def __init__(self, theme: Theme, today: Callable[[], date] = _today) -> None:
        super().__init__()
        self._today = today
        self._sessions: Sequence[Session] = ()
        self.choosing = Choosing()
        self.legend = Legend(theme)
        self.by_week = ChartCard(theme, BY_WEEK)
        self.by_exercise = ChartCard(theme, BY_EXERCISE)
        self.sides = ChartCard(theme, SIDES)
        self.week_numbers = NumbersCard(BY_WEEK)
        self.exercise_numbers = NumbersCard(BY_EXERCISE)
        self._empty = label("quiet", NOTHING_YET)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMaximumWidth(_EMPTY_WIDTH)
        self.by_week.head.addWidget(self.legend)
        self._arrange()
        self.choosing.changed.connect(self._show)
        self.choosing.table.toggled.connect(lambda _: self._turn())
        self._turn()

    def set_sessions(self, sessions: Sequence[Session]) -> None:
        """Show these."""
        self._sessions = [session for session in sessions if session.sets]
        self.choosing.offer(exercises(self._sessions))
        self._turn()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.legend, self.by_week, self.by_exercise, self.sides):
            part.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._place(two=self.width() >= _TWO_COLUMNS_FROM)

    def _show(self) -> None:
        today, measure = self._today(), self.choosing.measure
        since = self.choosing.since(today)
        found = weeks(self._sessions, self.choosing.exercise, since, today)
        done = exercises(begun_since(self._sessions, since), measure)
        self.by_week.show_all(by_week(found, measure))
        self.sides.show_all(left_and_right(found, measure))
        self.by_exercise.show_all(by_exercise(done, measure))
        self.week_numbers.view.fill(week_table(found, measure))
        self.exercise_numbers.view.fill(exercise_table(done, measure))

    def _turn(self) -> None:
        """Charts or tables, if there is anything to show."""
        table = self.choosing.table.isChecked()
        shown = self._tables if table else self._charts
        self._stack.setCurrentWidget(shown if self._sessions else self._nothing)
        self.choosing.setVisible(bool(self._sessions))

    def _place(self, *, two: bool) -> None:
        for part in (self.by_week, self.by_exercise, self.sides):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.by_week, 0, 0, 1, 2)
        self._grid.addWidget(self.sides, 1, 0, 1, 1 if two else 2)
        self._grid.addWidget(self.by_exercise, *((1, 1, 1, 1) if two else (2, 0, 1, 2)))

    def _arrange(self) -> None:
        charts, tables = QWidget(), QWidget()
        self._grid = QGridLayout(charts)
        self._grid.setContentsMargins(0, 0, SPACE, 0)
        self._grid.setSpacing(2 * SPACE)
        self._place(two=True)
        rows = column(tables, (0, 0, SPACE, 0), 2 * SPACE)
        rows.addWidget(self.week_numbers)
        rows.addWidget(self.exercise_numbers)
        rows.addStretch(1)
        self._charts, self._tables = scrolled(charts), scrolled(tables)
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        column(self._nothing).addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        for part in (self._nothing, self._charts, self._tables):
            self._stack.addWidget(part)
        page = column(self, spacing=2 * SPACE)
        page.addWidget(self.choosing)
        page.addWidget(self._stack, 1)
