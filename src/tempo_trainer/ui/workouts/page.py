"""The library screen: the list of workouts, and the chosen one in detail."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme
from tempo_trainer.ui.widgets import button, column, label
from tempo_trainer.ui.workouts.detail import Detail
from tempo_trainer.ui.workouts.entries import Entry
from tempo_trainer.ui.workouts.rows import ENTRY, RowDelegate

LIST_WIDTH = 400
_NEXT_THEME = {"dark": "Light theme", "light": "High contrast", "contrast": "Dark theme"}


class LibraryPage(QWidget):
    """Emits `chosen` with an entry that is to be performed."""

    chosen = Signal(object)
    theme_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._model = QStandardItemModel(self)
        self._delegate = RowDelegate(theme)
        self.list = QListView()
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName("Workouts")
        self.list.setMouseTracking(True)
        self.list.setMinimumWidth(240)
        self.list.activated.connect(lambda _: self._start())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.detail = Detail()
        self.detail.start.clicked.connect(self._start)
        self._theme_button = button("")
        self._theme_button.clicked.connect(self.theme_wanted)
        self._arrange()
        self.set_theme(theme)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these workouts; the same one is chosen as before, or else the first."""
        chosen = self.current
        self._model.clear()
        for entry in entries:
            item = QStandardItem(entry.name)
            item.setData(entry, ENTRY)
            self._model.appendRow(item)
        paths = [entry.path for entry in entries]
        row = paths.index(chosen.path) if chosen and chosen.path in paths else 0
        self.list.setCurrentIndex(self._model.index(row, 0))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.set_theme(theme)
        other = _NEXT_THEME[theme.name]
        self._theme_button.setText(other)
        self._theme_button.setAccessibleName(f"Switch to {other.lower()}")
        self.list.viewport().update()

    @property
    def current(self) -> Entry | None:
        """The workout in detail."""
        entry = self.list.currentIndex().data(ENTRY)
        return entry if isinstance(entry, Entry) else None

    def _show(self) -> None:
        self.detail.show_entry(self.current)

    def _start(self) -> None:
        if self.current and self.current.timeline:
            self.chosen.emit(self.current)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(label("title", "Tempo Trainer"), 1)
        heading.addWidget(self._theme_button)
        body = QHBoxLayout()
        body.setSpacing(3 * SPACE)
        body.addWidget(self.list, 2)
        body.addWidget(self.detail, 3)
        page = column(self, (4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE), 3 * SPACE)
        page.addLayout(heading)
        page.addLayout(body, 1)
        self.setTabOrder(self.list, self.detail.start)
        self.setTabOrder(self.detail.start, self._theme_button)
        self.setFocusProxy(self.list)
