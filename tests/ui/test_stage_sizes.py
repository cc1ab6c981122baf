"""What is painted is as large as it has to be to be read from three metres (DESIGN 7), measured on the picture."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tempo_trainer.session.player import Player
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.session.layout import stage_layout
from tempo_trainer.ui.session.stage import Stage
from tempo_trainer.ui.themes import DARK, LIGHT, Theme
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline
from ui.conftest import SMALL, Shown

SCREENS = [(1920, 1080), (1366, 768), (1920, 1200), (1440, 900), (1280, 1024), (1024, 768), (640, 480)]


def letters(image: QImage, room: QRectF, colour: str, ratio: float) -> tuple[int, int]:
    """First and last row of pixels of a colour within a part of the picture."""
    raw: NDArray[np.uint8] = np.asarray(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).reshape(
        image.height(), image.width(), 4
    )
    wanted = QColor(colour)
    same = (raw[..., :3] == [wanted.blue(), wanted.green(), wanted.red()]).all(axis=2)
    part = same[
        int(room.top() * ratio) : int(room.bottom() * ratio), int(room.left() * ratio) : int(room.right() * ratio)
    ]
    rows = np.flatnonzero(part.any(axis=1))
    return int(rows[0]), int(rows[-1])


@pytest.fixture
def ten_reps(tmp_path: Path, names: Names) -> Timeline:
    """With "Right  Set 1/2  Rep 10/10" on the stage: the longest line of the shipped workouts."""
    path = tmp_path / "ten.yaml"
    path.write_text(SMALL.replace("reps: 2", "reps: 10").replace("format: 1", "format: 1\nfirst_side: right"))
    return load_timeline(path, names)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_capitals_are_large_enough(
    shown: Shown, ten_reps: Timeline, qtbot: QtBot, width: int, height: int, theme: Theme
) -> None:
    window = shown.window
    window.session.stage.set_theme(theme)
    window.open_session(ten_reps)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    shown.player.go()
    shown.pass_time(5500 + 9 * 8000)  # "Lift", the tenth rep
    stage = window.session.stage
    image = stage.grab().toImage()
    lines = 1 if width / height > 1.7 else 2
    layout = stage_layout(stage.width(), stage.height(), window.height(), lines)
    ratio = image.devicePixelRatio()
    bright = theme.roles["concentric"].bright
    first_line = QRectF(layout.facts.topLeft(), QSizeF(layout.facts.width(), layout.facts.height() / lines))
    for room, colour, least in (
        (layout.headline, theme.text, 0.18),  # "Lift": L, f and t are as high as a capital
        (layout.count, bright, 0.18),
        (first_line, theme.text, 0.08),
    ):
        first, last = letters(image, room, colour, ratio)
        assert (last - first + 1) / ratio >= least * height


@pytest.mark.parametrize("lines", [1, 2])
@pytest.mark.parametrize(("width", "height"), [*SCREENS, (480, 800)])
def test_rooms_do_not_overlap(width: int, height: int, lines: int) -> None:
    layout = stage_layout(width, height, height, lines)
    rooms = [layout.title, layout.headline, layout.count, layout.facts, layout.after, layout.ribbon, layout.strip]
    assert all(above.bottom() <= below.top() for above, below in pairwise(rooms))
    assert all(QRectF(0, 0, width, height).contains(room) for room in [*rooms, layout.picture])
    assert not layout.picture.intersects(layout.facts)


def test_every_moment_of_a_workout_can_be_painted(shown: Shown, small: Timeline, qtbot: QtBot) -> None:
    stage = Stage(DARK, load_figures(), shown.frames.append)
    qtbot.addWidget(stage)
    player = Player(small, shown.clock)
    stage.resize(640, 400)
    stage.follow(player.look)
    with qtbot.waitExposed(stage):
        stage.show()
    player.go()
    for _ in range(200):
        shown.clock.advance(900)
        stage.repaint()
    kinds = {moment.step.kind for moment in shown.frames if moment.step}
    assert kinds == {"lead_in", "phase", "switch", "rest"}
