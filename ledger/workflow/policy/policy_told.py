"""选定与提出的口径 in words: who chose or proposes what, from which year on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.policy.values import Chosen
    from ledger.store.policy import Proposal


def proposal_note(proposal: Proposal) -> str:
    """Say what is proposed and waits for another person."""
    return (
        f"待确认：{proposal.name} = {proposal.reading}，自 {proposal.from_year} 预付年度起"
        f"（{proposal.by} {proposal.at[:10]} 提出，{proposal.paper}，理由：{proposal.reason}）；"
        f"确认：prepay policy confirm {proposal.name}"
    )


def proposal_tree(proposal: Proposal) -> dict[str, object]:
    """Write a proposal for machines."""
    return {
        "name": proposal.name,
        "value": proposal.reading,
        "from_year": proposal.from_year or None,
        "by": proposal.by,
        "at": proposal.at[:19],
        "reason": proposal.reason,
        "paper": proposal.paper,
    }


def history(newest: Chosen | None) -> list[Chosen]:
    """List the readings recorded for a book, the newest first."""
    found = []
    while newest is not None:
        found.append(newest)
        newest = newest.before
    return found


def choice_note(chosen: Chosen) -> str:
    """Say what was chosen, from which year, by whom and why."""
    years = f"自 {chosen.from_year} 预付年度起" if chosen.from_year else "各预付年度"
    people = chosen.clause.removeprefix("本单位选定")
    return f"{chosen.at[:10]} 选定 {chosen.reading}，{years}{people}，理由：{chosen.reason}"
