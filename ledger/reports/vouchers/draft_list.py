"""草稿: what waits to be approved or posted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import LEGLESS
from ledger.formats.report import Column, Report, Row, money
from ledger.store.rows import event_of
from ledger.workflow.drafting.review import drafts_of, moves_told

if TYPE_CHECKING:
    from collections.abc import Mapping

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
                draft["book"],
                draft["key"],
                EVENT_KINDS[draft["kind"]] + ("（登记）" if draft["kind"] in LEGLESS else ""),
                date.fromisoformat(draft["booked"]),
                draft["hospital"],
                str(draft["year"] or ""),
                draft_fen(draft) or None,
                draft["prepared_by"],
                draft["approved_by"] or "待审核",
                draft["id"],
            ),
            mark="alert" if draft["irregular"] else "",
        )
        for draft in found
    )
    tree = {"drafts": [draft_tree(draft) for draft in found]}
    count = f"共 {len(found)} 笔"
    if registers := sum(draft["kind"] in LEGLESS for draft in found):
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


def draft_fen(draft: Mapping[str, Any]) -> int:
    """Say the amount of a draft as its voucher will have it: a correction's is what it moves."""
    if not draft["corrects"]:
        return int(draft["amount_fen"])
    return event_of(draft, ()).shown_fen


def draft_tree(draft: Mapping[str, Any]) -> dict[str, object]:
    """Write one draft for machines."""
    names = ("book", "id", "unit", "key", "kind", "date", "booked", "hospital", "origin")
    return {name: draft[name] for name in names} | {
        "year": draft["year"] or None,
        "register": draft["kind"] in LEGLESS,
        "amount": yuan(draft_fen(draft)),
        "prepared_by": draft["prepared_by"],
        "approved_by": draft["approved_by"] or None,
    }
