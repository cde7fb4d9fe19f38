"""Statements for the ordinary office: lines said in a word each, printed and imported."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen, yuan
from ledger.basis.period import last_day, over_from
from ledger.masters.book import BankAccount
from ledger.store.engine import reading
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.bank_desk import read_sides
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.setup.masters import describe_account
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ledger.workflow.bank.bank_desk import BothSides
    from ledger.workflow.bank.draw import SheetDrawn
    from ledger.workflow.bank.match import MatchRun
    from ledger.workflow.bank.statement_import import StatementImported
    from tests.office import Office

HEADINGS = (
    "交易日期",
    "摘要",
    "对方户名",
    "对方账号",
    "借方发生额",
    "贷方发生额",
    "余额",
    "流水号",
)

#: A line: day, net in 元 (out is negative), and, as far as it matters, who, account, memo, serial.
Line = tuple[str, ...]


def printed(lines: Sequence[Line], opening: str = "0.00") -> list[list[str]]:
    """Print lines as the contract's bank does, the running balance behind each."""
    rows, balance = [], parse_fen(opening)
    for line in lines:
        day, net, name, account, memo, serial = (*line, *[""] * (6 - len(line)))
        fen = parse_fen(net)
        balance += fen
        out, in_ = ("", yuan(fen)) if fen > 0 else (yuan(-fen), "")
        rows.append([day, memo, name, account, out, in_, yuan(balance), serial])
    return rows


def write_csv(
    path: Path,
    rows: Sequence[Sequence[str]],
    *,
    headings: Sequence[str] = HEADINGS,
    above: Sequence[Sequence[str]] = (),
    below: Sequence[Sequence[str]] = (),
    encoding: str = "gb18030",
) -> Path:
    """Write a statement as CSV, with a bank's words above and below it."""
    out = io.StringIO()
    csv.writer(out).writerows([*above, headings, *rows, *below])
    path.write_text(out.getvalue(), encoding=encoding, newline="")
    return path


def bring(
    office: Office,
    lines: Sequence[Line],
    *,
    opening: str = "0.00",
    name: str = "对账单.csv",
    account: str = "1004",
    book: str = EMPLOYEE,
) -> StatementImported:
    """Import lines as a statement of an account."""
    path = write_csv(office.folder / name, printed(lines, opening))
    office.live_to(max(date.fromisoformat(line[0]) for line in lines))
    office.desk.operator = "出纳戊"
    return import_statement(office.desk, book, account, path)


def match(office: Office, *, account: str = "1004", book: str = EMPLOYEE) -> MatchRun:
    """勾对 an account."""
    office.desk.operator = "出纳戊"
    (run,) = match_accounts(office.desk, book, account=account)
    return run


def sides(office: Office, account: str = "1004", book: str = EMPLOYEE) -> BothSides:
    """Read both sides of an account."""
    with reading(office.desk.engine) as conn:
        return read_sides(conn, book, account)


def reasons(office: Office, account: str = "1004") -> dict[int, str]:
    """Say why each matched line is matched, by its number."""
    both = sides(office, account)
    numbers = {line.id: line.number for line in both.lines}
    return {
        numbers[id_]: mark.why
        for mark in both.marks
        if mark.state == "matched"
        for id_ in mark.lines
    }


def proposals(office: Office, account: str = "1004") -> dict[int, str]:
    """Say why each proposal is made, by its number."""
    both = sides(office, account)
    return {mark.number: mark.why for mark in both.marks if mark.state == "proposed"}


def draw(office: Office, period: str, *, account: str = "1004", **words: str) -> SheetDrawn:
    """Draw up a 余额调节表."""
    entered = Entered(
        statement=words.get("statement", ""),
        other=words.get("other", ""),
        paper=words.get("paper", ""),
    )
    (drawn,) = adjust(office.desk, EMPLOYEE, period, account=account, entered=entered)
    return drawn


def submit(office: Office, period: str, *, account: str = "1004", **words: str) -> SheetDrawn:
    """编制 and submit a 余额调节表, once the month is over."""
    office.desk.operator = "制单乙"
    lines = sides(office, account).lines
    if office.desk.today() < over_from(period, lines[-1].date if lines else None):
        office.on(str(last_day(period) + timedelta(days=5)))
    entered = Entered(
        statement=words.get("statement", ""),
        other=words.get("other", ""),
        paper=words.get("paper", ""),
    )
    (drawn,) = adjust(office.desk, EMPLOYEE, period, account=account, entered=entered, submit=True)
    return drawn


def freeze(office: Office, period: str, *, account: str = "1004", **words: str) -> SheetDrawn:
    """编制 and 审核 a 余额调节表."""
    submit(office, period, account=account, **words)
    office.desk.operator = "审核丙"
    (drawn,) = approve_sheets(office.desk, EMPLOYEE, period, account=account)
    return drawn


def share(office: Office, account: str = "1004") -> None:
    """Describe an account as shared with other business."""
    office.desk.operator = "制单乙"
    bank = BankAccount(code=account, bank="示范银行", number="1004001", exclusive=False)
    describe_account(office.desk, EMPLOYEE, bank)
