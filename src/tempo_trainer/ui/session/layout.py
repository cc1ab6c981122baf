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
_WIDE = 1.2  # from this ratio of width to height on, the picture stands beside the words


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


def stage_layout(width: float, height: float, window_height: float) -> StageLayout:
    """The layout for a stage of a size; `window_height` counts the controls too, as the eye does."""
    margin = 0.04 * height
    wide = width / height >= _WIDE
    words = width * (0.6 if wide else 1) - 1.5 * margin

    def row(top: float, bottom: float, left: float = margin, right: float = width - margin) -> QRectF:
        return QRectF(left, top * height, max(1.0, right - left), (bottom - top) * height)

    picture_left = margin + words + margin
    return StageLayout(
        measure=min(window_height, height * 1.1, width * 0.75),  # notices take room from the stage
        title=row(0.03, 0.11),
        headline=row(0.13, 0.39, right=margin + words),
        count=row(0.40, 0.66, right=margin + words),
        picture=row(0.14, 0.66, left=picture_left) if wide else row(0.40, 0.66, left=width * 0.55),
        facts=row(0.68, 0.81),
        after=row(0.815, 0.875),
        strip=row(0.90, 0.97),
    )
