"""The ribbon in block characters: two seconds back, eight ahead, sliding past a fixed playhead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len
from rich.text import Text

from tempo_trainer.session.face import Role
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.ribbon import AHEAD_MS, BACK_MS, Piece, now_ms, pieces_of, ticks_between
from tempo_trainer.terminal.looks import PAST, STYLES

_LEVELS = " ▁▂▃▄▅▆▇█"
_LOWEST = 2  # eighths of a line, so that what is low is seen too
_NOW = "bold bright_white"

Cell = tuple[str, str]  # a character and its style


@dataclass(frozen=True)
class Column:
    """What there is in one column: how high, from 0 to 1, and of what role; a wait is a bar."""

    height: float
    role: Role
    is_wait: bool = False


def ribbon_lines(moment: Moment, width: int, rows: int) -> Sequence[Text]:
    """Words above, `rows` lines of shape, and below a tick for each sound."""
    pieces = pieces_of(moment)
    columns = columns_of(pieces, width)
    shape = [_joined(_row(columns, rows, row)) for row in range(rows)]
    return [_words(pieces, width), *shape, _joined(_ticks(_sounds(moment), width))]


def columns_of(pieces: Sequence[Piece], width: int) -> Sequence[Column | None]:
    """The ribbon cut into columns; None where there is nothing any more, or not yet."""
    columns: list[Column | None] = [None] * width
    for piece in pieces:
        first, stop = _column(piece.start_ms, width), _column(piece.end_ms, width)
        for at in range(max(0, first), min(width, stop)):
            height = piece.height_at((at - playhead(width)) * _per_column(width))
            columns[at] = Column(min(1.0, max(0.0, height)), piece.role)
    for piece in pieces:
        at = _column(piece.start_ms, width)
        if piece.start_ms == piece.end_ms and 0 <= at < width:
            columns[at] = Column(1, piece.role, is_wait=True)
    return columns


def playhead(width: int) -> int:
    """The column of the present."""
    return width * BACK_MS // (BACK_MS + AHEAD_MS)


def _per_column(width: int) -> float:
    return (BACK_MS + AHEAD_MS) / width


def _column(ms: float, width: int) -> int:
    """The first column that is not before this time."""
    return playhead(width) - int(-ms // _per_column(width))


def _row(columns: Sequence[Column | None], rows: int, row: int) -> Iterable[Cell]:
    """One line of the shape, the uppermost first."""
    now = playhead(len(columns))
    for at, column in enumerate(columns):
        level = _eighths(column, rows) - (rows - 1 - row) * 8
        character = _LEVELS[min(8, max(0, level))]
        if at == now:
            yield ("│" if level <= 0 else character), _NOW
        elif column is None or level <= 0:
            yield " ", ""
        else:
            yield ("┃" if column.is_wait else character), _style(column.role, past=at < now)


def _eighths(column: Column | None, rows: int) -> int:
    return 0 if column is None else round(_LOWEST + column.height * (rows * 8 - _LOWEST))


def _style(role: Role, *, past: bool) -> str:
    return f"{PAST} {STYLES[role]}" if past else STYLES[role]


def _sounds(moment: Moment) -> Sequence[tuple[float, bool]]:
    """When something sounds, in ms from now; true where a step begins."""
    now = now_ms(moment)
    return [(at_ms - now, begins) for at_ms, begins in ticks_between(moment, now - BACK_MS, now + AHEAD_MS)]


def _ticks(ticks: Iterable[tuple[float, bool]], width: int) -> Iterable[Cell]:
    """A point at each sound, a stroke where a step begins."""
    signs = {_column(ms, width): "·" for ms, _ in ticks} | {_column(ms, width): "╵" for ms, begins in ticks if begins}
    now = playhead(width)
    return [("▲", _NOW) if at == now else (signs.get(at, " "), PAST if at < now else "") for at in range(width)]


def _words(pieces: Iterable[Piece], width: int) -> Text:
    """The word of each piece above its beginning, where there is room for it."""
    line = Text()
    for piece in pieces:
        word = piece.label.replace("\n", " ")
        first = max(0, line.cell_len, _column(piece.start_ms, width))
        if first + cell_len(word) < min(width, _column(piece.end_ms, width)):
            line.append(" " * (first - line.cell_len))
            line.append(word, PAST if piece.end_ms <= 0 else "")
    return line


def _joined(cells: Iterable[Cell]) -> Text:
    """Cells as a line; neighbours of one style together."""
    runs = groupby(cells, key=itemgetter(1))
    return Text.assemble(*(("".join(character for character, _ in run), style) for style, run in runs))
