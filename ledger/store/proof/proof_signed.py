"""Reads what people signed of a book, to be proved anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.masters.office import OFFICE_BOOK, offices_of
from ledger.store.masters import read_operators
from ledger.store.signing.frozen import read_frozen
from ledger.store.signing.office import office_signers, read_office_facts
from ledger.store.signing.sets import read_all_sets, read_keys_public
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.office import Office, OfficeFact
    from ledger.voucher.signing.freezing import Frozen
    from ledger.voucher.signing.signed import SignedSet

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRows:
    """What people signed of a book: facts and frozen drafts by id, sets by id, public keys.

    `offices` is the office at each position of its chain, what it was before the first included.
    """

    facts: dict[str, Row]
    sets: dict[str, SignedSet]
    frozen: dict[str, Frozen]
    offices: Sequence[Office]

    @property
    def office(self) -> Office:
        """Return the office as it is now, which says from where on facts must be signed."""
        return self.offices[-1]

    def begun(self, row: Row) -> bool:
        """Tell whether a fact stands behind the switching on, whatever its moments say."""
        return self.office.must_sign(row["book"], row["chain_year"], row["position"])


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRows:
    """The office as it is stored: its facts and sets, and the tables that follow from them.

    `keys` has public keys by name and version, `roles` what people hold by the table.
    """

    facts: Sequence[OfficeFact]
    sets: Mapping[str, SignedSet]
    offices: Sequence[Office]
    keys: Mapping[tuple[str, int], str]
    roles: Mapping[str, tuple[str, ...]]


def read_office_rows(conn: sa.Connection) -> OfficeRows:
    """Read everything of the office."""
    facts, sets = read_office_facts(conn), read_all_sets(conn, OFFICE_BOOK)
    return OfficeRows(
        facts=facts,
        sets=sets,
        offices=offices_of(facts, {id_: made.by for id_, made in sets.items()}),
        keys=read_keys_public(conn),
        roles={name: one.roles for name, one in read_operators(conn).items()},
    )


def read_signing_rows(conn: sa.Connection, book: str) -> SigningRows:
    """Read everything that people signed of a book."""
    f = si.signed_fact
    facts = conn.execute(sa.select(f).where(f.c.book == book)).mappings()
    return SigningRows(
        facts={row["event"]: dict(row) for row in facts},
        sets=read_all_sets(conn, book),
        frozen=read_frozen(conn, book),
        offices=offices_of(read_office_facts(conn), office_signers(conn)),
    )
