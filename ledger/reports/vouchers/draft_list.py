"""草稿: what waits to be approved or posted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import Column, Report, Row, money, named_row
from ledger.workflow.drafting.review import drafts_of, moves_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.voucher.draft import Draft
    from ledger.workflow.desk import Desk


COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套", shown="both", spare=True),
        "key": Column(heading="业务编号", wraps=12),
        "kind": Column(heading="业务"),
        "booked": Column(heading="记账日期"),
        "hospital": Column(heading="医疗机构"),
        "year": Column(heading="年度", align="right"),
        "amount": money("金额"),
        "prepared_by": Column(heading="制单"),
        "approved_by": Column(heading="审核"),
        "draft": Column(heading="草稿号", shown="file"),
    }
)


def drafts(desk: Desk, book: str) -> list[Report]:
    """List the live drafts."""
    found = drafts_of(desk, book)
    return [
        Report(
            title="草稿",
            subtitle=(count_told(found), *moves_told(found)),
            columns=tuple(COLUMNS.values()),
            rows=tuple(draft_row(draft) for draft in found),
            tree={"drafts": [draft_tree(draft) for draft in found]},
        )
    ]


def count_told(found: Sequence[Draft]) -> str:
    """Say how many drafts there are, and how many of them are 登记事项."""
    registers = sum(draft.event.LEGLESS for draft in found)
    more = f"，其中登记事项 {registers} 项（审核后即生效，不记账）" if registers else ""
    return f"共 {len(found)} 笔{more}"


def draft_row(draft: Draft) -> Row:
    """Draw one draft; one that is a special case is red."""
    event = draft.event
    register = "（登记）" if event.LEGLESS else ""
    return named_row(
        COLUMNS,
        {
            "book": event.book,
            "key": event.key,
            "kind": EVENT_KINDS[event.KIND] + register,
            "booked": draft.booked,
            "hospital": event.hospital,
            "year": str(event.year or ""),
            "amount": event.shown_fen or None,
            "prepared_by": draft.prepared_by,
            "approved_by": draft.approved_by or "待审核",
            "draft": draft.id,
        },
        mark="alert" if event.irregular else "",
    )


def draft_tree(draft: Draft) -> dict[str, object]:
    """Write one draft for machines."""
    event = draft.event
    return {
        "book": event.book,
        "id": draft.id,
        "unit": draft.unit,
        "key": event.key,
        "kind": event.KIND,
        "date": event.date.isoformat(),
        "booked": draft.booked.isoformat(),
        "hospital": event.hospital,
        "origin": draft.origin,
        "year": event.year or None,
        "register": event.LEGLESS,
        "amount": yuan(event.shown_fen),
        "prepared_by": draft.prepared_by,
        "approved_by": draft.approved_by or None,
    }
