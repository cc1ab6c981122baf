"""Where things stand on the stage, as parts of the window: plain rectangles, no painting.

The sizes are those of DESIGN 7: capitals of the phase word and the count at least 18 % of the window's height, those
of side, set and rep at least 8 %. They come first; what is left of the height goes to the ribbon and the gaps.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QRectF

HEADLINE_CAPITALS = 0.185  # all of the window's height
COUNT_CAPITALS = 0.2
FACTS_CAPITALS = 0.083
TITLE_CAPITALS = 0.036
NOTE_CAPITALS = 0.027
ADVICE_CAPITALS = 0.03
RIBBON_CAPITALS = 0.02

_TITLE, _HEADLINE, _COUNT, _FACTS, _AFTER, _STRIP = 0.06, 0.235, 0.235, 0.105, 0.045, 0.015
_RIBBON = 0.06, 0.13
_END_HEAD = 0.1
MARGIN = 0.035
_WORDS = 0.36, 0.75  # of the width, at least and at most, where the picture stands beside the words
_TALL = 1.1  # from this ratio of height to width on, the picture stands below them


@dataclass(frozen=True)
class StageLayout:
    """Rectangles in pixels, and the height they are measured by (capitals are parts of it)."""

    measure: float
    title: QRectF
    headline: QRectF
    count: QRectF
    picture: QRectF  # the figure's place
    facts: QRectF  # side, set, rep
    after: QRectF
    ribbon: QRectF
    strip: QRectF  # the whole session

    @property
    def break_picture(self) -> QRectF:
        """The figure's place where advice is told beside it, or below it where there is no room beside."""
        room = self.picture
        if self._is_broad:
            return QRectF(room.x(), room.y(), room.width() * 0.42, room.height())
        return QRectF(room.x(), room.y(), room.width(), room.height() * 0.5)

    @property
    def advice(self) -> QRectF:
        """In breaks, what to know for the work that comes next."""
        room = self.picture
        if self._is_broad:
            return room.adjusted(room.width() * 0.46, room.height() * 0.06, 0, 0)
        return room.adjusted(0, room.height() * 0.54, 0, 0)

    @property
    def _is_broad(self) -> bool:
        return self.picture.width() > 1.8 * self.picture.height()


@dataclass(frozen=True)
class EndLayout:
    """What stands on the stage when the session has ended: one line, and below it all room for the table."""

    measure: float
    head: QRectF
    table: QRectF


def measure_of(width: float, height: float, window_height: float) -> float:
    """The height by which sizes are measured: the window's, or less where notices or the shape leave too little."""
    return min(window_height, height * 1.13, width * 0.8)


def end_layout(width: float, height: float, window_height: float) -> EndLayout:
    """Measured by the window where the stage gives up half of its height to the questions below it."""
    unit = min(window_height, height * 1.7, width * 0.7)
    margin = MARGIN * unit
    head = QRectF(margin, margin, width - 2 * margin, _END_HEAD * unit)
    top = head.bottom() + margin * 0.6
    return EndLayout(unit, head, QRectF(margin, top, head.width(), max(1.0, height - top - margin)))


@lru_cache
def stage_layout(
    width: float, height: float, window_height: float, facts_lines: int = 1, words_width: float = 0
) -> StageLayout:
    """The layout for a stage of a size; `window_height` counts the controls too, as the eye does.

    `words_width` is what the widest word of this exercise needs; where side, set and rep need a second line, the rest
    moves together to make room for it.
    """
    unit = measure_of(width, height, window_height)
    margin = MARGIN * unit
    inner = width - 2 * margin
    tall = height > _TALL * width
    spare = _spare(height, unit, facts_lines, tall=tall)
    words = inner if tall else min(_WORDS[1] * inner, max(_WORDS[0] * inner, words_width))
    rows = _Rows(margin, margin * 0.6, inner)
    title = rows.take(_TITLE * unit, spare.gap)
    headline = rows.take(_HEADLINE * unit, across=words)
    count = rows.take(_COUNT * unit, across=words)
    beside = QRectF(headline.right() + margin, headline.top(), inner - words - margin, count.bottom() - headline.top())
    return StageLayout(
        measure=unit,
        title=title,
        headline=headline,
        count=count,
        picture=rows.take(spare.picture, spare.gap) if tall else _after(rows, beside, spare.gap),
        facts=rows.take(_FACTS * facts_lines * unit),
        after=rows.take(spare.after, spare.gap),
        ribbon=_whole_pixels(rows.take(spare.ribbon)),
        strip=QRectF(margin, height - (_STRIP + MARGIN * 0.6) * unit, inner, _STRIP * unit),
    )


@dataclass(frozen=True)
class _Spare:
    """Heights of what has no fixed share of the window's."""

    picture: float  # where it stands below the words
    after: float
    ribbon: float
    gap: float


def _spare(height: float, unit: float, facts_lines: int, *, tall: bool) -> _Spare:
    taken = _TITLE + _HEADLINE + _COUNT + _FACTS * facts_lines + _STRIP + 2 * MARGIN
    left = height - taken * unit
    after = _AFTER * unit if left > (_AFTER + _RIBBON[0]) * unit else 0.0
    picture = max(0.0, left - after - _RIBBON[1] * unit) if tall else 0.0
    ribbon = min(_RIBBON[1] * unit, left - after - picture)
    return _Spare(picture, after, ribbon, max(0.0, left - after - ribbon - picture) / 4)


class _Rows:
    """Gives out room from top to bottom."""

    def __init__(self, left: float, top: float, across: float) -> None:
        self._left, self._top, self._across = left, top, across

    def take(self, height: float, gap: float = 0, across: float | None = None) -> QRectF:
        """The next row; a gap is left below it."""
        made = QRectF(self._left, self._top, max(1.0, self._across if across is None else across), height)
        self._top += height + gap
        return made


def _after(rows: _Rows, beside: QRectF, gap: float) -> QRectF:
    """A room beside the rows, and a gap before the next one."""
    rows.take(0, gap)
    return beside


def _whole_pixels(room: QRectF) -> QRectF:
    """The ribbon is copied, and has to fit exactly."""
    left, top = ceil(room.left()), ceil(room.top())
    return QRectF(left, top, max(1, floor(room.right()) - left), max(1, floor(room.bottom()) - top))
