"""余额表: for people, for programs, in Excel."""

from __future__ import annotations

import json

from ledger.formats.files import csv_text, json_text
from ledger.masters.chart import Account, Leaf
from ledger.reports.books.trial_balance import trial_balance
from ledger.voucher.shown import BalanceRow
from tests.report_pages import BOOK, CHART, FIRST, MARCH, WRONG, table


def test_trial_balance_for_programs_has_leaves_only_in_the_contract_shape() -> None:
    tree = json.loads(json_text(trial_balance(BOOK, "2026-03", MARCH, CHART).tree))
    assert list(tree) == ["book", "period", "accounts", "debit", "credit"]
    assert (tree["book"], tree["period"]) == ("620100/employee", "2026-03")
    assert (tree["debit"], tree["credit"]) == ("1300000.00", "1300000.00")
    assert tree["accounts"][0]["code"] == "1004"
    assert tree["accounts"][2] == {
        "code": "1101.01.H62010000001.2026",
        "name": "暂付款-医保预付金-兰州市第一人民医院-2026年",
        "hospital": FIRST,
        "year": 2026,
        "opening": "0.00",
        "debit": "1300000.00",
        "credit": "0.00",
        "closing": "1300000.00",
    }
    assert tree["accounts"][0]["hospital"] is None
    assert tree["accounts"][0]["year"] is None
    assert tree["accounts"][-1]["closing"] == "-5200000.00"
    assert [account["code"] for account in tree["accounts"]] == sorted(
        row.leaf.account.code for row in MARCH
    )


def test_trial_balance_for_people_has_every_level_with_its_name() -> None:
    rows = table(trial_balance(BOOK, "2026-03", MARCH, CHART))
    control = ["1101", "暂付款", "借", "200,000.00", "1,300,000.00", "0.00", "借", "1,500,000.00"]
    assert control in rows
    assert ["1101.01", "医保预付金", *control[2:]] in rows
    # 第一人民医院 holds the money of two years, so it has a line of its own.
    assert ["1101.01.H62010000001", "兰州市第一人民医院", *control[2:]] in rows
    leaf = ["1101.01.H62010000001.2026", "兰州市第一人民医院", "2026年"]
    assert [*leaf, "平", "0.00", "1,300,000.00", "0.00", "借", "1,300,000.00"] in rows
    balance = ["贷", "5,200,000.00"]
    assert ["3001.01", "统筹基金", *balance, "0.00", "0.00", *balance] in rows


def test_trial_balance_totals_show_debit_equal_to_credit() -> None:
    report = trial_balance(BOOK, "2026-03", MARCH, CHART)
    rows = table(report)
    assert ["借方合计", "借", "5,200,000.00", "1,300,000.00", "借", "5,200,000.00"] in rows
    assert ["贷方合计", "贷", "5,200,000.00", "1,300,000.00", "贷", "5,200,000.00"] in rows
    assert not report.alerts
    assert report.notes == ("试算平衡：期初余额借＝贷，本期发生额借＝贷，期末余额借＝贷。",)


def test_trial_balance_that_does_not_balance_says_by_how_much() -> None:
    report = trial_balance(BOOK, "2026-03", MARCH[:-1], CHART)
    assert report.alerts == (
        "试算不平：期初余额借方减贷方差 5,200,000.00 元",
        "试算不平：期末余额借方减贷方差 5,200,000.00 元",
    )
    assert not report.notes


def test_trial_balance_leaves_out_what_is_zero_for_people_but_not_for_programs() -> None:
    report = trial_balance(BOOK, "2026-03", MARCH, CHART)
    assert WRONG.account.code not in {row.cells[0] for row in report.rows}
    assert WRONG.account.code in json_text(report.tree)


def test_trial_balance_in_excel_tells_leaves_from_sums() -> None:
    lines = csv_text(trial_balance(BOOK, "2026-03", MARCH, CHART)).splitlines()
    assert lines[0] == (
        "\ufeff科目编码,科目全称,末级,期初方向,期初余额,借方发生额,贷方发生额,期末方向,期末余额"
    )
    assert "1101,暂付款,否,借,200000.00,1300000.00,0.00,借,1500000.00" in lines
    leaf = "1101.01.H62010000001.2026,暂付款-医保预付金-兰州市第一人民医院-2026年,是"
    assert f"{leaf},平,0.00,1300000.00,0.00,借,1300000.00" in lines


def test_trial_balance_of_an_empty_month() -> None:
    report = trial_balance(BOOK, "2026-01", (), CHART)
    assert report.tree["accounts"] == []
    assert ["借方合计", "借", "0.00", "0.00", "借", "0.00"] in table(report)


def test_a_counterparty_leaf_is_named_by_its_holder() -> None:
    account = Account(code="2001.01.C1A2B3C4D", base="2001.01", counterparty="C1A2B3C4D")
    leaf = Leaf(account=account, holder="甘肃某公司", name="暂收款-待查及多收款项-甘肃某公司")
    rows = table(
        trial_balance(
            BOOK,
            "2026-03",
            [BalanceRow(leaf=leaf, opening_fen=-500_000, debit_fen=0, credit_fen=0)],
            CHART,
        )
    )
    figures = ["贷", "5,000.00", "0.00", "0.00", "贷", "5,000.00"]
    assert ["2001.01.C1A2B3C4D", "甘肃某公司", *figures] in rows
    assert ["2001", "暂收款", *figures] in rows
