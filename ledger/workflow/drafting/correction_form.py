"""Which form a correction takes: red, red and blue, a difference, or blue for a prior year.

《会计基础工作规范》51(五) decides; the program proposes the form and says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.events.base import event_words
from ledger.events.corrections.correcting import CLAUSE, voucher_name
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.basis.errors import Refused
    from ledger.events.base import Event
    from ledger.intake.intake import ReadRow
    from ledger.policy.facts import Facts, PostedVoucher
    from ledger.voucher.history import History

AUTO = "auto"
RED, RED_BLUE, DIFFERENCE, AMEND = "red", "red-blue", "difference", "blue"
PAPERS_ANEW = "papers"
WHY: Mapping[str, str] = MappingProxyType(
    {
        RED: "没有给出正确的业务，只用红字注销",
        RED_BLUE: "科目、对象、日期或附件有错，用红字注销加蓝字订正",
        DIFFERENCE: "科目没有错，只是金额不对，用差额凭证",
        AMEND: "是以前年度的凭证，用蓝字填制一张更正凭证",
        PAPERS_ANEW: "是以前年度的凭证，分录没有错，只登记正确的附件",
    }
)


#: Words of an event that a difference can put right: they say how much.
AMOUNTS = ("amount", "settlement", "lines")
#: Words in which a fact said anew may differ from the fact.
APART_FROM = ("booked", "corrects", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A fact to be corrected: how it was named, its first voucher, and what stands of it.

    `taken` are the vouchers that red takes back, oldest first: all of it, or a correction alone.
    `event` is the fact as it stands.
    """

    names: tuple[str, ...]
    posted: PostedVoucher
    history: History
    taken: tuple[PostedVoucher, ...]
    event: Event

    @property
    def whole(self) -> bool:
        """Return whether all of the fact is taken back."""
        return not self.history.members or self.posted.id in (item.id for item in self.taken)

    def left(self) -> History:
        """Return what stays standing once it is taken back."""
        left = self.history
        for voucher in reversed(self.taken):
            left = left.without(voucher.id)
        return left


def choose_form(
    wrong: Sequence[Wrong], blues: Sequence[ReadRow], facts: Facts, on: date, asked: str
) -> tuple[str, str]:
    """Choose the form, or take the one asked for; give it with the reason in Chinese."""
    if asked == AUTO:
        chosen = proposed_form(wrong, blues, facts, on)
        why = WHY[chosen]
    else:
        chosen, why = asked, "按指定的形式"
    refuse_unfit(chosen, wrong, blues)
    if blues and all(unchanged(item, blues, facts) for item in wrong):
        raise nothing_changed(wrong[0])
    return chosen, why


def proposed_form(wrong: Sequence[Wrong], blues: Sequence[ReadRow], facts: Facts, on: date) -> str:
    """Choose the form by 51(五); this year's vouchers and a prior year's are corrected apart."""
    booked = facts.booking_day(on, None).year
    prior = [item for item in wrong if year_of(item.taken[0].period) != booked]
    if not prior:
        return form_this_year(wrong, blues, facts)
    if len(prior) < len(wrong):
        raise refuse(
            "YEARS_MIXED",
            "几张凭证有的属于本年，有的属于以前年度，不能作为一组更正",
            "本年的和以前年度的分开更正",
            clause=CLAUSE,
        )
    return form_prior_year(wrong, blues)


def refuse_unfit(form: str, wrong: Sequence[Wrong], blues: Sequence[ReadRow]) -> None:
    """Refuse a form that what was given does not fit."""
    if form in (RED_BLUE, DIFFERENCE) and not blues:
        raise refuse(
            "RIGHT_MISSING", "没有给出正确的业务", "用 --with 文件写明正确的栏目", clause=CLAUSE
        )
    if form == RED and blues:
        raise refuse("RIGHT_UNUSED", "只用红字注销时不需要 --with", "去掉 --with", clause=CLAUSE)
    if form == DIFFERENCE and max(len(wrong), len(blues)) > 1:
        raise refuse("DIFFERENCE_UNFIT", "差额凭证一次更正一张", "分别更正", clause=CLAUSE)


def unchanged(wrong: Wrong, blues: Sequence[ReadRow], facts: Facts) -> bool:
    """Tell that what is said anew is what stands already."""
    rights = [row.event for row in mine(wrong, blues)]
    state = wrong.history.state(facts.chart)
    if len(rights) != 1 or len(state) != 1:
        return False
    (new,), (old,) = rights, state
    same_words = said(new) == said(old) and new.papers == old.papers
    return same_words and new.KIND == old.KIND and new.summary in ("", old.summary)


def said(event: Event, *, but: Sequence[str] = ()) -> dict[str, object]:
    """Write what an event says, apart from what a fact said anew always has of its own."""
    left_out = {*APART_FROM, *but, "papers", "corrects"}
    return {name: word for name, word in event_words(event).items() if name not in left_out}


def nothing_changed(wrong: Wrong) -> Refused:
    """Word that the right fact is the one that stands."""
    return refuse(
        "NOTHING_CHANGED",
        f"{voucher_name(wrong.posted)}更正前后没有差别",
        "核对 --with 文件里要改的栏目",
        clause=CLAUSE,
    )


def form_prior_year(wrong: Sequence[Wrong], blues: Sequence[ReadRow]) -> str:
    """Choose between a blue voucher and, where only papers were wrong, the papers said anew."""
    moved = [row.event.papers != item.event.papers for item in wrong for row in mine(item, blues)]
    if not any(moved):
        return AMEND
    alone = len(wrong) == len(blues) == 1 and said(blues[0].event) == said(wrong[0].event)
    if not alone:
        raise refuse(
            "PAPERS_APART",
            "以前年度凭证的附件和其他栏目不在同一次更正里改",
            "先只写正确的附件（papers）更正一次，审核后再更正其他栏目；几张凭证逐张更正附件",
            clause=CLAUSE,
        )
    return PAPERS_ANEW


def mine(wrong: Wrong, blues: Sequence[ReadRow]) -> list[ReadRow]:
    """Pick the rows that say a fact anew."""
    return [row for row in blues if row.event.corrects == wrong.posted.id]


def form_this_year(wrong: Sequence[Wrong], blues: Sequence[ReadRow], facts: Facts) -> str:
    """Choose between red, red and blue, and a difference."""
    if not blues:
        return RED
    alone = len(wrong) == len(blues) == 1
    return DIFFERENCE if alone and only_amount(wrong[0], blues[0].event, facts) else RED_BLUE


def only_amount(wrong: Wrong, new: Event, facts: Facts) -> bool:
    """Tell that only the amount was wrong, so that a difference puts it right."""
    old = wrong.event
    kept = old.KIND == new.KIND and old.papers == new.papers and not new.summary
    if not kept or said(old, but=AMOUNTS) != said(new, but=AMOUNTS):
        return False
    # What may not be has no legs to compare: it is refused as a blue voucher.
    if any(not finding.permission for finding in new.findings(facts)):
        return False
    return bool(difference(wrong.history.legs(), new.legs(facts)))


def difference(old: Sequence[Leg], new: Sequence[Leg]) -> tuple[Leg, ...]:
    """Return what new legs have more or less on the same accounts; () where they do not fit.

    They fit where every pair of accounts stands in both, and all changes have one sign.
    """
    before, after = summed(old), summed(new)
    if before.keys() != after.keys() or len(after) != len(new):
        return ()
    changes = [
        Leg(debit=leg.debit, credit=leg.credit, amount_fen=leg.amount_fen - before[key].amount_fen)
        for key, leg in after.items()
        if leg.amount_fen != before[key].amount_fen
    ]
    return tuple(changes) if len({leg.amount_fen > 0 for leg in changes}) == 1 else ()


def summed(legs: Sequence[Leg]) -> dict[tuple[str, str], Leg]:
    """Add legs up by their pair of accounts, in order; what comes to nothing is left out."""
    sums: dict[tuple[str, str], Leg] = {}
    for leg in legs:
        pair = (leg.debit.code, leg.credit.code)
        before = sums[pair].amount_fen if pair in sums else 0
        if before + leg.amount_fen:
            sums[pair] = Leg(debit=leg.debit, credit=leg.credit, amount_fen=before + leg.amount_fen)
        else:
            sums.pop(pair, None)
    return sums
