"""导入核定数据: fund figures and what hospitals were paid, whole files or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Refused, unclear
from ledger.basis.heap import uncollected
from ledger.basis.money import yuan
from ledger.basis.period import period_of
from ledger.basis.terms import FUNDS, PAYERS
from ledger.formats.report import money_tree
from ledger.intake.assess_words import FIGURES, LISTS, PAYMENTS, ListKind, fault, read_list
from ledger.intake.returned import unsaid
from ledger.masters.book import book_code
from ledger.store.assess_lists import (
    Stock,
    read_figures,
    read_stock,
    replace_figures,
    replace_payments,
)
from ledger.store.engine import reading, writing
from ledger.store.masters import read_books, read_hospitals
from ledger.workflow.desk import Desk, acting, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.intake.files import RawFile
    from ledger.masters.book import Book

Read = list[tuple[int, dict[str, Any]]]
NONE = Stock(0, 0)
FIGURE_NAMES = ("balance", "income", "expenditure", "forecast_income", "forecast_expenditure")


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
        read, found = read_list(kind, file.rows)
        findings = [*file.findings, *unsaid(found, file.findings)]
        with reading(desk.engine) as conn:
            books = read_books(conn)
        findings += misfits(desk, kind, read, books)
        named = sorted({code_of_row(values) for _, values in read} & set(books))
        with writing(desk.engine, named, dry_run=dry_run) as conn:
            acting(desk, conn, "preparer", "导入核定数据")
            if kind is PAYMENTS:
                findings += strangers(conn, desk, read)
            if findings:
                raise Refused(sorted(findings, key=lambda finding: finding.row or 0))
            by_book = {code: [p for p in read if code_of_row(p[1]) == code] for code in named}
            write = write_figures if kind is FIGURES else write_payments
            held = write(conn, file.name, books, by_book)
            for code in named:
                log_import(desk, conn, code, file.name, [one for one in held if one.book == code])
    return BaseDataImported(list=kind.name, rows=len(read), held=tuple(held))


def kind_of(file: RawFile) -> ListKind:
    """Return which list a file holds, by its headings; a column that is missing is told once."""
    names = {name for row in file.rows for name in row.words}
    marks = [kind for kind in LISTS if names & kind.own]
    if len(marks) != 1:
        told = "；".join(f"{kind.name}：{'、'.join(kind.columns.values())}" for kind in LISTS)
        what = "两种栏目混在一起" if marks else "看不出是哪一种"
        raise unclear("LIST_UNKNOWN", f"{file.name} {what}", f"一个文件只放一种。{told}")
    kind = marks[0]
    lacking = [name for name in kind.columns if name not in names]
    if file.rows and lacking:
        columns = "、".join(kind.columns[name] for name in lacking)
        raise unclear("COLUMN_MISSING", f"{kind.name}缺少栏目：{columns}", "补上这些栏目")
    return kind


def code_of_row(values: Mapping[str, Any]) -> str:
    """Name the book of a row."""
    return book_code(values["area"], values["fund"])


def misfits(desk: Desk, kind: ListKind, read: Read, books: Mapping[str, Book]) -> list[Finding]:
    """Say what rows do not fit: a book not opened, a time not come, a payer of another fund.

    A row that says the same thing as an earlier one is among them.
    """
    today = desk.today()
    month = period_of(today)
    findings = []
    seen: dict[tuple[Any, ...], int] = {}
    for number, values in read:
        code = code_of_row(values)
        if code not in books:
            known = "、".join(books) or "无"
            what = f"没有账套 {code}；现有：{known}"
            findings.append(
                fault(kind, number, "area", what, "核对统筹区和险种", code="BOOK_UNKNOWN")
            )
        if kind is FIGURES:
            identity: tuple[Any, ...] = (code, values["year"])
            if values["year"] > today.year:
                what = f"{values['year']} 年还没有到"
                findings.append(fault(kind, number, "year", what, "填数字所属的年度"))
        else:
            identity = (code, *(values[n] for n in ("hospital", "month", "service", "payer")))
            if values["month"] > month:
                what = f"{values['month']} 还没有到"
                findings.append(fault(kind, number, "month", what, "核对月份"))
            if values["payer"] != "basic" and values["fund"] != "employee":
                what = f"{FUNDS[values['fund']]}没有“{PAYERS[values['payer']]}”"
                findings.append(fault(kind, number, "payer", what, "核对险种和支付方"))
        earlier = seen.setdefault(identity, number)
        if earlier != number:
            findings.append(
                fault(
                    kind,
                    number,
                    "year" if kind is FIGURES else "amount",
                    f"与第 {earlier} 行重复",
                    "同一账套、年度只留一行"
                    if kind is FIGURES
                    else "同一机构、月份、服务类别、支付方只留一行，几笔的合并成一个数",
                    code="ROW_TWICE",
                )
            )
    return findings


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
    for code, read in by_book.items():
        for _, values in sorted(read, key=lambda pair: pair[1]["year"]):
            year = values["year"]
            before = read_figures(conn, [books[code]], year).get(code)
            old = {n: getattr(before, f"{n}_fen") for n in FIGURE_NAMES} if before else {}
            held.append(
                RowsHeld(
                    book=code,
                    year=str(year),
                    before=Stock(1, before.balance_fen) if before else NONE,
                    after=Stock(1, values["balance"]),
                    old=old,
                    new={n: values[n] for n in FIGURE_NAMES},
                )
            )
    replace_figures(
        conn,
        [
            {
                "book": code,
                "year": values["year"],
                **{f"{n}_fen": values[n] for n in FIGURE_NAMES},
                "origin": f"{name}#{number}",
            }
            for code, read in by_book.items()
            for number, values in read
        ],
    )
    return held


def write_payments(
    conn: sa.Connection, name: str, books: Mapping[str, Book], by_book: Mapping[str, Read]
) -> list[RowsHeld]:
    """Write payments, and say what was there before."""
    codes = [code for code in books if code in by_book]
    before = read_stock(conn, codes)
    for code, read in by_book.items():
        rows = [
            {
                "book": code,
                "hospital": values["hospital"],
                "month": values["month"],
                "service": values["service"],
                "payer": values["payer"],
                "amount_fen": values["amount"],
                "origin": f"{name}#{number}",
            }
            for number, values in read
        ]
        replace_payments(conn, code, rows)
    after = read_stock(conn, codes)
    touched = {(code, v["month"][:4]) for code, read in by_book.items() for _, v in read}
    return [
        RowsHeld(book=key[0], year=key[1], before=before.get(key, NONE), after=after.get(key, NONE))
        for key in sorted(touched)
    ]


def log_import(
    desk: Desk, conn: sa.Connection, book: str, name: str, held: Sequence[RowsHeld]
) -> None:
    """Log what an import changed in a book: counts and sums before and after."""
    note(desk, conn, book, "assess-import", name, {"years": [held_tree(one) for one in held]})


def held_tree(held: RowsHeld) -> dict[str, object]:
    """Write what a book holds for programs and for the log."""
    return {
        "year": held.year,
        "before": {"rows": held.before.rows, "amount": yuan(held.before.amount_fen)}
        | money_tree(**held.old),
        "after": {"rows": held.after.rows, "amount": yuan(held.after.amount_fen)}
        | money_tree(**held.new),
    }
