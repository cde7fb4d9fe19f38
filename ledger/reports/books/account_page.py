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
    sides_of,
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
    late = any(entry.date != entry.booked for step in steps for entry in step.entries)
    span = span_name(steps[0].period, steps[-1].period)
    account = f"科目：{leaf.account.code} {leaf.name}"
    return Report(
        title=title,
        subtitle=(book_line(book), account, f"期间：{span}", UNIT),
        columns=page_columns(late=late, against=counterparts is not None),
        rows=tuple(page_row(book, step, counterparts) for step in steps),
        tree=page_tree(book, leaf, steps, counterparts),
    )


def with_brought(report: Report, book: Book, sides: tuple[int, int]) -> Report:
    """Say beneath a page which part of 本年累计 was moved before the books began."""
    if not any(sides):
        return report
    debit, credit = (grouped(fen) for fen in sides)
    note = f"本年累计含启用（{book.start}）前的借方累计 {debit}、贷方累计 {credit}，按期初移交表。"
    return replace(report, notes=(*report.notes, note))


def page_columns(*, late: bool, against: bool) -> tuple[Column, ...]:
    """Return the columns of a page; 业务日期 is for the eye only where some day differs."""
    return (
        Column(heading="日期"),
        Column(heading="业务日期", shown="both" if late else "file"),
        Column(heading="凭证号"),
        Column(heading="摘要", wraps=WORDS),
        *((Column(heading="对方科目", wraps=WORDS, spare=True),) if against else ()),
        money("借方"),
        money("贷方"),
        Column(heading="方向", align="center"),
        money("余额"),
    )


def page_row(
    book: Book, step: AccountStep, counterparts: Mapping[tuple[str, int], str] | None
) -> Row:
    """Lay one step over the columns."""
    place: tuple[Cell, ...] = (step.day, None, "")
    words = STEP_WORDS.get(step.kind) or carried_name(book, step.period)
    against = ""
    amounts: tuple[int | None, int | None] = (step.sums.debit_fen, step.sums.credit_fen)
    if step.kind == "carried":
        amounts = (None, None)
    for entry in step.entries:
        place = (entry.booked, entry.date, voucher_number(entry.period, entry.number))
        words = entry.summary
        against = (counterparts or {}).get((entry.period, entry.number), "")
        amounts = sides_of(entry.side, entry.amount_fen)
    described = (words,) if counterparts is None else (words, against)
    cells = (*place, *described, *amounts, *balance_cells(step.balance_fen))
    return Row(cells=cells, mark=STEP_MARKS[step.kind])


def page_tree(
    book: Book,
    leaf: Leaf,
    steps: Sequence[AccountStep],
    counterparts: Mapping[tuple[str, int], str] | None,
) -> dict[str, object]:
    """Write a page for programs; balances are debit-positive, as in the trial balance."""
    years = {step.period: step for step in steps if step.kind == "year"}
    days = [step for step in steps if step.kind == "day"]
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
        **({"days": [{"date": day.day, **sums_tree(day)} for day in days]} if days else {}),
        "months": [
            {
                "period": month.period,
                **money_tree(
                    debit=month.sums.debit_fen,
                    credit=month.sums.credit_fen,
                    debit_to_date=years[month.period].sums.debit_fen,
                    credit_to_date=years[month.period].sums.credit_fen,
                    balance=month.balance_fen,
                ),
            }
            for month in steps
            if month.kind == "month"
        ],
        "closing": yuan(steps[-1].balance_fen),
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
