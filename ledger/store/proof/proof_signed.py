"""Reads what people signed of a book, to be proved anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store.signing.frozen import read_frozen
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import read_all_sets, read_keys_public
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from ledger.masters.office import Office
    from ledger.voucher.signing.freezing import Frozen
    from ledger.voucher.signing.signed import SignedSet

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRows:
    """What people signed of a book: facts and frozen drafts by id, sets by id, public keys.

    `office` says from where on it must be signed.
    """

    facts: dict[str, Row]
    sets: dict[str, SignedSet]
    frozen: dict[str, Frozen]
    keys: dict[tuple[str, int], str]
    office: Office

    def begun(self, row: Row) -> bool:
        """Tell whether a fact stands behind the switching on, whatever its moments say."""
        return self.office.must_sign(row["book"], row["chain_year"], row["position"])


def read_signing_rows(conn: sa.Connection, book: str) -> SigningRows:
    """Read everything that people signed of a book."""
    f = si.signed_fact
    facts = conn.execute(sa.select(f).where(f.c.book == book)).mappings()
    return SigningRows(
        facts={row["event"]: dict(row) for row in facts},
        sets=read_all_sets(conn, book),
        frozen=read_frozen(conn, book),
        keys=read_keys_public(conn),
        office=read_office(conn),
    )
