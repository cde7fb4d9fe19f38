"""Carries one step of the sample story out: each by the ordinary verb and the right person."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.masters.book import BankAccount
from ledger.store.engine import reading
from ledger.workflow.assess.approve import approve_year
from ledger.workflow.assess.base_data import import_list
from ledger.workflow.assess.run import run_year
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.confirm.otherwise import check_otherwise, silent_hospitals
from ledger.workflow.demo import steps
from ledger.workflow.demo.stage import (
    approve_and_post,
    led,
    record_and_post,
    rows_file,
    seated,
    with_refusal,
)
from ledger.workflow.demo.statement import write_statement
from ledger.workflow.desk import book_of
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, reject
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import (
    add_operator,
    describe_account,
    import_hospitals,
    initialise,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.workflow.demo.stage import Stage


#: How the balances are proved: the sample has no hospital that could answer a letter.
PROVED = "示例账没有真医院可以回函，逐笔核对支付令、银行回单和返还凭证"


def carry_out(stage: Stage, step: steps.Step) -> None:
    """Carry one step out."""
    VERBS[type(step)](stage, step)


def open_books(stage: Stage, step: steps.BooksOpened) -> None:
    """建账; before the first books are open nobody has a role."""
    stage.desk.operator = steps.ADMIN if stage.desk.operator else ""
    initialise(
        stage.desk,
        area=step.area,
        name=steps.AREAS[step.area],
        profile=step.profile,
        start=step.start,
        owner=step.owner,
        reason=step.reason,
    )


def add_operators(stage: Stage, step: steps.OperatorsAdded) -> None:
    """登记操作员."""
    stage.desk.operator = steps.ADMIN
    for name, roles in step.operators:
        books = steps.books_of(steps.AREA) if name == steps.CASHIER else ()
        add_operator(stage.desk, name, roles, books)


def list_hospitals(stage: Stage, step: steps.HospitalsImported) -> None:
    """导入医疗机构."""
    import_hospitals(seated(stage, step), rows_file("医疗机构名单.csv", step.rows))


def describe_bank(stage: Stage, step: steps.BankDescribed) -> None:
    """登记银行账户."""
    bank = BankAccount(code=step.account, bank=step.bank, number=step.number, exclusive=True)
    describe_account(seated(stage, step), step.book, bank)


def choose_policy(stage: Stage, step: steps.PolicyChosen) -> None:
    """选定政策口径 for both books; the sentence of the story is the reason."""
    for book in steps.books_of(step.area):
        choose(led(stage, step), book, step.name, step.reading, step.note)


def import_lists(stage: Stage, step: steps.ListImported) -> None:
    """导入核定数据."""
    import_list(seated(stage, step), rows_file(step.file, step.rows))


def run_assessment(stage: Stage, step: steps.Assessed) -> None:
    """核定测算, or exactly what it asks for instead."""
    desk = seated(stage, step)
    agreed = rows_file("商定金额.csv", step.agreed) if step.agreed else None
    with_refusal(
        step.refused,
        lambda: run_year(desk, step.year, area=step.area, agreed=agreed, document=step.document),
    )


def approve_assessment(stage: Stage, step: steps.AssessmentApproved) -> None:
    """核定审核."""
    stage.desk.operator = steps.TEAMS[step.area].approver
    approve_year(stage.desk, step.year, area=step.area)


def record_rows(stage: Stage, step: steps.Recorded) -> None:
    """制单、审核、记账."""
    record_and_post(stage, step, step.rows)


def prevent(stage: Stage, step: steps.Prevented) -> None:
    """制单, which is refused."""
    desk = seated(stage, step)
    with_refusal(step.codes, lambda: record(desk, rows_file(f"{step.day}.jsonl", [step.row])))


def correct_vouchers(stage: Stage, step: steps.Corrected) -> None:
    """更正."""
    right = rows_file(f"{step.day}-更正.jsonl", step.rows)
    desk = seated(stage, step)
    correct(desk, step.book, step.vouchers, reason=step.note, right=right, day=step.day)
    people = steps.TEAMS[step.area]
    approve_and_post(stage, (step.book,), people.approver, people.chief)


def reject_row(stage: Stage, step: steps.Rejected) -> None:
    """驳回, then the mended row."""
    desk = seated(stage, step)
    record(desk, rows_file(f"{step.day}.jsonl", [step.row]))
    desk.operator = steps.TEAMS[step.area].approver
    reject(desk, [str(step.row["key"])], step.reason, book=step.book)
    record_and_post(stage, step, [step.mended])


def close_months(stage: Stage, step: steps.MonthClosed) -> None:
    """月结 of both books; 兰州's cashier signs what moved money first, elsewhere it is paper."""
    for book in steps.books_of(step.area):
        if step.area == steps.AREA:
            stage.desk.operator = steps.CASHIER
            sign(stage.desk, (), book=book)
        close_month(led(stage, step), step.period, book=book, root=stage.root)


def close_years(stage: Stage, step: steps.YearClosed) -> None:
    """替代核对, then 年结 of both books."""
    for book in steps.books_of(step.area):
        prove(stage, step, book)
        close_year(led(stage, step), step.year, book=book, root=stage.root)


def prove(stage: Stage, step: steps.YearClosed, book: str) -> None:
    """替代核对 by one paper of whoever was paid by a book, which the chief agrees to."""
    desk = seated(stage, step)
    with reading(desk.engine) as conn:
        if not silent_hospitals(desk, conn, book_of(conn, book), step.year):
            return
    paper = f"替代核对示{step.year}:{step.day}"
    done = check_otherwise(desk, step.year, book=book, reason=PROVED, paper=paper)
    approve(led(stage, step), [row.key for row in done.rows], book=book)


def import_bank(stage: Stage, step: steps.StatementImported) -> None:
    """导入对账单、勾对."""
    path = write_statement(stage.desk, step, stage.root.parent / "statements")
    stage.desk.operator = steps.CASHIER
    import_statement(stage.desk, step.book, step.account, path)
    match_accounts(stage.desk, step.book, account=step.account)


def reconcile(stage: Stage, step: steps.Reconciled) -> None:
    """勾对、编制余额调节表、审核."""
    stage.desk.operator = steps.CASHIER
    match_accounts(stage.desk, step.book, account=step.account)
    adjust(stage.desk, step.book, step.period, account=step.account, entered=Entered(), submit=True)
    stage.desk.operator = steps.TEAMS[step.area].approver
    approve_sheets(stage.desk, step.book, step.period, account=step.account)


VERBS: Mapping[type[steps.Step], Callable[[Stage, Any], None]] = MappingProxyType(
    {
        steps.BooksOpened: open_books,
        steps.OperatorsAdded: add_operators,
        steps.HospitalsImported: list_hospitals,
        steps.BankDescribed: describe_bank,
        steps.PolicyChosen: choose_policy,
        steps.ListImported: import_lists,
        steps.Assessed: run_assessment,
        steps.AssessmentApproved: approve_assessment,
        steps.Recorded: record_rows,
        steps.Prevented: prevent,
        steps.Corrected: correct_vouchers,
        steps.Rejected: reject_row,
        steps.MonthClosed: close_months,
        steps.YearClosed: close_years,
        steps.StatementImported: import_bank,
        steps.Reconciled: reconcile,
    }
)
