"""B1: so many statement lines against so many vouchers, imported and matched in one go.

The yardstick reads the same lines and vouchers by the driver, joins them in a dictionary (the
receipt's number, else amount, day and account), and writes as many rows; it checks nothing,
proposes nothing and gives no reasons.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.measure import Figure, Goal, in_turns, per_second, seconds
from benchmarks.posting import on_copy
from benchmarks.stage import Stage, approved, settle, still_desk
from ledger.basis.identity import Identity
from ledger.basis.money import yuan
from ledger.store.bank.bank_books import read_moved
from ledger.store.engine import open_engine, reading
from ledger.store.tables import schema as s
from ledger.store.writer import insert
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.posting.post import post_drafts
from tests.bank_office import HEADINGS
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ledger.reconcile.units import BankMoved
    from ledger.workflow.desk import Desk

GOAL = Goal(bound=0.2, least=True)
#: Of so many lines one has no number, and must be known by amount, day and account.
UNNUMBERED = 3


def measure(stage: Stage, *, count: int, hospitals: int, rounds: int) -> list[Figure]:
    """Measure B1; statements sent are counted at a tenth of the size, too."""
    source = prepared(stage, count, hospitals)
    file = stage.folder / "statement.csv"
    brought = seconds(lambda: bring(source, file))
    ours, bare = in_turns(rounds, *(on_copy(stage, source, way) for way in (ours_of, bare_of)))
    said = statements(stage, source)
    stage.drop(source)
    few = prepared(stage, count // 10, hospitals)
    bring(few, file)
    said_few = statements(stage, few)
    stage.drop(few)
    return [
        Figure(
            id="B1",
            work=f"勾对 {count:,} 行对 {count:,} 张凭证，{stage.engine}",
            ours=f"{ours.median:.1f} 秒，{per_second(count, ours.median)}",
            yardstick=f"裸驱动字典对账 {bare.median:.1f} 秒",
            ratio=bare.median / ours.median,
            goal=GOAL,
            note=f"SQL 语句 {said} 条；{count // 10:,} 行时 {said_few} 条；导入 {brought:.1f} 秒",
        )
    ]


def prepared(stage: Stage, count: int, hospitals: int) -> str:
    """Make a database with so many posted disbursements, and write their bank's file."""
    url = approved(stage, count, hospitals=hospitals)
    desk = still_desk(url)
    post_drafts(desk, ())
    with reading(desk.engine) as conn:
        moved = [m for m in read_moved(conn, EMPLOYEE, "1004") if m.kind == "disbursement"]
    write_statement(stage.folder / "statement.csv", sorted(moved, key=lambda m: (m.date, m.id)))
    settle(desk)
    return url


def write_statement(path: Path, moved: Sequence[BankMoved]) -> None:
    """Write the bank's file of these payments: a third of them without a number."""
    balance = 10**14
    with path.open("w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        for n, movement in enumerate(moved):
            balance += movement.net_fen
            number = int(movement.hospital[1:])
            serial = f"R-{movement.key}" if n % UNNUMBERED else ""
            account = f"6222{number:08d}"
            fen = yuan(-movement.net_fen)
            row = [movement.date.isoformat(), "拨付", f"第{number}示范医院", account]
            writer.writerow([*row, fen, "", yuan(balance), serial])


def clerk(url: str, *, seed: int) -> Desk:
    """Open a desk with the preparer at it; ids differ from those of other steps."""
    desk = still_desk(url)
    desk.operator = "制单乙"
    desk.identity = Identity(desk.clock, seed=seed)
    return desk


def bring(url: str, file: Path) -> None:
    """Import the bank's file."""
    desk = clerk(url, seed=8)
    import_statement(desk, EMPLOYEE, "1004", file)
    settle(desk)


def ours_of(url: str) -> Callable[[], int]:
    """勾对 through the engine."""

    def work() -> int:
        desk = clerk(url, seed=9)
        (run,) = match_accounts(desk, EMPLOYEE, account="1004")
        desk.engine.dispose()
        assert run.lines_open == 0, run
        return run.matched

    return work


def bare_of(url: str) -> Callable[[], int]:
    """Join and write by the driver."""

    def work() -> int:
        engine = open_engine(url)
        with engine.begin() as conn:
            count = join(conn)
        engine.dispose()
        return count

    return work


def join(conn: sa.Connection) -> int:
    """Match in a dictionary and write as many rows as ours does."""
    query = (
        "SELECT e.id, e.date, e.content, p.number, g.amount_fen FROM leg g"
        " JOIN event e ON e.book = g.book AND e.id = g.voucher"
        " JOIN evidence p ON p.book = e.book AND p.event = e.id AND p.type = 'bank-receipt'"
        f" WHERE g.book = '{EMPLOYEE}' AND g.credit = '1004'"
    )
    by_number, by_day = {}, {}
    for id_, day, content, number, fen in conn.exec_driver_sql(query):
        by_number[number] = (id_, fen)
        by_day[fen, day, json.loads(content).get("payee_account", "")] = (id_, fen)
    lines = conn.exec_driver_sql(
        "SELECT id, date, amount_fen, serial, counterparty_account FROM bank_line"
        f" WHERE book = '{EMPLOYEE}' AND account = '1004'"
    ).all()
    heads, members, vouchers = [], [], []
    for n, (line, day, fen, serial, account) in enumerate(lines, 1):
        found = by_number.get(serial) or by_day.get((fen, day, account)) or (line, fen)
        own = {"book": EMPLOYEE, "matching": line}
        heads.append(
            {
                "book": EMPLOYEE,
                "id": line,
                "number": n,
                "account": "1004",
                "kind": "match",
                "rule": "receipt",
                "why": "",
                "sure": 1,
                "matched_by": "制单乙",
                "matched_at": "",
                "digest": "",
            }
        )
        members.append({**own, "line": line, "amount_fen": -fen})
        if found[0] != line:
            vouchers.append({**own, "voucher": found[0], "amount_fen": -fen})
    for table, rows in (
        (s.bank_match, heads),
        (s.bank_match_line, members),
        (s.bank_match_voucher, vouchers),
    ):
        insert(conn, table, rows)
    return len(heads)


def statements(stage: Stage, source: str) -> int:
    """Count the statements that a run sends."""
    url = stage.copy(source)
    desk = clerk(url, seed=9)
    said = [0]

    def hear(*_: object) -> None:
        said[0] += 1

    sa.event.listen(desk.engine, "before_cursor_execute", hear)
    match_accounts(desk, EMPLOYEE, account="1004")
    desk.engine.dispose()
    stage.drop(url)
    return said[0]
