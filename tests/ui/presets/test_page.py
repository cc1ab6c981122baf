"""The page of presets: choose, change, name, duplicate, delete, undo, reset; heard, seen, and kept at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.clock import FakeClock
from helpers.rehearsal import Heard
from tempo_trainer.presets import KeptPresets
from tempo_trainer.ui.fields import SecondsField
from tempo_trainer.ui.figure.figures import load_figures
from tempo_trainer.ui.presets.page import PresetsPage
from tempo_trainer.ui.presets.rows import PRESET
from tempo_trainer.ui.tempo.figures import Figures
from tempo_trainer.ui.themes import DARK, LIGHT
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Ramp, Tempo

Key = Qt.Key
MINE = Tempo(2000, 0, 2000, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "presets.yaml"


@pytest.fixture
def heard(clock: FakeClock) -> Heard:
    return Heard(clock)


@pytest.fixture
def make_page(qtbot: QtBot, heard: Heard, names: Names, path: Path) -> Iterator[Callable[[], PresetsPage]]:
    kept: list[KeptPresets] = []

    def make() -> PresetsPage:
        kept.append(KeptPresets(path, names))
        made = PresetsPage(DARK, load_figures(), heard.rehearsal, kept[-1])
        kept[-1].listeners.append(made.set_names)
        qtbot.addWidget(made)
        made.resize(1200, 670)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.entered()
        qtbot.waitUntil(made.list.hasFocus)
        return made

    yield make
    for each in kept:
        each.close()


@pytest.fixture
def page(make_page: Callable[[], PresetsPage], path: Path) -> PresetsPage:
    path.write_text("mine: 2-0-2-0\n")
    made = make_page()
    made.set_uses({})
    choose(made, "mine")
    return made


def listed(page: PresetsPage) -> list[str]:
    model = page.list.model()
    found = (model.index(row, 0).data(PRESET) for row in range(model.rowCount()))
    return [preset.name for preset in found if preset]


def choose(page: PresetsPage, name: str) -> None:
    model = page.list.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if (preset := index.data(PRESET)) and preset.name == name:
            page.list.setCurrentIndex(index)


def own(page: PresetsPage) -> dict[str, Tempo | Ramp]:
    return {preset.name: preset.tempo for preset in page.book.listed() if preset.own}


def texts(page: PresetsPage) -> str:
    return "\n".join(made.text() for made in page.findChildren(QLabel) if made.isVisible())


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, text)


def notation(page: PresetsPage) -> QLineEdit:
    return page.editor.findChildren(Figures)[0].notation


def test_arrows_go_through_all_of_them(qtbot: QtBot, page: PresetsPage) -> None:
    seen = [page.book.chosen.name]
    for _ in range(5):
        qtbot.keyClick(page.list, Key.Key_Down)
        seen.append(page.book.chosen.name)
    assert seen == listed(page) == ["mine", "controlled", "slow", "progressive", "lowering", "quick-lift"]
    assert page.editor.tempo() == Tempo(3000, 1000, 1000, 1000, frozenset({"concentric"}))
    assert "lower 3 s, hold 1 s, lift fast, hold 1 s" in texts(page)


def test_what_is_typed_is_kept_at_once(qtbot: QtBot, page: PresetsPage, make_page: Callable[[], PresetsPage]) -> None:
    write(qtbot, notation(page), "4-1-2-0")
    assert own(page) == {"mine": Tempo(4000, 1000, 2000, 0)}
    assert page.list.currentIndex().data(PRESET).tempo == Tempo(4000, 1000, 2000, 0)
    assert notation(page).hasFocus()
    qtbot.waitUntil(lambda: own(make_page()) == {"mine": Tempo(4000, 1000, 2000, 0)})


def test_what_is_no_tempo_is_not_kept(qtbot: QtBot, page: PresetsPage) -> None:
    write(qtbot, notation(page), "4-")
    assert own(page) == {"mine": MINE}
    assert "Write four figures" in texts(page)
    choose(page, "slow")
    choose(page, "mine")
    assert notation(page).text() == "2-0-2-0"
    assert "Write four figures" not in texts(page)


def test_a_changed_built_in_one_is_ones_own_until_it_is_reset(qtbot: QtBot, page: PresetsPage) -> None:
    choose(page, "slow")
    assert not page.head.reset.isEnabled()
    assert not page.head.delete.isVisible()
    write(qtbot, notation(page), "5-2-4-2")
    assert own(page)["slow"] == Tempo(5000, 2000, 4000, 2000)
    assert "in place of the built-in “slow” (4-2-4-2)" in texts(page)
    assert "hides the built-in one" in page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    page.head.reset.click()
    assert own(page) == {"mine": MINE}
    assert notation(page).text() == "4-2-4-2"
    assert page.book.chosen.name == "slow"
    page.strip.do.click()
    assert notation(page).text() == "5-2-4-2"


def test_a_new_one_is_named_at_once(qtbot: QtBot, page: PresetsPage) -> None:
    page.new.click()
    qtbot.waitUntil(page.head.name.hasFocus)
    assert page.head.name.selectedText() == "my tempo"
    qtbot.keyClicks(page.head.name, "  Sunday  best ")
    assert "my tempo" in own(page)  # not before it is a whole name
    qtbot.keyClick(page.head.name, Key.Key_Return)
    assert set(own(page)) == {"mine", "Sunday best"}
    assert page.list.current == page.head.name.text() == "Sunday best"


@pytest.mark.parametrize(("name", "problem"), [
    ("slow", "called “slow” already"), ("3131", "with a letter"), ("XXXX", "reads as a tempo"), (" ", "needs a name"),
])  # fmt: skip
def test_a_name_that_cannot_be_is_told_and_not_taken(qtbot: QtBot, page: PresetsPage, name: str, problem: str) -> None:
    write(qtbot, page.head.name, name)
    qtbot.keyClick(page.head.name, Key.Key_Return)
    assert problem in texts(page)
    assert own(page) == {"mine": MINE}
    qtbot.keyClick(page.head.name, Key.Key_Escape)
    qtbot.waitUntil(page.list.hasFocus)
    assert page.head.name.text() == "mine"
    assert problem not in texts(page)


def test_a_name_is_taken_when_its_field_is_left(qtbot: QtBot, page: PresetsPage) -> None:
    write(qtbot, page.head.name, "yours")
    qtbot.keyClick(page.head.name, Key.Key_Tab)
    assert own(page) == {"yours": MINE}


@pytest.mark.parametrize("button", ["new", "duplicate"])
def test_a_name_that_is_being_typed_is_taken_when_a_button_is_pressed(
    qtbot: QtBot, page: PresetsPage, button: str
) -> None:
    write(qtbot, page.head.name, "yours")
    pressed = {"new": page.new, "duplicate": page.head.duplicate}[button]
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert set(own(page)) == {"yours", page.book.chosen.name}
    assert page.book.chosen.name == {"new": "my tempo", "duplicate": "yours 2"}[button]


def test_a_name_that_must_be_asked_about_is_not_lost_by_pressing_a_button(qtbot: QtBot, page: PresetsPage) -> None:
    page.set_uses({"mine": ["Legs"]})
    write(qtbot, page.head.name, "yours")
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert "would not find it" in page.question.text
    assert own(page) == {"mine": MINE}
    page.question.buttons[0].click()
    assert own(page) == {"yours": MINE}


def test_a_name_that_cannot_be_does_not_keep_the_buttons_from_working(qtbot: QtBot, page: PresetsPage) -> None:
    write(qtbot, page.head.name, "slow")
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert set(own(page)) == {"mine", "my tempo"}


def test_a_built_in_one_keeps_its_name(qtbot: QtBot, page: PresetsPage) -> None:
    choose(page, "slow")
    qtbot.keyClick(page.list, Key.Key_F2)
    assert not page.head.name.isVisible()
    assert page.list.hasFocus()


def test_a_copy_of_a_built_in_one_is_ones_own(qtbot: QtBot, page: PresetsPage, names: Names) -> None:
    choose(page, "progressive")
    qtbot.keyClick(page.list, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert own(page) == {"mine": MINE, "progressive 2": names.presets["progressive"]}
    assert page.list.current == "progressive 2"


def test_a_deletion_is_told_and_can_be_undone(qtbot: QtBot, page: PresetsPage) -> None:
    qtbot.keyClick(page.list, Key.Key_Delete)
    assert own(page) == {}
    assert "“mine” is deleted." in page.strip.text
    assert "mine" not in listed(page)
    page.strip.do.click()
    assert own(page) == {"mine": MINE}
    assert page.list.current == "mine"
    assert not page.strip.isVisible()


def test_undo_and_redo_of_what_was_typed(qtbot: QtBot, page: PresetsPage) -> None:
    write(qtbot, notation(page), "4-1-2-0")
    page.step_back()
    assert notation(page).text() == "2-0-2-0"
    page.step_forward()
    assert notation(page).text() == "4-1-2-0"
    assert own(page) == {"mine": Tempo(4000, 1000, 2000, 0)}


def with_menu(page: PresetsPage) -> PresetsPage:
    """The keys for undo and redo, as the window's menu has them."""
    for keys, do in (("Ctrl+Z", page.step_back), ("Ctrl+Shift+Z", page.step_forward)):
        action = QAction(page)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, do=do: do())
        page.addAction(action)
    return page


def test_the_keys_for_undo_hold_in_the_fields_too(qtbot: QtBot, page: PresetsPage) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    with_menu(page)
    page.new.click()
    qtbot.waitUntil(page.head.name.hasFocus)
    choose(page, "mine")
    write(qtbot, notation(page), "4-1-2-0")
    qtbot.keyClick(notation(page), Key.Key_Z, ctrl)
    assert own(page)["mine"] == MINE
    assert notation(page).text() == "2-0-2-0"
    qtbot.keyClick(notation(page), Key.Key_Z, ctrl)
    assert own(page) == {"mine": MINE}, "the step before it, too"
    for _ in range(2):
        qtbot.keyClick(notation(page), Key.Key_Z, ctrl | shift)
    assert own(page)["mine"] == Tempo(4000, 1000, 2000, 0)


def test_undo_takes_back_first_what_is_typed_and_not_kept(qtbot: QtBot, page: PresetsPage) -> None:
    with_menu(page)
    write(qtbot, notation(page), "4-1-2-0")
    write(qtbot, notation(page), "5-")
    qtbot.keyClick(notation(page), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert notation(page).text() == "4-1-2-0"
    assert "Write four figures" not in texts(page)
    write(qtbot, page.head.name, "yours")
    qtbot.keyClick(page.head.name, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.head.name.text() == "mine"
    assert own(page) == {"mine": Tempo(4000, 1000, 2000, 0)}
    qtbot.keyClick(page.head.name, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert own(page) == {"mine": MINE}


def test_delete_in_a_field_deletes_no_preset(qtbot: QtBot, page: PresetsPage) -> None:
    controls = [notation(page), *page.editor.findChildren(QAbstractButton)]
    for control in (made for made in controls if made.isVisible() and made.focusPolicy() & Qt.FocusPolicy.TabFocus):
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        qtbot.keyClick(control, Key.Key_Delete)
    assert own(page) == {"mine": MINE}


def test_where_it_is_used_is_shown(make_page: Callable[[], PresetsPage], path: Path) -> None:
    path.write_text("mine: 2-0-2-0\n")
    page = make_page()
    assert "Used in" not in texts(page)
    assert "No workout" not in texts(page)  # it is not known yet
    page.set_uses({"mine": ["Legs", "Long run"], "slow": ["Legs"]})
    assert "Used in “Legs” and “Long run”: what you change here changes there too." in texts(page)
    choose(page, "controlled")
    assert "No workout of the library uses it." in texts(page)


def test_one_that_is_used_is_deleted_only_after_asking(qtbot: QtBot, page: PresetsPage) -> None:
    page.set_uses({"mine": ["Legs"]})
    page.head.delete.click()
    assert "“mine” is used in “Legs”" in page.question.text
    assert own(page) == {"mine": MINE}
    qtbot.keyClick(page.question.buttons[0], Key.Key_Escape)
    assert page.question.text == ""
    page.head.delete.click()
    page.question.buttons[0].click()
    assert own(page) == {}
    assert "is deleted" in page.strip.text


def test_while_it_is_not_known_who_uses_it_nothing_is_deleted_or_renamed_without_asking(
    qtbot: QtBot, make_page: Callable[[], PresetsPage], path: Path
) -> None:
    path.write_text("mine: 2-0-2-0\n")
    page = make_page()
    page.head.delete.click()
    assert "The library is still being read" in page.question.text
    page.question.buttons[1].click()
    write(qtbot, page.head.name, "yours")
    qtbot.keyClick(page.head.name, Key.Key_Return)
    assert "The library is still being read" in page.question.text
    assert own(page) == {"mine": MINE}
    page.question.buttons[0].click()
    assert own(page) == {"yours": MINE}


def test_one_that_is_used_is_renamed_only_after_asking(qtbot: QtBot, page: PresetsPage) -> None:
    page.set_uses({"mine": ["Legs"]})
    write(qtbot, page.head.name, "yours")
    qtbot.keyClick(page.head.name, Key.Key_Return)
    assert "would not find it" in page.question.text
    page.question.buttons[1].click()
    assert own(page) == {"mine": MINE}
    assert page.head.name.text() == "mine"
    write(qtbot, page.head.name, "yours")
    qtbot.keyClick(page.head.name, Key.Key_Return)
    page.question.buttons[0].click()
    assert own(page) == {"yours": MINE}


def test_a_question_is_over_when_another_one_is_chosen(page: PresetsPage) -> None:
    page.set_uses({"mine": ["Legs"]})
    page.head.delete.click()
    choose(page, "slow")
    assert page.question.text == ""


def test_it_is_shown_for_an_exercise_in_its_order(page: PresetsPage) -> None:
    combo = page.showing.combo
    assert combo.findData("long-lever-bridge-hold") == -1  # it is held
    combo.choose("pelvic-bridge")
    combo.activated.emit(combo.currentIndex())
    assert "lift 2 s, lower 2 s" in texts(page)
    assert "Pelvic bridge, one repetition: lift 2 s" in page.showing.rep.picture.accessibleName()
    choose(page, "slow")
    assert "lift 4 s, hold 2 s, lower 4 s, hold 2 s" in texts(page)


def test_one_rep_can_be_heard_and_is_that_of_the_tempo(qtbot: QtBot, page: PresetsPage, heard: Heard) -> None:
    page.showing.rep.hear.click()
    assert heard.started[-1].duration_ms == 4000
    write(qtbot, notation(page), "5-0-5-0")
    assert heard.stopped
    page.showing.rep.hear.click()
    assert heard.started[-1].duration_ms == 10_000


def test_a_broken_file_is_told_on_the_page(make_page: Callable[[], PresetsPage], path: Path) -> None:
    path.write_text("mine: soon-ish-ly\nmine: 3-1-3-1\n")
    page = make_page()
    assert "Your presets could not be read" in texts(page)
    assert "is lost at the end of the program" in texts(page)


def test_with_little_motion_the_figure_moves_once_a_second(page: PresetsPage, heard: Heard) -> None:
    page.set_steps_only(steps_only=True)
    heard.clock.advance(1700)
    page.showing.rep.refresh()
    assert page.showing.rep.picture.moment is not None
    assert page.showing.rep.picture.moment.position_ms == 1000


def test_it_takes_another_theme(page: PresetsPage) -> None:
    before = page.list.viewport().grab().toImage()
    page.set_theme(LIGHT)
    after = page.list.viewport().grab().toImage()
    assert after.pixelColor(100, 60).lightness() > before.pixelColor(100, 60).lightness()


@pytest.mark.parametrize("name", ["mine", "slow", "progressive"])
def test_everything_can_be_reached_by_tab_and_has_a_name(qtbot: QtBot, page: PresetsPage, name: str) -> None:
    choose(page, name)
    page.list.setFocus()
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in reached:
        assert focused is not None
        reached.append(focused)
        qtbot.keyClick(focused, Key.Key_Tab)
    assert all(made.accessibleName() or (isinstance(made, QAbstractButton) and made.text()) for made in reached)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    found = (made for kind in kinds for made in page.findChildren(kind) if made.isVisible() and made.isEnabled())
    controls = {made for made in found if made.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert {made for made in controls if not isinstance(made.parent(), SecondsField)} <= set(reached)
    assert reached.index(page.showing.combo) < reached.index(page.showing.rep.hear)


@pytest.mark.parametrize("size", [(760, 430), (1200, 670), (1920, 990)])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, page: PresetsPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    area = page.findChildren(QScrollArea)[0]
    inside = area.widget()
    assert inside is not None
    for name in listed(page):
        choose(page, name)
        qtbot.waitUntil(lambda: inside.width() <= area.viewport().width())
