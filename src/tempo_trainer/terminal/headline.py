"""The headline: shape, count and phase word, as large as there is room for."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from tempo_trainer.session.face import Face
from tempo_trainer.terminal.letters import HEIGHT, big, doubled
from tempo_trainer.terminal.looks import MARKS, SHAPES, STRONG, STYLES

_GAP = "   "
_COUNT_WIDTH = 12  # of two large figures: the word stays where it is when the count has but one
_LARGE_FROM, _DOUBLE_FROM = 12, 32  # lines of the terminal


def headline(face: Face, width: int, height: int) -> Sequence[Text]:
    """In ten lines, in five or in one, after the size of the terminal."""
    fitting = (lines for lines in _sizes(face, height) if all(line.cell_len <= width for line in lines))
    return next(fitting, [status(face, width)])


def status(face: Face, width: int) -> Text:
    """All of it, and the facts, in one line."""
    facts = _GAP.join(filter(None, (face.side, face.set_text, face.rep_text)))
    words = f"{MARKS[face.role]} {face.headline} {face.count}".rstrip()
    line = Text.assemble((words, _colour(face)), _GAP, (facts, STRONG))
    line.truncate(width, overflow="ellipsis")
    return line


def _sizes(face: Face, height: int) -> Iterator[Sequence[Text]]:
    """The largest first; a word that has no large letters, or no room for them, is written as it is."""
    shape, count, word = SHAPES[face.role], _count(face), big(face.headline)
    if word and height >= _DOUBLE_FROM:
        yield _lines(face, doubled(shape), doubled(count), doubled(word))
    if word and height >= _LARGE_FROM:
        yield _lines(face, shape, count, word)
    if height >= _LARGE_FROM:
        yield _lines(face, shape, count, ("", "", face.headline, "", ""))


def _lines(face: Face, shape: Sequence[str], count: Sequence[str], word: Sequence[str]) -> Sequence[Text]:
    return [
        Text.assemble((f"{shape[row]}{_GAP}{count[row]}", _colour(face)), (word[row], STRONG))
        for row in range(len(shape))
    ]


def _count(face: Face) -> Sequence[str]:
    lines = big(face.count, gap=2)
    return [f"{line:<{_COUNT_WIDTH}} {_GAP}" for line in lines] if lines else [""] * HEIGHT


def _colour(face: Face) -> str:
    return f"{STRONG} {STYLES[face.role]}"
