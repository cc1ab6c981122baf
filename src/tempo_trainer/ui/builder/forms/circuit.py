"""The form of a circuit: its name, its rounds, and the rests in it."""

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form, set_number, text_of
from tempo_trainer.ui.builder.forms.overrides import Override
from tempo_trainer.ui.fields import NumberField, Row, TextField
from tempo_trainer.workout.model import MOST_SETS
from tempo_trainer.workout.strict_yaml import Path

HINT = "Its exercises stand below it in the list: Ins adds one, dragging or Alt+↑ and Alt+↓ bring one in or out."


class CircuitForm(Form):
    """Its exercises have forms of their own."""

    def __init__(self, document: Document, path: Path) -> None:
        super().__init__(document, path, "Circuit")
        self.name = TextField("Name", "Finisher")
        self.rounds = NumberField("Rounds", 1, MOST_SETS)
        self.transition = Override(self, "transition", "Between its exercises")
        self.rest = Override(self, "rest", "Between rounds")
        self.rest_after = Override(self, "rest_after", "After the circuit")
        self.add("circuit", Row("Name", self.name))
        self.add("rounds", Row("Rounds", self.rounds), beside=True)
        self.section("Rests")
        self.add("transition", Row("Between its exercises", self.transition))
        self.add("rest", Row("Between rounds", self.rest), beside=True)
        self.add("rest_after", Row("After the circuit", self.rest_after, "None after the last block."), beside=True)
        self.add_hint(HINT)
        self.name.textEdited.connect(self._take_name)
        self.rounds.valueChanged.connect(self._take_rounds)
        self.begin()

    def refresh(self) -> None:
        """Show what the document says."""
        self.name.set_text(text_of(self.said.get("circuit")))
        set_number(self.rounds, self.said.get("rounds", 1))
        for field in (self.transition, self.rest, self.rest_after):
            field.refresh()

    def _take_name(self, text: str) -> None:
        self.put("circuit", text)

    def _take_rounds(self, rounds: int) -> None:
        self.put("rounds", rounds)
