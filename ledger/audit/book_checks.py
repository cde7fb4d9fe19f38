"""Checks of numbers, balances, projections, duties and papers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.audit.figures import numbers_broken, unequal_turnover
from ledger.audit.invariants import Row, Stored, broken
from ledger.basis.clock import far_behind
from ledger.basis.money import grouped
from ledger.basis.period import last_day, next_period, year_of
from ledger.basis.terms import PAPER_TYPES, ROLES, SYSTEM_OPERATOR
from ledger.events.checks import papers_lacking
from ledger.events.dated import CLAUSE_PERIOD, CLAUSE_TIMELY, days_ahead, fact_days
from ledger.events.duties import role_to_approve
from ledger.events.kinds import KINDS, LEGLESS
from ledger.events.words import sheets_kept
from ledger.masters.operator import may_act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding


def check_numbers(stored: Stored) -> Iterator[Finding]:
    """Numbers run 1…n in every period, and the counter stands at n."""
    for period, count, lowest, highest, counter in stored.numbers:
        if numbers_broken(count, lowest, highest, counter):
            yield broken(
                "NUMBERS_BROKEN",
                f"{stored.book.code} {period}：凭证 {count} 张，号码 {lowest} 至 {highest}，"
                f"计数器 {counter}",
                "财会〔2024〕12号·二十一(三)",
            )


def check_turnover(stored: Stored) -> Iterator[Finding]:
    """The 发生额 kept equals the legs added up anew, for every leaf and period."""
    for (code, period), kept, again in unequal_turnover(stored.kept, stored.again):
        yield broken(
            "TURNOVER_UNEQUAL",
            f"{stored.book.code} {name_of(stored, code)} {period}：登记借/贷"
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
        special = {row["unit"] for row in links if row["irregular"]}
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
                irregular=row["unit"] in special,
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
    """Return the roles that a person held at a moment."""
    held: tuple[str, ...] = ()
    for since, roles in stored.roles.get(who, []):
        if since <= when:
            held = roles
    return held


def check_person(stored: Stored, label: str, role: str, who: str, when: str) -> Iterator[Finding]:
    """The person held the role at that time, and was not the cashier."""
    held = held_at(stored, who, when)
    if not may_act(role, held):
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
            if row["period"] is not None and row["sheets"] != sheets_kept(
                (paper["sheets"], paper["kept_with"]) for paper in papers
            ):
                yield broken("SHEETS_UNEQUAL", f"{label_of(stored, row)}：附件张数不符")


def check_dates(stored: Stored) -> Iterator[Finding]:
    """No fact is dated after the day on which it was posted, no month sealed before it was over."""
    for links in stored.links.values():
        for row in links:
            if row["kind"] in LEGLESS:
                continue
            papers = [
                (paper["type"], paper["number"], date.fromisoformat(paper["date"]))
                for paper in stored.papers.get(row["id"], [])
            ]
            days = fact_days(
                date.fromisoformat(row["date"]), date.fromisoformat(row["booked"]), papers
            )
            posted = date.fromisoformat(row["posted_at"][:10])
            for _, name, day in days_ahead(days, posted):
                found = f"{label_of(stored, row)}：{name} {day} 晚于记账当天 {posted}"
                yield stored.judged(row, "0006", broken("DATE_AHEAD", found, CLAUSE_TIMELY))
    for seal in stored.seals:
        year, closed = year_of(seal["period"]), date.fromisoformat(seal["closed_at"][:10])
        if closed < last_day(seal["period"]):
            found = f"{stored.book.code} {seal['period']} 在 {closed} 结账，那时还没有结束"
            link = {"chain_year": year, "position": seal["position"]}
            yield stored.judged(link, "0006", broken("CLOSED_EARLY", found, CLAUSE_PERIOD))


def check_clock(stored: Stored) -> Iterator[Finding]:
    """Time runs on along each chain: no voucher was posted long before what it follows."""
    for year, links in stored.links.items():
        after = stored.now
        for row in reversed(links):
            if after and overtaken(row["posted_at"], after):
                what = f"{label_of(stored, row)}：记账时间 {row['posted_at']} 比其后的 {after} 还晚"
                yield clock_ahead(stored, row, what)
            after = after if row["kind"] in LEGLESS else row["posted_at"]
        for seal in stored.seals:
            if year_of(seal["period"]) != year or not 0 < seal["position"] <= len(links):
                continue
            later = [row["posted_at"] for row in links[seal["position"] :][:1]] or [stored.now]
            if later[0] and overtaken(seal["closed_at"], later[0]):
                what = f"{stored.book.code} {seal['period']} 结账时间 {seal['closed_at']} 比其后的"
                yield clock_ahead(stored, links[seal["position"] - 1], f"{what} {later[0]} 还晚")


def overtaken(moment: str, after: str) -> bool:
    """Tell a moment that lies long after one which came later."""
    return far_behind(datetime.fromisoformat(after), datetime.fromisoformat(moment))


def clock_ahead(stored: Stored, row: Row, what: str) -> Finding:
    """Word that the clock ran ahead when a fact was written: past, and to be explained."""
    finding = broken("CLOCK_AHEAD", f"{what}：当时的时钟超前", CLAUSE_TIMELY)
    return stored.judged(row, "0006", replace(finding, fact=row["key"]))


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
