"""再更正: a fact is corrected as often as people err; what is corrected is its newest state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.store.engine import writing
from ledger.store.tables import schema as s
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from tests.cases import only, order, receipt, refusal, refused
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, codes, leaf, raw, shown
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.drafting.correct import Correction
    from tests.office import Office

WRONG = "2026-03 记-0001"


@kept
def paid(office: Office) -> Office:
    """Give an office that paid the first hospital 100.00 by one receipt of 500.00."""
    office.fund()
    for hospital in (FIRST, SECOND, THIRD):
        office.permit(hospital, 2026, amount="1000.00")
        office.withheld.add((hospital, "2026", "employee"))
    papers = [order("令-1"), receipt("单-1", "500.00")]
    office.post(office.pay(FIRST, "100.00", key="拨-1", papers=papers))
    office.on("2026-03-20")
    return office


def put_right(office: Office, wrong: str, words: Mapping[str, object]) -> Correction:
    """Prepare a correction in the form that the program chooses, and post it."""
    office.desk.operator = "制单乙"
    done = correct(office.desk, EMPLOYEE, [wrong], reason="录错", right=raw([words], "right.jsonl"))
    office.post()
    return done


def forms(office: Office) -> list[tuple[str, str, str]]:
    """Tell the correcting vouchers as number, form, and the voucher each corrects."""
    return [(v.label[8:], v.form, v.corrects[8:]) for v in office.vouchers() if v.form]


def test_an_amount_is_put_right_five_times(paid: Office) -> None:
    """Five corrections in turn; receipt, quota and balance are right after each."""
    ways = []
    for amount, owed in (
        ({"amount": "120.00"}, "120.00"),
        ({"amount": "80.00"}, "80.00"),
        ({"hospital": SECOND}, "80.00"),
        ({"amount": "90.00"}, "90.00"),
        ({"amount": "70.00", "hospital": FIRST}, "70.00"),
    ):
        newest = [v.key for v in paid.vouchers() if v.key == "拨-1" or v.form == "blue"]
        ways.append(put_right(paid, newest[-1], amount).form)
        holder = SECOND if ways in ([*ways[:2], "red-blue"], [*ways[:3], "difference"]) else FIRST
        assert paid.balance(leaf(holder)) == owed
        other = paid.pay(
            THIRD, f"{501 - int(float(owed))}.00", papers=[order("令-3"), receipt("单-1", "500.00")]
        )
        assert codes(refused(paid, other)) == ["RECEIPT_USED_UP"]
        more = paid.pay(
            holder, f"{1001 - int(float(owed))}.00", papers=[order("令-3"), receipt("单-2")]
        )
        assert codes(refused(paid, more)) == ["LIMIT_EXCEEDED"]
        assert paid.faults() == []

    assert ways == ["difference", "difference", "red-blue", "difference", "red-blue"]
    assert forms(paid) == [
        ("记-0002", "difference", "记-0001"),
        ("记-0003", "difference", "记-0001"),
        ("记-0004", "red", "记-0003"),
        ("记-0005", "red", "记-0002"),
        ("记-0006", "red", "记-0001"),
        ("记-0007", "blue", "记-0001"),
        ("记-0008", "difference", "记-0007"),
        ("记-0009", "red", "记-0008"),
        ("记-0010", "red", "记-0007"),
        ("记-0011", "blue", "记-0007"),
    ]
    assert paid.turnover(leaf(FIRST), "2026-03") == ("70.00", "0.00")
    assert paid.turnover(leaf(SECOND), "2026-03") == ("0.00", "0.00")


def papers_of(amount: str, number: str = "单-1") -> list[dict[str, object]]:
    """Write the papers of a payment by the receipt that the first one cites."""
    return [order("令-1"), receipt(number, amount)]


def test_a_difference_taken_back_in_red_frees_the_fact(paid: Office) -> None:
    put_right(paid, WRONG, {"amount": "120.00"})

    paid.correct("2026-03 记-0002")
    paid.post()
    assert paid.balance(leaf(FIRST)) == "100.00"
    assert paid.vouchers()[-1].summary == "注销2026年3月20日记-0002号凭证"

    again = put_right(paid, WRONG, {"amount": "130.00"})
    assert again.form == "difference"
    assert shown(paid.vouchers()[-1])[0] == f"借 {leaf(FIRST)} 30.00"
    assert again.candidates[0].event.key == "拨-1-差额2"
    assert paid.balance(leaf(FIRST)) == "130.00"
    assert paid.faults() == []


def test_a_difference_is_itself_put_right(paid: Office) -> None:
    """Whoever names the difference says what the fact should be."""
    put_right(paid, WRONG, {"amount": "120.00"})

    done = put_right(paid, "2026-03 记-0002", {"amount": "110.00"})

    assert done.form == "difference"
    assert shown(paid.vouchers()[-1]) == [f"借 {leaf(FIRST)} -10.00", "贷 1004 -10.00"]
    assert paid.balance(leaf(FIRST)) == "110.00"


def test_red_takes_back_the_fact_with_its_differences_each_in_red(paid: Office) -> None:
    put_right(paid, WRONG, {"amount": "120.00"})
    put_right(paid, WRONG, {"amount": "90.00"})

    paid.correct(WRONG)
    paid.post()

    assert [v.summary for v in paid.vouchers()[-3:]] == [
        "注销2026年3月20日记-0003号凭证",
        "注销2026年3月20日记-0002号凭证",
        "注销2026年3月10日记-0001号凭证",
    ]
    assert paid.balance(leaf(FIRST)) == "0.00"
    assert paid.faults() == []
    full = paid.pay(FIRST, "500.00", papers=papers_of("500.00"))
    paid.post(full)


def test_an_earlier_difference_is_not_taken_back_before_a_later_one(paid: Office) -> None:
    put_right(paid, WRONG, {"amount": "120.00"})
    put_right(paid, WRONG, {"amount": "90.00"})

    finding = only(refusal(paid, lambda: paid.correct("2026-03 记-0002")))
    assert finding.code == "CORRECTED_SINCE"
    assert "2026年3月20日记-0003号凭证" in finding.message
    paid.correct("2026-03 记-0002", "2026-03 记-0003")
    paid.post()
    assert paid.balance(leaf(FIRST)) == "100.00"


def test_the_same_correction_twice_changes_nothing(paid: Office) -> None:
    put_right(paid, WRONG, {"amount": "120.00"})

    finding = only(refusal(paid, lambda: put_right(paid, WRONG, {"amount": "120.00"})))
    assert finding.code == "NOTHING_CHANGED"


def test_two_corrections_of_one_state_are_not_both_prepared(paid: Office) -> None:
    paid.put_right(WRONG, {"amount": "120.00"})

    finding = only(refusal(paid, lambda: paid.put_right(WRONG, {"amount": "130.00"})))

    assert finding.code == "CORRECTED_SINCE"
    assert "拨-1-差额 待记账" in finding.message


def test_a_draft_worked_out_from_an_older_state_is_not_posted(paid: Office) -> None:
    """Two drafts of one state, however they came there: the second finds the first standing."""
    paid.put_right(WRONG, {"amount": "120.00"})
    with writing(paid.desk.engine, [EMPLOYEE]) as conn:
        row = dict(conn.execute(sa.select(s.draft)).mappings().one())
        row |= {"id": paid.desk.identity.new(), "key": "拨-1-差额2"}
        row["unit"] = row["id"]
        conn.execute(sa.insert(s.draft), row)
    paid.desk.operator = "审核丙"
    approve(paid.desk, ())
    paid.desk.operator = "主管丁"

    finding = only(refusal(paid, lambda: post_drafts(paid.desk, ())))

    assert finding.code == "CORRECTED_SINCE"


def test_a_voucher_has_one_red_voucher_in_the_database_too(paid: Office) -> None:
    paid.correct(WRONG)
    paid.post()
    wrong = next(v for v in paid.vouchers() if v.label == WRONG)
    twice = {"book": EMPLOYEE, "voucher": wrong.id, "corrects": wrong.id, "form": "red"}
    insert = sa.insert(s.correction).values(twice)
    with writing(paid.desk.engine, [EMPLOYEE]) as conn, pytest.raises(sa.exc.IntegrityError):
        conn.execute(insert)


def test_what_a_bounce_gave_back_follows_its_corrections(paid: Office) -> None:
    """A difference to a 退汇 counts in what the payment has left."""
    words = {"hospital": FIRST, "year": "2026", "to": "1004", "disbursement": "拨-1"}
    paid.post(paid.row("payment-return", date="2026-03-12", amount="100.00", key="退-1", **words))
    assert put_right(paid, "退-1", {"amount": "60.00"}).form == "difference"

    again = paid.row("payment-return", date="2026-03-13", amount="40.01", **words)
    assert codes(refused(paid, again)) == ["EXCEEDS_PAYMENT", "EXCEEDS_OUTSTANDING"]
    paid.post({**again, "amount": "40.00"})
    assert paid.balance(leaf(FIRST)) == "0.00"
    assert paid.faults() == []


def a_year_later(office: Office) -> None:
    """Close 2026 and go on in January."""
    office.on("2027-01-05")
    office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)


def test_a_prior_years_fact_is_put_right_again_and_again(paid: Office) -> None:
    """A blue voucher of this year takes red, the prior year's fact a new blue one (51(五))."""
    put_right(paid, WRONG, {"amount": "120.00"})
    a_year_later(paid)

    first = put_right(paid, WRONG, {"amount": "90.00"})
    assert (first.form, shown(paid.vouchers()[-1])) == (
        "blue",
        ["借 1004 30.00", f"贷 {leaf(FIRST)} 30.00"],
    )
    put_right(paid, WRONG, {"hospital": SECOND})
    assert [shown(v) for v in paid.vouchers()[-2:]] == [
        ["借 1004 -30.00", f"贷 {leaf(FIRST)} -30.00"],
        ["借 1004 30.00", f"借 {leaf(SECOND)} 90.00", f"贷 {leaf(FIRST)} 120.00"],
    ]
    put_right(paid, "拨-1", {"hospital": FIRST, "amount": "120.00"})
    assert paid.vouchers()[-1].form == "red"

    period = "2027-01"
    assert paid.balance(leaf(FIRST), period) == "120.00"
    assert paid.balance(leaf(SECOND), period) == "0.00"
    assert paid.faults() == []


def test_a_prior_years_correction_is_taken_back_alone(paid: Office) -> None:
    a_year_later(paid)
    put_right(paid, WRONG, {"amount": "90.00"})
    paid.correct("2027-01 记-0001")
    paid.post()
    assert paid.balance(leaf(FIRST), "2027-01") == "100.00"

    again = put_right(paid, WRONG, {"amount": "95.00"})
    assert again.candidates[0].event.key == "拨-1-更正2"
    assert paid.balance(leaf(FIRST), "2027-01") == "95.00"
    assert paid.faults() == []


def test_a_prior_years_receipt_number_is_put_right_without_a_voucher(paid: Office) -> None:
    """The wrong number is free for its true owner, the right one is used (附件更正)."""
    a_year_later(paid)
    paid.clock.set(date(2027, 1, 6))
    right = [order("令-1"), receipt("单-7", "100.00")]

    done = put_right(paid, WRONG, {"papers": right})

    assert done.form == "papers"
    assert "只登记正确的附件" in done.why
    original = next(v for v in paid.vouchers() if v.label == WRONG)
    assert [paper.number for paper in original.papers] == ["令-1", "单-7"]
    assert original.papers_by == "拨-1-附件"
    assert paid.vouchers()[-1].form == ""
    assert paid.faults() == []

    again = only(refusal(paid, lambda: put_right(paid, WRONG, {"papers": right})))
    assert again.code == "NOTHING_CHANGED"
    for hospital, number, code in (
        (FIRST, "单-7", "RECEIPT_TWICE"),
        (SECOND, "单-7", "DOCUMENT_UNEQUAL"),
    ):
        row = paid.pay(hospital, "5.00", day="2026-12-30", papers=[order("令-9"), receipt(number)])
        assert code in codes(refused(paid, {**row, "reason": "财政拨款晚到"}))
    late = {"type": "allocation-notice", "number": "通-1", "date": "2026-12-01"}
    owner = paid.pay(
        FIRST,
        "5.00",
        day="2026-12-30",
        reason="财政拨款晚到",
        papers=[order("令-9"), receipt("单-1"), late],
    )
    paid.post(owner)

    back = only(
        refusal(paid, lambda: put_right(paid, WRONG, {"papers": [order("令-1"), receipt("单-1")]}))
    )
    assert back.code == "RECEIPT_TWICE"
    put_right(paid, WRONG, {"papers": [order("令-1"), receipt("单-8", "100.00")]})
    assert [v.papers_by for v in paid.vouchers() if v.label == WRONG] == ["拨-1-附件2"]
    assert paid.faults() == []


def test_a_prior_years_papers_move_no_payment_onto_an_order_that_states_nothing(
    paid: Office,
) -> None:
    papers = [order("令-2"), receipt("单-2")]
    paid.post(paid.pay(SECOND, "5.00", key="拨-2", papers=papers))
    a_year_later(paid)

    def onto(total: str) -> object:
        right = [order("令-2", total), receipt("单-1", "500.00")]
        return put_right(paid, WRONG, {"papers": right})

    assert "ORDER_TOTAL_MISSING" in codes(refusal(paid, lambda: onto("")))
    onto("105.00")
    assert paid.faults() == []


def test_papers_and_amount_of_a_prior_year_are_put_right_one_after_the_other(paid: Office) -> None:
    a_year_later(paid)
    right = [order("令-1"), receipt("单-7", "90.00")]

    finding = only(
        refusal(paid, lambda: put_right(paid, WRONG, {"papers": right, "amount": "90.00"}))
    )

    assert finding.code == "PAPERS_APART"


def test_two_corrections_of_papers_are_not_both_prepared(paid: Office) -> None:
    a_year_later(paid)
    paid.put_right(WRONG, {"papers": [order("令-1"), receipt("单-7")]})

    def twice() -> object:
        return paid.put_right(WRONG, {"papers": [order("令-1"), receipt("单-8")]})

    assert only(refusal(paid, twice)).code == "CORRECTED_SINCE"
    paid.post()
    withdrawn = paid.row("withdrawal", date="2027-01-05", event="拨-1-附件", reason="错")
    assert codes(refused(paid, withdrawn)) == ["REGISTER_PAPERS"]
