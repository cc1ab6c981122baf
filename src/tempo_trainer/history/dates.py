"""Days, months and weeks, as all that tells of the history names and counts them.

The names do not come from strftime: Qt takes up the language of the system, and the rest of the program is in English.
"""

from datetime import date, timedelta

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def monday_of(day: date) -> date:
    """The first day of its week.

    >>> monday_of(date(2026, 11, 22))
    datetime.date(2026, 11, 16)
    """
    return day - timedelta(day.weekday())
