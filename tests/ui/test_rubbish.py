"""Rubbish is collected in the window's thread, and in no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.rubbish import Collector


class Cycle:
    """Refers to itself, so that only a collection ends it."""

    def __init__(self, ended_in: list[threading.Thread]) -> None:
        self.me = self
        weakref.finalize(self, lambda: ended_in.append(threading.current_thread()))


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    del qtbot
    gc.enable()
    yield QObject()
    gc.disable()
    gc.unfreeze()


def test_what_a_thread_leaves_behind_ends_in_the_windows_thread(parent: QObject) -> None:
    ended_in: list[threading.Thread] = []
    collector = Collector(parent)

    def make() -> None:
        Cycle(ended_in)
        [[] for _ in range(100_000)]  # enough for Python to collect by itself

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    assert ended_in == []
    collector.collect_young()
    assert ended_in == [threading.main_thread()]


def test_old_rubbish_is_left_until_all_is_wanted(parent: QObject) -> None:
    ended_in: list[threading.Thread] = []
    collector = Collector(parent)
    cycle = Cycle(ended_in)
    for _ in range(3):
        gc.collect(1)  # it grows old
    del cycle
    collector.collect_young()
    assert ended_in == []
    collector.collect_all()
    assert ended_in == [threading.main_thread()]
