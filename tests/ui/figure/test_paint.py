"""What is painted: size, place, sides, marks and colours."""

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from helpers.pictures import levels
from tempo_trainer.session.face import Role
from tempo_trainer.ui.figure.colours import blend
from tempo_trainer.ui.figure.figures import Figures
from tempo_trainer.ui.figure.motion import Motion
from tempo_trainer.ui.figure.paint import paint_figure
from tempo_trainer.ui.theme import contrast
from tempo_trainer.ui.themes import DARK, LIGHT, THEMES, Theme
from tempo_trainer.workout.exercise import Side
from ui.figure.conftest import Paint, colours_of

COLOURS = colours_of(DARK, "eccentric")
SIDES: tuple[Side, ...] = ("left", "right", "both")


def count(image: QImage, colour: str) -> int:
    """Pixels that have just this colour."""
    wanted = QColor(colour)
    return int((levels(image) == [wanted.red(), wanted.green(), wanted.blue()]).all(axis=2).sum())


@pytest.mark.parametrize(("theme", "role"), list(product(THEMES.values(), DARK.roles)))
def test_limbs_and_props_stand_out_from_every_ground(theme: Theme, role: Role) -> None:
    used = colours_of(theme, role)
    far_working = blend(used.working, used.far)
    for colour in (used.body, used.far, used.working, far_working, used.prop, used.line):
        assert contrast(colour, used.ground) >= 3


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("movement", [0, 0.3, 0.5, 1])
def test_nothing_leaves_the_room(qapp: QApplication, motion: Motion, movement: float, side: Side) -> None:
    del qapp
    image = QImage(420, 360, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(COLOURS.ground))
    with QPainter(image) as painter:
        paint_figure(painter, QRectF(50, 50, 320, 260), motion, movement, side, COLOURS)
    seen = (levels(image) != levels(image)[0, 0]).any(axis=2)
    assert seen[50:310, 50:370].any()
    seen[50:310, 50:370] = False
    assert not seen.any()


def test_the_sides_are_mirror_images_but_for_the_badge(figures: Figures, paint: Paint) -> None:
    plain = replace(COLOURS, label=COLOURS.ground)
    for motion in figures.values():
        left = paint(motion, 0.4, "left", plain)
        right = paint(motion, 0.4, "right", plain).transformed(QTransform.fromScale(-1, 1))
        assert np.abs(levels(left) - levels(right)).mean() < 0.2


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_badge_has_a_letter_that_is_not_mirrored(figures: Figures, paint: Paint, side: str) -> None:
    """Both L and R are heavier on their left."""
    motion = figures["single-leg-pelvic-bridge"]
    with_letter = levels(paint(motion, 1, side, size=(900, 800)))
    without = levels(paint(motion, 1, side, replace(COLOURS, label=COLOURS.ground), size=(900, 800)))
    ink = np.abs(with_letter - without).sum(axis=(0, 2))
    columns = np.flatnonzero(ink)
    middle = (columns[0] + columns[-1]) / 2
    assert len(columns) > 12
    assert (ink * np.arange(len(ink))).sum() / ink.sum() < middle - 0.5


def test_left_and_right_have_different_letters(figures: Figures, paint: Paint) -> None:
    """An R has more ink than an L, and both legs together have no badge."""
    motion = figures["single-leg-pelvic-bridge"]
    marked = replace(COLOURS, label="#ff0000")
    red = {side: count(paint(motion, 1, side, marked, size=(900, 800)), "#ff0000") for side in SIDES}
    assert red["right"] > red["left"] > 50
    assert red["both"] == 0


def test_the_working_leg_has_its_own_colour_and_stripes(figures: Figures, paint: Paint) -> None:
    motion = figures["single-leg-romanian-deadlift"]
    image = paint(motion, 0, "right", size=(900, 800))
    assert count(image, COLOURS.working) > 5000
    thigh = motion.at(0).body.near_leg.thigh
    scale = min(900 / motion.extent.width, 800 / motion.extent.height)
    along = [thigh.point(complex(0.14 + k * 0.001, 0.03)) - motion.extent.middle for k in range(70)]
    colours = [image.pixelColor(round(450 + at.real * scale), round(400 - at.imag * scale)).name() for at in along]
    changes = sum(one != other for one, other in pairwise(colours))
    assert {COLOURS.working, COLOURS.ground} <= set(colours)
    assert changes >= 4


def test_with_both_sides_both_legs_are_marked_and_told_apart(figures: Figures, paint: Paint) -> None:
    image = paint(figures["pelvic-bridge"], 1, "both", size=(900, 800))
    assert count(image, COLOURS.working) > 5000
    assert count(image, blend(COLOURS.working, COLOURS.far)) > 500


def test_all_colours_come_from_the_caller(figures: Figures, paint: Paint) -> None:
    one, other = colours_of(DARK, "rest"), colours_of(LIGHT, "rest")
    for motion in figures.values():
        image = paint(motion, 0.5, "left", one, size=(900, 800))
        assert count(image, one.body) > 1000
        assert count(image, other.body) == 0


def test_it_moves_with_every_step(motion: Motion, paint: Paint) -> None:
    assert paint(motion, 0.3, size=(900, 800)) != paint(motion, 0.32, size=(900, 800))


def test_the_ball_is_seen_to_roll(figures: Figures, paint: Paint) -> None:
    """Within the ball, in pictures laid upon each other by its centre, the seams have turned."""
    motion = figures["ball-curl"]
    scale = min(900 / motion.extent.width, 800 / motion.extent.height)
    cuts = []
    for movement in (0.0, 0.25):
        ball = motion.at(movement).ball
        assert ball
        at = (ball.centre - motion.extent.middle) * scale
        box = (round(450 + at.real) - 40, round(400 - at.imag) - 30, 80, 80)
        cuts.append(levels(paint(motion, movement, size=(900, 800)).copy(*box)))
    assert np.abs(cuts[0] - cuts[1]).mean() > 3


def test_the_painter_is_left_as_it_was(figures: Figures, qapp: QApplication) -> None:
    del qapp
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    with QPainter(image) as painter:
        painter.translate(10, 20)
        before = (painter.worldTransform(), painter.pen(), painter.brush(), painter.renderHints(), painter.font())
        paint_figure(painter, QRectF(0, 0, 200, 200), figures["nordic-curl"], 0.5, "left", COLOURS)
        after = (painter.worldTransform(), painter.pen(), painter.brush(), painter.renderHints(), painter.font())
        assert before == after


def test_it_heeds_where_the_painter_stands(figures: Figures, paint: Paint) -> None:
    """Badge and all."""
    motion = figures["single-leg-romanian-deadlift"]
    image = QImage(640, 520, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(COLOURS.ground))
    with QPainter(image) as painter:
        painter.translate(100, 60)
        painter.scale(1.5, 1.5)
        paint_figure(painter, QRectF(0, 0, 320, 260), motion, 0.5, "right", COLOURS)
    cut = image.copy(100, 60, 480, 390)
    assert np.abs(levels(cut) - levels(paint(motion, 0.5, "right", size=(480, 390)))).mean() < 0.5


@given(st.integers(1, 300), st.integers(1, 300))
def test_any_room_will_do(figures: Figures, paint: Paint, width: int, height: int) -> None:
    paint(figures["ball-curl"], 0.5, "left", size=(width, height))
