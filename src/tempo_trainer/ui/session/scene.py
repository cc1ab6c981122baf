"""The scene: which figure a moment shows, in which position. What has no figure is a ball on a track."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.paint import paint_figure
from tempo_trainer.ui.session.track import paint_track
from tempo_trainer.ui.themes import RoleColours, Theme
from tempo_trainer.workout.exercise import Side


@dataclass(frozen=True)
class Scene:
    """An exercise at a position of its movement, 0 to 1."""

    figure: str
    starts_low: bool
    movement: float
    side: Side
    at_ms: float = field(compare=False, default=0)  # when it is so


def scene_of(moment: Moment) -> Scene | None:
    """What is performed, or in breaks what comes next; nothing when all is done."""
    bout = moment.bout or moment.next_bout
    if moment.summary or bout is None:
        return None
    movement = moment.movement if moment.bout else moment.preview
    exercise = bout.exercise
    return Scene(exercise.figure or "", exercise.starts_with == "concentric", movement, moment.side, moment.position_ms)


def room_of(scene: Scene | None, room: QRectF, figures: Figures) -> QRectF:
    """The part of a room that the whole movement needs, in its middle: no more than that is painted anew."""
    motion = figures.get(scene.figure) if scene else None
    if motion is None:
        return room
    extent = motion.extent
    scale = min(room.width() / extent.width, room.height() / extent.height)
    needed = QRectF(0, 0, extent.width * scale, extent.height * scale)
    needed.moveCenter(room.center())
    return needed


def paint_scene(
    painter: QPainter, room: QRectF, scene: Scene, figures: Figures, theme: Theme, colours: RoleColours
) -> None:
    """The figure on the ground of the moment's role."""
    motion = figures.get(scene.figure)
    if motion is None:
        paint_track(painter, room, scene.movement, theme, colours, starts_low=scene.starts_low)
        return
    paint_figure(painter, room, motion, scene.movement, scene.side, dressed(theme, colours))


def dressed(theme: Theme, colours: RoleColours) -> FigureColours:
    """The figure's colours on the ground of a role."""
    figure = theme.figure
    return FigureColours(
        figure.body, figure.far, figure.working, figure.prop, theme.quiet, colours.ground, figure.label
    )
