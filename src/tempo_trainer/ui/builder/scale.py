"""Where on the plan an instant of the session is, and how high."""

from dataclasses import dataclass

from tempo_trainer.ui.theme import SPACE

NAMES, MINUTES = 28, 24  # heights of the lanes above and below the wave
MARGIN = 2 * SPACE
_LOW = 0.4  # where the wave is lowest, as a share of its lane


@dataclass(frozen=True)
class Scale:
    """Milliseconds as pixels of a widget."""

    width: float
    height: float
    duration_ms: int

    def x(self, ms: float) -> float:
        """Where an instant is."""
        room = self.width - 2 * MARGIN
        return MARGIN + (room * ms / self.duration_ms if self.duration_ms else 0.0)

    def ms(self, x: float) -> float:
        """Which instant is there; the nearest one beyond the ends."""
        room = max(1.0, self.width - 2 * MARGIN)
        return self.duration_ms * min(1.0, max(0.0, (x - MARGIN) / room))

    def pixels(self, ms: float) -> float:
        """How wide a length of time is."""
        return self.x(ms) - MARGIN

    @property
    def top(self) -> float:
        """Of the wave."""
        return NAMES + SPACE / 2

    @property
    def floor(self) -> float:
        """The line on which everything stands."""
        return self.height - MINUTES - SPACE / 2

    def y(self, height: float) -> float:
        """How far down a height of the wave from 0 to 1 is."""
        share = _LOW + (1 - _LOW) * height
        return self.floor - (self.floor - self.top) * share
