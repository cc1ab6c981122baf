"""The list of workouts: what is chosen stays chosen while others come, go and are searched."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.ui.workouts.model import Rows
from tempo_trainer.ui.workouts.rows import ENTRY, RowDelegate


class WorkoutList(QListView):
    """Emits `current_changed` when another workout is chosen, or none."""

    current_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = Rows(self)
        self._delegate = RowDelegate(theme)
        self._awaited: Path | None = None
        self._chosen: Path | None = None
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Workouts")
        self.setMouseTracking(True)
        self.setMinimumWidth(200)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self.clicked.connect(lambda _: self._remember())

    @property
    def current(self) -> Entry | None:
        """The chosen workout."""
        entry = self.currentIndex().data(ENTRY)
        return entry if isinstance(entry, Entry) else None

    @property
    def shown(self) -> int:
        """How many are in the list now."""
        return self._rows.rowCount()

    @property
    def entries(self) -> list[Entry]:
        """What is in the list now, in its order."""
        return [self._rows.index(row, 0).data(ENTRY) for row in range(self._rows.rowCount())]

    def add(self, entries: Iterable[Entry]) -> None:
        """Show these, each in place of what was known of its file."""
        self._rows.add(entries)
        if self._awaited and self._rows.index_of(self._awaited).isValid():
            self.choose(self._awaited)
        self._choose_any()

    def remove(self, paths: Iterable[Path]) -> None:
        """Show these no more."""
        self._rows.remove(paths)
        self._choose_any()

    def choose(self, path: Path) -> None:
        """Choose this file, now or as soon as it is there."""
        index = self._rows.index_of(path)
        self._awaited = None if index.isValid() else path
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._remember()

    def look_for(self, text: str) -> None:
        """Show what fits; what was chosen before the search is chosen again if it does."""
        before = self.current
        self._rows.look_for(text)
        wanted = self._rows.index_of(self._chosen) if self._chosen else self.currentIndex()
        if wanted.isValid():
            self.setCurrentIndex(wanted)
        elif self.shown:
            self.setCurrentIndex(self._rows.index(0, 0))
        self.scrollTo(self.currentIndex())
        if before is not self.current:
            self.current_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """What is chosen stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _choose_any(self) -> None:
        if not self.currentIndex().isValid() and self.shown:
            self.setCurrentIndex(self._rows.index(0, 0))

    def _remember(self) -> None:
        self._chosen = self.current.path if self.current else None
