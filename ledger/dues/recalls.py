"""收回: every recall, what it called back, what is left of it, and until when.

甘肃·六; 海南·七(一). Part returns reduce it, whatever way the money comes: 返还, 冲抵, 核销,
认定的暂收. Nothing left, or a lifting paper, closes it; what a successor took over is still owed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.dues.debts import debts_of
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.policy.recalling import recall_due
from ledger.store.standing.assess import AS_PAID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.dues.debts import Debts
    from ledger.dues.values import BookState
    from ledger.policy.recalling import RecallDue


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCase:
    """A recall and how it stands on a day.

    `called_fen` is what was out on the day from which it is measured (`measured_from`);
    `holders` who holds how much of it now; `closed` the day on which nothing was left, `lifted`
    the lifting, both None while open.
    """

    recall: Recall
    due: RecallDue
    called_fen: int
    holders: Mapping[str, int]
    lifted: RecallLift | None
    closed: date | None

    @property
    def left_fen(self) -> int:
        """Return what is still to come back."""
        return sum(self.holders.values())

    @property
    def open(self) -> bool:
        """Return whether money is still to be called back."""
        return self.lifted is None and self.left_fen > 0


def recall_cases(state: BookState) -> list[RecallCase]:
    """Work out every recall of a book, in the order in which they were registered."""
    lifts = {lift.recall: lift for lift in state.of(RecallLift)}
    debts = {year: debts_of(moved) for year, moved in state.moved.items()}
    return [
        recall_case(state, recall, debts.get(recall.year) or debts_of(()), lifts.get(recall.key))
        for recall in state.of(Recall)
    ]


def recall_case(
    state: BookState, recall: Recall, debts: Debts, lifted: RecallLift | None
) -> RecallCase:
    """Work out one recall."""
    rules = state.policy.on(recall.date, recall.year)
    since = measured_from(state, recall, debts)
    return RecallCase(
        recall=recall,
        due=recall_due(
            rules,
            recall.trigger,
            happened=recall.date,
            notified=recall.notified_on,
            told=recall.hospital_told_on,
        ),
        called_fen=sum(debts.followed(recall.hospital, since).values()),
        holders=debts.followed(recall.hospital, state.on),
        lifted=lifted,
        closed=debts.ended(recall.hospital, since, state.on),
    )


def measured_from(state: BookState, recall: Recall, debts: Debts) -> date:
    """The day from which a recall is measured: of trigger, notice and first payment the last.

    What brought it about may lie before the payment (a licence cancelled, facts concealed): on
    its day nothing was out yet. What has not come by the day asked for does not count.
    """
    moves = debts.moves.get(recall.hospital, ())
    paid = (
        []
        if any(one.movement == AS_PAID for one in moves)
        else [date.fromisoformat(one.day) for one in moves if one.net_fen > 0]
    )
    days = (recall.date, recall.notified_on, *([min(paid)] if paid else []))
    return max(day for day in days if day <= max(state.on, recall.date))


def open_recalls(state: BookState) -> set[tuple[str, int]]:
    """Name the hospitals and years of which a recall is still open."""
    recalls = [case.recall for case in recall_cases(state) if case.open]
    return {(recall.hospital, recall.year) for recall in recalls}
