"""附注 of 医保预付金: what it is made of and how it moved, month by month, proved against 1101."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import parse_fen, yuan
from ledger.formats.files import csv_text
from ledger.formats.terminal import save_all
from tests.clearing_year import drawn, told
from tests.office import FIRST, SECOND, codes
from tests.special import cure, opened, paid, report, special, text, tree, wrongly_paid
from tests.workbooks import sheet_values

if TYPE_CHECKING:
    from tests.office import Office

MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))


def figures(row: dict[str, Any]) -> dict[str, str]:
    """Give what a row shows other than zero."""
    words = ("prepayment_year", "hospitals", "return_deadline")
    return {name: fen for name, fen in row.items() if name not in words and fen != "0.00"}


def by_year(page: dict[str, Any]) -> dict[int, dict[str, str]]:
    """Give the rows by prepayment year."""
    return {row["prepayment_year"]: figures(row) for row in page["rows"]}


def prepaid(office: Office, period: str) -> str:
    """Add up 1101.01 in the 科目余额表 of a month."""
    accounts = told(office, "trial-balance", period=period)["accounts"]
    own = [a["closing"] for a in accounts if a["code"].startswith("1101.01.")]
    return yuan(sum(parse_fen(closing) for closing in own))


def test_a_busy_year_by_prepayment_year(year_office: Office) -> None:
    year_office.on("2026-12-31")

    page = told(year_office, "disclosure", period="2026-12")

    assert by_year(page) == {
        2024: {
            "opening": "200000.00",
            "repayment": "80000.00",
            "write_off": "20000.00",
            "closing": "100000.00",
            "overdue": "100000.00",
        },
        2026: {
            "disbursement": "1300000.00",
            "payment_return": "100000.00",
            "repayment": "262000.00",
            "identified": "5000.00",
            "settlement_offset": "50000.00",
            "succession_in": "150000.00",
            "succession_out": "150000.00",
            "closing": "883000.00",
            "overdue": "883000.00",
        },
    }
    assert [row["hospitals"] for row in page["rows"]] == [1, 3]
    assert page["total"]["closing"] == page["control"] == "983000.00"


def test_closing_is_the_trial_balance_in_every_month(year_office: Office) -> None:
    pages = {period: told(year_office, "disclosure", period=period) for period in MONTHS}

    assert {p: page["total"]["closing"] for p, page in pages.items()} == {
        period: prepaid(year_office, period) for period in MONTHS
    }
    assert {page["total"]["closing"] == page["control"] for page in pages.values()} == {True}
    assert len({page["control"] for page in pages.values()}) > 5
    assert {drawn(year_office, "disclosure", period=period).alerts for period in MONTHS} == {()}


def test_what_is_carried_over_opens_the_next_year(year_office: Office) -> None:
    year_office.on("2027-01-15")
    for month in MONTHS:
        year_office.close(month)
    year_office.close_year_of("620100/employee", 2026)
    year_office.post(year_office.give_back(FIRST, "3000.00", day="2027-01-12"))

    page = told(year_office, "disclosure", period="2027-01")

    assert {year: row["opening"] for year, row in by_year(page).items()} == {
        2024: "100000.00",
        2026: "883000.00",
    }
    assert by_year(page)[2026]["closing"] == "880000.00"
    assert page["total"]["closing"] == prepaid(year_office, "2027-01") == "980000.00"


@pytest.mark.parametrize(("day", "overdue"), [("2026-12-25", "0.00"), ("2026-12-26", "500000.00")])
def test_overdue_begins_on_the_day_after_the_deadline(
    office: Office, day: str, overdue: str
) -> None:
    office.fund()
    office.on("2026-12-28")
    office.post(office.pay(FIRST, "500000.00"))

    page = tree(report(office, "disclosure", as_of=day))

    assert page["rows"][0]["return_deadline"] == "2026-12-25"
    assert page["total"]["overdue"] == overdue


def test_nothing_is_overdue_before_its_day_has_come(office: Office) -> None:
    """On 20 December the report of December must not call late what is due on the 25th."""
    office.fund()
    office.on("2026-12-20")
    office.post(office.pay(FIRST, "500000.00"))

    early = told(office, "disclosure", period="2026-12")
    office.on("2026-12-26")
    late = told(office, "disclosure", period="2026-12")

    assert (early["total"]["overdue"], late["total"]["overdue"]) == ("0.00", "500000.00")


def test_a_correction_counts_within_what_it_corrects(
    spring_office: Office,
) -> None:
    """安宁's payment was put right in April: in 附注 it is no second payment and no return."""
    march = by_year(told(spring_office, "disclosure", period="2026-03"))[2026]
    april = by_year(told(spring_office, "disclosure", period="2026-04"))[2026]

    assert march["disbursement"] == april["disbursement"] == "1300000.00"
    assert "repayment" not in april
    assert told(spring_office, "disclosure", period="2026-04")["rows"][1]["hospitals"] == 2


def test_special_cases_stand_in_the_notes_of_the_months_in_which_they_stood(
    office: Office,
) -> None:
    opened(office)
    office.on("2026-05-10")
    office.post(paid(office, "100000.00", key="拨-1"))
    special(office, wrongly_paid(office, "重付", "100000.00"))
    cure(office, "重付", "补-1", "2026-04-09")

    march, april = (report(office, "disclosure", period=p) for p in ("2026-03", "2026-04"))

    assert march.alerts[0] == "特殊情况：1 笔尚未处理，合计 100,000.00 元"
    assert march.alerts[1].startswith(
        "2026-03 记-0002　2026-03-10 城关示范医院2026年度拨付 100,000"
    )
    assert "甘肃·三" in march.alerts[1]
    assert march.alerts[1].endswith("原因：银行已经划出")
    assert tree(march)["irregular"]["standing_amount"] == "100000.00"
    assert [case["key"] for case in tree(march)["irregular"]["cases"]] == ["重付"]
    assert april.alerts == ()
    assert tree(april)["irregular"] == {"standing": 0, "standing_amount": "0.00", "cases": []}


def test_readings_that_nobody_confirmed_are_told_as_presumed(office: Office) -> None:
    office.fund()
    page = report(office, "disclosure")

    lines = [note for note in page.notes if note.startswith("政策口径推定，尚未确认")]
    items = [choice["item"] for choice in tree(page)["presumed"]]

    assert len(lines) == len(items) > 0
    assert "A-9" in items
    assert all(item in line for item, line in zip(items, lines, strict=True))


def test_people_and_files_get_the_same_figures(year_office: Office) -> None:
    year_office.on("2026-12-31")
    page = drawn(year_office, "disclosure", period="2026-12")

    shown, table = csv_text(page), text(page)

    assert "预付年度,期末家数,年初余额,启用前借方,启用前贷方,本年拨付,退汇,返还" in shown
    assert "983000.00" in shown
    assert "983,000.00，相符" in table
    book = save_all([page], "xlsx", year_office.folder / "附注.xlsx")
    cells = [cell for row in sheet_values(book) for cell in row]
    assert "附注：医保预付金构成及增减变动" in cells
    assert cells.count(983000.0) == 2, "期末余额 and 逾期未返还"


def test_words_that_say_nothing_here_are_refused(office: Office) -> None:
    office.fund()
    with pytest.raises(Refused) as caught:
        drawn(office, "disclosure", hospital=SECOND)
    assert codes(caught.value.findings) == ["OPTION_UNFIT"]
