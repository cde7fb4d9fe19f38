"""结账情况: how far each book is closed, and how much of it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.formats.report import Column, Report, Row, money
from ledger.reports.registers.irregular import alerts_of, standing_tree
from ledger.store.drafts import read_draft_heads
from ledger.store.engine import reading
from ledger.store.standing.irregular import count_standing
from ledger.store.vouchers.balances import first_open, last_seal
from ledger.workflow.close.cashier_signature import signing_of
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from ledger.workflow.desk import Desk


def close_statuses(desk: Desk, book: str) -> list[Report]:
    """How far each book is closed, and how much of it waits."""
    rows, trees = [], []
    alerts: list[str] = []
    with reading(desk.engine) as conn:
        for one in books_asked(conn, book):
            seal = last_seal(conn, one.code)
            upcoming, _ = first_open(conn, one)
            waiting = [
                d for d in read_draft_heads(conn, one.code) if period_of(d.booked) <= upcoming
            ]
            done = seal.period if seal else ""
            standing = count_standing(conn, one.code)
            signing = signing_of(desk, conn, one, upcoming)
            cells = (one.code, one.name, closed_name(done), upcoming, len(waiting), signing.words())
            sums = (standing.count or None, standing.amount_fen or None)
            rows.append(Row(cells=(*cells, *sums), mark="alert" if standing.count else ""))
            alerts += [f"{one.name}　{line}" for line in alerts_of(standing)]
            trees.append(
                {
                    "book": one.code,
                    "closed": done or None,
                    "next": upcoming,
                    "unposted": len(waiting),
                    "signature": "paper" if signing.paper else "system",
                    "unsigned": len(signing.unsigned),
                    "seal": seal.digest if seal else None,
                    **standing_tree(standing),
                }
            )
    return [
        Report(
            title="结账情况",
            subtitle=(),
            columns=(
                Column(heading="账套"),
                Column(heading="名称"),
                Column(heading="已结至"),
                Column(heading="下一个月"),
                Column(heading="未记账", align="right"),
                Column(heading="出纳签章"),
                Column(heading="特殊情况", align="right"),
                money("特殊情况金额"),
            ),
            rows=tuple(rows),
            alerts=tuple(alerts),
            tree={"books": trees},
        )
    ]


def closed_name(period: str) -> str:
    """Say how far a book is closed; the year's own close stands in the thirteenth place."""
    if not period:
        return "尚未结账"
    return f"{period[:4]} 年已年结" if period.endswith("-13") else period
