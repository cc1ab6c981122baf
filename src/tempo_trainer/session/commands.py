"""The commands of a session and their keys: the one table that window, terminal and the list of keys are made from."""

from collections.abc import Mapping
from enum import Enum


class Command(Enum):
    """What a runner can ask for. The value is what the list of keys says of it."""

    GO_OR_PAUSE = "start, pause, go on"
    NEXT = "on to the rest; in a rest, to its last 3 s"
    BACK = "this set again; at its start, the one before"
    ON = "a presenter's forward key: start, or on"
    END_SET = "enough of this set: on to its rest"
    REST_LONGER = "15 s more rest"
    REST_SHORTER = "15 s less rest"
    SLOWER = "slower by 5 %, from the next rep on"
    QUICKER = "quicker by 5 %, from the next rep on"
    TEMPO = "another tempo, from the next rep on"
    TONES_LOUDER = "tones louder"
    TONES_QUIETER = "tones quieter"
    VOICE_LOUDER = "voice louder"
    VOICE_QUIETER = "voice quieter"
    VOICE = "what the voice says: all, main things, nothing"
    MUTE = "sound off, and on again"
    OPTIONS = "settings: volumes, voice, output"
    FULL_SCREEN = "full screen"
    KEYS = "this list"
    LEAVE = "pause, and ask whether to end the session"


KEYS: Mapping[Command, tuple[str, ...]] = {
    Command.GO_OR_PAUSE: ("Space", "B", "."),  # a presenter's key for a black screen sends one of the latter
    Command.NEXT: ("Right",),
    Command.BACK: ("Left", "PgUp"),
    Command.ON: ("PgDown",),
    Command.END_SET: ("E",),
    Command.REST_LONGER: ("+", "="),
    Command.REST_SHORTER: ("-",),
    Command.SLOWER: ("S",),
    Command.QUICKER: ("Q",),
    Command.TEMPO: ("T",),
    Command.TONES_LOUDER: ("Up",),
    Command.TONES_QUIETER: ("Down",),
    Command.VOICE_LOUDER: ("Shift+Up",),
    Command.VOICE_QUIETER: ("Shift+Down",),
    Command.VOICE: ("V",),
    Command.MUTE: ("M",),
    Command.OPTIONS: ("O",),
    Command.FULL_SCREEN: ("F",),
    Command.KEYS: ("?", "H"),
    Command.LEAVE: ("Esc",),
}
"""The keys of each command, as Qt names them; the first is the one that is shown."""

CLICKER = "A presenter's clicker does as well: its forward key starts and goes on, its back key goes back."

_SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "PgDown": "Page Down", "PgUp": "Page Up", "-": "−"}


def key_sign(command: Command) -> str:
    """The command's first key, as a list of keys or a button shows it.

    >>> key_sign(Command.VOICE_LOUDER)
    'Shift ↑'
    """
    return " ".join(_SIGNS.get(part, part) for part in _parts(KEYS[command][0]))


def _parts(key: str) -> list[str]:
    return [key] if len(key) == 1 else key.split("+")
