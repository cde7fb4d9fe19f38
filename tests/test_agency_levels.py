"""上下级: what a city passes down is what its county owes it; a county may not use 1003."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger.formats.journals.beancount_names import account_name
from ledger.intake.template_file import example_of
from ledger.masters.chart import Account, Leaf
from ledger.masters.chart_file import load_chart
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import balance_rows
from tests.cases import only, posted, refused
from tests.office import FIRST, SECOND, codes
from tests.two_levels import (
    CITY,
    CITY_BOOK,
    COUNTY,
    COUNTY_BOOK,
    HELD,
    OWED,
    balances,
    city,
    county,
    down,
    open_two_levels,
    pairs,
    received,
    sent_back,
    tie,
    up,
)

if TYPE_CHECKING:
    from tests.office import Office

MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))


def test_money_passed_down_stands_in_1101_by_lower_area_and_year(office: Office) -> None:
    open_two_levels(office)

    assert posted(
        office,
        down(office, "5000000.00", "2026-02-10"),
        up(office, "1500000.00", "2026-12-20"),
        book=CITY_BOOK,
    ) == [
        (
            "下拨甘州区经办机构2026年度医保预付金",
            [f"借 {HELD} 5,000,000.00", "贷 1003 5,000,000.00"],
        ),
        (
            "收回下拨甘州区经办机构的2026年度医保预付金",
            ["借 1003 1,500,000.00", f"贷 {HELD} 1,500,000.00"],
        ),
    ]


def test_a_lower_agency_is_named_by_its_area_or_by_its_code(office: Office) -> None:
    open_two_levels(office)
    office.post(
        down(office, "100.00", "2026-02-10"),
        down(office, "200.00", "2026-02-11", lower_area="620721"),
    )

    with reading(office.desk.engine) as conn:
        rows = balance_rows(conn, read_books(conn)[CITY_BOOK], first="2026-02", last="2026-02")

    assert [row.leaf.name for row in rows if row.leaf.account.code.startswith("1101.03")] == [
        "暂付款-拨付下级经办机构-甘州区-2026年",
        "暂付款-拨付下级经办机构-620721-2026年",
    ]


def test_the_chart_spells_and_reads_area_before_year() -> None:
    chart = load_chart()["employee"]
    account = Account(code=HELD, base="1101.03", counterparty=COUNTY, year=2026)

    assert chart.leaf("lower_agency", counterparty=COUNTY, year=2026) == account
    assert chart.account(HELD) == account
    assert account_name(chart, Leaf(account=account, holder="甘州区", name="")) == (
        "A资产:1101-暂付款:03-拨付下级经办机构:620702-甘州区:2026"
    )


def test_through_a_year_the_county_owes_what_the_city_passed_down(office: Office) -> None:
    open_two_levels(office)
    office.on("2027-01-05")
    office.post(
        down(office, "5000000.00", "2026-02-10"),
        received(office, "5000000.00", "2026-02-10"),
        down(office, "1000000.00", "2026-08-05"),
        received(office, "1000000.00", "2026-08-05"),
        sent_back(office, "4000000.00", "2026-12-30"),
        up(office, "4000000.00", "2026-12-30"),
    )
    for month in MONTHS:
        assert all(pair["result"] == "equal" for pair in pairs(tie(office, period=month))), month
    for book in (CITY_BOOK, COUNTY_BOOK):
        office.close(*MONTHS, book=book)
        office.close_year_of(book, 2026)

    assert balances(office, CITY_BOOK, "2027-01")[HELD] == "2000000.00"
    assert balances(office, COUNTY_BOOK, "2027-01")[OWED] == "-2000000.00"
    assert [pair["upper_balance"] for pair in pairs(tie(office, period="2027-01"))] == [
        "2000000.00"
    ]
    assert [*office.faults(CITY_BOOK), *office.faults(COUNTY_BOOK)] == []


def test_more_cannot_come_back_than_was_passed_down(office: Office) -> None:
    open_two_levels(office)
    office.post(down(office, "300000.00", "2026-02-10"))

    wrong = only(refused(office, up(office, "300000.01", "2026-03-10")))

    assert (wrong.code, wrong.field) == ("EXCEEDS_PASSED_DOWN", "amount 金额")
    for words in ("甘州区", COUNTY, "2026年度", "300,000.00", "0.01"):
        assert words in wrong.message
    other_year = only(refused(office, up(office, "1.00", "2026-03-10", year="2025")))
    assert other_year.code == "EXCEEDS_PASSED_DOWN"


@pytest.mark.parametrize("area", [CITY, "62070", "甘州区"])
def test_a_lower_area_is_another_area_of_six_digits(office: Office, area: str) -> None:
    open_two_levels(office)
    row = down(office, "1.00", "2026-02-10", lower_area=area)
    assert "LOWER_AREA" in codes(refused(office, row))


@pytest.mark.parametrize("area", [COUNTY, "6207"])
def test_an_upper_area_is_another_area_of_six_digits(office: Office, area: str) -> None:
    open_two_levels(office)
    row = received(office, "1.00", "2026-02-10", upper_area=area)
    assert "UPPER_AREA" in codes(refused(office, row))


def test_a_pass_down_to_the_wrong_county_is_corrected_in_red_and_blue(office: Office) -> None:
    open_two_levels(office)
    office.on("2026-03-05")
    office.post(down(office, "100.00", "2026-02-10", key="下拨-1", lower_area="620721"))

    office.correct("下拨-1", right=[{"lower_area": COUNTY}], book=CITY_BOOK)
    office.post()

    assert balances(office, CITY_BOOK, "2026-12") == {HELD: "100.00", "1003": "-100.00"}


def test_a_wrong_amount_passed_down_takes_a_difference_voucher(office: Office) -> None:
    open_two_levels(office)
    office.on("2026-03-05")
    office.post(down(office, "100.00", "2026-02-10", key="下拨-1"))

    office.correct("下拨-1", right=[{"amount": "90.00"}], book=CITY_BOOK, form="difference")
    office.post()

    assert balances(office, CITY_BOOK, "2026-12") == {HELD: "90.00", "1003": "-90.00"}


def barred_rows(office: Office) -> dict[str, dict[str, object]]:
    """Write every kind of row that can name 1003, in the county's book."""
    day, back = "2026-03-10", {"hospital": FIRST, "year": "2026", "to": "1003"}
    held = {"counterparty": SECOND}
    return {
        "期初": county(office, "opening-balance", "1", "2026-01-01", account="1003"),
        "拨入": county(office, "allocation", "1", day, **{"from": "1003"}),
        "上解": county(office, "remittance", "1", day, to="1003"),
        "返还": county(office, "repayment", "1", day, **back, reason="直接缴入财政专户"),
        "退汇": county(office, "payment-return", "1", day, **back, disbursement="拨-1"),
        "核销后收回": county(office, "recovery", "1", day, **back),
        "暂收": county(office, "suspense", "1", day, to="1003", **held),
        "退暂收": county(office, "suspense-out", "1", day, refund="是", **{"from": "1003"}, **held),
        "下拨": county(
            office, "pass-down", "1", day, lower_area="620799", year="2026", **{"from": "1003"}
        ),
        "收回下拨": county(
            office, "pass-up", "1", day, lower_area="620799", year="2026", to="1003"
        ),
    }


def test_a_county_may_not_use_1003_for_anything(office: Office) -> None:
    open_two_levels(office)
    for name, row in barred_rows(office).items():
        barred = [f for f in refused(office, row) if f.code == "FISCAL_ACCOUNT_BARRED"]
        assert len(barred) == 1, name
        assert "张掖" in barred[0].clause
        assert "1003 财政专户存款" in barred[0].message
        assert barred[0].field


def test_a_county_may_not_pay_a_hospital_from_1003(office: Office) -> None:
    """T7."""
    open_two_levels(office)
    row = office.pay(FIRST, "1.00", area=COUNTY, permitted=False, **{"from": "1003"})
    (wrong,) = [f for f in refused(office, row) if f.code == "PAY_ACCOUNT"]
    assert "1003 财政专户" in wrong.message
    assert "张掖" in wrong.clause


def test_the_citys_own_book_may_use_1003(office: Office) -> None:
    open_two_levels(office)
    assert posted(
        office,
        city(office, "opening-balance", "100.00", "2026-01-01", account="1003"),
        city(office, "allocation", "60.00", "2026-01-10"),
        book=CITY_BOOK,
    )
    assert balances(office, CITY_BOOK, "2026-01")["1003"] == "40.00"


def test_a_county_is_asked_what_stands_in_for_1003_before_its_first_allocation(
    office: Office,
) -> None:
    open_two_levels(office, chosen=False)
    asked = only(refused(office, received(office, "1.00", "2026-02-10")))
    assert asked.code == "CHOICE_MISSING"
    assert "prepay policy choose county_counter upper_agency" in asked.remedy


def test_a_lower_agency_is_no_hospital_in_the_open_items_and_the_settlement(
    office: Office,
) -> None:
    open_two_levels(office)
    office.post(down(office, "500.00", "2026-02-10"))

    for name in ("open-items", "settlement"):
        (report,) = draw_up(office.desk, name, ReportAsked(book=CITY_BOOK, period="2026-02"))
        assert report.alerts == ()
        assert COUNTY not in json.dumps(report.tree, default=str)
        assert "1101.01 医保预付金" in report.notes[0]


def test_the_account_books_of_a_lower_agency_carry_its_name(office: Office) -> None:
    open_two_levels(office)
    office.post(down(office, "500.00", "2026-02-10"))
    asked = ReportAsked(book=CITY_BOOK, period="2026-02", account="1101.03")

    (page,) = draw_up(office.desk, "subledger", asked)
    (ledger,) = draw_up(office.desk, "general-ledger", asked)

    assert any("暂付款-拨付下级经办机构-甘州区-2026年" in line for line in page.subtitle)
    assert "暂付款-拨付下级经办机构" in json.dumps(ledger.tree, ensure_ascii=False, default=str)


def test_the_templates_show_how_a_lower_area_is_written() -> None:
    assert example_of("pass-down")["lower_area"] == example_of("pass-up")["lower_area"] == COUNTY


def test_what_follows_from_a_refused_pass_down_is_no_fault_of_its_own(office: Office) -> None:
    open_two_levels(office)
    wrong = down(office, "100.00", "2026-02-10", papers=[])

    findings = refused(office, wrong, up(office, "100.00", "2026-03-10"))

    assert codes(findings) == ["PAPER_MISSING"]


def test_a_pass_down_is_entered_by_hand(office: Office) -> None:
    open_two_levels(office)
    url = office.desk.engine.url.render_as_string(hide_password=False)
    words = {"date": "2026-02-10", "lower-area": COUNTY, "year": "2026", "amount": "500.00"}
    options = [part for name, word in words.items() for part in (f"--{name}", word)]
    acting = ["--database", url, "--as", "制单乙", "--book", CITY_BOOK, "enter", "pass-down"]
    paper = ["--from", "1003", "--paper", "bank-receipt:单-1:2026-02-10"]

    done = CliRunner().invoke(main, [*acting, *options, *paper])

    assert done.exit_code == 0, done.stderr
    assert "暂付款-拨付下级经办机构-甘州区-2026年" in done.stdout


def test_a_book_that_starts_later_brings_in_what_stands_between_two_agencies(
    office: Office,
) -> None:
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            counterparty="620702",
            year="2025",
            amount="500.00",
        ),
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="2001",
            counterparty="620700",
            amount="300.00",
        ),
    )

    assert office.balance("1101.03.620702.2025", "2026-01") == "500.00"
    assert office.balance("2001.02.620700", "2026-01") == "-300.00"
    assert office.faults() == []
