"""The stage: paints one moment of the session. It is told what to show and knows nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from tempo_trainer.session.face import Face, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.session.layout import StageLayout, measure_of, stage_layout
from tempo_trainer.ui.session.ribbon import Ribbon
from tempo_trainer.ui.session.scene import Scene, paint_scene, room_of, scene_of
from tempo_trainer.ui.session.strip import paint_strip
from tempo_trainer.ui.session.summary import paint_summary
from tempo_trainer.ui.session.words import (
    lines_of_facts,
    paint_advice,
    paint_after,
    paint_count,
    paint_facts,
    paint_headline,
    paint_said,
    paint_title,
    words_width,
)
from tempo_trainer.ui.themes import Theme

SECOND_MS = 1000
SAID_MS = 2000
BREAK_WORDS = 0.42  # of the width, at most: figure and advice need the rest
POSE_MS = 30  # of two poses of the figure


@dataclass(frozen=True)
class Sight:
    """All that a frame is painted from. As long as the key is the same, only moment and scene differ."""

    key: tuple[object, ...]
    moment: Moment
    face: Face
    scene: Scene | None
    layout: StageLayout
    facts: Sequence[str]
    said: str  # for a moment: what a key has done


class Stage(QWidget):
    """Asks for the moment when it paints, so that no frame is older than its painting; then calls `painted` with it."""

    def __init__(self, theme: Theme, figures: Figures, painted: Callable[[Moment], None]) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures
        self._ribbon = Ribbon()
        self._painted = painted
        self._look: Callable[[], Moment] | None = None
        self._seen: Sight | None = None  # what was painted last
        self.said = ""
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.timeout.connect(lambda: self.say(""))
        self.steps_only = False  # reduced motion: what would glide moves once a second
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)
        self.setAccessibleName("Session")

    def follow(self, look: Callable[[], Moment]) -> None:
        """Paint what this tells, whenever a frame is due."""
        self._look = look
        self._seen = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        self.update()

    def say(self, text: str) -> None:
        """Show a few words for a moment."""
        self.said = text
        if text:
            self._hush.start(SAID_MS)
        self.refresh()

    def refresh(self) -> Moment | None:
        """Ask for the parts to be painted that have changed since the last frame; what is true now."""
        if self._look is None:
            return None
        moment = self._look()
        self.update(_changed(self._seen, self._sight(moment), self.rect(), self._figures))
        return moment

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Qt wants a part of the widget painted."""
        if self._look is None:
            return
        sight = self._sight(self._look())
        missed = _changed(self._seen, sight, self.rect(), self._figures).subtracted(event.region())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint(painter, event.region(), sight, self._theme, self._figures, self._ribbon)
        self._seen = sight
        if not missed.isEmpty():
            self.update(missed)
        self._painted(sight.moment)

    def _sight(self, moment: Moment) -> Sight:
        """From one frame to the next hardly more has changed than the position."""
        shown = _on_the_second(moment) if self.steps_only else moment
        seen, key = self._seen, _key(moment, self.size(), self.window().height(), self.said)
        if seen and seen.key == key:
            return replace(seen, moment=shown, scene=_scene_after(seen.scene, shown))
        return self._sight_anew(moment, shown, key)

    def _sight_anew(self, moment: Moment, shown: Moment, key: tuple[object, ...]) -> Sight:
        window_height = float(self.window().height())
        face = face_of(moment)
        measure = measure_of(self.width(), self.height(), window_height)
        facts = lines_of_facts((face.side, face.set_text, face.rep_text), measure, self.width() - 0.07 * measure)
        wide = words_width(_headlines(moment, face), measure)
        if face.advice:
            wide = min(wide, BREAK_WORDS * self.width())
        layout = stage_layout(self.width(), self.height(), window_height, len(facts), wide)
        return Sight(key, shown, face, scene_of(shown), layout, facts, self.said)


def _key(moment: Moment, size: QSize, window_height: int, said: str) -> tuple[object, ...]:
    """What words and places depend on."""
    plan = (id(moment.timeline), moment.state, moment.index, moment.reps_done, moment.count_in_ms > 0)
    seconds = (moment.seconds, -moment.session_left_ms // SECOND_MS)
    return (*plan, *seconds, size.width(), size.height(), window_height, said)


def _scene_after(before: Scene | None, moment: Moment) -> Scene | None:
    """Limbs move slowly: a new pose every other frame, but none is missed where the movement begins or ends."""
    scene = scene_of(moment)
    if before is None or scene is None or scene.movement in {0, 1}:
        return scene
    return before if abs(scene.at_ms - before.at_ms) < POSE_MS else scene


def _headlines(moment: Moment, face: Face) -> tuple[str, ...]:
    """The words that stand in the same place for as long as this exercise lasts."""
    if moment.bout is None or face.advice:
        return (face.headline,)
    return tuple(word.capitalize() for word in moment.bout.exercise.words.by_phase().values())


def _on_the_second(moment: Moment) -> Moment:
    if moment.step is None or moment.count_in_ms:
        return moment
    start = moment.step.start_ms
    return replace(moment, position_ms=start + (moment.position_ms - start) // SECOND_MS * SECOND_MS)


def _picture_of(sight: Sight, figures: Figures) -> QRectF:
    room = sight.layout.break_picture if sight.face.advice else sight.layout.picture
    return room_of(sight.scene, room, figures)


def _changed(before: Sight | None, now: Sight, everything: QRect, figures: Figures) -> QRegion:
    """The parts of the stage that do not look as they did before."""
    if before is None or (before.key != now.key and _frame(before) != _frame(now)):
        return QRegion(everything)
    layout, region = now.layout, QRegion()
    for room, differs in (
        (layout.title, before.face.session_left != now.face.session_left),
        (layout.strip, before.face.session_left != now.face.session_left),
        (layout.count, before.face.count != now.face.count),
        (_picture_of(now, figures), before.scene != now.scene),
        (layout.ribbon, _place(before.moment) != _place(now.moment)),
    ):
        if differs:
            region += room.toAlignedRect()
    return region


def _frame(sight: Sight) -> tuple[object, ...]:
    """What, if it changes, changes the whole picture."""
    face = replace(sight.face, count="", session_left="")
    return (face, sight.layout, sight.said, sight.scene is None, id(sight.moment.timeline))


def _place(moment: Moment) -> tuple[object, ...]:
    return (moment.position_ms, moment.count_in_ms)


def _paint(painter: QPainter, region: QRegion, sight: Sight, theme: Theme, figures: Figures, ribbon: Ribbon) -> None:
    summary = sight.moment.summary
    bare = region if summary else region.subtracted(sight.layout.ribbon.toRect())  # the ribbon covers its own ground
    painter.fillRect(bare.boundingRect(), QColor(theme.roles[sight.face.role].ground))
    parts = _summary_parts(painter, sight, theme) if summary else _parts(painter, sight, theme, figures, ribbon)
    for room, paint in parts:
        if region.intersects(room.toAlignedRect()):
            paint()


def _bleeding(room: QRectF) -> QRectF:
    """Large letters reach a little beyond their line."""
    return room.adjusted(0, -room.height() * 0.3, 0, room.height() * 0.3)


def _summary_parts(painter: QPainter, sight: Sight, theme: Theme) -> Sequence[tuple[QRectF, Callable[[], None]]]:
    face, layout, summary = sight.face, sight.layout, sight.moment.summary
    return [
        (layout.title, lambda: paint_title(painter, layout, face, theme)),
        (layout.headline, lambda: paint_headline(painter, layout, face, theme)),
        (layout.table, lambda: paint_summary(painter, layout, summary, theme, theme.roles[face.role])),
    ]


def _parts(
    painter: QPainter, sight: Sight, theme: Theme, figures: Figures, ribbon: Ribbon
) -> Sequence[tuple[QRectF, Callable[[], None]]]:
    moment, face, layout, scene, picture = (
        sight.moment,
        sight.face,
        sight.layout,
        sight.scene,
        _picture_of(sight, figures),
    )
    return [
        (layout.title, lambda: paint_title(painter, layout, face, theme)),
        (_bleeding(layout.headline), lambda: paint_headline(painter, layout, face, theme)),
        (layout.count, lambda: paint_count(painter, layout, face, theme)),
        (_bleeding(layout.facts), lambda: paint_facts(painter, layout, sight.facts, theme)),
        (layout.after, lambda: paint_after(painter, layout, face, theme)),
        (layout.advice if face.advice else QRectF(), lambda: paint_advice(painter, layout, face, theme)),
        (picture, lambda: paint_scene(painter, picture, scene, figures, theme, theme.roles[face.role])),
        (layout.ribbon, lambda: ribbon.paint(painter, layout.ribbon, moment, theme, layout.measure)),
        (layout.strip, lambda: paint_strip(painter, layout.strip, moment, theme)),
        (layout.ribbon, lambda: paint_said(painter, layout, sight.said, theme)),
    ]
