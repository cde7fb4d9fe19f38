"""政策取值 as reports: every value in force and where it comes from, or one value's whole story."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.formats.report import Column, Report, Row, book_line, joined, named_row
from ledger.policy.parameters import FOR_PEOPLE
from ledger.reports.policy.story import story
from ledger.reports.policy.value_shown import (
    READ_BY_PEOPLE,
    STATES,
    ValueShown,
    alerts_of,
    shown,
    tree_of,
)
from ledger.store.engine import reading
from ledger.store.policy import read_proposals
from ledger.workflow.desk import books_asked
from ledger.workflow.policy.policy import changed_layers, policy_of
from ledger.workflow.policy.policy_told import proposal_note, proposal_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.policy.profile import Rules
    from ledger.policy.values import Choice, Layer, PolicyValue
    from ledger.store.policy import Proposal
    from ledger.workflow.desk import Desk

VALUE_COLUMNS = MappingProxyType(
    {
        "title": Column(heading="名称", wraps=12),
        "name": Column(heading="参数", spare=True),
        "value": Column(heading="取值", wraps=16),
        "clause": Column(heading="条款", wraps=10),
        "layer": Column(heading="层"),
        "since": Column(heading="自", spare=True),
        "until": Column(heading="至", spare=True),
        "over": Column(heading="覆盖了", wraps=12, spare=True),
        "state": Column(heading="状态", wraps=8),
        "by": Column(heading="选定人", shown="file"),
        "at": Column(heading="选定时间", shown="file"),
        "reason": Column(heading="理由", shown="file"),
    }
)

#: A numbered line of the notices or an open question, as docs/clauses.md lists them.
ITEM = re.compile(r"[AGHR]-\d{1,3}", re.ASCII)


def policies(desk: Desk, book: str, name: str = "", on: str = "", year: int = 0) -> list[Report]:
    """The values in force for each book on a day; with a name, that value's whole story.

    `year` is the prepayment year whose recorded readings are shown, the day's own by default.
    """
    day = day_asked(desk, on)
    year = year or day.year
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            policy = policy_of(desk, conn, one)
            changed = changed_layers(desk, conn, one)
            rules = policy.on(day, year)
            waiting = read_proposals(conn, one.code)
            resting = names_resting_on(rules, name)
            if name and not resting:
                reports.append(story(one, rules, name, changed, waiting.get(name)))
            else:
                reports.append(overview(one, rules, changed, resting, waiting))
    return reports


def day_asked(desk: Desk, on: str) -> date:
    """Read the day asked for, today by default."""
    try:
        return date.fromisoformat(on) if on else desk.today()
    except ValueError:
        raise unclear("DATE_UNREADABLE", f"日期“{on}”读不懂", "写成 2026-03-31") from None


def names_resting_on(rules: Rules, words: str) -> list[str]:
    """Name the values that rest on an item (`G-10`) or a clause (`甘肃·三`); () for a name."""
    if ITEM.fullmatch(words) is None and "·" not in words:
        return []
    return [name for name in rules.policy.names() if rests_on(rules.decides(name), words)]


def rests_on(found: PolicyValue | Choice | None, words: str) -> bool:
    """Return whether what decides a name has an item, or a clause that begins with some words."""
    return found is not None and (words in found.items or found.clause.startswith(words))


def overview(
    book: Book,
    rules: Rules,
    changed: Sequence[str],
    names: Sequence[str],
    waiting: Mapping[str, Proposal],
) -> Report:
    """政策取值: one row a name, in the order of a prepayment year; all, or those asked for."""
    policy, day = rules.policy, rules.day_asked
    rows = [shown(rules, name) for name in names or policy.names()]
    return Report(
        title="政策取值",
        subtitle=(book_line(book), f"政策方案 {book.profile}，{day.isoformat()} 有效的取值"),
        columns=tuple(VALUE_COLUMNS.values()),
        rows=tuple(value_row(row) for row in rows),
        tree={
            "book": book.code,
            "profile": book.profile,
            "on": day.isoformat(),
            "layers": [layer_tree(layer) for layer in policy.layers],
            "changed": list(changed),
            "values": [tree_of(row) for row in rows],
            "proposed": [proposal_tree(one) for one in waiting.values()],
        },
        alerts=alerts_of(changed),
        notes=(READ_BY_PEOPLE, *waiting_notes(rows), *map(proposal_note, waiting.values())),
    )


def waiting_notes(rows: Sequence[ValueShown]) -> tuple[str, ...]:
    """Say which questions wait, how many are presumed, and how to settle one."""
    waiting = [row.name for row in rows if row.state == "open"]
    presumed = sum(row.state == "presumed" for row in rows)
    if not waiting and not presumed:
        return ()
    return (
        f"待选 {len(waiting)} 项：{'、'.join(waiting) or '无'}；推定 {presumed} 项，尚未确认",
        "读法：prepay policy show 名称；选定：prepay policy choose 名称 读法 --reason 理由",
    )


def layer_tree(layer: Layer) -> dict[str, str]:
    """Write a layer that a book adopted for machines."""
    return {"layer": layer.name, "title": layer.title, "digest": layer.digest}


def value_row(row: ValueShown) -> Row:
    """Draw one name; what waits for a choice is red."""
    same = row.over == row.value
    over = f"{row.over_layer}：{'相同' if same else row.over}" if row.over_layer else ""
    told = "供查阅" if row.name in FOR_PEOPLE else ""
    return named_row(
        VALUE_COLUMNS,
        {
            "title": row.title,
            "name": row.name,
            "value": row.value,
            "clause": row.clause,
            "layer": row.layer,
            "since": row.since,
            "until": row.until,
            "over": over,
            "state": joined((STATES[row.state], row.by, told), " "),
            "by": row.by,
            "at": row.at,
            "reason": row.reason,
        },
        mark="alert" if row.state == "open" else "",
    )
