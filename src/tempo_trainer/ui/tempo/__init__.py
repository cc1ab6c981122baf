"""A tempo to be edited: four fields, the notation and the words."""

from tempo_trainer.ui.tempo.editor import TempoEditor

__all__ = ["TempoEditor"]
