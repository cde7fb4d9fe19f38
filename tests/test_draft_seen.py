"""What is approved is what was shown: the 核对码 of drafts, and what is said where they changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.store.engine import reading, writing
from ledger.store.signing.frozen import read_frozen
from ledger.store.signing.sets import read_all_sets
from ledger.store.tables.schema_identity import frozen_draft
from ledger.store.writer import read_log
from ledger.voucher.signing.seen import awaiting, code_of_digests, code_read, seen_code
from ledger.voucher.signing.signed import APPROVE
from ledger.workflow.drafting.looked import Looked
from ledger.workflow.drafting.review import approve, due_seen, reject, revise
from ledger.workflow.drafting.seen import seen_all
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import import_hospitals
from tests.office import EMPLOYEE, FIRST, SECOND, raw
from tests.signed_office import prepared, signing_as, switch_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.basis.errors import Finding
    from ledger.voucher.draft import Draft
    from tests.office import Office


@pytest.fixture
def paying(office: Office) -> Office:
    """An office with money, two hospitals that may be paid, and one payment prepared."""
    office.fund()
    second = office.pay(SECOND, "177.00", key="另一笔")
    office.record(office.pay(FIRST, "77.00", key="拨-1"))
    assert second
    return office


def code_shown(office: Office) -> str:
    """Return the code at the end of the list of drafts."""
    return seen_code(awaiting(seen_all(office.desk)))


def refused_with(office: Office, words: Sequence[str], code: str) -> tuple[Finding, ...]:
    """Approve what was seen under a code, which must be refused."""
    office.desk.operator = "审核丙"
    with pytest.raises(Refused) as caught:
        approve(office.desk, words, looked=Looked(code=code))
    return caught.value.findings


def approved_now(office: Office) -> list[str]:
    """List the keys of drafts that are approved."""
    return [draft.event.key for draft in read_approved(office)]


def read_approved(office: Office) -> list[Draft]:
    """Read the drafts that are approved."""
    return [seen.draft for seen in seen_all(office.desk) if seen.draft.approved_by]


def test_what_was_revised_after_it_was_listed_is_not_approved(paying: Office) -> None:
    code = code_shown(paying)
    paying.desk.operator = "制单乙"
    revise(paying.desk, "拨-1", {"hospital": SECOND, "amount": "177.00"})

    for words in ((), ("拨-1",)):
        (finding,) = refused_with(paying, words, code)
        assert finding.code == "SEEN_CHANGED"
        assert "拨-1 列示之后由 制单乙 修改" in finding.message
        assert f"医疗机构 城关示范医院（{FIRST}） → 安宁示范医院（{SECOND}）" in finding.message
        assert "金额 77.00 → 177.00" in finding.message
        assert "draft list" in finding.remedy
    assert approved_now(paying) == []

    (reviewed,) = approve(paying.desk, (), looked=Looked(code=code_shown(paying)))
    assert [draft.event.key for draft in reviewed.drafts] == ["拨-1"]


def test_what_came_or_went_since_is_named(paying: Office) -> None:
    code = code_shown(paying)
    paying.record(paying.pay(SECOND, "5.00", key="拨-2"))
    (finding,) = refused_with(paying, (), code)
    assert finding.message == "拨-2 列示之后新增，金额 5.00"

    code = code_shown(paying)
    paying.desk.operator = "审核丙"
    reject(paying.desk, ["拨-1"], "录错")
    (finding,) = refused_with(paying, (), code)
    assert finding.message == "拨-1 列示之后已被审核、撤回或驳回"

    (finding,) = refused_with(paying, (), "00000-00000")
    assert "与现在的 1 笔待审核草稿不符" in finding.message


def test_a_code_of_those_named_is_of_no_others(paying: Office) -> None:
    paying.record(paying.pay(SECOND, "5.00", key="拨-2"))
    shown = {seen.draft.event.key: seen for seen in seen_all(paying.desk)}
    refused_with(paying, ["拨-1"], code_shown(paying))
    refused_with(paying, ["拨-1"], seen_code([shown["拨-2"]]))
    paying.desk.operator = "审核丙"
    approve(paying.desk, ["拨-1"], looked=Looked(code=seen_code([shown["拨-1"]])))
    assert approved_now(paying) == ["拨-1"]


def test_the_log_keeps_the_code_and_what_nobody_looked_at(paying: Office) -> None:
    paying.desk.operator = "审核丙"
    due, left = due_seen(paying.desk, ())
    assert (len(due), left) == (1, 0)
    code = seen_code(due)
    approve(paying.desk, (), looked=Looked(code=code, by_script=True))
    with reading(paying.desk.engine) as conn:
        line = read_log(conn, book=EMPLOYEE)[-1]
    assert line["action"] == "approve"
    (draft,) = read_approved(paying)
    told = {"drafts": 1, "seen": code, "unseen": 1, "unseen_at": draft.approved_at}
    assert json.loads(line["content"]) == told


def test_the_code_is_of_what_people_sign(paying: Office) -> None:
    (seen,) = seen_all(paying.desk)
    with reading(paying.desk.engine) as conn:
        frozen = read_frozen(conn, EMPLOYEE)[seen.draft.id]
    assert seen_code([seen]) == code_of_digests([frozen.parts.signed])
    assert [line.amount_fen for line in seen.lines] == [7700, 7700]
    assert seen.word("summary") in dict(frozen.public).values()


def test_a_draft_of_before_the_freezing_is_frozen_when_it_is_approved(paying: Office) -> None:
    (before,) = seen_all(paying.desk)
    with writing(paying.desk.engine, [EMPLOYEE]) as conn:
        conn.execute(sa.delete(frozen_draft))
    code = code_shown(paying)
    assert code == seen_code([before])
    paying.desk.operator = "审核丙"
    approve(paying.desk, ["拨-1"], looked=Looked(code=code))
    with reading(paying.desk.engine) as conn:
        assert read_frozen(conn, EMPLOYEE)[before.draft.id].parts == before.frozen.parts


def test_a_code_is_read_as_people_copy_it() -> None:
    code = code_of_digests(["甲", "乙"])
    assert code != code_of_digests(["乙", "甲"])
    assert code_read(code.lower().replace("-", " ")) == code
    assert code_read("７K3M9-QXAB2") == "7K3M9-QXAB2"
    assert code_read("OOI1L-QXAB2") == "00111-QXAB2"
    assert (code_read("7K3M"), code_read("7K3M9-QXABU")) == ("", "")


def test_a_set_is_signed_in_the_order_shown_and_says_what_nobody_looked_at(office: Office) -> None:
    office.fund()
    rows = [office.pay(FIRST, "77.00", key="拨-1"), office.pay(SECOND, "5.00", key="拨-2")]
    switch_on(office)
    prepared(office, *rows)
    shown = seen_all(office.desk)
    with signing_as(office, "审核丙"):
        approve(office.desk, (), looked=Looked(code=seen_code(shown), by_script=True))
    with reading(office.desk.engine) as conn:
        made = read_all_sets(conn, EMPLOYEE)
    (signed,) = [one for one in made.values() if one.act == APPROVE]
    assert signed.members() == [seen.frozen.parts.signed for seen in shown]
    assert dict(signed.pairs)["unseen"] == "2"


def test_the_closing_sheet_says_what_nobody_looked_at(office: Office) -> None:
    office.fund()
    rows = [office.pay(FIRST, "77.00", key="拨-1"), office.pay(SECOND, "5.00", key="拨-2")]
    office.record(*rows)
    third = office.pay(FIRST, "9.00", key="拨-3")
    office.desk.operator = "审核丙"
    code = seen_code(awaiting(seen_all(office.desk)))
    approve(office.desk, (), looked=Looked(code=code, by_script=True))
    office.record(third)
    office.desk.operator = "审核丙"
    approve(office.desk, (), looked=Looked(code=code_shown(office)))
    office.post()
    march = office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)[-1]
    assert ("未逐张查看", "2 张（审核丙 审核 2 张）") in march.remarks


def test_what_was_sent_back_is_looked_at_anew(paying: Office) -> None:
    """The hospital is renamed between 审核 and 记账: the old code approves nothing any more."""
    code = code_shown(paying)
    paying.approve()
    renamed = {"code": FIRST, "name": "城关新医院", "ownership": "public", "level": "二级甲等"}
    renamed |= {"inpatient": "yes", "bank_account": f"6222{FIRST[-8:]}"}
    paying.desk.operator = "制单乙"
    import_hospitals(paying.desk, raw([renamed], "改名.csv"))
    with pytest.raises(Refused):
        paying.post()
    assert approved_now(paying) == []
    (finding,) = refused_with(paying, (), code)
    assert "拨-1 列示之后因记账条件变化而不同" in finding.message
    assert "摘要 拨付城关示范医院2026年度医保预付金 → 拨付城关新医院2026年度医保预付金" in (
        finding.message
    )
    approve(paying.desk, (), looked=Looked(code=code_shown(paying)))
    paying.desk.operator = "主管丁"
    post_drafts(paying.desk, ())
