"""Runs the sample year through the ordinary verbs: nothing here posts by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import refuse
from ledger.basis.identity import Identity
from ledger.basis.money import grouped
from ledger.masters.book import BankAccount
from ledger.store.balances import balance_rows
from ledger.store.engine import open_engine, reading
from ledger.store.masters import read_books
from ledger.workflow.close import close_month
from ledger.workflow.close_year import close_year
from ledger.workflow.correct import correct
from ledger.workflow.demo import steps
from ledger.workflow.demo.year import demo_year
from ledger.workflow.desk import Desk
from ledger.workflow.export import export_all, main_files
from ledger.workflow.files import RawFile, RawRow
from ledger.workflow.masters import add_operator, describe_account, import_hospitals, initialise
from ledger.workflow.post import post_drafts
from ledger.workflow.record import record
from ledger.workflow.review import approve, reject
from ledger.workflow.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

SEED = 620100


def run_demo(folder: Path, say: Callable[[str], None]) -> list[Path]:
    """Build the sample books in a folder and export them; gives the ledgers to look at.

    Raises Refused where the folder already holds a database.
    """
    database = folder / "prepay.db"
    if database.exists():
        raise refuse(
            "DEMO_EXISTS", f"{database} 已经存在，示例不覆盖已有的账", "换一个文件夹，或先删去它"
        )
    folder.mkdir(parents=True, exist_ok=True)
    story = demo_year()
    clock = ScriptedClock(story[0].day)
    desk = Desk(engine=open_engine(str(database)), clock=clock, identity=Identity(clock, seed=SEED))
    initialise(desk, area=steps.AREA, name="兰州市", profile="gansu", start="2025-01")
    for step in story:
        clock.set(step.day, step.hour)
        say(f"{step.day} {step.note}")
        carry_out(desk, step, folder / "journals")
    export_all(desk, folder / "journals")
    summarise(desk, folder, say)
    return main_files(folder / "journals")


def carry_out(desk: Desk, step: steps.Step, root: Path) -> None:
    """Carry one step out, as the person whose work it is."""
    if isinstance(step, steps.OperatorsAdded):
        for name, roles in step.operators:
            add_operator(desk, name, roles)
            desk.operator = step.operators[0][0]
    elif isinstance(step, steps.HospitalsImported):
        desk.operator = steps.PREPARER
        import_hospitals(desk, rows_file("医疗机构名单.csv", step.rows))
    elif isinstance(step, steps.BankDescribed):
        desk.operator = steps.PREPARER
        bank = BankAccount(code=step.account, bank=step.bank, number=step.number, exclusive=True)
        describe_account(desk, step.book, bank)
    elif isinstance(step, steps.Recorded):
        record_and_post(desk, step.day, step.rows)
    elif isinstance(step, steps.Corrected):
        desk.operator = steps.PREPARER
        right = rows_file(f"{step.day}-更正.jsonl", step.rows)
        correct(desk, step.book, step.vouchers, reason=step.note, right=right, day=step.day)
        approve_and_post(desk)
    elif isinstance(step, steps.Rejected):
        desk.operator = steps.PREPARER
        record(desk, rows_file(f"{step.day}.jsonl", [step.row]))
        desk.operator = steps.APPROVER
        reject(desk, [str(step.row["key"])], step.reason, book=step.book)
        record_and_post(desk, step.day, [step.mended])
    elif isinstance(step, steps.MonthClosed):
        desk.operator = steps.POSTER
        close_month(desk, step.period, root=root)
    else:
        assert isinstance(step, steps.YearClosed), step
        desk.operator = steps.POSTER
        close_year(desk, step.year, root=root)


def record_and_post(desk: Desk, day: date, rows: Sequence[Mapping[str, object]]) -> None:
    """Record rows, and approve and post them, each by the right person."""
    desk.operator = steps.PREPARER
    record(desk, rows_file(f"{day}.jsonl", rows))
    approve_and_post(desk)


def approve_and_post(desk: Desk) -> None:
    """Approve and post whatever waits."""
    desk.operator = steps.APPROVER
    approve(desk, ())
    desk.operator = steps.POSTER
    post_drafts(desk, ())


def rows_file(name: str, rows: Sequence[Mapping[str, object]]) -> RawFile:
    """Take rows as if they had been read from a file."""
    return RawFile(
        name=name,
        folder=Path(),
        rows=tuple(RawRow(number=number, words=row) for number, row in enumerate(rows, 1)),
        findings=(),
    )


def summarise(desk: Desk, folder: Path, say: Callable[[str], None]) -> None:
    """End with what a newcomer wants to know: what there is, and that it proves."""
    results = verify(desk, root=folder / "journals")
    say("")
    with reading(desk.engine) as conn:
        for book in read_books(conn).values():
            rows = balance_rows(conn, book, first="2025-01", last="2025-12", base="1101.01")
            paid = sum(row.debit_fen for row in rows)
            left = sum(row.closing_fen for row in rows)
            say(
                f"{book.name}：2025 年 1101 暂付款—医保预付金借方 {grouped(paid)} 元，"
                f"年末余额 {grouped(left)} 元，十二个月和年度已结账"
            )
    wrong = sum(len(result.findings) for result in results)
    say(f"验证 {len(results)} 项：{'全部相符' if not wrong else f'{wrong} 处不符'}")
    say(f"账簿在 {folder / 'prepay.db'}，Beancount 账本在 {folder / 'journals'}")
    say(f"接着看：prepay --database {folder / 'prepay.db'} report trial-balance --period 2025-12")
