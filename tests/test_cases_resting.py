"""建立在上面的业务: what rests on a fact is judged again when the fact is corrected or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.policy.policy_choice import choose
from tests.cases import only, order, posted, receipt, refusal
from tests.office import EMPLOYEE, FIRST, SECOND, codes, leaf
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.office import Office, Row


@kept
def lost(office: Office) -> Office:
    """Give an office that wrote 100.00 of 400.00 off and got 100.00 of it back."""
    office.fund()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政意见")
    office.post(office.pay(FIRST, "400.00", day="2026-01-15", key="拨-1"))
    office.on("2026-06-01")
    off = office.row(
        "write-off", hospital=FIRST, year="2026", amount="100.00", date="2026-05-01", key="核销-1"
    )
    back = office.row(
        "recovery",
        hospital=FIRST,
        year="2026",
        amount="100.00",
        to="1004",
        date="2026-05-20",
        key="收回-1",
    )
    office.post(off, back)
    return office


def withdraw(office: Office, key: str, **words: object) -> Row:
    """Write the row of a withdrawal."""
    return office.row("withdrawal", event=key, reason="登记有误", date="2026-06-01", **words)


def refused_row(office: Office, row: Row) -> list[Finding]:
    """Record one row that is refused."""
    return refusal(office, lambda: office.record(row))


def test_a_write_off_with_a_recovery_is_not_taken_back_alone(lost: Office) -> None:
    """Or the hospital would pay 500 on 400: 100 recovered, and 400 owed again."""
    finding = only(refusal(lost, lambda: lost.correct("核销-1")))

    assert finding.code == "EXCEEDS_WRITTEN_OFF"
    assert "2026-05-20 的核销后收回 100.00（2026-05 记-0002，收回-1）不能成立" in finding.message
    assert "prepay correct '2026-05 记-0002' '2026-05 记-0001'" in finding.remedy

    lost.correct("收回-1", "核销-1")
    lost.post()
    assert lost.balance(leaf(FIRST)) == "400.00"
    assert lost.faults() == []


def test_a_write_off_is_not_lowered_below_its_recovery(lost: Office) -> None:
    finding = only(refusal(lost, lambda: lost.put_right("核销-1", {"amount": "99.99"})))

    assert finding.code == "EXCEEDS_WRITTEN_OFF"
    assert "超出 0.01" in finding.message


def test_the_same_is_asked_again_at_posting(lost: Office) -> None:
    """The recovery came while the red voucher waited: posting asks once more."""
    lost.correct("收回-1")
    lost.post()
    lost.correct("核销-1")
    lost.approve()
    row = lost.row(
        "recovery", hospital=FIRST, year="2026", amount="5.00", to="1004", date="2026-05-21"
    )

    assert codes(refused_row(lost, row)) == ["EXCEEDS_WRITTEN_OFF"]


def test_a_recovery_s_correction_does_not_count_the_recovery(lost: Office) -> None:
    """28: the facts are asked without the voucher that is corrected."""
    done = lost.put_right("收回-1", {"amount": "60.00"})
    assert [candidate.event.KIND for candidate in done] == ["difference"]
    lost.post()

    back = lost.put_right("收回-1", {"amount": "100.00", "date": "2026-05-21"})
    assert [candidate.event.KIND for candidate in back] == ["red", "red", "recovery"]
    lost.post()
    assert codes(refusal(lost, lambda: lost.put_right("收回-1-订正", {"amount": "100.01"}))) == [
        "EXCEEDS_WRITTEN_OFF"
    ]
    assert lost.faults() == []


def test_an_agreement_on_which_a_payment_stands_is_not_withdrawn(office: Office) -> None:
    office.fund()
    office.assess([FIRST], 2026, amount="500.00")
    office.withheld.add((FIRST, "2026", "employee"))
    office.on("2026-06-01")
    signed = office.row("agreement", hospital=FIRST, year="2026", date="2026-01-08", key="协-1")
    office.post(signed)
    office.post(office.pay(FIRST, "100.00", key="拨-1"))

    finding = only(refused_row(office, withdraw(office, "协-1")))

    assert (finding.code, finding.clause) == ("AGREEMENT_MISSING", "甘肃·二")
    assert finding.message.startswith("撤销预付金协议“协-1”以后，城关示范医院2026-03-10 的拨付")
    again = office.row("agreement", hospital=FIRST, year="2026", date="2026-01-09", key="协-2")
    office.post(withdraw(office, "协-1"), again)
    assert codes(refused_row(office, withdraw(office, "协-2"))) == ["AGREEMENT_MISSING"]

    office.correct("拨-1")
    office.post()
    office.post(withdraw(office, "协-2"))
    assert office.faults() == []


def test_what_a_core_fact_was_worked_out_from_is_not_withdrawn_under_a_payment(
    office: Office,
) -> None:
    """The 核定 stands on its adjustment: without it nothing was approved."""
    office.fund()
    office.on("2026-06-01")
    office.post(
        office.row(
            "adjustment", year="2026", factor="1.5", reason="会商", date="2026-01-01", key="调-1"
        )
    )
    office.permit(FIRST, 2026)
    office.post(office.pay(FIRST, "100.00", key="拨-1"))

    assert codes(refused_row(office, withdraw(office, "调-1"))) == ["NOT_ASSESSED"]

    office.correct("拨-1")
    office.post()
    office.post(withdraw(office, "调-1"))
    assert codes(refused_row(office, office.pay(FIRST, "100.00"))) == ["NOT_ASSESSED"]


def test_a_lifting_under_a_payment_is_not_withdrawn(office: Office) -> None:
    office.fund()
    office.on("2026-06-01")
    words = {"hospital": FIRST, "date": "2026-02-01"}
    office.post(
        office.row(
            "recall",
            year="2026",
            notified_on="2026-02-01",
            trigger="preservation",
            key="收",
            **words,
        )
    )
    office.post(office.row("recall-lift", recall="收", reason="解除", key="解", **words))
    office.post(office.pay(FIRST, "100.00", key="拨-1"))

    finding = only(refused_row(office, withdraw(office, "解")))

    assert finding.code == "RECALLED"
    assert "拨付 100.00（2026-03 记-0001，拨-1）不能成立" in finding.message


def test_a_prior_write_off_under_a_recovery_is_not_withdrawn(office: Office) -> None:
    office.fund()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政意见")
    office.on("2026-06-01")
    office.post(
        office.row(
            "prior-write-off",
            hospital=FIRST,
            year="2024",
            amount="80.00",
            date="2025-05-01",
            key="旧",
        )
    )
    office.post(
        office.row(
            "recovery", hospital=FIRST, year="2024", amount="80.00", to="1004", date="2026-05-02"
        )
    )

    assert codes(refused_row(office, withdraw(office, "旧"))) == ["EXCEEDS_WRITTEN_OFF"]


def test_what_a_successor_returned_stands_on_the_succession(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100.00", key="拨-1"))
    office.on("2026-06-01")
    office.post(
        office.row(
            "succession",
            hospital=FIRST,
            successor=SECOND,
            year="2026",
            amount="100.00",
            date="2026-04-01",
            key="承-1",
        )
    )
    office.post(office.give_back(SECOND, "30.00", day="2026-05-01", key="还-1", reason="承接"))

    finding = only(refusal(office, lambda: office.correct("承-1")))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "安宁示范医院2026-05-01 的返还 30.00（2026-05 记-0001，还-1）" in finding.message
    assert "prepay correct '2026-05 记-0001' …" in finding.remedy
    office.correct("承-1", "还-1")


def test_what_was_told_apart_stands_on_the_suspense(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100.00"))
    office.on("2026-06-01")
    office.post(
        office.row(
            "suspense",
            to="1004",
            amount="30.00",
            counterparty="某公司",
            date="2026-04-01",
            key="暂-1",
        ),
        office.row(
            "suspense-out",
            amount="30.00",
            counterparty="某公司",
            hospital=FIRST,
            year="2026",
            date="2026-04-09",
            key="转-1",
        ),
    )

    finding = only(refusal(office, lambda: office.correct("暂-1")))

    assert finding.code == "EXCEEDS_SUSPENSE"
    assert "某公司" in finding.message
    assert "暂收转出 30.00（2026-04 记-0002，转-1）" in finding.message


def test_an_opening_that_was_returned_is_not_taken_back(office: Office) -> None:
    office.fund()
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            hospital=FIRST,
            year="2025",
            amount="50.00",
            key="初-1",
        )
    )
    office.on("2026-06-01")
    office.post(office.give_back(FIRST, "50.00", day="2026-05-01", key="还-1", year="2025"))

    finding = only(refusal(office, lambda: office.correct("初-1")))
    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "（2026-05 记-0001，还-1）" in finding.message


def test_what_was_wrong_before_is_no_news(office: Office) -> None:
    """A payment against a rule already does not stop its hospital's other corrections."""
    office.fund()
    office.permit(FIRST, 2026, amount="150.00")
    office.withheld.add((FIRST, "2026", "employee"))
    papers = [order("令-1"), receipt("单-1")]
    office.post(office.pay(FIRST, "100.00", key="拨-1", papers=papers))
    office.record(office.pay(FIRST, "100.00", key="重", irregular="true", reason="银行重发"))
    office.chief_approves()
    office.post()
    office.on("2026-03-20")

    office.put_right("拨-1", {"amount": "90.00"})
    office.post()

    assert office.balance(leaf(FIRST)) == "190.00"
    assert posted(office, office.give_back(FIRST, "190.00", day="2026-03-20", reason="收回"))
