"""How a row of the guide's list is painted: a small figure and the name; above each level its heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.paint import paint_figure
from tempo_trainer.ui.guide.texts import SIDES
from tempo_trainer.ui.theme import RADIUS, SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.exercise import CatalogueExercise

EXERCISE, ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HEIGHT, HEADING = 64, 40
PICTURE = 60, 84  # the width of the small figure, at least and at most: a quarter of the row
_POSE = 0.85  # near the turn, where each exercise looks most like itself


class RowDelegate(QStyledItemDelegate):
    """A card an exercise; the chosen one has a frame and a mark, not a colour alone."""

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Headings are lower than exercises."""
        del option
        return QSize(180, HEIGHT + SPACE if index.data(EXERCISE) else HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt wants a row painted."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        exercise, room = index.data(EXERCISE), QRectF(option.rect)
        if isinstance(exercise, CatalogueExercise):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            raised = chosen or bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_card(painter, room.adjusted(1, 1, -1, -SPACE), exercise, chosen=chosen, raised=raised)
        else:
            below = room.adjusted(SPACE / 2, SPACE, 0, -SPACE / 2)
            _write(painter, below, str(index.data()), 15, self._theme.accent, bold=True)
        painter.restore()

    def _paint_card(
        self, painter: QPainter, card: QRectF, exercise: CatalogueExercise, *, chosen: bool, raised: bool
    ) -> None:
        theme = self._theme
        ground = theme.raised if raised else theme.surface
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if chosen:
            mark = QRectF(card.left() + SPACE * 0.75, card.top() + card.height() * 0.25, 4, card.height() * 0.5)
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(mark, 2, 2)
        least, most = PICTURE
        width = min(most, max(least, card.width() / 4))
        picture = QRectF(card.left() + 2 * SPACE, card.top() + SPACE, width, card.height() - 2 * SPACE)
        self._paint_figure(painter, picture, exercise, ground)
        self._paint_text(painter, card.adjusted(width + 3 * SPACE, SPACE / 2, -SPACE, -SPACE / 2), exercise)

    def _paint_text(self, painter: QPainter, room: QRectF, exercise: CatalogueExercise) -> None:
        """The name, and which legs where it leaves room for that."""
        half = room.height() / 2
        if QFontMetricsF(font(15, bold=True)).horizontalAdvance(exercise.name) > room.width():
            _write_wrapped(painter, room, exercise.name, self._theme.text)
            return
        _write(painter, room.adjusted(0, 4, 0, -half), exercise.name, 15, self._theme.text, bold=True)
        _write(painter, room.adjusted(0, half, 0, -4), SIDES[exercise.sides], 13, self._theme.quiet)

    def _paint_figure(self, painter: QPainter, room: QRectF, exercise: CatalogueExercise, ground: str) -> None:
        if (motion := self._figures.get(exercise.figure or "")) is None:
            return
        dress = self._theme.figure
        colours = FigureColours(
            dress.body, dress.far, dress.working, dress.prop, self._theme.quiet, ground, dress.label
        )
        paint_figure(painter, room, motion, _POSE, "both", colours)


def _write(painter: QPainter, room: QRectF, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    used = font(size, bold=bold)
    painter.setFont(used)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _write_wrapped(painter: QPainter, room: QRectF, text: str, colour: str) -> None:
    """On as many lines as it takes, a little smaller where it takes many."""
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    for size in (15, 14, 13, 12):
        painter.setFont(font(size, bold=True))
        if painter.boundingRect(room, flags, text).height() <= room.height():
            break
    painter.setPen(QColor(colour))
    painter.drawText(room, flags, text)
