"""Where the days of the strip lie: a column a week, a row a day of the week."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from tempo_trainer.history.dates import monday_of

NAMES = 40.0  # to the left of the weeks: the days' names
MONTHS = 20.0  # above them
EDGE = 4.0  # around, for the frame of what is chosen
GAP = 3.0  # between two days


class Grid(NamedTuple):
    """So many weeks, each `pitch` wide, end with the one that begins on `last`."""

    weeks: int
    pitch: float
    last: date
    left: float  # where the first of them begins

    @property
    def first(self) -> date:
        """The Monday of the first week."""
        return self.last - timedelta(7 * (self.weeks - 1))

    @property
    def mondays(self) -> Iterator[date]:
        """Of all the weeks."""
        return (self.first + timedelta(7 * number) for number in range(self.weeks))

    def square(self, day: date) -> QRectF:
        """Where a day is painted."""
        week = (monday_of(day) - self.first).days // 7
        side = self.pitch - GAP
        return QRectF(self.left + week * self.pitch, MONTHS + EDGE + day.weekday() * self.pitch, side, side)

    def day_at(self, point: QPointF) -> date | None:
        """Which day is there; None beside them."""
        week = (point.x() - self.left + GAP / 2) // self.pitch
        day = (point.y() - MONTHS - EDGE + GAP / 2) // self.pitch
        if not (0 <= week < self.weeks and 0 <= day < 7):
            return None
        return self.first + timedelta(7 * int(week) + int(day))


def height_of(pitch: float) -> int:
    """How high a strip is."""
    return round(MONTHS + 2 * EDGE + 7 * pitch)


def grid_of(width: float, pitch: float, last: date) -> Grid:
    """As many weeks as there is room for; they end at the right."""
    weeks = max(1, int((width - NAMES - 2 * EDGE + GAP) // pitch))
    return Grid(weeks, pitch, last, width - EDGE - weeks * pitch + GAP)
