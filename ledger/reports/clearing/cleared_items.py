"""销账表: every disbursement with the repayments that cleared it, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import UNIT, WORDS, Column, Report, Row, book_line, money, money_tree
from ledger.projections.ages import AGE_NAMES, age_of, days_of
from ledger.reports.clearing.item_parts import EARLY, NOTE, ages_of, by_leaf, leaf_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.projections.clearing import OpenItem

COLUMNS = (
    Column(heading="医疗机构编码", shown="file"),
    Column(heading="医疗机构", shown="file"),
    Column(heading="预付年度", align="right", shown="file"),
    Column(heading="业务日期"),
    Column(heading="凭证号"),
    Column(heading="业务", wraps=WORDS, indented=True),
    money("金额"),
    money("清账"),
    money("未清"),
    Column(heading="天数", align="right"),
    Column(heading="账龄"),
)


def cleared_items(
    book: Book, day: date, items: Sequence[OpenItem], leaves: Mapping[str, Leaf]
) -> Report:
    """Draw up the 销账表: items leaf by leaf, what cleared each below it."""
    groups = by_leaf(items)
    rows = [row for code, group in groups.items() for row in leaf_rows(leaves[code], group, day)]
    paid = sum(item.amount_fen for item in items)
    left = sum(item.open_fen for item in items)
    total = ("", "", "", None, "", "合计", paid, paid - left, left, None, "")
    return Report(
        title="销账表",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=COLUMNS,
        rows=(*rows, Row(cells=total, mark="total")),
        notes=(NOTE,),
        tree={
            "book": book.code,
            "as_of": day,
            "leaves": [leaf_tree(leaves[code], group, day) for code, group in groups.items()],
            "by_age": money_tree(**ages_of(items, day)),
            "outstanding": yuan(left),
        },
    )


def leaf_rows(leaf: Leaf, items: Sequence[OpenItem], day: date) -> Iterator[Row]:
    """Draw a leaf, its items, and below each what cleared it."""
    account = leaf.account
    place = (account.hospital or account.counterparty, leaf.holder, str(account.year or ""))
    paid = sum(item.amount_fen for item in items)
    left = sum(item.open_fen for item in items)
    name = f"{leaf.holder} {account.year}年度" if account.year else leaf.holder
    yield Row(cells=(*place, None, "", name, paid, paid - left, left, None, ""), mark="heading")
    for item in items:
        age = EARLY if item.amount_fen < 0 else AGE_NAMES[age_of(item.since, day)]
        ended = (days_of(item.since, day), age) if item.open_fen else (None, "已清")
        yield Row(
            cells=(
                *place,
                item.since,
                item.voucher,
                EVENT_KINDS[item.movement],
                item.amount_fen,
                item.amount_fen - item.open_fen,
                item.open_fen,
                *ended,
            ),
            mark="alert" if item.amount_fen < 0 else "",
            depth=1,
        )
        for clearing in item.clearings:
            what = EVENT_KINDS[clearing.movement]
            cells = (clearing.date, clearing.voucher, what, None, clearing.amount_fen)
            yield Row(cells=(*place, *cells, None, None, ""), depth=2)
