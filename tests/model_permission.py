"""What the notices allow, restated for the model: the quota, the year, the reason, the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.model_facts import Fact, fen, live

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What is approved for each year, in 元; the hospital that is imported later has nothing.
APPROVED = {"H62010000001": "12.00", "H62010000002": "5.00"}
YEARS = (2026, 2027)
#: A reason that lets an offset go before the year's clearing, and one that does not.
SPECIAL, ORDINARY = "agreement-ended", "到期"


def permission_refusals(fact: Fact, world: Sequence[Fact], hospitals: set[str]) -> set[str]:
    """Say what the notices refuse an event for (甘肃·二, 三, 四)."""
    found = set()
    if fact.kind in ("write-off", "disbursement") and any(
        paper["date"] > fact.date for paper in fact.papers
    ):
        found.add("PAPER_LATER")
    if fact.kind == "repayment":
        found |= payer_refusals(fact, hospitals)
    offset = fact.kind == "settlement-offset"
    if offset and fact.date <= f"{fact.year}-12-25":
        # No recall is ever registered here, on which a special reason could rest.
        found.add("SPECIAL_REASON" if fact.reason == ORDINARY else "RECALL_UNREGISTERED")
    if fact.kind == "disbursement" and fact.hospital in hospitals:
        found |= payment_refusals(fact, world)
    return found


def payer_refusals(fact: Fact, hospitals: set[str]) -> set[str]:
    """A return comes from the account that was paid: every hospital has one only (甘肃·四)."""
    if not fact.payer_account:
        return {"PAYER_UNKNOWN"}
    own = fact.payer_account == f"6222{fact.hospital[-8:]}"
    return {"ORIGINAL_CHANNEL"} if fact.hospital in hospitals and not own else set()


def payment_refusals(fact: Fact, world: Sequence[Fact]) -> set[str]:
    """A payment is of its own year, to a hospital with a 核定, and within it."""
    if fact.year != fact.date[:4] and not fact.corrects:
        return {"PAYMENT_YEAR"}
    if fact.hospital not in APPROVED:
        return {"NOT_ASSESSED", "AGREEMENT_MISSING"}
    return limit_refusals(fact.hospital, fact.year, [*world, fact], fact.date)


def limit_refusals(hospital: str, year: str, world: Sequence[Fact], since: str) -> set[str]:
    """拨付 less 退汇 of a year stays within what was approved, on a day and on each later one.

    What the 期初 of a year says was paid before the books began has used the 核定 too.
    """
    sides = {"disbursement": 1, "payment-return": -1, "opening-balance": 1}
    paid = [
        (fact.date, sides[fact.kind] * fen(fact.amount))
        for fact in live(world)
        if fact.kind in sides and (fact.hospital, fact.year) == (hospital, year)
    ]
    days = {since, *(day for day, _ in paid if day > since)}
    most = max(sum(amount for at, amount in paid if at <= day) for day in days)
    return {"LIMIT_EXCEEDED"} if most > fen(APPROVED[hospital]) else set()
