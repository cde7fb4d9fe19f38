"""Compares what the reports say with what the model says, filtered reports among them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.reports.vouchers.draft_list import drafts
from ledger.reports.vouchers.voucher_list import vouchers_listed
from ledger.store.engine import reading
from ledger.store.tables.schema import metadata
from tests.model_facts import TAKING, fen, page, root_of, taken_back, trial_balance
from tests.model_rows import FIRST, SECOND

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.workflow.desk import Desk
    from tests.model import Model
    from tests.model_facts import Fact

#: Months that filtered reports are asked for: all, the middle, one in which a year has turned.
SPANS = (("2026-10", "2027-01"), ("2026-11", "2026-12"), ("2027-01", "2027-01"))


def snapshot(engine: sa.Engine) -> dict[str, list[str]]:
    """Dump every table but the operation log, in an order that does not depend on the engine."""
    with reading(engine) as conn:
        return {table.name: sorted(map(repr, conn.execute(select))) for table, select in selects()}


@functools.cache
def selects() -> tuple[tuple[sa.Table, sa.Select[Any]], ...]:
    """List the tables to dump, each with its query."""
    return tuple((t, t.select()) for t in metadata.sorted_tables if t.name != "oplog")


def name_of(fact: Fact) -> str:
    """Name a voucher: `2026-10 记-0001`, `2026-00 期初-0001`."""
    word = "期初" if fact.period.endswith("-00") else "记"
    return f"{fact.period} {word}-{fact.number:04d}"


def compare_trial_balances(desk: Desk, book: str, model: Model, months: tuple[str, ...]) -> None:
    """Compare the 科目余额表 of several months, leaf by leaf."""
    for month in months:
        (report,) = draw_up(desk, "trial-balance", ReportAsked(book=book, period=month))
        tree: Any = report.tree
        shown = {
            row["code"]: tuple(signed(row[name]) for name in ("opening", "debit", "credit"))
            for row in tree["accounts"]
        }
        assert shown == trial_balance(model.posted, month), (book, month)


def compare_drafts(desk: Desk, book: str, model: Model) -> None:
    """Compare the list of drafts: what waits, in which order, where booked, whether approved."""
    (report,) = drafts(desk, book)
    tree: Any = report.tree
    names = ("key", "kind", "booked", "amount")
    shown = [(*(d[name] for name in names), bool(d["approved_by"])) for d in tree["drafts"]]
    expected = [
        (fact.key, fact.kind, fact.booked, amount_of(fact, model), unit.approved)
        for unit in sorted(model.waiting, key=lambda unit: unit.order)
        for fact in unit.facts
    ]
    assert shown == expected, book


def amount_of(fact: Fact, model: Model) -> str:
    """Return an event's amount as a list shows it: a correction's is what it moves."""
    if fact.kind == "red":
        wrong = next(other for other in model.posted if other.key == fact.corrects)
        return yuan(-int(amount_of(wrong, model).replace(".", "")))
    if fact.kind == "difference":
        return yuan(sum(move[2] for move in fact.moves))
    return str(fact.amount)


def compare_vouchers(desk: Desk, book: str, model: Model) -> None:
    """Compare the list of vouchers of each month: numbers 1…n, kinds, forms, totals."""
    back = taken_back(model.posted)
    gone = back | {f.corrects for f in model.posted if f.kind in TAKING and f.key not in back}
    for first, last in (("2026-00", "2026-00"), ("2026-10", "2026-10"), *SPANS[1:]):
        (report,) = vouchers_listed(desk, book, first, last)
        tree: Any = report.tree
        shown = [
            (v["voucher"], v["key"], v["movement"], str(v["booked"]), v["form"] or "",
             signed(v["total"]), bool(v["corrected_by"]))
            for v in tree["vouchers"]
        ]  # fmt: skip
        facts = [fact for fact in model.posted if first <= fact.period <= last]
        expected = [
            (name_of(f), f.key, root_of(f, model.posted).kind, f.booked, form_of(f),
             sum(move[2] for move in f.moves), f.key in gone)
            for f in sorted(facts, key=lambda fact: (fact.period, fact.number))
        ]  # fmt: skip
        assert shown == expected, (book, first, last)


def form_of(fact: Fact) -> str:
    """Name the form of a voucher."""
    return str(fact.kind) if fact.kind in TAKING else "blue" if fact.corrects else ""


def compare_pages(desk: Desk, book: str, model: Model) -> None:
    """Compare the 明细账 of each hospital, and of one year and some months of it."""
    for hospital in (FIRST, SECOND):
        for (first, last), year in zip(SPANS, (0, 2026, 2025), strict=True):
            try:
                reports = draw_up(
                    desk,
                    "subledger",
                    ReportAsked(book=book, first=first, period=last, hospital=hospital, year=year),
                )
            except Refused:
                reports = []
            shown = {}
            for report in reports:
                tree: Any = report.tree
                lines = [
                    (e["voucher"], e["side"], signed(e[e["side"]]), signed(e["balance"]))
                    for e in tree["entries"]
                ]
                if lines or signed(tree["opening"]):
                    shown[tree["account"]] = (
                        signed(tree["opening"]),
                        lines,
                        signed(tree["closing"]),
                    )
            assert shown == expected_pages(model, hospital, year, first, last), (book, hospital)


def expected_pages(
    model: Model, hospital: str, year: int, first: str, last: str
) -> dict[str, tuple[int, list[tuple[str, str, int, int]], int]]:
    """Return the pages that a filter finds: what was brought in, the lines, what is left."""
    codes = {code for fact in model.posted for move in fact.moves for code in move[:2]}
    pages = {}
    for code in codes:
        if not code.startswith(f"1101.01.{hospital}.") or (year and not code.endswith(f".{year}")):
            continue
        before, lines = page(model.posted, code, first, last)
        left = lines[-1][1][-1] if lines else before
        if lines or before:
            pages[code] = (before, [(name_of(fact), *rest) for fact, rest in lines], left)
    return pages


def signed(amount: str) -> int:
    """Read 元 with two decimals, red ones too."""
    return fen(amount)
