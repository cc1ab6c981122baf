"""The forms of rests and circuits, and which form a place has."""

from collections.abc import Sequence

from PySide6.QtTest import QTest

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.circuit import CircuitForm
from tempo_trainer.ui.builder.forms.exercise import ExerciseForm
from tempo_trainer.ui.builder.forms.own_exercise import OwnExerciseForm
from tempo_trainer.ui.builder.forms.rest import RestForm
from tempo_trainer.ui.builder.forms.workout import WorkoutForm
from tempo_trainer.workout.edits import at, put
from tempo_trainer.workout.strict_yaml import Path

from .conftest import Open

REST, CIRCUIT = ("blocks", 1), ("blocks", 2)


def test_each_place_has_its_form(form_of: Open) -> None:
    places: Sequence[Path] = ((), ("exercises", "mine"), ("blocks", 0), REST, CIRCUIT, (*CIRCUIT, "blocks", 0))
    kinds = (WorkoutForm, OwnExerciseForm, ExerciseForm, RestForm, CircuitForm, ExerciseForm)
    for path, kind in zip(places, kinds, strict=True):
        assert type(form_of(path)) is kind


def test_what_is_no_block_says_what_is_wrong(form_of: Open, document: Document) -> None:
    document.edit("break", put(document.data, REST, {"rets": 5}))
    assert form_of(REST).problem_at()


def test_a_rest_of_a_length_or_until_ready(form_of: Open, document: Document) -> None:
    form = form_of(REST)
    assert form.length.ms() == 120_000
    form.length.stepBy(1)
    assert at(document.data, REST) == {"rest": 125}
    form.kind.picked.emit("until-ready")
    assert at(document.data, REST) == {"rest": "until-ready"}
    assert not form.length.isVisible()
    form.kind.picked.emit("timed")
    QTest.keyClicks(form.words, "Fetch the ball.")
    assert at(document.data, REST) == {"rest": 125, "say": "Fetch the ball."}


def test_a_circuit(form_of: Open, document: Document) -> None:
    form = form_of(CIRCUIT)
    form.name.selectAll()
    QTest.keyClicks(form.name, "Last")
    form.rounds.setValue(4)
    form.transition.stepBy(1)
    inner = document.data["blocks"][2]["blocks"]
    assert at(document.data, CIRCUIT) == {"circuit": "Last", "rounds": 4, "transition": 15, "blocks": inner}
    assert form.transition.lineEdit().placeholderText() == "as usual: 10 s"


def test_a_circuit_without_exercises_or_a_name_says_so(form_of: Open, document: Document) -> None:
    form = form_of(CIRCUIT)
    document.edit("break", put(document.data, CIRCUIT, {"circuit": "", "rounds": 2, "blocks": []}))
    assert "Must not be empty" in form.problem_at()
    assert form.problem_at("circuit") == "Must not be empty"


def test_a_kind_that_changes_for_a_moment_is_borne(form_of: Open, document: Document) -> None:
    forms = [form_of(path) for path in (REST, CIRCUIT, ("blocks", 0))]
    blocks = document.data["blocks"]
    document.edit("turn", put(document.data, ("blocks",), [blocks[1], blocks[2], blocks[0]]))
    document.undo.undo()
    assert forms[0].length.ms() == 120_000
    assert forms[1].name.text() == "Finisher"
    assert forms[2].sets.value() == 3
