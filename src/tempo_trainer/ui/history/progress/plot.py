"""A picture drawn by pyqtgraph: the only module that knows the library. It imports it when the first one is made."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsView, QWidget

from tempo_trainer.ui.history.progress.patterns import brush
from tempo_trainer.ui.history.progress.pictures import Picture
from tempo_trainer.ui.history.progress.scale import Tick
from tempo_trainer.ui.theme import font
from tempo_trainer.ui.themes import Theme
from tempo_trainer.workout.exercise import Side

LETTERS = 12  # pixels
_BAR = 0.72  # of a slot; one that lies leaves room for what is written above it
_LYING = (-0.02, 0.36)
_PER_DAY, _VALUES_WIDTH, _DAYS_HEIGHT = 88, 72, 24  # pixels
_MARGINS = (0, 6, 32, 0)  # so that no figure or day at an end is cut off
_BEHIND = -20


def preload() -> None:
    """Import the library, which takes a while: for a thread, before the first chart is wanted."""
    import pyqtgraph

    del pyqtgraph


class Plot:
    """Owns a widget that takes neither mouse nor keys."""

    def __init__(self, parent: QWidget) -> None:
        import pyqtgraph

        self._graph: Any = pyqtgraph
        self._plot: Any = pyqtgraph.PlotWidget(parent, enableMenu=False)
        self.widget: QGraphicsView = self._plot
        self._view: Any = self._plot.getViewBox()
        self._picture = Picture(0, 0, 1, ())
        self._bars: list[tuple[Any, QBrush]] = []
        self._captions: list[Any] = []
        self._mark: Any = None
        self._still()

    def draw(self, picture: Picture, theme: Theme) -> None:
        """Show another picture, or the same in other colours."""
        self._picture, self._theme = picture, theme
        self._plot.clear()
        self._plot.setBackground(theme.surface)
        self._dress_axes()
        self._set_range()
        self._draw_lines()
        self._bars = [self._draw_bars(side) for side in dict.fromkeys(bar.side for bar in picture.bars)]
        self._captions = [self._write() for _ in picture.captions]
        self._mark = None
        self.suit()

    def suit(self) -> None:
        """To another size: as many days as there is room for, and names as long as it."""
        picture, width = self._picture, self.widget.width()
        if picture.captions:
            self._place_captions(width)
        else:
            room = width - _VALUES_WIDTH - _MARGINS[2]
            self._plot.getAxis("bottom").setTicks([_listed(picture.slot_ticks(max(2, room // _PER_DAY)))])
        self._fit_patterns()

    def mark(self, slot: int) -> None:
        """Raise a slot; -1: none."""
        if self._mark is not None:
            self._plot.removeItem(self._mark)
            self._mark = None
        if slot >= 0:
            sizes = self._across(slot - 0.5, slot + 0.5, self._picture.low, self._picture.high)
            pen = QPen(QColor(self._theme.accent), 0)
            self._mark = self._graph.BarGraphItem(**sizes, brush=QColor(self._theme.raised), pen=pen)
            self._mark.setZValue(_BEHIND - 1)
            self._plot.addItem(self._mark, ignoreBounds=True)

    def slot_at(self, point: QPoint) -> int:
        """Which one is there; -1: none."""
        there = self._view.mapSceneToView(self.widget.mapToScene(point))
        slot = round(there.y() if self._picture.captions else there.x())
        inside = self._view.sceneBoundingRect().contains(self.widget.mapToScene(point))
        return slot if inside and 0 <= slot < self._picture.slots else -1

    def _still(self) -> None:
        """Nothing moves or opens below the mouse, which is the chart's."""
        self.widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._plot.setAntialiasing(True)
        self._plot.hideButtons()
        self._view.setMouseEnabled(x=False, y=False)
        self._view.disableAutoRange()
        self._view.setDefaultPadding(0)
        self._view.sigTransformChanged.connect(self._fit_patterns)

    def _dress_axes(self) -> None:
        lies = bool(self._picture.captions)
        for name, size in (("left", _VALUES_WIDTH), ("bottom", _DAYS_HEIGHT)):
            axis = self._plot.getAxis(name)
            self._plot.showAxis(name, not lies)
            axis.setStyle(tickFont=font(LETTERS), tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)
            axis.setTickPen(QColor(self._theme.surface))  # without a pen there would still be dots
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(QColor(self._theme.quiet))
            axis.setWidth(size) if name == "left" else axis.setHeight(size)
        self._plot.getPlotItem().layout.setContentsMargins(*((0, 0, 0, 0) if lies else _MARGINS))
        self._plot.getAxis("left").setTicks([_listed(self._picture.ticks)])

    def _set_range(self) -> None:
        picture = self._picture
        slots, values = (-0.5, max(1, picture.slots) - 0.5), (picture.low, picture.high)
        self._view.invertY(bool(picture.captions))
        x, y = (values, slots) if picture.captions else (slots, values)
        self._view.setRange(xRange=x, yRange=y, padding=0)

    def _draw_lines(self) -> None:
        """Thin ones at the figures; the one at zero can be seen more clearly."""
        for tick in self._picture.ticks:
            colour = self._theme.border if tick.at else self._theme.edge
            style = Qt.PenStyle.DotLine if tick.at else Qt.PenStyle.SolidLine
            line = self._graph.InfiniteLine(tick.at, angle=0, pen=QPen(QColor(colour), 0, style))
            line.setZValue(_BEHIND if tick.at else 1)
            self._plot.addItem(line, ignoreBounds=True)

    def _draw_bars(self, side: Side) -> tuple[Any, QBrush]:
        bars = [bar for bar in self._picture.bars if bar.side == side]
        near, far = _LYING if self._picture.captions else (-_BAR / 2, _BAR / 2)
        sizes = self._across(
            [bar.slot + near for bar in bars],
            [bar.slot + far for bar in bars],
            [bar.start for bar in bars],
            [bar.end for bar in bars],
        )
        filled = brush(side, self._theme, self.widget.devicePixelRatioF())
        item = self._graph.BarGraphItem(**sizes, brush=filled, pen=QPen(Qt.PenStyle.NoPen))
        self._plot.addItem(item, ignoreBounds=True)
        return item, filled

    def _across(self, near: object, far: object, start: object, end: object) -> Mapping[str, object]:
        """Where bars are: from `near` to `far` of the slots, from `start` to `end` of the values."""
        if self._picture.captions:
            return {"y0": near, "y1": far, "x0": start, "x1": end}
        return {"x0": near, "x1": far, "y0": start, "y1": end}

    def _fit_patterns(self) -> None:
        """A pattern would be stretched as the values are: it is laid out on the screen instead."""
        scale = 1 / self.widget.devicePixelRatioF()
        for item, filled in self._bars:
            back, possible = item.sceneTransform().inverted()
            if possible:
                filled.setTransform(QTransform.fromScale(scale, scale) * back)
                item.setOpts(brush=filled)

    def _write(self) -> Any:
        text = self._graph.TextItem(anchor=(0, 1))
        text.setFont(font(LETTERS + 1))
        text.textItem.document().setDocumentMargin(0)
        self._plot.addItem(text, ignoreBounds=True)
        return text

    def _place_captions(self, width: int) -> None:
        metrics = QFontMetricsF(font(LETTERS + 1))
        for slot, (caption, text) in enumerate(zip(self._picture.captions, self._captions, strict=True)):
            room = width - metrics.horizontalAdvance(f"   {caption.amount}") - 16
            name = metrics.elidedText(caption.name, Qt.TextElideMode.ElideRight, room)
            text.setText(f"{name}   {caption.amount}", QColor(self._theme.text))
            text.setPos(0, slot + _LYING[0] - 0.04)


def _listed(ticks: Sequence[Tick]) -> Sequence[tuple[float, str]]:
    return [(tick.at, tick.text) for tick in ticks]
