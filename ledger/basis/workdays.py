"""工作日: which days are working days in China, 调休 included, and a day so many of them later.

The official calendar comes from a library that follows the State Council's notices and knows
whole years only. A year that an office has written down itself (`workday_years` of a profile)
replaces the library's. A year that neither knows is refused: nobody guesses a holiday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

SATURDAY = 5
#: A day (`10-01`) or a run of days (`10-01..10-08`) of one year.
RUN = re.compile(r"(\d{2}-\d{2})(?:\.\.(\d{2}-\d{2}))?", re.ASCII)
NONE = "无"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkdayYear:
    """One year as an office wrote it: days of rest among weekdays, and worked weekends (调休)."""

    rest: frozenset[date]
    work: frozenset[date]

    def works(self, day: date) -> bool:
        """Return whether a day of the year is a working day."""
        if day.weekday() >= SATURDAY:
            return day in self.work
        return day not in self.rest


def read_days(year: int, text: str) -> frozenset[date]:
    """Read the days of a year, `01-01..01-03 05-01` or 无; raises ValueError."""
    found: set[date] = set()
    for word in () if text.strip() == NONE else text.split():
        match = RUN.fullmatch(word)
        if match is None:
            raise ValueError(word)
        first = date.fromisoformat(f"{year:04d}-{match[1]}")
        last = date.fromisoformat(f"{year:04d}-{match[2] or match[1]}")
        if last < first:
            raise ValueError(word)
        found |= {first + timedelta(days=gone) for gone in range((last - first).days + 1)}
    return frozenset(found)


def is_workday(day: date, own: Mapping[int, WorkdayYear]) -> bool:
    """Return whether a day is a working day; `own` are the years that the office wrote down.

    Raises Refused (WORKDAYS_UNKNOWN) for a year that neither the office nor the calendar knows.
    """
    if day.year in own:
        return own[day.year].works(day)
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        raise refuse(
            "WORKDAYS_UNKNOWN",
            f"工作日历没有 {day.year} 年的放假安排，推算不出工作日",
            f"国务院办公厅公布 {day.year} 年放假安排以后，升级程序，"
            "或在本地的政策方案里写上 workday_years，再 prepay policy adopt",
            clause="国务院办公厅放假安排",
        ) from None


def workdays_after(start: date, count: int, own: Mapping[int, WorkdayYear]) -> date:
    """Return the day that is so many working days after another; the first day does not count.

    Raises Refused (WORKDAYS_UNKNOWN).
    """
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_workday(day, own)
    return day
