"""Keys: what terminals send, under the names that the table of commands uses."""

import re
from collections.abc import Mapping, Sequence

from tempo_trainer.session.commands import KEYS, Command

_SEQUENCE = re.compile(
    r"\x1b\[\[."  # a function key of the Linux console
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1bO[0-9;]*."  # in application mode
    r"|\x1b[^\x1b\[O]"  # Alt and a character: no key of ours, and no Esc either
    r"|.",
    re.DOTALL,
)
_CUT = re.compile(r"\x1b(\[\[?|\[[0-?]*[ -/]*|O[0-9;]*)?\Z")
_ARROWS = {"A": "Up", "B": "Down", "C": "Right", "D": "Left"}
_NAMES: Mapping[str, str] = {
    " ": "Space",
    "\r": "Enter",
    "\n": "Enter",
    "\x1b": "Esc",
    "\x1b[5~": "PgUp",
    "\x1b[6~": "PgDown",
    "\x1b[a": "Shift+Up",  # rxvt
    "\x1b[b": "Shift+Down",
    "\x1bOM": "Enter",  # of the keypad in application mode
    "\x1bOk": "+",
    "\x1bOm": "-",
    **{f"\x1b{start}{letter}": name for start in "[O" for letter, name in _ARROWS.items()},
    **{f"\x1b{start}2{letter}": f"Shift+{_ARROWS[letter]}" for start in ("[1;", "[", "O", "O1;") for letter in "AB"},
}

COMMANDS: Mapping[str, Command] = {
    key: command for command, keys in KEYS.items() for key in keys if command is not Command.FULL_SCREEN
}
"""The command of each key. A terminal is as large as it is: nothing fills the screen."""


def keys_of(text: str) -> Sequence[str]:
    r"""The names of the keys that a terminal has sent, in their order; keys without a name are left out.

    >>> keys_of(" e\x1b[C\x1b[1;2A\x1b[24~")
    ['Space', 'E', 'Right', 'Shift+Up']
    """
    return [name for sequence in _SEQUENCE.findall(text) if (name := _name(sequence))]


def is_cut(text: str) -> bool:
    r"""Whether more may belong to the last key: an Esc, too, may be the start of another.

    >>> is_cut("\x1b["), is_cut("\x1b"), is_cut("\x1b[C")
    (True, True, False)
    """
    return bool(_CUT.search(text))


def _name(sequence: str) -> str:
    if sequence in _NAMES:
        return _NAMES[sequence]
    return sequence.upper() if len(sequence) == 1 and sequence.isprintable() else ""
