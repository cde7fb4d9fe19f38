"""Words a refusal for want of balance: what falls short when, what holds it, who does owe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS
from ledger.voucher.leaves import accounts_moved, net_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts
    from ledger.voucher.leaves import DraftHeld, Leaves, Shortage
    from ledger.voucher.running import Candidate

#: The word that a finding about a balance points at.
AMOUNT = "amount 金额"
#: How many pending drafts a refusal names.
NAMED_MAX = 5


def overdrafts(
    candidates: Sequence[Candidate],
    facts: Facts,
    leaves: Leaves,
    doubtful: Container[str],
    owing: Mapping[str, Mapping[int, int]],
    *,
    dated: bool,
    booked: bool,
) -> Iterator[Finding]:
    """Say which guarded leaves a unit, already added, leaves overdrawn.

    Of leaves named in `doubtful` (by code, statutory code or hospital) nothing can be said:
    rows that are refused would have moved them too. `owing` is what hospitals owe by year;
    `dated` and `booked` tell whether its days and its 记账日期 are sure.
    """
    short = leaves.shortages(candidates, dated=dated, booked=booked)
    for code, (account, candidate) in earliest_moving(candidates, short).items():
        if not any(name in doubtful for name in (code, account.base, account.hospital)):
            told = Told(held=leaves.held.get(code, ()), owing=owing.get(account.hospital, {}))
            unit = len(candidates) > 1
            yield overdraft(account, candidate, facts, short=short[code], told=told, unit=unit)


def earliest_moving(
    candidates: Iterable[Candidate], codes: Container[str]
) -> dict[str, tuple[Account, Candidate]]:
    """Return the leaves of these codes that a unit moves, each with the earliest that moves it."""
    found: dict[str, tuple[Account, Candidate]] = {}
    for account, candidate in accounts_moved(candidates):
        first = found.get(account.code)
        if account.code in codes and (first is None or candidate.day < first[1].day):
            found[account.code] = (account, candidate)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What explains a leaf's figure: the drafts that hold it, and what each year owes."""

    held: Sequence[DraftHeld]
    owing: Mapping[int, int]

    def drafts(self) -> str:
        """Name the drafts that wait and have already taken from the leaf; "" for none."""
        if not self.held:
            return ""
        named = [
            f"{EVENT_KINDS[one.kind]}“{one.key}” {grouped(one.fen)}"
            for one in self.held[:NAMED_MAX]
        ]
        more = "等" if len(self.held) > NAMED_MAX else ""
        total = grouped(sum(one.fen for one in self.held))
        return f"（已减去 {len(self.held)} 笔待记账的 {total}：{'、'.join(named)}{more}）"

    def years(self, year: int) -> str:
        """Name the other prepayment years of the hospital that do owe; "" for none."""
        found = [
            f"{other}年度未返还 {grouped(fen)}"
            for other, fen in sorted(self.owing.items())
            if other != year and fen > 0
        ]
        return f"；该机构{'、'.join(found)}" if found else ""


def overdraft(
    account: Account,
    candidate: Candidate,
    facts: Facts,
    *,
    short: Shortage,
    told: Told,
    unit: bool,
) -> Finding:
    """Word the refusal of an overdrawn leaf; a whole `unit` is told by what it would leave."""
    event = candidate.event
    what = f"{EVENT_KINDS[event.KIND]} {grouped(event.amount_fen)}" if event.amount_fen else "更正"
    at, lacking = point_name(short), grouped(short.fen)
    if unit:
        name = facts.account_name(account)
        return event.refusal(
            "EXCEEDS_OUTSTANDING" if account.hospital else "ACCOUNT_OVERDRAWN",
            f"这组更正全部记账后，{name}截至 {at}余额的方向会相反，差 {lacking}{told.drafts()}",
            "核对每张蓝字凭证的金额和医疗机构；已收回的款项不能多于更正后的拨付",
            clause=facts.rules(candidate.event.date).clause("debit_balance"),
        )
    left = grouped(abs(net_of(candidate.legs, account.code)) - short.fen) + told.drafts()
    figures = (left, lacking)
    if account.hospital:
        return event.refusal(
            "EXCEEDS_OUTSTANDING",
            f"{what}：{facts.hospital_name(account.hospital)}{account.year}年度未返还余额"
            f"截至 {at}为 {left}，超出 {lacking}{told.years(account.year)}",
            "核对金额、日期、医疗机构和预付年度；多收的款项用“暂收”（suspense）入账",
            clause=facts.rules(candidate.event.date).clause("debit_balance"),
            field=AMOUNT,
        )
    return other_overdraft(account, event, facts, at=at, figures=figures, what=what)


def other_overdraft(
    account: Account, event: Event, facts: Facts, *, at: str, figures: tuple[str, str], what: str
) -> Finding:
    """Word the refusal of a bank account, of 暂收款, or of what a lower agency holds.

    `figures` are what was left, and what is lacking.
    """
    left, lacking = figures
    name = facts.chart.accounts[account.base].full_name
    if account.base in facts.banks:
        return event.refusal(
            "ACCOUNT_OVERDRAWN",
            f"{what}：{account.base} {name}到 {at}将透支 {lacking}（未付本笔时余额 {left}）",
            "先录入拨入的款项，或核对金额和日期",
            clause=f"财会〔2017〕28号·{account.base}",
            field=AMOUNT,
        )
    holder = facts.holder_name(account)
    if account.base == facts.chart.roles["lower_agency"]:
        return event.refusal(
            "EXCEEDS_PASSED_DOWN",
            f"{what}：拨付{holder}（{account.counterparty}）{account.year}年度的下拨款"
            f"截至 {at}余额为 {left}，超出 {lacking}",
            "核对金额、日期、下级统筹区和预付年度；多收的款项用“暂收”（suspense）入账",
            clause="财会〔2017〕28号·1101",
            field=AMOUNT,
        )
    return event.refusal(
        "EXCEEDS_SUSPENSE",
        f"{what}：{name}（{holder}）截至 {at}余额为 {left}，超出 {lacking}",
        "核对金额、日期和往来单位",
        clause="财会〔2017〕28号·2001",
        field=AMOUNT,
    )


def point_name(short: Shortage) -> str:
    """Name a point as people say it: a day, a month end, or the 期初."""
    if not short.at or short.at.endswith("-00"):
        return "期初"
    return f"{short.at} 月末" if short.month_end else f"{short.at} 日终"
