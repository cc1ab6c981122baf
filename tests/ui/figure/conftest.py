"""The shipped figures, and a way to paint them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tempo_trainer.session.face import Role
from tempo_trainer.ui.figure.colours import FigureColours
from tempo_trainer.ui.figure.figures import Figures, load_figures
from tempo_trainer.ui.figure.motion import Motion
from tempo_trainer.ui.figure.paint import paint_figure
from tempo_trainer.ui.session.scene import dressed
from tempo_trainer.ui.themes import DARK, Theme
from tempo_trainer.workout.exercise import Side

Paint = Callable[..., QImage]

IDS = [
    "romanian-deadlift",
    "pelvic-bridge",
    "hamstring-walkout",
    "single-leg-romanian-deadlift",
    "single-leg-pelvic-bridge",
    "ball-curl",
    "single-leg-ball-curl",
    "nordic-curl",
    "long-lever-bridge-hold",
]


def colours_of(theme: Theme, role: Role) -> FigureColours:
    """As the session screen dresses the figure."""
    return dressed(theme, theme.roles[role])


@pytest.fixture(scope="session")
def figures() -> Figures:
    return load_figures()


@pytest.fixture(params=IDS)
def motion(request: pytest.FixtureRequest, figures: Figures) -> Motion:
    """Each of the shipped motions."""
    return figures[request.param]


@pytest.fixture(scope="session")
def paint(qapp: QApplication) -> Paint:
    """A function that paints a figure into a picture of its own."""
    del qapp

    def painted(
        motion: Motion,
        movement: float,
        side: Side = "both",
        colours: FigureColours | None = None,
        size: tuple[int, int] = (320, 260),
        shift: float = 0,
    ) -> QImage:
        chosen = colours or colours_of(DARK, "eccentric")
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(chosen.ground))
        with QPainter(image) as painter:
            paint_figure(painter, QRectF(shift, shift, *size), motion, movement, side, chosen)
        return image

    return painted
