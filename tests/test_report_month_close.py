"""结账单 carries the seal, and every report prints on a GBK console."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from ledger.formats.files import csv_text, json_text
from ledger.formats.terminal import show
from ledger.reports.books.journal import journal
from ledger.reports.books.trial_balance import trial_balance
from ledger.reports.closing.closing_sheet import CheckShown, SealShown, closing_sheet
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.reports.vouchers.voucher_sheet import voucher_sheet
from tests.report_pages import BOOK, CHART, MARCH, RIGHT, VOUCHERS, bank_page, page, table

if TYPE_CHECKING:
    from ledger.formats.report import Report


def seal(**words: object) -> SealShown:
    """Make March's seal."""
    values: dict[str, object] = {
        "book": BOOK.code,
        "period": "2026-03",
        "number_first": 1,
        "number_last": 4,
        "vouchers": 4,
        "events": 5,
        "debit_fen": 130_000_000,
        "credit_fen": 130_000_000,
        "trial_balance_digest": "a" * 64,
        "position": 5,
        "head": "b" * 64,
        "previous": "c" * 64,
        "seal": "d" * 64,
        "closed_by": "张华",
        "closed_at": "2026-04-02T09:00:00+08:00",
        "checks": (CheckShown(name="总账与明细账相符", figure="1,500,000.00"),),
    }
    return SealShown(**(values | words))  # type: ignore[arg-type]


def test_closing_sheet_carries_the_seal_whole_and_room_to_sign() -> None:
    out = io.StringIO()
    show(closing_sheet(BOOK, seal()), "table", out)
    text = out.getvalue()
    for words in (
        "结账封面",
        "期间：2026年3月",
        "记-0001 至 记-0004，连续无缺号",
        "a" * 64,
        "b" * 64,
        "c" * 64,
        "d" * 64,
        "检查1：总账与明细账相符",
        "会计主管：____",
    ):
        assert words in text
    tree = json.loads(json_text(closing_sheet(BOOK, seal()).tree))
    assert tree["seal"] == "d" * 64
    assert tree["debit"] == "1300000.00"


def test_closing_sheet_of_a_month_without_business() -> None:
    quiet = seal(number_first=0, number_last=0, vouchers=0, debit_fen=0, credit_fen=0, previous="")
    rows = table(closing_sheet(BOOK, quiet))
    assert ["凭证号", "本期无凭证"] in rows
    assert ["上期封存码", "无（首期）"] in rows


@pytest.mark.parametrize(
    "report",
    [
        trial_balance(BOOK, "2026-03", MARCH, CHART),
        page(RIGHT),
        bank_page(),
        journal(BOOK, VOUCHERS),
        voucher_sheet(VOUCHERS[0], BOOK),
        voucher_list(VOUCHERS, BOOK),
        closing_sheet(BOOK, seal()),
    ],
    ids=lambda report: report.title,
)
def test_every_report_prints_on_a_gbk_console_and_twice_the_same(report: Report) -> None:
    texts = []
    for _ in range(2):
        out = io.TextIOWrapper(io.BytesIO(), encoding="gbk", errors="strict")
        show(report, "table", out)
        out.flush()
        texts.append(out.buffer.getvalue())
    assert texts[0] == texts[1]
    assert csv_text(report) == csv_text(report)
