"""凭证 for the web view: a month's vouchers, or one as it prints with its neighbours."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.period import month_of
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.reports.vouchers.voucher_sheet import voucher_sheet
from ledger.store.engine import reading
from ledger.store.proof.proof import number_facts
from ledger.store.standing.irregular import with_cases
from ledger.store.standing.settled import read_ids
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.voucher.shown import voucher_label
from ledger.web.pages import Field, PageDrawn, choice
from ledger.workflow.desk import book_of
from ledger.workflow.naming import find_named, voucher_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.web.pages import Wanted
    from ledger.workflow.desk import Desk

#: So many vouchers stand on one page; a province's month has several.
ON_A_PAGE = 500
#: A page's number as an address has it.
PART = re.compile(r"\d{1,4}", re.ASCII)
#: The months with vouchers: period, and their first and last number.
Months = list[tuple[str, int, int]]


def vouchers_page(desk: Desk, wanted: Wanted) -> PageDrawn:
    """One voucher where one is named, else the list of a month."""
    with reading(desk.engine) as conn:
        book = book_of(conn, wanted.book)
        months: Months = [
            (period, low, high)
            for period, count, low, high, _ in number_facts(
                conn, book.code, first=f"{wanted.year}-00", last=f"{wanted.year}-99"
            )
            if count
        ]
        word = wanted.words.get("voucher", "").strip()
        if word:
            return one_voucher(conn, book, months, word)
        return month_list(conn, book, months, wanted.words)


def one_voucher(conn: sa.Connection, book: Book, months: Months, word: str) -> PageDrawn:
    """Draw one voucher as it prints, found by its label or its business key."""
    id_ = find_named(conn, book.code, word)
    if not id_:
        raise voucher_unknown(book.code, word)
    voucher = with_cases(conn, book.code, read_vouchers(conn, book.code, Span(ids=(id_,))))[0]
    sheet = voucher_sheet(voucher, book)
    proof = f"链值（SHA-256）：{voucher.link}"
    links = [("本月凭证", {"month": voucher.period})]
    links += neighbours(months, voucher.period, voucher.number)
    return PageDrawn(
        reports=(replace(sheet, notes=(*sheet.notes, proof)),),
        fields=(Field(name="voucher", label="凭证号或业务编号", value=voucher.label),),
        links=tuple(links),
    )


def neighbours(months: Months, period: str, number: int) -> list[tuple[str, dict[str, str]]]:
    """Name the vouchers before and after one, over the months of the year."""
    at = next((n for n, (month, _, _) in enumerate(months) if month == period), None)
    if at is None:
        return []
    found = (
        ("上一张", label_before(months, at, number)),
        ("下一张", label_after(months, at, number)),
    )
    return [(name, {"voucher": label}) for name, label in found if label]


def label_before(months: Months, at: int, number: int) -> str:
    """Name the voucher before one of the month that stands `at`; "" where it is the first."""
    period, low, _ = months[at]
    if number > low:
        return voucher_label(period, number - 1)
    if at == 0:
        return ""
    earlier, _, newest = months[at - 1]
    return voucher_label(earlier, newest)


def label_after(months: Months, at: int, number: int) -> str:
    """Name the voucher after one of the month that stands `at`; "" where it is the last."""
    period, _, high = months[at]
    if number < high:
        return voucher_label(period, number + 1)
    if at + 1 == len(months):
        return ""
    later, oldest, _ = months[at + 1]
    return voucher_label(later, oldest)


def month_list(
    conn: sa.Connection, book: Book, months: Months, words: Mapping[str, str]
) -> PageDrawn:
    """List a month's vouchers, the newest month where none is named, a page at a time."""
    options = [(period, month_name(period)) for period, _, _ in reversed(months)]
    month = choice("month", "月份", words.get("month", ""), options)
    ids = read_ids(conn, book.code, month.value)
    parts = -(-len(ids) // ON_A_PAGE)
    number = part_asked(words.get("part", "1"), parts)
    span = Span(ids=tuple(ids[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]))
    shown = with_cases(conn, book.code, read_vouchers(conn, book.code, span)) if ids else []
    report = voucher_list(shown, book)
    if parts > 1:
        note = f"共 {len(ids)} 张凭证，这里是第 {number} 页，共 {parts} 页。"
        report = replace(report, notes=(note,))
    lookup = Field(name="voucher", label="凭证号或业务编号", value="")
    return PageDrawn(
        reports=(report,),
        fields=(month, lookup),
        links=part_links(month.value, number, parts),
    )


def part_asked(word: str, parts: int) -> int:
    """Read which page of a month is asked for; the first where it is none, the last beyond it."""
    number = int(word) if PART.fullmatch(word) else 1
    return min(max(number, 1), max(parts, 1))


def part_links(month: str, number: int, parts: int) -> tuple[tuple[str, dict[str, str]], ...]:
    """Name the pages before and after one of a month."""
    return tuple(
        (name, {"month": month, "part": str(to)})
        for name, to in (("前一页", number - 1), ("后一页", number + 1))
        if 1 <= to <= parts
    )


def month_name(period: str) -> str:
    """Name a month of the list."""
    month = month_of(period)
    return f"{month}月" if month else "期初"
