"""账表 by name: what every report's module says of itself, collected; and how one is drawn up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger import reports
from ledger.basis.errors import unclear
from ledger.basis.period import period_of
from ledger.events.words import day_named
from ledger.reports.kind import OPTIONS, ReportKind
from ledger.reports.registers.irregular import with_alerts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ledger.formats.report import Report
    from ledger.reports.kind import ReportAsked, ReportOption
    from ledger.workflow.desk import Desk


@cache
def report_kinds() -> Mapping[str, ReportKind]:
    """Return every report by name, in the order of the command's list.

    A report is a module of this room that says `REPORT = ReportKind(…)`.
    """
    kinds = []
    for module in walk_packages(reports.__path__, f"{reports.__name__}."):
        kind = getattr(import_module(module.name), "REPORT", None)
        if isinstance(kind, ReportKind):
            kinds.append(kind)
    kinds.sort(key=lambda kind: (kind.places.listed, kind.name))
    named = {kind.name: kind for kind in kinds}
    assert len(named) == len(kinds), "each report has a name of its own"
    return MappingProxyType(named)


def menu() -> tuple[tuple[str, str], ...]:
    """Return name and title of every report, in the order of the page's menu."""
    kinds = sorted(report_kinds().values(), key=lambda kind: (kind.places.menu, kind.name))
    return tuple((kind.name, kind.title) for kind in kinds)


def option_help(option: ReportOption) -> str:
    """Say what an option is for: by report, where reports say it; else what it says itself."""
    said: dict[str, list[str]] = {}
    for kind in report_kinds().values():
        words = kind.words.get(option.word, "")
        if words:
            said.setdefault(words, []).append(kind.called or kind.title)
    if not said:
        return option.help
    return "；".join(f"{'、'.join(names)}：{words}" for words, names in said.items()) + "。"


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
