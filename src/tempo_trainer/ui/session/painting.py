"""Paints a sight: the parts of it that are wanted, each by its own module."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.session.ribbon import Ribbon
from tempo_trainer.ui.session.scene import paint_scene
from tempo_trainer.ui.session.sight import Sight
from tempo_trainer.ui.session.strip import paint_strip
from tempo_trainer.ui.session.summary import paint_end, paint_summary
from tempo_trainer.ui.session.words import (
    paint_advice,
    paint_after,
    paint_count,
    paint_facts,
    paint_headline,
    paint_said,
    paint_title,
)
from tempo_trainer.ui.themes import Theme

Part = tuple[QRectF, Callable[[], None]]


def paint(painter: QPainter, region: QRegion, sight: Sight, theme: Theme, figures: Figures, ribbon: Ribbon) -> None:
    """The ground, and every part of the sight that lies in the region."""
    if not sight.said and sight.layout.ribbon.contains(QRectF(region.boundingRect())):  # two frames in three
        ribbon.paint(painter, sight.layout.ribbon, sight.moment, theme, sight.layout.measure)
        return
    done = sight.moment.summary is not None
    ground = region if done else region.subtracted(sight.layout.ribbon.toRect())  # the ribbon covers its own
    painter.fillRect(ground.boundingRect(), QColor(theme.roles[sight.face.role].ground))
    for room, paint_part in _ended(painter, sight, theme) if done else _parts(painter, sight, theme, figures, ribbon):
        if region.intersects(room.toAlignedRect()):
            paint_part()


def _ended(painter: QPainter, sight: Sight, theme: Theme) -> Iterator[Part]:
    face, end, summary = sight.face, sight.end, sight.moment.summary
    yield end.head, lambda: paint_end(painter, end, face, theme)
    if summary:
        yield end.table, lambda: paint_summary(painter, end, summary, theme)


def _parts(painter: QPainter, sight: Sight, theme: Theme, figures: Figures, ribbon: Ribbon) -> Iterator[Part]:
    moment, face, layout, scene = sight.moment, sight.face, sight.layout, sight.scene
    yield layout.title, lambda: paint_title(painter, layout, face, theme, muted=sight.muted)
    yield _bleeding(layout.headline), lambda: paint_headline(painter, layout, face, theme)
    yield layout.count, lambda: paint_count(painter, layout, face, theme)
    yield _bleeding(layout.facts), lambda: paint_facts(painter, layout, sight.facts, theme)
    yield layout.after, lambda: paint_after(painter, layout, face, theme)
    if face.advice:
        yield layout.advice, lambda: paint_advice(painter, layout, face, theme)
    if scene:
        picture, colours = sight.picture(figures), theme.roles[face.role]
        yield picture, lambda: paint_scene(painter, picture, scene, figures, theme, colours)
    yield layout.ribbon, lambda: ribbon.paint(painter, layout.ribbon, moment, theme, layout.measure)
    yield layout.strip, lambda: paint_strip(painter, layout.strip, moment, theme)
    if sight.said:
        yield layout.ribbon, lambda: paint_said(painter, layout, sight.said, theme)


def _bleeding(room: QRectF) -> QRectF:
    """Large letters reach a little beyond their line."""
    return room.adjusted(0, -room.height() * 0.3, 0, room.height() * 0.3)
