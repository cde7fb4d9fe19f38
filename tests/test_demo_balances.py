"""The sample year, added up by hand: no account below zero, no receipt used up twice.

A small ledger of its own, nothing but sums by leaf and month, so that the script is proved
without the engine that it is the example for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import parse_fen
from ledger.basis.period import next_period, period_of
from ledger.events import KINDS
from ledger.events.base import Event, read_event, words_of
from ledger.workflow.demo.hospitals import ANHE_TUMOUR, CANGLING_CHINESE_MEDICINE
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    Corrected,
    MonthClosed,
    Recorded,
    Rejected,
    Step,
)
from ledger.workflow.demo.year import demo_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Row = Mapping[str, object]
    Place = tuple[str, str]

#: What each kind adds to (1) or takes from (-1) an account; 2001 counts what is held.
MOVES = {
    "allocation": {"1003": -1, "1004": 1},
    "disbursement": {"1101": 1, "1004": -1},
    "payment-return": {"1101": -1, "1004": 1},
    "repayment": {"1101": -1, "1004": 1},
    "remittance": {"1004": -1, "1003": 1},
    "suspense": {"2001": 1, "1004": 1},
    "suspense-out": {"2001": -1, "1004": -1},
    "interest": {"1004": 1},
    "settlement-offset": {"1101": -1, "1004": 1},
    "write-off": {"1101": -1},
    "succession": {"1101": -1},
}


def table() -> dict[Place, dict[str, int]]:
    return defaultdict(lambda: defaultdict(int))


@dataclass
class Sums:
    """What the books say: fen by book, leaf and month (and by day), and the rows that stand."""

    open_from: str = "2025-01"
    months: dict[Place, dict[str, int]] = field(default_factory=table)
    days: dict[Place, dict[str, int]] = field(default_factory=table)
    standing: dict[Place, tuple[Row, str]] = field(default_factory=dict)


def moved(row: Row) -> Iterator[tuple[str, int]]:
    """Say what an event adds to which leaf."""
    kind, fen = str(row["kind"]), parse_fen(str(row["amount"]))
    assert {row.get("from"), row.get("to")} <= {"1003", "1004", None}
    moves = MOVES.get(kind) or {str(row["account"]): 1}
    for account, sign in moves.items():
        detail = {"1101": ("hospital", "year"), "2001": ("counterparty",)}.get(account, ())
        yield " ".join([account, *(str(row[word]) for word in detail)]), sign * fen
    if kind == "succession":
        yield f"1101 {row['successor']} {row['year']}", fen
    if kind == "settlement-offset":
        lines = row.get("lines", [{"gross": row.get("settlement")}])
        assert isinstance(lines, list)
        yield "1004", -sum(parse_fen(line["gross"]) for line in lines)


def post(sums: Sums, row: Row, period: str, sign: int = 1) -> None:
    """Add a row to the sums, or with -1 take it back in red."""
    book = f"{row['area']}/{row['fund']}"
    for leaf, fen in moved(row):
        sums.months[book, leaf][period] += sign * fen
        sums.days[book, leaf][str(row["date"])] += sign * fen


def check(sums: Sums) -> None:
    """Refuse a leaf that would be below zero at the end of any month."""
    for place, months in sums.months.items():
        assert all(fen >= 0 for fen in accumulate(months[key] for key in sorted(months))), place


def closing(sums: Sums, book: str, leaf: str, period: str = "9999-12") -> int:
    return sum(fen for month, fen in sums.months[book, leaf].items() if month <= period)


def enter(sums: Sums, row: Row) -> None:
    """Book a row in its day's month while that is open, else in the first open one."""
    event = read(row)
    assert (event.book, event.key) not in sums.standing
    assert event.booked is None or period_of(event.booked) >= sums.open_from
    period = max(period_of(event.booked or event.date), sums.open_from)
    period = "2025-00" if event.KIND == "opening-balance" else period
    sums.standing[event.book, event.key] = row, period
    post(sums, row, period)


def read(row: Row) -> Event:
    """Read a row as the ledger does; nothing in it may be unclear or unknown."""
    kind = KINDS[str(row["kind"])]
    spelled = words_of(kind)
    known = {"kind", "key", "area", "fund"} | {word.name for word in spelled.values()}
    assert set(row) <= known, set(row) - known
    book = f"{row['area']}/{row['fund']}"
    event, findings = read_event(kind, spelled, book, str(row["key"]), row)
    assert event is not None, findings
    return event


def run(sums: Sums, step: Step) -> None:
    """Post what a step says, checking after every event, or after the whole correction."""
    match step:
        case MonthClosed(period=period):
            assert period == sums.open_from
            sums.open_from = next_period(period)
        case Recorded(rows=rows):
            for row in rows:
                enter(sums, row)
                check(sums)
        case Rejected(row=row, mended=mended):
            assert read(row).key == read(mended).key
            enter(sums, mended)
            check(sums)
        case Corrected(book=book, vouchers=keys, rows=rows):
            assert {row["corrects"] for row in rows} == set(keys)
            for key in keys:
                wrong, _ = sums.standing.pop((book, key))
                post(sums, wrong, period_of(step.day), -1)
            for row in rows:
                enter(sums, row)
            check(sums)


@pytest.fixture(scope="module")
def year() -> Sums:
    sums = Sums()
    for step in demo_year():
        run(sums, step)
    return sums


def test_no_leaf_is_below_zero_at_any_posting_or_month_end(year: Sums) -> None:
    check(year)
    assert len(year.standing) > 200


def test_the_bank_accounts_have_the_money_on_every_day(year: Sums) -> None:
    for book in (EMPLOYEE, RESIDENT):
        for account in ("1003", "1004"):
            days = year.days[book, account]
            assert min(accumulate(days[day] for day in sorted(days))) >= 0


def test_the_disbursement_accounts_are_empty_when_the_year_ends(year: Sums) -> None:
    for book in (EMPLOYEE, RESIDENT):
        assert closing(year, book, "1004", "2025-12") == 0
        assert closing(year, book, "1004") == 0


def test_one_part_is_carried_over_and_nothing_else(year: Sums) -> None:
    places = [place for place in year.months if place[1].startswith(("1101", "2001"))]
    left = {place: closing(year, *place) for place in places if closing(year, *place)}
    assert left == {(RESIDENT, f"1101 {ANHE_TUMOUR} 2025"): 120_000_000}


def test_one_red_of_the_swapped_payments_alone_would_overdraw() -> None:
    sums, before = Sums(), demo_year()
    swap = next(step for step in before if isinstance(step, Corrected) and len(step.rows) == 2)
    for step in before[: before.index(swap)]:
        run(sums, step)
    with pytest.raises(AssertionError, match=f"1101 {CANGLING_CHINESE_MEDICINE} 2025"):
        run(sums, replace(swap, vouchers=swap.vouchers[1:], rows=swap.rows[1:]))


def test_months_without_business(year: Sums) -> None:
    busy = {period for (book, _), (_, period) in year.standing.items() if book == RESIDENT}
    assert {"2025-01", "2025-10"}.isdisjoint(busy)
    assert {"2025-09", "2025-11"} <= busy
