"""销账表: every disbursement with the repayments that cleared it, and what is left."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import (
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
    named_row,
)
from ledger.projections.ages import AGE_NAMES, age_of, days_of
from ledger.reports.clearing.item_parts import EARLY, NOTE, ages_of, by_leaf, leaf_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ledger.formats.report import Cell
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.projections.clearing import Clearing, OpenItem

COLUMNS = MappingProxyType(
    {
        "hospital": Column(heading="医疗机构编码", shown="file"),
        "name": Column(heading="医疗机构", shown="file"),
        "year": Column(heading="预付年度", align="right", shown="file"),
        "date": Column(heading="业务日期", blank=None),
        "voucher": Column(heading="凭证号"),
        "kind": Column(heading="业务", wraps=WORDS, indented=True),
        "amount": money("金额"),
        "cleared": money("清账"),
        "open": money("未清"),
        "days": Column(heading="天数", align="right", blank=None),
        "age": Column(heading="账龄"),
    }
)


def cleared_items(
    book: Book, day: date, items: Sequence[OpenItem], leaves: Mapping[str, Leaf]
) -> Report:
    """Draw up the 销账表: items leaf by leaf, what cleared each below it."""
    groups = by_leaf(items)
    rows = [row for code, group in groups.items() for row in leaf_rows(leaves[code], group, day)]
    total = {"kind": "合计", **sum_cells(items)}
    return Report(
        title="销账表",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(*rows, named_row(COLUMNS, total, mark="total")),
        notes=(NOTE,),
        tree={
            "book": book.code,
            "as_of": day,
            "leaves": [leaf_tree(leaves[code], group, day) for code, group in groups.items()],
            "by_age": money_tree(**ages_of(items, day)),
            "outstanding": yuan(sum(item.open_fen for item in items)),
        },
    )


def leaf_rows(leaf: Leaf, items: Sequence[OpenItem], day: date) -> Iterator[Row]:
    """Draw a leaf, its items, and below each what cleared it."""
    place = place_cells(leaf)
    yield leaf_row(leaf, items)
    for item in items:
        yield item_row(place, item, day)
        for clearing in item.clearings:
            yield clearing_row(place, clearing)


def place_cells(leaf: Leaf) -> dict[str, Cell]:
    """Lay over the columns whose item a line is of."""
    account = leaf.account
    return {
        "hospital": account.hospital or account.counterparty,
        "name": leaf.holder,
        "year": str(account.year or ""),
    }


def leaf_row(leaf: Leaf, items: Sequence[OpenItem]) -> Row:
    """Draw a leaf with its sums."""
    year = leaf.account.year
    name = f"{leaf.holder} {year}年度" if year else leaf.holder
    return named_row(
        COLUMNS, {**place_cells(leaf), "kind": name, **sum_cells(items)}, mark="heading"
    )


def item_row(place: Mapping[str, Cell], item: OpenItem, day: date) -> Row:
    """Draw one item; one that came before what it belongs to is red."""
    early = item.amount_fen < 0
    age = EARLY if early else AGE_NAMES[age_of(item.since, day)]
    return named_row(
        COLUMNS,
        {
            **place,
            "date": item.since,
            "voucher": item.voucher,
            "kind": EVENT_KINDS[item.movement],
            **sum_cells([item]),
            "days": days_of(item.since, day) if item.open_fen else None,
            "age": age if item.open_fen else "已清",
        },
        mark="alert" if early else "",
        depth=1,
    )


def clearing_row(place: Mapping[str, Cell], clearing: Clearing) -> Row:
    """Draw what cleared an item."""
    return named_row(
        COLUMNS,
        {
            **place,
            "date": clearing.date,
            "voucher": clearing.voucher,
            "kind": EVENT_KINDS[clearing.movement],
            "cleared": clearing.amount_fen,
        },
        depth=2,
    )


def sum_cells(items: Sequence[OpenItem]) -> dict[str, Cell]:
    """Lay over the columns what was paid, cleared and is open."""
    paid = sum(item.amount_fen for item in items)
    left = sum(item.open_fen for item in items)
    return {"amount": paid, "cleared": paid - left, "open": left}
