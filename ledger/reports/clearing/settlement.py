"""清算表: per hospital and prepayment year what was paid, came back, was offset, written off, left.

甘肃·四, 海南·六 (R-057). Movements are classed by the kind of the original event, never by side
(design 2.13): a correction counts, with its sign, in the class that it corrects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day, next_period, opening_period, year_of
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    money_tree,
    named_row,
    period_name,
    span_name,
)
from ledger.projections.settlement import CLASSES, SIGNS, SettlementRow
from ledger.reports.asking import by_book
from ledger.reports.clearing.settlement_read import agencies_of, settled_rows
from ledger.reports.kind import ReportKind
from ledger.reports.owed import balance_of, control_of, noted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.reports.asking import Inquiry


def settlements(inquiry: Inquiry) -> list[Report]:
    """清算表 of a year up to a month or a day; of all hospitals or one 属地经办机构's."""
    desk, conn, book, agency = inquiry.desk, inquiry.conn, inquiry.book, inquiry.asked.agency
    agencies = agencies_of(conn, desk.today(), agency)
    last = inquiry.month_of_year
    until = inquiry.day or last_day(last)
    rows = settled_rows(desk, conn, book, last=last, until=until)
    if agency:
        own = [row for row in rows if row.leaf.account.hospital in agencies]
        return [settlement(book, last, own, control_fen=None, agencies=agencies)]
    control = balance_of(conn, book, control_of(desk, book), until)
    drawn = settlement(book, last, rows, control_fen=control, agencies=agencies)
    return [noted(desk, conn, book, until, drawn)]


REPORT = ReportKind(
    name="settlement",
    title="清算表",
    draw=by_book(settlements),
    words={"year": "会计年度", "agency": "只看一个属地经办机构"},
    help="年度清算表",
    overview=True,
    listed=7,
    help_at=(4, 1),
    menu=7,
)


def settlement(
    book: Book,
    last: str,
    rows: Sequence[SettlementRow],
    *,
    control_fen: int | None,
    agencies: Mapping[str, str],
) -> Report:
    """Draw up the 清算表 of a year up to its month `last`.

    `control_fen` is 医保预付金's balance then, None where only a part of it is asked for;
    `agencies` are the hospitals' 属地经办机构, and have a column where there are any.
    """
    year = year_of(last)
    first = max(next_period(opening_period(year)), book.start)
    alerts, proof = control_proof(balance_sum(rows), control_fen, last)
    memo = "核销后收回只作备查，不计入余额。更正凭证计入所更正的类别，红字为负。"
    columns = settlement_columns(rows, agencies)
    return Report(
        title=f"{year}年度医保预付金{REPORT.title}",
        subtitle=(book_line(book), f"期间：{span_name(first, last)}", UNIT),
        columns=tuple(columns.values()),
        rows=(*(hospital_row(columns, row, agencies) for row in rows), *total_rows(columns, rows)),
        alerts=alerts,
        notes=(*proof, memo),
        tree={
            "book": book.code,
            "year": year,
            "to": last,
            "rows": [row_tree(row, agencies, shown="agency" in columns) for row in rows],
            "total": sums_tree(added(rows), balance_sum(rows), recovery_sum(rows)),
            "control": None if control_fen is None else yuan(control_fen),
        },
    )


def row_tree(row: SettlementRow, agencies: Mapping[str, str], *, shown: bool) -> dict[str, object]:
    """Write one hospital and year for programs; its 属地经办机构 where there are any."""
    account = row.leaf.account
    return {
        "hospital": account.hospital or None,
        "name": row.leaf.holder,
        **({"agency": agency_of(row, agencies) or None} if shown else {}),
        "prepayment_year": account.year or None,
        "account": account.code,
        **sums_tree(row.sums, row.balance_fen, row.recovery_fen),
    }


def balance_sum(rows: Sequence[SettlementRow]) -> int:
    """Add up what is left."""
    return sum(row.balance_fen for row in rows)


def recovery_sum(rows: Sequence[SettlementRow]) -> int:
    """Add up what came back after 核销."""
    return sum(row.recovery_fen for row in rows)


def control_proof(
    fen: int, control_fen: int | None, last: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say whether what is left is what 1101 shows: the alert where not, else the note."""
    if control_fen is None:
        return (), ()
    figure = f"1101.01 医保预付金{period_name(last)}末余额 {grouped(control_fen)}"
    words = f"余额合计 {grouped(fen)}，{figure}"
    return ((), (f"{words}。",)) if fen == control_fen else ((f"清算表与账面不符：{words}",), ())


def agency_of(row: SettlementRow, agencies: Mapping[str, str]) -> str:
    """Return the 属地经办机构 of a row's hospital."""
    return agencies.get(row.leaf.account.hospital, "")


def added(rows: Sequence[SettlementRow]) -> dict[str, int]:
    """Add rows up by class."""
    return {code: sum(row.sums[code] for row in rows) for code in SIGNS}


def settlement_columns(
    rows: Sequence[SettlementRow], agencies: Mapping[str, str]
) -> dict[str, Column]:
    """The columns: the eye sees a class that never came only where it must; files see all."""
    total = added(rows)
    classes = {
        code: Column(
            heading=name,
            align="right",
            money=True,
            spare=not always,
            shown="both" if always or total[code] else "file",
        )
        for code, name, _, always in CLASSES
    }
    agency = {"agency": Column(heading="属地经办机构", wraps=WORDS)}
    shown = any(agency_of(row, agencies) for row in rows)
    return {
        **(agency if shown else {}),
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "year": Column(heading="年度", align="right"),
        **classes,
        "balance": Column(heading="余额", align="right", money=True),
        "recovery": Column(heading="核销后收回", align="right", money=True, spare=True),
    }


def hospital_row(
    columns: Mapping[str, Column], row: SettlementRow, agencies: Mapping[str, str]
) -> Row:
    """Draw one hospital and year, its 属地经办机构 first."""
    account = row.leaf.account
    agency = {"agency": agency_of(row, agencies)} if "agency" in columns else {}
    return named_row(
        columns,
        {
            **agency,
            "hospital": account.hospital or account.counterparty,
            "name": row.leaf.holder,
            "year": str(account.year or ""),
            **figures(row.sums, row.balance_fen, row.recovery_fen),
        },
    )


def figures(sums: Mapping[str, int], balance: int, recovery: int) -> dict[str, Cell]:
    """Lay figures over the columns; a class that has nothing stays blank."""
    classes: dict[str, Cell] = {code: sums[code] or None for code in SIGNS}
    return {**classes, "balance": balance, "recovery": recovery or None}


def total_rows(columns: Mapping[str, Column], rows: Sequence[SettlementRow]) -> list[Row]:
    """Add up, in all and by prepayment year where there are several."""
    drawn = [total_row(columns, rows, name="合计", year="", mark="total")]
    years = sorted({row.leaf.account.year for row in rows})
    for year in years if len(years) > 1 else ():
        own = [row for row in rows if row.leaf.account.year == year]
        part = total_row(columns, own, name="其中", year=str(year or ""), mark="subtotal")
        drawn.append(part)
    return drawn


def total_row(
    columns: Mapping[str, Column], rows: Sequence[SettlementRow], *, name: str, year: str, mark: str
) -> Row:
    """Add rows up."""
    sums = figures(added(rows), balance_sum(rows), recovery_sum(rows))
    return named_row(columns, {"name": name, "year": year, **sums}, mark=mark)


def sums_tree(sums: Mapping[str, int], balance: int, recovery: int) -> dict[str, object]:
    """Write a row's figures for programs."""
    return money_tree(**sums, balance=balance, recovery=recovery)
