"""A sight: all that a frame is painted from, and which parts of it differ from the frame before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QRegion

from tempo_trainer.session.face import Face, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.session.layout import MARGIN, EndLayout, StageLayout, end_layout, measure_of, stage_layout
from tempo_trainer.ui.session.scene import Scene, room_of, scene_of
from tempo_trainer.ui.session.words import count_width, lines_of_facts, words_width

SECOND_MS = 1000
BREAK_WORDS = 0.42  # of the width, at most: figure and advice need the rest
POSE_MS = 45  # between two poses of the figure


@dataclass(frozen=True)
class Frame:
    """What the stage itself has to say."""

    size: QSize
    window_height: int
    said: str  # for a moment: what a key has done
    muted: bool
    steps_only: bool  # reduced motion: what would glide moves once a second


@dataclass(frozen=True)
class Sight:
    """As long as the key is the same, only moment and scene differ."""

    key: tuple[object, ...]
    moment: Moment
    face: Face
    scene: Scene | None
    layout: StageLayout
    facts: Sequence[str]
    said: str
    muted: bool
    end: EndLayout  # in place of the layout once there is a summary

    def picture(self, figures: Figures) -> QRectF:
        """Where the figure is."""
        room = self.layout.break_picture if self.face.advice else self.layout.picture
        return room_of(self.scene, room, figures)


def sight_of(moment: Moment, frame: Frame, before: Sight | None) -> Sight:
    """From one frame to the next hardly more has changed than the position."""
    shown = on_the_second(moment) if frame.steps_only else moment
    key = _key(moment, frame)
    if before and before.key == key:
        return replace(before, moment=shown, scene=_scene_after(before.scene, shown))
    face = face_of(moment)
    measure = measure_of(frame.size.width(), frame.size.height(), frame.window_height)
    inner = frame.size.width() - 2 * MARGIN * measure
    facts = lines_of_facts((face.side, face.set_text, face.rep_text), measure, inner)
    wide = words_width(_headlines(moment, face), measure)
    if face.advice:
        count = re.sub(r"\d", "8", face.count)
        wide = max(min(wide, BREAK_WORDS * frame.size.width()), count_width(count, measure))
    room = (frame.size.width(), frame.size.height(), frame.window_height)
    layout, end = stage_layout(*room, len(facts), wide), end_layout(*room)
    return Sight(key, shown, face, scene_of(shown), layout, facts, frame.said, frame.muted, end)


def changed(before: Sight | None, now: Sight, everything: QRect, figures: Figures) -> QRegion:
    """The parts of the stage that do not look as they did before."""
    if before is None or (before.key != now.key and _picture_at_rest(before) != _picture_at_rest(now)):
        return QRegion(everything)
    layout, region = now.layout, QRegion()
    for room, differs in (
        (layout.title, before.face.session_left != now.face.session_left),
        (layout.strip, before.face.session_left != now.face.session_left),
        (layout.count, before.face.count != now.face.count),
        (now.picture(figures), before.scene != now.scene),
        (layout.ribbon, _place(before.moment) != _place(now.moment)),
    ):
        if differs:
            region += room.toAlignedRect()
    return region


def _key(moment: Moment, frame: Frame) -> tuple[object, ...]:
    """What words and places depend on."""
    plan = (id(moment.timeline), moment.state, moment.index, moment.reps_done, moment.count_in_ms > 0)
    return (*plan, moment.seconds, -moment.session_left_ms // SECOND_MS, frame)


def _picture_at_rest(sight: Sight) -> tuple[object, ...]:
    """What, if it changes, changes the whole picture."""
    face = replace(sight.face, count="", session_left="")
    return (face, sight.layout, sight.said, sight.muted, sight.scene is None, id(sight.moment.timeline))


def _place(moment: Moment) -> tuple[float, float]:
    return (moment.position_ms, moment.count_in_ms)


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


def on_the_second(moment: Moment) -> Moment:
    """The moment in which the second began that is shown now: for who wants little motion."""
    if moment.step is None:
        return moment
    if moment.count_in_ms:
        return replace(moment, count_in_ms=-(-moment.count_in_ms // SECOND_MS) * SECOND_MS)
    start = moment.step.start_ms
    return replace(moment, position_ms=start + (moment.position_ms - start) // SECOND_MS * SECOND_MS)
