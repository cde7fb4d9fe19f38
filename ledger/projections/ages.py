"""账龄: how long money has been open, from the day of the fact to the day asked for."""

from __future__ import annotations

import calendar
from datetime import date

#: Ages: code, 中文, and within how many months (the same day of that month still counts).
AGES = (
    ("within_1_month", "1个月内", 1),
    ("1_to_3_months", "1–3个月", 3),
    ("3_to_6_months", "3–6个月", 6),
    ("6_to_12_months", "6–12个月", 12),
    ("over_1_year", "1年以上", 0),
)
AGE_NAMES = {code: name for code, name, _ in AGES}


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def age_of(since: date, day: date) -> str:
    """Name the age of what has been open since a day."""
    for code, _, months in AGES:
        if months and day <= months_later(since, months):
            return code
    return AGES[-1][0]


def days_of(since: date, day: date) -> int:
    """Count the days since."""
    return max((day - since).days, 0)
