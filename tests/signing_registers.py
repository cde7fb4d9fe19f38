"""Lets two people sign 登记事项 that a test writes without the verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.store.masters import read_books
from ledger.store.signing.sets import is_signing_on
from ledger.workflow.drafting.approved import sign_approved
from ledger.workflow.drafting.prepared import prepare_registers

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.desk import Desk


def signed_by_two(desk: Desk, conn: sa.Connection, drafts: Sequence[Draft]) -> SignedSet | None:
    """Let preparer and approver sign drafts of one book; None where the office does not sign."""
    if not is_signing_on(conn):
        return None
    prepare_registers(replace(desk, operator="制单乙"), conn, drafts)
    book = read_books(conn)[drafts[0].event.book]
    return sign_approved(replace(desk, operator="审核丙"), conn, book, drafts)
