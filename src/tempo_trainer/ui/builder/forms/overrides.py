"""Fields for what a block says only where it differs from the workout."""

from collections.abc import Mapping

from tempo_trainer.ui.builder.document import Document
from tempo_trainer.ui.builder.forms.base import Form, ms_of
from tempo_trainer.ui.fields import SecondsField
from tempo_trainer.workout.durations import LONGEST_MS, in_words
from tempo_trainer.workout.model import CircuitBlock, Workout

WIDTH = 240  # the words of an empty field fit in
DEFAULTS: Mapping[str, int] = {
    **{key: Workout.model_fields[key].default for key in ("rest", "switch", "rest_after")},
    "transition": CircuitBlock.model_fields["transition"].default,
}


class Override(SecondsField):
    """A length of time of its own; empty where that of the workout holds, which it says then."""

    def __init__(self, form: Form, key: str, name: str) -> None:
        super().__init__(name, 0, LONGEST_MS, empty=in_words(DEFAULTS[key]))
        self._form, self.key = form, key
        self.setMinimumWidth(WIDTH)
        self.changed.connect(self._take)

    def refresh(self) -> None:
        """Show what the block says, or what holds for it."""
        self.set_ms(ms_of(self._form.said.get(self.key)))
        self.empty_ms = _inherited_ms(self.key, self._form.document)
        self.lineEdit().setPlaceholderText(_inherited(self.key, self._form.document))

    def _take(self, ms: int | None) -> None:
        self._form.put_ms(self.key, ms)


def _inherited_ms(key: str, document: Document) -> int:
    """What an empty field means."""
    ms = None if key == "transition" else ms_of(document.data.get(key))
    return DEFAULTS[key] if ms is None else ms


def _inherited(key: str, document: Document) -> str:
    whose = "as usual" if key == "transition" else "as the workout"
    return f"{whose}: {in_words(_inherited_ms(key, document))}"
