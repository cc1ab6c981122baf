"""The two questions that figures answer."""

from PySide6.QtCore import Qt

from tempo_trainer.history.ratings import MOST_TO_GO_ON, MOST_TO_HOLD, RATINGS, advice_for, effort_in_words, light_of
from tempo_trainer.ui.session.finish.scale import Asked, Part

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight

EFFORT = Asked(
    "How hard was it?",
    effort_in_words,
    (
        Part(effort_in_words(0), 4, alignment=_LEFT),
        Part(effort_in_words(5), 3),
        Part(effort_in_words(10), 4, alignment=_RIGHT),
    ),
)
PAIN = Asked(
    "Any pain?",
    light_of,
    (
        Part("go on", MOST_TO_GO_ON + 1, "go on"),
        Part("hold", MOST_TO_HOLD - MOST_TO_GO_ON, "hold"),
        Part("ease off", RATINGS[-1] - MOST_TO_HOLD, "ease off"),
    ),
    hint="0 is none at all. Count what you felt in the session, and feel now.",
    advice=advice_for,
)
