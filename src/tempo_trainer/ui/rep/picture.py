"""The picture of a rep: the figure, its phase in word, shape and colour, and the ribbon of the whole rep below it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.session.face import face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.rep.course import moment_at, which_set
from tempo_trainer.ui.session.lettering import CENTRE, LEFT, RIGHT, width_of, write
from tempo_trainer.ui.session.scene import paint_scene, scene_of
from tempo_trainer.ui.session.shapes import shape
from tempo_trainer.ui.session.tape import Scale, draw_span, paint_playhead
from tempo_trainer.ui.theme import RADIUS
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.timeline import Timeline

_PAST = 0.55  # how much of what is over is hidden
_LABELS = 9.0  # capitals of the words on the ribbon


@dataclass(frozen=True)
class _Layout:
    """Rectangles in pixels."""

    card: QRectF
    head: QRectF  # phase word and count
    figure: QRectF
    strip: QRectF  # the ground of the ribbon, as wide as the card
    ribbon: QRectF


class RepPicture(QWidget):
    """Paints the moment that it was given last."""

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures
        self._moment: Moment | None = None
        self._tape = QPixmap()
        self._tape_of: tuple[Timeline, QSize, float, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 190)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As large as it looks well beside a form."""
        return QSize(480, 340)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def show_moment(self, moment: Moment | None) -> None:
        """Paint this, if it is another."""
        if moment != self._moment:
            self._moment = moment
            self.update()

    @property
    def moment(self) -> Moment | None:
        """What is shown."""
        return self._moment

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants the widget painted."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, _layout(QRectF(self.rect())))

    def _paint(self, painter: QPainter, layout: _Layout) -> None:
        theme, moment = self._theme, self._moment
        face = face_of(moment) if moment else None
        outline = QPainterPath()
        outline.addRoundedRect(layout.card, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(layout.card, QColor(theme.roles[face.role].ground if face else theme.surface))
        if moment and face:
            painter.fillRect(layout.strip, QColor(theme.surface))
            self._paint_head(painter, layout.head, moment)
            if scene := scene_of(moment):
                paint_scene(painter, layout.figure, scene, self._figures, theme, theme.roles[face.role])
            self._paint_ribbon(painter, layout, moment)
        painter.restore()
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _paint_head(self, painter: QPainter, room: QRectF, moment: Moment) -> None:
        """Shape and word at the left, the count at the right, which set it is between them."""
        face, theme, capitals = face_of(moment), self._theme, room.height()
        sign = QRectF(room.left(), room.top(), capitals, capitals)
        painter.fillPath(shape(face.role, sign), QColor(theme.roles[face.role].bright))
        write(painter, room.adjusted(1.5 * capitals, 0, 0, 0), face.headline, capitals, theme.text, LEFT, bold=True)
        write(painter, room, face.count, capitals, theme.text, RIGHT, bold=True)
        small = min(capitals * 0.7, 14)
        taken = 3 * capitals + width_of(face.headline, capitals, bold=True)
        if (text := which_set(moment)) and taken + width_of(text, small) < room.width() - 2 * capitals:
            write(painter, room.adjusted(taken, 0, -2 * capitals, 0), text, small, theme.quiet, CENTRE)

    def _paint_ribbon(self, painter: QPainter, layout: _Layout, moment: Moment) -> None:
        room = layout.ribbon
        painter.drawPixmap(room.topLeft(), self._tape_for(moment.timeline, room.size().toSize()))
        x = room.left() + room.width() * moment.position_ms / max(1, moment.timeline.duration_ms)
        veil = QColor(self._theme.surface)
        veil.setAlphaF(_PAST)
        painter.fillRect(QRectF(layout.strip.left(), room.top(), x - layout.strip.left(), room.height()), veil)
        paint_playhead(painter, room, x, moment, self._theme)

    def _tape_for(self, timeline: Timeline, size: QSize) -> QPixmap:
        """The ribbon of the whole rep, drawn once."""
        key = (timeline, size, self.devicePixelRatioF(), self._theme.name)
        if self._tape_of is None or self._tape_of[0] is not timeline or self._tape_of[1:] != key[1:]:
            self._tape_of, self._tape = key, _tape(timeline, size, key[2], self._theme)
        return self._tape


def _layout(rect: QRectF) -> _Layout:
    card = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    pad = min(24.0, max(10.0, min(card.width(), card.height()) * 0.05))
    strip = QRectF(card)
    strip.setTop(round(card.bottom() - min(110.0, max(44.0, card.height() * 0.22))))
    capitals = min(26.0, max(13.0, card.height() * 0.055))
    head = QRectF(card.left() + pad, card.top() + pad, card.width() - 2 * pad, capitals)
    figure = QRectF(head.left(), head.bottom() + pad / 2, head.width(), strip.top() - head.bottom() - pad)
    ribbon = QRectF(round(head.left()), strip.top(), round(head.width()), round(strip.height()))
    return _Layout(card, head, figure, strip, ribbon)


def _tape(timeline: Timeline, size: QSize, ratio: float, theme: Theme) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(theme.surface))
    span = max(1, timeline.duration_ms)
    scale = Scale(size.height(), size.width() / span, 0, span)
    with QPainter(made) as painter:
        draw_span(painter, scale, moment_at(timeline, 0), theme, _LABELS)
    return made
