"""核定数据 in: two lists told by their headings, every bad row at once, and 200,000 rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.intake.assess_template import write_list_template
from ledger.intake.assess_words import LISTS, headings_of
from ledger.intake.files import read_file
from ledger.intake.returned import returning
from ledger.store.engine import reading
from ledger.store.standing.assess_lists import read_stock
from ledger.store.tables.schema import fund_figure
from ledger.store.writer import read_log
from ledger.workflow.assess.base_data import import_list
from tests.assess_office import TWELVE, figures, load, payments
from tests.cases import only, refusal
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes
from tests.workbooks import sheet_values, write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value
    from ledger.workflow.assess.base_data import BaseDataImported

HEADINGS = "统筹区,险种,医疗机构编码,月份,服务类别,支付方,金额"


def imported(office: Office, path: Path) -> BaseDataImported:
    """Import a file."""
    office.desk.operator = "制单乙"
    file = read_file(path, headings_of(*LISTS))
    with returning(file, lambda _: None):
        return import_list(office.desk, file)


def written(office: Office, *rows: str, encoding: str = "utf-8") -> Path:
    """Write a list of payments as CSV."""
    path = office.folder / "支付.csv"
    path.write_text("\n".join((HEADINGS, *rows)) + "\n", encoding=encoding)
    return path


def stock(office: Office, year: str = "2025") -> tuple[int, int]:
    """Count and add up what a book holds."""
    with reading(office.desk.engine) as conn:
        found = read_stock(conn, [EMPLOYEE]).get((EMPLOYEE, year))
    return (found.rows, found.amount_fen) if found else (0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_is_read_in_the_encodings_that_excel_writes(office: Office, encoding: str) -> None:
    row = f'620100,职工,{FIRST},2025-03,住院,基本医保统筹基金,"1,200.50"'

    done = imported(office, written(office, row, encoding=encoding))

    assert (done.list, done.rows) == ("医疗费用支付", 1)
    assert stock(office) == (1, 120050)


@pytest.mark.parametrize("month", ["2025-03", "202503", "2025/3", "2025年3月", "2025-03-01"])
def test_a_month_is_read_as_people_and_excel_write_it(office: Office, month: str) -> None:
    row = f"620100,职工,{FIRST},{month},住院,基本医保统筹基金,1.00"

    imported(office, written(office, row))
    again = imported(office, written(office, row.replace(month, "2025-03").replace("1.00", "2.00")))

    assert [(one.before, one.after) for one in again.held] == [((1, 100), (1, 200))]


def test_every_bad_row_comes_back_with_its_column_and_its_remedy(office: Office) -> None:
    path = written(
        office,
        f"620100,职工,{FIRST},2025-13,住院,基本医保统筹基金,1.00",
        f"620100,职工,{FIRST},2025-01,住院,基本医保统筹基金,1.005",
        f"620100,职工,{FIRST},2025-02,急诊,基本医保统筹基金,1.00",
        f"620100,居民,{FIRST},2025-02,住院,公务员医疗补助,1.00",
        "620100,职工,H62010009999,2025-02,住院,基本医保统筹基金,1.00",
        f"620199,职工,{FIRST},2025-02,住院,基本医保统筹基金,1.00",
        f"620100,职工,{FIRST},2025-04,住院,基本医保统筹基金,-1.00",
        f"620100,职工,{FIRST},2026-02,住院,基本医保统筹基金,1.00",
        f"620100,职工,{FIRST},2025-05,住院,基本医保统筹基金,1.00",
        f"620100,职工,{FIRST},2025/5,住院,基本医保统筹基金,2.00",
        f"620100,职工,{FIRST},2025-06,住院,基本医保统筹基金,",
    )

    with pytest.raises(Refused) as caught:
        imported(office, path)

    assert caught.value.exit_code == 2
    assert [(f.row, f.field, f.code) for f in caught.value.findings] == [
        (2, "month 月份", "WORD_UNREADABLE"),
        (3, "amount 金额", "WORD_UNREADABLE"),
        (4, "service 服务类别", "WORD_UNREADABLE"),
        (5, "payer 支付方", "WORD_UNREADABLE"),
        (6, "hospital 医疗机构编码", "HOSPITAL_UNKNOWN"),
        (7, "area 统筹区", "BOOK_UNKNOWN"),
        (8, "amount 金额", "WORD_UNREADABLE"),
        (9, "month 月份", "WORD_UNREADABLE"),
        (11, "amount 金额", "ROW_TWICE"),
        (12, "amount 金额", "WORD_UNREADABLE"),
    ]
    assert all(finding.remedy for finding in caught.value.findings)
    assert stock(office) == (0, 0)


def test_a_file_that_mixes_the_lists_or_lacks_a_column_is_refused_once(office: Office) -> None:
    mixed = [{**figures("职工", **TWELVE), "hospital": FIRST}]
    assert codes(refusal(office, lambda: load(office, mixed))) == ["LIST_UNKNOWN"]

    lacking = [
        {k: v for k, v in row.items() if k != "payer"} for row in payments(FIRST, "职工", "1")
    ]
    finding = only(refusal(office, lambda: load(office, lacking)))
    assert (finding.code, "支付方" in finding.message) == ("COLUMN_MISSING", True)


def test_fund_figures_are_replaced_and_a_balance_may_be_negative(office: Office) -> None:
    load(office, [figures("职工", **TWELVE)])
    load(office, [figures("职工", **{**TWELVE, "balance": "-0.01"})])

    with reading(office.desk.engine) as conn:
        rows = conn.execute(fund_figure.select()).all()
        line = read_log(conn, book=EMPLOYEE)[-1]
    assert [(row.book, row.year, row.balance_fen) for row in rows] == [(EMPLOYEE, 2025, -1)]
    assert '"balance":"120000000.00","expenditure":"120000000.00"' in line["content"]

    twice = [figures("职工", **TWELVE), figures("职工", **TWELVE)]
    assert codes(refusal(office, lambda: load(office, twice))) == ["ROW_TWICE"]
    early = [figures("职工", year="2027", **TWELVE)]
    assert codes(refusal(office, lambda: load(office, early))) == ["WORD_UNREADABLE"]


def test_the_log_keeps_counts_and_sums_before_and_after(office: Office) -> None:
    load(office, payments(FIRST, "职工", "100.00"))
    load(office, [*payments(FIRST, "职工", "50.00")[:1], *payments(SECOND, "职工", "0")[:1]])

    with reading(office.desk.engine) as conn:
        lines = [
            line for line in read_log(conn, book=EMPLOYEE) if line["action"] == "assess-import"
        ]

    assert lines[-1]["operator"] == "制单乙"
    assert (
        '"after":{"amount":"1150.00","rows":13},"before":{"amount":"1200.00","rows":12}'
        in lines[-1]["content"]
    )


def test_only_a_preparer_imports(office: Office) -> None:
    office.desk.operator = "出纳戊"
    from tests.office import raw

    rows = raw(payments(FIRST, "职工", "1.00"), "支付.csv")
    finding = only(refusal(office, lambda: import_list(office.desk, rows)))
    assert finding.code == "ROLE_MISSING"


def test_a_trial_import_writes_nothing(office: Office) -> None:
    from tests.office import raw

    office.desk.operator = "制单乙"
    done = import_list(office.desk, raw(payments(FIRST, "职工", "1.00"), "支付.csv"), dry_run=True)

    assert done.held[0].after == (12, 1200)
    assert stock(office) == (0, 0)


def test_a_template_is_filled_in_refused_marked_and_taken_once_mended(office: Office) -> None:
    path = office.folder / "支付.xlsx"
    assert write_list_template("payments", path) == "医疗费用支付"
    headings = sheet_values(path)[0]
    assert headings == [f"{name}*" for name in HEADINGS.split(",")]
    row: list[Value] = ["620100", "职工", FIRST, "三月", "住院", "基本医保统筹基金", 0]
    write_sheet(path, [headings, row], name="医疗费用支付")

    with pytest.raises(Refused) as caught:
        imported(office, path)

    assert [(f.row, f.field) for f in caught.value.findings] == [(2, "month 月份（D 列）")]
    copy = office.folder / "支付-有误.xlsx"
    values = sheet_values(copy)
    at = next(n for n, line in enumerate(values) if "问题与办法" in line)
    assert "月份“三月”读不懂" in str(values[at + 1][-1])
    values[at + 1][3] = "2025-03"
    write_sheet(copy, values, name="医疗费用支付")
    assert imported(office, copy).rows == 1
    assert stock(office) == (1, 0)


def test_a_large_list_replaces_whole_months_without_losing_others(office: Office) -> None:
    load(office, payments(FIRST, "职工", "1.00"))
    codes_ = [f"H{number:07d}" for number in range(200)]
    from ledger.workflow.setup.masters import import_hospitals
    from tests.office import raw

    words = {"ownership": "public", "level": "一级", "inpatient": "yes"}
    import_hospitals(office.desk, raw([{"code": c, "name": c, **words} for c in codes_], "院.csv"))
    rows = [row for code in codes_ for row in payments(code, "职工", "2.00")]

    load(office, rows)

    assert stock(office) == (12 + 2400, 12 * 100 + 2400 * 200)
    load(office, [{**row, "amount": "3.00"} for row in rows])
    assert stock(office) == (12 + 2400, 12 * 100 + 2400 * 300)
