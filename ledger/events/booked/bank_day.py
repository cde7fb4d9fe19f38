"""认定暂收款的日子: what was held is a hospital's return on the day on which the bank had it.

The books know that day: it is the date of the 暂收. Another one moves the return, and after the
deadline of the year it would punish a hospital that had paid in time (甘肃·四; 海南·五).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.judged import JudgedSuspense
    from ledger.policy.facts import Facts, Held

CLAUSE_FACT = "财会〔2017〕28号·2001"
DAY_FIELD = "date 日期"


def told_apart(event: JudgedSuspense) -> bool:
    """Tell an identification from a refund, whose day is that of the payment back."""
    return bool(event.hospital and event.year) and not event.refund


def still_held(held: Sequence[Held], without: Collection[str]) -> list[Held]:
    """Find the receipts of which something is left.

    What went out took from the receipt of its own day first, else from the oldest.
    """
    came = [receipt for receipt in held if not receipt.out]
    left = {receipt.key: receipt.amount_fen for receipt in came}
    for gone in held:
        if gone.out and gone.key not in without:
            take_from(left, sorted(came, key=lambda receipt: receipt.date != gone.date), gone)
    return [receipt for receipt in came if left[receipt.key] > 0]


def take_from(left: dict[str, int], came: Sequence[Held], gone: Held) -> None:
    """Take what went out from the receipts in their order."""
    rest = gone.amount_fen
    for receipt in came:
        taken = min(rest, left[receipt.key])
        left[receipt.key] -= taken
        rest -= taken


def receipts_meant(event: JudgedSuspense, facts: Facts) -> list[Held]:
    """Find which held receipts an identification may mean, as if it had not been told yet."""
    wrong = facts.vouchers.get(event.corrects)
    own = {event.key, wrong.key if wrong is not None else event.key}
    return meant_among(facts.held, event, own)


def meant_among(held: Sequence[Held], event: JudgedSuspense, own: Collection[str]) -> list[Held]:
    """Find which of these receipts is meant: by 回单, else amount, else all that are open.

    `own` names what took from them before and is this event itself.
    """
    party = [receipt for receipt in held if receipt.counterparty == event.counterparty]
    still = still_held(party, own)
    by_number = sharing_number(still, event)
    by_amount = [receipt for receipt in still if receipt.amount_fen == event.amount_fen]
    return by_number or by_amount or still


def sharing_number(held: Sequence[Held], event: JudgedSuspense) -> list[Held]:
    """Find the receipts whose 回单 the event cites."""
    numbers = {paper.number for paper in event.papers if paper.type == "bank-receipt"}
    return [receipt for receipt in held if receipt.receipts & numbers]


def bank_days(event: JudgedSuspense, facts: Facts) -> list[Held]:
    """Find the receipts whose day the event should have; [] where its day is right or unknown."""
    meant = receipts_meant(event, facts) if told_apart(event) else []
    if any(one.opening or one.date == event.date for one in meant):
        return []
    return meant


def deadline_between(event: JudgedSuspense, day: date, facts: Facts) -> date | None:
    """Return the deadline of the prepayment year that lies between two days of a return."""
    rules = facts.rules(event.date, event.year)
    if rules.policy_value("return_deadline", year=event.year) is None:
        return None
    deadline = rules.day("return_deadline", event.year)
    return deadline if min(day, event.date) <= deadline < max(day, event.date) else None


def bank_day_findings(event: JudgedSuspense, facts: Facts) -> Iterator[Finding]:
    """Refuse another day where the deadline lies between: it would decide about the next year."""
    meant = bank_days(event, facts)
    deadlines = [day for one in meant if (day := deadline_between(event, one.date, facts))]
    if deadlines:
        name = facts.hospital_name(event.hospital)
        yield event.refusal(
            "BANK_DAY",
            f"{came_on(event, meant)}，本笔写的是 {event.date}；{name}{event.year}年度的返还期限"
            f" {deadlines[0]} 在两者之间，写错一天就会改变是否按时返还",
            f"日期填银行到账日 {days_of(meant)}；记账日期（booked）可以是以后的日子",
            clause=facts.rules(event.date, event.year).clause("return_deadline"),
            field=DAY_FIELD,
        )


def bank_day_warnings(event: JudgedSuspense, facts: Facts) -> Iterator[Finding]:
    """Show both days where they differ, and nothing hangs on it."""
    meant = bank_days(event, facts)
    if meant:
        yield event.refusal(
            "BANK_DAY",
            f"{came_on(event, meant)}，本笔写的是 {event.date}",
            f"认定为返还的，日期填银行到账日 {days_of(meant)}",
            clause=CLAUSE_FACT,
            field=DAY_FIELD,
        )


def came_on(event: JudgedSuspense, meant: Sequence[Held]) -> str:
    """Say which receipts are meant, with day and amount."""
    listed = "、".join(f"“{one.key}” {one.date} 到账 {grouped(one.amount_fen)}" for one in meant)
    return f"{event.counterparty}的暂收款{listed}"


def days_of(meant: Sequence[Held]) -> str:
    """List the days to choose from."""
    return " 或 ".join(sorted({one.date.isoformat() for one in meant}))
