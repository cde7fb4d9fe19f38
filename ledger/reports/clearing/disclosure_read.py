"""What the 附注 is drawn from: the rules of the day, presumed readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.policy.profile import Policy
    from ledger.policy.values import Choice
    from ledger.projections.settlement import SettlementRow


def deadlines_of(policy: Policy, rows: Sequence[SettlementRow], on: date) -> dict[int, date]:
    """Return by when each prepayment year had to come back, by the rules of a day."""
    rules = policy.on(on)
    years = {row.leaf.account.year for row in rows}
    return {year: rules.day("return_deadline", year) for year in years}


def presumed(policy: Policy, year: int) -> tuple[Choice, ...]:
    """List the choices that hold in a year by presumption alone, in order of their number."""
    waiting = [
        choice for choice in policy.choices().values() if policy.state(choice, year) == "presumed"
    ]
    return tuple(sorted(waiting, key=lambda choice: (len(choice.item), choice.item, choice.name)))
