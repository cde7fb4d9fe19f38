"""对账总览 and 到期与风险: what a bureau head sees in five minutes, worked out on paper first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.store.engine import reading
from ledger.web.page_due import due_page
from ledger.web.page_overview import overview_page
from ledger.web.pages import Wanted
from ledger.workflow.bank.apart import approve_apart, chosen_lines, set_apart
from ledger.workflow.bank.marks import confirm
from ledger.workflow.confirm.letters import LettersAsked, send
from tests.adjustment_office import FUNDED, approved_march
from tests.bank_office import bring, freeze, match, proposals, share
from tests.confirm_office import MONTHS, YEAR_END
from tests.office import EMPLOYEE, FIRST, SECOND, Office
from tests.templates import kept
from tests.test_confirm_journal import answer

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from ledger.web.pages import PageDrawn

#: 账面余额, 对方余额, 相差, 未达待回已说明, 未查明.
FIGURES = slice(2, 7)


def asked(office: Office, **words: str) -> PageDrawn:
    """Ask for the page."""
    return overview_page(office.desk, Wanted(book=EMPLOYEE, year=2026, words=words))


def parties(drawn: PageDrawn) -> dict[str, tuple[tuple[object, ...], str, str]]:
    """Read each other party: its figures, its words, and its mark."""
    return {
        str(row.cells[0]): (row.cells[FIGURES], str(row.cells[9]), row.mark)
        for row in drawn.reports[0].rows
    }


def named(drawn: PageDrawn, title: str) -> list[Report]:
    """Give the reports of a title."""
    return [report for report in drawn.reports if title in report.title]


def test_who_has_said_nothing_is_not_taken_for_agreeing(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-04-05")
    office.post(office.pay(FIRST, "300.00"))
    found = parties(asked(office))
    assert found["支出户"][0] == (70000, None, None, None, None)
    assert found["支出户"][1].startswith("还没有导入对账单")
    assert found["医疗机构"][0] == (30000, None, None, None, None)
    assert "财政专户" not in found
    assert asked(office).reports[0].alerts == ()


def test_the_bank_has_what_the_books_have_not_until_it_is_booked(office: Office) -> None:
    """The statement ends on 1,000 − 300 + 66 = 766, our books on 1,000 − 300 − 150 = 550.

    216 = 66 that we have not booked + 150 that the bank has not paid yet; nothing is unexplained.
    """
    office.fund("1000.00")
    office.on("2026-04-05")
    office.post(office.pay(FIRST, "300.00"), office.pay(SECOND, "150.00", day="2026-03-31"))
    bring(
        office,
        (FUNDED, ("2026-03-10", "-300.00", "城关示范医院"), ("2026-03-20", "66.00", "路人")),
    )
    match(office)
    red = asked(office, month="2026-03")
    figures, told, mark = parties(red)["支出户"]
    assert figures == (55000, 76600, 21600, 21600, 0)
    assert told.startswith("未达账项 2 笔，至今未了 2 笔；对方有、本账没有的 1 笔")
    assert mark == "alert"
    assert red.reports[0].rows[0].cells[0] == "支出户"
    [items] = named(red, "未达账项")
    assert [(row.cells[2], row.mark) for row in items.rows] == [
        ("对账单 3", "alert"),
        ("2026-03 记-0002", ""),
    ]
    office.post(
        office.row("suspense", date="2026-03-20", to="1004", amount="66.00", counterparty="路人")
    )
    match(office)
    confirm(office.desk, EMPLOYEE, list(proposals(office)))
    freeze(office, "2026-03")
    figures, told, mark = parties(asked(office, month="2026-03"))["支出户"]
    assert figures == (61600, 76600, 15000, 15000, 0)
    assert (told, mark) == ("未达账项 1 笔，至今未了 1 笔", "")


def test_a_voucher_behind_an_approved_sheet_turns_it_red_and_a_new_sheet_green(
    office: Office,
) -> None:
    approved_march(office)
    office.on("2026-04-05")
    before = parties(asked(office, month="2026-03"))["支出户"]
    assert before[2] == ""
    office.post(office.pay(FIRST, "1.00", day="2026-03-30"))
    broken = parties(asked(office, month="2026-03"))["支出户"]
    assert broken[2] == "alert"
    assert "已过时" in broken[1]
    freeze(office, "2026-03")
    assert parties(asked(office, month="2026-03"))["支出户"][2] == ""
    [sheets] = named(asked(office, month="2026-03"), "余额调节表")
    assert [(row.cells[0], row.mark) for row in sheets.rows] == [
        ("2026-03", ""),
        ("2026-02", "alert"),
        ("2026-01", "alert"),
    ]


def test_other_business_of_a_shared_account_stands_on_the_books_side(office: Office) -> None:
    """The bank has 1,500; our ledger 1,000 of them, the 总账's other business the rest."""
    share(office)
    office.fund("1000.00")
    bring(office, (FUNDED,), opening="500.00")
    match(office)
    figures, _, mark = parties(asked(office, month="2026-01"))["支出户"]
    assert figures == (100000, 150000, 50000, 0, 50000)
    assert mark == "alert"
    freeze(office, "2026-01", other="500.00", paper="other:总账1月:2026-01-31")
    figures, told, mark = parties(asked(office, month="2026-01"))["支出户"]
    assert figures == (150000, 150000, 0, 0, 0)
    assert told == "总账其他业务净额 500.00 已计入账面"
    assert mark == ""


@kept
def letters(office: Office) -> Office:
    """Give an office whose letters of the year's end are out: 150,000 and nothing."""
    office.fund()
    office.on("2027-01-05")
    office.post(
        office.pay(FIRST, "600000.00"),
        office.pay(SECOND, "200000.00"),
        office.give_back(SECOND, "50000.00"),
        office.give_back(FIRST, "450000.00"),
    )
    office.close(*MONTHS, book=EMPLOYEE)
    office.desk.operator = "制单乙"
    send(office.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    office.approve()
    return office


def test_hospitals_wait_differ_and_agree(letters: Office) -> None:
    """300,000 on the books; 城关 says 50,000 where we say 150,000, 安宁 has not answered."""
    waiting = parties(asked(letters))["医疗机构"]
    assert waiting == ((30000000, 0, -30000000, -30000000, 0), "待回函 2 家", "")
    answer(letters, FIRST, "不符", amount="50000.00", reason="12月25日已还10万元")
    figures, told, mark = parties(asked(letters))["医疗机构"]
    assert figures == (30000000, 5000000, -25000000, -15000000, -10000000)
    assert (told, mark) == ("待回函 1 家，不符 1 家", "alert")
    [register] = named(asked(letters), "登记簿")
    assert len(register.rows) == 2
    # The money is found, books in January, and counts on the day the bank had it.
    letters.post(letters.give_back(FIRST, "100000.00", day="2026-12-25"))
    answer(letters, SECOND, "相符")
    figures, told, mark = parties(asked(letters))["医疗机构"]
    assert figures == (20000000, 20000000, 0, 0, 0)
    assert (told, mark) == ("相符 1 家，更正后相符 1 家", "")
    assert named(asked(letters), "登记簿") == []


def test_the_due_page_is_the_due_list_and_the_measures(letters: Office) -> None:
    drawn = due_page(letters.desk, Wanted(book=EMPLOYEE, year=2026, words={}))
    assert [report.title for report in drawn.reports] == [
        "2026-12-31 到期清单",
        "医保预付金运行监测",
    ]
    assert drawn.fields[0].value == "2026-12-31"
    late = [row for row in drawn.reports[0].rows if row.cells[3] == "返还"]
    assert {row.cells[0] for row in late} == {"已逾期"}


def test_the_pages_write_nothing(letters: Office) -> None:
    with reading(letters.desk.engine) as conn:
        before = conn.exec_driver_sql("SELECT count(*) FROM oplog").scalar()
    for page in (overview_page, due_page):
        page(letters.desk, Wanted(book=EMPLOYEE, year=2026, words={}))
    with reading(letters.desk.engine) as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM oplog").scalar() == before


def test_a_mistake_of_the_bank_stays_red_until_it_is_put_right(office: Office) -> None:
    """Set apart and approved, 800 are still the bank's to give back."""
    office.fund("1000.00")
    office.on("2026-04-05")
    bring(office, (FUNDED, ("2026-03-20", "-800.00", "路人")))
    match(office)
    office.desk.operator = "出纳戊"
    choose = chosen_lines([2], "")
    set_apart(office.desk, EMPLOYEE, "1004", choose, word="银行误收误付", reason="银行扣错")
    for person in ("", "审核丙"):
        if person:
            office.desk.operator = person
            approve_apart(office.desk, EMPLOYEE, [])
        _, told, mark = parties(asked(office, month="2026-03"))["支出户"]
        assert "至今未了 1 笔" in told
        assert mark == "alert"


def test_a_later_letter_to_one_hospital_hides_no_other_hospitals_dispute(office: Office) -> None:
    """城关 disputes June; July's letter to 安宁 alone speaks of 安宁 alone."""
    office.fund()
    office.post(office.pay(FIRST, "600000.00"), office.pay(SECOND, "200000.00"))
    june, july = date(2026, 6, 30), date(2026, 7, 31)
    for cutoff, hospitals in ((june, ()), (july, (SECOND,))):
        office.on(str(cutoff + timedelta(days=5)))
        office.desk.operator = "制单乙"
        send(office.desk, LettersAsked(cutoff=cutoff, book=EMPLOYEE, hospitals=hospitals))
        office.approve()
    words = {"cutoff": "2026-06-30", "date": "2026-08-05"}
    answer(office, FIRST, "不符", amount="50000.00", reason="已还55万元", **words)
    figures, told, mark = parties(asked(office, month="2026-08"))["医疗机构"]
    assert (figures[0], figures[4]) == (80000000, -55000000)
    assert "不符 1 家" in told
    assert mark == "alert"
