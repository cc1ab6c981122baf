"""Writing files so that they are always whole, never over what somebody else wrote, and saying why it fails."""

import errno
import os
import re
import shutil
import stat
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

MOST_READ = 1024 * 1024  # a workout is at most a quarter of it
LONGEST_NAME = 60
LONGEST_NAME_BYTES = 180  # names have 255 bytes; a number, a suffix and the neighbour's dot want room
LEFT_AFTER_S = 24 * 3600  # on a shared disk it may be another computer that writes: no process tells that it is gone

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]")  # on Windows, with any suffix

_REASONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ENOSPC", "EDQUOT"), "The disk is full: make room on it, then try again."),
    (("EFBIG",), "The file is too large for this disk: save it on another one."),
    (("EROFS",), "The disk is read-only: save in another folder."),
    (("EACCES", "EPERM"), "This may not be written to: change its permissions, or save in another folder."),
    (("ENOENT", "ENOTDIR"), "The file or its folder is not there any more: put it back, or save in another folder."),
    (("EISDIR", "ENOTEMPTY"), "There is a folder of that name: choose another name."),
    (("EEXIST",), "There is a file of that name already: choose another name."),
    (("ENAMETOOLONG",), "The name is too long: choose a shorter one."),
    (("EINVAL", "EILSEQ"), "The disk does not take this name: choose one without special characters."),
    (("ELOOP",), "The link leads nowhere: save under another name."),
    (("EBUSY", "ETXTBSY"), "Another program is using the file: close it there, then try again."),
    (("EMFILE", "ENFILE"), "Too many files are open: close other programs, then try again."),
    (("EIO", "ENXIO", "ENODEV", "ESTALE", "ETIMEDOUT", "EHOSTDOWN", "ENOTCONN"),
     "The disk does not answer: see whether it is connected, or save in another folder."),
)  # fmt: skip


@dataclass(frozen=True)
class Stamp:
    """What tells one state of a file from another: what it holds, as a sync that only touches it changes nothing."""

    size: int
    digest: str


class ChangedError(OSError):
    """The file on disk is not the one that was expected: somebody else has changed, made or removed it."""


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file now, None where there is none; OSError where it cannot be told."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_READ:  # a pipe would never end
            return Stamp(status.st_size, f"{status.st_ino} {status.st_mtime_ns}")
        return _stamp(path.read_bytes())
    except FileNotFoundError:
        return None


def save_text(path: Path, text: str, expected: Stamp | None, *, backup: bool) -> Stamp:
    """Write the file whole, if it still is the expected one (None: there must be none), else ChangedError.

    With `backup` the old one is kept beside it as `name.yaml~`. OSError if the disk will not; see `reason`.
    """
    data = text.encode()
    kept = path.with_name(f"{path.name}~") if backup else None
    if expected is not None and expected == _stamp(data) == stamp_of(path):
        return expected  # nothing to write, and the backup stays worth something
    with _neighbour_of(path, lambda old, new: _replace_expected(old, new, expected, kept)) as neighbour:
        neighbour.write_bytes(data)
    return _stamp(data)


def written_whole(path: Path) -> AbstractContextManager[Path]:
    """A neighbour to write to; it takes the place of `path` if all goes well, and vanishes if not.

    A link stays a link, and a file keeps its mode.
    """
    return _neighbour_of(path, lambda old, new: new.replace(old))


def reason(error: OSError) -> str:
    """Why the disk would not, and what to do, in whole sentences.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'The disk is full: make room on it, then try again.'
    """
    if isinstance(error, ChangedError):
        return str(error)
    name = errno.errorcode.get(error.errno or 0, "")
    found = next((sentence for names, sentence in _REASONS if name in names), "")
    return found or f"{error.strerror or error}: try again, or save in another folder."


def file_name(name: str) -> str:
    """A file's stem for a workout of this name, good on every system.

    >>> file_name("Rücken & Beine: lang!"), file_name("💪"), file_name("CON")
    ('rücken-beine-lang', 'workout', 'con-workout')
    """
    kept = "".join(
        character if unicodedata.category(character)[0] in "LNM" else " "
        for character in unicodedata.normalize("NFC", name).lower()
    )
    stem = "-".join(kept.split())[:LONGEST_NAME].encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").strip("-")
    return f"{stem}-workout" if _RESERVED.fullmatch(stem) else stem or "workout"


def unused(folder: Path, stem: str) -> Path:
    """The first of `stem.yaml`, `stem-2.yaml`, … that is not there yet."""
    path, number = folder / f"{stem}.yaml", 1
    while os.path.lexists(path):  # a broken link takes the name too
        number += 1
        path = folder / f"{stem}-{number}.yaml"
    return path


@contextmanager
def _neighbour_of(path: Path, replace: Callable[[Path, Path], object]) -> Iterator[Path]:
    """A neighbour to write to; in the end `replace` is given the old file (it may not be there) and the new one."""
    target = Path(os.path.realpath(path))
    # hidden, of the same kind, and not that of another thread; names have an end, so not all of the stem
    name = f".{target.stem[:40]}.{os.getpid()}-{threading.get_ident()}.half{target.suffix}"
    neighbour = target.with_name(name)
    _sweep(target)
    try:
        _refuse_protected(target)
        yield neighbour
        _flush(neighbour)
        with suppress(FileNotFoundError):
            neighbour.chmod(stat.S_IMODE(target.stat().st_mode))
        replace(target, neighbour)
        flush_folder(target.parent)
    finally:
        with suppress(OSError):  # the folder may be gone, and what went wrong first is what counts
            neighbour.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove the neighbours of a file whose writers were killed: nobody has written to them for a day."""
    name = re.compile(rf"\.{re.escape(target.stem[:40])}\.\d+-\d+\.half{re.escape(target.suffix)}")
    with suppress(OSError), os.scandir(target.parent) as found:
        for entry in found:
            with suppress(OSError):  # somebody else may sweep as well
                if name.fullmatch(entry.name) and entry.stat().st_mtime < time.time() - LEFT_AFTER_S:
                    Path(entry).unlink()


def _refuse_protected(target: Path) -> None:
    """Renaming asks for no right to write to the old file: but who protects a file means it."""
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode):
            number = errno.EISDIR if stat.S_ISDIR(mode) else errno.EEXIST
            raise OSError(number, os.strerror(number), str(target))
        if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _replace_expected(old: Path, new: Path, expected: Stamp | None, backup: Path | None) -> None:
    """Looks last at what is replaced: between that and the renaming are microseconds."""
    _expect(old, expected)
    if expected is None:
        _place_new(old, new)
        return
    if backup:
        with written_whole(backup) as neighbour:
            shutil.copyfile(old, neighbour)
            shutil.copymode(old, neighbour)
        _expect(old, expected)
    new.replace(old)


_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}  # says a disk that has none


def _place_new(old: Path, new: Path) -> None:
    try:
        os.link(new, old)  # unlike renaming, this never takes the place of a file
    except FileExistsError:
        _expect(old, None)
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _expect(old, None)
        new.replace(old)


def _expect(path: Path, expected: Stamp | None) -> None:
    now = stamp_of(path)
    if now != expected:
        what = "made" if expected is None else "removed" if now is None else "changed"
        raise ChangedError(f"{path.name} has been {what} by another program meanwhile.")


def _stamp(data: bytes) -> Stamp:
    return Stamp(len(data), sha256(data).hexdigest())


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """So that the renaming outlives a power cut. By now the file is in its place: a disk that cannot do it is fine."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
