"""账表 read as an accountant does: 拨付, a part return, a red correction, and their totals."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.events.words import Paper
from ledger.formats.files import csv_text, json_text
from ledger.formats.terminal import show
from ledger.masters.book import Book
from ledger.masters.chart import Account, Leaf
from ledger.masters.chart_file import load_chart
from ledger.reports.books.account_read import AccountRead
from ledger.reports.books.cash_journal import cash_journal, counterparts_of
from ledger.reports.books.journal import journal
from ledger.reports.books.subledger import subledger
from ledger.reports.books.trial_balance import trial_balance
from ledger.reports.closing.closing_sheet import CheckShown, SealShown, closing_sheet
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.reports.vouchers.voucher_sheet import voucher_sheet
from ledger.voucher.shown import AccountEntry, BalanceRow, Line, Voucher

if TYPE_CHECKING:
    from ledger.formats.report import Report

CHART = load_chart()["employee"]
BOOK = Book(
    code="620100/employee",
    area="620100",
    fund="employee",
    area_name="兰州市",
    profile="gansu",
    start="2026-01",
)
FIRST, SECOND = "H62010000001", "H62010000002"
NAMES = {FIRST: "兰州市第一人民医院", SECOND: "兰州康复医院"}
BANK = Leaf(account=CHART.plain("1004"), holder="", name="支出户存款")
FISCAL_ACCOUNT = Leaf(account=CHART.plain("1003"), holder="", name="财政专户存款")
RECEIPT = Paper(type="bank-receipt", number="HD-0305", date=date(2026, 3, 5), amount_fen=10_000_000)


def prepaid(hospital: str, year: int) -> Leaf:
    """Give a hospital's leaf under 1101 for a prepayment year."""
    account = CHART.leaf("prepayment", hospital=hospital, year=year)
    name = CHART.full_name(account.base, holder=NAMES[hospital], year=year)
    return Leaf(account=account, holder=NAMES[hospital], name=name)


def posted(number: int, day: date, debit: Leaf, credit: Leaf, fen: int, **words: object) -> Voucher:
    """Make a posted voucher of two lines."""
    values: dict[str, object] = {
        "book": BOOK.code,
        "id": f"id-{number}",
        "key": f"D-{number}",
        "kind": "disbursement",
        "movement": "disbursement",
        "period": f"{day:%Y-%m}",
        "number": number,
        "date": day,
        "booked": day,
        "hospital": FIRST,
        "year": 2026,
        "summary": "拨付2026年医保预付金",
        "lines": (
            Line(account=debit.account.code, name=debit.name, side="debit", amount_fen=fen),
            Line(account=credit.account.code, name=credit.name, side="credit", amount_fen=fen),
        ),
        "papers": (RECEIPT,),
        "sheets": 1,
        "form": "",
        "corrects": "",
        "corrected_by": "",
        "irregular": False,
        "prepared_by": "王敏",
        "approved_by": "李强",
        "posted_by": "李强",
        "posted_at": "2026-03-05T10:00:00+08:00",
        "origin": "拨付.csv 第 2 行",
        "position": number,
        "fact_digest": "f" * 64,
        "link": "3f2a9c7d5e1b" + "0" * 52,
    }
    return Voucher(**(values | words))  # type: ignore[arg-type]


# 兰州康复医院 was paid by mistake: its 100,000.00 is taken back in red and paid to 第一人民医院.
WRONG = prepaid(SECOND, 2026)
RIGHT = prepaid(FIRST, 2026)
VOUCHERS = (
    posted(1, date(2026, 3, 5), RIGHT, BANK, 120_000_000),
    posted(2, date(2026, 3, 5), WRONG, BANK, 10_000_000, corrected_by="2026-03 记-0003"),
    posted(
        3,
        date(2026, 3, 9),
        WRONG,
        BANK,
        -10_000_000,
        kind="red",
        form="red",
        corrects="2026-03 记-0002",
        summary="注销3月5日记-0002号凭证",
    ),
    posted(
        4,
        date(2026, 3, 9),
        RIGHT,
        BANK,
        10_000_000,
        form="blue",
        corrects="2026-03 记-0002",
        summary="订正3月5日记-0002号凭证",
    ),
    posted(
        1,
        date(2026, 6, 30),
        BANK,
        RIGHT,
        30_000_000,
        kind="repayment",
        movement="repayment",
        summary="返还部分预付金",
    ),
)
#: March, as the store counts it: the red voucher made 发生额 smaller, not larger.
MARCH = (
    BalanceRow(leaf=BANK, opening_fen=500_000_000, debit_fen=0, credit_fen=130_000_000),
    BalanceRow(leaf=prepaid(FIRST, 2025), opening_fen=20_000_000, debit_fen=0, credit_fen=0),
    BalanceRow(leaf=RIGHT, opening_fen=0, debit_fen=130_000_000, credit_fen=0),
    BalanceRow(leaf=WRONG, opening_fen=0, debit_fen=0, credit_fen=0),
    BalanceRow(
        leaf=Leaf(account=CHART.plain("3001.01"), holder="", name="一般基金结余-统筹基金"),
        opening_fen=-520_000_000,
        debit_fen=0,
        credit_fen=0,
    ),
)


def entries_of(leaf: Leaf) -> tuple[AccountEntry, ...]:
    """Give the lines of the vouchers above that stand on a leaf."""
    return tuple(
        AccountEntry(
            account=line.account,
            period=voucher.period,
            number=voucher.number,
            date=voucher.date,
            booked=voucher.booked,
            summary=voucher.summary,
            side=line.side,
            amount_fen=line.amount_fen,
            movement=voucher.movement,
        )
        for voucher in VOUCHERS
        for line in voucher.lines
        if line.account == leaf.account.code
    )


def page(leaf: Leaf, *, period_to: str = "2026-06") -> Report:
    """Draw up the 明细账 of a leaf for the year so far."""
    return subledger(
        BOOK,
        leaf,
        AccountRead(
            since="2026-01",
            until=period_to,
            opening_fen=0,
            to_date=(0, 0),
            entries=entries_of(leaf),
        ),
    )


def bank_page() -> Report:
    """Draw up the 日记账 of 支出户 from March; until then 1,000.00 came in and none went out."""
    return cash_journal(
        BOOK,
        BANK,
        AccountRead(
            since="2026-03",
            until="2026-06",
            opening_fen=500_000_000,
            to_date=(100_000, 0),
            entries=entries_of(BANK),
        ),
        counterparts_of(VOUCHERS, "1004"),
    )


def table(report: Report) -> list[list[str]]:
    """Read the table as it is printed, cell by cell."""
    out = io.StringIO()
    show(report, "table", out)
    return [line.split() for line in out.getvalue().splitlines()]


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
