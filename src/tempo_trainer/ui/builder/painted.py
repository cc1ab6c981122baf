"""How a row of the list is painted: a card with a sign of what it is, its name, and what it comes to."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tempo_trainer.ui.builder.rows import ROW, AnyIndex, Row, Rows
from tempo_trainer.ui.builder.signs import sign_of
from tempo_trainer.ui.cards import CardDelegate, write_line
from tempo_trainer.ui.theme import SPACE
from tempo_trainer.ui.themes import Theme

HEIGHT = 64
GAP = SPACE // 2
INDENT = 3 * SPACE  # of the blocks of a circuit
SIGN = 28.0


class BlockDelegate(CardDelegate):
    """A card a block; a broken one says so in words."""

    def __init__(self, theme: Theme, rows: Rows) -> None:
        super().__init__(theme)
        self.setParent(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802  Qt's name
        """Every row is as high as the others."""
        del option, index
        return QSize(200, HEIGHT + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt wants a row painted."""
        row: Row = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = card_of(QRectF(option.rect), row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.inside:
            self._paint_bracket(painter, QRectF(option.rect), ends=row.ends)
        self.paint_card(painter, card, option)
        box = QRectF(card.left() + 2 * SPACE, card.center().y() - SIGN / 2, SIGN, SIGN)
        self._paint_sign(painter, box, row, chosen=chosen)
        self._paint_texts(painter, card.adjusted(2 * SPACE + SIGN + 1.5 * SPACE, SPACE, -1.5 * SPACE, -SPACE), row)
        painter.restore()

    def _paint_bracket(self, painter: QPainter, room: QRectF, *, ends: bool) -> None:
        """A line down the side of all that belongs to a circuit."""
        x, middle = room.left() + INDENT / 2, room.center().y()
        painter.setPen(QPen(QColor(self.theme.quiet), 2))
        painter.drawLine(QPointF(x, room.top() - GAP), QPointF(x, middle if ends else room.bottom() + 1))
        painter.drawLine(QPointF(x, middle), QPointF(room.left() + INDENT - 2, middle))

    def _paint_sign(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        path: QPainterPath = sign_of(row, self._rows.names, box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = QColor(self.theme.accent if chosen else self.theme.quiet)
        painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)

    def _paint_texts(self, painter: QPainter, room: QRectF, row: Row) -> None:
        problem = self._rows.problem(row)
        detail = problem or self._rows.detail(row)
        upper = room.adjusted(0, 1, -24 if problem else 0, -room.height() / 2 if detail else 0)
        write_line(painter, upper, self._rows.title(row), 16, self.theme.text, bold=True)
        if problem:
            self._paint_problem_mark(painter, QPointF(room.right() - 10, upper.center().y()))
        lower = room.adjusted(0, room.height() / 2, 0, -1)
        write_line(painter, lower, detail.replace("\n", " "), 14, self.theme.quiet)

    def _paint_problem_mark(self, painter: QPainter, at: QPointF) -> None:
        """A triangle with an exclamation mark."""
        painter.setPen(QPen(QColor(self.theme.wrong), 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolygon([at + QPointF(0, -8), at + QPointF(9, 7), at + QPointF(-9, 7)])
        painter.drawLine(at + QPointF(0, -3), at + QPointF(0, 1.5))
        painter.drawPoint(at + QPointF(0, 4.5))


def card_of(room: QRectF, row: Row) -> QRectF:
    """The card within the room of a row."""
    return room.adjusted(INDENT if row.inside else 1, GAP, -1, -GAP)
