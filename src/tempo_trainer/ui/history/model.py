"""The rows of the list of sessions: values as they are, nothing made for a row before it is shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tempo_trainer.history.records import Session
from tempo_trainer.ui.history.rows import SESSION, outcome, when

_NOWHERE = QModelIndex()


class SessionRows(QAbstractListModel):
    """A row a session."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sessions: Sequence[Session] = ()
        self.today = date.min
        self._row_of: dict[int, int] = {}

    def fill(self, sessions: Sequence[Session]) -> None:
        """Show these, in this order."""
        if [one.id for one in sessions] == [one.id for one in self.sessions]:
            self.sessions = sessions
            if sessions:
                self.dataChanged.emit(self.index(0), self.index(len(sessions) - 1))
            return
        self.beginResetModel()
        self.sessions = sessions
        self._row_of = {session.id: row for row, session in enumerate(sessions)}
        self.endResetModel()

    def index_of(self, it: int) -> QModelIndex:
        """Where the session with the id `it` stands; an invalid index if it is not shown."""
        return self.index(self._row_of[it]) if it in self._row_of else QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """How many there are; none below one of them."""
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks for a row."""
        if not index.isValid():
            return None
        session = self.sessions[index.row()]
        if role == SESSION:
            return session
        if role == Qt.ItemDataRole.DisplayRole:
            return session.workout
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{session.workout}. {when(session, self.today)}. {outcome(session)}"
        return None
