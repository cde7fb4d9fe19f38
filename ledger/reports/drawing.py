"""How a 账表 is drawn up: what is asked of it is read, and what stands on every one is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.period import period_of
from ledger.events.words import day_named
from ledger.reports.kind import OPTIONS
from ledger.reports.registers.irregular import with_alerts
from ledger.reports.registry import report_kinds

if TYPE_CHECKING:
    from datetime import date

    from ledger.formats.report import Report
    from ledger.reports.kind import ReportAsked, ReportKind
    from ledger.workflow.desk import Desk


def draw_up(desk: Desk, name: str, asked: ReportAsked) -> list[Report]:
    """Draw up a report; a word that it does not understand is told, never silently dropped.

    `--as-of` means what is booked by that day, in every report.
    """
    kind = report_kinds()[name]
    refuse_strange(kind, asked)
    if asked.as_of:
        day = day_asked(asked)
        drawn = kind.draw(desk, replace(asked, period=period_of(day)), day)
        drawn = [on_day(report, day) for report in drawn]
    else:
        drawn = kind.draw(desk, asked, None)
    return with_alerts(desk, drawn) if kind.overview else drawn


def refuse_strange(kind: ReportKind, asked: ReportAsked) -> None:
    """Refuse words that a report does not understand."""
    strange = [
        option.flag
        for option in OPTIONS
        if getattr(asked, option.word) and not option.always and option.word not in kind.words
    ]
    if strange:
        flags = "、".join(strange)
        raise unclear("OPTION_UNFIT", f"{kind.name} 不用 {flags}", f"去掉 {flags}")


def day_asked(asked: ReportAsked) -> date:
    """Read the day asked for; refuse one outside the month asked for."""
    day = day_named(asked.as_of)
    if asked.period not in ("", period_of(day)):
        raise unclear(
            "PERIOD_UNCLEAR",
            f"月份 {asked.period} 与截至日 {day} 不在同一个月",
            "--period 和 --as-of 写一个就够",
        )
    return day


def on_day(report: Report, day: date) -> Report:
    """Say on a report up to which day it goes."""
    head = (*report.subtitle, f"截至 {day}（按记账日期）")
    if "as_of" in report.tree:
        return report
    return replace(report, subtitle=head, tree={**report.tree, "as_of": day})
