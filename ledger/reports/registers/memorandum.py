"""备查簿: agreements, guarantees, recalls, cases, write-offs and what came back after them.

甘肃·六; 海南·七(三). Nothing removes a line: what was withdrawn stands with its mark, what was
corrected stands with its correction. It has no effect on balances.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    named_row,
)
from ledger.reports.asking import day_meant
from ledger.reports.kind import ReportKind
from ledger.reports.registers.memo_lines import (
    SIGNATURES,
    kind_name,
    line_tree,
    lines_of,
    registered,
)
from ledger.reports.registers.memorandum_page import hospital_pages
from ledger.store.engine import reading
from ledger.store.relations.events import read_withdrawals
from ledger.store.standing.memorandum import read_moving
from ledger.workflow.book_states import book_states
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.dues.values import BookState
    from ledger.reports.kind import ReportAsked
    from ledger.reports.registers.memo_lines import MemoLine
    from ledger.workflow.desk import Desk

#: The 登记事项 that the 备查簿 keeps, and the movements of its vouchers.
REGISTERED = (
    "agreement",
    "guarantee",
    "recall",
    "recall-lift",
    "court-case",
    "bankruptcy-claim",
    "payment-stop",
    "prior-write-off",
)
POSTED = ("write-off", "recovery", "succession")
COLUMNS = MappingProxyType(
    {
        "number": Column(heading="序号", align="right"),
        "date": Column(heading="业务日期"),
        "booked": Column(heading="登记日期", spare=True),
        "kind": Column(heading="类别"),
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "year": Column(heading="年度", align="right"),
        "amount": money("金额"),
        "words": Column(heading="内容", wraps=24),
        "papers": Column(heading="文书", wraps=WORDS),
        "voucher": Column(heading="凭证"),
        "since": Column(heading="后续", wraps=WORDS),
    }
)
NOTE = "备查簿不影响余额；登记有误的撤销登记后仍在，凭证有误的更正后仍在。保管三十年。"


def memorandums(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """备查簿 of each book up to a day; of one hospital its page, of all prepayment years or one."""
    on = day_meant(asked, day) or desk.today()
    reports: list[Report] = []
    with reading(desk.engine) as conn:
        books = books_asked(conn, asked.book)
        if asked.hospital:
            for book in books:
                reports += hospital_pages(desk, conn, book, on, asked.hospital, asked.year)
            reports = [replace(page, title=f"{REPORT.title}：{page.title}") for page in reports]
        else:
            states = book_states(desk, conn, books, on, history=True)
            reports = [memorandum(one, kept_lines(conn, one, asked.year)) for one in states]
    if not reports:
        raise refuse(
            "NOTHING_FOUND", f"没有 {asked.hospital} 的登记和凭证", "核对 --hospital 和 --book"
        )
    return reports


REPORT = ReportKind(
    name="memorandum",
    title="备查簿",
    draw=memorandums,
    words={"hospital": "", "year": ""},
    help="备查簿（--hospital 一家）",
    listed=13,
    help_at=(7, 2),
    menu=11,
)


def kept_lines(conn: sa.Connection, state: BookState, year: int) -> list[MemoLine]:
    """Read the lines that the 备查簿 keeps of all hospitals."""
    code = state.book.code
    vouchers = [v for v in read_moving(conn, code, POSTED, state.on) if year in (0, v.year)]
    entries = registered(conn, code, state.on, REGISTERED)
    kept = [(entry, event) for entry, event in entries if year in (0, entry.year)]
    return lines_of(state, vouchers, kept, read_withdrawals(conn, code))


def memorandum(state: BookState, lines: Sequence[MemoLine]) -> Report:
    """Draw up a book's 备查簿 up to a day."""
    counted = Counter(line.kind for line in lines)
    kinds = [kind for kind in (*REGISTERED, *POSTED) if counted[kind]]
    counts = [f"{EVENT_KINDS[kind]} {counted[kind]}" for kind in kinds]
    return Report(
        title=f"医保预付金{REPORT.title}",
        subtitle=(
            book_line(state.book),
            f"截至 {state.on}",
            joined(counts, "，") or "还没有登记",
            UNIT,
        ),
        columns=tuple(COLUMNS.values()),
        rows=tuple(memo_row(number, line, state) for number, line in enumerate(lines, 1)),
        notes=(NOTE,),
        signatures=SIGNATURES,
        tree={
            "book": state.book.code,
            "as_of": state.on,
            "lines": [line_tree(number, line, state) for number, line in enumerate(lines, 1)],
        },
    )


def memo_row(number: int, line: MemoLine, state: BookState) -> Row:
    """Draw one line."""
    return named_row(
        COLUMNS,
        {
            "number": number,
            "date": line.date,
            "booked": line.booked,
            "kind": kind_name(line),
            "hospital": line.hospital,
            "name": state.name(line.hospital) if line.hospital else "",
            "year": str(line.year or ""),
            "amount": line.amount_fen or None,
            "words": line.words,
            "papers": line.papers,
            "voucher": line.where,
            "since": line.since,
        },
    )
