"""Reads what people signed of a book, to be proved anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.masters.office import OFFICE_BOOK, SIGNING_ON
from ledger.store.signing.frozen import read_frozen
from ledger.store.signing.sets import read_all_sets, read_keys_public
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from ledger.voucher.signing.freezing import Frozen
    from ledger.voucher.signing.signed import SignedSet

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRows:
    """What people signed of a book: facts and frozen drafts by id, sets by id, public keys.

    `since` is when the office switched signing on; "" as long as it has not.
    """

    facts: dict[str, Row]
    sets: dict[str, SignedSet]
    frozen: dict[str, Frozen]
    keys: dict[tuple[str, int], str]
    since: str

    def begun(self, row: Row) -> bool:
        """Tell whether signing was on when a fact was posted."""
        return bool(self.since) and row["posted_at"] >= self.since


def read_signing_rows(conn: sa.Connection, book: str) -> SigningRows:
    """Read everything that people signed of a book."""
    f, o = si.signed_fact, si.office_fact.c
    facts = conn.execute(sa.select(f).where(f.c.book == book)).mappings()
    since = sa.select(o.recorded_at).where(o.book == OFFICE_BOOK, o.kind == SIGNING_ON)
    return SigningRows(
        facts={row["event"]: dict(row) for row in facts},
        sets=read_all_sets(conn, book),
        frozen=read_frozen(conn, book),
        keys=read_keys_public(conn),
        since=conn.execute(since.order_by(o.position).limit(1)).scalar() or "",
    )
