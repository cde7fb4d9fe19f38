"""The readers behind the pages of the web view: they read in one moment each, and never write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.reports.registry import menu, report_kinds
from ledger.store.engine import reading
from ledger.web.page_closing import Verifier, closing_page
from ledger.web.page_due import due_page
from ledger.web.page_overview import overview_page
from ledger.web.page_settlement import settlement_page
from ledger.web.page_vouchers import vouchers_page
from ledger.web.pages import Field, PageDrawn, Pages, choice
from ledger.workflow.close.remarks import resets_told

if TYPE_CHECKING:
    from ledger.web.pages import Reader, Wanted
    from ledger.workflow.desk import Desk

MONTHS = tuple((f"{month:02d}", f"{month}月") for month in range(12, 0, -1))


def pages_of(desk: Desk) -> Pages:
    """Return every page with its reader."""
    readers: dict[str, Reader] = {
        "overview": partial(overview_page, desk),
        "settlement": partial(settlement_page, desk),
        "vouchers": partial(vouchers_page, desk),
        "due": partial(due_page, desk),
        "closing": partial(closing_page, desk, Verifier(desk=desk)),
        "books": partial(books_page, desk),
    }
    return Pages(readers={name: partial(warned, desk, reader) for name, reader in readers.items()})


def warned(desk: Desk, reader: Reader, wanted: Wanted) -> PageDrawn:
    """Tell on every page whose key others had a hand in, until its owner has signed (重置)."""
    with reading(desk.engine) as conn:
        told = resets_told(conn)
    page = reader(wanted)
    return replace(page, warnings=(f"密钥重置：{told}",)) if told else page


def books_page(desk: Desk, wanted: Wanted) -> PageDrawn:
    """账表: any report of `prepay report`, of the book and year that are open."""
    words = wanted.words
    report = choice("report", "账表", words.get("report", ""), menu())
    month = choice("month", "月份", words.get("month", newest(desk, wanted)), MONTHS)
    fields = [report, month]
    said: dict[str, str] = {}
    for name, label in (("hospital", "医疗机构编码"), ("account", "科目")):
        if name in report_kinds()[report.value].words:
            said[name] = words.get(name, "").strip()
            fields.append(Field(name=name, label=label, value=said[name]))
    asked = ReportAsked(
        book=wanted.book,
        period=f"{wanted.year}-{month.value}",
        hospital=said.get("hospital", ""),
        account=said.get("account", ""),
        sees=wanted.sees,
    )
    return PageDrawn(reports=tuple(draw_up(desk, report.value, asked)), fields=tuple(fields))


def newest(desk: Desk, wanted: Wanted) -> str:
    """Choose the month to begin with: today's in this year, else December."""
    today = desk.today()
    return f"{today.month:02d}" if today.year == wanted.year else "12"
