"""A clock for tests: it moves only when told, and never back."""

from tempo_trainer.session.clock import NS_PER_MS


class FakeClock:
    """Monotonic and wall time go together, unless the machine is said to sleep."""

    def __init__(self) -> None:
        self._now = 1_000 * NS_PER_MS
        self._wall = 1_700_000_000_000 * NS_PER_MS

    def now_ns(self) -> int:
        """Monotonic time."""
        return self._now

    def wall_ns(self) -> int:
        """Time of day."""
        return self._wall

    def advance(self, ms: float) -> None:
        """Let time pass."""
        if ms < 0:
            raise ValueError("time does not go back")
        self._now += round(ms * NS_PER_MS)
        self._wall += round(ms * NS_PER_MS)

    def sleep(self, ms: float) -> None:
        """Let the machine sleep: only wall time passes."""
        self._wall += round(ms * NS_PER_MS)
