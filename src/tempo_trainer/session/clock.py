"""Time is asked, never counted: the one place where the program looks at a clock."""

import time
from typing import Protocol

NS_PER_MS = 1_000_000


class Clock(Protocol):
    """Two readings in nanoseconds; their difference shows when the machine was asleep."""

    def now_ns(self) -> int:
        """Monotonic time; only differences mean anything."""
        ...

    def wall_ns(self) -> int:
        """Time since 1970-01-01 UTC, as the machine believes it."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now_ns(self) -> int:
        """CLOCK_MONOTONIC: stands still while a Linux machine sleeps."""
        return time.monotonic_ns()

    def wall_ns(self) -> int:
        """CLOCK_REALTIME: goes on while the machine sleeps, and jumps when it is set."""
        return time.time_ns()
