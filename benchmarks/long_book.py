"""Makes a book of any length: one year posted by the verbs, the years before it copied from it.

What is asked of such a book is of the posted year, which is the same however much lies behind.
Nobody proves it: numbers and links of the copies are made up, and only their shape is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from benchmarks.history import carry_forward, returns
from benchmarks.stage import disbursements, hospital, open_office, permit
from ledger.store.engine import writing
from ledger.store.tables import schema as s
from ledger.store.writer import insert, upsert
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.stage import Stage
    from tests.office import Office

Row = dict[str, Any]
#: What moves money here, and what is registered beside it for each hospital that is paid.
MOVED, REGISTERED = ("disbursement", "repayment"), ("agreement", "assessment")
#: The year that is posted, and the first of the ten that lie behind it.
ASKED, FIRST = 2026, 2016
#: Hospitals of the posted year, and of all: the copies belong to the others.
NAMED, PROVINCE = 300, 3_000
#: Vouchers of the posted year, half of them payments and half returns.
POSTED = 1_000
BATCH = 20_000
TABLES = {"event": s.event, "evidence": s.evidence, "voucher": s.voucher, "leg": s.leg}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRows:
    """The rows of one fact: its event, its papers, and its voucher where it has one."""

    event: Row
    papers: tuple[Row, ...]
    vouchers: tuple[Row, ...]


def long_office(stage: Stage, vouchers: int, first: int = FIRST) -> tuple[str, Office]:
    """Open an office whose employees' book has about so many vouchers, the last year's posted."""
    url, office = open_office(stage, hospitals=PROVINCE, start=f"{first}-01")
    samples = sample_facts(office, first)
    for year, count in history_of(vouchers, first).items():
        with writing(office.desk.engine, [EMPLOYEE]) as conn:
            copy_year(conn, samples, year, count)
        office.on(f"{year}-12-28")
        carry_forward(office, year)
    office.on(f"{ASKED}-12-28")
    permit(office, ASKED, hospitals=NAMED)
    office.post(*disbursements(POSTED // 2, hospitals=NAMED, year=ASKED))
    office.post(*returns(POSTED // 2, NAMED, ASKED))
    office.sign()
    return url, office


def history_of(vouchers: int, first: int) -> dict[int, int]:
    """Say how many vouchers each year has before the one that is asked about.

    The last of them has as many as that: what is due looks at both.
    """
    years = range(first, ASKED - 1)
    before = dict.fromkeys(years, (vouchers - 2 * POSTED) // max(len(years), 1))
    return before | {ASKED - 1: POSTED}


def sample_facts(office: Office, year: int) -> dict[str, FactRows]:
    """Post a payment and its return in a year; read them, an agreement and a 核定, by kind."""
    office.on(f"{year}-12-28")
    office.post(*disbursements(1, hospitals=1, year=year, name="S"))
    office.post({**returns(1, 1, year)[0], "key": "BS"})
    with office.desk.engine.connect() as conn:
        return {kind: fact_rows(conn, kind) for kind in (*MOVED, *REGISTERED)}


def fact_rows(conn: sa.Connection, kind: str) -> FactRows:
    """Read the rows of the first fact of a kind; what is only registered has no voucher."""
    e = s.event.c
    chosen = sa.select(s.event).where(e.kind == kind).order_by(e.chain_year, e.position).limit(1)
    event = conn.execute(chosen).mappings().one()
    papers = sa.select(s.evidence).where(s.evidence.c.event == event["id"])
    vouchers = sa.select(s.voucher).where(s.voucher.c.id == event["id"])
    return FactRows(
        event=dict(event),
        papers=tuple(dict(row) for row in conn.execute(papers).mappings()),
        vouchers=tuple(dict(row) for row in conn.execute(vouchers).mappings()),
    )


def copy_year(conn: sa.Connection, samples: dict[str, FactRows], year: int, count: int) -> None:
    """Write a year of payments and returns over the hospitals that nobody asks for."""
    codes = [hospital(number) for number in range(1, PROVINCE)]
    own = own_leaves(conn, year)
    leaves = [leaf_row(code, year) for code in codes[: count // 2]]
    insert(conn, s.account, [row for row in leaves if row["code"] not in own])
    numbers: dict[str, int] = {}
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    turnover: dict[tuple[str, str], list[int]] = {}
    for place, (kind, code, day) in enumerate(year_of_facts(codes, year, count), 1):
        period = day[:7]
        if kind in MOVED:
            numbers[period] = numbers.get(period, 100) + 1
        add_fact(rows, samples[kind], code, day, (place, numbers.get(period, 0)))
        if kind in MOVED:
            leg = rows["leg"][-1]
            for side, at in (("debit", 0), ("credit", 1)):
                turnover.setdefault((leg[side], period), [0, 0])[at] += leg["amount_fen"]
        if len(rows["event"]) == BATCH:
            flush(conn, rows)
    flush(conn, rows)
    insert_turnover(conn, turnover)
    insert_counters(conn, numbers)


def own_leaves(conn: sa.Connection, year: int) -> set[str]:
    """Name the leaves of a year that are open already: the sample's own."""
    a = s.account.c
    return set(conn.execute(sa.select(a.code).where(a.book == EMPLOYEE, a.year == year)).scalars())


def insert_counters(conn: sa.Connection, numbers: dict[str, int]) -> None:
    """Write the counters of copied months; where a sample has one it stays."""
    kept = sa.select(s.period.c.period).where(s.period.c.book == EMPLOYEE)
    known = set(conn.execute(kept).scalars())
    counters = [{"book": EMPLOYEE, "period": p, "last_number": n} for p, n in numbers.items()]
    insert(conn, s.period, [row for row in counters if row["period"] not in known])


def leaf_row(code: str, year: int) -> Row:
    """Write a hospital's leaf of a prepayment year."""
    account = f"1101.01.{code}.{year}"
    return {
        "book": EMPLOYEE,
        "code": account,
        "base": "1101.01",
        "hospital": code,
        "year": year,
        "counterparty": "",
        "holder": code,
        "name": f"暂付款—医保预付金—{code}—{year}",
    }


def year_of_facts(codes: list[str], year: int, count: int) -> Iterator[tuple[str, str, str]]:
    """List a year's facts: kind, hospital, day.

    Agreements and 核定 in January, payments by month, returns in December.
    """
    half = count // 2
    for code in codes[:half]:
        for kind in REGISTERED:
            yield kind, code, f"{year}-01-05"
    for number in range(half):
        day = f"{year}-{1 + number * 12 // half:02d}-{11 + number % 18:02d}"
        yield "disbursement", codes[number % len(codes)], day
    for number in range(half):
        yield "repayment", codes[number % len(codes)], f"{year}-12-{1 + number % 28:02d}"


def add_fact(
    rows: dict[str, list[Row]], sample: FactRows, code: str, day: str, places: tuple[int, int]
) -> None:
    """Copy a sample to another hospital, day and place in the chain."""
    event, (place, number), year = sample.event, places, int(day[:4])
    id_ = f"{day}-{event['kind'][:3]}-{place:08d}"
    rows["event"].append(
        event
        | {"id": id_, "unit": id_, "key": f"C-{id_}", "date": day, "booked": day}
        | {"hospital": code, "year": year, "chain_year": year, "position": 100_000 + place}
    )
    rows["evidence"] += [
        paper | {"event": id_, "number": f"{paper['type'][:3]}-{id_}", "date": day}
        for paper in sample.papers
    ]
    for voucher in sample.vouchers:
        rows["voucher"].append(voucher | {"id": id_, "period": day[:7], "number": number})
        leaf, sides = f"1101.01.{code}.{year}", ("debit", "credit")
        here, there = sides if event["kind"] == "disbursement" else reversed(sides)
        leg = {"book": EMPLOYEE, "voucher": id_, "legs": 1, "line": 1, "amount_fen": 500_000}
        rows["leg"].append(leg | {here: leaf, there: "1004"})


def flush(conn: sa.Connection, rows: dict[str, list[Row]]) -> None:
    """Write what has come together."""
    for name, found in rows.items():
        insert(conn, TABLES[name], found)
        found.clear()


def insert_turnover(conn: sa.Connection, sums: dict[tuple[str, str], list[int]]) -> None:
    """Write the turnover of copied months; what the samples moved is added to."""
    sides = ("debit_fen", "credit_fen")
    rows: list[Row] = [
        {
            "book": EMPLOYEE,
            "account": account,
            "period": period,
            **dict(zip(sides, moved, strict=True)),
        }
        for (account, period), moved in sums.items()
    ]
    upsert(conn, s.turnover, rows, add=sides)
