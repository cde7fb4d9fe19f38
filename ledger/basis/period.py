"""会计期间: text `YYYY-MM`; `YYYY-00` holds 期初, `YYYY-13` names the year's own close."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

PERIOD_PATTERN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


def parse_period(text: str) -> str:
    """Read a month; raises ValueError for anything else."""
    if PERIOD_PATTERN.fullmatch(text) is None:
        raise ValueError(text)
    return text


def period_of(day: date) -> str:
    """Name the month that a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def year_of(period: str) -> int:
    """Name the accounting year of a period."""
    return int(period[:4])


def month_of(period: str) -> int:
    """Name the month of a period: 0 for 期初, 13 for the year's close."""
    return int(period[5:])


def opening_period(year: int) -> str:
    """Name the period that holds a year's 期初."""
    return f"{year:04d}-00"


def closing_period(year: int) -> str:
    """Name the period under which a year's own close is sealed."""
    return f"{year:04d}-13"


def next_period(period: str) -> str:
    """Name the month after this one; after 期初 comes January."""
    year, month = year_of(period), month_of(period)
    return f"{year + 1:04d}-01" if month >= 12 else f"{year:04d}-{month + 1:02d}"


def first_day(period: str) -> date:
    """Return the first day of a month; 期初 stands on 1 January."""
    return date(year_of(period), max(month_of(period), 1), 1)


def last_day(period: str) -> date:
    """Return the last day of a month."""
    year, month = year_of(period), min(max(month_of(period), 1), 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def over_from(period: str, reached: date | None) -> date:
    """Return the day from which a month is over: the day after its last.

    Its last day itself, where the bank's statements have `reached` that day.
    """
    last = last_day(period)
    return last if reached is not None and reached >= last else last + timedelta(days=1)


def is_opening(period: str) -> bool:
    """Return whether a period holds 期初."""
    return period.endswith("-00")
