"""交接: whoever leaves hands over by a list, to somebody, before somebody; their roles end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.masters.office import HANDOVER
from ledger.store.engine import reading
from ledger.workflow.office.handover_lists import HandedOver, lists_digest, read_handover
from ledger.workflow.office.proposing import office_work, propose

if TYPE_CHECKING:
    from ledger.masters.office import OfficeProposal
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A 移交清册: the three people, the day, what is open, and its digest."""

    name: str
    to: str
    witness: str
    day: str
    lines: tuple[HandedOver, ...]
    digest: str


def handover_of(desk: Desk, name: str, to: str, witness: str) -> Handover:
    """Draw up what somebody would hand over today; nothing is written."""
    today = desk.today()
    with reading(desk.engine) as conn:
        lines = read_handover(desk, conn, name, today)
    return Handover(
        name=name,
        to=to,
        witness=witness,
        day=today.isoformat(),
        lines=lines,
        digest=lists_digest(lines),
    )


def propose_handover(
    desk: Desk, drawn: Handover, *, paper: str = "", dry_run: bool = False
) -> OfficeProposal:
    """提出交接 by a list as it was drawn up: who hands over signs it, or the chief where away.

    Whoever takes over or looks on confirms it with their key; the third signs the print. The
    roles of who hands over end with it.
    """
    pairs = (
        ("to", drawn.to),
        ("witness", drawn.witness),
        ("day", drawn.day),
        ("lists", drawn.digest),
        ("paper", paper.strip()),
    )
    with office_work(desk, "handover", drawn.name, dry_run=dry_run) as conn:
        return propose(desk, conn, HANDOVER, drawn.name, [pair for pair in pairs if pair[1]])
