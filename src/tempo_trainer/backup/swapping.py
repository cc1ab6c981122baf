"""Puts the backup that lies ready in the place of what is there: at the start, before anything is opened.

Whatever ends the program on the way, the next start goes on where this one was: nothing is removed before all is done.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tempo_trainer.backup.contents import HISTORY, KEPT, RESTORING, BackupError, tops
from tempo_trainer.backup.packing import back_up
from tempo_trainer.backup.staging import GONE, discard
from tempo_trainer.backup.state import State, Step, read_state, write_state
from tempo_trainer.files import LEFT_AFTER_S, flush_folder, reason

WAIT_S = 5.0  # for the program that ends just now, to start again
LOOK_S = 0.05
OPEN = "Tempo Trainer is open in another window. Close it, then restore the backup again."
BUSY = "Another Tempo Trainer is restoring a backup at this moment: start this one again when that has started."
DONE = "The backup of {made:%Y-%m-%d %H:%M} is restored. What was there before is kept in {keep}"
NOTHING = "Nothing was restored, all is as it was. {why}"
HALF = (
    "The backup is restored only in part. {why} Then start Tempo Trainer again: it goes on with it."
    " What was there before is kept in {keep}"
)


def take_up(home: Path) -> str | None:
    """Restore what was confirmed, if anything was, and say how it went.

    BackupError if it is only half done: then nothing of what is there may be opened.
    """
    if not (home / RESTORING).is_dir():
        return None
    with _locked(home):
        state = read_state(home)
        if state is None:
            _sweep(home / RESTORING)
            return None
        try:
            return _restore(home, state)
        except (OSError, BackupError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise BackupError(HALF.format(why=why, keep=home / state.keep)) from error


def _restore(home: Path, state: State) -> str:
    try:
        state = _make_room(home, state)
    except (OSError, BackupError) as error:
        _put_back(home, state)
        discard(home)
        return NOTHING.format(why=reason(error) if isinstance(error, OSError) else error)
    _move_in(home, home / RESTORING / state.folder, state)
    discard(home)
    return DONE.format(made=datetime.fromisoformat(state.made), keep=home / state.keep)


def _make_room(home: Path, state: State) -> State:
    """Keep what is there, then move it out of the way; it is not removed yet."""
    if not (home / RESTORING / state.folder).is_dir():
        raise BackupError(GONE)
    if state.step == "confirmed":
        _refuse_others(home / HISTORY)
        for half in home.glob(f".{KEPT}*.half.zip"):  # of a start that was killed
            half.unlink()
        back_up(home, home / state.keep)
        state = _reached("kept", home, state)
    if state.step == "kept":
        _refuse_others(home / HISTORY)
        _move_out(home, tops(home), state)
        state = _reached("emptied", home, state)
    return state


def _reached(step: Step, home: Path, state: State) -> State:
    flush_folder(home)
    state = replace(state, step=step)
    write_state(home, state)
    return state


def _move_out(home: Path, paths: Iterable[Path], state: State) -> None:
    old = home / RESTORING / state.aside
    old.mkdir(exist_ok=True)
    for path in paths:
        to = old / path.name
        while os.path.lexists(to):  # another window has made it anew meanwhile
            to = to.with_name(f"{to.name}~")
        path.rename(to)
    flush_folder(old)


def _move_in(home: Path, new: Path, state: State) -> None:
    for path in sorted(new.iterdir()):
        to = home / path.name
        if os.path.lexists(to):
            _move_out(home, [to], state)
        path.rename(to)
    flush_folder(home)


def _put_back(home: Path, state: State) -> None:
    old = home / RESTORING / state.aside
    if old.is_dir():
        _move_in(home, old, state)


def _refuse_others(history: Path) -> None:
    """BackupError if another program has the history open: it would go on writing to what is not there any more."""
    end = time.monotonic() + WAIT_S
    while history.exists() and _is_open(history):
        if time.monotonic() > end:
            raise BackupError(OPEN)
        time.sleep(LOOK_S)


def _is_open(history: Path) -> bool:
    """Only who is alone may put all that is written into the one file; what is broken nobody uses."""
    try:
        with closing(sqlite3.connect(history, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    except sqlite3.DatabaseError:
        pass
    return False


@contextmanager
def _locked(home: Path) -> Iterator[None]:
    """Of two programs that start at once, one restores and the other waits; a disk without locks lets both through."""
    lock = FileLock(home / RESTORING / "lock", thread_local=False)
    try:
        lock.acquire(timeout=WAIT_S)
    except Timeout as error:
        raise BackupError(BUSY) from error
    except (OSError, NotImplementedError):
        pass
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()


def _sweep(folder: Path) -> None:
    """Remove what a restore has left, or what was never confirmed.

    Unless that is young: another window may be laying it ready, and asking.
    """
    young = time.time() - LEFT_AFTER_S
    if any(folder.glob("old-*")) or not any(path.stat().st_mtime > young for path in folder.glob("new-*")):
        shutil.rmtree(folder, ignore_errors=True)
