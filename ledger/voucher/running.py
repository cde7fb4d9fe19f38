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
from ledger.events.checks import citations, form_findings
from ledger.events.disbursement import Disbursement
from ledger.events.payment_return import PaymentReturn
from ledger.events.red import voucher_name
from ledger.policy.facts import Citing, DocumentKey, Facts, Payment, PostedVoucher

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.masters.leg import Leg


#: The word that a finding about a balance points at.
AMOUNT = "amount 金额"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event that passed its own checks, with what it would post."""

    event: Event
    period: str
    booked: date
    summary: str
    movement: str
    legs: tuple[Leg, ...]


@dataclass(slots=True, kw_only=True)
class Cited:
    """The mappings behind Facts that each event changes for the ones after it."""

    payments: dict[str, Payment]
    documents: dict[DocumentKey, list[Citing]]
    vouchers: dict[str, PostedVoucher]

    def note(self, event: Event) -> None:
        """Let an event's documents, payment or correction count for what follows."""
        wrong = self.vouchers.get(event.corrects)
        if event.KIND == "red" and wrong is not None:
            self._release(wrong)
            return
        for key, citing in citations(event):
            self.documents.setdefault(key, []).append(citing)
        if isinstance(event, Disbursement):
            self.payments[event.key] = Payment(
                key=event.key,
                hospital=event.hospital,
                year=event.year,
                amount_fen=event.amount_fen,
                account=event.from_account,
                returned_fen=0,
            )
        elif isinstance(event, PaymentReturn):
            self._return(event.disbursement, event.amount_fen)

    def forget(self, event: Event) -> None:
        """Undo `note` for an event that was refused."""
        for key, citing in citations(event):
            self.documents[key].remove(citing)
        if isinstance(event, PaymentReturn):
            self._return(event.disbursement, -event.amount_fen)
        self.payments.pop(event.key, None)

    def _return(self, key: str, fen: int) -> None:
        if key in self.payments:
            payment = self.payments[key]
            self.payments[key] = replace(payment, returned_fen=payment.returned_fen + fen)

    def _release(self, wrong: PostedVoucher) -> None:
        """Free what a voucher taken back in red had used."""
        self.vouchers[wrong.id] = replace(wrong, corrected_by="待记账的红字凭证")
        for citings in self.documents.values():
            citings[:] = [citing for citing in citings if citing.key != wrong.key]
        self.payments.pop(wrong.key, None)
        if wrong.settles:
            self._return(wrong.settles, -wrong.settles_fen)


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

    def lowest(self, code: str, period: str, sign: int) -> tuple[str, int]:
        """Give the month end, from a period on, at which `sign` × balance is lowest."""
        nets = self.nets.get(code, {})
        ends = sorted({period, *(at for at in nets if at > period)})
        return min(((at, sign * self.balance(code, at)) for at in ends), key=lambda pair: pair[1])

    def add(self, legs: Sequence[Leg], period: str, *, sign: int = 1) -> None:
        """Let legs move the leaves in a period; `sign` −1 takes them back."""
        for leg in legs:
            fen = sign * leg.amount_fen
            for code, change in ((leg.debit.code, fen), (leg.credit.code, -fen)):
                nets = self.nets.setdefault(code, {})
                nets[period] = nets.get(period, 0) + change


def work_out(event: Event, facts: Facts) -> tuple[Candidate | None, list[Finding]]:
    """Check an event against the facts; give what it would post, or every finding."""
    findings = [*form_findings(event, facts), *event.findings(facts)]
    return (None, findings) if findings else (candidate_of(event, facts), [])


def candidate_of(event: Event, facts: Facts) -> Candidate:
    """Give what an event would post."""
    booked = facts.booking_day(event.date, event.booked)
    opening = event.KIND == "opening-balance" or (event.corrects and is_opening(event, facts))
    return Candidate(
        event=event,
        period=facts.opening_period() if opening else period_of(booked),
        booked=booked,
        summary=summary_of(event, facts),
        movement=facts.vouchers[event.corrects].kind if event.KIND == "red" else event.KIND,
        legs=event.legs(facts),
    )


def is_opening(event: Event, facts: Facts) -> bool:
    """Tell whether a correction of a 期初 voucher may still stand among the 期初."""
    wrong = facts.vouchers[event.corrects]
    return facts.opening_open and wrong.period == facts.opening_period()


def summary_of(event: Event, facts: Facts) -> str:
    """Write the 摘要, as given or the lawful one; a blue voucher's begins as 51(五) prescribes."""
    text = event.summary or event.default_summary(facts)
    if event.KIND == "red" or not event.corrects:
        return text
    return f"订正{voucher_name(facts.vouchers[event.corrects])}：{text}"


def settle_unit(candidates: Sequence[Candidate], facts: Facts, leaves: Leaves) -> list[Finding]:
    """Let a unit move the leaves; refuse one after which a guarded leaf would be overdrawn.

    Leaves are tested at the end of the unit, then and at every later month end; a refused
    unit is taken back.
    """
    for candidate in candidates:
        leaves.add(candidate.legs, candidate.period)
    findings = list(overdrafts(candidates, facts, leaves))
    if findings:
        for candidate in candidates:
            leaves.add(candidate.legs, candidate.period, sign=-1)
    return findings


def overdrafts(candidates: Sequence[Candidate], facts: Facts, leaves: Leaves) -> Iterator[Finding]:
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
        if not sign:
            continue
        at, lowest = leaves.lowest(code, candidate.period, sign)
        if lowest < 0:
            unit = len(candidates) > 1
            yield overdraft(account, candidate, facts, at=at, short=-lowest, unit=unit)


def guard(account: Account, facts: Facts) -> int:
    """Give the side on which a leaf must stay: 1 debit, −1 credit, 0 where it is not guarded."""
    roles = facts.chart.roles
    if account.base == roles["prepayment"]:
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
        holder = facts.hospital_name(account.hospital or account.counterparty)
        name = facts.chart.full_name(account.base, holder=holder, year=account.year)
        return event.refusal(
            "EXCEEDS_OUTSTANDING" if account.hospital else "ACCOUNT_OVERDRAWN",
            f"这组更正全部记账后，{account.code} {name}截至 {at} 末余额的方向会相反，"
            f"差 {grouped(short)}",
            "核对每张蓝字凭证的金额和医疗机构；已收回的款项不能多于更正后的拨付",
            clause=facts.policy.clause("debit_balance"),
        )
    moved = sum(
        leg.amount_fen * ((leg.debit.code == account.code) - (leg.credit.code == account.code))
        for leg in candidate.legs
    )
    if account.hospital:
        left = abs(moved) - short
        return event.refusal(
            "EXCEEDS_OUTSTANDING",
            f"{what}：{facts.hospital_name(account.hospital)}{account.year}年度未返还余额"
            f"截至 {at} 末为 {grouped(left)}，超出 {grouped(short)}",
            "核对金额、医疗机构和预付年度；多收的款项用“暂收”（suspense）入账",
            clause=facts.policy.clause("debit_balance"),
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
    holder = facts.hospital_name(account.counterparty)
    return event.refusal(
        "EXCEEDS_SUSPENSE",
        f"{what}：{name}（{holder}）截至 {at} 末余额不足，超出 {grouped(short)}",
        "核对金额和往来单位",
        clause="财会〔2017〕28号·2001",
        field=AMOUNT,
    )
