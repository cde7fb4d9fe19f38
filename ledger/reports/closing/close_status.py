"""结账情况: how far each book is closed, and how much of it waits."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.formats.report import Column, Report, Row, money, named_row
from ledger.reports.registers.irregular import alerts_of, standing_tree
from ledger.store.drafts import read_draft_heads
from ledger.store.engine import reading
from ledger.store.standing.irregular import count_standing
from ledger.store.vouchers.balances import first_open, last_seal
from ledger.workflow.close.cashier_signature import signing_of
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.formats.report import Row
    from ledger.masters.book import Book
    from ledger.policy.irregular import CasesStanding
    from ledger.workflow.close.cashier_signature import Signing
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套"),
        "name": Column(heading="名称"),
        "closed": Column(heading="已结至"),
        "next": Column(heading="下一个月"),
        "unposted": Column(heading="未记账", align="right"),
        "signature": Column(heading="出纳签章"),
        "irregular": Column(heading="特殊情况", align="right"),
        "irregular_amount": money("特殊情况金额"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseStatus:
    """How far one book is closed, and how many drafts wait for the close of its next month.

    `closed` is its last period that is closed and `digest` that seal's, empty before the first.
    """

    book: Book
    closed: str
    digest: str
    upcoming: str
    waiting: int
    standing: CasesStanding
    signing: Signing


def close_statuses(desk: Desk, book: str) -> list[Report]:
    """How far each book is closed, and how much of it waits."""
    with reading(desk.engine) as conn:
        statuses = [read_status(desk, conn, one) for one in books_asked(conn, book)]
    told = [(one.book, line) for one in statuses for line in alerts_of(one.standing)]
    return [
        Report(
            title="结账情况",
            subtitle=(),
            columns=tuple(COLUMNS.values()),
            rows=tuple(status_row(one) for one in statuses),
            alerts=tuple(f"{of.name}　{line}" for of, line in told),
            tree={"books": [status_tree(one) for one in statuses]},
        )
    ]


def read_status(desk: Desk, conn: sa.Connection, book: Book) -> CloseStatus:
    """Read how far a book is closed, and what waits for the close of its next month."""
    upcoming, _ = first_open(conn, book)
    drafts = read_draft_heads(conn, book.code)
    seal = last_seal(conn, book.code)
    return CloseStatus(
        book=book,
        closed=seal.period if seal else "",
        digest=seal.digest if seal else "",
        upcoming=upcoming,
        waiting=sum(period_of(draft.booked) <= upcoming for draft in drafts),
        standing=count_standing(conn, book.code),
        signing=signing_of(desk, conn, book, upcoming),
    )


def status_row(status: CloseStatus) -> Row:
    """Draw one book, in red while special cases stand."""
    standing = status.standing
    return named_row(
        COLUMNS,
        {
            "book": status.book.code,
            "name": status.book.name,
            "closed": closed_name(status.closed),
            "next": status.upcoming,
            "unposted": status.waiting,
            "signature": status.signing.words(),
            "irregular": standing.count or None,
            "irregular_amount": standing.amount_fen or None,
        },
        mark="alert" if standing.count else "",
    )


def status_tree(status: CloseStatus) -> dict[str, object]:
    """Write one book for programs."""
    return {
        "book": status.book.code,
        "closed": status.closed or None,
        "next": status.upcoming,
        "unposted": status.waiting,
        "signature": "paper" if status.signing.paper else "system",
        "unsigned": len(status.signing.unsigned),
        "seal": status.digest or None,
        **standing_tree(status.standing),
    }


def closed_name(period: str) -> str:
    """Say how far a book is closed; the year's own close stands in the thirteenth place."""
    if not period:
        return "尚未结账"
    return f"{period[:4]} 年已年结" if period.endswith("-13") else period
