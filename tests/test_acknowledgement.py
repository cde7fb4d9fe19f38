"""验证事项说明: what verify found of the past is explained by two people, and told from then on.

A chief approved a special case with a clock that stood before the day on which she was given
the role; nothing can be put right any more. Another chief looks at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.reports.closing.verification import verification
from ledger.workflow.close.verify import verify
from ledger.workflow.drafting.review import approve
from ledger.workflow.setup.masters import add_operator
from tests.cases import only, refusal
from tests.office import EMPLOYEE, codes
from tests.tamper import alter, behind
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Office, Row

CLERK, FORMER, OTHER = "制单乙", "审核庚", "主管辛"


@kept
def late(office: Office) -> Office:
    """Give an office in which 审核庚 approved on 12 January, and has the role since the 20th."""
    office.fund()
    office.record(office.row("interest", key="利息-1", amount="5.00", date="2026-01-11"))
    office.on("2026-01-20")
    office.desk.operator = "管理员甲"
    add_operator(office.desk, FORMER, ["approver", "chief"])
    add_operator(office.desk, OTHER, ["chief"])
    office.desk.operator = FORMER
    approve(office.desk, ["利息-1"])
    # An earlier release took the moment of a clock that was set back.
    alter(office, "UPDATE draft SET approved_at = '2026-01-12T00:00:00+08:00'")
    office.on("2026-01-21")
    office.post()
    return office


def explanation(office: Office, **words: object) -> Row:
    """Write the row of an explanation of the approval of 利息-1."""
    given = {"finding": "岗位分工", "event": "利息-1", "reason": "电脑时钟错了", "key": "说明-1"}
    return office.row("acknowledgement", date="2026-01-21", **{**given, **words})


def explain(office: Office, by: str = OTHER, **words: object) -> None:
    """Register the explanation, approved by a person."""
    office.record(explanation(office, **words))
    office.desk.operator = by
    approve(office.desk, ["说明-1"])


def test_a_past_fault_of_duties_is_explained_by_two_people_and_sound(late: Office) -> None:
    assert codes(late.faults()) == ["DUTIES"]

    explain(late)

    assert late.faults() == []
    found = [one for result in verify(late.desk) for one in result.explained]
    assert [one.told().partition("：")[2] for one in found] == [
        "审核庚 当时没有“审核”岗位（岗位：无）：电脑时钟错了（制单乙 说明，主管辛 审核）"
    ]
    report = verification(verify(late.desk))
    assert report.subtitle[0] == "全部相符，另有 1 项已说明"
    assert report.tree["sound"] is True


def test_the_remedy_of_the_finding_says_how_it_is_explained(late: Office) -> None:
    assert only(late.faults()).remedy.endswith(
        f"prepay --book {EMPLOYEE} enter 验证事项说明 --finding 岗位分工 --event 利息-1"
        " --date 2026-01-21 --reason 原因"
    )


def test_every_cover_lists_what_is_explained(late: Office) -> None:
    explain(late)
    late.on("2026-02-02")
    closed = late.close("2026-01", "2026-02")
    told = [done.remarks for done in closed if done.book.code == EMPLOYEE]
    explained = ("验证事项", "1 项已说明：岗位分工（利息-1）：电脑时钟错了")
    assert [remarks[0] for remarks in told] == [explained] * 2
    sheets = [row.cells for sheet in closing_sheets(closed) for row in sheet.rows]
    assert ("验证事项", "1 项已说明：岗位分工（利息-1）：电脑时钟错了") in sheets


def test_whoever_approved_the_fact_does_not_approve_its_explanation(late: Office) -> None:
    late.record(explanation(late))
    late.desk.operator = FORMER
    finding = only(refusal(late, lambda: approve(late.desk, ["说明-1"])))
    assert finding.code == "ACKNOWLEDGED_OWN"
    assert codes(late.faults()) == ["DUTIES"]


def test_an_explanation_wants_the_chief_and_is_never_approved_among_others(late: Office) -> None:
    late.record(explanation(late))
    late.desk.operator = "审核丙"
    assert codes(refusal(late, lambda: approve(late.desk, ["说明-1"]))) == ["IRREGULAR_CHIEF"]
    late.desk.operator = OTHER
    assert all(not done.drafts for done in approve(late.desk, ()))


def test_an_explanation_taken_back_explains_nothing(late: Office) -> None:
    explain(late)
    late.record(late.row("withdrawal", date="2026-01-21", event="说明-1", reason="查错了人"))
    late.approve()
    assert codes(late.faults()) == ["DUTIES"]


def test_what_is_not_there_is_not_explained(late: Office) -> None:
    late.desk.operator = CLERK
    row = explanation(late, event="利息-9")
    assert codes(refusal(late, lambda: late.record(row))) == ["EVENT_UNKNOWN"]


def test_a_fault_of_money_or_of_the_chain_is_never_explained(late: Office) -> None:
    explain(late)
    with behind(late) as conn:
        conn.exec_driver_sql("UPDATE leg SET amount_fen = amount_fen + 1 WHERE amount_fen = 500")
    found = set(codes(late.faults()))
    assert found >= {"TURNOVER_UNEQUAL"}
    late.desk.operator = CLERK
    row = explanation(late, finding="CHAIN_BROKEN", key="说明-2")
    assert codes(refusal(late, lambda: late.record(row))) == ["WORD_UNREADABLE"]
