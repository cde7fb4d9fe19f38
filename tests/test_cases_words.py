"""Words as people write them: money exact to the 分, days, years, codes, papers in a cell."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.basis.money import grouped, yuan
from ledger.events import words
from ledger.events.words import Unclear
from tests.cases import only, refused
from tests.office import FIRST, Office

EXACT = {
    "1200000.00": 120_000_000,
    "1,200,000.00": 120_000_000,
    "１，２００．５０": 120_050,
    "　８０ ": 8_000,
    "0.01": 1,
    "5000": 500_000,
    "3.5": 350,
    "9999999999999.99": 999_999_999_999_999,
}
INEXACT = (
    *("1.005", "1e6", "1E6", "NaN", "Infinity", "1_000", "٣", "१००", "一百", "壹佰元整"),
    *("1,20", "1,2000", "12,34.00", ",100", "1..0", "1.", ".5", "+5", "--5", "5-", "¥5"),
    *("5元", "0x10", "1 000", "", "12345678901234", "True", "1.0.0", "1．００５", "−5"),
)
NOT_POSITIVE = ("-5", "0", "0.00", "-0.01", "－５")


@pytest.mark.parametrize(("text", "fen"), EXACT.items())
def test_money_is_read_to_the_fen(text: str, fen: int) -> None:
    assert words.as_fen(text) == fen


@pytest.mark.parametrize("text", INEXACT)
def test_money_that_is_not_exact_is_not_guessed(text: str) -> None:
    with pytest.raises(Unclear) as caught:
        words.as_fen(text)
    assert "不是精确到分的数" in caught.value.what


@pytest.mark.parametrize("text", NOT_POSITIVE)
def test_money_is_positive(text: str) -> None:
    with pytest.raises(Unclear) as caught:
        words.as_fen(text)
    assert "应大于零" in caught.value.what


def test_money_that_is_not_exact_refuses_the_file_as_unreadable(office: Office) -> None:
    traps = [*INEXACT, *NOT_POSITIVE, True, ["5"]]
    rows = [{**office.pay(FIRST, "1"), "amount": text} for text in traps if text != ""]

    findings = refused(office, *rows)

    assert [finding.row for finding in findings] == list(range(1, len(rows) + 1))
    assert {(finding.code, finding.field) for finding in findings} == {
        ("WORD_UNREADABLE", "amount 金额")
    }
    assert all(finding.unreadable for finding in findings)
    assert only(refused(office, {**office.pay(FIRST, "1"), "amount": ""})).code == "WORD_MISSING"


def test_money_is_written_for_machines_and_for_people() -> None:
    assert (yuan(120_000_001), grouped(120_000_001)) == ("1200000.01", "1,200,000.01")
    assert (yuan(-5), grouped(-123_456)) == ("-0.05", "-1,234.56")


@pytest.mark.parametrize(
    "text",
    ["2026-03-31", "20260331", "2026/3/31", "2026.3.31", "2026年3月31日", "２０２６-０３-３１"],
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert words.as_date(text) == date(2026, 3, 31)


@pytest.mark.parametrize("text", ["2026-02-30", "31.3.2026", "2026-3", "45000", "2026-13-01"])
def test_days_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(Unclear):
        words.as_date(text)


def test_years_flags_and_codes() -> None:
    assert words.as_year("2026年") == 2026
    assert words.as_flag("是")
    assert not words.as_flag("false")
    assert words.as_bank("支出户存款") == "1004"
    assert words.as_hospital("ｈ62010000001") == FIRST
    for read, text in (
        (words.as_year, "26"),
        (words.as_flag, "也许"),
        (words.as_bank, "1002"),
        (words.as_hospital, "城关医院"),
    ):
        with pytest.raises(Unclear):
            read(text)


def test_papers_in_a_cell() -> None:
    first, second = words.as_papers("银行回单:单-1:2026-03-10:1,200.00:2；other：函３号：20260311")

    assert (first.type, first.number, first.amount_fen, first.sheets) == (
        "bank-receipt",
        "单-1",
        120_000,
        2,
    )
    assert (second.type, second.number, second.date) == ("other", "函3号", date(2026, 3, 11))
    for cell in ("单-1", "回执:单-1:2026-03-10", "other::2026-03-10", "other:1:2026-03-10:1:两张"):
        with pytest.raises(Unclear):
            words.as_papers(cell)


def test_a_settlements_lines_in_a_cell() -> None:
    lines = words.as_benefit_lines("住院:310,000; 门诊：90000")

    assert [(line.benefit, line.gross_fen) for line in lines] == [
        ("inpatient", 31_000_000),
        ("outpatient", 9_000_000),
    ]
    for cell in ("住院:1; inpatient:2", "住院", "住院:0", [{"benefit": "住院"}], ["住院"]):
        with pytest.raises(Unclear):
            words.as_benefit_lines(cell)
