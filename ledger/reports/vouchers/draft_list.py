"""草稿: what waits to be approved or posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import Column, Report, Row, money
from ledger.workflow.drafting.review import drafts_of, moves_told

if TYPE_CHECKING:
    from ledger.voucher.draft import Draft
    from ledger.workflow.desk import Desk


def drafts(desk: Desk, book: str) -> list[Report]:
    """List the live drafts."""
    found = drafts_of(desk, book)
    columns = (
        Column(heading="账套", shown="both", spare=True),
        Column(heading="业务编号", wraps=12),
        Column(heading="业务"),
        Column(heading="记账日期"),
        Column(heading="医疗机构"),
        Column(heading="年度", align="right"),
        money("金额"),
        Column(heading="制单"),
        Column(heading="审核"),
        Column(heading="草稿号", shown="file"),
    )
    rows = tuple(
        Row(
            cells=(
                draft.event.book,
                draft.event.key,
                EVENT_KINDS[draft.event.KIND] + ("（登记）" if draft.event.LEGLESS else ""),
                draft.booked,
                draft.event.hospital,
                str(draft.event.year or ""),
                draft.event.shown_fen or None,
                draft.prepared_by,
                draft.approved_by or "待审核",
                draft.id,
            ),
            mark="alert" if draft.event.irregular else "",
        )
        for draft in found
    )
    tree = {"drafts": [draft_tree(draft) for draft in found]}
    count = f"共 {len(found)} 笔"
    if registers := sum(draft.event.LEGLESS for draft in found):
        count += f"，其中登记事项 {registers} 项（审核后即生效，不记账）"
    return [
        Report(
            title="草稿",
            subtitle=(count, *moves_told(found)),
            columns=columns,
            rows=rows,
            tree=tree,
        )
    ]


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
