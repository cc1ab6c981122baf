"""Notices: one a topic, told from any thread, gone with their cause."""

import threading

from pytestqt.qtbot import QtBot

from tempo_trainer.ui.notices import NoticeBar


def test_repeats_collapse_and_topics_stand_side_by_side(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.tell("sound", "No sound.")
    bar.tell("sound", "Still no sound.")
    bar.tell("settings", "The settings could not be read.")
    assert bar.text == "Still no sound.\nThe settings could not be read."
    bar.tell("sound", "")
    assert bar.text == "The settings could not be read."
    bar.tell("settings", "")
    assert bar.isHidden()


def test_another_thread_may_tell(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    thread = threading.Thread(target=bar.tell, args=("sound", "No sound."))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bar.text == "No sound.")
