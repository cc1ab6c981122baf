"""The rows of the list: the workout, its blocks with those inside of circuits, and the exercises of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from tempo_trainer.ui.builder.deeds import is_block
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.lines import detail_of, title_of
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.strict_yaml import Path

AnyIndex = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
BLOCK_TYPE = "application/x-tempo-trainer-block"  # what is dragged; only within the list


@dataclass(frozen=True)
class Row:
    """One row. `ends` is said of the last block of a circuit, and of a circuit without any."""

    path: Path
    said: Mapping[str, Any]
    ends: bool = False

    @property
    def inside(self) -> bool:
        """Whether it is a block of a circuit."""
        return len(self.path) == 4

    @property
    def is_circuit(self) -> bool:
        """Whether other blocks stand inside of it."""
        return "circuit" in self.said and is_block(self.path)

    def __eq__(self, other: object) -> bool:
        """Rows are the same if they say the same, wherever they stand: so the list can tell what came and went."""
        if not isinstance(other, Row) or not self.path or not other.path:
            return isinstance(other, Row) and self.path == other.path
        return self.inside == other.inside and self.said is other.said

    def __hash__(self) -> int:
        return id(self.said) if self.path else 0


class Rows(QAbstractListModel):
    """Follows the document; only what came, went or changed is told to the view."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[Row] = list(_rows(document.data))
        document.changed.connect(self._follow)

    @property
    def names(self) -> Names:
        """What the blocks may name."""
        return self._document.names

    def path(self, index: AnyIndex) -> Path:
        """Of a row."""
        return self._rows[index.row()].path if index.isValid() else ()

    def index_of(self, path: Path) -> QModelIndex:
        """The row of a path; an invalid one if there is none."""
        return next((self.index(i) for i, row in enumerate(self._rows) if row.path == path), QModelIndex())

    def last_of(self, list_path: Path) -> QModelIndex:
        """The last row of a list of blocks, those inside of its circuits included; of an empty one what it hangs on."""
        rows = [i for i, row in enumerate(self._rows) if row.path[: len(list_path)] == list_path]
        return self.index(rows[-1]) if rows else self.index_of(list_path[:-1])

    @property
    def count_of_blocks(self) -> int:
        """How many blocks stand in the workout itself."""
        return len(self._document.data.get("blocks", ()))

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802  Qt's name
        """How many rows."""
        return 0 if parent and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks of a row."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.problem(row) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = ("In the circuit" if row.inside else "", self.title(row), self.detail(row), self.problem(row))
            return ". ".join(part for part in parts if part)
        return None

    def title(self, row: Row) -> str:
        """Its name."""
        return title_of(row.path, row.said, self._document.names)

    def detail(self, row: Row) -> str:
        """Its second line."""
        return detail_of(row.path, row.said, self._document.names)

    def problem(self, row: Row) -> str:
        """What is wrong with it; a circuit answers for itself only, its blocks have rows of their own."""
        return "; ".join(finding.message for finding in self._document.findings if self._belongs(finding.path, row))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Blocks can be dragged."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_block(self.path(index)) else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802  Qt's name
        """What a dragged block is."""
        return [BLOCK_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802  Qt's name
        """A dragged block: the list itself knows which."""
        made = QMimeData()
        made.setData(BLOCK_TYPE, bytes(self.title(self._rows[indexes[0].row()]), "utf-8"))
        return made

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802  Qt's name
        """A block is moved, not copied."""
        return Qt.DropAction.MoveAction

    def _belongs(self, at: Path, row: Row) -> bool:
        if not row.path:
            return not is_block(at[:2]) and at[:1] != ("exercises",)
        if at[: len(row.path)] != row.path:
            return False
        return not (row.is_circuit and len(at) > 4)

    def _follow(self) -> None:
        """Tell what is between the rows that stayed the same at the beginning and at the end."""
        old, new = self._rows, list(_rows(self._document.data))
        same = _same(old, new)
        same_at_end = _same(old[same:][::-1], new[same:][::-1])
        gone, came = len(old) - same - same_at_end, len(new) - same - same_at_end
        changed = min(gone, came)
        if gone > changed:
            self.beginRemoveRows(QModelIndex(), same + changed, same + gone - 1)
            self._rows = new
            self.endRemoveRows()
        elif came > changed:
            self.beginInsertRows(QModelIndex(), same + changed, same + came - 1)
            self._rows = new
            self.endInsertRows()
        self._rows = new
        self.dataChanged.emit(self.index(0), self.index(len(new) - 1))


def _same(old: Sequence[Row], new: Sequence[Row]) -> int:
    return next(
        (i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _rows(data: Mapping[str, Any]) -> Iterator[Row]:
    yield Row((), data)
    for index, block in enumerate(data.get("blocks", ())):
        inner = block.get("blocks", ()) if "circuit" in block else ()
        yield Row(("blocks", index), block, ends=not inner)
        for place, said in enumerate(inner):
            yield Row(("blocks", index, "blocks", place), said, ends=place == len(inner) - 1)
    for key, said in data.get("exercises", {}).items():
        yield Row(("exercises", key), said)
