"""代理 in what verify answers: who stood in for whom, on which days, and what was done so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ledger.audit.book_checks import special_units, steps_taken
from ledger.basis.terms import ROLES
from ledger.masters.duties import role_words
from ledger.masters.stand_in import is_stood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Stored
    from ledger.masters.stand_in import StandIn


def stand_ins_told(stored: Stored) -> tuple[str, ...]:
    """Tell each 代理 by which a fact of the book was prepared, approved or posted."""
    counts = {one: done_so(stored, one) for one in stored.signing.office.stand_ins}
    return tuple(told(one, done) for one, done in counts.items() if done)


def done_so(stored: Stored, one: StandIn) -> Counter[str]:
    """Count what somebody did in the roles of another, by role."""
    return Counter(role for role, who, at in every_step(stored) if is_stood([one], who, role, at))


def every_step(stored: Stored) -> Iterator[tuple[str, str, str]]:
    """List who prepared, approved and posted each fact, and when, by role."""
    special = special_units(stored.rows())
    for row in stored.rows():
        yield "preparer", row["prepared_by"], row["prepared_at"]
        yield from steps_taken(row, irregular=row["unit"] in special)


def told(one: StandIn, done: Counter[str]) -> str:
    """Say it in a line."""
    counted = "、".join(f"{ROLES[role]} {count} 笔" for role, count in done.items())
    return (
        f"{one.name}（代）：代 {one.instead_of}（{role_words(one.roles)}）"
        f"{one.since} 至 {one.until}，凭 {one.paper}；其间{counted}"
    )
