"""Reads and writes what one person has proposed for the office and another is to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.masters.office import OFFICE_BOOK, OfficeProposal
from ledger.store.signing.office import pairs_read, pairs_text
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from collections.abc import Iterable


def add_office_proposal(conn: sa.Connection, proposal: OfficeProposal) -> None:
    """Add what somebody proposes."""
    conn.execute(
        sa.insert(si.office_proposal),
        {
            "book": OFFICE_BOOK,
            "id": proposal.id,
            "kind": proposal.kind,
            "subject": proposal.subject,
            "content": pairs_text(proposal.pairs),
            "proposer": proposal.proposer,
            "proposed": proposal.proposed,
            "proposed_at": proposal.at,
        },
    )


def read_office_proposals(conn: sa.Connection) -> list[OfficeProposal]:
    """Read what is proposed and waits, in the order in which it was."""
    p = si.office_proposal
    query = sa.select(p).where(p.c.book == OFFICE_BOOK).order_by(p.c.id)
    return [
        OfficeProposal(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            pairs=pairs_read(row.content),
            proposer=row.proposer,
            proposed=row.proposed,
            at=row.proposed_at,
        )
        for row in conn.execute(query)
    ]


def drop_office_proposals(conn: sa.Connection, ids: Iterable[str]) -> None:
    """Take proposals away that are confirmed or withdrawn; their sets stay."""
    p = si.office_proposal
    conn.execute(sa.delete(p).where(p.c.book == OFFICE_BOOK, p.c.id.in_(list(ids))))
