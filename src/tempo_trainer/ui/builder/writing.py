"""Writing a workout to its file: only what `check` takes, and no comments are lost that nobody has agreed to lose."""

from dataclasses import dataclass
from pathlib import Path

from tempo_trainer.files import Stamp, file_name, save_text, stamp_of, unused
from tempo_trainer.ui.builder.reading import has_comments
from tempo_trainer.ui.errands import DeedError
from tempo_trainer.workout.model import Names, Workout
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES
from tempo_trainer.workout.validation import Finding, too_long
from tempo_trainer.workout.writer import workout_text

COMMENTS = (
    "This file has comments, which cannot be kept when it is saved from here. "
    "The file as it is now stays beside it as {}~."
)


@dataclass(frozen=True)
class Target:
    """Where a workout goes: a file in the state that is expected there, a new one (None), or over whatever is there."""

    path: Path | None
    stamp: Stamp | None
    over: bool = False
    comments_may_go: bool = False


class RefusedError(DeedError):
    """`check` would refuse the file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class CommentsError(DeedError):
    """What would be replaced has comments."""


def write(workout: Workout, names: Names, target: Target, folder: Path) -> tuple[Path, Stamp]:
    """The file, and its new state; a new one gets its name from the workout. Takes as long as compiling."""
    if finding := too_long(workout, names):  # nobody may have found out yet
        raise RefusedError(finding)
    path = target.path or _new_file(folder, workout.name)
    now = stamp_of(path)
    expected = now if target.over else target.stamp
    if now == expected and not target.comments_may_go and _has_comments(path, now):
        raise CommentsError(COMMENTS.format(path.name))
    return path, save_text(path, workout_text(workout), expected, backup=True)


def _has_comments(path: Path, stamp: Stamp | None) -> bool:
    """What is too large to be a workout is not looked through."""
    if stamp is None or stamp.size > LARGEST_BYTES or not path.is_file():
        return False
    return has_comments(path.read_text(encoding="utf-8", errors="replace"))


def _new_file(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return unused(folder, file_name(name))
