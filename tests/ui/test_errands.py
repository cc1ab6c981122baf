"""Errands: whatever comes up, who asked hears of it."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tempo_trainer.ui.errands import DeedError, Errands, words


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (DeedError("Do it so."), "Do it so."),
        (FileNotFoundError(2, "gone"), "not there any more"),
        (MemoryError("x"), "inside the program"),
    ],
)
def test_who_asked_hears_of_every_failure(qtbot: QtBot, error: Exception, said: str) -> None:
    owner = QObject()
    errands = Errands(owner)

    def fail() -> None:
        raise error

    heard: list[Exception] = []
    errands.run(fail, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: heard == [error])
    assert said in words(error)


def test_what_nobody_asked_for_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    errands = Errands(owner)

    def fail() -> None:
        raise MemoryError

    with qtbot.waitSignal(errands.failed) as failed:
        errands.run(fail, lambda _: None)
    assert "inside the program" in failed.args[0]
