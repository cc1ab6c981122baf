"""The picture of a session: every moment of it in lines of text, whatever the size of the terminal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text

from tempo_trainer.session.face import Face, face_of
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.summary import Summary
from tempo_trainer.terminal.headline import headline, status
from tempo_trainer.terminal.looks import NOTICE, STRONG, STYLES
from tempo_trainer.terminal.ribbon import ribbon_lines
from tempo_trainer.terminal.strip import strip
from tempo_trainer.terminal.summary import summary_lines
from tempo_trainer.terminal.texts import SPREAD, Part, blank, ends, fitted, stacked, wrapped

_MARGIN = 2
_NARROW = 40  # cells, below which there is no margin
_LEAST_RIBBON, _MOST_RIBBON = 2, 8  # lines

# What goes first where there is no room: the highest. Nought stays.
_FACTS, _BOTTOM, _NOTICES, _TITLE, _ADVICE, _AFTER, _RIBBON, _STRIP, _GAP = range(1, 10)


@dataclass(frozen=True)
class Around:
    """What is shown besides the moment."""

    notices: Sequence[str]
    bottom: Callable[[int], Text]  # the last line, of a width
    page: Callable[[int, int], Sequence[Text]] | None = None  # lies over the session; of a width and a height


def picture(moment: Moment, around: Around, width: int, height: int) -> Sequence[Text]:
    """Exactly `height` lines, each of at most `width` cells."""
    margin = _MARGIN if width > _NARROW else 0
    inside = width - 2 * margin
    face = face_of(moment)
    notices = _notices(around.notices, inside, max(1, height // 8))
    bottom = [*notices, Part([around.bottom(inside)], _BOTTOM)]
    if around.page:
        parts = _with_page(moment, face, around.page, inside, height - len(notices))
    elif moment.summary:
        parts = [*_head(face, inside, height), blank(_GAP), *_table(moment.summary, inside), SPREAD]
    else:
        parts = [*_head(face, inside, height), *_rest(moment, face, inside, height)]
    return [_placed(line, margin, inside) for line in stacked([*parts, *bottom], height)]


def _placed(line: Text, margin: int, width: int) -> Text:
    """No line is torn, whoever made it."""
    line = line.copy()
    line.truncate(width, overflow="ellipsis")
    return Text(" " * margin) + line if line else line


def _head(face: Face, width: int, height: int) -> Sequence[Part]:
    large = headline(face, width, height)
    facts = "   ".join(filter(None, (face.side, face.set_text, face.rep_text)))
    return [
        _title(face, width),
        blank(_GAP),
        Part(large),
        blank(_GAP),
        Part([fitted(facts, width, STRONG)] if len(large) > 1 else [], _FACTS),
    ]


def _rest(moment: Moment, face: Face, width: int, height: int) -> Sequence[Part]:
    advice = [fitted(line, width) for text in face.advice for line in wrapped(text, width)]
    rows = height // 8 if advice else height // 6
    ribbon = ribbon_lines(moment, width, min(_MOST_RIBBON, max(_LEAST_RIBBON, rows)))
    return [
        Part([fitted(face.after, width)] if face.after else [], _AFTER),
        blank(_GAP),
        *_each(advice, _ADVICE),
        blank(_GAP),
        SPREAD,
        Part(ribbon, _RIBBON),
        blank(_GAP),
        _strip(moment, face, width),
        blank(_GAP),
    ]


def _table(summary: Summary, width: int) -> Sequence[Part]:
    """The sums stay the longest; all of it is printed later."""
    lines = summary_lines(summary, width)
    return [*_each(lines[:-2], _STRIP), *_each(lines[-2:], _NOTICES)]


def _with_page(
    moment: Moment, face: Face, page: Callable[[int, int], Sequence[Text]], width: int, height: int
) -> Sequence[Part]:
    """The session stays in sight: in one line above the page, and where there is room its ribbon below."""
    lines = page(width, max(1, height - 4))
    ribbon = ribbon_lines(moment, width, _LEAST_RIBBON) if moment.timeline.steps else []
    return [
        _title(face, width),
        Part([status(face, width)], _FACTS),
        blank(_GAP),
        *_each(lines, _BOTTOM),
        SPREAD,
        Part([Text(), *ribbon], _RIBBON),
        blank(_GAP),
        _strip(moment, face, width),
        blank(_GAP),
    ]


def _title(face: Face, width: int) -> Part:
    name = Text.assemble((face.exercise.replace("\n", " "), STRONG))
    return Part([ends(name, Text(face.session_left), width)], _TITLE)


def _strip(moment: Moment, face: Face, width: int) -> Part:
    return Part([strip(moment, width, STYLES[face.role])], _STRIP)


def _notices(texts: Sequence[str], width: int, most: int) -> Sequence[Part]:
    """A few lines at most: the rest has to keep its room."""
    lines = [line for text in texts for line in wrapped(f"! {text}", width)]
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return _each([fitted(line, width, NOTICE) for line in lines], _NOTICES)


def _each(lines: Sequence[Text], rank: int) -> Sequence[Part]:
    """Lines that may be left out one by one, the last one first."""
    return [Part([line], rank) for line in lines]
