"""How a row of the guide's list is painted: a small figure and the name; above each level its heading."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from tempo_trainer.ui.cards import CardDelegate, write_line
from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.paint import paint_figure
from tempo_trainer.ui.guide.texts import SIDES
from tempo_trainer.ui.theme import SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.exercise import CatalogueExercise

EXERCISE, ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HEIGHT, HEADING = 64, 40
PICTURE = 60, 84  # the width of the small figure, at least and at most: a quarter of the row
_POSE = 0.85  # near the turn, where each exercise looks most like itself


class RowDelegate(CardDelegate):
    """A card an exercise."""

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__(theme)
        self._figures = figures

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
            self._paint_exercise(painter, room.adjusted(1, 1, -1, -SPACE), exercise, option)
        else:
            below = room.adjusted(SPACE / 2, SPACE, 0, -SPACE / 2)
            write_line(painter, below, str(index.data()), 15, self.theme.accent, bold=True)
        painter.restore()

    def _paint_exercise(
        self, painter: QPainter, card: QRectF, exercise: CatalogueExercise, option: QStyleOptionViewItem
    ) -> None:
        self.paint_card(painter, card, option)
        least, most = PICTURE
        width = min(most, max(least, card.width() / 4))
        picture = QRectF(card.left() + 2 * SPACE, card.top() + SPACE, width, card.height() - 2 * SPACE)
        self._paint_figure(painter, picture, exercise, self.ground(option))
        self._paint_text(painter, card.adjusted(width + 3 * SPACE, SPACE / 2, -SPACE, -SPACE / 2), exercise)

    def _paint_text(self, painter: QPainter, room: QRectF, exercise: CatalogueExercise) -> None:
        """The name, and which legs where it leaves room for that."""
        half = room.height() / 2
        if QFontMetricsF(font(15, bold=True)).horizontalAdvance(exercise.name) > room.width():
            _write_wrapped(painter, room, exercise.name, self.theme.text)
            return
        write_line(painter, room.adjusted(0, 4, 0, -half), exercise.name, 15, self.theme.text, bold=True)
        write_line(painter, room.adjusted(0, half, 0, -4), SIDES[exercise.sides], 13, self.theme.quiet)

    def _paint_figure(self, painter: QPainter, room: QRectF, exercise: CatalogueExercise, ground: str) -> None:
        if (motion := self._figures.get(exercise.figure or "")) is None:
            return
        dress = self.theme.figure
        colours = FigureColours(dress.body, dress.far, dress.working, dress.prop, self.theme.quiet, ground, dress.label)
        paint_figure(painter, room, motion, _POSE, "both", colours)


def _write_wrapped(painter: QPainter, room: QRectF, text: str, colour: str) -> None:
    """On as many lines as it takes, a little smaller where it takes many."""
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    for size in (15, 14, 13, 12):
        painter.setFont(font(size, bold=True))
        if painter.boundingRect(room, flags, text).height() <= room.height():
            break
    painter.setPen(QColor(colour))
    painter.drawText(room, flags, text)
