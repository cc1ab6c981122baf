"""Where things are: what was shipped, what is the user's, and the names that both give to exercises and presets."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tempo_trainer.workout.model import Names


@dataclass(frozen=True)
class Folders:
    """Where things are: what was shipped, and what is the user's."""

    sounds: Path
    shipped_workouts: Path
    home: Path

    @property
    def own_workouts(self) -> Path:
        """The user's workouts."""
        return self.home / "workouts"

    @property
    def drafts(self) -> Path:
        """What was being built when the program ended."""
        return self.home / "drafts"

    @property
    def presets(self) -> Path:
        """The user's presets."""
        return self.home / "presets.yaml"

    @property
    def settings(self) -> Path:
        """The user's settings."""
        return self.home / "settings.yaml"

    @property
    def history(self) -> Path:
        """What was done."""
        return self.home / "history.sqlite3"

    @property
    def log(self) -> Path:
        """Where faults of the program are written down."""
        return self.home / "log" / "tempo-trainer.log"


def find_folders() -> Folders:
    """In the package when installed, at the top of the checkout when developed; TEMPO_TRAINER_HOME moves the user's."""
    package = Path(__file__).resolve().parent
    shipped = package if (package / "assets").is_dir() else package.parents[1]
    return Folders(shipped / "assets" / "sounds", shipped / "workouts", _home())


def names_in_reach(folders: Folders) -> "tuple[Names, tuple[str, ...]]":
    """Shipped exercises and presets, the user's presets in front; and what is wrong with the user's."""
    from tempo_trainer.workout.loader import load_presets, shipped_names
    from tempo_trainer.workout.problems import ProblemsError

    names = shipped_names()
    if not folders.presets.exists():
        return names, ()
    try:
        return load_presets(folders.presets, names), ()
    except ProblemsError as error:
        return names, tuple(map(str, error.problems))


def _home() -> Path:
    if moved := os.environ.get("TEMPO_TRAINER_HOME"):
        return Path(moved)
    import platformdirs

    return platformdirs.user_data_path("tempo-trainer", appauthor=False)
