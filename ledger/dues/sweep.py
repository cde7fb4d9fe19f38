"""上解: what of the prepayment lies in the 支出户 and must go up to the 财政专户 (甘肃·四).

Due of a year = what hospitals gave back + what was allocated and not paid out + 退汇 not paid
again − what was refunded, less what has gone up already. By 记账日期, as the 日记账 has it.
What is due, what lies there, how much of that is ours (strangers' 暂收 is not), and why they
differ is told together, here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS
from ledger.dues.deadlines import near
from ledger.dues.values import Duty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ledger.dues.values import BookState

#: What makes money due, by movement: the net that each leaves in 1004.
RETURNED = ("repayment", "suspense")
FUNDED = ("allocation", "disbursement", "pass-down", "pass-up")
SENT_BACK = ("payment-return",)
REFUNDED = ("suspense-out",)
OWN = ("interest",)
SWEPT = ("remittance",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """What an accounting year leaves to be swept, in fen.

    `unspent_fen` was allocated and not paid out, `sent_back_fen` is 退汇 not paid again. 暂收
    that nobody has told apart (`unidentified_fen`) waits; own interest goes up too (财社〔2017〕
    144号·41).
    `late_fen` of what was returned is of earlier prepayment years, and goes up at once (A-12).
    `there_fen` is what lies in an account of the ledger's own, None in a shared one;
    `strangers_fen` of it is 暂收 that nobody has told apart, of whatever year, and `older_fen`
    what the year before still leaves to go up. `spent` is what left the account otherwise.
    """

    year: int
    returned_fen: int
    unspent_fen: int
    sent_back_fen: int
    refunded_fen: int
    interest_fen: int
    unidentified_fen: int
    swept_fen: int
    there_fen: int | None
    strangers_fen: int = 0
    older_fen: int = 0
    spent: tuple[tuple[str, int], ...] = ()
    late_fen: int = 0

    @property
    def due_fen(self) -> int:
        """Return what should go up for the year in all, what went up already included."""
        come = self.returned_fen + self.unspent_fen + self.sent_back_fen + self.interest_fen
        return come - self.refunded_fen - self.unidentified_fen

    @property
    def open_fen(self) -> int:
        """Return what is due and has not gone up, whether or not it lies there."""
        return max(self.due_fen - self.swept_fen, 0)

    @property
    def ours_fen(self) -> int | None:
        """Return how much of what lies there is ours; None in a shared account."""
        if self.there_fen is None:
            return None
        return max(self.there_fen - self.strangers_fen - self.older_fen, 0)

    @property
    def left_fen(self) -> int:
        """Return what is still to go up: never more than what lies there and is ours."""
        return self.open_fen if self.ours_fen is None else min(self.open_fen, self.ours_fen)

    @property
    def prompt_fen(self) -> int:
        """What of the rest may not wait for this year's day; what went up covers it first."""
        return min(self.left_fen, max(self.late_fen - max(self.swept_fen, 0), 0))


def sweeps(state: BookState) -> tuple[Sweep, Sweep]:
    """Work out last year's sweep as it stands now, and this year's.

    What has gone up this year covers first what last year left, and what nobody has told apart
    is held back from the older year first.
    """
    last, this = state.on.year - 1, state.on.year
    gone = -net(state, this, SWEPT)
    before = sweep_of(state, last, swept=-net(state, last, SWEPT), waiting=0)
    left = before.open_fen
    waiting = min(left, state.unidentified_fen)
    first = min(left - waiting, max(gone, 0))
    older = sweep_of(state, last, swept=before.swept_fen + first, waiting=waiting)
    newer = sweep_of(state, this, swept=gone - first, waiting=state.unidentified_fen - waiting)
    return older, replace(newer, late_fen=state.late_returns_fen, older_fen=older.left_fen)


def sweep_of(state: BookState, year: int, *, swept: int, waiting: int) -> Sweep:
    """Add one accounting year up.

    What was paid beyond the allocations came out of what the year began with, and is due when
    it comes back; what not even that covers (a payment the bank made twice) only fills its gap.
    """
    sent_back = net(state, year, SENT_BACK)
    funded = net(state, year, FUNDED) + sent_back
    if funded < 0:
        funded = min(funded + max(state.bank_opening.get(year, 0), 0), 0)
    again = max(min(sent_back, funded), 0)
    return Sweep(
        year=year,
        returned_fen=net(state, year, RETURNED),
        unspent_fen=funded - again,
        sent_back_fen=again,
        refunded_fen=-net(state, year, REFUNDED),
        interest_fen=net(state, year, OWN),
        unidentified_fen=waiting,
        swept_fen=swept,
        there_fen=state.bank_balance_fen,
        strangers_fen=state.unidentified_fen,
        spent=spent_otherwise(state, year),
    )


def spent_otherwise(state: BookState, year: int) -> tuple[tuple[str, int], ...]:
    """Return what left 1004 in an accounting year and is none of the sweep's own movements."""
    known = (*RETURNED, *FUNDED, *SENT_BACK, *REFUNDED, *OWN, *SWEPT)
    return tuple(
        (movement, -fen)
        for (at, movement), fen in sorted(state.bank.items())
        if at == year and movement not in known and fen < 0
    )


def net(state: BookState, year: int, movements: tuple[str, ...]) -> int:
    """Return what movements did to 1004 in an accounting year, debit-positive fen."""
    return sum(state.bank.get((year, movement), 0) for movement in movements)


def remittances(state: BookState) -> Iterator[Duty]:
    """上解: what came back and was not spent goes up by the end of the year (甘肃·四)."""
    rules = state.rules
    for sweep in sweeps(state):
        if not sweep.left_fen:
            continue
        if not rules.has("sweep_deadline"):
            if state.on > rules.day("return_deadline", sweep.year):
                yield swept_duty(state, sweep, None, rules.clause("sweep_of_returns"))
            continue
        if sweep.prompt_fen:
            yield late_sweep(state, sweep)
        due = rules.day("sweep_deadline", sweep.year)
        if sweep.prompt_fen != sweep.left_fen and near(state, due):
            yield swept_duty(state, sweep, due, rules.clause("sweep_deadline"))


def late_sweep(state: BookState, sweep: Sweep) -> Duty:
    """Say what came back of earlier years: its 31 December is over, it goes up at once (A-12)."""
    return Duty(
        kind="remittance",
        book=state.book.code,
        due=None,
        prompt=True,
        year=sweep.year,
        amount_fen=sweep.prompt_fen,
        what=f"{sweep.year}年收回以前年度的预付金 {grouped(sweep.late_fen)}，"
        f"应随后上解 {grouped(sweep.prompt_fen)}{why_less(sweep)}",
        clause=state.rules.clause("sweep_deadline"),
        command=f"prepay enter 上解 --book {state.book.code} --amount …，附银行回单",
    )


def why_less(sweep: Sweep) -> str:
    """Say what lies there, how much of it is ours, and why that is less than what is due."""
    if sweep.there_fen is None or sweep.left_fen == sweep.open_fen:
        return ""
    strangers = f"，其中待认定的暂收 {grouped(sweep.strangers_fen)} 不是预付金"
    told = strangers if sweep.strangers_fen else ""
    spent = "、".join(f"{EVENT_KINDS[movement]} {grouped(fen)}" for movement, fen in sweep.spent)
    short = sweep.open_fen - sweep.left_fen
    why = f"，已用于{spent}" if spent else "，请核对支出户的付款"
    return (
        f"；支出户账上 {grouped(sweep.there_fen)}{told}，现在能上解 {grouped(sweep.left_fen)}，"
        f"还差 {grouped(short)}{why}"
    )


def swept_duty(state: BookState, sweep: Sweep, due: date | None, clause: str) -> Duty:
    """Say what is to be swept and what it is made of; what goes up at once is told apart."""
    now = sweep.prompt_fen if due is not None else 0
    left = sweep.left_fen - now
    parts = (
        ("收回", sweep.returned_fen),
        ("拨入未付", sweep.unspent_fen),
        ("退汇未再付", sweep.sent_back_fen),
        ("利息", sweep.interest_fen),
        ("减：退还", -sweep.refunded_fen),
        ("减：暂收未认定", -sweep.unidentified_fen),
        ("减：已上解", -sweep.swept_fen),
        ("减：以前年度的，另行随后上解", -now),
    )
    made = "，".join(f"{name} {grouped(abs(fen))}" for name, fen in parts if fen)
    return Duty(
        kind="remittance",
        book=state.book.code,
        due=due,
        year=sweep.year,
        amount_fen=left,
        what=f"{sweep.year}年支出户应上解 {grouped(sweep.open_fen - now)}（{made}）"
        f"{why_less(sweep)}",
        clause=clause,
        command=f"prepay enter 上解 --book {state.book.code} --amount …，附银行回单",
    )
