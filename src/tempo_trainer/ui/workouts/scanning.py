"""Looks through the folders and reads what is new in them. No Qt: it runs in a thread of the shelf's."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tempo_trainer.ui.workouts.entries import Entry, State, read_entry
from tempo_trainer.workout.model import Names

SUFFIXES = {".yaml", ".yml"}
BATCH = 25
GONE_AT_ONCE = 200  # of 2,000 at once the list would take 60 ms to take leave


@dataclass(frozen=True)
class Place:
    """A folder with workouts in it."""

    folder: Path
    own: bool


@dataclass(frozen=True)
class Batch:
    """A part of what was found: files that are new or changed, and files that are not there any more."""

    entries: tuple[Entry, ...] = ()
    gone: frozenset[Path] = frozenset()


@dataclass(frozen=True)
class Listing:
    """The workout files of a folder; `trouble` where it is there and cannot be listed."""

    files: Mapping[Path, State]
    there: bool = True
    trouble: OSError | None = None


def list_files(folder: Path) -> Listing:
    """The workout files of a folder. Hidden ones are left out: programs write there what is not ready yet."""
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found)
    except (FileNotFoundError, NotADirectoryError):
        return Listing({}, there=False)
    except OSError as error:
        return Listing({}, trouble=error)
    paths = [folder / name for name in names if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES]
    return Listing({path: state_of(path) for path in paths})


def state_of(path: Path) -> State:
    """What tells one state of the file from another; zeros for one that leads nowhere."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_ino, status.st_size, status.st_mtime_ns


def batches(
    listed: Sequence[tuple[Place, Listing]],
    known: Mapping[Path, State],
    names: Names,
    rest: Callable[[], bool],
) -> Iterator[Batch]:
    """What differs from what is known, a few files at a time. `rest` is called after each; it says whether to go on."""
    there = {path for _, listing in listed for path in listing.files}
    gone = sorted(known.keys() - there)
    for first in range(0, len(gone), GONE_AT_ONCE):
        yield Batch(gone=frozenset(gone[first : first + GONE_AT_ONCE]))
    for place, listing in listed:
        read: list[Entry] = []
        for path, state in listing.files.items():
            if known.get(path) == state:
                continue
            read.append(read_entry(path, names, own=place.own, state=state))
            if not rest():
                return
            if len(read) == BATCH:
                yield Batch(tuple(read))
                read.clear()
        if read:
            yield Batch(tuple(read))
