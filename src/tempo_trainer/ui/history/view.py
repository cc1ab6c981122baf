"""The sessions: the strip of weeks, the list with its search, and the chosen session in detail."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from tempo_trainer.history.records import Session
from tempo_trainer.ui.fields import SearchField, combo
from tempo_trainer.ui.history.days import days_of
from tempo_trainer.ui.history.detail import Detail
from tempo_trainer.ui.history.listing import SessionList
from tempo_trainer.ui.history.past import RANGES, Past, first_day
from tempo_trainer.ui.history.weeks import Weeks
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import column, label

ALL = "All time"
_REACH = 116  # wide enough for each of its choices, and it leaves room to search in the narrowest window
TABLES = 350  # in less the tables of the detail would lose a column
NOTHING_YET = "Nothing has been done yet. Every session that you begin will be kept here, set by set."
NOTHING_FITS = "No session has all of these words in its workout, exercises or note."
NOT_SO_LATE = "No session was begun in this time. Choose a longer one."


class SessionsView(QWidget):
    """Emits `chosen` when another session is shown, or none, or the same anew."""

    chosen = Signal()

    def __init__(self, theme: Theme, past: Past, menu: QMenu) -> None:
        super().__init__()
        self._past = past
        self._now = datetime.min.replace(tzinfo=UTC)
        self._newest = 0
        self.weeks = Weeks(theme)
        self.search = SearchField("Search workout, exercise or note", "Search")
        self.reach = combo("Time", {key: key for key in RANGES})
        self.reach.choose(ALL)
        self.reach.setMinimumContentsLength(4)
        self.reach.setFixedWidth(_REACH)
        self.list = SessionList(theme)
        self.detail = Detail(theme, menu)
        self.count = label("quiet")
        self._arrange()
        self._wire()

    def show_past(self, now: datetime, *, comes: bool) -> None:
        """The sessions are others now. Who comes to look is shown one that is new; who is at work is left alone."""
        self._now = now
        self._show_days()
        self._fill(keep=self.list.current)
        newest = max((session.id for session in self._past.sessions), default=0)
        if comes and newest > self._newest:
            self.list.choose(newest)
        self._newest = newest

    def choose(self, it: int) -> None:
        """Show the session with the id `it`, whatever was searched for."""
        if not any(session.id == it for session in self.list.sessions):
            self.search.clear()
            self.reach.choose(ALL)
            self._look()
        self.list.choose(it)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.weeks, self.list, self.detail):
            part.set_theme(theme)

    def set_room(self, width: int, *, low: bool) -> None:
        """In a low window the strip stands above the list only."""
        if low != self._is_low:
            self._place(low=low)
        self.weeks.set_room(width, low=low)

    @property
    def _today(self) -> date:
        return self._now.date()

    def _look(self) -> None:
        self._show_days()
        self._fill()

    def _fill(self, keep: Session | None = None) -> None:
        since = first_day(self.reach.chosen(), self._today)
        sessions = self._past.fitting(self.search.text(), since, keep)
        self.count.setText(_counted(len(sessions), len(self._past.sessions)))
        self.list.fill(sessions, self._today)
        if not sessions:
            self._show()

    def _show_days(self) -> None:
        """The strip shows what is searched for too, but always all of the years."""
        self.weeks.show_days(days_of(self._past.fitting(self.search.text(), None)), self._today)

    def _show(self) -> None:
        session = self.list.current
        if session is None:
            self.detail.show_nothing(self._why_none())
        else:
            self.weeks.choose(session.started_at.date())
            self.detail.show_session(session, self._now)
        self.chosen.emit()

    def _why_none(self) -> str:
        if not self._past.sessions:
            return NOTHING_YET
        return NOTHING_FITS if self.search.text() else NOT_SO_LATE

    def _go_to(self, day: date) -> None:
        """The last session of the day, if there is one."""
        newest = days_of(self._past.fitting(self.search.text(), None)).get(day)
        self.weeks.choose(day)
        if newest is None:
            return
        if not any(session.id == newest.newest for session in self.list.sessions):
            self.reach.choose(ALL)
            self._fill()
        self.list.choose(newest.newest)

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _: self._look())
        self.search.returnPressed.connect(self.list.setFocus)
        self.reach.picked.connect(lambda _: self._fill())
        self.list.current_changed.connect(self._show)
        self.weeks.strip.picked.connect(self._go_to)

    def _arrange(self) -> None:
        self._left = QWidget()
        rows = column(self._left, spacing=SPACE)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE)
        fields.addWidget(self.search, 1)
        fields.addWidget(self.reach)
        rows.addLayout(fields)
        rows.addWidget(self.count)
        rows.addWidget(self.list, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnMinimumWidth(1, TABLES)
        self._grid.setRowStretch(1, 1)
        self._place(low=True)

    def _place(self, *, low: bool) -> None:
        self._is_low = low
        for part in (self.weeks, self._left, self.detail):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.weeks, 0, 0, 1, 1 if low else 2)
        self._grid.addWidget(self._left, 1, 0)
        self._grid.addWidget(self.detail, 0 if low else 1, 1, 2 if low else 1, 1)
        self._grid.setVerticalSpacing((1 if low else 2) * SPACE)
        self.count.setVisible(not low)


def _counted(shown: int, there: int) -> str:
    if shown == there:
        return f"{there:,} session{'' if there == 1 else 's'}"
    return f"{shown:,} of {there:,} sessions"
