"""登记事项: recorded and reviewed like any event, in force when approved, and no voucher at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.registers import find_register, read_register_entries
from ledger.store.writer import read_log
from ledger.workflow.close.close_month import close_month
from ledger.workflow.drafting.review import approve, drafts_of, reject, revise
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import add_operator, import_hospitals
from tests.cases import only, refusal
from tests.chain_files import recall
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, codes, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.basis.errors import Finding
    from ledger.voucher.shown import RegisterEntry
    from tests.office import Office

PRIVATE = "H62010000009"


def entries(office: Office, book: str = EMPLOYEE) -> list[RegisterEntry]:
    """List a book's 登记事项 in order of the chain."""
    with reading(office.desk.engine) as conn:
        return read_register_entries(conn, book)


def agreement(office: Office, **words: object) -> dict[str, object]:
    """Write the row of a 协议."""
    given = {"hospital": FIRST, "year": "2026", "date": "2026-01-05", **words}
    return office.row("agreement", **given)


def refused(office: Office, *rows: Mapping[str, object]) -> Finding:
    """Record rows, see them refused, and give the one finding."""
    with pytest.raises(Refused) as raised:
        office.record(*rows)
    return only(list(raised.value.findings))


def test_an_approved_register_is_in_force_at_once_and_never_a_voucher(office: Office) -> None:
    office.record(agreement(office, key="协议-1"))
    assert [draft.event.key for draft in drafts_of(office.desk)] == ["协议-1"]
    assert entries(office) == []

    office.desk.operator = "审核丙"
    (reviewed,) = approve(office.desk, ())

    assert (len(reviewed.drafts), reviewed.registered) == (1, 1)
    assert drafts_of(office.desk) == []
    (entry,) = entries(office)
    assert (entry.kind, entry.key, entry.hospital, entry.year) == (
        "agreement",
        "协议-1",
        FIRST,
        2026,
    )
    assert (entry.prepared_by, entry.approved_by) == ("制单乙", "审核丙")
    assert (entry.chain_year, entry.position) == (2026, 1)
    assert office.vouchers() == []
    assert office.faults() == []
    with reading(office.desk.engine) as conn:
        line = read_log(conn, book=EMPLOYEE)[-1]
    assert (line["action"], line["content"]) == ("approve", '{"drafts":1,"registers":1}')


def test_one_approval_does_both_and_posting_takes_the_vouchers_only(office: Office) -> None:
    office.fund()
    office.record(
        office.row("interest", amount="5.00", date="2026-01-20", key="利息-1"),
        agreement(office, key="协议-1"),
        office.row("interest", amount="6.00", date="2026-01-21", key="利息-2"),
    )
    office.desk.operator = "审核丙"
    (reviewed,) = approve(office.desk, ())
    office.desk.operator = "主管丁"
    (posted,) = post_drafts(office.desk, ())

    assert (len(reviewed.drafts), reviewed.registered) == (3, 1)
    assert [key for key, _ in posted.vouchers] == ["利息-1", "利息-2"]
    assert [entry.key for entry in entries(office)] == ["协议-1"]
    assert office.faults() == []


def test_an_unapproved_register_is_neither_posted_nor_signed(office: Office) -> None:
    office.fund()
    office.record(agreement(office, key="协议-1"))

    office.desk.operator = "主管丁"
    assert only(refusal(office, lambda: post_drafts(office.desk, ["协议-1"]))).code == (
        "NOT_APPROVED"
    )
    assert only(refusal(office, lambda: sign(office.desk, ["协议-1"]))).code == "SIGN_UNKNOWN"
    (left,) = post_drafts(office.desk, ())
    assert (left.vouchers, left.waiting) == ((), 1)


def test_registers_take_effect_in_order_of_date_and_row(office: Office) -> None:
    office.on("2026-01-31")
    office.record(
        agreement(office, key="丙", date="2026-01-20"),
        agreement(office, key="甲", date="2026-01-06", hospital=SECOND),
        agreement(office, key="乙", date="2026-01-06"),
        agreement(office, key="居", date="2026-01-06", fund="resident"),
    )
    office.approve()

    assert [(e.key, e.position) for e in entries(office)] == [("甲", 1), ("乙", 2), ("丙", 3)]
    assert [(e.key, e.position) for e in entries(office, RESIDENT)] == [("居", 1)]


def test_nobody_approves_their_own_register_and_all_is_taken_back(office: Office) -> None:
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "两岗己", ["preparer", "approver"])
    office.record(agreement(office, key="乙的"))
    from ledger.workflow.drafting.record import record

    office.desk.operator = "两岗己"
    record(office.desk, raw([agreement(office, key="己的", hospital=SECOND)], "rows.jsonl"))

    own = only(refusal(office, lambda: approve(office.desk, ["己的", "乙的"])))
    assert (own.code, own.key) == ("OWN_DRAFT", "己的")
    assert entries(office) == []
    (reviewed,) = approve(office.desk, ())
    assert ([e.key for e in entries(office)], reviewed.left) == (["乙的"], 1)


def test_a_trial_approval_leaves_nothing(office: Office) -> None:
    office.record(agreement(office, key="协议-1"))
    office.desk.operator = "审核丙"
    approve(office.desk, (), dry_run=True)
    assert entries(office) == []
    assert [draft.event.key for draft in drafts_of(office.desk)] == ["协议-1"]


def test_the_same_key_again_is_a_replay_and_with_other_words_a_conflict(office: Office) -> None:
    row = agreement(office, key="协议-1")
    office.post(row)

    again = office.record(row)
    assert [(result.key, result.replayed) for result in again.rows] == [("协议-1", True)]
    assert drafts_of(office.desk) == []
    assert refused(office, {**row, "hospital": SECOND}).code == "KEY_REUSED"
    assert len(entries(office)) == 1


def test_a_register_is_revised_and_rejected_as_a_draft(office: Office) -> None:
    office.record(agreement(office, key="协议-1"), agreement(office, key="协议-2"))
    office.desk.operator = "制单乙"
    revise(office.desk, "协议-1", {"hospital": SECOND})
    office.desk.operator = "审核丙"
    reject(office.desk, ["协议-2"], "重复")
    office.approve()

    assert [(entry.key, entry.hospital) for entry in entries(office)] == [("协议-1", SECOND)]


def test_a_register_of_a_closed_month_stands_in_the_first_open_one(office: Office) -> None:
    office.fund()
    office.on("2026-02-03")
    office.close("2026-01", book=EMPLOYEE)
    office.post(agreement(office, key="迟到", date="2026-01-20"))

    (entry,) = entries(office)
    assert (str(entry.date), str(entry.booked)) == ("2026-01-20", "2026-02-01")
    finding = refused(office, agreement(office, key="硬记", date="2026-01-20", booked="2026-01-31"))
    assert finding.code == "PERIOD_CLOSED"


def test_a_draft_of_a_register_keeps_its_month_open(office: Office) -> None:
    office.fund()
    office.record(agreement(office, key="协议-1"))
    office.on("2026-02-03")
    office.desk.operator = "主管丁"
    found = refusal(office, lambda: close_month(office.desk, "2026-01", book=EMPLOYEE))
    assert "UNPOSTED" in [finding.code for finding in found]


def test_a_seal_counts_vouchers_and_registers_apart(office: Office) -> None:
    office.fund()
    office.post(agreement(office), agreement(office, date="2026-01-30"))
    office.on("2026-02-03")
    office.post(agreement(office, date="2026-02-02"))
    (january,) = office.close("2026-01", book=EMPLOYEE)
    office.on("2026-03-03")
    (february,) = office.close("2026-02", book=EMPLOYEE)

    figures = [
        (closed.seal["vouchers"], closed.seal["events"], closed.seal["position"])
        for closed in (january, february)
    ]
    assert figures == [(1, 3, 5), (0, 1, 5)]
    assert office.faults() == []


def test_next_years_registers_begin_a_chain_of_their_own(office: Office) -> None:
    office.fund()
    office.post(agreement(office))
    office.on("2026-12-10")
    office.post(agreement(office, key="早", year="2027", date="2027-01-02"))

    assert [(e.chain_year, e.position) for e in entries(office)] == [(2026, 3), (2027, 1)]
    assert office.faults() == []


def test_a_register_neither_corrects_a_voucher_nor_is_a_special_case(office: Office) -> None:
    office.fund()
    receipt = [
        {"type": "agreement", "number": "X-1", "date": "2026-01-05"},
        {"type": "bank-receipt", "number": "R-1", "date": "2026-01-05"},
    ]
    row = agreement(office, irregular="true", summary="已签", papers=receipt)
    assert refused(office, row).code == "REGISTER_IRREGULAR"

    office.permit(FIRST, 2026)
    right = [agreement(office)]
    found = refusal(office, lambda: office.correct("allocation-2", right=right))
    assert "REGISTER_CORRECTS" in codes(found)


def test_a_register_cannot_be_corrected_but_withdrawn(office: Office) -> None:
    office.fund()
    office.post(agreement(office, key="协议-1"))

    finding = only(refusal(office, lambda: office.correct("协议-1")))
    assert finding.code == "REGISTER_CORRECTED"
    assert "withdrawal" in finding.remedy


def withdrawal(office: Office, named: str, **words: object) -> dict[str, object]:
    """Write the row of a 撤销登记."""
    return office.row("withdrawal", date="2026-01-05", event=named, reason="登记错误", **words)


def test_what_is_withdrawn_is_named_once_and_must_be_there(office: Office) -> None:
    office.fund()
    office.post(agreement(office, key="协议-1"), agreement(office, key="协议-2"))
    office.post(withdrawal(office, "协议-1", key="撤-1"))

    found = {
        key: refused(office, withdrawal(office, key)).code
        for key in ("协议-1", "没有", "allocation-2", "撤-1")
    }
    assert found == {
        "协议-1": "REGISTER_WITHDRAWN",
        "没有": "REGISTER_UNKNOWN",
        "allocation-2": "REGISTER_UNKNOWN",
        "撤-1": "REGISTER_FINAL",
    }
    other = refused(office, withdrawal(office, "协议-2", fund="resident"))
    assert other.code == "REGISTER_UNKNOWN"
    twice = refused(office, withdrawal(office, "协议-2"), withdrawal(office, "协议-2"))
    assert (twice.code, twice.row) == ("REGISTER_WITHDRAWN", 2)


def test_an_assessment_is_not_withdrawn_but_made_anew(office: Office) -> None:
    office.permit(FIRST, 2026)
    office.on("2026-02-02")
    finding = refused(office, withdrawal(office, "assessment-1"))
    assert finding.code == "REGISTER_ASSESSED"
    assert "assess run" in finding.remedy


def test_a_withdrawal_is_tested_again_when_it_is_approved(office: Office) -> None:
    office.record(agreement(office, key="协议-1"), withdrawal(office, "协议-1", key="撤-1"))
    office.desk.operator = "审核丙"
    early = only(refusal(office, lambda: approve(office.desk, ["撤-1"])))
    assert (early.code, early.key) == ("REGISTER_UNKNOWN", "撤-1")
    approve(office.desk, ())
    assert [entry.key for entry in entries(office)] == ["协议-1", "撤-1"]


def test_a_recall_has_a_trigger_that_the_policy_lists(office: Office) -> None:
    finding = refused(office, recall(office, "2026-01-05", trigger="guarantee-lost"))
    assert (finding.code, finding.clause) == ("TRIGGER_NOT_LISTED", "甘肃·六")


def test_a_recall_for_procurement_is_for_public_hospitals(office: Office) -> None:
    office.desk.operator = "制单乙"
    row = {"code": PRIVATE, "name": "示范民营医院", "ownership": "private"}
    import_hospitals(office.desk, raw([{**row, "level": "二级", "inpatient": "yes"}], "h.csv"))

    finding = refused(office, recall(office, "2026-01-05", trigger="procurement", hospital=PRIVATE))
    assert (finding.code, finding.clause) == ("TRIGGER_OWNERSHIP", "甘肃·六(八)")
    office.record(recall(office, "2026-01-05", trigger="procurement"))


def test_a_lifting_names_an_open_recall_of_the_same_hospital(office: Office) -> None:
    office.post(
        recall(office, "2026-01-05", key="收回-1"),
        recall(office, "2026-01-05", key="收回-2"),
        recall(office, "2026-01-05", key="收回-3"),
    )
    office.post(withdrawal(office, "收回-2"))

    def lift(key: str, hospital: str = SECOND) -> dict[str, object]:
        words = {"hospital": hospital, "recall": key, "reason": "已整改"}
        return office.row("recall-lift", date="2026-01-05", **words)

    office.post(lift("收回-1"))
    for row in (lift("没有"), lift("收回-3", FIRST), lift("收回-2"), lift("收回-1")):
        assert refused(office, row).code == "RECALL_UNKNOWN"
    assert refused(office, lift("收回-3"), lift("收回-3")).row == 2


def test_a_cure_names_a_special_case(office: Office) -> None:
    office.fund()
    office.post(agreement(office, key="协议-1"))
    for key, code in (
        ("没有", "EVENT_UNKNOWN"),
        ("allocation-2", "NOT_IRREGULAR"),
        ("协议-1", "NOT_IRREGULAR"),
    ):
        row = office.row("cure", date="2026-01-05", event=key, reason="已补手续")
        assert refused(office, row).code == code


def test_a_register_may_hold_any_paper_even_one_whose_amount_bounds(office: Office) -> None:
    """A court document behind a case is no use of it: a write-off may still cite it."""
    papers = [
        {"type": "court-filing", "number": "立-1", "date": "2026-01-05"},
        {"type": "court-document", "number": "判-1", "date": "2026-01-05", "amount": "9.00"},
    ]
    words = {"hospital": FIRST, "year": "2026", "court": "城关区法院", "number": "1", "amount": "9"}
    office.post(office.row("court-case", date="2026-01-05", key="案-1", papers=papers, **words))
    office.record(office.row("court-case", date="2026-01-05", key="案-2", papers=papers, **words))
    with reading(office.desk.engine) as conn:
        assert find_register(conn, EMPLOYEE, "案-1") is not None
        assert find_register(conn, EMPLOYEE, "案-2") is None
        assert list(read_books(conn)) == [EMPLOYEE, RESIDENT]
