"""The exercise guide: find an exercise, see it move, read about it, go to its neighbours, add it to a workout."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.rehearsal import Heard
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.guide.page import GuidePage
from tempo_trainer.ui.guide.tempos import HOLD
from tempo_trainer.ui.themes import DARK, LIGHT
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Tempo


@pytest.fixture
def heard(clock: FakeClock) -> Heard:
    return Heard(clock)


@pytest.fixture
def page(qtbot: QtBot, heard: Heard, names: Names) -> GuidePage:
    made = GuidePage(DARK, load_figures(), heard.rehearsal, names)
    qtbot.addWidget(made)
    made.resize(1200, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.entered()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def texts(page: GuidePage) -> str:
    return "\n".join(made.text() for made in page.findChildren(QLabel) if made.isVisible())


def pick(page: GuidePage, key: str) -> None:
    combo = page.detail.tempo.combo
    combo.choose(key)
    combo.activated.emit(combo.currentIndex())


def test_it_begins_with_the_first_exercise(page: GuidePage, names: Names) -> None:
    first = names.exercises["romanian-deadlift"]
    assert page.detail.shown == page.list.current == "romanian-deadlift"
    told = texts(page)
    for text in (first.name, *first.setup, *first.cues, *first.equipment):
        assert text in told
    assert "Lift the breastbone and turn around a little higher." in told


def test_arrows_go_through_all_exercises_and_over_the_headings(qtbot: QtBot, page: GuidePage) -> None:
    seen = [page.detail.shown]
    for _ in range(8):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        seen.append(page.detail.shown)
    assert seen == page.list.ids()
    assert len(set(seen)) == 9


def test_the_neighbours_are_a_click_away(page: GuidePage) -> None:
    page.show_exercise("stability-ball-curl")
    assert page.detail.easier.text() == "Easier: Hamstring walkout"
    page.detail.harder.click()
    assert page.detail.shown == page.list.current == "single-leg-stability-ball-curl"
    page.detail.harder.click()
    assert page.detail.shown == "nordic-curl"
    assert not page.detail.harder.isVisible()


def test_it_moves_in_the_tempo_that_is_chosen(page: GuidePage) -> None:
    page.show_exercise("stability-ball-curl")
    assert "Out 3 s, hold 1 s, in 3 s, hold 1 s" in texts(page)
    pick(page, "slow")
    assert "Out 4 s, hold 2 s, in 4 s, hold 2 s" in texts(page)
    assert "One repetition: 12 s" in texts(page)
    page.show_exercise("pelvic-bridge")
    assert "Lift 4 s, hold 2 s, lower 4 s, hold 2 s" in texts(page)  # what was taken stays


def test_what_is_held_begins_with_a_hold_and_the_next_one_does_not(page: GuidePage) -> None:
    page.show_exercise("long-lever-bridge-hold")
    assert page.detail.tempo.tempo is None
    assert "A hold of 10 s" in texts(page)
    page.show_exercise("nordic-curl")
    assert page.detail.tempo.preset == "controlled"


def test_add_tells_the_exercise_and_the_tempo_in_which_it_was_seen(qtbot: QtBot, page: GuidePage) -> None:
    page.show_exercise("nordic-curl")
    pick(page, "lowering")
    with qtbot.waitSignal(page.add_wanted) as added:
        page.detail.add.click()
    assert added.args == ["nordic-curl", "lowering"]
    pick(page, HOLD)
    with qtbot.waitSignal(page.add_wanted) as added:
        page.detail.add.click()
    assert added.args == ["nordic-curl", None]


def test_it_can_be_heard(page: GuidePage, heard: Heard) -> None:
    page.detail.rep.hear.click()
    assert [step.phase for step in heard.started[0].steps][:1] == ["eccentric"]
    page.show_exercise("nordic-curl")
    assert heard.stopped == 1


def test_searching_lists_what_matches_and_shows_the_first(qtbot: QtBot, page: GuidePage) -> None:
    assert page.seek()
    qtbot.waitUntil(page.field.hasFocus)
    qtbot.keyClicks(page.field, "ball curl")
    assert page.list.ids() == ["stability-ball-curl", "single-leg-stability-ball-curl"]
    assert page.detail.shown == "stability-ball-curl"
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.detail.shown == "single-leg-stability-ball-curl"


def test_what_is_shown_stays_while_it_matches(qtbot: QtBot, page: GuidePage) -> None:
    page.show_exercise("single-leg-stability-ball-curl")
    page.seek()
    qtbot.keyClicks(page.field, "curl")
    assert page.detail.shown == page.list.current == "single-leg-stability-ball-curl"


def test_a_search_without_a_find_says_so_and_escape_ends_it(qtbot: QtBot, page: GuidePage) -> None:
    page.seek()
    qtbot.keyClicks(page.field, "swimming")
    assert page.list.ids() == []
    assert "No exercise says that" in texts(page)
    shown = page.detail.shown
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert len(page.list.ids()) == 9
    assert page.list.current == page.detail.shown == shown


def test_a_neighbour_is_shown_also_where_the_search_does_not_list_it(qtbot: QtBot, page: GuidePage) -> None:
    page.seek()
    qtbot.keyClicks(page.field, "nordic")
    page.detail.easier.click()
    assert page.detail.shown == page.list.current == "single-leg-stability-ball-curl"
    assert page.field.text() == ""


def test_other_presets_are_offered_and_a_changed_one_is_shown(page: GuidePage, names: Names) -> None:
    pick(page, "slow")
    page.set_names(Names(names.exercises, {**names.presets, "slow": Tempo(9000, 0, 9000, 0)}))
    assert "Lower 9 s, lift 9 s" in texts(page)
    page.set_names(Names(names.exercises, {"mine": Tempo(2000, 0, 2000, 0)}))
    assert page.detail.tempo.preset == "mine"
    assert "Lower 2 s, lift 2 s" in texts(page)


def test_with_little_motion_the_figure_moves_once_a_second(page: GuidePage, heard: Heard) -> None:
    page.set_steps_only(steps_only=True)
    heard.clock.advance(1700)
    page.detail.rep.refresh()
    assert page.detail.rep.picture.moment is not None
    assert page.detail.rep.picture.moment.position_ms == 1000


def test_everything_can_be_reached_by_tab_and_has_a_name(qtbot: QtBot, page: GuidePage) -> None:
    page.show_exercise("stability-ball-curl")
    detail = page.detail
    expected: list[QWidget] = [
        page.list, detail, detail.add, detail.rep.hear, detail.tempo.combo, detail.easier, detail.harder, page.field,
    ]  # fmt: skip
    for control in expected:
        qtbot.waitUntil(control.hasFocus)
        assert named(control)
        qtbot.keyClick(control, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.list.hasFocus)
    controls = [made for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
                for made in page.findChildren(kind) if made.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
    assert set(controls) <= set(expected)


def named(control: QWidget) -> str:
    return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")


def test_the_words_can_be_scrolled_by_keys(qtbot: QtBot, page: GuidePage) -> None:
    page.resize(760, 470)
    page.detail.setFocus()
    bar = page.detail.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(page.detail, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("size", [(640, 360), (760, 470), (1200, 720), (1920, 1030)])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, page: GuidePage, names: Names, size: tuple[int, int]) -> None:
    page.resize(*size)
    inside = page.detail.widget()
    assert inside is not None
    for exercise_id in names.exercises:
        page.show_exercise(exercise_id)
        qtbot.waitUntil(lambda: inside.width() <= page.detail.viewport().width())


def test_it_takes_another_theme(page: GuidePage) -> None:
    before = page.list.viewport().grab().toImage()
    page.set_theme(LIGHT)
    after = page.list.viewport().grab().toImage()
    assert after.pixelColor(40, 70).lightness() > before.pixelColor(40, 70).lightness()
