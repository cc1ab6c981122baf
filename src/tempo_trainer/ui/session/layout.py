"""Where things stand on the stage, as parts of the window: plain rectangles, no painting.

The sizes are those of DESIGN 7: capitals of the phase word and the count at least 18 % of the window's height, those
of side, set and rep at least 8 %.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

HEADLINE_CAPITALS = 0.185  # of the height
FACTS_CAPITALS = 0.082
TITLE_CAPITALS = 0.034
NOTE_CAPITALS = 0.027
FACTS_LINE = 0.105  # of the stage: the height of a line of them
_WIDE = 1.5  # from this ratio of width to height on, the picture stands beside the words


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
    strip: QRectF  # the ribbon's place


def stage_layout(width: float, height: float, window_height: float, facts_lines: int = 1) -> StageLayout:
    """The layout for a stage of a size; `window_height` counts the controls too, as the eye does.

    Where side, set and rep need a second line, the words move together to make room for it.
    """
    margin = 0.04 * height
    facts = 0.81 - FACTS_LINE * facts_lines
    middle = (0.12 + facts) / 2
    wide = width / height >= _WIDE
    words = width * (0.6 if wide else 1) - 1.5 * margin

    def row(top: float, bottom: float, left: float = margin, right: float = width - margin) -> QRectF:
        return QRectF(left, top * height, max(1.0, right - left), (bottom - top) * height)

    picture_left = margin + words + margin
    return StageLayout(
        measure=min(window_height, height * 1.1, width * 0.8),  # notices take room from the stage
        title=row(0.03, 0.11),
        headline=row(0.12, middle, right=margin + words),
        count=row(middle + 0.01, facts - 0.01, right=margin + words),
        picture=row(0.14, facts - 0.03, left=picture_left)
        if wide
        else row(middle + 0.01, facts - 0.01, left=width * 0.55),
        facts=row(facts, 0.81),
        after=row(0.815, 0.875),
        strip=row(0.90, 0.97),
    )
