"""One session at a time: who performs one holds a lock that ends with the program, however that ends."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

TRIED_S = 0.3  # whoever only looks whether it is free holds it for a moment
LOOKED_S = 0.02  # the same, where the window waits for it
POLL_S = 0.005


class SessionLock:
    """Beside the history. A disk that knows no locks lets everybody through."""

    def __init__(self, history: Path) -> None:
        self._path = history.with_suffix(".lock")
        self._lock: FileLock | None = None
        self._takers: set[object] = set()  # a session may begin before the end of the last one is on the disk
        self._changing = Lock()

    @property
    def is_mine(self) -> bool:
        """Whether the session that runs is one of this program."""
        return self._lock is not None

    def take(self, session: object) -> bool:
        """It begins; false if another program performs a session."""
        with self._changing:
            free = self._lock is not None or self._acquire()
            if free:
                self._takers.add(session)
            return free

    def give_back(self, session: object) -> None:
        """It is over, if it ever began. The lock is free when all are."""
        with self._changing:
            self._takers.discard(session)
            if not self._takers:
                self._release()

    def let_go(self) -> None:
        """The program ends, or no session can be recorded."""
        with self._changing:
            self._takers.clear()
            self._release()

    def is_held_elsewhere(self) -> bool:
        """Whether another program performs a session now."""
        return not self.is_mine and is_held(self._path.with_suffix(".sqlite3"))

    def _acquire(self) -> bool:
        lock = FileLock(self._path, thread_local=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=TRIED_S, poll_interval=POLL_S)
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            return True
        self._lock = lock
        return True

    def _release(self) -> None:
        if self._lock:
            with suppress(OSError):
                self._lock.release()
            self._lock = None


def is_held(history: Path) -> bool:
    """Whether any program, this one too, performs a session now."""
    path = history.with_suffix(".lock")
    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=LOOKED_S, poll_interval=POLL_S)
    except Timeout:
        return True
    except (OSError, NotImplementedError):
        return False
    lock.release()
    return False
