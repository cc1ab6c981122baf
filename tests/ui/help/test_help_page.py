"""The help: all keys, and the rules of what comes next."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tempo_trainer.history.rules import RULES
from tempo_trainer.session.commands import Command, key_sign
from tempo_trainer.ui.help.page import HelpPage


def test_it_tells_every_key_and_the_rules_of_what_comes_next(qtbot: QtBot) -> None:
    page = HelpPage([("Ctrl+N", "New workout")])
    qtbot.addWidget(page)
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert {"Ctrl+N", "New workout", RULES.strip()} <= shown
    assert {key_sign(command) for command in Command} <= shown
