"""结账封面上的人: what a month's sheet tells of who made its facts, and what nobody looked at."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.writer import read_log
from ledger.workflow.close.one_login import KINDS, login_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

UNSEEN = "未逐张查看"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenAct:
    """An act of 审核 by a script: who, and from when until when what they approved was unseen."""

    by: str
    since: str
    until: str

    def covers(self, fact: Mapping[str, Any]) -> bool:
        """Return whether a fact was approved in this act."""
        at: str = fact["approved_at"]
        return bool(fact["approved_by"] == self.by) and self.since <= at <= self.until


def people_remarks(conn: sa.Connection, book: str, period: str) -> tuple[tuple[str, str], ...]:
    """Tell which facts of a month two people made from one login, and how many went unseen."""
    pick = EventPick(kinds=KINDS, booked_from=f"{period}-", booked_to=f"{period}-99")
    facts = read_event_rows(conn, book, pick)
    return (*login_remarks(conn, book, facts), *unseen_remarks(conn, book, facts))


def unseen_remarks(
    conn: sa.Connection, book: str, facts: Sequence[Mapping[str, Any]]
) -> tuple[tuple[str, str], ...]:
    """Count the facts that a script approved, so that nobody looked at each, by approver."""
    if not facts:
        return ()
    moments = [fact["approved_at"] for fact in facts]
    lines = read_log(conn, book=book, since=min(moments)[:10], until=max(moments)[:10])
    counted = unseen_by(facts, unseen_acts(lines))
    if not counted:
        return ()
    told = "，".join(f"{name} 审核 {count} 张" for name, count in sorted(counted.items()))
    return ((UNSEEN, f"{sum(counted.values())} 张（{told}）"),)


def unseen_acts(lines: Iterable[Mapping[str, Any]]) -> list[UnseenAct]:
    """Read from the log the acts of 审核 in which nobody looked at each draft."""
    told = ((line, json.loads(line["content"])) for line in lines if "unseen_at" in line["content"])
    return [
        UnseenAct(by=line["operator"], since=content["unseen_at"], until=line["at"])
        for line, content in told
        if "unseen_at" in content
    ]


def unseen_by(facts: Iterable[Mapping[str, Any]], acts: Sequence[UnseenAct]) -> Counter[str]:
    """Count facts that went unseen by who approved them."""
    return Counter(fact["approved_by"] for fact in facts if is_unseen(fact, acts))


def is_unseen(fact: Mapping[str, Any], acts: Sequence[UnseenAct]) -> bool:
    """Tell a fact that was approved in one of these acts."""
    return any(act.covers(fact) for act in acts)
