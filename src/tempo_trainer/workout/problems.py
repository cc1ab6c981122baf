"""What is wrong with a file, and where: sortable values, told all at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

MOST_COMPARED = 100  # comparing takes time, and a file can name thousands that nobody wrote by hand


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file; line and column count from 1.

    >>> print(Problem("curl.yaml", 3, 5, "sets: must be 1 to 99"))
    curl.yaml:3:5: error: sets: must be 1 to 99
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column}: error: {self.message}"
        # one line whatever the file holds, and no escape codes for the terminal that shows it
        return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


class ProblemsError(Exception):
    """A file that cannot be used, with everything that is wrong with it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """End of a message that offers the nearest known name, or nothing.

    >>> did_you_mean("reast", ["rest", "sets"])
    '; did you mean `rest`?'
    """
    nearest = _nearest(word, tuple(islice(known, MOST_COMPARED)))
    return f"; did you mean `{nearest[0]}`?" if nearest else ""


@lru_cache(maxsize=100)  # comparing takes time, and a wrong name may stand in hundreds of blocks
def _nearest(word: str, known: tuple[str, ...]) -> list[str]:
    return get_close_matches(word, known, n=1)
