"""Reading the figures from the data file beside this module."""

from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from tempo_trainer.ui.figure.keyposes import FiguresFile
from tempo_trainer.ui.figure.motion import Motion, motion
from tempo_trainer.workout.strict_yaml import read_yaml
from tempo_trainer.workout.validation import validated

Figures = Mapping[str, Motion]


def load_figures() -> Figures:
    """The motion of each figure id of the catalogue."""
    text = resources.files("tempo_trainer.ui.figure").joinpath("poses.yaml").read_text(encoding="utf-8")
    file = validated(FiguresFile, read_yaml(text, "poses.yaml"), "poses.yaml")
    return MappingProxyType({name: motion(keys) for name, keys in file.figures.items()})
