"""The lock of the session: who only looks for it gets in nobody's way."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tempo_trainer.history.lock import SessionLock, is_held


def test_who_looks_is_not_taken_for_one_who_performs(tmp_path: Path) -> None:
    history = tmp_path / "history.sqlite3"
    lock = SessionLock(history)
    lock.take("one")
    lock.give_back("one")  # so that there is a file to look at
    with ThreadPoolExecutor(4) as threads:
        assert not any(threads.map(lambda _: is_held(history), range(400)))


def test_it_is_given_back_once_by_each_who_has_taken_it(tmp_path: Path) -> None:
    history = tmp_path / "history.sqlite3"
    lock, other = SessionLock(history), SessionLock(history)
    assert lock.take("one")
    assert lock.take("two")
    lock.give_back("one")
    lock.give_back("one")
    lock.give_back("never began")
    assert other.is_held_elsewhere()
    assert not other.take("three")
    lock.give_back("two")
    assert other.take("three")
    assert not other.is_held_elsewhere()
