"""The list of sessions: what is chosen stays chosen while others come, go and are searched."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.model import SessionRows
from tempo_trainer.ui.history.rows import SESSION, RowDelegate
from tempo_trainer.ui.themes import Theme


class SessionList(QListView):
    """Emits `current_changed` when another session is chosen, or none, or the chosen one is told anew."""

    current_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = SessionRows(self)
        self._delegate = RowDelegate(theme)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Sessions, the newest first")
        self.setMouseTracking(True)
        self.setMinimumSize(200, 32)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._told: Session | None = None
        self._fills = False

    @property
    def current(self) -> Session | None:
        """The chosen session."""
        session = self.currentIndex().data(SESSION)
        return session if isinstance(session, Session) else None

    @property
    def sessions(self) -> Sequence[Session]:
        """What is in the list now, in its order."""
        return self._rows.sessions

    def fill(self, sessions: Sequence[Session], today: date) -> None:
        """Show these; where the chosen one is not among them, the one that stood in its place or the next older."""
        chosen, row = self.current, self.currentIndex().row()
        self._rows.today = self._delegate.today = today
        self._fills = True
        self._rows.fill(sessions)
        index = self._rows.index_of(chosen.id) if chosen else self._rows.index(0)
        if not index.isValid() and sessions:
            index = self._rows.index(max(0, min(row, len(sessions) - 1)))
        self.setCurrentIndex(index)
        self._fills = False
        if chosen is None or self.current is None or chosen.id != self.current.id:
            self.scrollTo(self.currentIndex())
        self._tell()

    def choose(self, it: int) -> None:
        """Choose the session with the id `it`, if it is shown."""
        index = self._rows.index_of(it)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """What is chosen stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _tell(self) -> None:
        """Once for each change: while the rows are filled others are chosen on the way."""
        if not self._fills and self.current != self._told:
            self._told = self.current
            self.current_changed.emit()
