"""A tempo to be edited: fields, notation and words say the same, whichever is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.fields import SecondsField, TextField
from tempo_trainer.ui.tempo import TempoEditor
from tempo_trainer.ui.tempo.fields import PhaseFields
from tempo_trainer.ui.tempo.figures import Figures
from tempo_trainer.ui.tempo.parts import FORMS, NO_MOVEMENT, RAMP_TOO_SHORT
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.tempo import Phase, Ramp, Tempo

CONTROLLED = Tempo(3000, 1000, 3000, 1000)
FAST_LIFT = Tempo(3000, 1000, 1000, 1000, frozenset({"concentric"}))


class Told:
    """An editor, and what it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.editor = TempoEditor()
        self.changes: list[object] = []
        self.qtbot = qtbot
        self.editor.changed.connect(self.changes.append)
        qtbot.addWidget(self.editor)
        self.editor.resize(700, 500)
        with qtbot.waitExposed(self.editor):
            self.editor.show()
        self.editor.activateWindow()

    def figures(self, number: int = 0) -> Figures:
        return self.editor.findChildren(Figures)[number]

    def notation(self, number: int = 0) -> TextField:
        return self.figures(number).notation

    def field(self, phase: Phase, number: int = 0) -> SecondsField:
        """By the small word below its name."""
        term = phase.removesuffix("_pause")
        fields = self.figures(number).fields.findChildren(SecondsField)
        return next(field for field in fields if f"({term})" in field.accessibleName())

    def words(self) -> str:
        return " | ".join(label.text() for label in self.editor.findChildren(QLabel) if label.isVisible())

    def problem(self, number: int = 0) -> str:
        return self.figures(number).problem

    def write(self, field: QWidget, text: str) -> None:
        """As a user does: over what stands there."""
        field.setFocus()
        self.qtbot.waitUntil(field.hasFocus)
        getattr(field, "selectAll")()  # noqa: B009  of line edits and of spin boxes
        self.qtbot.keyClicks(field, text)

    def click(self, text: str) -> None:
        button = next(made for made in self.editor.findChildren(QPushButton) if made.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def told(qtbot: QtBot) -> Told:
    return Told(qtbot)


def test_what_is_set_is_shown_and_not_told(told: Told) -> None:
    told.editor.set_tempo(FAST_LIFT)
    assert told.notation().text() == "3-1-X-1"
    assert "lower 3 s, hold 1 s, lift fast, hold 1 s" in told.words()
    assert "6 s a rep" in told.words()
    assert told.editor.tempo() == FAST_LIFT
    assert told.changes == []


def test_a_field_rewrites_the_notation_and_the_words(told: Told) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.write(told.field("eccentric"), "4.5")
    assert told.notation().text() == "4.5-1-3-1"
    assert "lower 4.5 s, hold 1 s, lift 3 s, hold 1 s" in told.words()
    assert told.changes[-1] == Tempo(4500, 1000, 3000, 1000) == told.editor.tempo()


@pytest.mark.parametrize(("typed", "tempo"), [
    ("4-2-1-0", Tempo(4000, 2000, 1000, 0)), ("30X1", Tempo(3000, 0, 1000, 1000, frozenset({"concentric"}))),
    ("2.5/1/2.5", Tempo(2500, 1000, 2500, 0)), ("5:0:5:0", Tempo(5000, 0, 5000, 0)),
])  # fmt: skip
def test_the_notation_fills_the_fields(told: Told, typed: str, tempo: Tempo) -> None:
    told.write(told.notation(), typed)
    shown = [told.field(phase).ms() for phase in ("eccentric", "stretched_pause", "concentric", "contracted_pause")]
    assert shown == [tempo.eccentric, tempo.stretched_pause, tempo.concentric, tempo.contracted_pause]
    assert told.changes[-1] == told.editor.tempo() == tempo
    assert told.notation().text() == typed  # it is left alone while it is typed in
    told.field("eccentric").setFocus()
    told.qtbot.waitUntil(lambda: told.notation().text() == str(tempo))


def test_arrows_step_by_half_a_second(told: Told) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.qtbot.keyClick(told.field("concentric"), Qt.Key.Key_Up)
    assert told.changes == [Tempo(3000, 1000, 3500, 1000)]


def test_fields_stand_in_the_order_in_which_the_exercise_performs_them(told: Told, names: Names) -> None:
    told.editor.set_tempo(Tempo(4000, 2000, 3000, 1000))
    bridge = names.exercises["pelvic-bridge"]
    assert bridge.starts_with == "concentric"
    told.editor.set_exercise(bridge)
    fields = told.figures().fields.findChildren(SecondsField)

    def from_left_to_right() -> list[int | None]:
        return [field.ms() for field in sorted(fields, key=lambda field: field.x())]

    told.qtbot.waitUntil(lambda: from_left_to_right() == [3000, 1000, 4000, 2000])
    assert "lift 3 s, hold 1 s, lower 4 s, hold 2 s" in told.words()
    assert told.notation().text() == "4-2-3-1"  # the order of the notation never changes
    assert told.changes == []


def test_tab_goes_through_the_fields_as_they_are_performed(told: Told, names: Names) -> None:
    told.editor.set_exercise(names.exercises["pelvic-bridge"])
    reached: list[QWidget] = []
    told.editor.enter()
    told.qtbot.waitUntil(told.field("concentric").hasFocus)
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        told.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    phases: tuple[Phase, ...] = ("concentric", "contracted_pause", "eccentric", "stretched_pause")
    assert [made for made in reached if isinstance(made, SecondsField)] == [told.field(phase) for phase in phases]
    assert reached[-1] is told.notation()
    assert all(made.accessibleName() for made in reached)
    focused = QApplication.focusWidget()  # round and at its beginning again
    assert focused is not None
    assert focused.accessibleName() == "Over the sets: Same in all sets"


def test_an_exercise_has_its_own_words(told: Told, names: Names) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.editor.set_exercise(names.exercises["stability-ball-curl"])
    assert "out 3 s, hold 1 s, in 3 s, hold 1 s" in told.words()
    assert told.field("eccentric").accessibleName() == "out (eccentric)"


def test_as_fast_as_possible_is_written_as_x_and_a_length_ends_it(told: Told) -> None:
    told.editor.set_tempo(CONTROLLED)
    boxes = told.figures().fields.in_tab_order()
    box = boxes[boxes.index(told.field("concentric")) + 1]
    told.qtbot.keyClick(box, Qt.Key.Key_Space)
    assert told.notation().text() == "3-1-X-1"
    assert told.editor.tempo() == FAST_LIFT
    told.write(told.field("concentric"), "2")
    assert told.notation().text() == "3-1-2-1"
    assert told.editor.tempo() == Tempo(3000, 1000, 2000, 1000)


@pytest.mark.parametrize(("typed", "problem"), [
    ("", FORMS), ("3-1", FORMS), ("slow", FORMS), ("0-1-0-1", NO_MOVEMENT), ("61-0-1-0", "at most|0 to 60 s"),
])  # fmt: skip
def test_what_is_no_tempo_says_so_and_is_not_told(told: Told, typed: str, problem: str) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.write(told.notation(), "3-1-3-2")
    told.changes.clear()
    told.notation().selectAll()
    told.qtbot.keyClick(told.notation(), Qt.Key.Key_Delete)
    told.qtbot.keyClicks(told.notation(), typed)
    assert told.editor.tempo() is None
    assert any(part in told.problem() for part in problem.split("|"))
    assert told.notation().property("wrong")
    assert told.notation().accessibleDescription() == told.problem()
    told.write(told.notation(), "4-1-3-1")
    assert told.problem() == ""
    assert told.changes[-1] == Tempo(4000, 1000, 3000, 1000)


def test_fields_without_movement_say_so(told: Told) -> None:
    told.editor.set_tempo(Tempo(3000, 1000, 0, 0))
    told.write(told.field("eccentric"), "0")
    assert told.editor.tempo() is None
    assert told.problem() == NO_MOVEMENT
    assert told.changes == []
    assert told.field("eccentric").property("wrong")


def test_a_tempo_may_change_over_the_sets(told: Told) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.click("Changes by set")
    assert told.editor.tempo() == Ramp(CONTROLLED, CONTROLLED)
    assert "First set" in told.words()
    assert "Last set" in told.words()
    told.write(told.notation(1), "4-2-4-2")
    ramp = Ramp(CONTROLLED, Tempo(4000, 2000, 4000, 2000))
    assert told.changes[-1] == ramp
    assert told.editor.tempo() == ramp
    told.click("Same in all sets")
    assert told.changes[-1:] == [CONTROLLED]
    assert "Last set" not in told.words()


def test_a_ramp_that_is_set_is_shown(told: Told) -> None:
    ramp = Ramp(CONTROLLED, Tempo(5000, 0, 1000, 0))
    told.editor.set_tempo(ramp)
    assert [told.notation(number).text() for number in (0, 1)] == ["3-1-3-1", "5-0-1-0"]
    assert told.editor.tempo() == ramp
    told.editor.set_tempo(CONTROLLED)
    assert not told.figures(1).isVisible()
    assert told.changes == []


def test_a_ramp_needs_a_tenth_of_a_second_of_movement(told: Told) -> None:
    told.editor.set_tempo(Ramp(CONTROLLED, CONTROLLED))
    told.write(told.notation(1), "0.05-1-0-0")
    assert told.editor.tempo() is None
    assert told.problem(1) == RAMP_TOO_SHORT
    assert told.problem(0) == ""


def test_setting_what_it_told_leaves_what_is_typed(told: Told) -> None:
    told.write(told.notation(), "4242")
    told.notation().setCursorPosition(2)
    told.editor.set_tempo(Tempo(4000, 2000, 4000, 2000))
    assert told.notation().text() == "4242"
    assert told.notation().cursorPosition() == 2


def test_the_owner_s_echo_does_not_take_away_what_is_no_tempo_yet(told: Told) -> None:
    told.editor.set_tempo(CONTROLLED)
    told.write(told.notation(), "4-")
    told.editor.set_tempo(CONTROLLED)
    assert told.notation().text() == "4-"
    told.editor.set_tempo(FAST_LIFT)  # of something else
    assert told.notation().text() == "3-1-X-1"
    assert told.problem() == ""


def test_in_a_narrow_place_two_fields_stand_in_a_row(told: Told) -> None:
    told.editor.resize(300, 600)
    fields = told.editor.findChildren(PhaseFields)[0].findChildren(SecondsField)
    told.qtbot.waitUntil(lambda: len({field.x() for field in fields}) == 2)
    assert all(field.width() >= field.minimumSizeHint().width() for field in fields)
