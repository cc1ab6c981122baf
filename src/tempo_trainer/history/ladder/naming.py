"""Names of the workouts that come of suggestions: that of the old one, and behind it what was changed."""

import re
from collections.abc import Collection
from itertools import count

WORDS = ("growing slower", "slower", "longer holds", "harder", "easier")

_BEHIND = re.compile(rf" – (?:{'|'.join(WORDS)})(?: [0-9]+)?$")


def new_name(old: str, word: str, taken: Collection[str]) -> str:
    """A name that is not taken; what an earlier suggestion put behind the old name goes.

    >>> new_name("Curls – slower", "harder", ["Curls – harder"])
    'Curls – harder 2'
    """
    name = f"{_BEHIND.sub('', old)} – {word}"
    others = (f"{name} {number}" for number in count(2))
    return name if name not in taken and name != old else next(one for one in others if one not in taken and one != old)
