"""记账凭证: the sheet of one voucher and the list of all."""

from __future__ import annotations

import io
import json
from datetime import date

from ledger.formats.files import json_text
from ledger.formats.terminal import show
from ledger.masters.chart import Leaf
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.reports.vouchers.voucher_sheet import voucher_sheet
from ledger.voucher.shown import Line
from tests.report_pages import BANK, BOOK, CHART, RIGHT, VOUCHERS, posted, table


def test_voucher_sheet_shows_lines_papers_people_and_chain() -> None:
    out = io.StringIO()
    show(voucher_sheet(VOUCHERS[0], BOOK), "table", out)
    text = out.getvalue()
    for words in (
        "记账凭证",
        "账套：兰州市职工医保（620100/employee）",
        "2026年3月 记-0001",
        "记账日期：2026-03-05",
        "附件 1 张",
        "1101.01.H62010000001.2026 暂付款-医保预付金-兰州市第一人民医院-2026年",
        "制单：王敏　　审核：李强　　记账：李强",
        "附件1：银行回单，HD-0305，2026-03-05，100,000.00元，1张",
        "链：第 1 环　3f2a9c7d5e1b…",
    ):
        assert words in text
    assert "业务日期" not in text
    assert ["合计", "1,200,000.00", "1,200,000.00"] in table(voucher_sheet(VOUCHERS[0], BOOK))


def test_voucher_sheet_says_what_corrects_what_and_what_is_irregular() -> None:
    assert voucher_sheet(VOUCHERS[1], BOOK).alerts == ("【已更正】见 2026-03 记-0003",)
    assert voucher_sheet(VOUCHERS[2], BOOK).alerts == ("【红字凭证】注销 2026-03 记-0002",)
    assert voucher_sheet(VOUCHERS[3], BOOK).alerts == ("【蓝字凭证】订正 2026-03 记-0002",)
    irregular = posted(9, date(2026, 3, 9), RIGHT, BANK, 1, irregular=True)
    assert voucher_sheet(irregular, BOOK).alerts[0].startswith("【特殊情况】")


def test_a_settlement_offset_shows_gross_expense_and_both_credits() -> None:
    expense = Leaf(account=CHART.plain("5001.01.01"), holder="", name="社会保险待遇支出-住院")
    voucher = posted(
        8,
        date(2026, 7, 1),
        expense,
        RIGHT,
        0,
        lines=(
            Line(account="5001.01.01", name=expense.name, side="debit", amount_fen=80_000_000),
            Line(account=RIGHT.account.code, name=RIGHT.name, side="credit", amount_fen=30_000_000),
            Line(account="1004", name="支出户存款", side="credit", amount_fen=50_000_000),
        ),
    )
    amounts = [row.cells[-2:] for row in voucher_sheet(voucher, BOOK).rows]
    assert amounts == [
        (80_000_000, None),
        (None, 30_000_000),
        (None, 50_000_000),
        (80_000_000, 80_000_000),
    ]


def test_voucher_list_marks_what_is_not_plain() -> None:
    rows = table(voucher_list(VOUCHERS, BOOK))
    line = ["2026-03", "记-0003", "2026-03-09", "红字冲销", "注销3月5日记-0002号凭证"]
    assert [*line, "-100,000.00", "1", "王敏", "李强", "李强", "红字"] in rows
    tree = json.loads(json_text(voucher_list(VOUCHERS, BOOK).tree))
    assert tree["vouchers"][0]["papers"][0]["number"] == "HD-0305"
