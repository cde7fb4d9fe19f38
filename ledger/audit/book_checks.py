"""Checks of numbers, balances, projections, duties and papers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.audit.figures import numbers_broken, unequal_turnover
from ledger.audit.invariants import Row, Stored, broken
from ledger.basis.clock import far_behind
from ledger.basis.money import grouped
from ledger.basis.period import last_day, next_period, year_of
from ledger.basis.terms import PAPER_TYPES, ROLES
from ledger.events.checks import papers_lacking
from ledger.events.dated import CLAUSE_PERIOD, CLAUSE_TIMELY, days_ahead, fact_days
from ledger.events.kinds import KINDS, LEGLESS
from ledger.events.words import sheets_kept
from ledger.masters.duties import is_second, may_act, role_to_approve, role_to_post

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event

#: With it came what no cashier does beside approving, posting and closing: to sign as the chief,
#: to draw up a 余额调节表.
FIRST_CASHIER_APART = "0011"


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
        yield from check_opening_of(stored, year, carried_into(stored, year))


def carried_into(stored: Stored, year: int) -> dict[str, int]:
    """Add up all legs before a year, leaf by leaf."""
    sums: dict[str, int] = {}
    for (account, period), (debit, credit) in stored.again.items():
        if year_of(period) < year:
            sums[account] = sums.get(account, 0) + debit - credit
    return sums


def check_opening_of(stored: Stored, year: int, sums: dict[str, int]) -> Iterator[Finding]:
    """A year's openings, as kept, equal the sums of the legs before it."""
    kept = stored.openings.get(year, {})
    for account in sorted({*kept, *(code for code, fen in sums.items() if fen)}):
        noted, added = kept.get(account, 0), sums.get(account, 0)
        if noted != added:
            yield broken(
                "OPENING_UNEQUAL",
                f"{stored.book.code} {name_of(stored, account)} {year} 年初：登记"
                f" {grouped(noted)}，按分录重算 {grouped(added)}",
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
        special = special_units(links)
        for row in links:
            yield from check_duties_of(stored, row, irregular=row["unit"] in special)


def check_duties_of(stored: Stored, row: Row, *, irregular: bool) -> Iterator[Finding]:
    """Another person approved a fact than prepared it, and whoever took a step held its role."""
    label = label_of(stored, row)
    if not is_second(row["approved_by"], row["prepared_by"]):
        yield broken(
            "FOUR_EYES",
            f"{label}：制单与审核是同一人 {row['prepared_by']}",
            "财会〔2024〕12号·二十一(二)",
        )
    for role, who, when in steps_taken(row, irregular=irregular):
        for finding in check_person(stored, label, role, who, when):
            yield replace(finding, fact=row["key"])


def special_units(rows: Iterable[Row]) -> set[str]:
    """Name the units that a special case is in: the chief approves them whole."""
    return {row["unit"] for row in rows if row["irregular"]}


def steps_taken(row: Row, *, irregular: bool) -> Iterator[tuple[str, str, str]]:
    """List who approved and posted a fact, and when, with the role that each step asks for."""
    kind = KINDS.get(row["kind"])
    asked = role_to_approve(
        chief=kind is not None and kind.CHIEF,
        irregular=irregular,
        prepared_by=row["prepared_by"],
    )
    yield asked, row["approved_by"], row["approved_at"]
    if row["kind"] not in LEGLESS:
        yield role_to_post(row["prepared_by"]), row["posted_by"], row["posted_at"]


def check_signatures(stored: Stored) -> Iterator[Finding]:
    """Whoever signed held the role at that time."""
    rows = {row["id"]: row for row in stored.rows()}
    for signatures in stored.signatures.values():
        for event, role, name, at in signatures:
            held = held_at(stored, name, at)
            if may_act(role, held):
                continue
            row = rows.get(event)
            wrong = broken(
                "SIGNED_WRONG",
                f"{label_of(stored, row) if row else event}：{name} 签章时没有“{ROLES[role]}”岗位",
                "《会计基础工作规范》第五十一条(一)",
            )
            older = role in held and stored.revision_at(at) < FIRST_CASHIER_APART
            yield replace(wrong, fact=row["key"] if row else event, older=older)


def held_at(stored: Stored, who: str, when: str) -> tuple[str, ...]:
    """Return the roles that a person held at a moment, those of 代理 among them."""
    held: tuple[str, ...] = ()
    for since, roles in stored.roles.get(who, []):
        if since <= when:
            held = roles
    stood = [one.roles for one in stored.signing.office.stood_by(who) if one.held(when)]
    return (*held, *chain.from_iterable(stood))


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
    movements = {row["id"]: row["movement"] for row in stored.rows()}
    for row in stored.rows():
        kind = KINDS.get(row["kind"])
        if kind is None:
            what = f"{label_of(stored, row)}：业务类型 {row['kind']} 不认识"
            yield broken("KIND_UNKNOWN", what)
            continue
        corrects = movements.get(row["corrects"]) or ""
        yield from check_papers_of(stored, row, kind, corrects=corrects)


def check_papers_of(
    stored: Stored, row: Row, kind: type[Event], *, corrects: str
) -> Iterator[Finding]:
    """A fact has the papers that its kind needs; a voucher counts their sheets."""
    papers = stored.papers.get(row["id"], [])
    held = {paper["type"] for paper in papers}
    lacking = papers_lacking(kind, held, irregular=bool(row["irregular"]), corrects=corrects)
    if lacking:
        names = "、".join(PAPER_TYPES[type_] for type_ in lacking)
        yield broken(
            "PAPER_MISSING",
            f"{label_of(stored, row)}：缺附件 {names}",
            "《会计基础工作规范》第五十一条(四)",
        )
    sheets = sheets_kept((paper["sheets"], paper["kept_with"]) for paper in papers)
    if row["period"] is not None and row["sheets"] != sheets:
        yield broken("SHEETS_UNEQUAL", f"{label_of(stored, row)}：附件张数不符")


def check_dates(stored: Stored) -> Iterator[Finding]:
    """No fact is dated after the day on which it was posted, no month sealed before it was over."""
    for row in stored.rows():
        if row["kind"] not in LEGLESS:
            yield from check_dates_of(stored, row)
    for seal in stored.seals:
        year, closed = year_of(seal["period"]), date.fromisoformat(seal["closed_at"][:10])
        if closed < last_day(seal["period"]):
            found = f"{stored.book.code} {seal['period']} 在 {closed} 结账，那时还没有结束"
            link = {"chain_year": year, "position": seal["position"]}
            yield stored.judged(link, "0006", broken("CLOSED_EARLY", found, CLAUSE_PERIOD))


def check_dates_of(stored: Stored, row: Row) -> Iterator[Finding]:
    """Neither a voucher nor one of its papers is dated after the day on which it was posted."""
    papers = [
        (paper["type"], paper["number"], date.fromisoformat(paper["date"]))
        for paper in stored.papers.get(row["id"], [])
    ]
    days = fact_days(date.fromisoformat(row["date"]), date.fromisoformat(row["booked"]), papers)
    posted = date.fromisoformat(row["posted_at"][:10])
    for _, name, day in days_ahead(days, posted):
        found = f"{label_of(stored, row)}：{name} {day} 晚于记账当天 {posted}"
        yield stored.judged(row, "0006", broken("DATE_AHEAD", found, CLAUSE_TIMELY))


def check_clock(stored: Stored) -> Iterator[Finding]:
    """Time runs on along each chain: no voucher was posted long before what it follows."""
    for year, links in stored.links.items():
        yield from check_clock_of_vouchers(stored, links)
        for seal in stored.seals:
            if year_of(seal["period"]) == year and 0 < seal["position"] <= len(links):
                yield from check_clock_of_seal(stored, links, seal)


def check_clock_of_vouchers(stored: Stored, links: list[Row]) -> Iterator[Finding]:
    """No fact of a chain was written long after the voucher that follows it, or after now."""
    after = stored.now
    for row in reversed(links):
        if overtaken(row["posted_at"], after):
            what = f"{label_of(stored, row)}：记账时间 {row['posted_at']} 比其后的 {after} 还晚"
            yield clock_ahead(stored, row, what)
        after = after if row["kind"] in LEGLESS else row["posted_at"]


def check_clock_of_seal(stored: Stored, links: list[Row], seal: Row) -> Iterator[Finding]:
    """No month was closed long after what follows its seal."""
    position = seal["position"]
    after = links[position]["posted_at"] if position < len(links) else stored.now
    if overtaken(seal["closed_at"], after):
        what = f"{stored.book.code} {seal['period']} 结账时间 {seal['closed_at']} 比其后的"
        yield clock_ahead(stored, links[position - 1], f"{what} {after} 还晚")


def overtaken(moment: str, after: str) -> bool:
    """Tell a moment that lies long after one which came later, if any did."""
    if not after:
        return False
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
    yield from check_gaps(stored)


def check_gaps(stored: Stored) -> Iterator[Finding]:
    """Each month from the book's first is sealed before the next."""
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
