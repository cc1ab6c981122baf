"""The forms of the builder: one for each kind of block, for the workout and for an exercise of one's own."""

from tempo_trainer.ui.builder.forms.making import Forms

__all__ = ["Forms"]
