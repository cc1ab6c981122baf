"""The numbers of the charts as rows of text."""

from collections.abc import Sequence
from typing import NamedTuple

from tempo_trainer.history.progress import Exercise, Measure, Week, Work, gathered
from tempo_trainer.ui.history.progress import words
from tempo_trainer.ui.history.progress.pictures import MOST_WEEKS

SUMS = ("Left", "Right", "Both together", "All", "Left against right")
NONE = "–"


class Table(NamedTuple):
    """What stands above the columns, and the rows."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_text(self) -> str:
        """As spreadsheets take it from the clipboard: columns parted by tabs."""
        return "\n".join("\t".join(row) for row in (self.heads, *self.rows)) + "\n"


def week_table(weeks: Sequence[Week], measure: Measure) -> Table:
    """The newest first."""
    shown = gathered(weeks, MOST_WEEKS)
    return Table(("Time", *SUMS), [(words.week(week), *_sums(week.work, measure)) for week in reversed(shown)])


def exercise_table(exercises: Sequence[Exercise], measure: Measure) -> Table:
    """The one that was done most first."""
    return Table(("Exercise", *SUMS), [(one.name, *_sums(one.work, measure)) for one in exercises])


def _sums(work: Work, measure: Measure) -> Sequence[str]:
    sides = [words.amount(side.by(measure), measure) if side.by(measure) else NONE for side in work]
    total = words.amount(work.total(measure), measure) if work.total(measure) else NONE
    return (*sides, total, words.balance(work, measure) or NONE)
