"""导入核定数据: fund figures and what hospitals were paid, whole files or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, refuse_by_row, unclear
from ledger.basis.heap import uncollected
from ledger.basis.money import yuan
from ledger.basis.period import period_of
from ledger.basis.terms import FUNDS, PAYERS
from ledger.intake.assess_words import FIGURES, LISTS, PAYMENTS, ListKind, fault, read_list
from ledger.intake.returned import unsaid
from ledger.masters.book import book_code
from ledger.store.engine import reading
from ledger.store.masters import read_books, read_hospitals
from ledger.store.standing.assess_lists import (
    Stock,
    read_figures,
    read_stock,
    replace_figures,
    replace_payments,
)
from ledger.workflow.desk import Desk, acting_on, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.intake.files import RawFile
    from ledger.masters.book import Book

Read = list[tuple[int, dict[str, Any]]]
NONE = Stock(0, 0)
FIGURE_NAMES = ("balance", "income", "expenditure", "forecast_income", "forecast_expenditure")
#: What a list says once a book.
SAID_ONCE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        FIGURES.name: ("year",),
        PAYMENTS.name: ("hospital", "month", "service", "payer"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsHeld:
    """What a book holds for a year before and after an import: rows, and their sum in fen.

    Of fund figures the sum is 累计结余; every figure stands in `old` and `new`, in fen.
    """

    book: str
    year: str
    before: Stock
    after: Stock
    old: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseDataImported:
    """What an import wrote: which list, how many rows, and what the books hold now."""

    list: str
    rows: int
    held: tuple[RowsHeld, ...]


@uncollected()
def import_list(desk: Desk, file: RawFile, *, dry_run: bool = False) -> BaseDataImported:
    """Import a list of fund figures or of payments; raises Refused with every bad row.

    What was imported before for the same book and year (figures), or the same hospital,
    month, service and payer (payments), is replaced; the log keeps counts and sums.
    """
    with refusals_logged(desk, "assess-import", file.name):
        kind = kind_of(file)
        read, unread = read_list(kind, file.rows)
        findings = [*file.findings, *unsaid(unread, file.findings)]
        with reading(desk.engine) as conn:
            books = read_books(conn)
        findings += misfits(desk, kind, read, books)
        by_book = rows_by_book(read, books)
        what = "导入核定数据"
        with acting_on(desk, by_book, role="preparer", what=what, dry_run=dry_run) as (conn, _):
            if kind is PAYMENTS:
                findings += strangers(conn, desk, read)
            refuse_by_row(findings)
            write = write_figures if kind is FIGURES else write_payments
            held = write(conn, file.name, books, by_book)
            for code in by_book:
                log_import(desk, conn, code, file.name, [one for one in held if one.book == code])
    return BaseDataImported(list=kind.name, rows=len(read), held=tuple(held))


def rows_by_book(read: Read, books: Mapping[str, Book]) -> dict[str, Read]:
    """Part rows by their book, in order of its name; a book that is not there has none."""
    codes = [code_of_row(values) for _, values in read]
    named = sorted(set(codes) & books.keys())
    pairs = list(zip(codes, read, strict=True))
    return {code: [row for of_book, row in pairs if of_book == code] for code in named}


def kind_of(file: RawFile) -> ListKind:
    """Return which list a file holds, by its headings; a column that is missing is told once."""
    names = {name for row in file.rows for name in row.words}
    kinds = [kind for kind in LISTS if names & kind.own]
    if len(kinds) != 1:
        what = "两种栏目混在一起" if kinds else "看不出是哪一种"
        raise unclear("LIST_UNKNOWN", f"{file.name} {what}", f"一个文件只放一种。{lists_told()}")
    if file.rows:
        refuse_lacking(kinds[0], names)
    return kinds[0]


def lists_told() -> str:
    """Say which lists there are, each with its columns."""
    return "；".join(f"{kind.name}：{'、'.join(kind.columns.values())}" for kind in LISTS)


def refuse_lacking(kind: ListKind, names: Container[str]) -> None:
    """Refuse a list that lacks any of its columns."""
    lacking = "、".join(label for name, label in kind.columns.items() if name not in names)
    if lacking:
        raise unclear("COLUMN_MISSING", f"{kind.name}缺少栏目：{lacking}", "补上这些栏目")


def code_of_row(values: Mapping[str, Any]) -> str:
    """Name the book of a row."""
    return book_code(values["area"], values["fund"])


def book_unopened(kind: ListKind, number: int, code: str, books: Iterable[str]) -> Finding:
    """Word that a row names a book that was never opened."""
    what = f"没有账套 {code}；现有：{'、'.join(books) or '无'}"
    return fault(kind, number, "area", what, "核对统筹区和险种", code="BOOK_UNKNOWN")


def misfits(desk: Desk, kind: ListKind, read: Read, books: Mapping[str, Book]) -> list[Finding]:
    """Say what rows do not fit: a book not opened, a time not come, a payer of another fund.

    A row that says the same thing as an earlier one is among them.
    """
    today = desk.today()
    findings: list[Finding] = []
    seen: dict[tuple[Any, ...], int] = {}
    for number, values in read:
        code = code_of_row(values)
        if code not in books:
            findings.append(book_unopened(kind, number, code, books))
        if kind is FIGURES:
            findings += figure_misfits(number, values, today.year)
        else:
            findings += payment_misfits(number, values, period_of(today))
        earlier = seen.setdefault((code, *(values[name] for name in SAID_ONCE[kind.name])), number)
        if earlier != number:
            findings.append(row_twice(kind, number, earlier))
    return findings


def figure_misfits(number: int, values: Mapping[str, Any], year: int) -> list[Finding]:
    """Say what does not fit in a row of fund figures."""
    if values["year"] <= year:
        return []
    what = f"{values['year']} 年还没有到"
    return [fault(FIGURES, number, "year", what, "填数字所属的年度")]


def payment_misfits(number: int, values: Mapping[str, Any], month: str) -> list[Finding]:
    """Say what does not fit in a row of payments."""
    findings = []
    if values["month"] > month:
        what = f"{values['month']} 还没有到"
        findings.append(fault(PAYMENTS, number, "month", what, "核对月份"))
    if values["payer"] != "basic" and values["fund"] != "employee":
        what = f"{FUNDS[values['fund']]}没有“{PAYERS[values['payer']]}”"
        findings.append(fault(PAYMENTS, number, "payer", what, "核对险种和支付方"))
    return findings


def row_twice(kind: ListKind, number: int, earlier: int) -> Finding:
    """Word that a row says what an earlier one has said."""
    what = f"与第 {earlier} 行重复"
    if kind is FIGURES:
        return fault(kind, number, "year", what, "同一账套、年度只留一行", code="ROW_TWICE")
    remedy = "同一机构、月份、服务类别、支付方只留一行，几笔的合并成一个数"
    return fault(kind, number, "amount", what, remedy, code="ROW_TWICE")


def strangers(conn: sa.Connection, desk: Desk, read: Read) -> list[Finding]:
    """Refuse hospitals that are not in the list."""
    codes = {values["hospital"] for _, values in read}
    known = read_hospitals(conn, desk.today(), codes)
    return [
        fault(
            PAYMENTS,
            number,
            "hospital",
            f"医疗机构 {values['hospital']} 不在名单内",
            "核对编码；确属新增的，先用 prepay hospital import 导入名单",
            code="HOSPITAL_UNKNOWN",
        )
        for number, values in read
        if values["hospital"] not in known
    ]


def write_figures(
    conn: sa.Connection, name: str, books: Mapping[str, Book], by_book: Mapping[str, Read]
) -> list[RowsHeld]:
    """Write fund figures, and say what was there before."""
    held = []
    rows: list[dict[str, Any]] = []
    for code, read in by_book.items():
        by_year = sorted((values for _, values in read), key=lambda values: values["year"])
        held += [figures_held(conn, books[code], values) for values in by_year]
        rows += [figures_stored(code, values, f"{name}#{number}") for number, values in read]
    replace_figures(conn, rows)
    return held


def figures_held(conn: sa.Connection, book: Book, values: Mapping[str, Any]) -> RowsHeld:
    """Say what a book holds of a year's figures, and what it will hold."""
    year = values["year"]
    before = read_figures(conn, [book], year).get(book.code)
    return RowsHeld(
        book=book.code,
        year=str(year),
        before=Stock(1, before.balance_fen) if before else NONE,
        after=Stock(1, values["balance"]),
        old={name: getattr(before, f"{name}_fen") for name in FIGURE_NAMES} if before else {},
        new={name: values[name] for name in FIGURE_NAMES},
    )


def figures_stored(book: str, values: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """Write a year's figures as they are stored."""
    figures = {f"{name}_fen": values[name] for name in FIGURE_NAMES}
    return {"book": book, "year": values["year"], **figures, "origin": origin}


def write_payments(
    conn: sa.Connection, name: str, books: Mapping[str, Book], by_book: Mapping[str, Read]
) -> list[RowsHeld]:
    """Write payments, and say what was there before."""
    codes = [code for code in books if code in by_book]
    before = read_stock(conn, codes)
    for code, read in by_book.items():
        rows = [payment_stored(code, values, f"{name}#{number}") for number, values in read]
        replace_payments(conn, code, rows)
    after = read_stock(conn, codes)
    touched = {(code, v["month"][:4]) for code, read in by_book.items() for _, v in read}
    return [
        RowsHeld(book=key[0], year=key[1], before=before.get(key, NONE), after=after.get(key, NONE))
        for key in sorted(touched)
    ]


def payment_stored(book: str, values: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """Write a payment as it is stored."""
    names = ("hospital", "month", "service", "payer")
    said = {name: values[name] for name in names}
    return {"book": book, **said, "amount_fen": values["amount"], "origin": origin}


def log_import(
    desk: Desk, conn: sa.Connection, book: str, name: str, held: Sequence[RowsHeld]
) -> None:
    """Log what an import changed in a book: counts and sums before and after."""
    note(desk, conn, book, "assess-import", name, {"years": [held_tree(one) for one in held]})


def held_tree(held: RowsHeld) -> dict[str, object]:
    """Write what a book holds for programs and for the log."""
    return {
        "year": held.year,
        "before": stock_tree(held.before, held.old),
        "after": stock_tree(held.after, held.new),
    }


def stock_tree(stock: Stock, figures: Mapping[str, int]) -> dict[str, object]:
    """Write how many rows a book holds and what they come to; of fund figures also each."""
    told = {name: yuan(fen) for name, fen in figures.items()}
    return {"rows": stock.rows, "amount": yuan(stock.amount_fen), **told}
