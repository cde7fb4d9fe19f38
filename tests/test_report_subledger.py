"""明细账: running balances, months, and what a correction does to a page."""

from __future__ import annotations

import json
from datetime import date

from ledger.formats.files import json_text
from ledger.reports.books.account_read import AccountRead
from ledger.reports.books.subledger import subledger
from ledger.voucher.shown import AccountEntry
from tests.report_pages import BOOK, FIRST, RIGHT, WRONG, page, table


def test_subledger_runs_with_balance_month_and_year_to_date() -> None:
    rows = table(page(RIGHT))
    at = rows.index(["2026-01-01", "期初余额", "平", "0.00"])
    assert rows[at + 1 : at + 3] == [
        ["2026-03-05", "记-0001", "拨付2026年医保预付金", "1,200,000.00", "借", "1,200,000.00"],
        ["2026-03-09", "记-0004", "订正3月5日记-0002号凭证", "100,000.00", "借", "1,300,000.00"],
    ]
    assert ["2026-03-31", "本月合计", "1,300,000.00", "0.00", "借", "1,300,000.00"] in rows
    assert ["2026-03-31", "本年累计", "1,300,000.00", "0.00", "借", "1,300,000.00"] in rows
    assert ["2026-06-30", "本月合计", "0.00", "300,000.00", "借", "1,000,000.00"] in rows
    assert ["2026-06-30", "本年累计", "1,300,000.00", "300,000.00", "借", "1,000,000.00"] in rows
    # Months without an entry have no totals, except the last one asked for.
    assert not [row for row in rows if row[:1] == ["2026-04-30"]]


def test_a_red_correction_does_not_double_what_was_paid() -> None:
    rows = table(page(WRONG))
    assert ["2026-03-09", "记-0003", "注销3月5日记-0002号凭证", "-100,000.00", "平", "0.00"] in rows
    assert ["2026-03-31", "本月合计", "0.00", "0.00", "平", "0.00"] in rows
    tree = json.loads(json_text(page(WRONG).tree))
    assert tree["closing"] == "0.00"
    assert [month["debit"] for month in tree["months"]] == ["0.00", "0.00"]


def test_subledger_for_programs() -> None:
    tree = json.loads(json_text(page(RIGHT).tree))
    assert tree["account"] == "1101.01.H62010000001.2026"
    assert (tree["hospital"], tree["year"]) == (FIRST, 2026)
    assert (tree["from"], tree["to"]) == ("2026-01", "2026-06")
    assert tree["entries"][0] == {
        "voucher": "2026-03 记-0001",
        "date": "2026-03-05",
        "booked": "2026-03-05",
        "summary": "拨付2026年医保预付金",
        "movement": "disbursement",
        "side": "debit",
        "debit": "1200000.00",
        "credit": "0.00",
        "balance": "1200000.00",
    }
    assert tree["months"][-1] == {
        "period": "2026-06",
        "debit": "0.00",
        "credit": "300000.00",
        "debit_to_date": "1300000.00",
        "credit_to_date": "300000.00",
        "balance": "1000000.00",
    }


def test_a_page_over_the_new_year_starts_with_what_is_carried_in_and_counts_afresh() -> None:
    report = subledger(
        BOOK,
        RIGHT,
        AccountRead(
            since="2026-12",
            until="2027-01",
            opening_fen=100_000_000,
            to_date=(130_000_000, 30_000_000),
            entries=(),
        ),
    )
    rows = table(report)
    assert ["2026-12-01", "期初余额", "借", "1,000,000.00"] in rows
    assert ["2027-01-01", "上年结转", "借", "1,000,000.00"] in rows
    assert ["2027-01-31", "本年累计", "0.00", "0.00", "借", "1,000,000.00"] in rows


def test_money_of_december_found_in_january_shows_both_dates() -> None:
    found = AccountEntry(
        account=RIGHT.account.code,
        period="2027-01",
        number=1,
        date=date(2026, 12, 25),
        booked=date(2027, 1, 1),
        summary="返还预付金",
        side="credit",
        amount_fen=5_000_000,
        movement="repayment",
    )
    report = subledger(
        BOOK,
        RIGHT,
        AccountRead(
            since="2027-01",
            until="2027-01",
            opening_fen=5_000_000,
            to_date=(0, 0),
            entries=(found,),
        ),
    )
    line = ["2027-01-01", "2026-12-25", "记-0001", "返还预付金", "50,000.00", "平", "0.00"]
    assert line in table(report)
