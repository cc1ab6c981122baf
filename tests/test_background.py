"""A file that is written in the background: what the disk would not take is tried again."""

import threading
from pathlib import Path

import pytest

from tempo_trainer.background import BackgroundFile


class Disk:
    """One that can be full; what was told of it."""

    def __init__(self, path: Path) -> None:
        self.is_full = True
        self.told: list[str] = []
        self.heard = threading.Event()
        self.tries = threading.Semaphore(0)
        self.path = path
        self.file = BackgroundFile[str](path, "notes", self.write)
        self.file.tell = self.hear

    def write(self, text: str) -> None:
        self.tries.release()
        if self.is_full:
            raise OSError(28, "No space left on device")
        self.path.write_text(text)

    def hear(self, _topic: str, text: str) -> None:
        self.told.append(text)
        self.heard.set()


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "notes")


def test_what_the_disk_would_not_take_is_tried_again_and_told_once(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempo_trainer.background.RETRY_S", 0.01)
    disk.file.put("a")
    assert all(disk.tries.acquire(timeout=10) for _ in range(4))
    (why,) = disk.told
    assert "The disk is full" in why
    disk.heard.clear()
    disk.is_full = False
    assert disk.heard.wait(10)
    assert disk.told == [why, ""]
    assert disk.path.read_text() == "a"
    disk.file.close()


def test_it_is_tried_a_last_time_in_the_end(disk: Disk) -> None:
    disk.file.put("a")
    assert disk.heard.wait(10)
    disk.is_full = False
    disk.file.close()
    assert disk.path.read_text() == "a"
    assert disk.told[1:] == [""]


def test_what_is_newer_takes_the_place_of_what_the_disk_would_not_take(disk: Disk) -> None:
    disk.file.put("a")
    assert disk.heard.wait(10)
    disk.is_full = False
    disk.file.put("b")
    disk.file.close()
    assert disk.path.read_text() == "b"
    assert disk.tries.acquire(timeout=10)
    assert disk.tries.acquire(timeout=10)
    assert not disk.tries.acquire(blocking=False)
