"""The summary as a table: what was done against what was planned, an exercise a line, a side a column."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from tempo_trainer.session.summary import Line, Summary
from tempo_trainer.terminal.looks import STRONG, STYLES
from tempo_trainer.terminal.texts import ends, fitted
from tempo_trainer.workout.durations import in_words, on_a_clock
from tempo_trainer.workout.exercise import Side

_SIDE, _TENSION = 13, 15  # cells
_NARROW = 56


def summary_lines(summary: Summary, width: int) -> Sequence[Text]:
    """A head, a line for each exercise of the workout, and the sums; where it is narrow just what was done."""
    lasted = f"In {in_words(round(summary.lasted_ms / 1000) * 1000)}"
    if width < _NARROW:
        return [*(ends(Text(_named(line)), _done(line), width) for line in summary.lines), fitted(lasted, width)]
    rows = [_row(sides, width) for sides in summary.rows]
    rule = Text("─" * width)
    return [
        _cells("", Text("left"), Text("right"), "under tension", width),
        rule,
        *rows,
        rule,
        _cells(lasted, Text(), Text(), on_a_clock(summary.tension_ms), width, STRONG),
    ]


def _named(line: Line) -> str:
    return line.exercise if line.side == "both" else f"{line.side.capitalize()}: {line.exercise}"


def _row(sides: Mapping[Side, Line], width: int) -> Text:
    name = next(iter(sides.values())).exercise
    tension = on_a_clock(sum(line.tension_ms for line in sides.values()))
    if "both" in sides:
        return _cells(name, _done(sides["both"]), None, tension, width)
    left, right = (_done(sides[side]) if side in sides else Text() for side in ("left", "right"))
    return _cells(name, left, right, tension, width)


def _cells(name: str, left: Text, right: Text | None, tension: str, width: int, style: str = "") -> Text:
    """A line of the table; without `right` the left cell is that of both sides."""
    first = fitted(name, width - 2 * _SIDE - _TENSION - 1, style)
    gap = " " * (width - 2 * _SIDE - _TENSION - first.cell_len)
    middle = [_centred(left, 2 * _SIDE)] if right is None else [_centred(left, _SIDE), _centred(right, _SIDE)]
    return Text.assemble(first, gap, *middle, (tension.rjust(_TENSION), style))


def _centred(text: Text, width: int) -> Text:
    text.truncate(width)
    left = (width - text.cell_len) // 2
    return Text.assemble(" " * left, text, " " * (width - text.cell_len - left))


def _done(line: Line) -> Text:
    """Told by figures and a tick, in colour where all was done."""
    return Text(str(line), STYLES["done"] if line.all_done else "")
