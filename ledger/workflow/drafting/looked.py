"""What was looked at before 审核: only what was shown under a code is approved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.voucher.signing.seen import awaiting, seen_code
from ledger.workflow.drafting.seen import seen_in_books
from ledger.workflow.drafting.seen_changes import changed_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.voucher.draft import DraftHead
    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was seen of drafts before 审核: the code that was shown, and whether by a person.

    `ids` are the drafts that were shown, None where they are those that the verb is for. A script
    approves what its own run has printed, `by_script`: nobody has looked at each.
    """

    code: str = ""
    ids: frozenset[str] | None = None
    by_script: bool = False

    def covers(self, head: DraftHead) -> bool:
        """Return whether a draft is one of those that were shown."""
        return self.ids is None or head.id in self.ids

    def unseen(self, count: int) -> int:
        """Count how many of so many drafts nobody has looked at one by one."""
        return count if self.by_script else 0

    def pairs(self, count: int) -> list[Pair]:
        """Write what the approver signs beside the drafts: how many nobody looked at."""
        unseen = self.unseen(count)
        return [("unseen", str(unseen))] if unseen else []

    def told(self, count: int, at: str) -> dict[str, str | int]:
        """Say in the log what so many drafts were approved upon.

        `at` is when their 审核 began: what its person approved from then until the line of the log
        is what nobody looked at, as the close finds it.
        """
        told: dict[str, str | int] = {"seen": self.code} if self.code else {}
        unseen = self.unseen(count)
        return told | ({"unseen": unseen, "unseen_at": at} if unseen else {})


LOOKED_ELSEWHERE = Looked()


def shown_only(
    by_book: Mapping[str, Iterable[DraftHead]], looked: Looked
) -> dict[str, list[DraftHead]]:
    """Keep the drafts that were shown, by book."""
    kept = {code: list(filter(looked.covers, heads)) for code, heads in by_book.items()}
    return {code: heads for code, heads in kept.items() if heads}


def refuse_changed(
    desk: Desk,
    conn: sa.Connection,
    by_book: Mapping[str, Sequence[DraftHead]],
    due: Collection[str],
    looked: Looked,
    *,
    named: bool,
) -> None:
    """Refuse to approve what is not what was shown under a code, and say what has changed.

    `due` are the drafts that this person may approve. A list of all that waits also shows what
    they may not; either is its code.
    """
    if not looked.code:
        return
    asked = frozenset(head.id for head in chain.from_iterable(by_book.values()))
    present = awaiting(seen_in_books(desk, conn, by_book, asked))
    if looked.code in codes_of(present, due):
        return
    among = asked if named or looked.ids is not None else None
    raise Refused(changed_findings(desk, conn, by_book, looked.code, present, among))


def codes_of(waiting: Sequence[DraftSeen], due: Collection[str]) -> tuple[str, str]:
    """Return the code of all that waits, and of what a person may approve of it."""
    return seen_code(waiting), seen_code(seen for seen in waiting if seen.draft.id in due)
