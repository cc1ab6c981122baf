"""The strip: the whole session at a glance, its bouts as blocks, what is done filled."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.themes import Theme


def paint_strip(painter: QPainter, room: QRectF, moment: Moment, theme: Theme) -> None:
    """Work stands tall, breaks are a thin line; the playhead shows where the session is."""
    duration = moment.timeline.duration_ms
    if not duration:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    scale = room.width() / duration
    now = room.left() + moment.position_ms * scale
    line = QRectF(room.left(), room.center().y() - room.height() * 0.04, room.width(), room.height() * 0.08)
    painter.fillRect(line, QColor(theme.quiet))
    for start, end in moment.timeline.bout_spans:
        left, right = room.left() + start * scale + 1, room.left() + end * scale - 1
        block = QRectF(left, room.top() + room.height() * 0.2, max(1.0, right - left), room.height() * 0.6)
        painter.fillRect(block, QColor(theme.raised if now < left else theme.accent))
        if left < now < right:
            painter.fillRect(QRectF(now, block.top(), right - now, block.height()), QColor(theme.raised))
        painter.setPen(QColor(theme.quiet))
        painter.drawRect(block)
    painter.fillRect(QRectF(now - 2, room.top(), 4, room.height()), QColor(theme.text))
