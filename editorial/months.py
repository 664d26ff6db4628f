"""Counting in months."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """Give the same day of a later month, or its last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
