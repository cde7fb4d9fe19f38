"""What 未清项 and 销账表 share: items by leaf, what is open by age, and items for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.formats.report import money_tree
from ledger.projections.ages import AGE_NAMES, age_of, days_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.masters.chart import Leaf
    from ledger.projections.clearing import Clearing, OpenItem

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


def leaf_tree(
    leaf: Leaf, items: Sequence[OpenItem], day: date, **more: object
) -> dict[str, object]:
    """Write a leaf with its items for programs; what a report says more stands behind its name."""
    return {
        "account": leaf.account.code,
        "name": leaf.name,
        "hospital": leaf.account.hospital or None,
        "year": leaf.account.year or None,
        **more,
        "outstanding": yuan(sum(item.open_fen for item in items)),
        "by_age": money_tree(**ages_of(items, day)),
        "items": [item_tree(item, day) for item in items],
    }


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
