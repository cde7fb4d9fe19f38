"""`draft show`: the voucher as it will be, what was checked, and what only a person can look at."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.vouchers.draft_page import draft_pages
from ledger.store.engine import reading
from ledger.store.writer import read_log
from ledger.workflow.drafting.looked import Looked
from ledger.workflow.drafting.review import approve, drafts_of, revise
from ledger.workflow.drafting.show import show_drafts
from ledger.workflow.drafting.withdraw import withdraw
from ledger.workflow.setup.masters import add_operator, import_hospitals
from tests.office import EMPLOYEE, FIRST, SECOND, leaf, raw
from tests.signed_office import signing_as, switch_on
from tests.special import opened, wrongly_paid

if TYPE_CHECKING:
    from typing import Any

    from ledger.formats.report import Report
    from tests.office import Office


def page_of(office: Office, *words: str) -> Report:
    """Return the one page of a draft."""
    (page,) = draft_pages(show_drafts(office.desk, words))
    return page


def tree_of(office: Office, *words: str) -> Any:
    """Return what programs get of one draft."""
    return page_of(office, *words).tree


def test_a_payment_is_shown_as_the_voucher_that_it_will_be(office: Office) -> None:
    office.fund("1000.00")
    office.record(office.pay(FIRST, "77.00", key="拨-1", day="2026-03-10"))
    page = page_of(office, "拨-1")
    head = "　".join(page.subtitle)
    for told in ("业务：拨付　编号：拨-1", "记账日期：2026-03-10", f"城关示范医院（{FIRST}）"):
        assert told in head
    tree = tree_of(office, "拨-1")
    assert [(line["account"], line["side"], line["amount"]) for line in tree["lines"]] == [
        (leaf(FIRST), "debit", "77.00"),
        ("1004", "credit", "77.00"),
    ]
    assert [line["balance_after"] for line in tree["lines"]] == ["77.00", "923.00"]
    assert [paper["type"] for paper in tree["papers"]] == ["payment-order", "bank-receipt"]
    assert "核定金额、预付条件、协议、停拨、期限和收款账户" in tree["checked"]
    assert tree["to_look_at"][0] == "印章和签字"
    assert "没有扫描件，须看原件：支付指令" in tree["to_look_at"][1]
    assert tree["to_look_at"][2] == "审批手续"
    assert (tree["refused"], tree["changed"]) == ([], [])


def test_the_code_of_the_page_approves_that_draft_and_no_other(office: Office) -> None:
    office.fund()
    rows = [office.pay(FIRST, "77.00", key="拨-1"), office.pay(SECOND, "5.00", key="拨-2")]
    office.record(*rows)
    shown = show_drafts(office.desk, ["拨-1"])
    assert f"prepay approve 拨-1 --seen {shown.code}" in draft_pages(shown)[-1].notes[-1]
    office.desk.operator = "审核丙"
    with pytest.raises(Refused):
        approve(office.desk, ["拨-2"], looked=Looked(code=shown.code))
    (reviewed,) = approve(office.desk, ["拨-1"], looked=Looked(code=shown.code))
    assert [draft.event.key for draft in reviewed.drafts] == ["拨-1"]


def test_balances_count_what_waits_before_it(office: Office) -> None:
    office.fund("1000.00")
    office.record(office.pay(FIRST, "77.00", key="拨-1"))
    office.record(office.pay(FIRST, "23.00", key="拨-2"))
    lines = tree_of(office, "拨-2")["lines"]
    assert [line["balance_after"] for line in lines] == ["100.00", "900.00"]
    assert [line["balance_after"] for line in tree_of(office, "拨-1")["lines"]] == [
        "77.00",
        "923.00",
    ]


def test_a_correction_stands_over_the_voucher_that_it_corrects(office: Office) -> None:
    office.fund()
    (posted,) = office.post(office.pay(FIRST, "77.00", key="拨-1"))
    label = posted.vouchers[0][1]
    office.correct(label, right=[{"hospital": SECOND}])
    keys = [draft.event.key for draft in drafts_of(office.desk, EMPLOYEE)]
    red, blue = draft_pages(show_drafts(office.desk, keys[:1]))
    for page, form in ((red, "红字"), (blue, "蓝字")):
        assert page.alerts[0].startswith(f"【{form}凭证】")
        assert label in page.alerts[0]
        cells = ["　".join(map(str, row.cells)) for row in page.rows]
        assert any(f"原凭证 {label}" in line for line in cells)
        assert any(note.startswith("原附件1：") for note in page.notes)
    assert red.tree["corrects"]["voucher"] == label  # type: ignore[index]
    assert not any("核对码" in note for note in red.notes)
    assert any(note.startswith("核对码（以上待审核 2 笔）") for note in blue.notes)


def test_a_register_says_its_words(office: Office) -> None:
    office.record(office.row("application", date="2026-01-05", hospital=FIRST, year="2026"))
    (draft,) = drafts_of(office.desk)
    page = page_of(office, draft.event.key)
    assert page.title == "登记事项（待审核）"
    words = {str(row.cells[1]): str(row.cells[2]) for row in page.rows}
    assert words["日期"] == "2026-01-05"
    assert page.tree["register"] is True
    assert page.tree["lines"] == []


def test_what_would_be_posted_otherwise_today_is_said_on_the_page(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "77.00", key="拨-1"))
    before = page_of(office, "拨-1")
    renamed = {"code": FIRST, "name": "城关新医院", "ownership": "public", "level": "二级甲等"}
    renamed |= {"inpatient": "yes", "bank_account": f"6222{FIRST[-8:]}"}
    import_hospitals(office.desk, raw([renamed], "改名.csv"))
    page = page_of(office, "拨-1")
    (changed,) = [alert for alert in page.alerts if alert.startswith("【与制单时不同】摘要")]
    assert "拨付城关示范医院2026年度医保预付金" in changed
    assert "拨付城关新医院2026年度医保预付金" in changed
    assert page.rows[0].cells == before.rows[0].cells, "what was frozen is what is approved"


def test_a_draft_that_nobody_knows_is_refused(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        show_drafts(office.desk, ["没有"])
    assert caught.value.findings[0].code == "DRAFT_UNKNOWN"


def test_the_preparer_takes_a_draft_back_and_its_key_is_free_again(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "77.00", key="拨-1")
    office.record(row)
    office.approve()
    office.desk.operator = "制单乙"
    assert [one.event.key for one in withdraw(office.desk, ["拨-1"], dry_run=True)] == ["拨-1"]
    assert len(drafts_of(office.desk)) == 1
    (taken,) = withdraw(office.desk, ["拨-1"])
    assert taken.approved_by == "审核丙"
    assert drafts_of(office.desk) == []
    with reading(office.desk.engine) as conn:
        line = read_log(conn, book=EMPLOYEE)[-1]
    assert (line["action"], line["subject"]) == ("withdraw", "拨-1")
    assert '"amount_fen":7700' in line["content"]
    office.record(row)
    assert [one.event.key for one in drafts_of(office.desk)] == ["拨-1"]


def test_nobody_takes_back_what_another_has_prepared(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "77.00", key="拨-1"))
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "制单二", ("preparer",))
    office.desk.operator = "制单二"
    with pytest.raises(Refused) as caught:
        withdraw(office.desk, ["拨-1"])
    assert caught.value.findings[0].code == "DRAFT_OTHERS"
    assert len(drafts_of(office.desk)) == 1


def test_a_special_case_says_which_rules_it_goes_against(office: Office) -> None:
    opened(office)
    office.record(wrongly_paid(office, "拨-9", "100000.01"))
    alerts = page_of(office, "拨-9").alerts
    assert alerts[0].startswith("【特殊情况】先有收付、后补手续")
    assert any(alert.startswith("【违反】甘肃·三：") and "超出 0.01" in alert for alert in alerts)


def test_a_withdrawal_stands_over_what_it_withdraws(office: Office) -> None:
    stop = {"date": "2026-02-01", "hospital": FIRST, "switch": "on", "key": "停-1"}
    office.record(office.row("payment-stop", **stop))
    office.approve()
    words = {"date": "2026-02-03", "event": "停-1", "reason": "登记错了机构", "key": "撤-1"}
    office.record(office.row("withdrawal", **words))
    page = page_of(office, "撤-1")
    told = ["　".join(map(str, row.cells)) for row in page.rows]
    place = next(place for place, line in enumerate(told) if "原登记" in line and "停-1" in line)
    assert place > 0
    assert len(told) > place + 1
    assert page.tree["withdraws"]["key"] == "停-1"  # type: ignore[index]


def test_a_scan_is_told_by_its_digest_and_whether_it_is_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    office.fund()
    (office.folder / "回单.pdf").write_bytes(b"%PDF-1.4")
    digest = hashlib.sha256(b"%PDF-1.4").hexdigest()
    row = office.pay(FIRST, "77.00", key="拨-1")
    papers = row["papers"]
    assert isinstance(papers, list)
    papers[1] |= {"file": str(office.folder / "回单.pdf")}
    office.record(row)
    page = page_of(office, "拨-1")
    assert any(f"扫描件 {digest[:12]}…" in note for note in page.notes)
    assert "须看原件：支付指令" in page.paragraphs[1]
    assert "银行回单 " not in page.paragraphs[1].split("审批手续")[0]
    assert page.tree["papers"][1]["file"] == digest  # type: ignore[index]
    next((office.desk.folder() / "papers").iterdir()).unlink()
    assert any("（文件不在）" in note for note in page_of(office, "拨-1").notes)


def test_a_draft_that_its_preparer_has_not_signed_says_so(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "77.00", key="拨-1"))
    switch_on(office)
    (alert,) = [one for one in page_of(office, "拨-1").alerts if one.startswith("【现在不能办】")]
    assert "制单人 制单乙 还没有签名，不能审核" in alert
    with signing_as(office, "制单乙"):
        revise(office.desk, "拨-1", {"amount": "78.00"})
    assert not any("还没有签名" in one for one in page_of(office, "拨-1").alerts)
