"""What the user has set, kept as settings.yaml in the user's folder."""

from pathlib import Path
from typing import Literal

import yaml

from tempo_trainer.files import written_whole
from tempo_trainer.workout.exercise import Strict
from tempo_trainer.workout.loader import load_model
from tempo_trainer.workout.problems import ProblemsError


class Settings(Strict):
    """All settings, with their defaults."""

    theme: Literal["dark", "light"] = "dark"
    output: Literal["auto", "simpleaudio", "qt"] = "auto"


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings of a file, or the defaults and a sentence on what is wrong with it."""
    if not path.exists():
        return Settings(), ""
    try:
        return load_model(Settings, path), ""
    except ProblemsError as error:
        return Settings(), f"The settings could not be read, the defaults are used: {error.problems[0]}"


def save_settings(settings: Settings, path: Path) -> None:
    """Write them all; OSError if the disk will not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as neighbour:
        neighbour.write_text(yaml.safe_dump(settings.model_dump(), sort_keys=False), encoding="utf-8")
