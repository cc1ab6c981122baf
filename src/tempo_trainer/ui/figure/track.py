"""A track: how one angle or place goes from key pose to key pose."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Track:
    """Values at moments of the movement, and how steeply the curve runs through them."""

    moments: tuple[float, ...]
    values: tuple[float, ...]
    slopes: tuple[float, ...]

    def at(self, movement: float) -> float:
        """The value at a movement of 0 to 1: a cubic curve between two keys, level outside of all."""
        if movement <= self.moments[0]:
            return self.values[0]
        if movement >= self.moments[-1]:
            return self.values[-1]
        k = bisect_right(self.moments, movement) - 1
        span = self.moments[k + 1] - self.moments[k]
        t = (movement - self.moments[k]) / span
        rise = self.values[k + 1] - self.values[k]
        first, last = self.slopes[k] * span, self.slopes[k + 1] * span
        return self.values[k] + t * (first + t * (3 * rise - 2 * first - last + t * (first + last - 2 * rise)))


def track(keys: Sequence[tuple[float, float]]) -> Track:
    """A curve through keys of (moment, value) without overshoot: monotone wherever the keys are, straight between two.

    The slopes are those of Fritsch and Butland (1984): the harmonic mean of the rises on both sides, 0 at a turn.
    """
    moments, values = zip(*keys, strict=True)
    rises = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(keys)] or [0.0]
    inner = (2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(rises))
    return Track(moments, values, (rises[0], *inner, rises[-1]) if len(keys) > 1 else (0.0,))
