"""对账 from the command line: letters, answers by workbook, the register, 年结, and bean-check.

A book from December 2025: 城关示范医院 owes 300,000, 安宁示范医院 200,000, 榆中示范卫生院 nothing any more.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from beancount import loader
from click.testing import CliRunner

import cli
from ledger.basis.clock import SystemClock
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, THIRD, Office
from tests.workbooks import rewritten, sheet_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CUTOFF = ("--date", "2025-12-31")
DECEMBER = {"date": "2025-12-01", "year": "2025", "account": "1101"}


@pytest.fixture
def december(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """Give the office with its openings posted and one repayment, on the real clock's side."""
    office = Office.open(sqlite_url, tmp_path, start="2025-12")
    office.post(
        *(
            office.row("opening-balance", hospital=hospital, amount=amount, **DECEMBER)
            for hospital, amount in ((FIRST, "300000.00"), (SECOND, "200000.00"), (THIRD, "5000"))
        ),
        office.give_back(THIRD, "5000.00", day="2025-12-10", year="2025"),
    )
    yield office
    office.desk.engine.dispose()


def run(office: Office, person: str, *words: str, code: int = 0) -> tuple[str, str]:
    """Run a command of the employee's book as a person; give what it prints and what it says."""
    start = ["--database", str(office.desk.engine.url.database), "--as", person]
    done = CliRunner().invoke(cli.main, [*start, "--book", EMPLOYEE, *words])
    assert done.exit_code == code, (words, done.stdout, done.stderr)
    return done.stdout, done.stderr


def register(office: Office, *words: str) -> dict[str, str]:
    """Read the register: where each hospital's letter stands."""
    out, _ = run(office, "主管丁", "confirm", "list", "--format", "json", *words)
    return {row["hospital"]: row["state"] for row in json.loads(out)["letters"]}


def red(office: Office) -> list[str]:
    """Export, and let Beancount say what is wrong with 2025."""
    run(office, "主管丁", "export", "beancount")
    loader.initialize(use_cache=False)
    path = office.folder / "journals" / "620100-employee" / "2025.beancount"
    _, errors, _ = loader.load_file(str(path))
    return [error.message for error in errors]


def test_a_year_end_from_letters_to_a_green_journal(december: Office) -> None:
    office = december
    letters = office.folder / "对账函.xlsx"
    # Review first, then send; an approver takes them over.
    out, _ = run(office, "制单乙", "confirm", "letters", *CUTOFF)
    assert "医保预付金对账函（榆中示范卫生院）" in out
    _, said = run(
        office, "制单乙", "confirm", "letters", *CUTOFF, "--send", "--output", str(letters)
    )
    assert "3 份录成草稿，等待审核；0 份以前已发" in said
    first = [cell for row in sheet_values(letters) for cell in row]
    assert "编号：对账20251231-职工-001　截止日：2025-12-31" in first
    assert 300000.0 in first
    run(office, "审核丙", "approve", "--all")
    folder = office.folder / "函"
    run(office, "制单乙", "confirm", "letters", *CUTOFF, "--output", str(folder))
    assert len(list(folder.iterdir())) == 3
    assert set(register(office).values()) == {"waiting"}

    # The replies come: one differs, and its scan is kept.
    sheet = office.folder / "回函.xlsx"
    run(office, "制单乙", "confirm", "template", str(sheet))
    (office.folder / "盖章.pdf").write_bytes(b"%PDF-1.4")
    replies = {(2, "答复"): "相符", (3, "答复"): "不符", (4, "答复"): "相符"}
    filled = rewritten(
        sheet, {**replies, **papers(2), **papers(3), **papers(4), (3, "扫描件"): "盖章.pdf"}
    )
    _, said = run(office, "制单乙", "confirm", "answer", str(filled), code=1)
    assert "DIFFER_REASON" in said
    assert "DIFFER_AMOUNT" in said
    mended = next(office.folder.glob("回函*-有误.xlsx"))
    at = next(n for n, row in enumerate(sheet_values(mended), 1) if row[2] == SECOND)
    filled = rewritten(mended, {(at, "医院账面余额"): 199000, (at, "不符原因"): "12月已还1000元"})
    run(office, "制单乙", "confirm", "answer", str(filled))
    run(office, "审核丙", "approve", "--all")
    assert register(office, "--open") == {SECOND: "differs"}
    assert register(office) == {FIRST: "agreed", SECOND: "differs", THIRD: "agreed"}

    # December closes, though a hospital differs; the year does not, before somebody says why.
    run(office, "出纳戊", "sign", "--all")
    out, _ = run(office, "主管丁", "close", "month", "2025-12", "--format", "json")
    assert json.loads(out)["remarks"][:3] == [
        {"name": "对方确认的余额", "text": "1 处不符"},
        {"name": "对账函", "text": "不符 1 份"},
        {"name": "期初未与总账核对", "text": "1101 暂付款 505,000.00"},
    ]
    _, said = run(office, "主管丁", "close", "year", "2025", code=1)
    assert "UNCONFIRMED" in said
    assert "安宁示范医院（H62010000002）余额 200,000.00，不符" in said
    assert len(red(office)) == 1
    why = ("--reason", "12月30日到账，一月补记", "--paper", "说明-1:2026-01-12")
    run(office, "制单乙", "confirm", "explain", "--hospital", SECOND, *CUTOFF, *why)
    run(office, "审核丙", "approve", "--all")
    run(office, "主管丁", "close", "year", "2025")
    assert register(office)[SECOND] == "explained"

    # The money is booked: what was red is green, on the day that it was about.
    office.desk.clock = SystemClock()  # The commands above went by the machine's clock.
    office.post(office.give_back(SECOND, "1000.00", day="2025-12-30", year="2025"))
    assert red(office) == []
    assert register(office)[SECOND] == "cured"
    out, _ = run(office, "主管丁", "verify", "--format", "json")
    assert json.loads(out)["sound"]
    documents = office.folder / "journals" / "620100-employee" / "2025" / "documents"
    assert [path.suffix for path in documents.iterdir()] == [".pdf"]


def papers(row: int) -> dict[tuple[int, str], str | date]:
    """Fill in a reply's number and day."""
    return {(row, "回函编号"): f"复-{row}", (row, "回函日期"): date(2026, 1, 10)}


def test_one_answer_by_hand(december: Office) -> None:
    office = december
    run(office, "制单乙", "confirm", "letters", *CUTOFF, "--send")
    run(office, "审核丙", "approve", "--all")
    by_hand = ("confirm", "answer", "--hospital", FIRST, *CUTOFF, "--reply", "复-1:2026-01-10")
    run(office, "制单乙", *by_hand, code=2)
    run(office, "制单乙", *by_hand, "--agree", "--dry-run")
    assert register(office)[FIRST] == "waiting"
    run(office, "制单乙", *by_hand, "--differ", "299999.99", "--reason", "少记一分")
    run(office, "审核丙", "approve", "--all")
    assert register(office)[FIRST] == "differs"
    _, said = run(office, "制单乙", *by_hand[:-1], "复-2:2026-01-11", "--agree", code=1)
    assert "ANSWERED_TWICE" in said


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("letters", "--date", "昨天"), 2, "DATE_UNREADABLE"),
        (("letters", "--date", "2025-11-30"), 2, "CUTOFF_EARLY"),
        (("template", "空.xlsx"), 1, "NOTHING_TO_ANSWER"),
        (("template", "空.csv"), 2, "FILE_KIND"),
        (("answer",), 2, "写明文件"),
        (("answer", "没有.csv"), 2, "FILE_MISSING"),
        (("explain", "--hospital", FIRST, "--reason", "无", "--paper", "1"), 2, "PAPER_UNREADABLE"),
        (
            ("explain", "--hospital", FIRST, "--reason", "无", "--paper", "1:2026-01-01"),
            1,
            "LETTER_UNKNOWN",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_is_said(
    december: Office, words: tuple[str, ...], code: int, told: str
) -> None:
    _, said = run(december, "制单乙", "confirm", *words, code=code)
    assert told in said


def test_the_other_book_is_left_alone(december: Office) -> None:
    run(december, "制单乙", "confirm", "letters", *CUTOFF, "--send")
    start = ["--database", str(december.desk.engine.url.database), "--book", RESIDENT]
    done = CliRunner().invoke(cli.main, [*start, "confirm", "letters", *CUTOFF])
    assert done.exit_code == 1
    assert "NOTHING_TO_CONFIRM" in done.stderr
