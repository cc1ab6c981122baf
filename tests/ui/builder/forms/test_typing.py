"""What is typed key by key in a form stays as it is typed, spaces included."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.builder.forms.exercise import ExerciseForm
from tempo_trainer.ui.builder.forms.rest import RestForm
from tempo_trainer.ui.fields import LongTextField, TextField
from ui.builder.conftest import Built

DATA: dict[str, Any] = {
    "format": 1,
    "name": "Typed",
    "blocks": [{"rest": 60}, {"exercise": "nordic-curl", "reps": 3}],
}


@pytest.mark.parametrize("key", ["say", "load", "note"])
def test_a_text_of_several_words(built: Built, qtbot: QtBot, key: str) -> None:
    built.document.begin(DATA, None, None)
    place = ("blocks", 0 if key == "say" else 1)
    built.page.choose(place)
    form = built.page.form.form
    assert isinstance(form, RestForm | ExerciseForm)
    assert form.enter((*place, key))
    field = built.page.focusWidget()
    assert isinstance(field, TextField | LongTextField)
    qtbot.keyClicks(field, "two long words")
    assert field.text() == "two long words"
    assert built.document.data["blocks"][place[1]][key] == "two long words"
