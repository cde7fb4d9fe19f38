"""Where a hospital's money goes and comes from: the accounts that are listed for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.masters.hospital import bare_number
from ledger.reports.closing.oplog import oplog
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.setup.masters import import_hospitals
from tests import standing_office
from tests.cases import only, refused
from tests.office import FIRST, SECOND, THIRD, Office, codes, raw, register_account
from tests.standing_office import LISTED, stood
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.office import Row

permitted = kept(standing_office.permitted)


def accounts_paid(office: Office) -> set[str]:
    """Return the accounts to which the first hospital's money went."""
    with reading(office.desk.engine) as conn:
        listed = read_hospitals(conn, date(2026, 3, 31), {FIRST})[FIRST].accounts
    return stood(office).accounts_paid(listed)


def returned(office: Office, **words: object) -> Row:
    """Write the row of a return of the first hospital's money."""
    return office.give_back(FIRST, "1.00", day="2026-03-19", **words)


def warned(office: Office, row: Row) -> list[Finding]:
    """Record a row for trial and give what is worth a second look."""
    return list(office.record(row, dry_run=True).warnings)


def listed_anew(office: Office, account: str, since: str) -> None:
    """Let the hospital list name another account of the first hospital from a day on."""
    row = {
        "code": FIRST,
        "name": "城关示范医院",
        "ownership": "public",
        "level": "二级甲等",
        "inpatient": "yes",
        "bank_account": account,
        "valid_from": since,
    }
    office.desk.operator = "制单乙"
    import_hospitals(office.desk, raw([row], "hospitals.csv"))


def test_the_account_paid_is_the_one_listed_on_the_day_of_the_payment(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))
    listed_anew(permitted, "6333", "2026-03-15")

    assert accounts_paid(permitted) == {LISTED}
    assert permitted.record(returned(permitted, payer_account=LISTED), dry_run=True)
    finding = only(refused(permitted, returned(permitted, payer_account="6333")))
    assert finding.code == "ORIGINAL_CHANNEL"
    assert LISTED in finding.message

    permitted.post(permitted.pay(FIRST, "1.00", day="2026-03-16"))
    elsewhere = permitted.pay(FIRST, "1.00", day="2026-03-16", payee_account="6444")
    finding = only(refused(permitted, elsewhere))
    assert (finding.code, finding.clause, finding.permission) == ("PAYEE_UNKNOWN", "甘肃·五", True)
    assert f"prepay hospital account add {FIRST} 6444 --paper" in finding.remedy
    register_account(permitted, FIRST, "6444", since="2026-03-16")
    permitted.post(elsewhere)
    assert accounts_paid(permitted) == {LISTED, "6333", "6444"}


@pytest.mark.parametrize(
    "spelled",
    ["6222 1000 0001", "6222\u00a010000001", "6222-1000—0001", "６２２２1000０００１"],
)
def test_an_account_number_is_its_digits_however_they_are_set(
    permitted: Office, spelled: str
) -> None:
    permitted.post(permitted.pay(FIRST, "100.00", payee_account="622210000001"))

    assert warned(permitted, returned(permitted, payer_account=spelled)) == []
    other = returned(permitted, payer_account=spelled.replace("1", "9").replace("１", "９"))
    assert codes(refused(permitted, other)) == ["ORIGINAL_CHANNEL"]


def test_a_number_in_the_books_may_be_set_in_full_width_too() -> None:
    assert bare_number("６２２２ 1000－0001 ａ") == "622210000001A"
    assert bare_number("——") == ""


def test_a_return_without_the_payers_account_gives_a_reason(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))

    finding = only(refused(permitted, returned(permitted, payer_account="")))
    assert (finding.code, finding.permission) == ("PAYER_UNKNOWN", True)
    assert "未填付款账号，无法核对原渠道" in finding.message
    assert finding.clause == "甘肃·四"
    assert warned(permitted, returned(permitted, payer_account=LISTED)) == []
    assert warned(permitted, returned(permitted, reason="回单没有付款账号，已函询银行")) == []


def test_money_comes_back_from_an_account_of_the_joint_accounting_that_many_share(
    permitted: Office,
) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))
    joint = returned(permitted, payer_account="7001")
    assert only(refused(permitted, joint)).code == "ORIGINAL_CHANNEL"

    for hospital in (FIRST, SECOND):
        register_account(permitted, hospital, "7001", since="2026-03-01", kind="集中核算")

    assert warned(permitted, joint) == []
    with pytest.raises(Refused, match="不能又是榆中示范卫生院的自有账户"):
        register_account(permitted, THIRD, "7001", since="2026-03-01")
    with pytest.raises(Refused, match="城关示范医院的自有账户"):
        register_account(permitted, SECOND, LISTED, since="2026-03-01", kind="集中核算")
    register_account(
        permitted, FIRST, "7001", since="2026-03-01", kind="集中核算", until="2026-03-02"
    )
    assert only(refused(permitted, joint)).code == "ORIGINAL_CHANNEL"


def test_the_log_tells_who_registered_an_account(permitted: Office) -> None:
    register_account(permitted, FIRST, "62229999", since="2026-01-01")
    log = oplog(permitted.desk, "", person="制单乙", since="", until="", words="登记医疗机构账户")
    (row,) = log.rows
    assert "登记医疗机构账户" in row.cells
