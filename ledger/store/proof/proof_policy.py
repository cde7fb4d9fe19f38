"""Reads what a book works by — adopted texts, readings, figures — and what the log says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store.standing.assess_lists import Stock, read_stock
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, Any]
#: What the log calls the verbs that change what a book works by.
CHANGING = (
    *("init", "policy-adopt", "policy-choose", "policy-propose", "policy-confirm"),
    "assess-import",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRows:
    """What a book works by as it is stored, and the lines of the log that brought it there."""

    layers: tuple[Row, ...]
    values: tuple[Row, ...]
    proposals: tuple[Row, ...]
    figures: tuple[Row, ...]
    payments: Mapping[str, Stock]
    lines: tuple[Row, ...]


def read_policy_rows(conn: sa.Connection, book: str) -> PolicyRows:
    """Read every version of a book's layers and readings, what was imported, and the log."""
    p, v, f, o = s.policy_layer.c, s.policy_value.c, s.fund_figure.c, s.oplog.c
    q = s.policy_proposal.c
    proposed = sa.select(s.policy_proposal).where(q.book == book)
    return PolicyRows(
        layers=rows(conn, sa.select(s.policy_layer).where(p.book == book), p.version, p.place),
        values=rows(conn, sa.select(s.policy_value).where(v.book == book), v.name, v.version),
        proposals=rows(conn, proposed, q.name, q.version, q.place),
        figures=rows(conn, sa.select(s.fund_figure).where(f.book == book), f.year),
        payments={year: stock for (_, year), stock in read_stock(conn, [book]).items()},
        lines=rows(conn, sa.select(s.oplog).where(o.book == book, o.action.in_(CHANGING)), o.id),
    )


def rows(
    conn: sa.Connection, query: sa.Select[Any], *order: sa.ColumnElement[Any]
) -> tuple[Row, ...]:
    """Run a query in order and give its rows."""
    return tuple(dict(row) for row in conn.execute(query.order_by(*order)).mappings())
