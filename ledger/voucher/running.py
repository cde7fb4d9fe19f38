"""What the books would be while a batch is worked through, before anything is written.

Facts are read once for the whole batch; this keeps them up to date in memory, so that row
900 of a file sees what rows 1 to 899 would have done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.basis.terms import EVENT_KINDS
from ledger.events.checks import form_findings
from ledger.events.correcting import voucher_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


#: The word that a finding about a balance points at.
AMOUNT = "amount 金额"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event that passed its own checks, with what it would post.

    `breaches` are the rules of permission that an irregular event goes against.
    """

    event: Event
    period: str
    booked: date
    summary: str
    movement: str
    legs: tuple[Leg, ...]
    breaches: tuple[Finding, ...] = ()


@dataclass(slots=True, kw_only=True)
class Leaves:
    """Leaf balances while a batch runs, in debit-positive fen.

    `carried` is what each leaf brought into the first period known here, `nets` its net debit
    by period after that.
    """

    carried: dict[str, int]
    nets: dict[str, dict[str, int]]

    def balance(self, code: str, period: str) -> int:
        """Give a leaf's balance at the end of a period."""
        nets = self.nets.get(code, {})
        return self.carried.get(code, 0) + sum(fen for at, fen in nets.items() if at <= period)

    def lowest(self, code: str, moved: Mapping[str, int], sign: int) -> tuple[str, int]:
        """Give the month end at which `sign` × balance is lowest, of those that `moved` lowered.

        What a rejected draft has left short is no fault of one that brings something.
        """
        nets = self.nets.get(code, {})
        balance, change, lower = self.carried.get(code, 0), 0, []
        for end in sorted({*moved, *nets}):
            balance += nets.get(end, 0)
            change += moved.get(end, 0)
            if sign * change < 0:
                lower.append((end, sign * balance))
        return min(lower, key=lambda pair: pair[1], default=("", 0))

    def add(self, legs: Sequence[Leg], period: str, *, sign: int = 1) -> None:
        """Let legs move the leaves in a period; `sign` −1 takes them back."""
        for leg in legs:
            fen = sign * leg.amount_fen
            for code, change in ((leg.debit.code, fen), (leg.credit.code, -fen)):
                nets = self.nets.setdefault(code, {})
                nets[period] = nets.get(period, 0) + change


def work_out(event: Event, facts: Facts) -> tuple[Candidate | None, list[Finding]]:
    """Check an event against the facts; give what it would post, or every finding.

    What an irregular event has already done against a rule of permission is no refusal.
    """
    findings = [*form_findings(event, facts), *event.findings(facts)]
    if event.irregular:
        breaches = tuple(finding for finding in findings if finding.permission)
        refused = [finding for finding in findings if not finding.permission]
        if refused:
            return None, refused
        return replace(candidate_of(event, facts), breaches=breaches), []
    return (None, findings) if findings else (candidate_of(event, facts), [])


def candidate_of(event: Event, facts: Facts) -> Candidate:
    """Give what an event would post."""
    booked = facts.booking_day(event.date, event.booked)
    opening = facts.opening_open and is_opening(event, facts)
    return Candidate(
        event=event,
        period=facts.opening_period() if opening else period_of(booked),
        booked=booked,
        summary=summary_of(event, facts),
        movement=movement_of(event, facts),
        legs=event.legs(facts),
    )


def movement_of(event: Event, facts: Facts) -> str:
    """Give the kind that a voucher counts as: a correction counts as what it corrects."""
    if event.INTERNAL and event.corrects:
        return facts.vouchers[event.corrects].kind
    return event.KIND


def is_opening(event: Event, facts: Facts) -> bool:
    """Tell what stands among the 期初 while they may be entered: they, and what corrects them."""
    if event.KIND in ("red", "difference"):
        return facts.vouchers[event.corrects].period == facts.opening_period()
    return event.KIND == "opening-balance"


def summary_of(event: Event, facts: Facts) -> str:
    """Write the 摘要, as given or the lawful one; a blue voucher's begins as 51(五) prescribes."""
    text = event.summary or event.default_summary(facts)
    if event.INTERNAL or not event.corrects:
        return text
    return f"订正{voucher_name(facts.vouchers[event.corrects])}：{text}"


def settle_unit(
    candidates: Sequence[Candidate],
    facts: Facts,
    leaves: Leaves,
    doubtful: Collection[str] = (),
) -> list[Finding]:
    """Let a unit move the leaves; refuse one after which a guarded leaf would be overdrawn.

    Leaves are tested at the end of the unit, then and at every later month end; a refused
    unit is taken back. `doubtful` names hospitals and accounts that refused rows would have
    moved too: of these nothing can be said until those rows are mended.
    """
    for candidate in candidates:
        leaves.add(candidate.legs, candidate.period)
    findings = list(overdrafts(candidates, facts, leaves, doubtful))
    if findings:
        for candidate in candidates:
            leaves.add(candidate.legs, candidate.period, sign=-1)
    return findings


def overdrafts(
    candidates: Sequence[Candidate], facts: Facts, leaves: Leaves, doubtful: Collection[str]
) -> Iterator[Finding]:
    """Say which guarded leaves a unit leaves overdrawn."""
    touched: dict[str, tuple[Account, Candidate]] = {}
    for candidate in candidates:
        for leg in candidate.legs:
            for account in (leg.debit, leg.credit):
                first = touched.get(account.code)
                if first is None or candidate.period < first[1].period:
                    touched[account.code] = (account, candidate)
    for code, (account, candidate) in touched.items():
        sign = guard(account, facts)
        if not sign or account.base in doubtful or account.hospital in doubtful:
            continue
        moved: dict[str, int] = {}
        for other in candidates:
            moved[other.period] = moved.get(other.period, 0) + net_of(other.legs, code)
        at, lowest = leaves.lowest(code, moved, sign)
        if lowest < 0:
            unit = len(candidates) > 1
            yield overdraft(account, candidate, facts, at=at, short=-lowest, unit=unit)


def net_of(legs: Iterable[Leg], code: str) -> int:
    """Add up what legs do to a leaf, debit-positive."""
    return sum(
        leg.amount_fen * ((leg.debit.code == code) - (leg.credit.code == code)) for leg in legs
    )


def guard(account: Account, facts: Facts) -> int:
    """Give the side on which a leaf must stay: 1 debit, −1 credit, 0 where it is not guarded."""
    roles = facts.chart.roles
    if account.base in (roles["prepayment"], roles["lower_agency"]):
        return 1
    if account.base in (roles["unidentified_receipt"], roles["upper_agency"]):
        return -1
    return 1 if account.base in facts.banks and facts.exclusive(account.base) else 0


def overdraft(
    account: Account, candidate: Candidate, facts: Facts, *, at: str, short: int, unit: bool
) -> Finding:
    """Word the refusal of an overdrawn leaf; a whole `unit` is told by what it would leave."""
    event = candidate.event
    what = f"{EVENT_KINDS[event.KIND]} {grouped(event.amount_fen)}" if event.amount_fen else "更正"
    if unit:
        name = facts.account_name(account)
        return event.refusal(
            "EXCEEDS_OUTSTANDING" if account.hospital else "ACCOUNT_OVERDRAWN",
            f"这组更正全部记账后，{account.code} {name}截至 {at} 末余额的方向会相反，"
            f"差 {grouped(short)}",
            "核对每张蓝字凭证的金额和医疗机构；已收回的款项不能多于更正后的拨付",
            clause=facts.rules(candidate.event.date).clause("debit_balance"),
        )
    moved = net_of(candidate.legs, account.code)
    if account.hospital:
        left = abs(moved) - short
        return event.refusal(
            "EXCEEDS_OUTSTANDING",
            f"{what}：{facts.hospital_name(account.hospital)}{account.year}年度未返还余额"
            f"截至 {at} 末为 {grouped(left)}，超出 {grouped(short)}",
            "核对金额、医疗机构和预付年度；多收的款项用“暂收”（suspense）入账",
            clause=facts.rules(candidate.event.date).clause("debit_balance"),
            field=AMOUNT,
        )
    name = facts.chart.accounts[account.base].full_name
    if account.base in facts.banks:
        return event.refusal(
            "ACCOUNT_OVERDRAWN",
            f"{what}：{account.base} {name}到 {at} 末将透支 {grouped(short)}",
            "先录入拨入的款项，或核对金额和日期；同一文件里按发生先后排列",
            clause="财会〔2017〕28号·1004",
            field=AMOUNT,
        )
    holder = facts.holder_name(account)
    if account.base == facts.chart.roles["lower_agency"]:
        held = abs(moved) - short
        return passed_down_exceeded(event, account, holder, at=at, held=held, short=short)
    return event.refusal(
        "EXCEEDS_SUSPENSE",
        f"{what}：{name}（{holder}）截至 {at} 末余额不足，超出 {grouped(short)}",
        "核对金额和往来单位",
        clause="财会〔2017〕28号·2001",
        field=AMOUNT,
    )


def passed_down_exceeded(
    event: Event, account: Account, holder: str, *, at: str, held: int, short: int
) -> Finding:
    """Word that a lower agency would give back more than was passed down to it."""
    return event.refusal(
        "EXCEEDS_PASSED_DOWN",
        f"{EVENT_KINDS[event.KIND]} {grouped(event.amount_fen)}："
        f"拨付{holder}（{account.counterparty}）{account.year}年度的下拨款"
        f"截至 {at} 末余额为 {grouped(held)}，超出 {grouped(short)}",
        "核对金额、下级统筹区和预付年度；多收的款项用“暂收”（suspense）入账",
        clause="财会〔2017〕28号·1101",
        field=AMOUNT,
    )
