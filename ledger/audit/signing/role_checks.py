"""Whoever signed held the role for it where the office stood that the signature cites."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.audit.book_checks import special_units, steps_taken
from ledger.audit.chain_checks import label_of
from ledger.audit.invariants import broken
from ledger.basis.terms import ROLES, SYSTEM_OPERATOR
from ledger.voucher.signing.signed import CLOSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding
    from ledger.masters.office import Office
    from ledger.voucher.signing.signed import SignedSet

CLAUSE = "财会〔2024〕12号·二十一(二)"


def check_signed_roles(stored: Stored) -> Iterator[Finding]:
    """Each signature is by somebody who held its role by the office's own chain, 代理 included.

    The tables of roles have moments that whoever has the database may move; the chain has none.
    """
    offices = {office.cited(): office for office in stored.signing.offices}
    for (id_, role), label in roles_asked(stored).items():
        made = stored.signing.sets.get(id_)
        if made is not None and not held_then(offices, made, role):
            what = f"{label}：{made.by} 签名时没有“{ROLES[role]}”岗位（按两人确认的岗位）"
            yield broken("SIGNED_WITHOUT_ROLE", what, CLAUSE)


def held_then(offices: Mapping[str, Office], made: SignedSet, role: str) -> bool:
    """Tell whether a signer held a role on the day of the signature, in the office that it cites.

    An office that never stood so is another check's finding.
    """
    office = offices.get(dict(made.pairs).get("office", ""))
    return office is None or office.may(made.by, role, date.fromisoformat(made.at[:10]))


def roles_asked(stored: Stored) -> dict[tuple[str, str], str]:
    """Gather which role each set asks for, with the first thing that it was signed for."""
    asked: dict[tuple[str, str], str] = {}
    special = special_units(stored.rows())
    for row in stored.rows():
        for pair in steps_signed(stored, row, irregular=row["unit"] in special):
            asked.setdefault(pair, label_of(stored, row))
    closing = [id_ for id_, made in stored.signing.sets.items() if made.act == CLOSE]
    return asked | {(id_, "chief"): f"{stored.book.code} 结账" for id_ in closing}


def steps_signed(stored: Stored, row: Row, *, irregular: bool) -> Iterator[tuple[str, str]]:
    """List the sets of a fact, each with the role that it asks for; none where it is unsigned."""
    fact = stored.signing.facts.get(row["id"])
    if fact is None:
        return
    if row["prepared_by"] != SYSTEM_OPERATOR:
        yield fact["prepared"], "preparer"
    sets = (fact["approved"], fact["posted"])
    for id_, (role, _who, _when) in zip(sets, steps_taken(row, irregular=irregular), strict=False):
        yield id_, role
