"""Lines of text that are no wider than they may be, and parts of a picture that are no higher."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells
from rich.text import Text


@dataclass(frozen=True)
class Part:
    """Lines that belong together. Where there is no room for all parts, the last of the highest rank are left out."""

    lines: Sequence[Text]
    rank: int = 0
    spreads: bool = False  # takes up the room that is left over


SPREAD = Part((), spreads=True)


def blank(rank: int) -> Part:
    """An empty line."""
    return Part((Text(),), rank)


def fitted(text: str, width: int, style: str = "") -> Text:
    """One line, cut off with an ellipsis where it is too long."""
    line = Text(text.replace("\n", " "), style)
    line.truncate(max(1, width), overflow="ellipsis")
    return Text.assemble((line.plain, style))  # a style of its own would not count when lines are compared


def ends(left: Text, right: Text, width: int) -> Text:
    """A line with something at both its ends; the left one gives way."""
    room = width - right.cell_len - 2
    if room < 8:
        return fitted(left.plain, width, "bold")
    left = left.copy()
    left.truncate(room, overflow="ellipsis")
    return Text.assemble(left, " " * (width - left.cell_len - right.cell_len), right)


def wrapped(text: str, width: int) -> Sequence[str]:
    """The lines of a text; a word that is too long for a line is broken."""
    lines = [""]
    for piece in (piece for word in text.split() for piece in chop_cells(word, max(2, width))):
        longer = f"{lines[-1]} {piece}".strip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [line for line in lines if line]


def stacked(parts: Sequence[Part], height: int) -> Sequence[Text]:
    """Parts below one another in exactly this many lines."""
    kept = list(parts)
    while sum(len(part.lines) for part in kept) > height and any(part.rank for part in kept):
        del kept[max(range(len(kept)), key=lambda at: (kept[at].rank, at))]
    lines = [line for part in kept for line in part.lines]
    if len(lines) >= height:
        return lines[:height]
    return _spread(kept, height - len(lines))


def _spread(parts: Sequence[Part], left: int) -> Sequence[Text]:
    spreading = [part for part in parts if part.spreads]
    lines: list[Text] = []
    for part in parts:
        lines.extend(part.lines)
        if part.spreads:
            share = -(-left // len(spreading))
            lines.extend([Text()] * share)
            left, spreading = left - share, spreading[1:]
    return [*lines, *[Text()] * left]
