"""签章 (51(一)): the cashier signs what moves money, the chief any voucher, until the month closes."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.sign import sign
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes


def signing(office: Office, name: str, *words: str) -> dict[str, int]:
    office.desk.operator = name
    return sign(office.desk, words, book=EMPLOYEE)


def test_the_cashier_signs_before_posting_and_the_chief_after(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-03-11")
    office.record(office.pay(FIRST, "600.00", key="付-1"))

    assert signing(office, "出纳戊", "付-1") == {"cashier": 1}
    office.post()
    assert signing(office, "主管丁", "2026-03 记-0001") == {"chief": 1}

    paid = office.vouchers()[-1]
    assert (paid.cashier, paid.chief) == ("出纳戊", "主管丁")


def test_a_signature_stands_once_and_all_signs_what_is_left(office: Office) -> None:
    office.fund("1000.00")

    assert signing(office, "出纳戊") == {"cashier": 2}
    assert signing(office, "出纳戊") == {"cashier": 0}


def test_the_cashier_does_not_sign_what_moves_no_money(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-03-11")
    office.post(office.pay(FIRST, "600.00"))
    moved = office.row(
        "succession", hospital=FIRST, year="2026", amount="100.00", successor=SECOND, key="承-1"
    )
    office.post(moved)
    with pytest.raises(Refused) as refused:
        signing(office, "出纳戊", "承-1")
    assert codes(refused.value.findings) == ["SIGN_NO_MONEY"]
    assert signing(office, "主管丁", "承-1") == {"chief": 1}


def test_a_preparer_has_no_signature_to_give(office: Office) -> None:
    office.fund("1000.00")
    with pytest.raises(Refused) as refused:
        signing(office, "制单乙")
    assert codes(refused.value.findings) == ["ROLE_MISSING"]


def test_a_closed_month_is_signed_no_more_and_its_seal_binds_the_signatures(office: Office) -> None:
    office.fund("1000.00")
    signing(office, "出纳戊")
    office.on("2026-02-05")
    closed = office.close("2026-01", book=EMPLOYEE)
    with pytest.raises(Refused) as refused:
        signing(office, "主管丁", "2026-01 记-0001")

    assert codes(refused.value.findings) == ["SIGN_UNKNOWN"]
    assert ("出纳签章", "齐全") in [(check.name, check.figure) for check in closed[0].checks]
    assert office.faults() == []


def test_the_close_tells_how_many_the_cashier_has_not_signed(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-02-05")
    closed = office.close("2026-01", book=EMPLOYEE)
    figures = {check.name: check.figure for check in closed[0].checks}
    assert figures["出纳签章"] == "1 张收付款凭证未签"
