"""What people signed, in the journals: whose key stands under each step, and the sets themselves.

Each transaction and each 登记事项 names its sets and the fingerprints of their keys; a set stands
once in each month that names it, as a `custom` directive that moves nothing. An office without
keys has none of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.keys import fingerprint
from ledger.formats.journals.beancount_names import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ledger.voucher.shown import SetShown, YearLedger

#: The type of the directive; its values are the names and values of what was signed, in order.
SIGNED_SET = "prepay-set"


def signed_meta(ledger: YearLedger, id_: str) -> list[str]:
    """Write what people signed of a fact as metadata; nothing where nobody did."""
    one = ledger.signed.get(id_)
    if one is None:
        return []
    lines = [f"  private: {quote(one.private)}"]
    for step, named in one.steps().items():
        lines.append(f"  {step}_set: {quote(named)}")
        if named in ledger.sets:
            lines.append(f"  {step}_key: {quote(key_mark(ledger.sets[named]))}")
    return lines


def key_mark(made: SetShown) -> str:
    """Return the fingerprint of the key that signed a set; what is no key is shown as it is."""
    key = dict(made.pairs).get("key", "")
    try:
        return fingerprint(key)
    except ValueError:
        return key


def set_directives(ledger: YearLedger, facts: Iterable[tuple[str, date]]) -> Iterator[str]:
    """Write each set that facts of a month name once, on the first day of those that do."""
    days: dict[str, date] = {}
    for id_, day in facts:
        signed = ledger.signed.get(id_)
        for named in signed.steps().values() if signed else ():
            days[named] = min(day, days.get(named, day))
    for named in sorted(set(days) & set(ledger.sets)):
        yield set_directive(ledger.sets[named], days[named])


def set_directive(made: SetShown, day: date) -> str:
    """Write a set: what was signed, and the signature."""
    said = " ".join(quote(word) for pair in made.pairs if pair[1] for word in pair)
    return (
        f"{day} custom {quote(SIGNED_SET)} {said}\n"
        f"  id: {quote(made.id)}\n"
        f"  signature: {quote(made.signature)}\n"
    )
