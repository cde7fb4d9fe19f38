"""The rules of a book as of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.policy.policy import policy_of
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from ledger.policy.profile import Rules
    from tests.office import Office


def rules(office: Office, book: str = EMPLOYEE) -> Rules:
    """Give a book's rules of today."""
    with reading(office.desk.engine) as conn:
        one = read_books(conn)[book]
        return policy_of(office.desk, conn, one).on(office.desk.today())
