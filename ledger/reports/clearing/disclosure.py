"""附注: what 医保预付金 is made of and how it moved, by prepayment year (财会〔2017〕28号·附注).

医保预付金 stands inside 暂付款 and has no line of its own in the statements, so it is explained
here. Movements are classed as in the 清算表: by what really happened, never by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day, next_period, opening_period, period_of, year_of
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import (
    UNIT,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    money_tree,
    named_row,
    period_name,
    span_name,
)
from ledger.policy.irregular import standing_of
from ledger.projections.settlement import CLASSES, SIGNS
from ledger.reports.asking import by_book
from ledger.reports.clearing.disclosure_read import deadlines_of, presumed
from ledger.reports.clearing.settlement_read import settled_rows
from ledger.reports.kind import ReportKind
from ledger.reports.owed import balance_of, control_of, noted
from ledger.reports.registers.irregular import alerts_of, breach_words, case_tree, standing_tree
from ledger.store.facts import adopted_policy
from ledger.store.standing.irregular import Until, read_irregular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.policy.irregular import Irregular
    from ledger.policy.values import Choice
    from ledger.projections.settlement import SettlementRow
    from ledger.reports.asking import Inquiry

#: What 附注 calls a class otherwise than the 清算表.
OWN_NAMES = {"opening": "年初余额", "disbursement": "本年拨付"}
#: Classes that stand though empty; the others the eye sees only where something happened.
ALWAYS = (
    "opening",
    "disbursement",
    "payment_return",
    "repayment",
    "settlement_offset",
    "write_off",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One prepayment year: fen by class, hospitals that still hold money, and what is overdue."""

    year: int
    hospitals: int
    sums: Mapping[str, int]
    deadline: date
    overdue_fen: int

    @property
    def closing_fen(self) -> int:
        """Return what is left by the classes."""
        return sum(SIGNS[code] * fen for code, fen in self.sums.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """All prepayment years together: fen by class, what is left, and what is overdue."""

    sums: Mapping[str, int]
    closing_fen: int
    overdue_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """What a book discloses: up to which day, 1101.01's balance, cases, presumed readings."""

    on: date
    control_fen: int
    cases: tuple[Irregular, ...]
    presumed: tuple[Choice, ...]

    @property
    def standing(self) -> tuple[Irregular, ...]:
        """Return the special cases that still stand."""
        return tuple(case for case in self.cases if case.stands)


def year_rows(
    rows: Sequence[SettlementRow], deadlines: Mapping[int, date], on: date
) -> list[YearRow]:
    """Add hospitals up by prepayment year; past its deadline all that is left is overdue."""
    by_year: dict[int, list[SettlementRow]] = {}
    for row in rows:
        by_year.setdefault(row.leaf.account.year, []).append(row)
    return [year_added(year, by_year[year], deadlines[year], on) for year in sorted(by_year)]


def year_added(year: int, rows: Sequence[SettlementRow], deadline: date, on: date) -> YearRow:
    """Add the hospitals of one prepayment year up."""
    left = sum(row.balance_fen for row in rows)
    return YearRow(
        year=year,
        hospitals=sum(row.balance_fen != 0 for row in rows),
        sums={code: sum(row.sums[code] for row in rows) for code in SIGNS},
        deadline=deadline,
        overdue_fen=left if on > deadline else 0,
    )


def disclosures(inquiry: Inquiry) -> list[Report]:
    """附注 of a year up to a month or a day."""
    desk, conn, book = inquiry.desk, inquiry.conn, inquiry.book
    last = inquiry.month_of_year
    on = inquiry.day or last_day(last)
    rows = settled_rows(desk, conn, book, last=last, until=on, recovered=False)
    policy = adopted_policy(conn, book)
    found = Disclosed(
        on=on,
        control_fen=balance_of(conn, book, control_of(desk, book), on),
        cases=tuple(read_irregular(conn, book.code, Until(booked=on, cured=on))),
        presumed=presumed(policy, on.year),
    )
    # A month that is not over yet makes nothing overdue before its day has come.
    years = year_rows(rows, deadlines_of(policy, rows, on), min(on, desk.today()))
    return [noted(desk, conn, book, on, disclosure(book, years, found))]


REPORT = ReportKind(
    name="disclosure",
    title="附注",
    draw=by_book(disclosures),
    words={"year": "会计年度"},
    listed=11,
    help_at=(6, 2),
    menu=13,
)


def disclosure(book: Book, rows: Sequence[YearRow], found: Disclosed) -> Report:
    """Draw up the 附注 of a book from January to a day."""
    last, year = period_of(found.on), found.on.year
    first = max(next_period(opening_period(year)), book.start)
    total = total_of(rows)
    alerts, proof = control_proof(total.closing_fen, found)
    columns = columns_for(total.sums)
    standing = found.standing
    return Report(
        title=f"{REPORT.title}：医保预付金构成及增减变动",
        subtitle=(book_line(book), f"期间：{span_name(first, last)}，截至 {found.on}", UNIT),
        columns=tuple(columns.values()),
        rows=(*(year_row(columns, row) for row in rows), total_row(columns, total)),
        alerts=(*alerts, *case_alerts(standing)),
        notes=(*proof, *start_note(book, year), *(presumed_line(c) for c in found.presumed)),
        tree={
            "book": book.code,
            "year": year,
            "to": last,
            "as_of": found.on,
            "rows": [year_tree(row) for row in rows],
            "total": figures_tree(total.sums, total.closing_fen, total.overdue_fen),
            "control": yuan(found.control_fen),
            "irregular": cases_tree(standing),
            "presumed": [presumed_tree(choice) for choice in found.presumed],
        },
    )


def total_of(rows: Sequence[YearRow]) -> TotalRow:
    """Add the prepayment years up."""
    return TotalRow(
        sums={code: sum(row.sums[code] for row in rows) for code in SIGNS},
        closing_fen=sum(row.closing_fen for row in rows),
        overdue_fen=sum(row.overdue_fen for row in rows),
    )


def case_alerts(standing: Sequence[Irregular]) -> tuple[str, ...]:
    """Say how many special cases stand, then tell each."""
    head = alerts_of(standing_of(standing), here=True)
    return (*head, *(case_line(case) for case in standing))


def cases_tree(standing: Sequence[Irregular]) -> dict[str, object]:
    """Write the special cases that stand for programs."""
    sums = standing_tree(standing_of(standing))
    return {**sums, "cases": [case_tree(case) for case in standing]}


def year_tree(row: YearRow) -> dict[str, object]:
    """Write one prepayment year for programs."""
    return {
        "prepayment_year": row.year or None,
        "hospitals": row.hospitals,
        **figures_tree(row.sums, row.closing_fen, row.overdue_fen),
        "return_deadline": row.deadline,
    }


def control_proof(left: int, found: Disclosed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say whether what is left is what the 科目余额表 shows: the alert where not, else the note."""
    control = f"1101.01 医保预付金 {found.on} 余额 {grouped(found.control_fen)}"
    words = f"期末余额合计 {grouped(left)}，{control}"
    same = left == found.control_fen
    return ((), (f"{words}，相符。",)) if same else ((f"附注与账面不符：{words}",), ())


def columns_for(total: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns; files see every class."""
    classes = {
        code: Column(
            heading=OWN_NAMES.get(code, name),
            align="right",
            money=True,
            shown="both" if code in ALWAYS or total[code] else "file",
        )
        for code, name, _, _ in CLASSES
    }
    return {
        "year": Column(heading="预付年度"),
        "hospitals": Column(heading="期末家数", align="right", spare=True, blank=None),
        **classes,
        "closing": money("期末余额"),
        "deadline": Column(heading="返还期限", spare=True, blank=None),
        "overdue": money("逾期未返还"),
    }


def year_row(columns: Mapping[str, Column], row: YearRow) -> Row:
    """Draw one prepayment year."""
    return named_row(
        columns,
        {
            "year": str(row.year or ""),
            "hospitals": row.hospitals,
            "deadline": row.deadline,
            **figure_cells(row.sums, row.closing_fen, row.overdue_fen),
        },
    )


def total_row(columns: Mapping[str, Column], total: TotalRow) -> Row:
    """Draw the sums; a hospital counts once in each year for which it holds money."""
    figures = figure_cells(total.sums, total.closing_fen, total.overdue_fen)
    return named_row(columns, {"year": "合计", **figures}, mark="total")


def figure_cells(sums: Mapping[str, int], closing: int, overdue: int) -> dict[str, Cell]:
    """Lay figures over the columns; a class that has nothing stays blank."""
    classes: dict[str, Cell] = {code: sums[code] or None for code in SIGNS}
    return {**classes, "closing": closing, "overdue": overdue or None}


def case_line(case: Irregular) -> str:
    """Tell one special case that stands, in a line."""
    what = f"{case.holder}{case.year}年度" if case.hospital else ""
    paid = f"{case.voucher}　{case.date} {what}{EVENT_KINDS[case.kind]} {grouped(case.amount_fen)}"
    return joined((paid, breach_words(case.breaches), f"原因：{case.reason}"))


def start_note(book: Book, year: int) -> tuple[str, ...]:
    """Say of a book opened in mid-year where the figures of the months before come from."""
    if year_of(book.start) != year or book.start.endswith("-01"):
        return ()
    note = (
        f"本账套自{period_name(book.start)}建账，启用前的借贷方累计和年初余额按期初移交表列示；"
        "移交表没有写累计的，“年初余额”为建账时余额。"
    )
    return (note,)


def presumed_line(choice: Choice) -> str:
    """Tell a reading that is presumed and that nobody has confirmed."""
    reading = choice.readings[choice.presumed]
    item = "" if choice.item in choice.question else f"（{choice.item}）"
    return f"政策口径推定，尚未确认{item}：{choice.question}，按“{reading}”"


def presumed_tree(choice: Choice) -> dict[str, object]:
    """Write a presumed reading for programs."""
    return {
        "name": choice.name,
        "item": choice.item,
        "question": choice.question,
        "reading": choice.presumed,
        "meaning": choice.readings[choice.presumed],
    }


def figures_tree(sums: Mapping[str, int], closing: int, overdue: int) -> dict[str, object]:
    """Write a row's figures for programs."""
    return money_tree(**sums, closing=closing, overdue=overdue)
