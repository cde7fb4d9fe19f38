"""草稿: what waits to be approved or posted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import Column, Report, Row, joined, money, named_row
from ledger.voucher.signing.seen import awaiting, seen_code
from ledger.workflow.drafting.review import moves_told
from ledger.workflow.drafting.seen import seen_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.desk import Desk


COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套", shown="both", spare=True),
        "key": Column(heading="业务编号", wraps=12),
        "kind": Column(heading="业务", wraps=8),
        "booked": Column(heading="记账日期"),
        "hospital": Column(heading="医疗机构", wraps=12),
        "year": Column(heading="年度", align="right"),
        "amount": money("金额"),
        "prepared_by": Column(heading="制单"),
        "approved_by": Column(heading="审核"),
        "remark": Column(heading="说明", wraps=8),
        "code": Column(heading="医疗机构编码", shown="file"),
        "summary": Column(heading="摘要", shown="file"),
        "draft": Column(heading="草稿号", shown="file"),
    }
)


def drafts(desk: Desk, book: str) -> list[Report]:
    """List the live drafts, special cases first."""
    return [draft_list(seen_all(desk, book), "草稿")]


def draft_list(shown: Sequence[DraftSeen], title: str) -> Report:
    """Draw up a list of drafts, and the code of those that wait for 审核."""
    found = [seen.draft for seen in shown]
    waiting = awaiting(shown)
    code = seen_code(waiting)
    return Report(
        title=title,
        subtitle=(count_told(found), *moves_told(found)),
        columns=tuple(COLUMNS.values()),
        rows=tuple(map(draft_row, shown)),
        notes=(code_told(code, len(waiting)),) if code else (),
        tree={"drafts": list(map(draft_tree, shown)), "code": code or None},
    )


def code_told(code: str, count: int) -> str:
    """Write the code of what is shown, and what it is for."""
    return (
        f"核对码（以上待审核 {count} 笔）：{code}；审核时写 --seen {code}，之后有改动的不予审核。"
    )


def count_told(found: Sequence[Draft]) -> str:
    """Say how many drafts there are, and how many of them are 登记事项."""
    registers = sum(draft.event.LEGLESS for draft in found)
    more = f"，其中登记事项 {registers} 项（审核后即生效，不记账）" if registers else ""
    return f"共 {len(found)} 笔{more}"


def draft_row(seen: DraftSeen) -> Row:
    """Draw one draft; one that is a special case is red."""
    draft, event = seen.draft, seen.draft.event
    register = "（登记）" if event.LEGLESS else ""
    return named_row(
        COLUMNS,
        {
            "book": event.book,
            "key": event.key,
            "kind": EVENT_KINDS[event.KIND] + register,
            "booked": seen.word("booked"),
            "hospital": seen.hospital,
            "year": str(event.year or ""),
            "amount": seen.amount_fen or None,
            "prepared_by": seen.signer("prepared_by"),
            "approved_by": seen.signer("approved_by") or "待审核",
            "remark": remark_on(seen),
            "code": event.hospital,
            "summary": seen.word("summary"),
            "draft": draft.id,
        },
        mark="alert" if event.irregular else "",
    )


def remark_on(seen: DraftSeen) -> str:
    """Say what is not plain: a special case, and how much of a 结算 is offset."""
    offset = offset_fen(seen)
    return joined(
        (
            "特殊情况" if seen.draft.event.irregular else "",
            f"其中冲抵 {grouped(offset)}" if offset is not None else "",
        )
    )


def offset_fen(seen: DraftSeen) -> int | None:
    """Return how much of a settlement's gross amount is offset; None for what is none."""
    event = seen.draft.event
    return event.amount_fen if event.KIND == "settlement-offset" else None


def draft_tree(seen: DraftSeen) -> dict[str, object]:
    """Write one draft for machines."""
    draft, event = seen.draft, seen.draft.event
    offset = offset_fen(seen)
    return {
        "book": event.book,
        "id": draft.id,
        "unit": draft.unit,
        "key": event.key,
        "kind": event.KIND,
        "date": event.date.isoformat(),
        "booked": seen.word("booked"),
        "hospital": event.hospital,
        "hospital_name": seen.hospital,
        "origin": draft.origin,
        "year": event.year or None,
        "register": event.LEGLESS,
        "irregular": event.irregular,
        "summary": seen.word("summary"),
        "amount": yuan(seen.amount_fen),
        "offset": None if offset is None else yuan(offset),
        "prepared_by": draft.prepared_by,
        "approved_by": draft.approved_by or None,
    }
