"""清算表: what was paid, bounced, came back, was offset, written off, taken over, and is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.formats.files import csv_text
from tests.clearing_year import control, drawn, told
from tests.office import FIRST, SECOND, THIRD, codes

if TYPE_CHECKING:
    from tests.office import Office


def figures(row: dict[str, Any]) -> dict[str, str]:
    """Give what a row shows other than zero."""
    words = ("hospital", "name", "prepayment_year", "account")
    return {name: fen for name, fen in row.items() if name not in words and fen != "0.00"}


def by_leaf(tree: dict[str, Any]) -> dict[tuple[str, int], dict[str, str]]:
    """Give the rows by hospital and prepayment year."""
    return {(row["hospital"], row["prepayment_year"]): figures(row) for row in tree["rows"]}


def test_every_movement_stands_in_the_class_of_what_really_happened(year_office: Office) -> None:
    tree = told(year_office, "settlement", year=2026)

    assert by_leaf(tree) == {
        (FIRST, 2024): {
            "opening": "200000.00",
            "repayment": "80000.00",
            "write_off": "20000.00",
            "balance": "100000.00",
            "recovery": "1000.00",
        },
        (FIRST, 2026): {
            "disbursement": "900000.00",
            "payment_return": "100000.00",
            "repayment": "262000.00",
            "identified": "5000.00",
            "settlement_offset": "50000.00",
            "balance": "483000.00",
        },
        (SECOND, 2026): {"succession_in": "150000.00", "balance": "150000.00"},
        (THIRD, 2026): {
            "disbursement": "400000.00",
            "succession_out": "150000.00",
            "balance": "250000.00",
        },
    }
    assert (
        tree["total"]["balance"]
        == tree["control"]
        == control(year_office, "2026-12")
        == "983000.00"
    )
    assert tree["total"]["recovery"] == "1000.00"


def test_a_payment_to_the_wrong_hospital_is_no_return_of_that_hospital(
    spring_office: Office,
) -> None:
    """Design 2.13: in March 安宁 was paid, in April never; 返还 stays empty for both."""
    march = by_leaf(told(spring_office, "settlement", period="2026-03"))
    april = by_leaf(told(spring_office, "settlement", period="2026-04"))

    assert march[SECOND, 2026] == {"disbursement": "400000.00", "balance": "400000.00"}
    assert (SECOND, 2026) not in april
    assert april[THIRD, 2026] == {"disbursement": "400000.00", "balance": "400000.00"}


def test_a_succession_taken_back_in_red_leaves_both_sides_empty(year_office: Office) -> None:
    year_office.correct("succession-" + str(succession_number(year_office)))
    year_office.post()

    rows = by_leaf(told(year_office, "settlement", year=2026))

    assert (SECOND, 2026) not in rows
    assert rows[THIRD, 2026] == {"disbursement": "400000.00", "balance": "400000.00"}


def succession_number(office: Office) -> int:
    """Find the number that the key of the 承接 ends in."""
    (key,) = [v.key for v in office.vouchers() if v.kind == "succession"]
    return int(key.rpartition("-")[2])


def test_the_balance_is_1101_at_every_month_end(year_office: Office) -> None:
    for month in (f"2026-{number:02d}" for number in range(1, 13)):
        tree = told(year_office, "settlement", period=month)
        assert tree["total"]["balance"] == control(year_office, month)
        assert drawn(year_office, "settlement", period=month).alerts == ()


def test_next_year_begins_with_what_is_left(year_office: Office) -> None:
    tree = told(year_office, "settlement", year=2027)

    assert by_leaf(tree)[FIRST, 2026] == {"opening": "483000.00", "balance": "483000.00"}
    assert tree["total"]["opening"] == tree["total"]["balance"] == "983000.00"


def test_up_to_a_day_only_what_is_booked_by_then_counts(year_office: Office) -> None:
    tree = told(year_office, "settlement", as_of="2026-03-25")

    assert by_leaf(tree)[FIRST, 2026] == {"disbursement": "900000.00", "balance": "900000.00"}
    assert tree["as_of"] == "2026-03-25"
    assert tree["total"]["balance"] == tree["control"]


def test_excel_gets_every_class_and_the_totals_by_prepayment_year(year_office: Office) -> None:
    lines = csv_text(drawn(year_office, "settlement", year=2026)).splitlines()

    assert lines[0].lstrip("\ufeff") == (
        "医疗机构编码,医疗机构,年度,期初,启用前借方,启用前贷方,拨付,退汇,返还,暂收认定,冲抵,核销,承接转入,承接转出,其他,"
        "余额,核销后收回"
    )
    assert (
        f"{FIRST},城关示范医院,2024,200000.00,,,,,80000.00,,,20000.00,,,,100000.00,1000.00" in lines
    )
    assert [line.split(",")[1:3] for line in lines[-3:]] == [
        ["合计", ""],
        ["其中", "2024"],
        ["其中", "2026"],
    ]


def test_a_year_and_a_month_that_contradict_each_other_are_told(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        drawn(office, "settlement", year=2025, period="2026-03")
    assert codes(caught.value.findings) == ["PERIOD_UNCLEAR"]
    with pytest.raises(Refused) as caught:
        drawn(office, "settlement", hospital=FIRST)
    assert codes(caught.value.findings) == ["OPTION_UNFIT"]
