"""账表 by name: what is asked for, and which inquiry answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.period import period_of
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.events.words import Unclear, as_date
from ledger.reports import inquire
from ledger.reports.assess import inquire_publication, inquire_tie_out
from ledger.reports.books import inquire_agencies, inquire_books
from ledger.reports.clearing import inquire_clearing, inquire_disclosure
from ledger.reports.due import inquire_due
from ledger.reports.registers import inquire_irregular, inquire_memorandum, inquire_registers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """What is asked of a report; an empty word or 0 leaves it to the report.

    `year` is the prepayment year for 明细账 and 未清项, the accounting year for 总账 and 清算表.
    `sees` are the books that the asker may look at, () for all: what is of a whole area leaves
    the others out.
    """

    book: str = ""
    period: str = ""
    first: str = ""
    as_of: str = ""
    hospital: str = ""
    year: int = 0
    account: str = ""
    agency: str = ""
    items: bool = False
    sees: tuple[str, ...] = ()


def trial_balance(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """科目余额表 of a month, or of a day of it."""
    if day is None:
        return inquire.trial_balances(desk, asked.book, asked.period)
    return inquire_books.trial_balances_on(desk, asked.book, day)


def subledger(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """明细账 of leaves."""
    return inquire.subledgers(
        desk,
        asked.book,
        asked.first,
        asked.period,
        hospital=asked.hospital,
        year=asked.year,
        account=asked.account,
        day=day,
    )


def journal(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """序时账."""
    return inquire.journals(desk, asked.book, asked.first, asked.period, day)


def cash_journal(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """日记账 of 1004, or of the account asked for."""
    account = asked.account or DISBURSEMENT_ACCOUNT
    return inquire.cash_journals(desk, asked.book, asked.first, asked.period, account, day)


def general_ledger(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """总账 of a year up to a month."""
    return inquire_books.general_ledgers(
        desk, asked.book, asked.period, asked.year, asked.account, day
    )


def open_items(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """未清项 of a day, the last of the month where none is named."""
    return inquire_clearing.open_item_lists(
        desk,
        asked.book,
        asked.period,
        day,
        hospital=asked.hospital,
        year=asked.year,
        items=asked.items,
    )


def settlement(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """清算表 of a year up to a month."""
    return inquire_clearing.settlements(
        desk, asked.book, asked.period, asked.year, day, agency=asked.agency
    )


def registers(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """登记簿 of months."""
    return inquire_registers.register_lists(
        desk,
        asked.book,
        asked.first,
        asked.period,
        hospital=asked.hospital,
        year=asked.year,
        day=day,
    )


def agency_tie(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """上下级核对 of a month end or a day."""
    return [inquire_agencies.agency_tie(desk, asked.book, asked.period, day, asked.sees)]


def irregular(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """特殊情况 as they stand today, or stood at a month end or on a day."""
    return inquire_irregular.irregular_reports(desk, asked.book, asked.period, day)


def disclosure(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """附注 of a year up to a month."""
    return inquire_disclosure.disclosures(desk, asked.book, asked.period, asked.year, day)


def monitoring(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """运行监测 of a day, the last of the month where one is named."""
    if day is None and asked.period:
        day = inquire.last_of(asked.period)
    return inquire_due.monitoring_reports(desk, asked.book, day)


def memorandum(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """备查簿 up to a day; of one hospital its whole story."""
    if day is None and asked.period:
        day = inquire.last_of(asked.period)
    return inquire_memorandum.memorandums(
        desk, asked.book, day, hospital=asked.hospital, year=asked.year
    )


def publication(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """公示 of a prepayment year up to a day."""
    if day is None and asked.period:
        day = inquire.last_of(asked.period)
    return inquire_publication.publications(desk, asked.book, asked.year, day, asked.sees)


def tie_out(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """拨付核对表 of a prepayment year."""
    return inquire_tie_out.tie_outs(
        desk,
        asked.book,
        year=asked.year,
        hospital=asked.hospital,
        period=asked.period,
        day=day,
    )


REPORTS: Mapping[str, Callable[[Desk, ReportAsked, date | None], list[Report]]] = MappingProxyType(
    {
        "trial-balance": trial_balance,
        "subledger": subledger,
        "journal": journal,
        "cash-journal": cash_journal,
        "general-ledger": general_ledger,
        "open-items": open_items,
        "settlement": settlement,
        "agency-tie": agency_tie,
        "registers": registers,
        "irregular": irregular,
        "disclosure": disclosure,
        "monitoring": monitoring,
        "memorandum": memorandum,
        "publication": publication,
        "tie-out": tie_out,
    }
)
#: Which words a report understands beside --book, --period and --as-of.
UNDERSTOOD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "trial-balance": frozenset(),
        "subledger": frozenset({"first", "hospital", "year", "account"}),
        "journal": frozenset({"first"}),
        "cash-journal": frozenset({"first", "account"}),
        "general-ledger": frozenset({"year", "account"}),
        "open-items": frozenset({"hospital", "year", "items"}),
        "settlement": frozenset({"year", "agency"}),
        "agency-tie": frozenset(),
        "registers": frozenset({"first", "hospital", "year"}),
        "irregular": frozenset(),
        "disclosure": frozenset({"year"}),
        "monitoring": frozenset(),
        "memorandum": frozenset({"hospital", "year"}),
        "publication": frozenset({"year"}),
        "tie-out": frozenset({"hospital", "year"}),
    }
)
#: Overviews that special cases are told at the head of.
OVERVIEWS = ("trial-balance", "open-items", "settlement")
#: The options by the word that carries each.
OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "first": "--from",
        "hospital": "--hospital",
        "year": "--year",
        "account": "--account",
        "agency": "--agency",
        "items": "--items",
    }
)


def draw_up(desk: Desk, name: str, asked: ReportAsked) -> list[Report]:
    """Draw up a report; a word that it does not understand is told, never silently dropped.

    `--as-of` means what is booked by that day, in every report.
    """
    strange = [
        option
        for word, option in OPTIONS.items()
        if getattr(asked, word) and word not in UNDERSTOOD[name]
    ]
    if strange:
        options = "、".join(strange)
        raise unclear("OPTION_UNFIT", f"{name} 不用 {options}", f"去掉 {options}")
    if asked.as_of:
        day = day_asked(asked)
        reports = REPORTS[name](desk, replace(asked, period=period_of(day)), day)
        reports = [on_day(report, day) for report in reports]
    else:
        reports = REPORTS[name](desk, asked, None)
    return inquire_irregular.with_alerts(desk, reports) if name in OVERVIEWS else reports


def day_asked(asked: ReportAsked) -> date:
    """Read the day asked for; refuse one outside the month asked for."""
    try:
        day = as_date(asked.as_of)
    except Unclear as error:
        raise unclear("DATE_UNREADABLE", error.what, error.remedy) from None
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
