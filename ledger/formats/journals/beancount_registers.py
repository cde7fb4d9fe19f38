"""登记事项 in the journals: a `custom` directive each, so that the chain is whole there too.

Beancount adds nothing up from it and Fava lists it harmlessly; `ledger.audit.journal_plugin`
proves it as it proves a voucher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.formats.journals.beancount_names import quote
from ledger.formats.journals.beancount_signed import signed_meta

if TYPE_CHECKING:
    from ledger.voucher.shown import RegisterEntry, YearLedger

#: The type of the directive; its values are kind, hospital and prepayment year, as texts.
REGISTER = "prepay-register"


def register_directive(ledger: YearLedger, entry: RegisterEntry) -> str:
    """Write a 登记事项: what its journal digest covers, who answers for it, its place."""
    year = str(entry.year) if entry.year else ""
    values = " ".join(quote(word) for word in (EVENT_KINDS[entry.kind], entry.hospital, year))
    lines = [f"{entry.booked} custom {quote(REGISTER)} {values}"]
    if entry.date != entry.booked:
        lines.append(f"  date_of_fact: {entry.date}")
    lines.append(
        f"  prepared_by: {quote(entry.prepared_by)}\n"
        f"  approved_by: {quote(entry.approved_by)}\n"
        f"  id: {quote(entry.id)}\n"
        f"  seq: {entry.position}\n"
        f"  fact: {quote(entry.fact_digest)}\n"
        f"  link: {quote(entry.link)}"
    )
    lines += [*signed_meta(ledger, entry.id), ""]
    return "\n".join(lines)
