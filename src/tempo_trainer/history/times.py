"""Instants as they were lived: with the offset from UTC that held there and then."""

import time
from datetime import UTC, datetime, timedelta

from tempo_trainer.session.clock import NS_PER_MS


def local_time(wall_ns: int) -> datetime:
    """An instant of the wall clock in the machine's time zone, which may be another than a minute ago."""
    if hasattr(time, "tzset"):
        time.tzset()  # who travels changes it while the program runs
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=wall_ns // NS_PER_MS)).astimezone()


def written(instant: datetime) -> str:
    """ISO 8601 to the millisecond.

    >>> written(datetime(2026, 11, 22, 18, 5, tzinfo=UTC))
    '2026-11-22T18:05:00.000+00:00'
    """
    return instant.isoformat(timespec="milliseconds")
