"""How the sides look in charts: each has a colour and a pattern of its own, so that no colour has to be told apart."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from tempo_trainer.session.face import Role
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.exercise import Side

# Their colours were searched for to be told apart by all eyes (tests/ui/test_theme.py).
_ROLES: Mapping[Side, Role] = {"left": "eccentric", "right": "concentric", "both": "rest"}
_TILE = 8  # pixels; the pattern repeats


def colour(side: Side, theme: Theme) -> str:
    """The colour of a side."""
    return theme.roles[_ROLES[side]].bright


def brush(side: Side, theme: Theme, ratio: float) -> QBrush:
    """Left is plain, right striped, both dotted; for a screen with `ratio` pixels to each of ours."""
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    tile.fill(QColor(colour(side, theme)))
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(tile.width() / _TILE, tile.height() / _TILE)
        painter.setPen(QPen(QColor(theme.surface), 2, c=Qt.PenCapStyle.RoundCap))
        if side == "right":
            for shift in (-_TILE, 0, _TILE):
                painter.drawLine(QPointF(shift - 1, _TILE + 1), QPointF(shift + _TILE + 1, -1))
        elif side == "both":
            painter.drawPoint(QPointF(2, 2))
            painter.drawPoint(QPointF(6, 6))
    return QBrush(tile)
