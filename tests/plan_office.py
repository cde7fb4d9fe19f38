"""The rest of the verbs, in an office of their own: what the sample and the winter leave out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from click.testing import CliRunner

import cli
from ledger.basis.clock import SystemClock
from ledger.reports.registers.operator_list import operator_list
from ledger.store.engine import reading
from ledger.workflow.bank.statement_import import drop_statement
from ledger.workflow.office.people import reset_key
from ledger.workflow.setup.keys import open_signer
from ledger.workflow.setup.lockout import Lockout
from ledger.workflow.setup.login import sign_in
from tests.bank_office import bring
from tests.office import EMPLOYEE, FIRST, PASSWORD, SECOND, Office, let_look, propose
from tests.office import register_account as account_registered
from tests.signed_office import OpenKeys, all_sign

if TYPE_CHECKING:
    from pathlib import Path

FRESH = "院墙外头九只灰鸽子"
CUTOFF = ("--date", "2025-12-31")
DECEMBER = {"date": "2025-12-01", "year": "2025", "account": "1101"}


def prepay(database: str, *words: str, by: str = "主管丁") -> str:
    """Run a command that must be done; return what it prints."""
    done = CliRunner().invoke(cli.main, ["--database", database, "--as", by, *words])
    assert done.exit_code == 0, (words, done.output, done.exception)
    return done.stdout


def work_through_the_rest(database: str, folder: Path) -> None:
    """对账 with hospitals, people and passwords, a wrong statement, recalls to the platform."""
    office = Office.open(database, folder, start="2025-12")
    openings = ((FIRST, "300000.00"), (SECOND, "200000.00"))
    office.post(
        *(
            office.row("opening-balance", hospital=hospital, amount=amount, **DECEMBER)
            for hospital, amount in openings
        )
    )
    account_registered(office, FIRST, "62299990001", since="2025-12-01")
    recall_and_lift(office)
    bring(office, [("2026-01-05", "1000.00")], name="错.csv")
    drop_statement(office.desk, EMPLOYEE, "1004", "错.csv", "导错账户")
    let_look(office)
    sign_in(office.desk, Lockout(clock=office.clock), "查询己", PASSWORD, "192.0.2.7")
    propose(office)
    special_case_and_cure(office)
    office.desk.engine.dispose()
    write_to_hospitals(database, folder)
    prepay(database, "explain", "收回-1", "--book", EMPLOYEE)
    prepay(database, "platform", "export", str(folder / "平台.xlsx"), "--year", "2025")
    prepay(database, "platform", "import", str(folder / "平台.xlsx"), "--dry-run", by="制单乙")
    prepay(database, "report", "registers", "--book", EMPLOYEE, "--hospital", FIRST)
    prepay(database, "report", "irregular", "--book", EMPLOYEE)
    sign_and_reset(office)


def sign_and_reset(office: Office) -> None:
    """Switch signing on; 出纳戊 resets the key of 审核丙, who logs in by it and approves."""
    office.clock.set(SystemClock().now().date() + timedelta(days=1))
    all_sign(office)
    office.desk.operator = "出纳戊"
    reset_key(office.desk, "审核丙", FRESH)
    operator_list(office.desk)
    with reading(office.desk.engine) as conn:
        signer = open_signer(office.desk, conn, "审核丙", FRESH)
    assert isinstance(office.desk, OpenKeys)
    assert signer is not None
    office.desk.keys[signer.name] = signer
    sign_in(office.desk, Lockout(clock=office.clock), signer.name, FRESH, "192.0.2.7")
    office.record(office.row("interest", date=office.desk.today().isoformat(), amount="1.00"))
    office.approve()
    office.desk.engine.dispose()


def recall_and_lift(office: Office) -> None:
    """收回 one hospital's money and let go of it again."""
    words = {"trigger": "preservation", "notified_on": "2026-01-05", "date": "2026-01-05"}
    office.record(office.row("recall", key="收回-1", hospital=FIRST, year="2025", **words))
    office.approve()
    lift = {"recall": "收回-1", "reason": "解除保全", "date": "2026-01-05"}
    office.record(office.row("recall-lift", key="解除-1", hospital=FIRST, **lift))
    office.approve()


def special_case_and_cure(office: Office) -> None:
    """Book a payment that went out without its papers, and register how it was put right."""
    office.post(
        office.row("suspense", date="2026-01-05", amount="500.00", to="1004", counterparty="某公司")
    )
    wrong = {"key": "误付", "irregular": "true", "reason": "银行已经划出", "permitted": False}
    office.record(office.pay(FIRST, "100.00", day="2026-01-05", **wrong))
    office.chief_approves()
    office.post()
    paper = {"type": "other", "number": "纪要 3 号", "date": "2026-01-05"}
    words = {"event": "误付", "reason": "会商同意", "key": "办结", "date": "2026-01-05"}
    office.record(office.row("cure", papers=[paper], **words))
    office.approve()


def write_to_hospitals(database: str, folder: Path) -> None:
    """对账: letters, a reminder, an answer, an explanation, and papers read instead."""
    book = ("--book", EMPLOYEE)
    approve = ("approve", "--all")
    paper = ("--paper", "说明-1:2026-01-12")
    reply = ("--agree", "--reply", "复-1:2026-01-10")
    for words in (
        ("confirm", "letters", *CUTOFF, "--send", *book),
        approve,
        ("confirm", "template", str(folder / "回函.xlsx"), *book),
        ("confirm", "answer", "--hospital", FIRST, *CUTOFF, *reply, *book),
        approve,
        ("confirm", "letters", *CUTOFF, *book),
        ("confirm", "explain", "--hospital", SECOND, *CUTOFF, "--reason", "未回函", *paper, *book),
        approve,
        ("confirm", "list", *book),
        ("due", *book),
    ):
        prepay(database, *words, by="审核丙" if words == approve else "制单乙")
