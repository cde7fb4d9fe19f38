"""导入对账单: a file whole or not at all; what is new follows on from what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, refuse_by_row
from ledger.basis.heap import uncollected
from ledger.basis.money import grouped, yuan
from ledger.basis.period import period_of
from ledger.basis.terms import BANKS
from ledger.events.dated import lies_ahead
from ledger.intake.bank_files import read_printed
from ledger.masters.duties import BANK_CLERK
from ledger.reconcile.follow import follow
from ledger.reconcile.marks import settled_members
from ledger.reconcile.running import account_digits, best_run, break_findings
from ledger.reconcile.table import no_lines
from ledger.store.bank.bank import frozen_through
from ledger.store.bank.bank_lines import (
    add_lines,
    last_number,
    read_known,
    read_lines,
    remove_lines,
)
from ledger.store.bank.bank_marks import read_marks
from ledger.workflow.bank.bank_desk import bank_of, reason_asked
from ledger.workflow.desk import Desk, acting_on, at_work, book_of, note, refusals_logged

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.running import StatementRun
    from ledger.reconcile.table import Printed

CLAUSE = "财会〔2017〕28号·1004"
OWN_NUMBER = re.compile(r"(?:账号|账户|户号)[:：]?\s*(?:号码)?[:：]?\s*([0-9][0-9 \-]{5,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementImported:
    """What an import brought: new lines, lines known already, rows that stood twice.

    `flipped` tells a statement printed from 财政's side, `turned` one that begins with the
    newest; `opening_fen` is what stood before the first line of the file.
    """

    account: str
    file: str
    fresh: tuple[BankLine, ...]
    known: int
    doubled: tuple[int, ...]
    flipped: bool
    turned: bool
    opening_fen: int
    closing_fen: int


@uncollected()
def import_statement(
    desk: Desk, book: str, account: str, path: Path, *, dry_run: bool = False
) -> StatementImported:
    """导入 a statement file; raises Refused with every fault of it, by row and column."""
    with refusals_logged(desk, "bank-import", path.name, book):
        printed = read_printed(path)
        what = "导入对账单"
        with acting_on(desk, [book], role=BANK_CLERK, what=what, dry_run=dry_run) as (conn, _):
            book_of(conn, book)
            run = run_read(conn, book, account, printed, path.name, desk.today())
            done = take_over(desk, conn, book, account, run, path.name)
            note(desk, conn, book, "bank-import", path.name, import_tree(done))
    return done


def run_read(
    conn: sa.Connection, book: str, account: str, printed: Printed, file: str, today: date
) -> StatementRun:
    """Return a statement's lines in the order that adds up; raises Refused with every fault."""
    bank = bank_of(conn, book, account)
    findings = [*printed.findings, *other_account(printed, bank.number, account)]
    if not any(entry.amount_fen for entry in printed.entries):
        raise Refused(findings or [no_lines()])
    known = read_known(conn, book, account, ())
    before = known.last.balance_fen if known.last else None
    run = best_run(printed.entries, file=file, before_fen=before)
    if not printed.findings:
        findings += break_findings(run)
    findings += lines_ahead(printed, today)
    refuse_by_row(findings)
    return run


def take_over(
    desk: Desk, conn: sa.Connection, book: str, account: str, run: StatementRun, file: str
) -> StatementImported:
    """Write what is new of a run of lines."""
    followed = follow(run.lines, read_known(conn, book, account, run.lines))
    findings = [*followed.findings, *frozen(conn, book, account, followed.fresh)]
    if findings:
        raise Refused(findings)
    number = last_number(conn, book, account)
    named = [
        (name, replace(line, id=desk.identity.new(), number=number + n))
        for n, (name, line) in enumerate(followed.fresh, 1)
    ]
    add_lines(conn, book, account, named)
    first, last = run.lines[0], run.lines[-1]
    return StatementImported(
        account=account,
        file=file,
        fresh=tuple(line for _, line in named),
        known=followed.known,
        doubled=run.doubled,
        flipped=run.flipped,
        turned=run.turned,
        opening_fen=first.balance_fen - first.net_fen,
        closing_fen=last.balance_fen,
    )


def other_account(printed: Printed, number: str, account: str) -> list[Finding]:
    """Refuse a statement whose head names another bank account than the one described."""
    mine = account_digits(number)
    found = [account_digits(match) for match in OWN_NUMBER.findall(printed.above)]
    if not mine.isdigit() or not found or mine in found:
        return []
    return [
        Finding(
            code="STATEMENT_ACCOUNT",
            message=f"对账单上的账号是 {'、'.join(found)}，{account} 登记的是 {mine}",
            clause=CLAUSE,
            remedy="核对 --account 和 --book；登记错了的，用 prepay account add 重新登记",
        )
    ]


def lines_ahead(printed: Printed, today: date) -> list[Finding]:
    """Refuse lines that the bank cannot have written yet: their day is after today."""
    return [
        Finding(
            code="DATE_AHEAD",
            message=f"交易日期 {entry.date} 晚于今天 {today}",
            clause=CLAUSE,
            remedy="核对对账单的日期；与银行的原件一致的，核对本机日期",
            row=entry.row,
            field="交易日期",
        )
        for entry in printed.entries
        if lies_ahead(entry.date, today)
    ]


def frozen(
    conn: sa.Connection, book: str, account: str, fresh: tuple[tuple[str, BankLine], ...]
) -> list[Finding]:
    """Refuse new lines of a month whose 余额调节表 is approved."""
    through = frozen_through(conn, book, account)
    late = [line for _, line in fresh if period_of(line.date) <= through]
    if not late:
        return []
    return [
        Finding(
            code="PERIOD_RECONCILED",
            message=f"{account} 的余额调节表已审核到 {through}，文件里有 {len(late)} 行新的是"
            f" {late[0].date} 至 {late[-1].date} 的",
            clause=CLAUSE,
            remedy="只导入以后月份的对账单；已审核月份的对账单有变的，向银行核实",
            row=late[0].number,
            field="交易日期",
        )
    ]


def import_tree(done: StatementImported) -> dict[str, object]:
    """Write an import for the log and for programs."""
    return {
        "account": done.account,
        "file": done.file,
        "imported": len(done.fresh),
        "known": done.known,
        "doubled": list(done.doubled),
        "from": done.fresh[0].date.isoformat() if done.fresh else None,
        "to": done.fresh[-1].date.isoformat() if done.fresh else None,
        "reversed_sides": done.flipped,
        "newest_first": done.turned,
        "opening": yuan(done.opening_fen),
        "closing": yuan(done.closing_fen),
    }


def drop_statement(
    desk: Desk, book: str, account: str, file: str, reason: str, *, dry_run: bool = False
) -> int:
    """退回 a file that was imported by mistake, where nothing rests on it yet; logged with sums."""
    reason = reason_asked(reason)
    with at_work(
        desk,
        action="bank-drop",
        subject=file,
        book=book,
        role=BANK_CLERK,
        what="退回对账单",
        dry_run=dry_run,
    ) as (conn, _):
        book_of(conn, book)
        bank_of(conn, book, account)
        lines = read_lines(conn, book, account)
        mine = [line for line in lines if line.origin.rpartition("#")[0] == file]
        may_drop(conn, book, account, file, lines, mine)
        remove_lines(conn, book, [line.id for line in mine])
        content = {
            "account": account,
            "reason": reason,
            "lines": len(mine),
            "from": mine[0].date.isoformat(),
            "to": mine[-1].date.isoformat(),
            "opening": yuan(mine[0].balance_fen - mine[0].net_fen),
            "closing": yuan(mine[-1].balance_fen),
        }
        note(desk, conn, book, "bank-drop", file, content)
    return len(mine)


def may_drop(
    conn: sa.Connection,
    book: str,
    account: str,
    file: str,
    lines: list[BankLine],
    mine: list[BankLine],
) -> None:
    """Refuse to take back what is not there, is frozen, is matched, or has lines around it."""
    if not mine:
        raise refuse("NOTHING_FOUND", f"{account} 没有从 {file} 导入过", "文件名写全，如 三月.xlsx")
    through = frozen_through(conn, book, account)
    if period_of(mine[0].date) <= through:
        raise refuse(
            "PERIOD_RECONCILED",
            f"{account} 的余额调节表已审核到 {through}，{file} 不能退回",
            "已审核的不再改动；以后的差异在下月的余额调节表里说明",
        )
    taken, _ = settled_members(read_marks(conn, book, account))
    used = [line for line in mine if line.id in taken]
    if used:
        raise refuse(
            "LINES_MATCHED",
            f"{file} 里有 {len(used)} 行已勾对或已划出，如第 {used[0].number} 行",
            "先用 prepay bank unmatch 撤销",
        )
    if mine not in (lines[: len(mine)], lines[-len(mine) :]):
        raise refuse(
            "STATEMENT_GAP",
            f"{file} 的前后都有对账单，退回后余额接不上"
            f"（{grouped(mine[0].balance_fen)} 至 {grouped(mine[-1].balance_fen)}）",
            "先退回后面导入的文件",
        )


def account_name(account: str) -> str:
    """Name an account as people say it: 1004 支出户."""
    return f"{account} {BANKS[account]}"
