"""同一登录: the log keeps who was logged in at which machine; what two people made from one is told.

制单乙 records 100 万 of 拨入 for January, 审核丙 approves it: at a computer of her own, or at his.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis import station
from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.reports.closing.oplog import oplog
from ledger.reports.closing.verification import verification
from ledger.store.engine import reading
from ledger.store.proof.proof import read_seals
from ledger.voucher.one_login import from_one_login
from ledger.web.page_closing import sheet_of
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import book_of
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from tests.office import EMPLOYEE, codes
from tests.signed_office import all_sign
from tests.tamper import alter

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from tests.office import Office

HIS, HERS = "制单乙@三楼", "审核丙@四楼"
TOLD = f"1 件由制单乙制单、审核丙审核，都出自 {HIS}（拨入1）"


def january(office: Office, prepared: str, approved: str) -> Report:
    """Play January, each act at its machine, and give the closing sheet."""
    office.desk.station = prepared
    office.record(office.row("allocation", key="拨入1", date="2026-01-10", amount="1000000.00"))
    office.desk.operator, office.desk.station = "审核丙", approved
    approve(office.desk, ())
    office.desk.operator, office.desk.station = "主管丁", "主管丁@二楼"
    post_drafts(office.desk, ())
    (closed,) = office.close("2026-01", book=EMPLOYEE)
    (sheet,) = closing_sheets([closed])
    return sheet


def lines_of(report: Report) -> list[dict[str, object]]:
    """Read the lines of a report, each by its headings."""
    headings = [column.heading for column in report.columns]
    return [dict(zip(headings, row.cells, strict=True)) for row in report.rows]


def remarks(sheet: Report) -> list[object]:
    """List what a closing sheet says of 同一登录."""
    return [line["内容"] for line in lines_of(sheet) if line["项目"] == "同一登录"]


@pytest.mark.parametrize(
    ("prepared", "approved", "told"), [(HIS, HIS, [TOLD]), (HIS, HERS, []), ("", "", [])]
)
def test_the_closing_sheet_tells_what_two_people_made_from_one_login(
    office: Office, prepared: str, approved: str, told: list[str]
) -> None:
    assert remarks(january(office, prepared, approved)) == told
    with reading(office.desk.engine) as conn:
        book = book_of(conn, EMPLOYEE)
        (seal,) = read_seals(conn, EMPLOYEE)
        assert remarks(sheet_of(conn, book, seal)) == told, "drawn anew on the web, too"


def test_verify_notes_it_and_the_books_are_sound_all_the_same(office: Office) -> None:
    january(office, HIS, HIS)
    report = verification(verify(office.desk, book=EMPLOYEE))
    assert (report.subtitle, report.notes) == (("全部相符",), (f"{EMPLOYEE} {TOLD}",))
    (check,) = [one for one in report.tree["checks"] if one["id"] == "logins"]  # type: ignore[attr-defined]
    assert (check["ok"], check["noted"]) == (True, [TOLD])


def test_a_log_that_cannot_be_read_is_found(office: Office) -> None:
    january(office, HIS, HIS)
    alter(office, "UPDATE oplog SET content = '[' WHERE action = 'approve'")
    found = {result.id: codes(result.findings) for result in verify(office.desk, book=EMPLOYEE)}
    assert found["logins"] == ["ROW_UNREADABLE"]


def test_every_act_says_in_the_log_where_it_was_done(office: Office) -> None:
    january(office, HIS, HERS)
    report = oplog(office.desk, EMPLOYEE, person="", since="", until="", words="")
    told = {(line["操作"], line["来自"]) for line in lines_of(report)}
    assert {("制单", HIS), ("审核", HERS), ("记账", "主管丁@二楼")} <= told
    found = oplog(office.desk, EMPLOYEE, person="", since="", until="", words=HERS)
    assert [line["操作"] for line in lines_of(found)] == ["审核"]


def test_what_was_settled_for_the_office_is_told_in_chinese(office: Office) -> None:
    office.desk.station = HIS
    all_sign(office)
    report = oplog(office.desk, "-", person="", since="", until="", words="头两人")
    told = lines_of(report)[0]
    assert (told["对象"], told["来自"]) == ("管理员甲", HIS)
    assert str(told["内容"]).startswith("密钥；来由 头两人互相登记；指纹 ")
    assert "；提出人：" in str(told["内容"])


def test_a_line_that_does_not_say_where_leaves_it_unknown() -> None:
    """As of an earlier release: what came later from one login does not stand for it."""
    fact = {"key": "拨1", "prepared_by": "甲", "prepared_at": "01", "approved_by": "乙"}
    lines = [
        {"operator": "甲", "at": "01", "action": "record", "content": "{}"},
        {"operator": "乙", "at": "02", "action": "refused", "content": '{"station": "此机"}'},
        {"operator": "乙", "at": "03", "action": "approve", "content": '{"station": "此机"}'},
        {"operator": "甲", "at": "04", "action": "record", "content": '{"station": "此机"}'},
    ]
    assert from_one_login([fact | {"approved_at": "03"}], lines) == []
    later = fact | {"prepared_at": "04", "approved_at": "03"}
    (found,) = from_one_login([later, later, later, later], lines)
    assert found.told() == "4 件由甲制单、乙审核，都出自 此机（拨1、拨1、拨1 等）"
    assert from_one_login([fact | {"approved_at": "05"}], lines) == [], "no line at all"


def test_the_login_of_the_terminal_comes_before_what_a_variable_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("platform.node", lambda: "三楼电脑")
    monkeypatch.setattr("os.getlogin", lambda: "shen")
    monkeypatch.setenv("LOGNAME", "cheng")
    assert station.station_here() == "shen@三楼电脑"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("os.getlogin", nobody)
    assert station.station_here() == "cheng@三楼电脑"
    monkeypatch.setattr("getpass.getuser", nobody)
    monkeypatch.setattr("platform.node", lambda: "")
    assert station.station_here() == "?@?"
