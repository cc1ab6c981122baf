"""A chart in which one slot after the other can be looked at, with the mouse or the arrow keys."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.ui.history.progress.pictures import Picture
from tempo_trainer.ui.history.progress.plot import Plot
from tempo_trainer.ui.theme import RADIUS
from tempo_trainer.ui.themes import Theme

HEIGHT = 200  # pixels
ROW, HIGHEST_ROW = 44, 60  # of bars that lie
_FRAME = 4


class Chart(QWidget):
    """`looked` tells which slot is looked at; -1: none."""

    looked = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture = Picture(0, 0, 1, ())
        self._slot = -1
        self._plot = Plot(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture) -> None:
        """Show another one."""
        self._picture = picture
        self._plot.draw(picture, self._theme)
        self._look(-1)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._plot.draw(self._picture, theme)
        self._plot.mark(self._slot)

    @property
    def slot(self) -> int:
        """Which one is looked at; -1: none."""
        return self._slot

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As high as bars need to be read."""
        rows = len(self._picture.captions)
        return QSize(200, rows * ROW + 2 * _FRAME if rows else HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As wide as there is room."""
        return QSize(480, self.minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """The frame tells of the focus."""
        del event
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Lying bars keep their height, and begin at the top."""
        super().resizeEvent(event)
        room = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        if rows := len(self._picture.captions):
            room.setHeight(min(room.height(), rows * HIGHEST_ROW))
        self._plot.widget.setGeometry(room)
        self._plot.suit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """What lies below the mouse is looked at."""
        self._look(self._plot.slot_at(self._plot.widget.mapFromParent(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._look(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrow keys go from slot to slot."""
        back, on = (Qt.Key.Key_Up, Qt.Key.Key_Down) if self._picture.captions else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        last = self._picture.slots - 1
        there = {back: self._slot - 1, on: self._slot + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(
            Qt.Key(event.key())
        )
        if there is None:
            super().keyPressEvent(event)
        elif last >= 0:
            self._look(max(0, min(last, there)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """By Tab one comes to the newest week, or to the exercise that was done most."""
        super().focusInEvent(event)
        self.update()
        if self._slot < 0 and self._picture.slots:
            self._look(0 if self._picture.captions else self._picture.slots - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """Nothing is looked at."""
        super().focusOutEvent(event)
        self.update()
        self._look(-1)

    def _look(self, slot: int) -> None:
        if slot != self._slot:
            self._slot = slot
            self._plot.mark(slot)
            self.looked.emit(slot)
