"""Checks of numbers, balances, projections, duties and papers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.audit.invariants import Row, Stored, broken
from ledger.basis.money import grouped
from ledger.basis.period import next_period, year_of
from ledger.basis.terms import PAPER_TYPES, ROLES, SYSTEM_OPERATOR
from ledger.events import KINDS, LEGLESS
from ledger.events.checks import papers_lacking
from ledger.events.duties import role_to_approve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding


def check_numbers(stored: Stored) -> Iterator[Finding]:
    """Numbers run 1…n in every period, and the counter stands at n."""
    for period, count, lowest, highest, counter in stored.numbers:
        if (lowest, highest, counter) != ((1, count, count) if count else (0, 0, 0)):
            yield broken(
                "NUMBERS_BROKEN",
                f"{stored.book.code} {period}：凭证 {count} 张，号码 {lowest} 至 {highest}，"
                f"计数器 {counter}",
                "财会〔2024〕12号·二十一(三)",
            )


def check_turnover(stored: Stored) -> Iterator[Finding]:
    """The 发生额 kept equals the legs added up anew, for every leaf and period."""
    for key in sorted({*stored.again, *stored.kept}):
        again, kept = stored.again.get(key, (0, 0)), stored.kept.get(key, (0, 0))
        if again != kept:
            yield broken(
                "TURNOVER_UNEQUAL",
                f"{stored.book.code} {name_of(stored, key[0])} {key[1]}：登记借/贷"
                f" {grouped(kept[0])}/{grouped(kept[1])}，按分录重算"
                f" {grouped(again[0])}/{grouped(again[1])}",
            )


def check_openings(stored: Stored) -> Iterator[Finding]:
    """Each year's openings equal what all legs before it come to; closed years have theirs."""
    closed = {int(seal["period"][:4]) for seal in stored.seals if seal["period"].endswith("-13")}
    for year in sorted({*stored.openings, *(year + 1 for year in closed)}):
        sums: dict[str, int] = {}
        for (account, period), (debit, credit) in stored.again.items():
            if year_of(period) < year:
                sums[account] = sums.get(account, 0) + debit - credit
        kept = stored.openings.get(year, {})
        for account in sorted({*kept, *(code for code, fen in sums.items() if fen)}):
            if kept.get(account, 0) != sums.get(account, 0):
                yield broken(
                    "OPENING_UNEQUAL",
                    f"{stored.book.code} {name_of(stored, account)} {year} 年初：登记"
                    f" {grouped(kept.get(account, 0))}，按分录重算 {grouped(sums.get(account, 0))}",
                    "《会计基础工作规范》第六十三条",
                )


def check_accounts(stored: Stored) -> Iterator[Finding]:
    """Each leaf's code says what its columns say, and lies in the chart of the fund."""
    for code, leaf in stored.leaves.items():
        account = leaf.account
        known = stored.chart.accounts.get(account.base)
        spelled = stored.chart.spelled(account) if known else ""
        if code != spelled or not leaf.name or leaf.holder not in leaf.name:
            yield broken(
                "ACCOUNT_UNKNOWN", f"{stored.book.code} 科目 {code} {leaf.name} 与科目表不符"
            )


def check_duties(stored: Stored) -> Iterator[Finding]:
    """Nobody approved their own entry, and no cashier approved or posted, at that time."""
    for links in stored.links.values():
        for row in links:
            label = label_of(stored, row)
            if row["prepared_by"] == row["approved_by"]:
                yield broken(
                    "FOUR_EYES",
                    f"{label}：制单与审核是同一人 {row['prepared_by']}",
                    "财会〔2024〕12号·二十一(二)",
                )
            kind = KINDS.get(row["kind"])
            asked = role_to_approve(
                chief=kind is not None and kind.CHIEF,
                irregular=bool(row["irregular"]),
                prepared_by=row["prepared_by"],
            )
            steps = [(asked, row["approved_by"], row["approved_at"])]
            if row["kind"] not in LEGLESS:
                # What the program makes is posted by the chief who closes.
                made = row["prepared_by"] == SYSTEM_OPERATOR
                role = "chief" if made else "poster"
                steps.append((role, row["posted_by"], row["posted_at"]))
            for role, who, when in steps:
                for finding in check_person(stored, label, role, who, when):
                    yield replace(finding, fact=row["key"])


def check_signatures(stored: Stored) -> Iterator[Finding]:
    """Whoever signed held the role at that time."""
    rows = [row for links in stored.links.values() for row in links]
    labels = {row["id"]: label_of(stored, row) for row in rows}
    keys = {row["id"]: row["key"] for row in rows}
    for signatures in stored.signatures.values():
        for event, role, name, at in signatures:
            held = held_at(stored, name, at)
            if role not in held:
                wrong = broken(
                    "SIGNED_WRONG",
                    f"{labels.get(event, event)}：{name} 签章时没有“{ROLES[role]}”岗位",
                    "《会计基础工作规范》第五十一条(一)",
                )
                yield replace(wrong, fact=keys.get(event, event))


def held_at(stored: Stored, who: str, when: str) -> tuple[str, ...]:
    """Give the roles that a person held at a moment."""
    held: tuple[str, ...] = ()
    for since, roles in stored.roles.get(who, []):
        if since <= when:
            held = roles
    return held


def check_person(stored: Stored, label: str, role: str, who: str, when: str) -> Iterator[Finding]:
    """The person held the role at that time, and was not the cashier."""
    held = held_at(stored, who, when)
    if role not in held or "cashier" in held:
        names = "、".join(ROLES[name] for name in held if name in ROLES) or "无"
        yield broken(
            "DUTIES",
            f"{label}：{who} 当时没有“{ROLES[role]}”岗位（岗位：{names}）",
            "《会计基础工作规范》第十二条",
        )


def check_papers(stored: Stored) -> Iterator[Finding]:
    """Each voucher stands on the papers that its kind needs, and counts their sheets."""
    movements = {row["id"]: row["movement"] for links in stored.links.values() for row in links}
    for links in stored.links.values():
        for row in links:
            papers = stored.papers.get(row["id"], [])
            kind = KINDS.get(row["kind"])
            if kind is None:
                yield broken(
                    "KIND_UNKNOWN", f"{label_of(stored, row)}：业务类型 {row['kind']} 不认识"
                )
                continue
            held = {paper["type"] for paper in papers}
            lacking = papers_lacking(
                kind,
                held,
                irregular=bool(row["irregular"]),
                corrects=movements.get(row["corrects"]) or "",
            )
            if lacking:
                names = "、".join(PAPER_TYPES[type_] for type_ in lacking)
                yield broken(
                    "PAPER_MISSING",
                    f"{label_of(stored, row)}：缺附件 {names}",
                    "《会计基础工作规范》第五十一条(四)",
                )
            if row["period"] is not None and row["sheets"] != sheets(papers):
                yield broken("SHEETS_UNEQUAL", f"{label_of(stored, row)}：附件张数不符")


def sheets(papers: list[Row]) -> int:
    """Add up the sheets that are kept with the voucher itself."""
    return sum(int(paper["sheets"]) for paper in papers if not paper["kept_with"])


def check_periods(stored: Stored) -> Iterator[Finding]:
    """Months are sealed in order without a gap, and no close that was logged has lost its seal."""
    digests = {seal["digest"] for seal in stored.seals}
    for closed, content in stored.closes:
        if json.loads(content)["digest"] not in digests:
            yield broken(
                "SEAL_LOST",
                f"{stored.book.code} {closed} 结过账，当时的封存码现在没有了",
                "财会〔2024〕12号·二十四",
            )
    months = [seal["period"] for seal in stored.seals if not seal["period"].endswith("-13")]
    expected = stored.book.start
    for month in months:
        if month != expected:
            yield broken("SEAL_GAP", f"{stored.book.code}：{expected} 没有封存，却封存了 {month}")
            return
        expected = next_period(expected)


def check_triggers(stored: Stored) -> Iterator[Finding]:
    """The database is built as the migrations build it, with its guards against changes."""
    for name in sorted(stored.lacking):
        yield broken("TRIGGER_MISSING", f"数据库防改触发器 {name} 不在", "财会〔2024〕12号·三十一")
    for fault in stored.structure:
        yield broken(
            "SCHEMA_DIFFERS", f"数据库结构与升级脚本不符：{fault}", "财会〔2024〕12号·三十一"
        )


def name_of(stored: Stored, code: str) -> str:
    """Name a leaf by code and name."""
    leaf = stored.leaves.get(code)
    return f"{code} {leaf.name}" if leaf else code
