"""The rows of the library, sorted and searched.

Qt's own models are used as they are: while thousands of files are read in a thread, every step that would need Python
in the window's thread would have to wait for the interpreter.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QRegularExpression, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from tempo_trainer.ui.workouts.entries import Entry, folded
from tempo_trainer.ui.workouts.rows import ENTRY, second_line

RANK = ENTRY + 1
SEARCH = ENTRY + 2


class Rows(QSortFilterProxyModel):
    """What the list shows: the entries in which every word of the search occurs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: dict[Path, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setSourceModel(self._model)
        self.setFilterRole(SEARCH)
        self.setSortRole(RANK)
        self.setSortLocaleAware(True)
        self.sort(0)

    def add(self, entries: Iterable[Entry]) -> None:
        """Show these, each in the place of what its path held before."""
        new: list[QStandardItem] = []
        for entry in entries:
            item = self._items.get(entry.path)
            if item is None:
                item = self._items[entry.path] = QStandardItem()
                new.append(item)
            _fill(item, entry)
        if new:
            self._model.invisibleRootItem().appendRows(new)

    def remove(self, paths: Iterable[Path]) -> None:
        """Show these no more."""
        for path in paths:
            if item := self._items.pop(path, None):
                self._model.removeRow(item.row())

    def look_for(self, text: str) -> None:
        """Show what fits the search."""
        words = (QRegularExpression.escape(word) for word in folded(text).split())
        self.setFilterRegularExpression(QRegularExpression("^" + "".join(f"(?=.*{word})" for word in words)))

    def index_of(self, path: Path) -> QModelIndex:
        """Where a file stands; an invalid index if it is not shown."""
        item = self._items.get(path)
        return self.mapFromSource(item.index()) if item else QModelIndex()

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self._items)


def _fill(item: QStandardItem, entry: Entry) -> None:
    item.setEditable(False)
    item.setData(entry, ENTRY)
    item.setData(entry.search.replace("\n", " "), SEARCH)
    item.setText(entry.name)
    item.setData(f"{entry.name}. {second_line(entry)}", Qt.ItemDataRole.AccessibleTextRole)
    item.setData(entry.rank, RANK)
