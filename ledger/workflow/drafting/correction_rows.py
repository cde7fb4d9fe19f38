"""The events of a correction, in the form that was chosen for it (51(五))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.correcting import CLAUSE, voucher_name
from ledger.events.corrections.difference import Difference
from ledger.events.corrections.paper_correction import PaperCorrection
from ledger.events.corrections.red import Red
from ledger.events.moves import write_moves
from ledger.intake.intake import ReadRow
from ledger.masters.leg import Leg, pair_legs
from ledger.voucher.history import BESIDE
from ledger.voucher.shown import voucher_label
from ledger.workflow.drafting.correction_form import (
    DIFFERENCE,
    PAPERS_ANEW,
    RED,
    RED_BLUE,
    Wrong,
    difference,
    mine,
    nothing_changed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts, PostedVoucher
    from ledger.voucher.history import History


def rows_in_form(
    form: str,
    wrong: Sequence[Wrong],
    blues: Sequence[ReadRow],
    facts: Facts,
    on: date,
    reason: str,
) -> list[ReadRow]:
    """Write the events of a correction in its form."""
    if form in (RED, RED_BLUE):
        # A 退汇 goes before the payment that it returned, as it came after.
        ordered = sorted(wrong, key=lambda item: item.posted.kind != "payment-return")
        return [*(row for item in ordered for row in reds(item, item.taken, on, reason)), *blues]
    if form == DIFFERENCE:
        return [difference_row(wrong[0], blues[0], facts, on, reason)]
    if form == PAPERS_ANEW:
        return [ReadRow(number=blues[0].number, event=papers_event(wrong[0], blues, on, reason))]
    return [row for item in wrong for row in prior_year_rows(item, blues, facts, on, reason)]


def difference_row(wrong: Wrong, blue: ReadRow, facts: Facts, on: date, reason: str) -> ReadRow:
    """Write the difference between a fact and what is right, where there is one."""
    legs = difference(wrong.history.legs(), blue.event.legs(facts))
    if not legs:
        raise refuse(
            "DIFFERENCE_UNFIT",
            f"{voucher_name(wrong.posted)}的科目有变，或增减不一，不能用差额凭证",
            "改用 --form red-blue",
            clause=CLAUSE,
        )
    event = difference_event(wrong, blue.event, legs, on, reason)
    return ReadRow(number=blue.number, event=event)


def reds(wrong: Wrong, taken: Sequence[PostedVoucher], on: date, reason: str) -> Iterator[ReadRow]:
    """Write the red events that take vouchers of a fact back, the latest first (51(五))."""
    left = wrong.history
    for voucher in reversed(taken):
        yield ReadRow(
            number=0,
            event=Red(
                book=wrong.event.book,
                key=f"{voucher.key}-注销",
                date=on,
                corrects=voucher.id,
                hospital=wrong.history.event.hospital,
                year=wrong.history.event.year,
                amount_fen=red_amount(wrong, left, voucher),
                reason=reason,
            ),
        )
        left = left.without(voucher.id)


def red_amount(wrong: Wrong, left: History, voucher: PostedVoucher) -> int:
    """Return the amount that a red voucher takes back: of a decrease, less than nothing."""
    standing = next((member for member in left.members if member.id == voucher.id), None)
    if standing is None:
        return 0
    if standing.form not in BESIDE:
        return wrong.history.event.amount_fen
    return sum(leg.amount_fen for leg in standing.legs)


def difference_event(
    wrong: Wrong, right: Event, legs: Sequence[Leg], on: date, reason: str
) -> Difference:
    """Write the difference to a fact as it stands."""
    return Difference(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-差额",
        date=on,
        corrects=wrong.posted.id,
        hospital=wrong.event.hospital,
        year=wrong.event.year,
        amount_fen=right.amount_fen,
        reason=reason,
        moves=write_moves(legs),
        after=wrong.posted.newest,
    )


def papers_event(wrong: Wrong, blues: Sequence[ReadRow], on: date, reason: str) -> PaperCorrection:
    """Say the papers of a prior year's voucher anew."""
    if len(blues) != 1:
        raise refuse(
            "RIGHT_MISSING", "没有给出正确的附件", "用 --with 文件写明附件（papers）", clause=CLAUSE
        )
    return PaperCorrection(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-附件",
        date=on,
        original=wrong.posted.id,
        voucher=voucher_label(wrong.posted.period, wrong.posted.number),
        hospital=wrong.history.event.hospital,
        year=wrong.history.event.year,
        reason=reason,
        papers=blues[0].event.papers,
        after=wrong.posted.papers_by,
    )


def prior_year_rows(
    wrong: Wrong, blues: Sequence[ReadRow], facts: Facts, on: date, reason: str
) -> list[ReadRow]:
    """Put a prior year's fact right: in blue, after what this year said of it is taken back in red.

    51(五): what was entered wrongly this year takes red, what a prior year did takes blue only.
    """
    rights = mine(wrong, blues)
    booked = facts.booking_day(on, None).year
    this_year = [voucher for voucher in wrong.taken if year_of(voucher.period) == booked]
    base = wrong.history
    for voucher in this_year:
        base = base.without(voucher.id)
    legs = amended(base.legs(), legs_right(wrong, rights, facts), facts)
    rows = list(reds(wrong, this_year, on, reason))
    if legs:
        rows.append(amend_row(wrong, base, rights, legs, on, reason))
    if not rows:
        raise nothing_changed(wrong)
    return rows


def amend_row(
    wrong: Wrong,
    base: History,
    rights: Sequence[ReadRow],
    legs: Sequence[Leg],
    on: date,
    reason: str,
) -> ReadRow:
    """Write what is put right of a prior year's fact, on top of what is left of it."""
    event = Amend(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-更正",
        date=on,
        corrects=wrong.posted.id,
        hospital=wrong.history.event.hospital,
        year=wrong.history.event.year,
        amount_fen=amount_right(wrong, rights),
        reason=reason,
        moves=write_moves(legs),
        after=base.members[-1].id if len(base.members) > 1 else "",
    )
    return ReadRow(number=rights[0].number if rights else 0, event=event)


def legs_right(wrong: Wrong, rights: Sequence[ReadRow], facts: Facts) -> list[Leg]:
    """Return the legs that stand after a correction: as said anew, or what it leaves standing."""
    if rights:
        return [leg for row in rights for leg in row.event.legs(facts)]
    return [] if wrong.whole else list(wrong.left().legs())


def amount_right(wrong: Wrong, rights: Sequence[ReadRow]) -> int:
    """Return the amount that a correction states: as said anew, or of what it leaves standing."""
    if rights:
        return rights[0].event.amount_fen
    return wrong.event.amount_fen if wrong.whole else wrong.left().members[-1].said_fen


def amended(old: Sequence[Leg], new: Sequence[Leg], facts: Facts) -> tuple[Leg, ...]:
    """Net what moves back and what moves to into one blue voucher.

    Income and expense of a prior year have been closed into 3001: what would touch them goes
    where the recorded choice says.
    """
    sums: dict[str, int] = {}
    accounts: dict[str, Account] = {}
    for account, fen in (*moves_of(old, -1), *moves_of(new, 1)):
        standing = in_place_of(account, facts, back=fen < 0)
        accounts[standing.code] = standing
        sums[standing.code] = sums.get(standing.code, 0) + fen
    debits = [(accounts[code], fen) for code, fen in sums.items() if fen > 0]
    return pair_legs(debits, [(accounts[code], -fen) for code, fen in sums.items() if fen < 0])


def moves_of(legs: Iterable[Leg], sign: int) -> Iterator[tuple[Account, int]]:
    """Tell what legs move on each account, debits above nothing; turned round for `sign` -1."""
    for leg in legs:
        yield leg.debit, sign * leg.amount_fen
        yield leg.credit, -sign * leg.amount_fen


def in_place_of(account: Account, facts: Facts, *, back: bool) -> Account:
    """Return what stands for an account a year later; `back` tells expense taken back."""
    if facts.chart.accounts[account.base].account_class not in ("income", "expense"):
        return account
    role = facts.rules(facts.today).text("prior_year_result")
    return facts.chart.leaf(role if back else "net_assets")
