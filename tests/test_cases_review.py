"""审核、修改、驳回、记账: four eyes, roles, and numbers that run 1…n without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import LedgerError
from ledger.store.engine import reading
from ledger.store.writer import read_log
from ledger.workflow.drafting.review import approve, drafts_of, reject, revise
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import add_operator
from tests.cases import only, refusal
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, codes, leaf, raw, shown

if TYPE_CHECKING:
    from tests.office import Office


def another(office: Office, name: str, *roles: str) -> None:
    """Add a person."""
    office.desk.operator = "管理员甲"
    add_operator(office.desk, name, roles)


def labels(office: Office, book: str = EMPLOYEE) -> list[str]:
    """List a book's vouchers."""
    return [voucher.label for voucher in office.vouchers(book)]


def record_as(office: Office, name: str, *rows: dict[str, object]) -> None:
    """制单 by a person of one's own choice."""
    from ledger.workflow.drafting.record import record

    office.reach(*rows)
    office.desk.operator = name
    record(office.desk, raw(rows, "rows.jsonl"))


def test_nobody_approves_their_own_draft(office: Office) -> None:
    office.fund()
    another(office, "两岗己", "preparer", "approver")
    record_as(office, "两岗己", office.pay(FIRST, "100.00", key="己的"))
    record_as(office, "制单乙", office.pay(SECOND, "100.00", key="乙的"))

    office.desk.operator = "两岗己"
    own = only(refusal(office, lambda: approve(office.desk, ["己的", "乙的"])))
    assert (own.code, own.key) == ("OWN_DRAFT", "己的")
    (reviewed,) = approve(office.desk, ())

    assert [draft.event.key for draft in reviewed.drafts] == ["乙的"]
    assert reviewed.left == 1
    waiting = {draft.event.key: draft.approved_by for draft in drafts_of(office.desk)}
    assert waiting == {"己的": "", "乙的": "两岗己"}


def test_each_act_asks_for_its_role_and_a_cashier_reviews_nothing(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "100.00", key="拨"))

    for name in ("出纳戊", "制单乙", "管理员甲"):
        office.desk.operator = name
        for act in (
            lambda: approve(office.desk, ["拨"]),
            lambda: reject(office.desk, ["拨"], "不对"),
            lambda: post_drafts(office.desk, ["拨"]),
        ):
            assert "ROLE_MISSING" in codes(refusal(office, act))
    office.desk.operator = "管理员甲"
    for role in ("approver", "poster"):

        def both(role: str = role) -> object:
            return add_operator(office.desk, "庚", ["cashier", role])

        finding = only(refusal(office, both))
        assert (finding.code, finding.clause) == (
            "CASHIER_DUTIES",
            "《会计基础工作规范》第十二条",
        )
    for name, code in (("", "OPERATOR_MISSING"), ("路人", "OPERATOR_UNKNOWN")):
        office.desk.operator = name
        assert only(refusal(office, lambda: approve(office.desk, ()))).code == code


def test_nothing_is_posted_unseen(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "100.00", key="看过"), office.pay(SECOND, "100.00", key="没看"))
    office.desk.operator = "审核丙"
    approve(office.desk, ["看过"])
    office.desk.operator = "主管丁"

    unseen = only(refusal(office, lambda: post_drafts(office.desk, ["看过", "没看"])))
    (done,) = post_drafts(office.desk, ())

    assert (unseen.code, unseen.key) == ("NOT_APPROVED", "没看")
    assert done.vouchers == (("看过", "2026-03 记-0001"),)
    assert done.waiting == 1


def test_a_revised_draft_must_be_approved_again_and_the_log_keeps_both(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "100.00", key="拨"))
    office.approve()

    office.permit(SECOND, 2026)
    office.desk.operator = "制单乙"
    revise(office.desk, "拨", {"amount": "120.00", "hospital": SECOND})

    (draft,) = drafts_of(office.desk)
    assert (draft.approved_by, draft.event.amount_fen) == ("", 12_000)
    with reading(office.desk.engine) as conn:
        line = read_log(conn, book=EMPLOYEE)[-1]
    assert (line["action"], line["operator"], line["subject"]) == ("revise", "制单乙", "拨")
    assert '"before":{"amount_fen":10000,"approved_at":' in line["content"]
    assert '"after":{"amount_fen":12000,' in line["content"]
    office.post()
    assert shown(office.vouchers()[-1])[0] == f"借 {leaf(SECOND)} 120.00"


def test_a_revision_is_tested_like_a_new_draft(office: Office) -> None:
    office.fund("500.00")
    office.record(office.pay(FIRST, "500.00", key="拨"))
    office.approve()
    office.desk.operator = "制单乙"

    for changes, code in (
        ({"amount": "500.01"}, "ACCOUNT_OVERDRAWN"),
        ({"hospital": "H1"}, "HOSPITAL_UNKNOWN"),
        ({"amount": "1.005"}, "WORD_UNREADABLE"),
    ):

        def act(changes: dict[str, str] = changes) -> object:
            return revise(office.desk, "拨", changes)

        assert code in codes(refusal(office, act))
    revise(office.desk, "拨", {"amount": "499.99"})


def test_a_rejected_draft_leaves_no_gap_and_frees_its_key(office: Office) -> None:
    office.fund()
    rows = [office.pay(FIRST, f"{n}.00", key=f"拨-{n}") for n in (1, 2, 3)]
    office.record(*rows)
    office.desk.operator = "审核丙"
    reject(office.desk, ["拨-2"], "金额不对")
    with reading(office.desk.engine) as conn:
        line = read_log(conn, book=EMPLOYEE)[-1]
    office.post()
    office.post({**rows[1], "amount": "2.50"})

    assert (line["action"], line["subject"]) == ("reject", "拨-2")
    assert "金额不对" in line["content"]
    assert labels(office)[-3:] == [f"2026-03 记-000{n}" for n in (1, 2, 3)]
    assert [voucher.key for voucher in office.vouchers()[-3:]] == ["拨-1", "拨-3", "拨-2"]


def test_a_rejection_says_why(office: Office) -> None:
    office.record(office.row("suspense", amount="5.00", to="1004", counterparty="某", key="收"))
    office.desk.operator = "审核丙"

    assert only(refusal(office, lambda: reject(office.desk, ["收"], " "))).code == "REASON_MISSING"
    assert (
        only(refusal(office, lambda: reject(office.desk, ["没有"], "错"))).code == "DRAFT_UNKNOWN"
    )


def test_numbers_follow_day_and_row_in_each_month_and_book(office: Office) -> None:
    for book in (EMPLOYEE, RESIDENT):
        office.fund(book=book)
    office.post(
        office.pay(FIRST, "1.00", day="2026-04-02", key="丁"),
        office.pay(FIRST, "2.00", day="2026-03-20", key="丙"),
        office.pay(SECOND, "3.00", day="2026-03-05", key="甲"),
        office.pay(SECOND, "4.00", day="2026-03-05", key="乙"),
        office.pay(FIRST, "5.00", day="2026-03-05", key="居", fund="resident"),
    )

    assert [(voucher.key, voucher.label) for voucher in office.vouchers()[2:]] == [
        ("甲", "2026-03 记-0001"),
        ("乙", "2026-03 记-0002"),
        ("丙", "2026-03 记-0003"),
        ("丁", "2026-04 记-0001"),
    ]
    assert labels(office, RESIDENT) == ["2026-00 期初-0001", "2026-01 记-0001", "2026-03 记-0001"]
    assert office.faults() == []


def test_what_is_irregular_is_approved_by_the_chief(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "100.00", irregular="true", summary="银行已于当日划出", key="急")
    office.record(row)

    office.desk.operator = "审核丙"
    finding = only(refusal(office, lambda: approve(office.desk, ["急"])))
    assert finding.code == "IRREGULAR_CHIEF"
    another(office, "主管辛", "approver", "chief")
    office.desk.operator = "主管辛"
    approve(office.desk, ["急"])
    office.post()

    assert office.vouchers()[-1].irregular
    assert office.vouchers()[-1].approved_by == "主管辛"


def test_a_refused_act_stands_in_the_log(office: Office) -> None:
    office.desk.operator = "出纳戊"
    with pytest.raises(LedgerError):
        approve(office.desk, ())

    with reading(office.desk.engine) as conn:
        line = read_log(conn)[-1]
    assert (line["operator"], line["action"]) == ("出纳戊", "refused")
    assert '"codes":["CASHIER_DUTIES","ROLE_MISSING"]' in line["content"]
