"""What has changed in drafts since they were shown: from what to what, as far as the log knows.

A code cannot be read backwards. So the state of the drafts is put together anew as it stood after
each act of the log, the newest first, until one of them has the code that was shown.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.terms import PAPER_TYPES
from ledger.events.kinds import spelled
from ledger.store.drafts import draft_read
from ledger.store.signing.frozen import frozen_read
from ledger.store.writer import read_log
from ledger.voucher.signing.freezing import lines_told
from ledger.voucher.signing.seen import DraftSeen, seen_code, seen_order
from ledger.workflow.drafting.seen import seen_as, seen_in_book

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.workflow.desk import Desk

#: Where the log keeps whole the drafts that an act changed or took away, by action.
KEPT_WHOLE = {"revise": "before", "reject": "draft", "withdraw": "draft", "send-back": "drafts"}
#: How far back the log is looked through, and how many states are tried.
DAYS_BACK, STATES_TRIED = 31, 400
REMEDY = "重新查看（prepay draft list 或 draft show），核对无误后，用新的核对码审核"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSpan:
    """A draft as it waited `since` one act of the log `until` another ("" for still)."""

    seen: DraftSeen
    since: str
    until: str

    def waited_at(self, act: str) -> bool:
        """Return whether it waited like this right after an act."""
        return self.since <= act and (not self.until or act < self.until)


def changed_findings(
    desk: Desk,
    conn: sa.Connection,
    codes: Iterable[str],
    code: str,
    present: Sequence[DraftSeen],
    ids: Collection[str] | None,
) -> list[Finding]:
    """Say what differs from what was shown under a code; `ids` are the drafts named, None for all.

    Where no state of the log has the code, say so.
    """
    spans = chain.from_iterable(spans_in_book(desk, conn, book) for book in codes)
    before = state_with_code(
        [one for one in spans if ids is None or one.seen.draft.id in ids], code
    )
    if before is None:
        return [changed("", f"核对码 {code} 与现在的 {len(present)} 笔待审核草稿不符")]
    return list(differences(before, present))


def state_with_code(spans: Sequence[DraftSpan], code: str) -> list[DraftSeen] | None:
    """Find the newest state of drafts that has a code; None where none has."""
    acts = {act for one in spans for act in (one.since, one.until)} - {""}
    states = (state_after(spans, act) for act in sorted(acts, reverse=True)[:STATES_TRIED])
    return next((state for state in states if seen_code(state) == code), None)


def state_after(spans: Iterable[DraftSpan], act: str) -> list[DraftSeen]:
    """Show what waited right after an act, in the order of the list."""
    return sorted((one.seen for one in spans if one.waited_at(act)), key=seen_order)


def spans_in_book(desk: Desk, conn: sa.Connection, code: str) -> list[DraftSpan]:
    """Read since when and until when each of a book's drafts waited as it was."""
    start = (desk.today() - timedelta(days=DAYS_BACK)).isoformat()
    lines = read_log(conn, book=code, since=start)
    approvals = [(line["at"], line["id"]) for line in lines if line["action"] == "approve"]
    present = [(seen, "") for seen in seen_in_book(desk, conn, code, None)]
    return spans_of([*versions_kept(desk, conn, lines), *present], approvals)


def versions_kept(
    desk: Desk, conn: sa.Connection, lines: Iterable[Mapping[str, Any]]
) -> list[tuple[DraftSeen, str]]:
    """Read the drafts that the log keeps whole, each with the act that changed or took it away."""
    kept = [(one, line["id"]) for line in lines for one in kept_whole(line)]
    pairs = [(draft_read(one), frozen_read(one["frozen"])) for one, _ in kept]
    return list(zip(seen_as(desk, conn, pairs), (act for _, act in kept), strict=True))


def spans_of(
    versions: Iterable[tuple[DraftSeen, str]], approvals: Sequence[tuple[str, str]]
) -> list[DraftSpan]:
    """Put together how long drafts waited; each comes with the act that ended it, "" for none."""
    begun: dict[str, str] = {}
    spans = []
    for seen, act in versions:
        draft = seen.draft
        since = begun.get(draft.id, draft.id)
        until = approved_in(approvals, draft.approved_at, act) if draft.approved_by else act
        spans.append(DraftSpan(seen=seen, since=since, until=until))
        begun[draft.id] = act
    return spans


def approved_in(approvals: Iterable[tuple[str, str]], at: str, otherwise: str) -> str:
    """Name the act of the log by which what was approved at a moment was approved."""
    return next((act for told, act in approvals if told >= at), otherwise)


def kept_whole(line: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Return the drafts that a line of the log keeps whole, as they were frozen."""
    if line["action"] not in KEPT_WHOLE:
        return
    found = json.loads(line["content"])[KEPT_WHOLE[line["action"]]]
    for kept in found if isinstance(found, list) else [found]:
        if "frozen" in kept:
            yield kept


def differences(before: Sequence[DraftSeen], now: Sequence[DraftSeen]) -> Iterator[Finding]:
    """Word how drafts differ from what was shown, draft by draft."""
    present = {seen.draft.id: seen for seen in now}
    for seen in before:
        if seen.draft.id not in present:
            yield changed(seen.draft.event.key, "列示之后已被审核、撤回或驳回")
        elif seen.frozen.parts != present[seen.draft.id].frozen.parts:
            yield revised_since(seen, present[seen.draft.id])
    yield from map(added_since, added(before, now))


def added(before: Iterable[DraftSeen], now: Iterable[DraftSeen]) -> list[DraftSeen]:
    """Return the drafts that were not shown before."""
    shown = {seen.draft.id for seen in before}
    return [seen for seen in now if seen.draft.id not in shown]


def added_since(seen: DraftSeen) -> Finding:
    """Word that a draft was not there when they were shown."""
    return changed(seen.draft.event.key, f"列示之后新增，金额 {grouped(seen.amount_fen)}")


def revised_since(before: DraftSeen, now: DraftSeen) -> Finding:
    """Word that a draft says something else than it did when it was shown."""
    said = "；".join(differing_words(before, now)) or "内容未变"
    again = said_by_preparer(now) != said_by_preparer(before)
    how = f"由 {now.draft.prepared_by} 修改" if again else "因记账条件变化而不同"
    return changed(before.draft.event.key, f"列示之后{how}：{said}")


def said_by_preparer(seen: DraftSeen) -> tuple[str, str]:
    """Return what tells that a preparer has said something anew: its words, and when."""
    return seen.draft.content_digest, seen.draft.prepared_at


def changed(key: str, what: str) -> Finding:
    """Word that what was shown is not what would be approved."""
    message = f"{key} {what}" if key else what
    return Finding(code="SEEN_CHANGED", message=message, remedy=REMEDY, key=key)


def differing_words(before: DraftSeen, now: DraftSeen) -> list[str]:
    """Say which words of a draft have changed, from what to what."""
    pairs = zip(told_words(before), told_words(now), strict=True)
    told = [
        f"{label} {old or '无'} → {new or '无'}" for (label, old), (_, new) in pairs if old != new
    ]
    return told or coded_changes(before.draft.event, now.draft.event)


def told_words(seen: DraftSeen) -> tuple[tuple[str, str], ...]:
    """Write what a person compares: hospital, amount, days, 摘要, papers, 分录."""
    code = seen.word("hospital")
    year = seen.word("year")
    return (
        ("医疗机构", f"{seen.hospital}（{code}）" if code else ""),
        ("预付年度", "" if year == "0" else year),
        ("业务日期", seen.word("date")),
        ("记账日期", seen.word("booked")),
        ("金额", grouped(seen.amount_fen)),
        ("摘要", seen.word("summary")),
        ("附件", "，".join(map(told_paper, seen.draft.event.papers))),
        ("分录", "，".join(lines_told(seen.frozen.public))),
    )


def told_paper(paper: Paper) -> str:
    """Write a paper in a few words, with the beginning of its file's digest."""
    name = PAPER_TYPES.get(paper.type, paper.type)
    return f"{name} {paper.number} {paper.date} {paper.file[:12]}".rstrip()


def coded_changes(before: Event, now: Event) -> list[str]:
    """Name the other words that differ by their headings alone: they are kept as codes."""
    return [
        f"“{spec.label}”已改"
        for attribute, spec in spelled(now.KIND).items()
        if getattr(before, attribute) != getattr(now, attribute)
    ]
