"""期末结转 worked out anew: what the program prepared itself is what the balances give.

Nobody signs a 期末结转 before it is posted, so it has to follow from the legs alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.audit.invariants import Row, Stored, broken
from ledger.basis.money import grouped
from ledger.events.booked.period_end import PeriodEnd, balances_to_transfer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ledger.basis.errors import Finding

CLAUSE = "财会〔2017〕28号·3001"
#: The first revision under which 期末结转 are worked out anew; before it they are 按旧规则.
FIRST_WORKED_OUT = "0011"
#: A leg as it is compared: debit, credit, fen.
Moved = tuple[str, str, int]


def check_period_ends(stored: Stored) -> Iterator[Finding]:
    """Each month's 期末结转 closes exactly what its income and expense leaves held."""
    posted = posted_by_period(stored)
    for period, balances in balances_before(stored, posted):
        rows = posted.get(period, [])
        expected, found = legs_expected(stored, balances), legs_in(stored, rows)
        due = bool(rows) or is_december_sealed(stored, period)
        if due and sorted(expected) != sorted(found):
            yield worked_out_otherwise(stored, period, rows, expected, found)


def posted_by_period(stored: Stored) -> Mapping[str, list[Row]]:
    """Group the links of 期末结转 by their month."""
    posted: dict[str, list[Row]] = defaultdict(list)
    for row in stored.rows():
        if row["kind"] == PeriodEnd.KIND and row["period"] is not None:
            posted[row["period"]].append(row)
    return posted


def balances_before(
    stored: Stored, posted: Mapping[str, list[Row]]
) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Return month by month what income and expense leaves held before their 期末结转."""
    turned: dict[str, dict[str, int]] = defaultdict(dict)
    for (account, period), (debit, credit) in stored.again.items():
        if account[0] in "45":
            turned[period][account] = debit - credit
    held: dict[str, int] = defaultdict(int)
    for period in sorted(turned):
        for account, fen in turned[period].items():
            held[account] += fen
        yield period, before_transfer(held, legs_in(stored, posted.get(period, [])))


def legs_in(stored: Stored, rows: Iterable[Row]) -> list[Moved]:
    """List the legs of links."""
    return [leg for row in rows for leg in legs_of(stored, row)]


def legs_of(stored: Stored, row: Row) -> list[Moved]:
    """List a link's legs as they are compared."""
    return [(leg["debit"], leg["credit"], leg["amount_fen"]) for leg in stored.legs[row["id"]]]


def before_transfer(held: Mapping[str, int], legs: Iterable[Moved]) -> Mapping[str, int]:
    """Take the legs of 期末结转 back out of balances."""
    balances = defaultdict(int, held)
    for debit, credit, fen in legs:
        balances[debit] -= fen
        balances[credit] += fen
    return balances


def legs_expected(stored: Stored, balances: Mapping[str, int]) -> list[Moved]:
    """Work out which legs balances give, by the function that the close asks."""
    leaves = {code: fen for code, fen in balances.items() if code[0] in "45"}
    legs: list[Moved] = []
    for target, direction, closed in balances_to_transfer(stored.chart, leaves):
        for entry in closed:
            code, _, fen = entry.rpartition(":")
            pair = (code, target) if direction == "income" else (target, code)
            legs.append((*pair, int(fen)))
    return legs


def is_december_sealed(stored: Stored, period: str) -> bool:
    """Tell a December that is closed, in which something has to be transferred."""
    sealed = {seal["period"] for seal in stored.seals}
    return period.endswith("-12") and period in sealed


def worked_out_otherwise(
    stored: Stored, period: str, rows: list[Row], expected: list[Moved], found: list[Moved]
) -> Finding:
    """Word that a month's 期末结转 is not what its balances give."""
    names = "、".join(label_of(stored, row) for row in rows) or f"{stored.book.code} {period}"
    should, stands = (sum(fen for *_, fen in legs) for legs in (expected, found))
    finding = broken(
        "TRANSFER_DIFFERS",
        f"{names}：按各明细余额重算的期末结转合计 {grouped(should)}，账上 {grouped(stands)}，"
        f"或结转的科目不同",
        CLAUSE,
    )
    return stored.judged(rows[-1], FIRST_WORKED_OUT, finding) if rows else finding
