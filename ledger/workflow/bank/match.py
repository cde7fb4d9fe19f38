"""勾对: run the matching over an account, write what is sure, keep what is only proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.heap import uncollected
from ledger.basis.period import period_of
from ledger.reconcile.owners import directory_of
from ledger.reconcile.settle import Settled, settle
from ledger.reconcile.units import with_papers
from ledger.store.bank_books import read_bank_papers
from ledger.store.bank_marks import add_marks, add_verdicts, last_mark
from ledger.store.engine import writing
from ledger.store.masters import read_hospitals
from ledger.workflow.bank.bank_desk import ACCOUNTS, BothSides, acting_clerk, read_sides
from ledger.workflow.desk import Desk, book_of, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.matching import Match
    from ledger.reconcile.owners import Directory
    from ledger.reconcile.units import Unit
    from ledger.store.writer import Row

#: How long before the first statement line a fact of ours may still be what a line answers.
BEFORE_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRun:
    """What a run did to an account: by rule how many matches, and what is still open."""

    account: str
    rules: tuple[tuple[str, int], ...]
    lines: int
    matched: int
    proposed: int
    lines_open: int
    units_open: int


@uncollected()
def match_accounts(
    desk: Desk, book: str, *, account: str = "", period: str = "", dry_run: bool = False
) -> list[MatchRun]:
    """勾对 one account, or both; `period` narrows it to the lines of a month."""
    subject = account or "、".join(ACCOUNTS)
    with (
        refusals_logged(desk, "bank-match", subject, book),
        writing(desk.engine, [book], dry_run=dry_run) as conn,
    ):
        acting_clerk(desk, conn, "勾对")
        book_of(conn, book)
        runs = []
        for one in [account] if account else ACCOUNTS:
            sides = read_sides(conn, book, one)
            if sides.lines:
                runs.append(match_one(desk, conn, book, sides, period))
        if not runs:
            raise refuse(
                "STATEMENT_MISSING",
                f"{book} 还没有导入对账单",
                "先导入：prepay bank import 文件 --account 1004（财政的用 1003）",
            )
        content = {run.account: run_tree(run) for run in runs}
        note(desk, conn, book, "bank-match", subject, content)
    return runs


def match_one(
    desk: Desk, conn: sa.Connection, book: str, sides: BothSides, period: str
) -> MatchRun:
    """勾对 one account."""
    lines = [line for line in sides.open_lines() if not period or period_of(line.date) == period]
    units = recent(sides)
    papers = read_bank_papers(conn, book, (m.id for unit in units for m in unit.members))
    directory = directory_of(read_hospitals(conn, desk.today()).values(), desk.today())
    found = heeding(lines, with_papers(units, papers), directory, sides)
    keep_proposals(desk, conn, book, sides, found, whole=not period)
    rules: dict[str, int] = {}
    for match in found.sure:
        rules[match.rule] = rules.get(match.rule, 0) + 1
    return MatchRun(
        account=sides.account,
        rules=tuple(rules.items()),
        lines=len(lines),
        matched=sum(len(match.lines) for match in found.sure),
        proposed=len(found.proposed),
        lines_open=found.lines_open,
        units_open=sum(1 for unit in sides.open_units() if counts(unit, sides)) - settled(found),
    )


def heeding(
    lines: Sequence[BankLine], units: Sequence[Unit], directory: Directory, sides: BothSides
) -> Settled:
    """Match, and heed what people have undone: a match of the same members is only proposed again.

    A proposal that a person has turned down does not come up a second time; its lines are
    offered what else there is.
    """
    found = settle(lines, units, directory)
    undone = {mark.members(): mark for mark in sides.marks if mark.state == "undone"}
    sure, proposed = [], []
    for match in found.sure:
        mark = undone.get(members_of(match))
        if mark is None:
            sure.append(match)
        elif mark.sure:
            verdict = mark.said("undone")
            why = f"{match.why}；曾撤销：{verdict.reason if verdict else ''}"
            proposed.append(replace(match, why=why, sure=False))
    proposed += [match for match in found.proposed if members_of(match) not in undone]
    kept_members = {member for match in (*sure, *proposed) for member in members_of(match)}
    lost = [m for m in (*found.sure, *found.proposed) if not members_of(m) & kept_members]
    if lost:
        turned_down = {unit.id for match in lost for unit in match.units}
        again = settle(
            [line for match in lost for line in match.lines],
            [u for u in units if u.id not in turned_down and ("unit", u.id) not in kept_members],
            directory,
        )
        proposed += [
            replace(match, sure=False)
            for match in (*again.sure, *again.proposed)
            if members_of(match) not in undone
        ]
    kept = sum(len(match.lines) for match in sure)
    before = sum(len(match.lines) for match in found.sure)
    return Settled(
        sure=tuple(sure), proposed=tuple(proposed), lines_open=found.lines_open + before - kept
    )


def settled(found: Settled) -> int:
    """Count the facts that a run has matched."""
    return sum(len(match.units) for match in found.sure)


def counts(unit: Unit, sides: BothSides) -> bool:
    """Return whether a fact lies within the days that the statements cover."""
    return not sides.lines or unit.members[0].booked >= sides.lines[0].date


def recent(sides: BothSides) -> list[Unit]:
    """List the open facts that a statement line may answer: none long before the first line."""
    if not sides.lines:
        return []
    since = sides.lines[0].date
    return [unit for unit in sides.open_units() if (since - unit.shown.date).days <= BEFORE_DAYS]


def keep_proposals(
    desk: Desk, conn: sa.Connection, book: str, sides: BothSides, found: Settled, *, whole: bool
) -> None:
    """Write sure matches and new proposals; one that no longer comes up lapses.

    A proposal that comes up again keeps its number: people may have written it down.
    """
    standing = {mark.members(): mark for mark in sides.marks if mark.state == "proposed"}
    fresh = {members_of(match): match for match in found.proposed}
    taken = {member for match in found.sure for member in members_of(match)}
    lapsed = [
        mark
        for members, mark in standing.items()
        if members not in fresh and (whole or members & taken)
    ]
    add_verdicts(conn, book, lapsed, verdict="lapsed", by=desk.operator, at=desk.now(), reason="")
    proposed = [match for members, match in fresh.items() if members not in standing]
    write_matches(desk, conn, book, sides.account, [*found.sure, *proposed])


def members_of(match: Match) -> frozenset[tuple[str, str]]:
    """Name the members of a match, as a mark does."""
    lines = {("line", line.id) for line in match.lines}
    return frozenset(lines | {("unit", unit.id) for unit in match.units})


def write_matches(
    desk: Desk, conn: sa.Connection, book: str, account: str, matches: Sequence[Match]
) -> None:
    """Write matches with the next numbers."""
    number = last_mark(conn, book)
    heads: list[Row] = []
    lines: list[Row] = []
    units: list[Row] = []
    at = desk.now()
    for match in matches:
        number += 1
        id_ = desk.identity.new()
        heads.append(
            {
                "book": book,
                "id": id_,
                "number": number,
                "account": account,
                "kind": "match",
                "rule": match.rule,
                "why": match.why,
                "sure": int(match.sure),
                "matched_by": desk.operator,
                "matched_at": at,
            }
        )
        own = {"book": book, "matching": id_}
        lines += [{**own, "line": x.id, "amount_fen": x.net_fen} for x in match.lines]
        units += [{**own, "voucher": x.id, "amount_fen": x.net_fen} for x in match.units]
    add_marks(conn, heads, lines, units)


def run_tree(run: MatchRun) -> dict[str, object]:
    """Write a run for the log and for programs."""
    return {
        "account": run.account,
        "lines": run.lines,
        "matched": run.matched,
        "rules": dict(run.rules),
        "proposed": run.proposed,
        "lines_open": run.lines_open,
        "vouchers_open": run.units_open,
    }
