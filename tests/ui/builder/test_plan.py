"""The strip of the whole session: choosing by mouse and keys, what is told, and what is drawn."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from helpers.plans import SQUAT, plan
from tempo_trainer.ui.builder.outline import Path
from tempo_trainer.ui.builder.plan import HEIGHT, NOTHING, PlanView
from tempo_trainer.ui.builder.scale import MARGIN, Scale
from tempo_trainer.ui.themes import DARK, LIGHT, THEMES

WIDTH = 832  # 800 pixels between the margins
TWO = plan(SQUAT, {"rest": 76}, SQUAT)  # 12 s, 76 s, 12 s: 8 pixels a second
FIRST, REST, LAST = ("blocks", 0), ("blocks", 1), ("blocks", 2)


@pytest.fixture
def view(qtbot: QtBot) -> PlanView:
    made = PlanView(DARK)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.set_timeline(TWO)
    made.show()
    return made


def picked(view: PlanView) -> list[Path]:
    told: list[Path] = []
    view.picked.connect(told.append)
    return told


def colours(view: PlanView) -> set[str]:
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def column(image: QImage, x: float) -> set[str]:
    return {image.pixelColor(round(x), y).name() for y in range(image.height())}


def test_a_click_chooses_the_block_below_it(view: PlanView, qtbot: QtBot) -> None:
    told = picked(view)
    for seconds in (5, 40, 95):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(MARGIN + 8 * seconds, 60))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 60))  # in the margin: the nearest
    assert told == [FIRST, REST, LAST, FIRST]


def test_a_wait_has_no_length_but_can_be_clicked(view: PlanView) -> None:
    view.set_timeline(plan(SQUAT, {"rest": "until-ready"}, SQUAT))
    middle = MARGIN + 400
    assert [view.path_at(middle + off) for off in (-20, -5, 5, 20)] == [FIRST, REST, REST, LAST]


def test_arrow_keys_go_from_block_to_block_and_stop_at_the_ends(view: PlanView, qtbot: QtBot) -> None:
    view.choose(FIRST)
    told = picked(view)
    for key in ("Right", "Right", "Right", "Left", "Home", "End"):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert told == [REST, LAST, REST, FIRST, LAST]


def test_other_keys_are_left_to_the_page(view: PlanView, qtbot: QtBot) -> None:
    told = picked(view)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told == []


def test_showing_a_block_tells_nothing_but_is_described(view: PlanView) -> None:
    told = picked(view)
    assert view.accessibleDescription() == "1 min 40 s, 3 blocks."
    view.choose(FIRST)
    assert view.accessibleDescription() == "1 min 40 s, 3 blocks. Chosen: Squat: 1 × 2 reps · from 0:00, 12 s."
    assert told == []


def test_without_a_plan_it_says_so_and_cannot_be_chosen(view: PlanView, qtbot: QtBot) -> None:
    told = picked(view)
    view.set_timeline(None)
    assert view.accessibleDescription() == NOTHING
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    view.grab()
    assert told == []


def test_the_chosen_block_is_marked(view: PlanView) -> None:
    view.clearFocus()  # the frame of the focus has the same colour
    x = MARGIN + 8 * 50
    before = column(view.grab().toImage(), x)
    view.choose(REST)
    assert DARK.accent in column(view.grab().toImage(), x) - before
    view.choose(LAST)
    assert column(view.grab().toImage(), x) == before


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_phases_and_rests_have_their_colours(view: PlanView, theme: Any) -> None:
    view.set_theme(theme)
    image = view.grab().toImage()
    floor = round(Scale(WIDTH, HEIGHT, TWO.duration_ms).floor)
    assert image.pixelColor(MARGIN + 400, floor - 3).name() == theme.roles["rest"].bright
    assert {theme.roles[phase].bright for phase in ("eccentric", "concentric")} <= colours(view)
    assert image.pixelColor(WIDTH // 2, 3).name() == theme.surface


@pytest.mark.parametrize("before", range(900, 905))
def test_work_is_seen_however_short_it_is(view: PlanView, before: int) -> None:
    """A second of work in an hour of rests, several of them in a pixel."""
    work = {**SQUAT, "reps": 1, "tempo": "1-0-0-0"}
    view.set_timeline(plan(*[{"rest": 2}] * before, work, *[{"rest": 2}] * 900, rest_after=0))
    image = view.grab().toImage()
    top = round(Scale(WIDTH, HEIGHT, 1).y(1)) + 1
    seen = max(image.pixelColor(x, top).blue() for x in range(WIDTH // 2 - 5, WIDTH // 2 + 6))
    assert seen > QColor(DARK.accent).blue() * 0.4


def test_what_was_drawn_before_is_never_shown_for_something_else(view: PlanView) -> None:
    old = view.grab().toImage()
    assert view.grab().toImage() == old
    view.set_timeline(plan(SQUAT, {"rest": 20}, SQUAT))
    assert view.grab().toImage() != old
    view.set_timeline(TWO)
    view.set_theme(LIGHT)
    assert not colours(view) & {role.bright for role in DARK.roles.values()}
    view.set_theme(DARK)
    assert view.grab().toImage() == old


@pytest.mark.parametrize("width", [240, 760, 1900])
def test_nothing_is_written_into_the_margins(view: PlanView, width: int) -> None:
    """Not by strange plans either."""
    view.resize(width, HEIGHT)
    for timeline in (TWO, plan({"rest": "until-ready"}), plan({"exercise": "bridge", "hold": 3600, "sets": 9})):
        view.set_timeline(timeline)
        image = view.grab().toImage()
        for x in (4, image.width() - 5):
            assert image.pixelColor(x, HEIGHT // 2).name() == DARK.surface
            assert image.pixelColor(x, HEIGHT - 14).name() == DARK.surface


def test_instants_and_pixels_are_each_others_inverse() -> None:
    scale = Scale(WIDTH, HEIGHT, TWO.duration_ms)
    assert [scale.ms(scale.x(ms)) for ms in (0, 12_000, 100_000)] == pytest.approx([0, 12_000, 100_000])
    assert (scale.ms(-50), scale.ms(5000)) == (0, 100_000)
    assert Scale(10, HEIGHT, 0).x(0) == MARGIN
