"""The window as app.py builds it, with the user folder of a test."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tempo_trainer.app import built
from tempo_trainer.folders import Folders
from tempo_trainer.pages import Pages
from tempo_trainer.ui.notices import NoticeBar
from tempo_trainer.ui.places import Place


@contextmanager
def wired_window(qtbot: QtBot, folders: Folders) -> Iterator[Pages]:
    """Shown, with all workouts read."""
    with built(folders, NoticeBar()) as made:
        made.window.show_place(Place.WORKOUTS)
        with qtbot.waitSignal(made.needs.shelf.read):
            made.needs.shelf.refresh()
        made.window.show()
        qtbot.waitExposed(made.window)
        made.window.activateWindow()
        yield made
    made.window.hide()
    made.window.deleteLater()
    QApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.disable()  # the end of the window has let Python collect again
