"""Reads what was approved of hospital years (核定), one after another, and on which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.policy.standing import Approval
from ledger.store import schema as s
from ledger.store.masters import chunks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.policy.standing import Standing


def read_approvals_of(
    conn: sa.Connection,
    book: str,
    places: Iterable[tuple[str, int]],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Read when each 核定 of these places was worked out, agreed with 财政 and approved."""
    wanted = set(places)
    e, v = s.event.c, s.evidence.c
    document = sa.and_(v.book == e.book, v.event == e.id, v.type == "assessment-decision")
    columns = (e.id, e.hospital, e.year, e.date, e.approved_at, e.amount_fen, v.number)
    for part in chunks(hospital for hospital, _ in wanted):
        query = (
            sa.select(*columns, v.date.label("agreed"))
            .outerjoin(s.evidence, document)
            .where(
                e.book == book,
                e.kind == "assessment",
                e.year.in_(sorted({year for _, year in wanted})),
                e.hospital.in_(part),
            )
            .order_by(e.chain_year, e.position, v.line)
        )
        found: dict[str, tuple[tuple[str, int], Approval]] = {}
        for row in conn.execute(query):
            # Of several documents the last decides: before it nothing was agreed in full.
            agreed = date.fromisoformat(row.agreed) if row.agreed else None
            before = found.get(row.id)
            if before is None or (agreed and agreed > (before[1].agreed or date.min)):
                approval = Approval(
                    assessed=date.fromisoformat(row.date),
                    agreed=agreed,
                    document=row.number or "",
                    approved=date.fromisoformat(row.approved_at[:10]),
                    amount_fen=row.amount_fen,
                )
                found[row.id] = ((row.hospital, row.year), approval)
        for place, approval in found.values():
            if place in standings:
                approvals = (*standings[place].approvals, approval)
                standings[place] = replace(standings[place], approvals=approvals)


def chained(row: Any) -> tuple[int, int]:
    """Give where an event stands in its book's chain."""
    return row.chain_year, row.position


def read_approvals(
    conn: sa.Connection, book: str, rows: Iterable[Any]
) -> dict[tuple[str, int], list[tuple[tuple[int, int], int]]]:
    """Read what was approved one after another for the places of a few payments."""
    places = {(row.hospital, row.year) for row in rows}
    e = s.event.c
    found: dict[tuple[str, int], list[tuple[tuple[int, int], int]]] = {}
    for part in chunks(hospital for hospital, _ in places):
        query = sa.select(e.hospital, e.year, e.amount_fen, e.chain_year, e.position).where(
            e.book == book,
            e.kind == "assessment",
            e.year.in_(sorted({year for _, year in places})),
            e.hospital.in_(part),
        )
        for row in conn.execute(query.order_by(e.chain_year, e.position)):
            found.setdefault((row.hospital, row.year), []).append((chained(row), row.amount_fen))
    return found
