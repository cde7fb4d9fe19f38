"""代理: somebody holds roles of another for named days: one proposes it, another confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.words import day_named
from ledger.masters.office import STAND_IN
from ledger.workflow.office.proposing import office_work, propose
from ledger.workflow.setup.masters import roles_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.office import OfficeProposal
    from ledger.workflow.desk import Desk


def propose_stand_in(
    desk: Desk,
    name: str,
    instead_of: str,
    roles: Sequence[str],
    *,
    since: str,
    until: str,
    paper: str,
    dry_run: bool = False,
) -> OfficeProposal:
    """提出代理: once another person has confirmed it, it holds on these days and ends by itself."""
    pairs = (
        ("instead_of", instead_of),
        *(("role", role) for role in roles_named(roles)),
        ("since", day_named(since).isoformat()),
        ("until", day_named(until).isoformat()),
        ("paper", paper.strip()),
    )
    with office_work(desk, "stand-in", name, dry_run=dry_run) as conn:
        return propose(desk, conn, STAND_IN, name, [pair for pair in pairs if pair[1]])
