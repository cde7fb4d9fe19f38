"""未清项: what each hospital still owes of a prepayment year, how old it is, what cleared it.

On the books is what is booked (记账日期) by the day asked for; age (账龄) runs from the day of
the fact, so that money paid on 31 March and booked in April is as old as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
)
from ledger.projections.ages import AGE_NAMES, age_of, days_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.projections.clearing import Clearing, OpenItem

COLUMNS = (
    Column(heading="医疗机构编码", wraps=CODES, spare=True),
    Column(heading="医疗机构", wraps=WORDS),
    Column(heading="预付年度", align="right"),
    Column(heading="最早未清"),
    money("未清金额"),
    Column(heading="天数", align="right"),
    Column(heading="账龄"),
    *(Column(heading=name, align="right", money=True, shown="file") for name in AGE_NAMES.values()),
)
EARLY = "尚无对应拨付"
NOTE = (
    "余额按记账日期计入，账龄从业务发生日算起；返还、冲抵、核销先清最早的拨付，退汇清其所退的那笔。"
    "期初余额没有拨付日的，最迟按预付年度末日算。承接的款项沿用原拨付日。"
)


def by_leaf(items: Sequence[OpenItem]) -> dict[str, list[OpenItem]]:
    """Group items by leaf, in the order that they stand in."""
    groups: dict[str, list[OpenItem]] = {}
    for item in items:
        groups.setdefault(item.account, []).append(item)
    return groups


def ages_of(items: Sequence[OpenItem], day: date) -> dict[str, int]:
    """Add up what is open by age; every age is there."""
    sums = dict.fromkeys(AGE_NAMES, 0)
    for item in items:
        sums[age_of(item.since, day)] += item.open_fen
    return sums


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
    groups = {
        code: [item for item in group if item.open_fen]
        for code, group in by_leaf(items).items()
        if any(item.open_fen for item in group)
    }
    shown = [item for group in groups.values() for item in group]
    alerts, proof = control_proof(sum(item.open_fen for item in shown), control_fen, day)
    return Report(
        title="未清项账龄表",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=COLUMNS,
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
            {
                "account": code,
                "name": leaves[code].name,
                "hospital": leaves[code].account.hospital or None,
                "year": leaves[code].account.year or None,
                "since": group[0].since,
                "days": days_of(group[0].since, day),
                "age": age_of(group[0].since, day),
                "outstanding": yuan(sum(item.open_fen for item in group)),
                "by_age": money_tree(**ages_of(group, day)),
                "items": [item_tree(item, day) for item in group],
            }
            for code, group in groups.items()
        ],
        "by_age": money_tree(**ages_of(shown, day)),
        "outstanding": yuan(sum(item.open_fen for item in shown)),
    }


def leaf_row(leaf: Leaf, items: Sequence[OpenItem], day: date) -> Row:
    """Draw one leaf: its oldest open item gives the day and the age."""
    oldest = items[0]
    early = any(item.amount_fen < 0 for item in items)
    return Row(
        cells=(
            leaf.account.hospital or leaf.account.counterparty,
            leaf.holder,
            str(leaf.account.year or ""),
            oldest.since,
            sum(item.open_fen for item in items),
            days_of(oldest.since, day),
            EARLY if early else AGE_NAMES[age_of(oldest.since, day)],
            *ages_of(items, day).values(),
        ),
        mark="alert" if early else "",
    )


def total_rows(items: Sequence[OpenItem], day: date) -> list[Row]:
    """Add up, and tell by age how much; each item counts at its own age."""
    sums = ages_of(items, day)
    whole = sum(sums.values())
    blank = (None,) * len(AGE_NAMES)
    rows = [Row(cells=("", "合计", "", None, whole, None, "", *sums.values()), mark="total")]
    for code, name in AGE_NAMES.items():
        cells = ("", "其中", "", None, sums[code], None, name, *blank)
        rows.append(Row(cells=cells, mark="subtotal"))
    return rows


def item_tree(item: OpenItem, day: date) -> dict[str, object]:
    """Write one item for programs."""
    return {
        "voucher": item.voucher,
        "key": item.key,
        "movement": item.movement,
        "since": item.since,
        "source": item.source,
        "days": days_of(item.since, day),
        "age": age_of(item.since, day),
        **money_tree(amount=item.amount_fen, outstanding=item.open_fen),
        "cleared_by": [clearing_tree(clearing) for clearing in item.clearings],
    }


def clearing_tree(clearing: Clearing) -> dict[str, object]:
    """Write what cleared an item."""
    return {
        "voucher": clearing.voucher,
        "key": clearing.key,
        "movement": clearing.movement,
        "date": clearing.date,
        "booked": clearing.booked,
        "amount": yuan(clearing.amount_fen),
    }
