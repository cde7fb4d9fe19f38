"""What people signed of a book's year: the office's facts, and every set that a stranger needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.keys import fingerprint
from ledger.masters.office import KEY, OFFICE_BOOK
from ledger.store.signing.office import read_office_facts
from ledger.store.signing.sets import read_all_sets, read_sets
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si
from ledger.voucher.shown import SetShown, SignedIn
from ledger.voucher.signing.signed import CLOSE, POST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.masters.office import OfficeFact
    from ledger.voucher.signing.signed import SignedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSigned:
    """The office's facts in order, and the sets of the office and of a book's year."""

    facts: tuple[OfficeFact, ...]
    sets: tuple[SignedSet, ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.sets)

    def cited(self) -> str:
        """Write the head of the office's chain as covers print it; "" where there is none."""
        return f"{self.facts[-1].position}:{self.facts[-1].link}" if self.facts else ""

    def fingerprints(self) -> tuple[tuple[str, str], ...]:
        """List everybody's newest key by its fingerprint, in the order in which they came."""
        keys = {one.subject: one.word("public") for one in self.facts if one.kind == KEY}
        return tuple((name, fingerprint(public)) for name, public in keys.items())


def read_year_signed(conn: sa.Connection, book: str, year: int) -> YearSigned:
    """Read what people signed of a book's year; nothing where nobody has a key.

    A posting or a close that was signed for this year is among them although no link or seal of
    it may be left.
    """
    facts = tuple(read_office_facts(conn))
    named = [id_ for fact in facts for id_ in (fact.proposed, fact.confirmed)]
    signed = read_signed_in(conn, book, year)
    asked = ids_in(signed)
    office, own = read_sets(conn, OFFICE_BOOK, named), read_all_sets(conn, book)
    kept = {id_: made for id_, made in own.items() if id_ in asked or of_year(made, year)}
    return YearSigned(facts=facts, sets=(*in_order(office), *in_order(kept)))


def in_order(sets: Mapping[str, SignedSet]) -> list[SignedSet]:
    """Put sets in one order on every engine: that of their ids."""
    return [sets[id_] for id_ in sorted(sets)]


def of_year(made: SignedSet, year: int) -> bool:
    """Tell a posting or a close of a year."""
    said = dict(made.pairs)
    named = {POST: said.get("year", ""), CLOSE: said.get("period", "")[:4]}
    return named.get(made.act) == str(year)


def read_signed_in(conn: sa.Connection, book: str, year: int) -> dict[str, SignedIn]:
    """Read what people signed of each fact of a year, by the fact's id."""
    f, e = si.signed_fact.c, s.event.c
    query = (
        sa.select(f.event, f.private_digest, f.prepared, f.approved, f.posted)
        .join(s.event, sa.and_(e.book == f.book, e.id == f.event))
        .where(f.book == book, e.chain_year == year)
    )
    return {
        row.event: SignedIn(
            private=row.private_digest,
            prepared=row.prepared,
            approved=row.approved,
            posted=row.posted,
        )
        for row in conn.execute(query)
    }


def read_sets_in(
    conn: sa.Connection, book: str, signed: Mapping[str, SignedIn]
) -> dict[str, SetShown]:
    """Read the sets that facts name, by id."""
    found = read_sets(conn, book, ids_in(signed))
    return {
        id_: SetShown(id=id_, pairs=made.pairs, signature=made.signature)
        for id_, made in found.items()
    }


def ids_in(signed: Mapping[str, SignedIn]) -> set[str]:
    """Name the sets that facts name."""
    return {id_ for one in signed.values() for id_ in one.steps().values()}
