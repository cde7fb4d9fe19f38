"""账页: an account's steps laid out for people and written for programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import voucher_number
from ledger.formats.report import (
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    balance_cells,
    book_line,
    money,
    money_tree,
    named_row,
    span_name,
)
from ledger.projections.account_steps import AccountStep, account_steps, carried_name
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.reports.books.account_read import AccountRead
    from ledger.voucher.shown import AccountEntry

STEP_WORDS = {"day": "本日合计", "month": "本月合计", "year": "本年累计"}
STEP_MARKS = {"carried": "", "entry": "", "day": "heading", "month": "total", "year": "subtotal"}


def account_page(
    book: Book,
    leaf: Leaf,
    read: AccountRead,
    *,
    title: str,
    daily: bool,
    counterparts: Mapping[tuple[str, int], str] | None,
) -> Report:
    """Lay out an account step by step; the 对方科目 column is there where counterparts are given.

    `daily` adds every day up.
    """
    steps = tuple(
        account_steps(
            period_from=read.since,
            period_to=read.until,
            opening_fen=read.opening_fen,
            to_date=read.to_date,
            entries=read.entries,
            daily=daily,
        )
    )
    entries = [entry for step in steps for entry in step.entries]
    late = any(entry.date != entry.booked for entry in entries)
    span = span_name(steps[0].period, steps[-1].period)
    account = f"科目：{leaf.account.code} {leaf.name}"
    columns = page_columns(late=late, against=counterparts is not None)
    return Report(
        title=title,
        subtitle=(book_line(book), account, f"期间：{span}", UNIT),
        columns=tuple(columns.values()),
        rows=tuple(page_row(columns, book, step, counterparts) for step in steps),
        tree=page_tree(book, leaf, steps, counterparts),
    )


def with_brought(report: Report, book: Book, sides: tuple[int, int]) -> Report:
    """Say beneath a page which part of 本年累计 was moved before the books began."""
    if not any(sides):
        return report
    debit, credit = (grouped(fen) for fen in sides)
    note = f"本年累计含启用（{book.start}）前的借方累计 {debit}、贷方累计 {credit}，按期初移交表。"
    return replace(report, notes=(*report.notes, note))


def page_columns(*, late: bool, against: bool) -> dict[str, Column]:
    """Return the columns of a page; 业务日期 is for the eye only where some day differs."""
    counterpart = {"counterpart": Column(heading="对方科目", wraps=WORDS, spare=True)}
    return {
        "booked": Column(heading="日期"),
        "date": Column(heading="业务日期", shown="both" if late else "file", blank=None),
        "voucher": Column(heading="凭证号"),
        "summary": Column(heading="摘要", wraps=WORDS),
        **(counterpart if against else {}),
        "debit": money("借方"),
        "credit": money("贷方"),
        "side": Column(heading="方向", align="center"),
        "balance": money("余额"),
    }


def page_row(
    columns: Mapping[str, Column],
    book: Book,
    step: AccountStep,
    counterparts: Mapping[tuple[str, int], str] | None,
) -> Row:
    """Draw one step: an entry, or what is carried forward or added up."""
    side, size = balance_cells(step.balance_fen)
    cells = sums_cells(book, step)
    for entry in step.entries:
        cells = entry_cells(entry)
        if counterparts is not None:
            cells["counterpart"] = counterparts.get((entry.period, entry.number), "")
    return named_row(columns, {**cells, "side": side, "balance": size}, mark=STEP_MARKS[step.kind])


def entry_cells(entry: AccountEntry) -> dict[str, Cell]:
    """Lay an entry over the columns."""
    return {
        "booked": entry.booked,
        "date": entry.date,
        "voucher": voucher_number(entry.period, entry.number),
        "summary": entry.summary,
        entry.side: entry.amount_fen,
    }


def sums_cells(book: Book, step: AccountStep) -> dict[str, Cell]:
    """Lay a step without an entry over the columns; what is carried forward moved nothing."""
    words = STEP_WORDS.get(step.kind) or carried_name(book, step.period)
    place: dict[str, Cell] = {"booked": step.day, "summary": words}
    if step.kind == "carried":
        return place
    return {**place, "debit": step.sums.debit_fen, "credit": step.sums.credit_fen}


def page_tree(
    book: Book,
    leaf: Leaf,
    steps: Sequence[AccountStep],
    counterparts: Mapping[tuple[str, int], str] | None,
) -> dict[str, object]:
    """Write a page for programs; balances are debit-positive, as in the trial balance."""
    days = [{"date": step.day, **sums_tree(step)} for step in steps if step.kind == "day"]
    return {
        "book": book.code,
        "account": leaf.account.code,
        "name": leaf.name,
        "hospital": leaf.account.hospital or None,
        "year": leaf.account.year or None,
        "from": steps[0].period,
        "to": steps[-1].period,
        "opening": yuan(steps[0].balance_fen),
        "entries": [
            entry_tree(step, entry, counterparts) for step in steps for entry in step.entries
        ],
        **({"days": days} if days else {}),
        "months": months_tree(steps),
        "closing": yuan(steps[-1].balance_fen),
    }


def months_tree(steps: Sequence[AccountStep]) -> list[dict[str, object]]:
    """Write each month's sums, and those of the year up to it."""
    years = {step.period: step for step in steps if step.kind == "year"}
    return [month_tree(step, years[step.period]) for step in steps if step.kind == "month"]


def month_tree(month: AccountStep, year: AccountStep) -> dict[str, object]:
    """Write a month beside its year up to then."""
    return {
        "period": month.period,
        **money_tree(
            debit=month.sums.debit_fen,
            credit=month.sums.credit_fen,
            debit_to_date=year.sums.debit_fen,
            credit_to_date=year.sums.credit_fen,
            balance=month.balance_fen,
        ),
    }


def sums_tree(step: AccountStep) -> dict[str, object]:
    """Write a step's figures."""
    return money_tree(
        debit=step.sums.debit_fen, credit=step.sums.credit_fen, balance=step.balance_fen
    )


def entry_tree(
    step: AccountStep, entry: AccountEntry, counterparts: Mapping[tuple[str, int], str] | None
) -> dict[str, object]:
    """Write one entry; the side it does not stand on shows 0.00."""
    against = (counterparts or {}).get((entry.period, entry.number), "")
    return {
        "voucher": voucher_label(entry.period, entry.number),
        "date": entry.date,
        "booked": entry.booked,
        "summary": entry.summary,
        "movement": entry.movement,
        **({} if counterparts is None else {"counterpart": against}),
        "side": entry.side,
        **sums_tree(step),
    }
