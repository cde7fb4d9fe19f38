"""未清项: what each hospital still owes of a prepayment year, how old it is, what cleared it.

On the books is what is booked (记账日期) by the day asked for; age (账龄) runs from the day of
the fact, so that money paid on 31 March and booked in April is as old as it is.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day, period_of
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
    named_row,
)
from ledger.projections.ages import AGE_NAMES, age_of, days_of
from ledger.projections.clearing import clear
from ledger.reports.asking import drawn_by_book
from ledger.reports.clearing.cleared_items import cleared_items
from ledger.reports.clearing.item_parts import EARLY, NOTE, ages_of, by_leaf, leaf_tree
from ledger.reports.kind import ReportKind
from ledger.reports.owed import balance_of, control_of, noted
from ledger.store.engine import reading
from ledger.store.vouchers.balances import balance_rows, read_accounts, read_accounts_moved
from ledger.store.vouchers.movements import Scope, read_scope
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.projections.clearing import OpenItem
    from ledger.reports.asking import Inquiry
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

AGE_COLUMNS = {
    code: Column(heading=name, align="right", money=True, shown="file", blank=None)
    for code, name in AGE_NAMES.items()
}
COLUMNS = MappingProxyType(
    {
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "year": Column(heading="预付年度", align="right"),
        "since": Column(heading="最早未清", blank=None),
        "open": money("未清金额"),
        "days": Column(heading="天数", align="right", blank=None),
        "age": Column(heading="账龄"),
        **AGE_COLUMNS,
    }
)


def open_item_lists(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """未清项 of a day by hospital, year and age; with `items`, what cleared which payment."""
    reports = drawn_by_book(open_items_of, desk, asked, day)
    if asked.hospital and not has_account(desk, asked):
        raise refuse(
            "NOTHING_FOUND", f"没有 {asked.hospital} 的预付金", "核对 --hospital 和 --book"
        )
    return reports


REPORT = ReportKind(
    name="open-items",
    title="未清项账龄",
    draw=open_item_lists,
    words={
        "hospital": "医疗机构编码",
        "year": "预付年度",
        "items": "逐笔列出，哪笔返还清了哪笔拨付",
    },
    help="未清项账龄（--items 销账）",
    called="未清项",
    overview=True,
    listed=6,
    help_at=(3, 2),
    menu=6,
)


def has_account(desk: Desk, asked: ReportAsked) -> bool:
    """Return whether a book asked for has an account of the hospital."""
    with reading(desk.engine) as conn:
        books = books_asked(conn, asked.book)
        return any(read_accounts(conn, book.code, hospitals=[asked.hospital]) for book in books)


def open_items_of(inquiry: Inquiry) -> list[Report]:
    """未清项 of one book, or its 销账表."""
    desk, conn, book, asked = inquiry.desk, inquiry.conn, inquiry.book, inquiry.asked
    on = inquiry.day or last_day(inquiry.month)
    items, leaves = read_items(inquiry, on)
    if asked.items:
        return [cleared_items(book, on, items, leaves)]
    if asked.hospital or asked.year:
        return [open_items(book, on, items, leaves, control_fen=None)]
    control = balance_of(conn, book, control_of(desk, book), on)
    whole = open_items(book, on, items, leaves, control_fen=control)
    return [noted(desk, conn, book, on, whole)]


def read_items(inquiry: Inquiry, on: date) -> tuple[list[OpenItem], dict[str, Leaf]]:
    """Clear what moved up to a day; keep the items of the hospital asked for, and the leaves."""
    conn, book, asked = inquiry.conn, inquiry.book, inquiry.asked
    scope = Scope(account=control_of(inquiry.desk, book), years=years_of_items(inquiry, on))
    moved = read_scope(conn, book.code, scope, last=period_of(on), until=on)
    leaves = read_accounts_moved(conn, book.code, moved)
    years = {code: leaf.account.year for code, leaf in leaves.items()}
    items = [
        item
        for item in clear(moved, years)
        if asked.hospital in ("", leaves[item.account].account.hospital)
    ]
    return items, leaves


def years_of_items(inquiry: Inquiry, day: date) -> tuple[int, ...]:
    """Return the prepayment years to read: the one asked for, else those open; () means all.

    What is cleared is cleared within its prepayment year, so that closed years need no look; a
    hospital's 销账表 shows them all the same.
    """
    asked = inquiry.asked
    if asked.year:
        return (asked.year,)
    if (asked.items and asked.hospital) or day != last_day(period_of(day)):
        return ()
    return years_open(inquiry, period_of(day)) or (day.year,)


def years_open(inquiry: Inquiry, period: str) -> tuple[int, ...]:
    """Return the prepayment years of which something is open at the end of a month."""
    base = control_of(inquiry.desk, inquiry.book)
    rows = balance_rows(inquiry.conn, inquiry.book, first=period, last=period, base=base)
    return tuple(sorted({row.leaf.account.year for row in rows if row.closing_fen}))


def open_items(
    book: Book,
    day: date,
    items: Sequence[OpenItem],
    leaves: Mapping[str, Leaf],
    *,
    control_fen: int | None,
) -> Report:
    """Draw up the 未清项 of a day: a row per leaf that has a balance, totals by age.

    `control_fen` is 医保预付金's balance on that day, where all of it is asked for.
    """
    shown = [item for item in items if item.open_fen]
    groups = by_leaf(shown)
    alerts, proof = control_proof(sum(item.open_fen for item in shown), control_fen, day)
    return Report(
        title=f"{REPORT.title}表",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(
            *(leaf_row(leaves[code], group, day) for code, group in groups.items()),
            *total_rows(shown, day),
        ),
        alerts=alerts,
        notes=(*proof, NOTE),
        tree=open_tree(book, day, groups, leaves),
    )


def control_proof(
    fen: int, control_fen: int | None, day: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say whether the items are what 1101 shows: the alert where not, else the note."""
    if control_fen is None:
        return (), ()
    words = f"未清合计 {grouped(fen)}，1101.01 医保预付金 {day} 余额 {grouped(control_fen)}"
    return ((), (f"{words}。",)) if fen == control_fen else ((f"未清项与账面不符：{words}",), ())


def open_tree(
    book: Book, day: date, groups: Mapping[str, Sequence[OpenItem]], leaves: Mapping[str, Leaf]
) -> dict[str, object]:
    """Write open items for programs; `items` are those of each leaf."""
    shown = [item for group in groups.values() for item in group]
    return {
        "book": book.code,
        "as_of": day,
        "leaves": [
            leaf_tree(
                leaves[code],
                group,
                day,
                since=group[0].since,
                days=days_of(group[0].since, day),
                age=age_of(group[0].since, day),
            )
            for code, group in groups.items()
        ],
        "by_age": money_tree(**ages_of(shown, day)),
        "outstanding": yuan(sum(item.open_fen for item in shown)),
    }


def leaf_row(leaf: Leaf, items: Sequence[OpenItem], day: date) -> Row:
    """Draw one leaf: its oldest open item gives the day and the age."""
    oldest = items[0]
    early = any(item.amount_fen < 0 for item in items)
    return named_row(
        COLUMNS,
        {
            "hospital": leaf.account.hospital or leaf.account.counterparty,
            "name": leaf.holder,
            "year": str(leaf.account.year or ""),
            "since": oldest.since,
            "open": sum(item.open_fen for item in items),
            "days": days_of(oldest.since, day),
            "age": EARLY if early else AGE_NAMES[age_of(oldest.since, day)],
            **ages_of(items, day),
        },
        mark="alert" if early else "",
    )


def total_rows(items: Sequence[OpenItem], day: date) -> list[Row]:
    """Add up, and tell by age how much; each item counts at its own age."""
    sums = ages_of(items, day)
    total: dict[str, Cell] = {"name": "合计", "open": sum(sums.values()), **sums}
    rows = [named_row(COLUMNS, total, mark="total")]
    for code, name in AGE_NAMES.items():
        part: dict[str, Cell] = {"name": "其中", "open": sums[code], "age": name}
        rows.append(named_row(COLUMNS, part, mark="subtotal"))
    return rows
