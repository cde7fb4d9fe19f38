"""清算表: per hospital and prepayment year what was paid, came back, was offset, written off, left.

甘肃·四, 海南·六 (R-057). Movements are classed by the kind of the original event, never by side
(design 2.13): a correction counts, with its sign, in the class that it corrects.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.period import next_period, opening_period
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
    period_name,
    span_name,
)
from ledger.projections.settlement import CLASSES, SIGNS, SettlementRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book


def settlement(
    book: Book,
    *,
    year: int,
    last: str,
    rows: Sequence[SettlementRow],
    control_fen: int | None,
    agencies: Mapping[str, str],
) -> Report:
    """Draw up the 清算表 of a year up to a month.

    `control_fen` is 医保预付金's balance then, None where only a part of it is asked for;
    `agencies` are the hospitals' 属地经办机构, and have a column where there are any.
    """
    total = added(rows)
    first = next_period(opening_period(year))
    left = sum(row.balance_fen for row in rows)
    alerts, proof = control_proof(left, control_fen, last)
    memo = "核销后收回只作备查，不计入余额。更正凭证计入所更正的类别，红字为负。"
    shown = any(agency_of(row, agencies) for row in rows)
    return Report(
        title=f"{year}年度医保预付金清算表",
        subtitle=(book_line(book), f"期间：{span_name(max(first, book.start), last)}", UNIT),
        columns=columns_for(total, agencies=shown),
        rows=tuple(
            row if shown else replace(row, cells=row.cells[1:])
            for row in (*(hospital_row(row, agencies) for row in rows), *total_rows(rows))
        ),
        alerts=alerts,
        notes=(*proof, memo),
        tree={
            "book": book.code,
            "year": year,
            "to": last,
            "rows": [
                {
                    "hospital": row.leaf.account.hospital or None,
                    "name": row.leaf.holder,
                    **({"agency": agency_of(row, agencies) or None} if shown else {}),
                    "prepayment_year": row.leaf.account.year or None,
                    "account": row.leaf.account.code,
                    **sums_tree(row.sums, row.balance_fen, row.recovery_fen),
                }
                for row in rows
            ],
            "total": sums_tree(total, left, sum(row.recovery_fen for row in rows)),
            "control": None if control_fen is None else yuan(control_fen),
        },
    )


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


def columns_for(total: Mapping[str, int], *, agencies: bool) -> tuple[Column, ...]:
    """The columns: the eye sees a class that never came only where it must; files see all."""
    classes = (
        Column(
            heading=name,
            align="right",
            money=True,
            spare=not always,
            shown="both" if always or total[code] else "file",
        )
        for code, name, _, always in CLASSES
    )
    return (
        *([Column(heading="属地经办机构", wraps=WORDS)] if agencies else []),
        Column(heading="医疗机构编码", wraps=CODES, spare=True),
        Column(heading="医疗机构", wraps=WORDS),
        Column(heading="年度", align="right"),
        *classes,
        Column(heading="余额", align="right", money=True),
        Column(heading="核销后收回", align="right", money=True, spare=True),
    )


def hospital_row(row: SettlementRow, agencies: Mapping[str, str]) -> Row:
    """Draw one hospital and year, its 属地经办机构 first."""
    account = row.leaf.account
    place = (account.hospital or account.counterparty, row.leaf.holder, str(account.year or ""))
    return Row(
        cells=(
            agency_of(row, agencies),
            *place,
            *figures(row.sums, row.balance_fen, row.recovery_fen),
        )
    )


def figures(sums: Mapping[str, int], balance: int, recovery: int) -> tuple[Cell, ...]:
    """Lay figures over the columns; a class that has nothing stays blank."""
    return (*(sums[code] or None for code in SIGNS), balance, recovery or None)


def total_rows(rows: Sequence[SettlementRow]) -> list[Row]:
    """Add up, in all and by prepayment year."""
    drawn = []
    years = sorted({row.leaf.account.year for row in rows})
    groups = [("合计", "", rows)]
    if len(years) > 1:
        groups += [
            ("其中", str(year or ""), [row for row in rows if row.leaf.account.year == year])
            for year in years
        ]
    for name, year, group in groups:
        left = sum(row.balance_fen for row in group)
        recovery = sum(row.recovery_fen for row in group)
        cells = ("", "", name, year, *figures(added(group), left, recovery))
        drawn.append(Row(cells=cells, mark="total" if name == "合计" else "subtotal"))
    return drawn


def sums_tree(sums: Mapping[str, int], balance: int, recovery: int) -> dict[str, object]:
    """Write a row's figures for programs."""
    return money_tree(**sums, balance=balance, recovery=recovery)
