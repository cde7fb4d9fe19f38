"""确认、撤销: what people decide about matches; every word is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.money import grouped
from ledger.basis.period import last_day
from ledger.masters.duties import BANK_CLERK
from ledger.reconcile.marks import STATES
from ledger.store.bank.bank import frozen_through, read_sheets
from ledger.store.bank.bank_marks import add_verdicts, read_marks
from ledger.workflow.bank.bank_desk import (
    proposals_among,
    read_sides,
    reason_asked,
    sum_of,
)
from ledger.workflow.desk import Desk, acting_on, at_work, book_of, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.marks import Mark

CLAUSE = "财会〔2017〕28号·1004"
CLAUSE_TWO = "财会〔2024〕12号·二十一(二)"


def confirm(desk: Desk, book: str, numbers: Sequence[int], *, dry_run: bool = False) -> list[Mark]:
    """确认 proposals: from now on they count; others that want the same money lapse."""
    subject = told(numbers)
    with at_work(
        desk,
        action="bank-confirm",
        subject=subject,
        book=book,
        role=BANK_CLERK,
        what="确认勾对",
        dry_run=dry_run,
    ) as (conn, _):
        marks = read_marks(conn, book_of(conn, book).code)
        chosen = asked(marks, numbers, ("proposed",))
        findings = [*overlaps(chosen), *broken(conn, book, chosen)]
        if findings:
            raise Refused(findings)
        say(desk, conn, book, chosen, "confirmed")
        say(desk, conn, book, rivals_of(marks, chosen), "lapsed")
        note(desk, conn, book, "bank-confirm", subject, {"matches": list(numbers)})
    return chosen


def rivals_of(marks: Sequence[Mark], chosen: Sequence[Mark]) -> list[Mark]:
    """List the proposals that want what the chosen ones take."""
    taken = frozenset[tuple[str, str]]().union(*(mark.members() for mark in chosen))
    others = [mark for mark in proposals_among(marks) if mark not in chosen]
    return [mark for mark in others if mark.members() & taken]


def unmatch(
    desk: Desk, book: str, numbers: Sequence[int], reason: str, *, dry_run: bool = False
) -> list[Mark]:
    """撤销 matches, or lines set apart; a frozen 余额调节表 keeps what it settled."""
    subject = told(numbers)
    with refusals_logged(desk, "bank-unmatch", subject, book):
        reason = reason_asked(reason)
        with acting_on(desk, [book], role=BANK_CLERK, what="撤销勾对", dry_run=dry_run) as (
            conn,
            _,
        ):
            marks = read_marks(conn, book_of(conn, book).code)
            chosen = asked(marks, numbers, ("matched", "outside", "pending", "proposed"))
            if findings := frozen(conn, book, chosen):
                raise Refused(findings)
            say(desk, conn, book, chosen, "undone", reason)
            content = {"matches": list(numbers), "reason": reason}
            note(desk, conn, book, "bank-unmatch", subject, content)
    return chosen


def asked(marks: Sequence[Mark], numbers: Sequence[int], states: Sequence[str]) -> list[Mark]:
    """Find marks by number; refuse those that are not there, or that stand otherwise."""
    known = {mark.number: mark for mark in marks}
    findings = []
    for number in numbers:
        mark = known.get(number)
        if mark is None:
            findings.append(unfit_mark("MATCH_UNKNOWN", f"没有第 {number} 号"))
        elif mark.state not in states:
            findings.append(unfit_mark("MATCH_STATE", f"第 {number} 号{STATES[mark.state]}"))
    if findings:
        raise Refused(findings)
    return [known[number] for number in dict.fromkeys(numbers)]


def unfit_mark(code: str, what: str) -> Finding:
    """Word that a number does not name what can be dealt with."""
    return Finding(code=code, message=what, remedy="编号见 prepay bank list")


def overlaps(chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse to confirm two proposals that want the same money."""
    seen: dict[tuple[str, str], int] = {}
    findings = []
    for mark in chosen:
        rival = next((seen[member] for member in mark.members() if member in seen), None)
        if rival is not None:
            findings.append(
                Finding(
                    code="MATCH_TWICE",
                    message=f"第 {rival} 号和第 {mark.number} 号用了同一行或同一张凭证",
                    remedy="二者确认其一",
                )
            )
        seen.update(dict.fromkeys(mark.members(), mark.number))
    return findings


def broken(conn: sa.Connection, book: str, chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse proposals whose sides have changed since: they must still come to the same."""
    findings: list[Finding] = []
    for account, marks in by_account(chosen):
        sides = read_sides(conn, book, account)
        lines = {line.id: line.net_fen for line in sides.open_lines()}
        units = {unit.id: unit.net_fen for unit in sides.open_units()}
        findings += [stale_mark(mark, lines, units) for mark in marks if moved(mark, lines, units)]
    return findings


def by_account(marks: Sequence[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """Part marks by their bank account."""
    for account in sorted({mark.account for mark in marks}):
        yield account, [mark for mark in marks if mark.account == account]


def moved(mark: Mark, lines: Mapping[str, int], units: Mapping[str, int]) -> bool:
    """Tell a proposal of which something is settled by now, or whose sides differ."""
    there = set(mark.lines) <= lines.keys() and set(mark.units) <= units.keys()
    return not there or sum_of(mark.lines, lines) != sum_of(mark.units, units)


def stale_mark(mark: Mark, lines: Mapping[str, int], units: Mapping[str, int]) -> Finding:
    """Word that a proposal no longer stands as it was made."""
    return Finding(
        code="MATCH_STALE",
        message=f"第 {mark.number} 号提出以后，行或凭证有了变化"
        f"（对账单 {grouped(sum_of(mark.lines, lines))}，"
        f"账上 {grouped(sum_of(mark.units, units))}）",
        remedy="再运行 prepay bank match，按新的建议确认",
    )


def frozen(conn: sa.Connection, book: str, chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse to undo what an approved 余额调节表 counted as settled."""
    findings: list[Finding] = []
    for account, marks in by_account([mark for mark in chosen if mark.in_force]):
        through = frozen_through(conn, book, account)
        if through:
            counted = counted_in(conn, book, account, through, marks)
            findings += [reconciled_mark(mark, through) for mark in counted]
    return findings


def counted_in(
    conn: sa.Connection, book: str, account: str, through: str, marks: Sequence[Mark]
) -> list[Mark]:
    """Pick the marks that the approved 余额调节表 of a month counted as settled.

    What was made since, so that the sheet has it open, is none of them.
    """
    sides = read_sides(conn, book, account)
    end = last_day(through)
    lines = {line.id: line.net_fen for line in sides.lines if line.date <= end}
    units = {unit.id: unit.net_by(through) for unit in sides.units}
    held = held_open(conn, book, account, through)
    before = [mark for mark in marks if held.isdisjoint((*mark.lines, *mark.units))]
    return [mark for mark in before if is_settled_by(mark, lines, units)]


def is_settled_by(mark: Mark, lines: Mapping[str, int], units: Mapping[str, int]) -> bool:
    """Tell a mark that settled lines up to a day: set apart, or matched with facts of as much."""
    if lines.keys().isdisjoint(mark.lines):
        return False
    return mark.kind == "outside" or sum_of(mark.lines, lines) == sum_of(mark.units, units)


def reconciled_mark(mark: Mark, through: str) -> Finding:
    """Word that a mark is part of an approved 余额调节表."""
    return Finding(
        code="PERIOD_RECONCILED",
        message=f"第 {mark.number} 号已计入 {mark.account} 审核过的余额调节表"
        f"（到 {through}），不能再撤销",
        clause=CLAUSE,
        remedy="确有差错的，在以后月份的余额调节表里说明",
    )


def held_open(conn: sa.Connection, book: str, account: str, period: str) -> set[str]:
    """Name the lines and facts that the approved 余额调节表 of a month has open."""
    sheets = read_sheets(conn, book, account=account, period=period)
    approved = [sheet for sheet in sheets if sheet.approved_by]
    return {item["id"] for sheet in approved[-1:] for item in json.loads(sheet.content)["items"]}


def say(
    desk: Desk,
    conn: sa.Connection,
    book: str,
    marks: Sequence[Mark],
    verdict: str,
    reason: str = "",
) -> None:
    """Say a word of marks."""
    by, at = desk.operator, desk.now()
    add_verdicts(conn, book, marks, verdict=verdict, by=by, at=at, reason=reason)


def told(numbers: Sequence[int]) -> str:
    """Write numbers in a row, the first few."""
    shown = "、".join(str(number) for number in numbers[:10])
    return shown + ("…" if len(numbers) > 10 else "")
