"""Keys: what terminals of all kinds send for them, and that every command has one."""

import pytest

from tempo_trainer.session.commands import KEYS, Command
from tempo_trainer.terminal.keys import COMMANDS, is_cut, keys_of


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        (" ", ["Space"]),
        ("\r", ["Enter"]),
        ("\n", ["Enter"]),
        ("\x1b", ["Esc"]),
        ("\x1b[A\x1b[B\x1b[C\x1b[D", ["Up", "Down", "Right", "Left"]),  # xterm, Linux console
        ("\x1bOA\x1bOB\x1bOC\x1bOD", ["Up", "Down", "Right", "Left"]),  # in application mode
        ("\x1b[5~\x1b[6~", ["PgUp", "PgDown"]),
        ("\x1b[1;2A\x1b[1;2B", ["Shift+Up", "Shift+Down"]),
        ("\x1b[a\x1b[b", ["Shift+Up", "Shift+Down"]),  # rxvt
        ("eE", ["E", "E"]),
        ("+=-?.", ["+", "=", "-", "?", "."]),
        ("\x1bOM\x1bOk\x1bOm", ["Enter", "+", "-"]),  # keypad
        ("3", ["3"]),
    ],
)
def test_keys_are_known_by_what_terminals_send(sent: str, names: list[str]) -> None:
    assert keys_of(sent) == names


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[15~",  # F5
        "\x1b[[E",  # F5 of the Linux console: not the E that would end a set
        "\x1bq",  # Alt+Q
        "\x1b[1;5C",  # Ctrl+Right
        "\x1b[5;2~",  # Shift+PgUp
        "\x1b[200~",  # the start of something pasted
        "\x03\x1a\x13",
        "\ufffd",
    ],
)
def test_other_keys_mean_nothing(sent: str) -> None:
    assert not [key for key in keys_of(sent) if key in COMMANDS]


@pytest.mark.parametrize("sent", ["\x1b", "\x1b[", "\x1b[1;", "\x1bO", " \x1b[5", "\x1b[["])
def test_a_key_may_arrive_in_parts(sent: str) -> None:
    assert is_cut(sent)


@pytest.mark.parametrize("sent", ["", " ", "\x1b[A", "\x1bOC", "\x1b[5~", "\x1b\x1b[C", "\x1b[[A"])
def test_a_whole_key_is_not_waited_for(sent: str) -> None:
    assert not is_cut(sent)


def test_all_commands_but_the_full_screen_have_the_keys_of_the_table() -> None:
    assert {*COMMANDS.values()} == {*Command} - {Command.FULL_SCREEN}
    assert all(COMMANDS[key] is command for command in COMMANDS.values() for key in KEYS[command])


SENT = {"Space": " ", "Right": "\x1b[C", "Left": "\x1b[D", "Up": "\x1b[A", "Down": "\x1b[B", "PgUp": "\x1b[5~"}
SENT |= {"PgDown": "\x1b[6~", "Shift+Up": "\x1b[1;2A", "Shift+Down": "\x1b[1;2B", "Esc": "\x1b"}


def test_every_key_of_the_table_can_be_pressed_in_a_terminal() -> None:
    for key in COMMANDS:
        assert keys_of(SENT.get(key, key.lower())) == [key]
