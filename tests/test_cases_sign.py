"""签章 (51(一)): the cashier signs what moves money, the chief any voucher, until the month closes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.policy.profile import Policy
from ledger.reports.closing.close_status import close_statuses
from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.close import cashier_signature
from ledger.workflow.policy.policy import policy_of
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import add_operator
from tests.cases import refusal
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes

if TYPE_CHECKING:
    from ledger.workflow.close.close_month import Closed


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


def test_who_was_given_one_book_signs_in_that_one_alone(office: Office) -> None:
    office.fund("1000.00", book=EMPLOYEE)
    office.fund("1000.00", book=RESIDENT)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "出纳己", ("cashier",), (EMPLOYEE,))
    mine, other = (office.vouchers(book)[-1] for book in (EMPLOYEE, RESIDENT))
    office.desk.operator = "出纳己"

    assert sign(office.desk, ()) == {"cashier": 2}
    for words, book in (((), RESIDENT), ((other.id,), RESIDENT)):
        with pytest.raises(Refused) as refused:
            sign(office.desk, words, book=book)
        assert codes(refused.value.findings) == ["BOOK_UNSEEN"]
    with pytest.raises(Refused) as refused:
        sign(office.desk, (other.id,))
    (finding,) = refused.value.findings
    assert finding.code == "SIGN_UNKNOWN"
    assert "出纳己 只签 620100/employee" in finding.remedy
    assert office.vouchers(EMPLOYEE)[-1].cashier == "出纳己"
    assert office.vouchers(RESIDENT)[-1].cashier == ""
    assert mine.cashier == ""


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


def told(closed: list[Closed]) -> str:
    """Say what the closing sheet says of the cashier's signature."""
    (figure,) = [check.figure for check in closed[0].checks if check.name == "出纳签章"]
    return figure


def status(office: Office) -> tuple[object, ...]:
    """Say what `close status` says of it."""
    (report,) = close_statuses(office.desk, EMPLOYEE)
    tree = report.tree["books"][0]  # type: ignore[index]
    return report.rows[0].cells[5], tree["signature"], tree["unsigned"]


def choose_paper(office: Office) -> None:
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "cashier_signature", "paper", "打印后由出纳签名盖章")


def test_a_month_does_not_close_until_the_cashier_has_signed_its_money(office: Office) -> None:
    """51(一): one allocation of January, recorded and posted, waits for 出纳戊 only."""
    office.fund("1000.00")
    office.on("2026-02-05")

    assert status(office) == ("1 张收付款凭证未签", "system", 1)
    (finding,) = refusal(office, lambda: office.close("2026-01", book=EMPLOYEE, signed=False))
    assert finding.code == "UNSIGNED"
    assert finding.clause == "《会计基础工作规范》第五十一条(一)"
    assert finding.message == (f"{EMPLOYEE} 2026-01 有 1 张收付款凭证出纳没有签章：2026-01 记-0001")
    assert f"prepay --as 出纳戊 --book {EMPLOYEE} sign --all" in finding.remedy
    assert (
        f"prepay --book {EMPLOYEE} policy choose cashier_signature paper --from-year 2026"
        in finding.remedy
    )

    signing(office, "出纳戊")
    assert status(office) == ("齐全", "system", 0)
    assert told(office.close("2026-01", book=EMPLOYEE, signed=False)) == "齐全"
    assert office.faults() == []


def test_what_is_not_signed_is_told_with_all_else_that_stands_in_the_way(office: Office) -> None:
    office.fund("1000.00")
    office.record(office.row("allocation", date="2026-01-20", amount="1.00"))
    office.on("2026-02-05")
    findings = refusal(office, lambda: office.close("2026-01", book=EMPLOYEE, signed=False))
    assert codes(findings) == ["UNPOSTED", "UNSIGNED"]


def test_an_office_may_choose_to_sign_on_paper_and_the_sheet_says_so(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-02-05")
    choose_paper(office)

    assert status(office) == ("纸上签章：已选定口径", "paper", 0)
    closed = office.close("2026-01", book=EMPLOYEE, signed=False)
    assert told(closed) == "纸上签章：已选定口径"
    (sheet,) = closing_sheets(closed)
    assert ("检查5：出纳签章", "通过　纸上签章：已选定口径") in [row.cells for row in sheet.rows]


@pytest.mark.parametrize(("roles", "books"), [((), ()), (("cashier",), (RESIDENT,))])
def test_a_book_without_a_cashier_is_signed_on_paper(
    office: Office, roles: tuple[str, ...], books: tuple[str, ...]
) -> None:
    """Nobody holds the role any more, or the cashier's scope is the other book."""
    office.fund("1000.00")
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "出纳戊", roles or ("viewer",), books)
    office.on("2026-02-05")

    assert status(office) == ("纸上签章：没有出纳", "paper", 0)
    assert told(office.close("2026-01", book=EMPLOYEE, signed=False)) == "纸上签章：没有出纳"


def test_a_sealed_month_is_not_judged_anew(office: Office) -> None:
    """January was closed on paper; the cashier who comes in February signs from February on."""
    office.fund("1000.00")
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "出纳戊", ("viewer",))
    office.close("2026-01", book=EMPLOYEE, signed=False)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "出纳戊", ("cashier",))
    office.post(office.row("allocation", date="2026-02-10", amount="1.00"))

    again = refusal(office, lambda: office.close("2026-01", book=EMPLOYEE, signed=False))
    assert codes(again) == ["MONTH_CLOSED"]
    (finding,) = refusal(office, lambda: office.close("2026-02", book=EMPLOYEE, signed=False))
    assert "2026-02 记-0001" in finding.message
    assert office.faults() == []


def test_a_text_adopted_before_the_question_was_asked_is_adopted_anew_first(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old book: its adopted layers do not know the choice, so the cashier signs here."""
    office.fund("1000.00")
    office.on("2026-02-05")
    with reading(office.desk.engine) as conn:
        policy = policy_of(office.desk, conn, read_books(conn)[EMPLOYEE])
    older = tuple(
        replace(
            layer,
            choices={n: c for n, c in layer.choices.items() if n != "cashier_signature"},
        )
        for layer in policy.layers
    )
    monkeypatch.setattr(cashier_signature, "policy_of", lambda *_: Policy(layers=older, chosen={}))
    (finding,) = refusal(office, lambda: office.close("2026-01", book=EMPLOYEE, signed=False))
    assert finding.code == "UNSIGNED"
    assert "先采用新的政策方案（prepay policy adopt）" in finding.remedy
