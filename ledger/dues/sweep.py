"""上解: what of the prepayment lies in the 支出户 and must go up to the 财政专户 (甘肃·四).

Due of a year = what hospitals gave back + what was allocated and not paid out + 退汇 not paid
again − what was refunded, less what has gone up already. By 记账日期, as the 日记账 has it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    `cap_fen` is what lies in an account of the ledger's own, None in a shared one.
    """

    year: int
    returned_fen: int
    unspent_fen: int
    sent_back_fen: int
    refunded_fen: int
    interest_fen: int
    unidentified_fen: int
    swept_fen: int
    cap_fen: int | None
    late_fen: int = 0

    @property
    def due_fen(self) -> int:
        """Give what should go up for the year in all, what went up already included."""
        come = self.returned_fen + self.unspent_fen + self.sent_back_fen + self.interest_fen
        return come - self.refunded_fen - self.unidentified_fen

    @property
    def left_fen(self) -> int:
        """Give what is still to go up: never more than lies in an account of the ledger's own."""
        left = max(self.due_fen - self.swept_fen, 0)
        return left if self.cap_fen is None else min(left, max(self.cap_fen, 0))

    @property
    def prompt_fen(self) -> int:
        """Give what of the rest may not wait for this year's day; what went up covers it first."""
        return min(self.left_fen, max(self.late_fen - max(self.swept_fen, 0), 0))


def sweeps(state: BookState) -> tuple[Sweep, Sweep]:
    """Work out last year's sweep as it stands now, and this year's.

    What has gone up this year covers first what last year left, and what nobody has told apart
    is held back from the older year first.
    """
    last, this = state.on.year - 1, state.on.year
    gone = -net(state, this, SWEPT)
    before = sweep_of(state, last, swept=-net(state, last, SWEPT), waiting=0)
    left = max(before.due_fen - before.swept_fen, 0)
    waiting = min(left, state.unidentified_fen)
    first = min(left - waiting, max(gone, 0))
    return (
        sweep_of(state, last, swept=before.swept_fen + first, waiting=waiting),
        replace(
            sweep_of(state, this, swept=gone - first, waiting=state.unidentified_fen - waiting),
            late_fen=state.late_returns_fen,
        ),
    )


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
        cap_fen=state.bank_balance_fen,
    )


def net(state: BookState, year: int, movements: tuple[str, ...]) -> int:
    """Give what movements did to 1004 in an accounting year, debit-positive fen."""
    return sum(state.bank.get((year, movement), 0) for movement in movements)
