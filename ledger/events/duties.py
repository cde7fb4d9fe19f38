"""Who approves what: asked when somebody approves, and by `verify` afterwards."""

from __future__ import annotations

from ledger.basis.terms import SYSTEM_OPERATOR


def role_to_approve(*, chief: bool, irregular: bool, prepared_by: str) -> str:
    """Name the role that approves a fact.

    The chief approves what is irregular, what the program itself made, and the kinds that say
    so (`Event.CHIEF`); an approver everything else.
    """
    return "chief" if chief or irregular or prepared_by == SYSTEM_OPERATOR else "approver"
