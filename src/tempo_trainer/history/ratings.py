"""How hard a session was and how much it hurt, 0 to 10, in words: the same in the window, the terminal and the history.

Pain is read as a traffic light, as physios do: up to 2 is fine, up to 5 can be borne, more is too much.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

RATINGS = range(11)
MOST_TO_GO_ON, MOST_TO_HOLD = 2, 5

Light = Literal["go on", "hold", "ease off"]


class Advice(NamedTuple):
    """What a light means: a sign that is told apart without its colour, and what to do."""

    sign: str
    text: str


LIGHTS: Mapping[Light, Advice] = {
    "go on": Advice("●", "Go on: this is fine to train with."),
    "hold": Advice("▲", "Hold: nothing harder until it is 2 or less."),
    "ease off": Advice("■", "Ease off: do the easier exercise, and see a doctor or a physio."),
}

_EFFORTS = (
    "nothing at all",
    "very easy",
    "easy",
    "moderate",
    "fairly hard",
    "hard",
    "hard",
    "very hard",
    "very hard",
    "nearly all I had",
    "all I had",
)


def effort_in_words(effort: int) -> str:
    """What a figure of the effort stands for.

    >>> effort_in_words(4)
    'fairly hard'
    """
    return _EFFORTS[effort]


def light_of(pain: int) -> Light:
    """What a figure of the pain asks for.

    >>> [light_of(pain) for pain in (2, 3, 5, 6)]
    ['go on', 'hold', 'hold', 'ease off']
    """
    if pain <= MOST_TO_GO_ON:
        return "go on"
    return "hold" if pain <= MOST_TO_HOLD else "ease off"


def advice_for(pain: int) -> str:
    """What to do after a session that hurt so much, with the sign of its light.

    >>> advice_for(3)
    '▲ Hold: nothing harder until it is 2 or less.'
    """
    return " ".join(LIGHTS[light_of(pain)])


def rating_of(text: str) -> int | None:
    """The figure that somebody has typed; None if it is none.

    >>> rating_of(" 10 "), rating_of("11"), rating_of("much")
    (10, None, None)
    """
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and int(text[:3]) in RATINGS else None
