"""Plays one step of the sample: each by the ordinary verb, called as `prepay` names it.

Whoever the step names acts; what follows on the same day (审核, 记账) is done by the office's
approver and chief.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.intake.assess_words import AGREED, LISTS, headings_of
from ledger.intake.files import read_file
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
from ledger.workflow.desk import book_of
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, reject
from ledger.workflow.office.people import is_switched_on, propose_roles
from ledger.workflow.office.proposing import confirm as confirm_in_office
from ledger.workflow.office.switching import switch_on
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.policy.policy_choice import confirm as confirm_choice
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import (
    add_operator,
    describe_account,
    hospital_headings,
    import_hospitals,
    initialise,
)
from ledger.workflow.setup.owner import OWNER
from sample.stage import (
    approve_and_post,
    events_of,
    let_act,
    open_key_of,
    password_of,
    with_refusal,
)
from sample.story import sample_offices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sample.stage import Stage
    from sample.story import StoryStep

#: How the balances are proved: the sample has no hospital that could answer a letter.
PROVED = "示例账没有真医院可以回函，逐笔核对支付令、银行回单和返还凭证"


def play(stage: Stage, step: StoryStep) -> None:
    """Play one step."""
    let_act(stage, step.who)
    VERBS[step.verb](stage, step, **step.words)


def open_books(
    stage: Stage,
    step: StoryStep,
    *,
    profile: str,
    start: str,
    owner: str = "",
    reason: str = "",
    paper: str = "",
) -> None:
    """建账 of an area's two books; `owner` answers who keeps them, where a profile asks.

    Once signing is on, the first chief of the sample confirms it.
    """
    initialise(
        stage.desk,
        area=step.office.area,
        name=step.office.name,
        profile=profile,
        start=start,
        owner=owner,
        reason=reason,
        paper=paper,
    )
    if owner and is_switched_on(stage.desk):
        let_act(stage, sample_offices()[0].chief)
        for book in step.office.books:
            confirm_choice(stage.desk, book, OWNER)


def add_operators(stage: Stage, _: StoryStep, *, operators: Sequence[Mapping[str, str]]) -> None:
    """登记操作员, one after the other: name, roles, and books where not all of them.

    Once signing is on, who is named proposes it, and the first chief of the sample confirms.
    """
    for told in operators:
        name, roles, books = told["name"], told["roles"].split(), told.get("books", "").split()
        if not is_switched_on(stage.desk):
            add_operator(stage.desk, name, roles, books)
            continue
        proposer = stage.desk.operator
        propose_roles(stage.desk, name, roles, books, password=password_of(name))
        let_act(stage, sample_offices()[0].chief)
        confirm_in_office(stage.desk, name)
        open_key_of(stage, name)
        let_act(stage, proposer)


def switch_signing_on(stage: Stage, _: StoryStep, *, names: Sequence[str]) -> None:
    """启用签名: the first two named register each other, and together the others."""
    switch_on(stage.desk, {name: password_of(name) for name in names})
    for name in names:
        open_key_of(stage, name)


def list_hospitals(stage: Stage, step: StoryStep, *, file: str) -> None:
    """导入医疗机构; a known code with other content is a new version."""
    import_hospitals(stage.desk, read_file(step.office.folder / file, hospital_headings()))


def describe_bank(
    stage: Stage, _: StoryStep, *, book: str, account: str, bank: str, number: str
) -> None:
    """登记银行账户, which is the ledger's alone."""
    told = BankAccount(code=account, bank=bank, number=number, exclusive=True)
    describe_account(stage.desk, book, told)


def choose_reading(
    stage: Stage, step: StoryStep, *, name: str, reading: str, paper: str, year: int
) -> None:
    """选定政策口径 for both books; the sentence of the story is the reason, another confirms."""
    for book in step.office.books:
        let_act(stage, step.who)
        done = choose(stage.desk, book, name, reading, step.note, paper=paper, from_year=year)
        if not done.in_force:
            let_act(stage, step.office.approver)
            confirm_choice(stage.desk, book, name)


def import_figures(stage: Stage, step: StoryStep, *, file: str) -> None:
    """导入核定数据: 基金收支, or what hospitals were paid."""
    import_list(stage.desk, read_file(step.office.folder / file, headings_of(*LISTS)))


def run_assessment(
    stage: Stage,
    step: StoryStep,
    *,
    year: int,
    agreed: str = "",
    document: str = "",
    refused: Sequence[str] = (),
) -> None:
    """核定测算, with 财政's decision once there is one, or exactly what it asks for instead."""
    area, folder = step.office.area, step.office.folder
    rows = read_file(folder / agreed, headings_of(AGREED)) if agreed else None
    with_refusal(
        refused, lambda: run_year(stage.desk, year, area=area, agreed=rows, document=document)
    )


def approve_assessment(stage: Stage, step: StoryStep, *, year: int) -> None:
    """核定审核."""
    approve_year(stage.desk, year, area=step.office.area)


def record_rows(stage: Stage, step: StoryStep, *, file: str, refused: Sequence[str] = ()) -> None:
    """制单、审核、记账 of a file, or 制单 that is refused; a 特殊情况 is approved by the chief."""
    rows, office = events_of(step, file), step.office
    with_refusal(refused, lambda: record(stage.desk, rows))
    if refused:
        return
    words = [row.words for row in rows.rows]
    special = any(row.get("irregular") == "yes" for row in words)
    books = {f"{row['area']}/{row['fund']}" for row in words}
    approve_and_post(stage, books, office.chief if special else office.approver, office.chief)


def correct_vouchers(
    stage: Stage, step: StoryStep, *, book: str, vouchers: Sequence[str], file: str
) -> None:
    """更正 of vouchers, named by their events' keys, as one unit.

    The file's rows are the right events (blue), without papers, which they inherit.
    """
    right, office = events_of(step, file), step.office
    correct(stage.desk, book, vouchers, reason=step.note, right=right, day=step.day)
    approve_and_post(stage, (book,), office.approver, office.chief)


def reject_row(
    stage: Stage, step: StoryStep, *, book: str, file: str, reason: str, mended: str
) -> None:
    """制单, 驳回 for a reason, then the mended file."""
    wrong = events_of(step, file)
    record(stage.desk, wrong)
    let_act(stage, step.office.approver)
    reject(stage.desk, [str(row.words["key"]) for row in wrong.rows], reason, book=book)
    let_act(stage, step.who)
    record_rows(stage, step, file=mended)


def close_months(stage: Stage, step: StoryStep, *, period: str) -> None:
    """月结 of both books; where there is a cashier, she signs what moved money first."""
    for book in step.office.books:
        if step.office.cashier:
            let_act(stage, step.office.cashier)
            sign(stage.desk, (), book=book)
        let_act(stage, step.who)
        close_month(stage.desk, period, book=book, root=stage.root)


def close_years(stage: Stage, step: StoryStep, *, year: int) -> None:
    """替代核对, then 年结 of both books."""
    for book in step.office.books:
        prove_balances(stage, step, book, year)
        let_act(stage, step.who)
        close_year(stage.desk, year, book=book, root=stage.root)


def prove_balances(stage: Stage, step: StoryStep, book: str, year: int) -> None:
    """替代核对 by one paper of whoever was paid by a book, which the chief agrees to."""
    desk = stage.desk
    let_act(stage, step.office.preparer)
    with reading(desk.engine) as conn:
        if not silent_hospitals(desk, conn, book_of(conn, book), year):
            return
    paper = f"替代核对示{year}:{step.day}"
    done = check_otherwise(desk, year, book=book, reason=PROVED, paper=paper)
    let_act(stage, step.who)
    approve(desk, [row.key for row in done.rows], book=book)


def import_bank(stage: Stage, step: StoryStep, *, book: str, account: str, file: str) -> None:
    """导入对账单、勾对.

    Banks hand their files over in GB18030; the sample keeps them in UTF-8, as all its files.
    """
    handed = stage.root.parent / "statements" / file
    handed.parent.mkdir(parents=True, exist_ok=True)
    text = (step.office.folder / file).read_text("utf-8-sig")
    handed.write_text(text, encoding="gb18030", newline="\r\n")
    import_statement(stage.desk, book, account, handed)
    match_accounts(stage.desk, book, account=account)


def reconcile(stage: Stage, step: StoryStep, *, book: str, account: str, period: str) -> None:
    """勾对 as who is named, 编制余额调节表 as the preparer, 审核."""
    match_accounts(stage.desk, book, account=account)
    let_act(stage, step.office.preparer)
    adjust(stage.desk, book, period, account=account, entered=Entered(), submit=True)
    let_act(stage, step.office.approver)
    approve_sheets(stage.desk, book, period, account=account)


VERBS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "init": open_books,
        "operator add": add_operators,
        "operator switch-on": switch_signing_on,
        "hospital import": list_hospitals,
        "account add": describe_bank,
        "policy choose": choose_reading,
        "assess import": import_figures,
        "assess run": run_assessment,
        "assess approve": approve_assessment,
        "record": record_rows,
        "correct": correct_vouchers,
        "reject": reject_row,
        "close month": close_months,
        "close year": close_years,
        "bank import": import_bank,
        "bank adjust": reconcile,
    }
)
