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
from ledger.events.base import event_words
from ledger.events.correcting import CLAUSE, voucher_name
from ledger.events.difference import Difference
from ledger.events.moves import write_moves
from ledger.events.paper_correction import PaperCorrection
from ledger.events.red import Red
from ledger.intake.intake import ReadRow
from ledger.masters.leg import Leg, pair_legs
from ledger.voucher.history import BESIDE
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ledger.basis.errors import Refused
    from ledger.events.base import Event
    from ledger.masters.chart import Account
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
    booked = facts.booking_day(on, None).year
    prior = [item for item in wrong if year_of(item.taken[0].period) != booked]
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
        chosen = form_prior_year(wrong, blues) if prior else form_this_year(wrong, blues, facts)
        why = WHY[chosen]
    if chosen in (RED_BLUE, DIFFERENCE) and not blues:
        raise refuse(
            "RIGHT_MISSING", "没有给出正确的业务", "用 --with 文件写明正确的栏目", clause=CLAUSE
        )
    if chosen == RED and blues:
        raise refuse("RIGHT_UNUSED", "只用红字注销时不需要 --with", "去掉 --with", clause=CLAUSE)
    if chosen == DIFFERENCE and (len(wrong) > 1 or len(blues) > 1):
        raise refuse("DIFFERENCE_UNFIT", "差额凭证一次更正一张", "分别更正", clause=CLAUSE)
    if blues and all(unchanged(item, blues, facts) for item in wrong):
        raise nothing_changed(wrong[0])
    return chosen, why


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
    words = event_words(event)
    return {
        name: words[name] for name in words if name not in (*APART_FROM, *but, "papers", "corrects")
    }


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
    if len(wrong) > 1 or len(blues) > 1:
        return RED_BLUE
    old, new = wrong[0].event, blues[0].event
    kept = old.KIND == new.KIND and old.papers == new.papers and not new.summary
    if not kept or said(old, but=AMOUNTS) != said(new, but=AMOUNTS):
        return RED_BLUE
    # What may not be has no legs to compare: it is refused as a blue voucher.
    if any(not finding.permission for finding in new.findings(facts)):
        return RED_BLUE
    return DIFFERENCE if difference(wrong[0].history.legs(), new.legs(facts)) else RED_BLUE


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
        legs = difference(wrong[0].history.legs(), blues[0].event.legs(facts))
        if not legs:
            raise refuse(
                "DIFFERENCE_UNFIT",
                f"{voucher_name(wrong[0].posted)}的科目有变，或增减不一，不能用差额凭证",
                "改用 --form red-blue",
                clause=CLAUSE,
            )
        event = difference_event(wrong[0], blues[0].event, legs, on, reason)
        return [ReadRow(number=blues[0].number, event=event)]
    if form == PAPERS_ANEW:
        return [ReadRow(number=blues[0].number, event=papers_event(wrong[0], blues, on, reason))]
    return [row for item in wrong for row in prior_year_rows(item, blues, facts, on, reason)]


def reds(wrong: Wrong, taken: Sequence[PostedVoucher], on: date, reason: str) -> Iterator[ReadRow]:
    """Write the red events that take vouchers of a fact back, the latest first (51(五))."""
    left = wrong.history
    for voucher in reversed(taken):
        # A red voucher says the amount that it takes back: of a decrease, less than nothing.
        standing = [member for member in left.members if member.id == voucher.id]
        fen = sum(leg.amount_fen for leg in standing[0].legs) if standing else 0
        if standing and standing[0].form not in BESIDE:
            fen = wrong.history.event.amount_fen
        yield ReadRow(
            number=0,
            event=Red(
                book=wrong.event.book,
                key=f"{voucher.key}-注销",
                date=on,
                corrects=voucher.id,
                hospital=wrong.history.event.hospital,
                year=wrong.history.event.year,
                amount_fen=fen,
                reason=reason,
            ),
        )
        left = left.without(voucher.id)


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
    this_year = [v for v in wrong.taken if year_of(v.period) == booked]
    base = wrong.history
    for voucher in this_year:
        base = base.without(voucher.id)
    new = [leg for row in rights for leg in row.event.legs(facts)]
    kept = () if rights or wrong.whole else wrong.left().legs()
    legs = amended(base.legs(), [*new, *kept], facts)
    rows = list(reds(wrong, this_year, on, reason))
    if not legs and not rows:
        raise nothing_changed(wrong)
    if not legs:
        return rows
    said_fen = wrong.event.amount_fen
    if rights:
        said_fen = rights[0].event.amount_fen
    elif not wrong.whole:
        said_fen = wrong.left().members[-1].said_fen
    event = Amend(
        book=wrong.event.book,
        key=f"{wrong.posted.key}-更正",
        date=on,
        corrects=wrong.posted.id,
        hospital=wrong.history.event.hospital,
        year=wrong.history.event.year,
        amount_fen=said_fen,
        reason=reason,
        moves=write_moves(legs),
        after=base.members[-1].id if len(base.members) > 1 else "",
    )
    return [*rows, ReadRow(number=rights[0].number if rights else 0, event=event)]


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
    """Return what stands for an account a year later; `back` tells expense taken back."""
    if facts.chart.accounts[account.base].account_class not in ("income", "expense"):
        return account
    role = facts.rules(facts.today).text("prior_year_result")
    return facts.chart.leaf(role if back else "net_assets")
