"""特殊情况: what happened against a rule, what became of it, and the red line in every overview."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day, parse_period
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import (
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    named_row,
)
from ledger.policy.irregular import CURES, standing_of
from ledger.reports.asking import by_book
from ledger.reports.kind import ReportKind
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.irregular import Until, count_standing, read_irregular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.book import Book
    from ledger.policy.irregular import Breach, CasesStanding, Cured, Irregular
    from ledger.reports.asking import Inquiry
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套", shown="file"),
        "voucher": Column(heading="凭证"),
        "key": Column(heading="业务编号", shown="file"),
        "kind": Column(heading="业务", spare=True),
        "date": Column(heading="日期", blank=None),
        "hospital": Column(heading="医疗机构编码", shown="file"),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "year": Column(heading="年度", align="right"),
        "amount": money("金额"),
        "breaches": Column(heading="违反", wraps=24),
        "reason": Column(heading="原因", wraps=WORDS),
        "approved_by": Column(heading="审批", spare=True),
        "cure": Column(heading="处理情况", wraps=WORDS),
    }
)
UNTOLD = "登记时没有违反的条款"
STANDING = "尚未处理"
NOTE = "尚未处理的一直标红；补正后登记“特殊情况处理”（cure），退回多付款项或红字冲销的自行消除。"


def irregular_reports(inquiry: Inquiry) -> list[Report]:
    """特殊情况 of a book: today's, or as they stood on a day or at the end of a month."""
    on = inquiry.day
    if on is None and inquiry.asked.period:
        on = last_day(inquiry.month)
    until = Until() if on is None else Until(booked=on, cured=on)
    cases = read_irregular(inquiry.conn, inquiry.book.code, until)
    return [irregular_report(inquiry.book, on or inquiry.desk.today(), cases)]


REPORT = ReportKind(
    name="irregular",
    title="特殊情况",
    draw=by_book(irregular_reports),
    listed=10,
    help_at=(6, 1),
    menu=9,
)


def irregular_report(book: Book, day: dt.date, cases: Sequence[Irregular]) -> Report:
    """Draw up the special cases up to a day, those that stand first."""
    ordered = sorted(cases, key=lambda case: (not case.stands, case.voucher))
    standing = standing_of(cases)
    done = len(cases) - standing.count
    return Report(
        title=f"{REPORT.title}表",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(*(case_row(case) for case in ordered), *total_rows(standing)),
        alerts=alerts_of(standing, here=True),
        notes=(f"共 {len(cases)} 笔，其中已处理 {done} 笔。", NOTE),
        tree={
            "book": book.code,
            "as_of": day,
            **standing_tree(standing),
            "cases": [case_tree(case) for case in ordered],
        },
    )


def case_row(case: Irregular) -> Row:
    """Draw one case."""
    return named_row(
        COLUMNS,
        {
            "book": case.book,
            "voucher": case.voucher,
            "key": case.key,
            "kind": EVENT_KINDS[case.kind],
            "date": case.date,
            "hospital": case.hospital,
            "name": case.holder,
            "year": str(case.year or ""),
            "amount": case.amount_fen,
            "breaches": breach_words(case.breaches),
            "reason": case.reason,
            "approved_by": case.approved_by,
            "cure": cure_words(case.cured),
        },
        mark="alert" if case.stands else "",
    )


def total_rows(standing: CasesStanding) -> list[Row]:
    """Add up what stands."""
    if not standing.count:
        return []
    name = f"尚未处理 {standing.count} 笔"
    return [
        named_row(
            COLUMNS,
            {"voucher": "合计", "name": name, "amount": standing.amount_fen},
            mark="total",
        )
    ]


def breach_words(breaches: Sequence[Breach]) -> str:
    """Say which clauses an event went against, and how."""
    return joined(joined((b.clause, b.message), "：") for b in breaches) or UNTOLD


def cure_words(cured: Cured | None) -> str:
    """Say how a case was put right."""
    if cured is None:
        return STANDING
    by = f" {cured.key}" if cured.how == "red" else ""
    papers = f"（{'、'.join(cured.papers)}）" if cured.papers else ""
    return joined((f"{cured.date} {CURES[cured.how]}{by}", f"{cured.reason}{papers}"), "：")


def alerts_of(standing: CasesStanding, *, here: bool = False) -> tuple[str, ...]:
    """Write the red line of an overview; none where nothing stands."""
    if not standing.count:
        return ()
    words = f"特殊情况：{standing.count} 笔尚未处理，合计 {grouped(standing.amount_fen)} 元"
    return (words if here else f"{words}，用 prepay report irregular 查看",)


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


def alerted(report: Report, standing: CasesStanding) -> Report:
    """Put the red line at the head of a report."""
    return replace(report, alerts=(*alerts_of(standing), *report.alerts))


def standing_tree(standing: CasesStanding) -> dict[str, object]:
    """Write count and sum for programs."""
    return {"standing": standing.count, "standing_amount": yuan(standing.amount_fen)}


def case_tree(case: Irregular) -> dict[str, object]:
    """Write one case for programs."""
    return {
        "voucher": case.voucher,
        "key": case.key,
        "kind": case.kind,
        "date": case.date,
        "booked": case.booked,
        "hospital": case.hospital or None,
        "name": case.holder or None,
        "year": case.year or None,
        "amount": yuan(case.amount_fen),
        "breaches": [breach._asdict() for breach in case.breaches],
        "reason": case.reason,
        "prepared_by": case.prepared_by,
        "approved_by": case.approved_by,
        "cured": None if case.cured is None else cured_tree(case.cured),
    }


def cured_tree(cured: Cured) -> dict[str, object]:
    """Write how a case was put right, for programs."""
    return {
        "how": cured.how,
        "date": cured.date,
        "by": cured.key or None,
        "reason": cured.reason or None,
        "papers": list(cured.papers),
    }
