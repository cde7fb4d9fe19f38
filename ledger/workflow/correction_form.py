"""Which form a correction takes: red, red and blue, a difference, or blue for a prior year.

《会计基础工作规范》51(五) decides; the program proposes the form and says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.events.amend import Amend
from ledger.events.correcting import CLAUSE, voucher_name
from ledger.events.difference import Difference
from ledger.events.moves import write_moves
from ledger.events.red import Red
from ledger.masters.leg import Leg, pair_legs
from ledger.workflow.intake import ReadRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts, PostedVoucher

AUTO = "auto"
RED, RED_BLUE, DIFFERENCE, AMEND = "red", "red-blue", "difference", "blue"
WHY: Mapping[str, str] = MappingProxyType(
    {
        RED: "没有给出正确的业务，只用红字注销",
        RED_BLUE: "科目、对象、日期或附件有错，用红字注销加蓝字订正",
        DIFFERENCE: "科目没有错，只是金额不对，用差额凭证",
        AMEND: "是以前年度的凭证，用蓝字填制一张更正凭证",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A voucher to be corrected: as posted, and the event behind it with its papers."""

    posted: PostedVoucher
    event: Event


def choose_form(
    wrong: Sequence[Wrong], blues: Sequence[ReadRow], facts: Facts, on: date, asked: str
) -> tuple[str, str]:
    """Choose the form, or take the one asked for; give it with the reason in Chinese."""
    booked = facts.booking_day(on, None).year
    prior = [item for item in wrong if year_of(item.posted.period) != booked]
    if asked != AUTO:
        chosen, why = asked, "按指定的形式"
    elif prior and len(prior) < len(wrong):
        raise refuse(
            "YEARS_MIXED",
            "几张凭证有的属于本年，有的属于以前年度，不能作为一组更正",
            "本年的和以前年度的分开更正",
            clause=CLAUSE,
        )
    else:
        chosen = AMEND if prior else form_this_year(wrong, blues, facts)
        why = WHY[chosen]
    if chosen in (RED_BLUE, DIFFERENCE) and not blues:
        raise refuse(
            "RIGHT_MISSING", "没有给出正确的业务", "用 --with 文件写明正确的栏目", clause=CLAUSE
        )
    if chosen == RED and blues:
        raise refuse("RIGHT_UNUSED", "只用红字注销时不需要 --with", "去掉 --with", clause=CLAUSE)
    if chosen == DIFFERENCE and (len(wrong) > 1 or len(blues) > 1):
        raise refuse("DIFFERENCE_UNFIT", "差额凭证一次更正一张", "分别更正", clause=CLAUSE)
    return chosen, why


def form_this_year(wrong: Sequence[Wrong], blues: Sequence[ReadRow], facts: Facts) -> str:
    """Choose between red, red and blue, and a difference."""
    if not blues:
        return RED
    if len(wrong) > 1 or len(blues) > 1:
        return RED_BLUE
    old, new = wrong[0].event, blues[0].event
    kept = all(
        getattr(old, word) == getattr(new, word)
        for word in ("KIND", "date", "hospital", "year", "papers", "irregular")
    )
    # The wrong amount still counts as paid here: what is permitted is asked of the difference.
    if not kept or any(not finding.permission for finding in new.findings(facts)):
        return RED_BLUE
    return DIFFERENCE if difference(wrong[0].posted.legs, new.legs(facts)) else RED_BLUE


def difference(old: Sequence[Leg], new: Sequence[Leg]) -> tuple[Leg, ...]:
    """Give what new legs have more or less on the same accounts; () where they do not fit.

    They fit where every pair of accounts stands in both, and all changes have one sign.
    """
    before = {(leg.debit.code, leg.credit.code): leg for leg in old}
    after = {(leg.debit.code, leg.credit.code): leg for leg in new}
    if before.keys() != after.keys() or len(before) != len(old) or len(after) != len(new):
        return ()
    changes = [
        Leg(debit=leg.debit, credit=leg.credit, amount_fen=leg.amount_fen - before[key].amount_fen)
        for key, leg in after.items()
        if leg.amount_fen != before[key].amount_fen
    ]
    return tuple(changes) if len({leg.amount_fen > 0 for leg in changes}) == 1 else ()


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
        # A 退汇 goes before the payment that it returned, or the payment would still hold it.
        ordered = sorted(wrong, key=lambda item: not item.posted.settles)
        reds = [ReadRow(number=0, event=red_event(item, on, reason)) for item in ordered]
        return [*reds, *blues]
    if form == DIFFERENCE:
        legs = difference(wrong[0].posted.legs, blues[0].event.legs(facts))
        if not legs:
            raise refuse(
                "DIFFERENCE_UNFIT",
                f"{voucher_name(wrong[0].posted)}的科目有变，或增减不一，不能用差额凭证",
                "改用 --form red-blue",
                clause=CLAUSE,
            )
        event = difference_event(wrong[0], blues[0].event, legs, on, reason)
        return [ReadRow(number=blues[0].number, event=event)]
    return [amend_row(item, blues, facts, on, reason) for item in wrong]


def red_event(wrong: Wrong, on: date, reason: str) -> Red:
    """Write the red event of a voucher."""
    return Red(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-注销",
        date=on,
        corrects=wrong.posted.id,
        hospital=wrong.event.hospital,
        year=wrong.event.year,
        amount_fen=wrong.event.amount_fen,
        reason=reason,
    )


def difference_event(
    wrong: Wrong, right: Event, legs: Sequence[Leg], on: date, reason: str
) -> Difference:
    """Write the difference to a voucher."""
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
    )


def amend_row(
    wrong: Wrong, blues: Sequence[ReadRow], facts: Facts, on: date, reason: str
) -> ReadRow:
    """Write the blue event that puts a prior year's voucher right."""
    mine = [row for row in blues if row.event.corrects == wrong.posted.id]
    legs = amended(wrong.posted.legs, [leg for r in mine for leg in r.event.legs(facts)], facts)
    if not legs:
        raise refuse(
            "NOTHING_CHANGED",
            f"{voucher_name(wrong.posted)}更正前后没有差别",
            "核对 --with 文件里要改的栏目",
            clause=CLAUSE,
        )
    event = Amend(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-更正",
        date=on,
        corrects=wrong.posted.id,
        hospital=wrong.event.hospital,
        year=wrong.event.year,
        amount_fen=mine[0].event.amount_fen if mine else wrong.event.amount_fen,
        reason=reason,
        moves=write_moves(legs),
    )
    return ReadRow(number=mine[0].number if mine else 0, event=event)


def amended(old: Sequence[Leg], new: Sequence[Leg], facts: Facts) -> tuple[Leg, ...]:
    """Net what moves back and what moves to into one blue voucher.

    Income and expense of a prior year have been closed into 3001: what would touch them goes
    where the recorded choice says.
    """
    sums: dict[str, int] = {}
    accounts: dict[str, Account] = {}
    for sign, legs in ((-1, old), (1, new)):
        for leg in legs:
            for account, fen in ((leg.debit, leg.amount_fen), (leg.credit, -leg.amount_fen)):
                standing = in_place_of(account, facts, back=sign * fen < 0)
                accounts[standing.code] = standing
                sums[standing.code] = sums.get(standing.code, 0) + sign * fen
    debits = [(accounts[code], fen) for code, fen in sums.items() if fen > 0]
    return pair_legs(debits, [(accounts[code], -fen) for code, fen in sums.items() if fen < 0])


def in_place_of(account: Account, facts: Facts, *, back: bool) -> Account:
    """Give what stands for an account a year later; `back` tells expense taken back."""
    if facts.chart.accounts[account.base].account_class not in ("income", "expense"):
        return account
    role = facts.rules(facts.today).text("prior_year_result")
    return facts.chart.leaf(role if back else "net_assets")
