"""年度清算 and the other pages, by their figures: what the readers answer, before it is drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.formats.report import Column, Report, Row, money
from ledger.reports.clearing.settlement_terms import days_late
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import reading
from ledger.store.standing.assess import read_moved, shortfalls
from ledger.store.standing.settled import may_be_late, read_days
from ledger.web.page_due import due_page
from ledger.web.page_settlement import settlement_page
from ledger.web.page_vouchers import neighbours, vouchers_page
from ledger.web.pages import Wanted
from ledger.web.readers import pages_of
from ledger.web.report_table import Places, linked, table_of
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.web.pages import PageDrawn

DUE = date(2026, 12, 25)


@kept
def year(office: Office) -> Office:
    """Return a year: 城关 in time, 安宁 nine days late, 榆中 half paid and half still out."""
    office.fund("10000000.00")
    office.on("2026-03-31")
    office.post(
        office.pay(FIRST, "1000.00"), office.pay(SECOND, "2000.00"), office.pay(THIRD, "3000.00")
    )
    office.on("2027-01-10")
    office.post(
        office.give_back(FIRST, "1000.00", day="2026-12-25"),
        office.give_back(THIRD, "1000.00", day="2026-12-20"),
        office.give_back(SECOND, "2000.00", day="2027-01-03"),
    )
    return office


def settled(office: Office, year: int = 2026, **words: str) -> PageDrawn:
    """Ask for 年度清算."""
    return settlement_page(office.desk, Wanted(book=EMPLOYEE, year=year, words=words))


def column(report: Report, heading: str) -> list[object]:
    """Read a column of a report."""
    at = [column.heading for column in report.columns].index(heading)
    return [row.cells[at] for row in report.rows]


def test_the_terms_of_each_hospital_stand_beside_its_figures(year: Office) -> None:
    report = settled(year).reports[0]
    assert column(report, "医疗机构编码")[:3] == [FIRST, SECOND, THIRD]
    assert column(report, "实拨")[:3] == [100_000, 200_000, 300_000]
    assert column(report, "返还")[:3] == [100_000, None, 100_000]
    assert column(report, "余额") == [0, 200_000, 200_000, 400_000]
    assert column(report, "到期日")[:3] == [DUE, DUE, DUE]
    # 安宁 paid on 3 January; 榆中 still owes on 10 January.
    assert column(report, "逾期(天)")[:3] == [None, 9, 16]
    assert column(report, "到期日差额") == [None, 200_000, 200_000, 400_000]
    assert column(report, "后果")[:3] == ["", "次年减半（甘肃·四）", "次年减半（甘肃·四）"]
    told = "现逾期 1 户，至今未还 2,000.00；曾逾期、现已了结 1 户，到期日差 2,000.00"
    assert told in report.alerts
    assert [row.mark for row in report.rows] == ["", "", "alert", "total"]


def test_only_those_who_still_owe_or_were_late_are_shown_when_asked(year: Office) -> None:
    assert len(settled(year, show="left").reports[0].rows) == 3
    assert len(settled(year, show="late").reports[0].rows) == 3
    assert len(settled(year, show="nonsense").reports[0].rows) == 4


def test_the_page_tells_the_figures_of_the_report(year: Office) -> None:
    ours = settled(year).reports[0].tree
    asked = ReportAsked(book=EMPLOYEE, year=2026)
    told = draw_up(year.desk, "settlement", asked)[0].tree
    assert (ours["rows"], ours["total"]) == (told["rows"], told["total"])


def test_what_is_read_in_sums_is_what_the_vouchers_say(office: Office) -> None:
    """A red voucher counts on the day of what it corrects."""
    office.fund("10000000.00")
    office.on("2026-06-01")
    office.post(office.pay(FIRST, "1000.00", key="拨付-1"), office.pay(SECOND, "2000.00"))
    office.correct("拨付-1", day=date(2026, 6, 1))
    office.post()
    with reading(office.desk.engine) as conn:
        moved = read_moved(conn, EMPLOYEE, base="1101.01", year=2026)
        days = read_days(conn, EMPLOYEE, base="1101.01", year=2026)
        named = may_be_late(conn, EMPLOYEE, base="1101.01", year=2026, deadline=DUE)
    sums: dict[date, int] = {}
    for one in moved:
        day = date.fromisoformat(one.day)
        sums[day] = sums.get(day, 0) + one.net_fen
    assert days == [(date(2026, 3, 10), 200_000)]
    assert days == sorted((day, fen) for day, fen in sums.items() if fen)
    assert set(shortfalls(moved, DUE)) <= set(named)


def test_the_line_of_what_is_out_goes_by_weeks_to_the_end(year: Office) -> None:
    chart = settled(year).chart
    assert chart is not None
    assert chart.deadline == DUE
    points = chart.lines[0].points
    assert points[0] == (date(2026, 1, 1), 0)
    assert dict(points)[date(2026, 3, 12)] == 600_000
    assert points[-1] == (date(2026, 12, 31), 400_000)


@pytest.mark.parametrize(
    ("moves", "days", "cleared"),
    [
        ([("2026-03-01", 100), ("2026-12-25", -100)], 0, "2026-12-25"),
        ([("2026-03-01", 100), ("2026-12-26", -100)], 1, "2026-12-26"),
        ([("2026-03-01", 100), ("2026-12-20", -99)], 31, None),
        ([("2026-03-01", 100), ("2027-01-04", -60), ("2027-01-05", -40)], 11, "2027-01-05"),
        ([("2026-03-01", 100), ("2026-06-01", -100), ("2026-07-01", 50)], 31, None),
        ([], 0, None),
    ],
)
def test_days_run_from_the_deadline_to_the_last_clearing(
    moves: list[tuple[str, int]], days: int, cleared: str | None
) -> None:
    steps = [(date.fromisoformat(day), fen) for day, fen in moves]
    found = days_late(steps, due=DUE, today=date(2027, 1, 25))
    assert found == (days, date.fromisoformat(cleared) if cleared else None)


def test_a_voucher_is_found_by_its_number_or_its_key_and_knows_its_neighbours(
    year: Office,
) -> None:
    def page(word: str) -> PageDrawn:
        return vouchers_page(year.desk, Wanted(book=EMPLOYEE, year=2026, words={"voucher": word}))

    shown = page("2026-03 记-0002")
    assert shown.reports == page(year.vouchers()[3].key).reports
    assert [name for name, _ in shown.links] == ["本月凭证", "上一张", "下一张"]
    assert f"链值（SHA-256）：{year.vouchers()[3].link}" in shown.reports[0].notes
    with pytest.raises(Refused) as refused:
        page("2026-03 记-0099")
    assert codes(refused.value.findings) == ["VOUCHER_UNKNOWN"]


@pytest.mark.parametrize("digits", [10, 20, 5000])
def test_a_number_that_no_voucher_can_have_is_a_voucher_that_is_not_there(
    year: Office, digits: int
) -> None:
    words = {"voucher": f"2026-03 记-{'9' * digits}"}
    with pytest.raises(Refused) as refused:
        vouchers_page(year.desk, Wanted(book=EMPLOYEE, year=2026, words=words))
    assert codes(refused.value.findings) == ["VOUCHER_UNKNOWN"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("9999-12-31", "2027-12-31"),
        ("2028-01-01", "2027-12-31"),
        ("2027-12-31", "2027-12-31"),
        ("2026-04-30", "2026-04-30"),
        ("2026-01-01", "2026-01-01"),
        ("2025-12-31", "2026-01-01"),
        ("0001-01-01", "2026-01-01"),
        ("", "2026-12-31"),
    ],
)
def test_what_is_due_is_asked_from_the_books_first_day_to_the_end_of_next_year(
    year: Office, asked: str, shown: str
) -> None:
    """The book begins in January 2026; its year 2026 is open, and today is 10 January 2027."""
    drawn = due_page(year.desk, Wanted(book=EMPLOYEE, year=2026, words={"day": asked}))
    assert drawn.fields[0].value == shown
    assert drawn.reports


def test_neighbours_go_on_over_the_months() -> None:
    months = [("2026-00", 1, 2), ("2026-03", 1, 2)]
    assert neighbours(months, "2026-03", 1) == [
        ("上一张", {"voucher": "2026-00 期初-0002"}),
        ("下一张", {"voucher": "2026-03 记-0002"}),
    ]
    assert neighbours(months, "2026-00", 1) == [("下一张", {"voucher": "2026-00 期初-0002"})]
    assert neighbours(months, "2026-05", 1) == []


def test_the_vouchers_of_a_month_are_listed_the_newest_first_chosen(year: Office) -> None:
    drawn = vouchers_page(year.desk, Wanted(book=EMPLOYEE, year=2026, words={}))
    assert drawn.fields[0].value == "2026-12"
    assert len(drawn.reports[0].rows) == 2


def test_a_book_without_anything_has_pages_too(office: Office) -> None:
    pages = pages_of(office.desk)
    for name, read in pages.readers.items():
        assert read(Wanted(book=EMPLOYEE, year=2026, words={})).reports, name


def test_a_report_is_laid_out_with_its_totals_below_and_its_words_escaped() -> None:
    report = Report(
        title="表",
        subtitle=(),
        columns=(
            Column(heading="医疗机构编码", shown="file"),
            Column(heading="医疗机构"),
            money("余额"),
        ),
        rows=(
            Row(cells=(FIRST, "<b>甲</b>", -5)),
            Row(cells=(SECOND, "乙", 123_456)),
            Row(cells=("", "合计", 123_451), mark="total"),
        ),
        alerts=("见 2026-03 记-0007",),
        tree={},
    )
    table = table_of(report, Places(base="/甲/", accounts={}))
    assert table.sorts
    assert '<td class="name">&lt;b&gt;甲&lt;/b&gt;<small>H62010000001</small></td>' in table.rows
    assert '<td class="num red">-0.05</td>' in table.rows
    assert "合计" in table.foot
    assert "合计" not in table.rows
    assert [text for text, _ in table.alerts[0]] == ["见 ", "2026-03 记-0007"]
    assert table.alerts[0][1][1].startswith("/甲/extension/Vouchers/?voucher=2026-03")


def test_an_account_keeps_its_colons_in_its_address() -> None:
    places = Places(base="/x/", accounts={"1004": "A资产:1004-支出户存款"})
    assert linked("1004 支出户存款", places)[0][1].count(":") == 1
    assert linked("1005 别的", places) == (("1005 别的", ""),)
