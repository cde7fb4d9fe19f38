"""日记账、序时账: what stands on the bank's pages, and every line in its order."""

from __future__ import annotations

import json
from datetime import date

from ledger.formats.files import json_text
from ledger.masters.chart import Leaf
from ledger.reports.books.cash_journal import counterparts_of
from ledger.reports.books.journal import journal
from ledger.voucher.shown import Line
from tests.report_pages import BANK, BOOK, CHART, RIGHT, VOUCHERS, WRONG, bank_page, posted, table

FISCAL_ACCOUNT = Leaf(account=CHART.plain("1003"), holder="", name="财政专户存款")


def test_cash_journal_closes_every_day_and_names_the_other_side() -> None:
    rows = table(bank_page())
    other = "暂付款-医保预付金-兰州市第一人民医院-2026年"
    first = ["2026-03-05", "记-0001", "拨付2026年医保预付金", other, "1,200,000.00", "借"]
    assert [*first, "3,800,000.00"] in rows
    assert ["2026-03-05", "本日合计", "0.00", "1,300,000.00", "借", "3,700,000.00"] in rows
    assert ["2026-03-09", "本日合计", "0.00", "0.00", "借", "3,700,000.00"] in rows
    assert ["2026-03-31", "本月合计", "0.00", "1,300,000.00", "借", "3,700,000.00"] in rows
    assert ["2026-06-30", "本年累计", "301,000.00", "1,300,000.00", "借", "4,000,000.00"] in rows
    tree = json.loads(json_text(bank_page().tree))
    assert tree["days"][0] == {
        "date": "2026-03-05",
        "debit": "0.00",
        "credit": "1300000.00",
        "balance": "3700000.00",
    }
    assert tree["entries"][0]["counterpart"] == other


def test_several_other_sides_are_counted() -> None:
    batch = posted(7, date(2026, 3, 20), RIGHT, BANK, 100)
    second = Line(account=WRONG.account.code, name=WRONG.name, side="debit", amount_fen=100)
    lines = (batch.lines[0], second, batch.lines[1])
    names = counterparts_of([posted(7, date(2026, 3, 20), RIGHT, BANK, 100, lines=lines)], "1004")
    assert names == {("2026-03", 7): f"{RIGHT.name} 等2个科目"}


def test_journal_lists_every_line_and_keeps_openings_out_of_the_turnover() -> None:
    opening = posted(
        1, date(2026, 1, 1), BANK, FISCAL_ACCOUNT, 500_000_000, period="2026-00", summary="期初余额"
    )
    report = journal(BOOK, (*VOUCHERS, opening))
    rows = table(report)
    assert ["2026-01-01", "期初-0001", "期初余额", "1004", "支出户存款", "5,000,000.00"] in rows
    assert ["期初合计", "5,000,000.00", "5,000,000.00"] in rows
    assert ["发生额合计", "1,600,000.00", "1,600,000.00"] in rows
    tree = json.loads(json_text(report.tree))
    assert len(tree["lines"]) == 12
    assert tree["lines"][0]["voucher"] == "2026-00 期初-0001"
    assert (tree["debit"], tree["credit"]) == ("1600000.00", "1600000.00")


def test_journal_without_vouchers() -> None:
    assert ["发生额合计", "0.00", "0.00"] in table(journal(BOOK, ()))
