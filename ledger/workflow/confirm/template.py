"""回函登记表: a workbook with a row for each balance not answered yet, to fill in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.terms import CONFIRMATIONS, FUNDS
from ledger.events.confirmations.confirming import CLAUSE
from ledger.formats.workbook_style import new_book
from ledger.intake.confirm_words import ANSWERS
from ledger.intake.new_file import check_new_workbook, write_new_file
from ledger.intake.workbook.workbook_fill import (
    FillColumn,
    write_guide,
    write_headings,
    write_value,
)
from ledger.store.bank.confirm import read_letters
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.workflow.desk import Desk

CHOICES = {"fund": tuple(FUNDS.values()), "answer": tuple(CONFIRMATIONS.values())}
SORTS = {"cutoff": "date", "date": "date", "year": "year", "sent": "", "amount": ""}
HINTS = {
    "letter": "不要改动：据此找到发出的函",
    "sent": "发函时的账面余额，只供对照，改了也不算",
    "answer": "按回函填 相符 或 不符；还没有回函的行留空",
    "amount": "只在不符时填：医院账上的余额，元；没有余额的填 0",
    "reason": "只在不符时填：医院写的原因",
    "number": "回函联上的编号或收文号",
    "date": "医院签章的日期，如 2027-01-10",
    "file": "可不填；盖章回函扫描件的文件名，与本表放在同一文件夹",
}
SENTENCES = (
    "一行是一家医院一个预付年度的余额；还没有回函的行留空，不会录入，下次再填。",
    "一份函有几个预付年度的，各行填同一个回函编号和日期。",
    "填好后：prepay confirm answer 文件名。有问题的会退回一份“…-有误.xlsx”。",
)
GIVEN = {"bg_color": "#F2F2F2"}
Line = dict[str, "Value"]


def write_reply_template(desk: Desk, path: Path, *, book: str, cutoff: dt.date | None) -> int:
    """Write the workbook of unanswered letters; gives its rows.

    Raises Refused (FILE_KIND, FILE_EXISTS, NOTHING_TO_ANSWER, FILE_UNWRITABLE).
    """
    check_new_workbook(path)
    lines = waiting_lines(desk, book, cutoff)
    if not lines:
        raise refuse(
            "NOTHING_TO_ANSWER",
            f"没有等回函的对账函{f'（截止 {cutoff}）' if cutoff else ''}",
            "先发函并审核：prepay confirm letters --date … --send，prepay approve",
            clause=CLAUSE,
        )
    write_new_file(path, template_bytes(lines))
    return len(lines)


def waiting_lines(desk: Desk, book: str, cutoff: dt.date | None) -> list[Line]:
    """Return a line for each prepayment year of each letter that has no answer."""
    lines: list[Line] = []
    with reading(desk.engine) as conn:
        listed = read_hospitals(conn, desk.today())
        names = {code: hospital.name for code, hospital in listed.items()}
        for one in books_asked(conn, book):
            letters = read_letters(conn, one.code)[0].values()
            for letter in sorted(letters, key=lambda letter: (letter.date, letter.hospital)):
                if not letter.answer and cutoff in (None, letter.date):
                    lines += letter_lines(one, letter, names.get(letter.hospital, ""))
    return lines


def letter_lines(book: Book, letter: Letter, name: str) -> list[Line]:
    """Write a line for each prepayment year of a letter."""
    return [
        {
            "area": book.area,
            "fund": FUNDS[book.fund],
            "hospital": letter.hospital,
            "name": name,
            "letter": letter.number,
            "cutoff": letter.date,
            "year": year,
            "sent": fen / 100,
        }
        for year, fen in letter.closings
    ]


def template_bytes(lines: list[Line]) -> bytes:
    """Draw the workbook: what is known in grey, what the hospital says to fill in."""
    columns = [fill_column(name) for name in ANSWERS.columns]
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(ANSWERS.name)
        write_headings(made, sheet, columns)
        for at, line in enumerate(lines, 1):
            for n, column in enumerate(columns):
                if column.name in line:
                    sort = "money" if column.name == "sent" else column.sort
                    write_value(made, sheet, (at, n), line[column.name], sort, GIVEN)
        write_guide(made, columns, SENTENCES, f"{ANSWERS.name}：填写说明")
    return out.getvalue()


def fill_column(name: str) -> FillColumn:
    """Return one column of the workbook."""
    choices = CHOICES.get(name, ())
    sort = "choice" if choices else SORTS.get(name, "text")
    hint = HINTS.get(name, "从发出的函带来，不要改动")
    return FillColumn(
        name=name,
        heading=ANSWERS.columns[name],
        sort=sort,
        required=name in ("answer", "number", "date"),
        choices=choices,
        hint=hint,
    )
