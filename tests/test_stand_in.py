"""代理: another's roles for named days, by two people and a paper; it ends by itself, shown 代."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.reports.closing.oplog import oplog
from ledger.reports.closing.verification import verification
from ledger.reports.registers.operator_list import operator_list
from ledger.reports.vouchers.draft_list import drafts
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.reports.vouchers.voucher_sheet import signed_by
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.verify import verify
from ledger.workflow.drafting.review import approve
from ledger.workflow.office.proposing import confirm
from ledger.workflow.office.stand_in import propose_stand_in
from ledger.workflow.posting.post import post_drafts
from tests.office import EMPLOYEE, Office, codes
from tests.signed_office import prepared, signing_as, switch_on
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from ledger.formats.report import Report

PAPER = "医保办〔2026〕7号"


@kept
def signed(office: Office) -> Office:
    """Switch signing on, on 5 January."""
    switch_on(office)
    return office


def stood(
    office: Office,
    name: str = "主管丁",
    instead_of: str = "审核丙",
    *roles: str,
    since: str = "2026-01-06",
    until: str = "2026-01-16",
    paper: str = PAPER,
) -> None:
    """Let 管理员甲 propose a 代理 of 审核丙."""
    with signing_as(office, "管理员甲"):
        propose_stand_in(
            office.desk,
            name,
            instead_of,
            roles or ("approver",),
            since=since,
            until=until,
            paper=paper,
        )


def confirmed(office: Office, name: str = "主管丁", *, by: str = "主管丁") -> None:
    """Let another person confirm it."""
    with signing_as(office, by):
        confirm(office.desk, name)


def approved_by(office: Office, name: str, key: str) -> list[str]:
    """Let somebody approve a draft; return why not."""
    try:
        with signing_as(office, name):
            approve(office.desk, [key])
    except Refused as error:
        return codes(error.findings)
    return []


def interest(office: Office, day: str, key: str) -> None:
    """Prepare 利息 on a day."""
    office.on(day)
    prepared(office, office.row("interest", date=day, amount="1.00", key=key))


def text(report: Report) -> str:
    """Write a report's cells and words as text."""
    cells = (str(cell) for row in report.rows for cell in row.cells)
    return "\n".join((*report.subtitle, *report.notes, *cells))


def test_roles_are_asked_on_the_day_of_the_act(signed: Office) -> None:
    """审核丙 is away from the 6th to the 16th: 主管丁 approves on these days, not before or after."""
    stood(signed)
    confirmed(signed)
    interest(signed, "2026-01-05", "息一")
    assert approved_by(signed, "主管丁", "息一") == ["ROLE_MISSING"]

    interest(signed, "2026-01-16", "息二")
    assert approved_by(signed, "主管丁", "息二") == []

    interest(signed, "2026-01-17", "息三")
    assert approved_by(signed, "主管丁", "息三") == ["ROLE_MISSING"]
    assert approved_by(signed, "审核丙", "息三") == []
    assert signed.faults() == []


def test_it_is_shown_wherever_a_name_stands(signed: Office) -> None:
    stood(signed)
    confirmed(signed)
    interest(signed, "2026-01-08", "息")
    assert approved_by(signed, "主管丁", "息") == []
    with signing_as(signed, "主管丁"):
        post_drafts(signed.desk, ())
    (voucher,) = signed.vouchers()

    assert dict(signed_by(voucher))["审核"] == "主管丁（代）"
    assert "（代）" not in dict(signed_by(voucher))["记账"]
    with reading(signed.desk.engine) as conn:
        book = read_books(conn)[EMPLOYEE]
    assert "主管丁（代）" in text(voucher_list([voucher], book))
    told = oplog(signed.desk, EMPLOYEE, person="主管丁", since="", until="", words="")
    assert "主管丁（代审核丙）" in text(told)
    people = text(operator_list(signed.desk))
    assert "审核（代审核丙）" in people
    assert f"代理：主管丁 代 审核丙（审核）2026-01-06 至 2026-01-16，凭 {PAPER}" in people
    answer = text(verification(verify(signed.desk, book=EMPLOYEE)))
    assert (
        f"主管丁（代）：代 审核丙（审核）2026-01-06 至 2026-01-16，凭 {PAPER}；其间审核 1 笔"
        in answer
    )


def test_nobody_approves_their_own_by_standing_in(signed: Office) -> None:
    stood(signed, "制单乙")
    confirmed(signed, "制单乙")
    interest(signed, "2026-01-08", "息")
    assert approved_by(signed, "制单乙", "息") == ["OWN_DRAFT"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"name": "没有此人"}, ["OPERATOR_UNKNOWN"]),
        ({"instead_of": "主管丁"}, ["STAND_IN_ROLE"]),
        ({"name": "出纳戊"}, ["CASHIER_DUTIES"]),
        ({"instead_of": "制单乙"}, ["STAND_IN_ROLE"]),
        ({"until": "2026-01-05"}, ["STAND_IN_DAYS"]),
        ({"since": "2026-01-04"}, ["STAND_IN_DAYS"]),
        ({"since": "2026-01-04", "paper": " "}, ["STAND_IN_DAYS", "STAND_IN_PAPER"]),
    ],
    ids=str,
)
def test_what_may_not_be_is_refused_all_at_once(
    signed: Office, words: dict[str, str], found: list[str]
) -> None:
    with pytest.raises(Refused) as error:
        stood(signed, **words)
    assert codes(error.value.findings) == found
    assert all(map(is_complete, error.value.findings))


def is_complete(finding: Finding) -> bool:
    """Tell a refusal that says what and what to do."""
    return bool(finding.message and finding.remedy)


def test_what_is_held_by_standing_in_is_not_handed_on(signed: Office) -> None:
    stood(signed)
    confirmed(signed)
    signed.on("2026-01-08")
    with pytest.raises(Refused) as error:
        stood(signed, "制单乙", "主管丁", "approver", since="2026-01-09")
    assert codes(error.value.findings) == ["STAND_IN_ROLE"]


def test_an_office_without_keys_has_none(office: Office) -> None:
    with pytest.raises(Refused) as error:
        stood(office)
    assert codes(error.value.findings) == ["SIGNING_OFF"]


def test_lists_sheets_and_covers_say_it_too(signed: Office) -> None:
    """审核丙 and 主管丁 are away in February: 管理员甲 approves, draws nothing up, and closes."""
    signed.on("2026-02-02")
    with signing_as(signed, "主管丁"):
        for absent, role in (("审核丙", "approver"), ("主管丁", "chief")):
            propose_stand_in(
                signed.desk,
                "管理员甲",
                absent,
                [role],
                since="2026-02-02",
                until="2026-02-10",
                paper=PAPER,
            )
            with signing_as(signed, "制单乙"):
                confirm(signed.desk, "管理员甲")
    prepared(signed, signed.row("interest", date="2026-02-02", amount="1.00", key="息"))
    assert approved_by(signed, "管理员甲", "息") == []
    (listed,) = drafts(signed.desk, EMPLOYEE)
    assert "管理员甲（代）" in text(listed)
    with signing_as(signed, "管理员甲"):
        (cover,) = closing_sheets(close_month(signed.desk, "2026-01", book=EMPLOYEE))
    assert "管理员甲（代）" in text(cover)
