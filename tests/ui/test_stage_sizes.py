"""What is painted is as large as it has to be to be read from three metres (DESIGN 7), measured on the picture."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tempo_trainer.session.player import Player
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.session.layout import (
    COUNT_CAPITALS,
    FACTS_CAPITALS,
    HEADLINE_CAPITALS,
    measure_of,
    stage_layout,
)
from tempo_trainer.ui.session.lettering import width_of
from tempo_trainer.ui.session.stage import Stage
from tempo_trainer.ui.session.words import words_width
from tempo_trainer.ui.themes import DARK, LIGHT, Theme
from tempo_trainer.workout.loader import load_timeline
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.timeline import Timeline
from ui.conftest import SMALL, Shown

SCREENS = [(1920, 1080), (1366, 768), (1920, 1200), (1440, 900), (1280, 1024), (1024, 768), (640, 480)]


def capital(stage: Stage, window_height: int, row: str, letter: str, theme: Theme) -> float:
    """How high the first letter or figure of a row is painted, as a part of the window's height."""
    picture = stage.grab().toImage()
    sight = stage.seen
    assert sight
    room: QRectF = getattr(sight.layout, row)
    size = {"headline": HEADLINE_CAPITALS, "count": COUNT_CAPITALS, "facts": FACTS_CAPITALS}[row] * sight.layout.measure
    left = room.left()
    if row == "count" and ":" not in sight.face.count:
        left += 1.4 * size  # beside the shape
    wide = width_of(letter, size, bold=True) * 0.9
    top = QRectF(left, room.top(), wide, room.height() / len(sight.facts) if row == "facts" else room.height())
    rows = _rows_of_colour(picture, top, theme.text)
    return float(rows[-1] - rows[0] + 1) / picture.devicePixelRatio() / window_height


def _rows_of_colour(image: QImage, room: QRectF, colour: str) -> NDArray[np.int64]:
    raw: NDArray[np.uint8] = np.asarray(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).reshape(
        image.height(), image.width(), 4
    )
    wanted = QColor(colour)
    same = (raw[..., :3] == [wanted.blue(), wanted.green(), wanted.red()]).all(axis=2)
    box = (room.toRect().top(), room.toRect().bottom(), room.toRect().left(), room.toRect().right())
    top, bottom, left, right = (round(edge * image.devicePixelRatio()) for edge in box)
    return np.flatnonzero(same[max(0, top) : bottom, max(0, left) : right].any(axis=1))


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
    assert capital(stage, window.height(), "headline", "L", theme) >= 0.18
    assert capital(stage, window.height(), "count", "3", theme) >= 0.18
    assert capital(stage, window.height(), "facts", "R", theme) >= 0.08


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize(("rest_s", "passed_s", "figure"), [(20, 5, "1"), (200, 10, "3"), (900, 20, "1")])
def test_the_count_of_a_rest_is_large_enough(
    shown: Shown, tmp_path: Path, names: Names, width: int, height: int, rest_s: int, passed_s: int, figure: str
) -> None:
    path = tmp_path / "rest.yaml"
    path.write_text(
        f"{{format: 1, name: R, lead_in: 0, blocks: [{{rest: {rest_s}}}, {{exercise: pelvic-bridge, reps: 1}}]}}"
    )
    window = shown.window
    window.open_session(load_timeline(path, names))
    window.resize(width, height)
    shown.player.go()
    shown.pass_time(250 + passed_s * 1000)
    assert capital(window.session.stage, window.height(), "count", figure, DARK) >= 0.18


@pytest.mark.parametrize("word", ["Lower", "Lift", "Hold", "Out", "In", "Up"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_phase_word_of_the_catalogue_fits_at_its_full_size(width: int, height: int, word: str) -> None:
    measure = measure_of(width, height - 56, height)
    layout = stage_layout(width, height - 56, height, 2, words_width((word,), measure))
    assert width_of(word, measure * HEADLINE_CAPITALS, bold=True) <= layout.headline.width()


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
