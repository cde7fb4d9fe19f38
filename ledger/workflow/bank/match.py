"""勾对: run the matching over an account, write what is sure, keep what is only proposed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.heap import uncollected
from ledger.basis.period import period_of
from ledger.masters.duties import BANK_CLERK
from ledger.reconcile.owners import directory_of
from ledger.reconcile.settle import Settled, settle
from ledger.reconcile.units import with_papers
from ledger.store.bank.bank_books import read_bank_papers
from ledger.store.bank.bank_marks import add_marks, add_verdicts, last_mark
from ledger.store.masters import read_hospitals
from ledger.workflow.bank.bank_desk import (
    ACCOUNTS,
    BothSides,
    accounts_meant,
    read_sides,
)
from ledger.workflow.desk import Desk, at_work, book_of, note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.reconcile.matching import Match
    from ledger.reconcile.owners import Directory
    from ledger.reconcile.units import Unit
    from ledger.store.writer import Row

#: The lines and facts of a match, as a mark names them.
Members = frozenset[tuple[str, str]]
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
    with at_work(
        desk,
        action="bank-match",
        subject=subject,
        book=book,
        role=BANK_CLERK,
        what="勾对",
        dry_run=dry_run,
    ) as (conn, _):
        book_of(conn, book)
        both = [read_sides(conn, book, code) for code in accounts_meant(account)]
        runs = [match_one(desk, conn, book, sides, period) for sides in both if sides.lines]
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
    lines = lines_of_month(sides.open_lines(), period)
    units = recent(sides)
    papers = read_bank_papers(conn, book, (m.id for unit in units for m in unit.members))
    directory = directory_of(read_hospitals(conn, desk.today()).values(), desk.today())
    found = heeding(lines, with_papers(units, papers), directory, sides)
    keep_proposals(desk, conn, book, sides, found, whole=not period)
    covered = [unit for unit in sides.open_units() if counts(unit, sides)]
    return MatchRun(
        account=sides.account,
        rules=tuple(Counter(match.rule for match in found.sure).items()),
        lines=len(lines),
        matched=count_lines(found.sure),
        proposed=len(found.proposed),
        lines_open=found.lines_open,
        units_open=len(covered) - settled(found),
    )


def lines_of_month(lines: list[BankLine], period: str) -> list[BankLine]:
    """Keep the lines of a month, where one is named."""
    return [line for line in lines if period_of(line.date) == period] if period else lines


def count_lines(matches: Iterable[Match]) -> int:
    """Count the lines of matches."""
    return sum(len(match.lines) for match in matches)


def heeding(
    lines: Sequence[BankLine], units: Sequence[Unit], directory: Directory, sides: BothSides
) -> Settled:
    """Match, and heed what people have undone: a match of the same members is only proposed again.

    A proposal that a person has turned down does not come up a second time; its lines are
    offered what else there is.
    """
    found = settle(lines, units, directory)
    undone = {mark.members(): mark for mark in sides.marks if mark.state == "undone"}
    sure = still_proposed(found.sure, undone)
    proposed = [*proposed_again(found.sure, undone), *still_proposed(found.proposed, undone)]
    lost = turned_down([*found.sure, *found.proposed], [*sure, *proposed])
    if lost:
        again = offered_else(lost, units, directory, [*sure, *proposed])
        proposed += [replace(match, sure=False) for match in still_proposed(again, undone)]
    freed = count_lines(found.sure) - count_lines(sure)
    return Settled(sure=tuple(sure), proposed=tuple(proposed), lines_open=found.lines_open + freed)


def proposed_again(sure: Sequence[Match], undone: Mapping[Members, Mark]) -> list[Match]:
    """Propose sure matches that a person has undone, with that person's reason."""
    proposed = []
    for match in sure:
        mark = undone.get(members_of(match))
        if mark is None or not mark.sure:
            continue
        verdict = mark.said("undone")
        why = f"{match.why}；曾撤销：{verdict.reason if verdict else ''}"
        proposed.append(replace(match, why=why, sure=False))
    return proposed


def still_proposed(matches: Iterable[Match], undone: Mapping[Members, Mark]) -> list[Match]:
    """Leave out what a person has undone."""
    return [match for match in matches if members_of(match) not in undone]


def turned_down(matches: Sequence[Match], kept: Sequence[Match]) -> list[Match]:
    """List the matches of which nothing is kept, nor in another match."""
    members = Members().union(*map(members_of, kept))
    return [match for match in matches if not members_of(match) & members]


def offered_else(
    lost: Sequence[Match], units: Sequence[Unit], directory: Directory, kept: Sequence[Match]
) -> list[Match]:
    """Match lines whose proposal was turned down with what else there is."""
    gone = {unit.id for match in (*lost, *kept) for unit in match.units}
    lines = [line for match in lost for line in match.lines]
    found = settle(lines, [unit for unit in units if unit.id not in gone], directory)
    return [*found.sure, *found.proposed]


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
    gone = [mark for members, mark in standing.items() if members not in fresh]
    lapsed = gone if whole else outbid(gone, found.sure)
    add_verdicts(conn, book, lapsed, verdict="lapsed", by=desk.operator, at=desk.now(), reason="")
    proposed = [match for members, match in fresh.items() if members not in standing]
    write_matches(desk, conn, book, sides.account, [*found.sure, *proposed])


def outbid(marks: Sequence[Mark], sure: Sequence[Match]) -> list[Mark]:
    """Pick the proposals that want what a sure match takes."""
    taken = Members().union(*map(members_of, sure))
    return [mark for mark in marks if mark.members() & taken]


def members_of(match: Match) -> Members:
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
