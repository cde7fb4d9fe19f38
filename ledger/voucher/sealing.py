"""封存码: what a month's close binds, and the digest over it (docs/chain-format.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.encoding import digest
from ledger.voucher.chain import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.voucher.shown import BalanceRow

#: The seal's columns that its digest covers, in this order.
SEAL_COLUMNS = (
    "book",
    "period",
    "vouchers",
    "events",
    "debit_fen",
    "credit_fen",
    "balances_digest",
    "signatures_digest",
    "position",
    "head",
    "previous",
    "closed_by",
    "closed_at",
)


def balances_digest(rows: Iterable[BalanceRow]) -> str:
    """Digest a trial balance: code, name, opening, 发生额 and closing of each leaf, by code."""
    fields = [FORMAT, "balances"]
    for row in sorted(rows, key=lambda row: row.leaf.account.code):
        fields += (row.leaf.account.code, row.leaf.name)
        fields += (str(row.opening_fen), str(row.debit_fen), str(row.credit_fen))
        fields.append(str(row.closing_fen))
    return digest(fields)


def signatures_digest(signatures: Iterable[tuple[str, str, str, str]]) -> str:
    """Digest a month's signatures: event id, role, name and moment of each, in that order."""
    fields = [FORMAT, "signatures"]
    for signature in sorted(signatures):
        fields += signature
    return digest(fields)


def seal_digest(seal: Mapping[str, str | int]) -> str:
    """Digest a seal; it binds the seal before it through `previous`."""
    return digest((FORMAT, "seal", *(str(seal[column]) for column in SEAL_COLUMNS)))
