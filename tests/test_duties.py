"""Duties have one home: every verb asks it when somebody acts, and `verify` asks it again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.audit.bank_checks import check_bank
from ledger.audit.book_checks import check_signatures
from ledger.audit.invariants import read_stored
from ledger.masters.duties import ADJUSTER, BANK_CLERK, REVIEWER, SIGNER, may_act, may_approve
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.bank.adjust import adjust
from ledger.workflow.bank.draw import Entered
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import add_operator
from tests.bank_office import bring, freeze, match
from tests.cases import refusal
from tests.office import EMPLOYEE, Office, codes

if TYPE_CHECKING:
    from ledger.audit.invariants import Stored
    from ledger.basis.errors import Finding

Roles = dict[str, list[tuple[str, tuple[str, ...]]]]
BEGAN = "2026-01-01T00:00:00+08:00"
FUNDED = ("2026-01-10", "1000.00", "兰州市财政局")


@pytest.mark.parametrize(
    ("duty", "held", "may"),
    [
        ("preparer", ("preparer",), "may"),
        ("preparer", ("preparer", "cashier"), "may"),
        ("approver", ("approver", "poster", "chief"), "may"),
        ("approver", ("approver", "cashier"), "may not"),
        ("poster", ("preparer", "poster"), "may"),
        ("poster", ("poster", "cashier"), "may not"),
        ("chief", ("chief", "cashier"), "may not"),
        (REVIEWER, ("chief",), "may"),
        (REVIEWER, ("preparer",), "may not"),
        (BANK_CLERK, ("cashier",), "may"),
        (BANK_CLERK, ("preparer",), "may"),
        (ADJUSTER, ("preparer",), "may"),
        (ADJUSTER, ("cashier",), "may not"),
        (ADJUSTER, ("preparer", "cashier"), "may not"),
        (SIGNER, ("cashier", "chief"), "may"),
        (SIGNER, ("approver",), "may not"),
    ],
)
def test_what_roles_allow(duty: str, held: tuple[str, ...], may: str) -> None:
    assert may_act(duty, held) is (may == "may")


def test_nobody_approves_what_they_prepared() -> None:
    assert may_approve("乙", ("approver",), "甲")
    assert not may_approve("甲", ("preparer", "approver"), "甲")


@pytest.mark.parametrize("poster", ["制单乙", "审核丙"])
def test_whoever_prepared_or_approved_may_post(office: Office, poster: str) -> None:
    """会计 prepares, 科长 approves, either of them posts: two people are enough, and never one."""
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "制单乙", ("preparer", "approver", "poster"))
    add_operator(office.desk, "审核丙", ("approver", "poster"))
    office.record(office.row("interest", date="2026-01-05", amount="1.00", key="息"))
    office.desk.operator = "制单乙"
    assert codes(refusal(office, lambda: approve(office.desk, ["息"]))) == ["OWN_DRAFT"]
    office.approve()
    office.desk.operator = poster

    (done,) = post_drafts(office.desk, ())

    assert done.vouchers
    assert office.faults() == []


@pytest.mark.parametrize("roles", [("cashier",), ("preparer", "cashier")])
def test_a_cashier_draws_up_no_sheet(office: Office, roles: tuple[str, ...]) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "出纳戊", roles)
    office.on("2026-02-05")
    office.desk.operator = "出纳戊"

    found = refusal(
        office, lambda: adjust(office.desk, EMPLOYEE, "2026-01", entered=Entered(), submit=True)
    )

    assert found[-1].code == "CASHIER_DUTIES"
    assert found[-1].message == "出纳戊 是出纳，不得编制余额调节表"


@pytest.mark.parametrize(("revision", "told"), [("0010", "older"), ("0011", "unsound")])
def test_what_an_older_rule_let_through_is_listed_and_never_unsound(
    office: Office, revision: str, told: str
) -> None:
    """A cashier drew up a sheet and signed as the chief; before 0011 both were let through."""
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    freeze(office, "2026-01")
    office.sign(EMPLOYEE)
    with reading(office.desk.engine) as conn:
        stored = read_stored(conn, read_books(conn)[EMPLOYEE], office.desk.chart("employee"))
    assert found_in(stored) == []

    begun = {"at": BEGAN, "content": json.dumps({"revision": revision})}
    both: Roles = {
        "制单乙": [(BEGAN, ("preparer", "cashier"))],
        "出纳戊": [(BEGAN, ("cashier", "chief"))],
    }
    signed = {
        period: [(event, "chief", name, at) for event, _, name, at in rows]
        for period, rows in stored.signatures.items()
    }
    then = replace(stored, roles={**stored.roles, **both}, upgrade_lines=[begun], signatures=signed)

    found = found_in(then)
    assert {finding.code for finding in found} == {"BANK_DUTIES", "SIGNED_WRONG"}
    assert {finding.older for finding in found} == {told == "older"}


def found_in(stored: Stored) -> list[Finding]:
    """List what the checks of 对账 and of 签章 find."""
    return [*check_bank(stored), *check_signatures(stored)]
