"""The rules that the model knows, restated from contract.md and design.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tests.model_facts import TAKING, Fact, balance, by_day, day_of, fen, live, root_of
from tests.model_permission import permission_refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The papers that each kind needs (contract.md, “A file of events”).
PAPERS = {
    "opening-balance": ("migration-sheet",),
    "allocation": ("funding-plan", "allocation-notice", "bank-receipt"),
    "disbursement": ("payment-order", "bank-receipt"),
    "repayment": ("bank-receipt",),
    "payment-return": ("bank-receipt",),
    "settlement-offset": ("settlement-sheet", "offset-decision"),
    "write-off": ("court-document", "government-approval"),
    "succession": ("restructuring",),
    "suspense": ("bank-receipt",),
    "suspense-out": (),
}


class Books(Protocol):
    """What is asked of a book here: its vouchers, and the office's hospitals."""

    posted: list[Fact]
    hospitals: set[str]


def own_refusals(fact: Fact, world: Sequence[Fact], hospitals: set[str]) -> set[str]:
    """Say what a kind's own words are refused for, beside month and balance."""
    named = {fact.hospital, fact.successor} - {""}
    found = {"HOSPITAL_UNKNOWN"} if named - hospitals else set()
    if fact.kind in TAKING:
        return found
    given = {paper["type"] for paper in fact.papers}
    lacking = set(PAPERS[fact.kind]) - given and not fact.corrects
    if lacking or (fact.refund and "bank-receipt" not in given):
        found.add("PAPER_MISSING")
    if fact.kind == "payment-return":
        found |= return_refusals(fact, live(world))
    if fact.kind == "settlement-offset" and fen(fact.amount) > fen(fact.settlement):
        found.add("EXCEEDS_SETTLEMENT")
    if fact.kind == "succession" and fact.successor == fact.hospital:
        found.add("SUCCESSOR_SAME")
    found |= permission_refusals(fact, world, hospitals)
    return found | document_refusals(fact, live(world))


def uses(fact: Fact) -> list[tuple[tuple[str, ...], int, int]]:
    """List the documents that bound an event: which, how much it uses, what it states."""
    amount = fen(fact.amount)
    account, side = fact.words.get("to", ""), "in"
    if fact.words.get("from"):
        account, side = fact.words["from"], "out"
    if fact.kind == "allocation":
        account, side = "1004", "in"
    if fact.kind == "settlement-offset":
        account, side, amount = "1004", "out", fen(fact.settlement) - amount
    found: list[tuple[tuple[str, ...], int, int]] = []
    for paper in fact.papers or ():
        stated = fen(paper.get("amount", "0"))
        if paper["type"] == "bank-receipt" and account and amount > 0:
            found.append((("receipt", account, side, paper["number"]), amount, stated or amount))
        elif paper["type"] in ("court-document", "government-approval"):
            whose = fact.hospital if paper["type"] == "government-approval" else ""
            found.append(((paper["type"], whose, paper["number"]), amount, stated))
    return found


def document_refusals(fact: Fact, world: Sequence[Fact]) -> set[str]:
    """One document bears what it states, and the same use of a receipt only once."""
    found = set()
    for document, used, stated in uses(fact):
        known = [f for f in world if f.key != fact.key]
        others = [(f, u, s) for f in known for d, u, s in uses(f) if d == document]
        told = {other for _, _, other in others if other}
        limit = stated or max(told, default=0)
        receipt = document[0] == "receipt"
        twins = [f for f, _, _ in others if same_use(f, fact)]
        if receipt and twins:
            found.add("RECEIPT_TWICE")
        elif stated and told - {stated}:
            found.add("DOCUMENT_UNEQUAL")
        elif limit and used + sum(u for _, u, _ in others) > limit:
            found.add("RECEIPT_USED_UP" if receipt else "EXCEEDS_DOCUMENT")
        if document[0] == "court-document":
            found |= set() if stated else {"COURT_AMOUNT"}
            owners = {f.hospital for f, _, _ in others}
            found |= {"COURT_DOCUMENT_OTHER"} if owners and fact.hospital not in owners else set()
    return found


def same_use(one: Fact, other: Fact) -> bool:
    """Tell whether two events are of one kind, hospital and year."""
    names = ("kind", "hospital", "year")
    return all(one.words.get(name, "") == other.words.get(name, "") for name in names)


def return_refusals(fact: Fact, world: Sequence[Fact]) -> set[str]:
    """A 退汇 fits the payment that it names, and never gives back more than was paid."""
    paid = [f for f in world if f.kind == "disbursement" and f.key == fact.disbursement]
    if not paid:
        return {"PAYMENT_UNKNOWN"}
    (payment,) = paid
    back = [f for f in world if f.kind == "payment-return" and f.disbursement == payment.key]
    returned = sum(fen(f.amount) for f in back)
    same = (payment.hospital, payment.year, payment.words["from"])
    found = {"PAYMENT_MISMATCH"} if same != (fact.hospital, fact.year, fact.to) else set()
    found |= {"PAYMENT_LATER"} if fact.date < payment.date else set()
    if returned + fen(fact.amount) > fen(payment.amount):
        found.add("EXCEEDS_PAYMENT")
    return found


#: What rests on a fact of each kind, as far as anything here does.
RESTING = {"disbursement": "payment-return", "payment-return": "disbursement"}


def resting_refusals(
    unit: Sequence[Fact], world: Sequence[Fact], before: Sequence[Fact], books: Books
) -> set[str]:
    """Say what a correction makes of the fact itself and of what rests on it, that is news.

    `before` is what stood before the whole batch.
    """
    together = [*world, *unit]
    found: set[str] = set()
    for root in {root_of(fact, together).key: fact for fact in unit if fact.kind in TAKING}:
        wrong = next(fact for fact in books.posted if fact.key == root)
        resting = [
            fact
            for fact in books.posted
            if fact.kind == RESTING.get(wrong.kind)
            and (fact.hospital, fact.year) == (wrong.hospital, wrong.year)
        ]
        for fact in [wrong, *resting]:
            found |= answers(fact, together, books) - answers(fact, before, books)
    return found


def answers(fact: Fact, world: Sequence[Fact], books: Books) -> set[str]:
    """Ask a fact as it stands what it was asked when it was recorded; one that is gone is silent."""
    standing = [one for one in live(world) if one.key == fact.key]
    if not standing:
        return set()
    apart = Fact({**standing[0].words, "corrects": ""}, fact.booked, fact.period, fact.moves)
    others = [one for one in live(world) if one.key != fact.key]
    return own_refusals(apart, others, books.hospitals)


def overdrawn(unit: Sequence[Fact], world: Sequence[Fact]) -> set[str]:
    """Say which leaves a unit makes worse than nothing, on any day or at any month end."""
    found = set()
    together = [*world, *unit]
    codes = {code for fact in unit for move in fact.moves for code in move[:2]}
    days = {day_of(fact, together) for fact in together}
    months = {fact.period for fact in together}
    for code in codes:
        sign = {"1101": 1, "1004": 1, "2001": -1}.get(code[:4], 0)
        short = any(
            sign * by_day(together, code, day) < 0 and sign * of_unit(unit, world, code, day) < 0
            for day in days
        ) or any(
            sign * balance(together, code, month) < 0 and sign * balance(unit, code, month) < 0
            for month in months
        )
        if short:
            found.add(
                "EXCEEDS_OUTSTANDING"
                if code[:4] == "1101"
                else "EXCEEDS_SUSPENSE"
                if code[:4] == "2001" and len(unit) == 1
                else "ACCOUNT_OVERDRAWN"
            )
    return found


def of_unit(unit: Sequence[Fact], world: Sequence[Fact], code: str, day: str) -> int:
    """Add up what a unit alone has done to a leaf by the end of a day."""
    return by_day([*world, *unit], code, day) - by_day(world, code, day)
