"""The list of blocks: chosen by key or click, dragged by hand, also into circuits and out of them."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from tempo_trainer.ui.builder.deeds import TOP, is_block
from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.painted import GAP, INDENT, BlockDelegate
from tempo_trainer.ui.builder.rows import ROW, Row, Rows
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.strict_yaml import Path

Place = tuple[Path, int]  # a list, and in front of which of its blocks


class BlockList(QListView):
    """Emits `chosen` with a path, `entered` when its form is wanted, `dropped` with a path, a list and a place."""

    chosen = Signal(object)
    entered = Signal()
    dropped = Signal(object, object, int)

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__()
        self._theme = theme
        self.rows = Rows(document, self)
        self._delegate = BlockDelegate(theme, self.rows)
        self._target: Place | None = None
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Blocks of the workout")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(lambda _: self.entered.emit())

    @property
    def path(self) -> Path:
        """Of the chosen row."""
        return self.rows.path(self.currentIndex())

    def choose(self, path: Path) -> None:
        """Choose a row, without telling; the workout's own if there is no such row."""
        index = self.rows.index_of(path)
        index = index if index.isValid() else self.rows.index(0)
        self.selectionModel().blockSignals(True)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        """Only what was dragged from here may be dropped here."""
        if event.source() is self and is_block(self.path):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  Qt's name
        """Show where the block would come to stand."""
        super().dragMoveEvent(event)  # scrolls at the edges
        self._target = self.place_at(event.position())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(self._target is not None)
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  Qt's name
        """It would not any more."""
        super().dragLeaveEvent(event)
        self._target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        """Tell where the block was let go; who listens moves it."""
        place, self._target = self.place_at(event.position()), None
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt would take away the row that it believes was copied
        event.accept()
        self.viewport().update()
        if place:
            self.dropped.emit(self.path, *place)

    def place_at(self, at: QPointF) -> Place | None:
        """Where the chosen block would go if it were let go here; None where it cannot."""
        row: Row | None = self.currentIndex().data(ROW)
        if row is None or not is_block(row.path):
            return None
        index = self.indexAt(at.toPoint())
        if not index.isValid() or not is_block(self.rows.path(index)):
            outside = index.isValid() and index.row() == 0
            return TOP, 0 if outside else self.rows.count_of_blocks
        box = self.visualRect(index)
        lower = at.y() > box.center().y()
        return self._place(index.data(ROW), lower=lower, inside="exercise" in row.said and at.x() > box.left() + INDENT)

    def _place(self, over: Row, *, lower: bool, inside: bool) -> Place:
        """Beside the row over which the pointer is; to the right of the circuit's line means into the circuit."""
        block = int(over.path[1])
        if over.inside and inside:
            return over.path[:3], int(over.path[3]) + lower
        if over.is_circuit and lower and inside:
            return (*over.path, "blocks"), 0
        leaves = over.inside and (over.ends or int(over.path[3]) > 0)
        return TOP, block + (leaves if over.inside else lower)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """The rows, and over them the line where a dragged block would go."""
        super().paintEvent(event)
        if self._target is None:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 3, c=Qt.PenCapStyle.RoundCap))
            line = self._line(*self._target)
            painter.drawLine(line.topLeft(), line.topRight())
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(line.topLeft(), 4, 4)

    def _line(self, to: Path, index: int) -> QRectF:
        """Between the two rows where a block would go; one of a circuit's is indented."""
        after = self.rows.index_of((*to, index))
        if after.isValid():
            y = self.visualRect(after).top()
        else:
            before = self.rows.last_of(to)
            y = self.visualRect(before).bottom() + 1
        left = INDENT if to != TOP else 2
        return QRectF(left + 4, max(y, GAP), self.viewport().width() - left - 8, 0)

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid():
            self.chosen.emit(self.rows.path(now))

    def row_box(self, path: Path) -> QRect:
        """Where a row is shown."""
        return self.visualRect(self.rows.index_of(path))
