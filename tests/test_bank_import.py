"""导入对账单: as banks and 财政 print them; what adds up comes in, and nothing else."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.workflow.bank.statement_import import drop_statement, import_statement
from tests.bank_office import HEADINGS, bring, freeze, printed, sides, write_csv
from tests.office import EMPLOYEE, codes
from tests.workbooks import write_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value
    from tests.office import Office

#: Three lines of January: money in, money out, money in.
LINES = (
    ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款", "S1"),
    ("2026-01-12", "-300.50", "城关示范医院", "622210000001", "拨付", "S2"),
    ("2026-01-20", "200.00", "城关示范医院", "622210000001", "返还", "S3"),
)
ROWS = printed(LINES)


@pytest.fixture
def office(office: Office) -> Office:
    """Give the office on a day by which every line here has been printed."""
    office.on("2026-12-31")
    return office


def take(office: Office, path: Path, account: str = "1004") -> list[str]:
    """Import a file; give its lines as said: day, what it moved, what was left."""
    office.desk.operator = "出纳戊"
    done = import_statement(office.desk, EMPLOYEE, account, path)
    return [f"{x.date} {yuan(x.net_fen)} {yuan(x.balance_fen)}" for x in done.fresh]


def refused(office: Office, path: Path, account: str = "1004") -> Refused:
    """Import a file that is refused; nothing of it comes in."""
    office.desk.operator = "出纳戊"
    before = len(sides(office).lines)
    with pytest.raises(Refused) as error:
        import_statement(office.desk, EMPLOYEE, account, path)
    assert len(sides(office).lines) == before
    return error.value


TAKEN = ["2026-01-10 1000.00 1000.00", "2026-01-12 -300.50 699.50", "2026-01-20 200.00 899.50"]


def column(rows: Sequence[Sequence[str]], *places: int) -> list[list[str]]:
    return [[row[n] for n in places] for row in rows]


def contract(folder: Path) -> Path:
    return write_csv(folder / "a.csv", ROWS)


def utf8_with_mark_and_junk(folder: Path) -> Path:
    above = [["示范银行账户明细"], ["账号：1004001", "币种：人民币"], []]
    below = [["合计", "", "", "", "300.50", "1,200.00", "", ""], ["打印：2026-02-01 08:00"]]
    path = folder / "b.csv"
    return write_csv(path, ROWS, above=above, below=below, encoding="utf-8-sig")


def income_and_outlay(folder: Path) -> Path:
    headings = ["记账日期", "收入金额(元)", "支出金额（元）", "账户余额", "对方单位", "用途"]
    rows = column(ROWS, 0, 5, 4, 6, 2, 1)
    return write_csv(folder / "c.csv", rows, headings=headings)


def amount_and_flag(folder: Path) -> Path:
    headings = ["交易时间", "借贷标志", "金额", "余额", "摘要"]
    rows = [[f"{r[0]} 10:11:12", "借" if r[4] else "贷", r[4] or r[5], r[6], r[1]] for r in ROWS]
    return write_csv(folder / "d.csv", rows, headings=headings)


def signed_amount(folder: Path) -> Path:
    headings = ["日期", "发生额", "余额", "附言"]
    rows = [[r[0].replace("-", ""), r[5] or f"-{r[4]}", r[6], r[1]] for r in ROWS]
    return write_csv(folder / "e.csv", rows, headings=headings, encoding="utf-8")


def newest_first(folder: Path) -> Path:
    return write_csv(folder / "f.csv", ROWS[::-1])


def from_the_other_side(folder: Path) -> Path:
    """财政's own books: 借 is what came into the account."""
    headings = ["日期", "摘要", "借方", "贷方", "方向", "余额"]
    rows = [[r[0], r[1], r[5], r[4], "借", r[6]] for r in ROWS]
    above = [["财政专户对账单"], ["承前页", "", "", "", "", "0.00"]]
    below = [["2026-01-31", "本月合计", "1,200.00", "300.50", "借", "899.50"], ["过次页"]]
    return write_csv(folder / "g.csv", rows, headings=headings, above=above[:1], below=below)


def tabs(folder: Path) -> Path:
    text = "\n".join("\t".join(row) for row in [["查询结果"], list(HEADINGS), *ROWS])
    path = folder / "h.csv"
    path.write_text(text, encoding="gb18030")
    return path


def a_page_at_a_time(folder: Path) -> Path:
    page = [["承前页", "", "", "", "", "", "699.50", ""], list(HEADINGS)]
    return write_csv(folder / "i.csv", [*ROWS[:2], ["本页小计"], *page, ROWS[2]])


def workbook(folder: Path) -> Path:
    """Excel's own numbers and days, a merged title, a total by formula below."""
    body: list[list[Value]] = [
        [datetime.date.fromisoformat(r[0]), *r[1:4], *(float(c) if c else "" for c in r[4:7]), r[7]]
        for r in ROWS
    ]
    rows: list[Sequence[Value]] = [["示范银行对账单"], ["账号：1004001"], HEADINGS, *body, ["合计"]]

    def touch(_: object, sheet: object) -> None:
        sheet.merge_range("A1:H1", "示范银行对账单")  # type: ignore[attr-defined]
        sheet.write_formula("E7", "=SUM(E4:E6)", None, 300.5)  # type: ignore[attr-defined]

    return write_sheet(folder / "j.xlsx", rows, name="Sheet1", touch=touch)


SHAPES = (
    contract,
    utf8_with_mark_and_junk,
    income_and_outlay,
    amount_and_flag,
    signed_amount,
    newest_first,
    from_the_other_side,
    tabs,
    a_page_at_a_time,
    workbook,
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_print_of_the_same_lines_is_read_the_same(
    office: Office, tmp_path: Path, shape: Callable[[Path], Path]
) -> None:
    assert take(office, shape(tmp_path)) == TAKEN


def test_words_about_the_other_side_are_kept(office: Office, tmp_path: Path) -> None:
    take(office, contract(tmp_path))
    line = sides(office).lines[1]
    assert (line.counterparty, line.counterparty_account) == ("城关示范医院", "622210000001")
    assert (line.summary, line.serial, line.origin) == ("拨付", "S2", "a.csv#3")


def test_payer_and_payee_columns_give_the_other_side(office: Office, tmp_path: Path) -> None:
    headings = [
        "交易日期",
        "付款人名称",
        "付款人账号",
        "收款人名称",
        "收款人账号",
        "借方金额",
        "贷方金额",
        "余额",
    ]
    rows = [
        ["2026-01-10", "财政局", "1", "我", "9", "", "10.00", "10.00"],
        ["2026-01-11", "我", "9", "医院", "2", "4.00", "", "6.00"],
    ]
    take(office, write_csv(tmp_path / "a.csv", rows, headings=headings))
    told = [(line.counterparty, line.counterparty_account) for line in sides(office).lines]
    assert told == [("财政局", "1"), ("医院", "2")]


def test_a_doubled_row_is_dropped_and_told(office: Office, tmp_path: Path) -> None:
    office.desk.operator = "出纳戊"
    path = write_csv(tmp_path / "a.csv", [*ROWS[:2], ROWS[1], ROWS[2]])
    done = import_statement(office.desk, EMPLOYEE, "1004", path)
    assert (len(done.fresh), done.doubled) == (3, (4,))


def test_paid_bounced_and_paid_again_on_one_day_are_three_lines(office: Office) -> None:
    """Without 流水号 the first and the third print alike; the balances tell them apart."""
    lines = (
        ("2026-01-10", "500.00"),
        ("2026-01-12", "-500.00"),
        ("2026-01-12", "500.00"),
        ("2026-01-12", "-500.00"),
    )
    done = bring(office, lines)
    assert (len(done.fresh), done.doubled) == (4, ())
    again = bring(office, [*lines, ("2026-01-13", "1.00")], name="b.csv")
    assert (len(again.fresh), again.known) == (1, 4)


def test_a_reversal_is_negative_on_the_same_side(office: Office, tmp_path: Path) -> None:
    rows = [
        ["2026-01-10", "收", "", "", "", "100.00", "100.00", ""],
        ["2026-01-11", "冲正", "", "", "", "-100.00", "0.00", ""],
    ]
    take(office, write_csv(tmp_path / "a.csv", rows))
    line = sides(office).lines[1]
    assert (line.side, line.amount_fen, line.net_fen) == ("in", -10000, -10000)


def test_the_same_file_twice_brings_nothing_and_files_that_overlap_only_what_is_new(
    office: Office,
) -> None:
    bring(office, LINES[:2])
    again = bring(office, LINES[:2], name="again.csv")
    assert (len(again.fresh), again.known) == (0, 2)
    more = bring(office, LINES, name="more.csv")
    assert ([line.number for line in more.fresh], more.known) == ([3], 2)


def test_an_earlier_file_may_come_later_where_it_joins(office: Office) -> None:
    bring(office, LINES[1:], opening="1000.00")
    early = bring(office, LINES[:1], name="early.csv")
    assert [line.number for line in early.fresh] == [3]
    assert [line.number for line in sides(office).lines] == [3, 1, 2]


def test_a_statement_that_does_not_follow_on_is_refused_with_both_lines(
    office: Office, tmp_path: Path
) -> None:
    bring(office, LINES[:1])
    path = write_csv(tmp_path / "b.csv", printed(LINES[2:], opening="699.50"))
    error = refused(office, path)
    assert codes(error.findings) == ["STATEMENT_GAP"]
    assert "1,000.00" in error.findings[0].message
    assert "差 -300.50" in error.findings[0].message


def test_a_line_that_says_something_else_than_before_is_refused(
    office: Office, tmp_path: Path
) -> None:
    bring(office, LINES)
    changed = printed([LINES[0], (*LINES[1][:1], "-300.51", *LINES[1][2:]), LINES[2]])
    error = refused(office, write_csv(tmp_path / "b.csv", changed))
    assert set(codes(error.findings)) == {"SERIAL_UNEQUAL"}
    assert "300.50" in error.findings[0].message
    assert "300.51" in error.findings[0].message


def test_a_line_slipped_in_between_is_refused(office: Office, tmp_path: Path) -> None:
    bring(office, LINES)
    lines = [LINES[0], ("2026-01-11", "5.00"), ("2026-01-11", "-5.00"), *LINES[1:]]
    error = refused(office, write_csv(tmp_path / "b.csv", printed(lines)))
    assert codes(error.findings) == ["STATEMENT_CHANGED"]


def test_every_break_of_the_balance_is_named_with_its_figures(
    office: Office, tmp_path: Path
) -> None:
    rows = [list(row) for row in printed([*LINES, ("2026-01-21", "1.00"), ("2026-01-22", "2.00")])]
    rows[1][4] = "300.51"
    del rows[3]
    error = refused(office, write_csv(tmp_path / "a.csv", rows))
    assert [(f.code, f.row) for f in error.findings] == [
        ("RUNNING_BALANCE", 3),
        ("RUNNING_BALANCE", 5),
    ]
    assert "差 0.01" in error.findings[0].message
    assert "差 1.00" in error.findings[1].message
    assert error.exit_code == 1


def test_every_word_that_cannot_be_read_is_named_by_row_and_column(
    office: Office, tmp_path: Path
) -> None:
    rows = [
        ["2026-02-30", "", "", "", "", "1.00", "1.00", ""],
        ["2026-01-02", "", "", "", "", "1.005", "2.00", ""],
        ["2026-01-03", "", "", "", "1.00", "1.00", "2.00", ""],
        ["2026-01-04", "", "", "", "", "1.00", "", ""],
        ["", "", "", "", "", "1.00", "5.00", ""],
    ]
    error = refused(office, write_csv(tmp_path / "a.csv", rows))
    told = [(f.row, f.field) for f in error.findings]
    assert told == [
        (2, "交易日期（第 1 栏）"),
        (3, "贷方发生额（第 6 栏）"),
        (4, "贷方发生额（第 6 栏）"),
        (5, "余额（第 7 栏）"),
        (6, "交易日期（第 1 栏）"),
    ]
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("姓名,电话\n甲,1\n", "交易日期、余额、发生额"),
        ("交易日期,摘要,借方发生额,贷方发生额\n2026-01-01,甲,1.00,\n", "余额"),
        ("交易日期,余额,借方发生额\n2026-01-01,1.00,1.00\n", "发生额"),
        ("", "交易日期、余额、发生额"),
    ],
)
def test_a_sheet_that_is_no_statement_says_what_it_lacks(
    office: Office, tmp_path: Path, text: str, lacks: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    error = refused(office, path)
    assert codes(error.findings) == ["HEADINGS_UNKNOWN"]
    assert lacks in error.findings[0].message


def test_a_statement_without_lines_is_refused(office: Office, tmp_path: Path) -> None:
    error = refused(office, write_csv(tmp_path / "a.csv", [], below=[["合计", "", "", "", "0.00"]]))
    assert codes(error.findings) == ["FILE_EMPTY"]


def test_rows_that_move_nothing_are_no_lines(office: Office, tmp_path: Path) -> None:
    row = ["2026-01-10", "账户信息", "", "", "0.00", "0.00", "5.00", ""]
    error = refused(office, write_csv(tmp_path / "a.csv", [row]))
    assert codes(error.findings) == ["FILE_EMPTY"]
    path = write_csv(tmp_path / "b.csv", [row, *printed(LINES[:1], opening="5.00")])
    assert take(office, path) == ["2026-01-10 1000.00 1005.00"]


def test_the_statement_of_another_account_is_refused(office: Office, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS, above=[["户名：某中心", "账号：6200 9999 8888"]])
    error = refused(office, path)
    assert codes(error.findings) == ["STATEMENT_ACCOUNT"]
    assert "620099998888" in error.findings[0].message


def test_a_month_whose_sheet_is_approved_takes_no_new_line(office: Office, tmp_path: Path) -> None:
    office.on("2026-02-10")
    bring(office, LINES[1:], opening="0.50")
    office.post(
        office.row("suspense", date="2026-01-09", to="1004", amount="0.50", counterparty="甲")
    )
    freeze(office, "2026-01")
    late = write_csv(tmp_path / "late.csv", printed([("2026-01-31", "9.00")], opening="-100.00"))
    assert codes(refused(office, late).findings) == ["PERIOD_RECONCILED"]
    assert bring(office, [("2026-02-01", "9.00")], opening="-100.00", name="f.csv").fresh


def test_a_trial_writes_nothing(office: Office, tmp_path: Path) -> None:
    office.desk.operator = "出纳戊"
    done = import_statement(office.desk, EMPLOYEE, "1004", contract(tmp_path), dry_run=True)
    assert len(done.fresh) == 3
    assert sides(office).lines == ()


def test_who_may_import(office: Office, tmp_path: Path) -> None:
    office.desk.operator = "审核丙"
    with pytest.raises(Refused) as error:
        import_statement(office.desk, EMPLOYEE, "1004", contract(tmp_path))
    assert codes(error.value.findings) == ["ROLE_MISSING"]
    office.desk.operator = "制单乙"
    assert import_statement(office.desk, EMPLOYEE, "1004", contract(tmp_path)).fresh


def test_a_wrong_file_is_taken_back_with_a_reason_while_nothing_rests_on_it(
    office: Office,
) -> None:
    bring(office, LINES[:1])
    bring(office, LINES[1:], opening="1000.00", name="二.csv")
    office.desk.operator = "出纳戊"
    with pytest.raises(Refused) as error:
        drop_statement(office.desk, EMPLOYEE, "1004", "二.csv", "")
    assert codes(error.value.findings) == ["REASON_MISSING"]
    assert drop_statement(office.desk, EMPLOYEE, "1004", "二.csv", "导错账户") == 2
    assert len(sides(office).lines) == 1
    with pytest.raises(Refused) as error:
        drop_statement(office.desk, EMPLOYEE, "1004", "二.csv", "再退")
    assert codes(error.value.findings) == ["NOTHING_FOUND"]


def test_a_file_between_others_or_with_matched_lines_stays(office: Office) -> None:
    from tests.bank_office import match

    office.fund("1000.00")
    bring(office, LINES[:1])
    bring(office, LINES[1:2], opening="1000.00", name="二.csv")
    bring(office, LINES[2:], opening="699.50", name="三.csv")
    office.desk.operator = "出纳戊"
    with pytest.raises(Refused) as error:
        drop_statement(office.desk, EMPLOYEE, "1004", "二.csv", "导错")
    assert codes(error.value.findings) == ["STATEMENT_GAP"]
    match(office)
    with pytest.raises(Refused) as error:
        drop_statement(office.desk, EMPLOYEE, "1004", "对账单.csv", "导错")
    assert codes(error.value.findings) == ["LINES_MATCHED"]
