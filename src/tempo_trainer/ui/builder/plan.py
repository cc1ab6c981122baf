"""The plan: the whole session as a strip, in which a block can be chosen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tempo_trainer.ui.builder.drawing import draw_plan
from tempo_trainer.ui.builder.outline import Outline, Path, outline_of
from tempo_trainer.ui.builder.scale import MARGIN, MINUTES, NAMES, Scale
from tempo_trainer.ui.theme import RADIUS, SPACE, font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.export import length
from tempo_trainer.workout.timeline import Timeline

HEIGHT = 136
NOTHING = "The plan of the session appears here as soon as nothing is wrong with the workout."
_NEAR_A_WAIT = 7  # pixels


class PlanView(QWidget):
    """Emits `picked` with the path of a block of the file's data, such as `("blocks", 2)`; () is the workout."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._outline: Outline | None = None
        self._chosen: Path = ()
        self._picture = QPixmap()
        self._key: object = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Plan of the session")
        self._describe()

    def set_timeline(self, timeline: Timeline | None) -> None:
        """Show another plan; None while there is none."""
        self.set_outline(outline_of(timeline) if timeline and timeline.steps else None)

    def set_outline(self, outline: Outline | None) -> None:
        """The same, where the outline was made in another thread."""
        self._outline = outline if outline and outline.stretches else None
        self._key = None
        self._describe()
        self.update()

    def choose(self, path: Path) -> None:
        """Mark a block, without telling."""
        self._chosen = path
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as there is room."""
        return QSize(640, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Narrow windows show it too."""
        return QSize(240, HEIGHT)

    def path_at(self, x: float) -> Path | None:
        """Which block is there; None while there is no plan."""
        if self._outline is None:
            return None
        scale = self._scale(self._outline)
        for stretch in self._outline.stretches:
            if stretch.role == "ready" and abs(scale.x(stretch.start_ms) - x) <= _NEAR_A_WAIT:
                return stretch.path
        stretch_there = self._outline.at(scale.ms(x))
        return stretch_there.path if stretch_there else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants it painted."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            if self._outline is None:
                self._paint_nothing(painter)
                return
            scale = self._scale(self._outline)
            self._paint_chosen(painter, self._outline, scale)
            painter.drawPixmap(QPointF(0, 0), self._drawn(self._outline, scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """A click chooses the block below it."""
        path = self.path_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and path is not None:
            self._pick(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrow keys go from block to block."""
        paths = list(self._outline.paths) if self._outline else []
        now = paths.index(self._chosen) if self._chosen in paths else -1
        there = {
            Qt.Key.Key_Left: max(0, now - 1),
            Qt.Key.Key_Right: min(len(paths) - 1, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(paths) - 1,
        }.get(Qt.Key(event.key()))
        if there is None or not paths:
            super().keyPressEvent(event)
        elif paths[there] != self._chosen:
            self._pick(paths[there])

    def event(self, event: QEvent) -> bool:
        """The block below the mouse is told in a few words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._outline:
            path = self.path_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._outline.words(path) if path is not None else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """The frame tells of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """See above."""
        super().focusOutEvent(event)
        self.update()

    def _pick(self, path: Path) -> None:
        self.choose(path)
        self.picked.emit(path)

    def _scale(self, outline: Outline) -> Scale:
        return Scale(self.width(), self.height(), outline.timeline.duration_ms)

    def _describe(self) -> None:
        if self._outline is None:
            self.setAccessibleDescription(NOTHING)
            return
        blocks = len(self._outline.sections)
        text = f"{length(self._outline.timeline)}, {blocks} block{'s' if blocks != 1 else ''}."
        words = self._outline.words(self._chosen) if self._chosen else ""
        self.setAccessibleDescription(f"{text} Chosen: {words}." if words else text)

    def _drawn(self, outline: Outline, scale: Scale) -> QPixmap:
        """Drawn once for each plan, size and theme."""
        ratio = self.devicePixelRatioF()
        key = scale, ratio, self._theme.name
        if key != self._key:
            self._key = key
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as painter:
                draw_plan(painter, outline, scale, self._theme)
        return self._picture

    def _paint_ground(self, painter: QPainter) -> None:
        theme, focus = self._theme, self.hasFocus()
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.accent if focus else theme.border), 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setFont(font(15))
        painter.setPen(QColor(self._theme.quiet))
        room = self.rect().adjusted(MARGIN, SPACE, -MARGIN, -SPACE)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, NOTHING)

    def _paint_chosen(self, painter: QPainter, outline: Outline, scale: Scale) -> None:
        """Behind the wave: a raised field with a bar above it."""
        if not self._chosen:
            return
        top = NAMES if len(self._chosen) > 2 else 3.0
        for start, end in outline.spans_of(self._chosen):
            left, right = scale.x(start), max(scale.x(end), scale.x(start) + 4)
            field = QRectF(left, top, right - left, self.height() - MINUTES - top - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.raised))
            painter.drawRoundedRect(field, 5, 5)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(left, top, right - left, 3), 1.5, 1.5)
