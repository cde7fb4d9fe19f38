"""来历: any figure back to exactly its vouchers; any voucher back to its file, papers, people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import parse_fen
from ledger.formats.files import json_text
from ledger.reports.vouchers.origin import explain
from tests.clearing_year import told
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, codes, leaf

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from tests.office import Office


def explained(office: Office, what: str, period: str = "", side: str = "余额") -> Report:
    """Explain something in the employee book."""
    return explain(office.desk, EMPLOYEE, what, period, side)


def tree_of(report: Report) -> dict[str, Any]:
    """Give a report's JSON as a program reads it."""
    tree: dict[str, Any] = json.loads(json_text(report.tree))
    return tree


def sums_of(office: Office, period: str, code: str) -> dict[str, int]:
    """Add an account's figures up from the 科目余额表 of a month."""
    rows = [
        row
        for row in told(office, "trial-balance", period=period)["accounts"]
        if row["code"] == code or row["code"].startswith(code + ".")
    ]
    names = {"debit": "debit", "credit": "credit", "balance": "closing"}
    return {side: sum(parse_fen(row[name]) for row in rows) for side, name in names.items()}


def test_the_debit_of_1101_in_march_is_its_three_payments(spring_office: Office) -> None:
    report = explained(spring_office, "1101", "2026-03", "借")

    assert [(part["key"], part["debit"]) for part in tree_of(report)["vouchers"]] == [
        ("拨-1", "600000.00"),
        ("拨-3", "400000.00"),
        ("拨-2", "300000.00"),
    ]
    assert tree_of(report)["amount"] == tree_of(report)["trial_balance"] == "1300000.00"
    assert report.notes == (
        "1101 暂付款2026年3月借方发生额 1,300,000.00，由 3 张凭证构成，与科目余额表相符。",
    )


def test_each_voucher_behind_a_figure_says_file_row_papers_and_people(
    spring_office: Office,
) -> None:
    part = tree_of(explained(spring_office, "1101", "2026-03", "借"))["vouchers"][1]

    assert part["source"] == {"file": "rows.jsonl", "row": 3}
    assert [(paper["type"], paper["number"]) for paper in part["papers"]] == [
        ("payment-order", "令-3"),
        ("bank-receipt", "单-3"),
    ]
    people = (part["prepared_by"], part["approved_by"], part["posted_by"])
    assert people == ("制单乙", "审核丙", "主管丁")
    moments = [part["prepared_at"], part["approved_at"], part["posted_at"]]
    assert moments == sorted(moments)
    assert all(moment.startswith("2026-03-26T") for moment in moments)


def test_every_figure_of_every_account_is_the_sum_of_its_vouchers(year_office: Office) -> None:
    for period in ("2026-01", "2026-03", "2026-04", "2026-09", "2026-11"):
        for code in ("1003", "1004", "1101", leaf(FIRST), "2001", "3001", "4501", "5001"):
            sums = sums_of(year_office, period, code)
            for word, side in (("借", "debit"), ("贷", "credit"), ("余额", "balance")):
                report = explained(year_office, code, period, word)
                assert report.alerts == ()
                assert parse_fen(tree_of(report)["amount"]) == sums[side]


def test_a_balance_is_made_of_the_opening_and_all_that_came_after(year_office: Office) -> None:
    tree = tree_of(explained(year_office, leaf(FIRST, 2024), "2026-12"))

    assert [(part["voucher"], part["kind"]) for part in tree["vouchers"]] == [
        ("2026-00 期初-0002", "opening-balance"),
        ("2026-07 记-0001", "repayment"),
        ("2026-08 记-0001", "write-off"),
    ]
    assert (tree["name"], tree["amount"]) == (
        "暂付款-医保预付金-城关示范医院-2024年",
        "100000.00",
    )


def test_a_hospital_is_explained_over_all_its_years(year_office: Office) -> None:
    tree = tree_of(explained(year_office, FIRST, "2026-12"))

    assert (tree["name"], tree["amount"]) == ("城关示范医院", "583000.00")
    assert {part["year"] for part in tree["vouchers"]} == {2024, 2026}


def test_a_corrected_voucher_shows_the_chain_both_ways(spring_office: Office) -> None:
    chain = [
        ("2026-03 记-0002", None, None, "2026-04 记-0001"),
        ("2026-04 记-0001", "red", "2026-03 记-0002", None),
        ("2026-04 记-0002", "blue", "2026-03 记-0002", None),
    ]
    for word in ("2026-03 记-0002", "2026-04 记-0001", "2026-04-2", "拨-3"):
        tree = tree_of(explained(spring_office, word))
        assert [
            (one["voucher"], one["form"], one["corrects"], one["corrected_by"])
            for one in tree["corrections"]
        ] == chain
    assert tree["voucher"] == "2026-03 记-0002"
    text = [row.cells for row in explained(spring_office, "拨-3").rows if row.cells[0] == "更正"]
    assert text[0] == ("更正", "2026-03 记-0002（本凭证）　原凭证，由 2026-04 记-0001 更正")
    assert text[1] == ("更正", "2026-04 记-0001　注销 2026-03 记-0002")


def test_a_correction_of_a_correction_belongs_to_the_same_chain(spring_office: Office) -> None:
    spring_office.correct("拨-3-订正", right=[{"hospital": SECOND}])
    spring_office.post()

    labels = [one["voucher"] for one in tree_of(explained(spring_office, "拨-3"))["corrections"]]

    assert labels == [
        "2026-03 记-0002",
        "2026-04 记-0001",
        "2026-04 记-0002",
        "2026-04 记-0003",
        "2026-04 记-0004",
    ]
    assert tree_of(explained(spring_office, THIRD, "2026-04"))["amount"] == "0.00"


def test_a_voucher_names_the_seal_that_covers_it(spring_office: Office) -> None:
    assert tree_of(explained(spring_office, "拨-1"))["seal"] is None
    last = explained(spring_office, "拨-1").rows[-1]
    assert last.cells == ("封存", "所在月份尚未结账")

    sealed = spring_office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)

    january, march = sealed[0].seal, sealed[2].seal
    assert tree_of(explained(spring_office, "拨-1"))["seal"]["digest"] == march["digest"]
    assert (
        tree_of(explained(spring_office, "2026-00 期初-0002"))["seal"]["digest"]
        == january["digest"]
    )
    assert tree_of(explained(spring_office, "拨-3-订正"))["seal"] is None


def test_what_is_unknown_or_unreadable_is_told(spring_office: Office) -> None:
    spring_office.record(spring_office.give_back(FIRST, "10.00", day="2026-04-10", key="还-草稿"))
    for what, side, code in (
        ("还-草稿", "余额", "EXPLAIN_UNKNOWN"),
        ("H62019999999", "余额", "EXPLAIN_UNKNOWN"),
        ("2026-03 记-0099", "余额", "EXPLAIN_UNKNOWN"),
        ("1101", "左", "SIDE_UNREADABLE"),
    ):
        with pytest.raises(Refused) as caught:
            explained(spring_office, what, "2026-03", side)
        assert codes(caught.value.findings) == [code]


def test_an_account_without_any_movement_is_nought_from_no_voucher(office: Office) -> None:
    report = explained(office, "5401", "2026-01")
    assert (report.alerts, tree_of(report)["amount"]) == ((), "0.00")
    assert tree_of(report)["vouchers"] == []
