"""What can be done to workout files. Each deed raises DeedError, a sentence, if it cannot be done.

They touch the disk: `Errands` does them away from the window's thread.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QStandardPaths

from tempo_trainer.files import file_name, reason, save_text, stamp_of, unused, written_whole
from tempo_trainer.ui.errands import DeedError
from tempo_trainer.ui.workouts.handing_on import with_presets
from tempo_trainer.ui.workouts.renaming import copy_name, renamed
from tempo_trainer.ui.workouts.scanning import SUFFIXES
from tempo_trainer.workout.model import Names
from tempo_trainer.workout.strict_yaml import LARGEST_BYTES

_DATA = QStandardPaths.StandardLocation.GenericDataLocation


def duplicate(path: Path, name: str, taken: set[str], folder: Path) -> Path:
    """A copy of a workout in the user's folder, with a name that tells it from the others."""
    with _told(f"“{name}” could not be copied"):
        folder.mkdir(parents=True, exist_ok=True)
        new = copy_name(name, taken)
        try:
            text = renamed(_text(path), new)
        except ValueError:  # a broken file is copied as it is
            copy = unused(folder, path.stem)
            _copy(path, copy)
        else:
            copy = unused(folder, file_name(new))
            save_text(copy, text, None, backup=False)
        return copy


def rename(path: Path, old: str, new: str) -> Path:
    """Give a workout another name; where its file is now.

    A file that is called after its workout goes on being so. A name that somebody chose for the file stays: they may
    look for it, and other programs may know it by that.
    """
    with _told(f"“{old}” could not be renamed"):
        stamp = stamp_of(path)
        save_text(path, renamed(_text(path), new), stamp, backup=False)
        follows = _is_numbered(path, file_name(old))
        return _moved(path, file_name(new)) if follows else path


def rename_file(path: Path, stem: str) -> Path:
    """Give a file another name, whatever is in it; where it is now."""
    with _told(f"{path.name} could not be renamed"):
        return _moved(path, file_name(stem))


@dataclass(frozen=True)
class BroughtIn:
    """Where files are that were imported, and what was against the others."""

    files: tuple[Path, ...]
    failures: tuple[str, ...]


@dataclass(frozen=True)
class Exported:
    """Where a copy is; `rewritten` where comments and layout could not be kept."""

    to: Path
    rewritten: bool = False


def bring_in_all(paths: Sequence[Path], folder: Path) -> BroughtIn:
    """Copy files into the user's folder; one that cannot be copied does not hinder the others."""
    files: list[Path] = []
    failures: list[str] = []
    for path in paths:
        try:
            files.append(bring_in(path, folder))
        except DeedError as error:
            failures.append(str(error))
    return BroughtIn(tuple(dict.fromkeys(files)), tuple(failures))


def bring_in(path: Path, folder: Path) -> Path:
    """Copy a file into the user's folder; where it is there. What is there already is not copied again."""
    with _told(f"{path.name} could not be imported"):
        if path.suffix.lower() not in SUFFIXES:
            raise DeedError(f"{path.name} is no workout file: their names end with .yaml.")
        if path.stat().st_size > LARGEST_BYTES:
            raise DeedError(f"{path.name} is larger than a workout file may be ({LARGEST_BYTES // 1024} KiB).")
        folder.mkdir(parents=True, exist_ok=True)
        stem = path.stem.lstrip(".") or "workout"
        if there := _same(path, folder, stem):
            return there
        copy = unused(folder, stem)
        _copy(path, copy)
        return copy


def export(path: Path, to: Path, names: Names) -> Exported:
    """Copy a workout to where it is handed on, with the user's presets that it uses: others do not have them."""
    with _told(f"{to.name} could not be written"):
        if to.exists() and to.samefile(path):
            raise DeedError("That is the workout itself: choose another name or folder for the copy.")
        complete = with_presets(path, names)
        if complete is None:
            _copy(path, to)
            return Exported(to)
        with written_whole(to) as neighbour:
            neighbour.write_bytes(complete.text.encode())
        return Exported(to, complete.rewritten)


def to_trash(path: Path) -> Path:
    """Move a file to the system's trash; where it is there."""
    file = QFile(str(path))
    with suppress(OSError):  # Qt makes the trash, but not the folder that Linux desktops have it in
        Path(QStandardPaths.writableLocation(_DATA)).mkdir(parents=True, exist_ok=True)
    if not file.moveToTrash():
        raise DeedError(f"{path.name} could not be moved to the trash. Delete it in its folder if you want it gone.")
    return Path(file.fileName())


def restore(trashed: Path, path: Path) -> Path:
    """Take a file out of the trash again; where it is now."""
    with _told(f"{path.name} could not be taken out of the trash"):
        path.parent.mkdir(parents=True, exist_ok=True)
        back = path if not path.exists() else unused(path.parent, path.stem)
        trashed.rename(back)
        # what Linux desktops keep beside it, where it came from
        (trashed.parent.parent / "info" / f"{trashed.name}.trashinfo").unlink(missing_ok=True)
        return back


def _is_numbered(path: Path, stem: str) -> bool:
    """Whether a file is called so, or so with a number."""
    return re.fullmatch(re.escape(stem) + r"(-\d+)?", path.stem) is not None


def _same(path: Path, folder: Path, stem: str) -> Path | None:
    """The file of this name, numbered or not, that is this one or holds the same."""
    data = path.read_bytes()
    named = (
        other
        for other in sorted(folder.iterdir())
        if _is_numbered(other, stem) and other.suffix.lower() in SUFFIXES and other.is_file()
    )
    return next((other for other in named if other.samefile(path) or other.read_bytes() == data), None)


def _moved(path: Path, stem: str) -> Path:
    if path.stem == stem:
        return path
    new = unused(path.parent, stem)
    path.rename(new)
    return new


def _copy(path: Path, to: Path) -> None:
    with written_whole(to) as neighbour:
        neighbour.write_bytes(path.read_bytes())


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")  # line ends as they are


@contextmanager
def _told(failure: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DeedError(f"{failure}. {reason(error)}") from error
    except ValueError as error:
        raise DeedError(f"{failure}: {error}.") from error
