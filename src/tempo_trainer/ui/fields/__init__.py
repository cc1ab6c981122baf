"""The form controls of every screen: each shows a value, and tells when the user (not the program) changes it."""

from tempo_trainer.ui.fields.choices import Choices, Combo, checkbox, combo, slider
from tempo_trainer.ui.fields.lengths import SecondsField
from tempo_trainer.ui.fields.numbers import NumberField
from tempo_trainer.ui.fields.row import Row
from tempo_trainer.ui.fields.texts import LinesField, LongTextField, SearchField, TextField

__all__ = [
    "Choices", "Combo", "LinesField", "LongTextField", "NumberField", "Row", "SearchField", "SecondsField", "TextField",
    "checkbox", "combo", "slider",
]  # fmt: skip
