"""查询: 特殊情况, and the mark that they leave on other overviews; nothing here writes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ledger.basis.period import last_day, parse_period
from ledger.reports.inquire import month_asked
from ledger.reports.registers.irregular import alerted, irregular_report
from ledger.store.engine import reading
from ledger.store.irregular import Until, count_standing, read_irregular
from ledger.store.masters import read_books
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def irregular_reports(
    desk: Desk, book: str, period: str, day: dt.date | None = None
) -> list[Report]:
    """特殊情况 of each book: today's, or as they stood on a day or at the end of a month."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            on = day or (last_day(month_asked(desk, conn, one, period)) if period else None)
            until = Until() if on is None else Until(booked=on, cured=on)
            cases = read_irregular(conn, one.code, until)
            reports.append(irregular_report(one, on or desk.today(), cases))
    return reports


def with_alerts(desk: Desk, reports: Sequence[Report]) -> list[Report]:
    """Put the red line on overviews: what is booked by their end and stands to this day."""
    shown = []
    with reading(desk.engine) as conn:
        known = read_books(conn)
        for report in reports:
            code = str(report.tree.get("book", ""))
            if code in known:
                shown.append(alerted(report, count_standing(conn, code, end_of(report))))
            else:
                shown.append(report)
    return shown


def end_of(report: Report) -> dt.date:
    """Return the day up to which a report goes."""
    day = report.tree.get("as_of")
    if isinstance(day, dt.date):
        return day
    period = report.tree.get("period") or report.tree.get("to")
    return last_day(parse_period(str(period))) if period else dt.date.max
