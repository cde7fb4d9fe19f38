"""The sample story, added up by hand: no account below zero, and what is left at the ends.

A small ledger of its own, nothing but sums by leaf and month, so that the script is proved
without the engine that it is the example for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import parse_fen
from ledger.basis.period import next_period, period_of
from ledger.events.base import Event, read_event, words_of
from ledger.events.kinds import KINDS, LEGLESS
from sample.story import StoryStep, sample_story
from tests.sample_story import (
    ANHE_TUMOUR,
    BOOKS,
    CANGLING_CHINESE_MEDICINE,
    CITY,
    CITY_EMPLOYEE,
    COUNTY,
    COUNTY_EMPLOYEE,
    EMPLOYEE,
    HAINAN_EMPLOYEE,
    HAIPING,
    RESIDENT,
    of_verb,
    recorded,
    rows_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    "pass-down": {"1101 lower": 1, "1003": -1},
    "pass-up": {"1101 lower": -1, "1003": 1},
}
#: The same where an upper agency stands in for 1003: what the county holds of its money.
UPPER_MOVES = {
    "allocation": {"2001 upper": 1, "1004": 1},
    "remittance": {"2001 upper": -1, "1004": -1},
}


#: Which words of a row name the leaf below an account.
DETAILS = {
    "1101": ("hospital", "year"),
    "2001": ("counterparty",),
    "1101 lower": ("lower_area", "year"),
    "2001 upper": ("upper_area",),
}


def table() -> dict[Place, dict[str, int]]:
    return defaultdict(lambda: defaultdict(int))


@dataclass
class Sums:
    """What the books say: fen by book, leaf and month (and by day), and the rows that stand."""

    starts: dict[str, str] = field(default_factory=dict)
    open_from: dict[str, str] = field(default_factory=dict)
    months: dict[Place, dict[str, int]] = field(default_factory=table)
    days: dict[Place, dict[str, int]] = field(default_factory=table)
    standing: dict[Place, tuple[Row, str]] = field(default_factory=dict)


def moved(row: Row) -> Iterator[tuple[str, int]]:
    """Say what an event adds to which leaf."""
    kind, fen = str(row["kind"]), parse_fen(str(row["amount"]))
    assert {row.get("from"), row.get("to")} <= {"1003", "1004", None}
    table_of_kind = UPPER_MOVES if "upper_area" in row else MOVES
    moves = table_of_kind.get(kind) or {str(row["account"]): 1}
    for account, sign in moves.items():
        detail = DETAILS.get(account, ())
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
    if event.KIND in LEGLESS:
        return
    assert (event.book, event.key) not in sums.standing
    area = str(row["area"])
    assert event.booked is None or period_of(event.booked) >= sums.open_from[area]
    period = max(period_of(event.booked or event.date), sums.open_from[area])
    period = f"{sums.starts[area][:4]}-00" if event.KIND == "opening-balance" else period
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


def run(sums: Sums, step: StoryStep) -> None:
    """Post what a step says, checking after every event, or after the whole correction."""
    area = step.office.area
    match step.verb:
        case "init":
            sums.starts[area] = sums.open_from[area] = step.words["start"]
        case "close month":
            assert step.words["period"] == sums.open_from[area]
            sums.open_from[area] = next_period(step.words["period"])
        case "record" | "reject":
            for row in recorded(step):
                enter(sums, row)
                check(sums)
        case "correct":
            replace_rows(sums, step, step.words["vouchers"], rows_in(step))
    if step.verb == "reject":
        assert [row["key"] for row in rows_in(step)] == [row["key"] for row in recorded(step)]


def replace_rows(sums: Sums, step: StoryStep, keys: Sequence[str], rows: Sequence[Row]) -> None:
    """Take vouchers back in red and post the right rows; checking only when all is done."""
    assert {row["corrects"] for row in rows} == set(keys)
    for key in keys:
        wrong, _ = sums.standing.pop((step.words["book"], key))
        post(sums, wrong, period_of(step.day), -1)
    for row in rows:
        enter(sums, row)
    check(sums)


@pytest.fixture(scope="module")
def told() -> Sums:
    sums = Sums()
    for step in sample_story():
        run(sums, step)
    return sums


def test_no_leaf_is_below_zero_at_any_posting_or_month_end(told: Sums) -> None:
    check(told)
    assert len(told.standing) > 220


def test_the_bank_accounts_have_the_money_on_every_day(told: Sums) -> None:
    for book in BOOKS:
        for account in ("1003", "1004"):
            days = told.days[book, account]
            assert min(accumulate(days[day] for day in sorted(days)), default=0) >= 0, book


def test_the_disbursement_accounts_are_empty_when_the_year_ends(told: Sums) -> None:
    for book in (EMPLOYEE, RESIDENT, HAINAN_EMPLOYEE):
        assert closing(told, book, "1004", "2025-12") == 0
    for book in BOOKS:
        assert closing(told, book, "1004") == 0


def test_of_2025_one_part_is_carried_over_and_nothing_else(told: Sums) -> None:
    places = [place for place in told.months if place[1].startswith(("1101", "2001"))]
    left = {place: closing(told, *place) for place in places if closing(told, *place)}
    old = {place: fen for place, fen in left.items() if place[1].endswith("2025")}
    assert old == {(RESIDENT, f"1101 {ANHE_TUMOUR} 2025"): 120_000_000}
    assert {place[0] for place in left if place not in old} == {
        HAINAN_EMPLOYEE,
        CITY_EMPLOYEE,
        COUNTY_EMPLOYEE,
    }


def test_the_overdue_hospital_of_hainan_is_clear_after_its_offset(told: Sums) -> None:
    place = (HAINAN_EMPLOYEE, f"1101 {HAIPING} 2025")
    days = told.days[place]
    owed_on_the_deadline = sum(fen for day, fen in days.items() if day <= "2025-12-15")
    assert owed_on_the_deadline == 98_695_027
    assert closing(told, *place, "2025-12") == 0


def test_what_the_city_passed_down_is_what_the_county_holds_every_month(told: Sums) -> None:
    upper, lower = f"1101 lower {COUNTY} 2026", f"2001 upper {CITY}"
    for period in ("2026-02", "2026-03", "2026-04"):
        held = closing(told, COUNTY_EMPLOYEE, lower, period)
        assert closing(told, CITY_EMPLOYEE, upper, period) == held
    assert closing(told, COUNTY_EMPLOYEE, lower) == 367_319_775


def test_one_red_of_the_swapped_payments_alone_would_overdraw() -> None:
    sums, before = Sums(), sample_story()
    swap = next(step for step in of_verb(before, "correct") if len(rows_in(step)) == 2)
    for step in before[: before.index(swap)]:
        run(sums, step)
    with pytest.raises(AssertionError, match=f"1101 {CANGLING_CHINESE_MEDICINE} 2025"):
        replace_rows(sums, swap, swap.words["vouchers"][1:], rows_in(swap)[1:])


def test_months_without_business(told: Sums) -> None:
    busy = {period for (book, _), (_, period) in told.standing.items() if book == RESIDENT}
    assert {"2025-01", "2025-10"}.isdisjoint(busy)
    assert {"2025-09", "2025-11"} <= busy
