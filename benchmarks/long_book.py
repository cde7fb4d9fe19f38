"""Makes a book of any length: one year posted by the verbs, the years before it copied from it.

What is asked of such a book is of the posted year, which is the same however much lies behind.
Nobody proves it: numbers and links of the copies are made up, and only their shape is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from benchmarks.history import carry_forward, returns
from benchmarks.stage import disbursements, hospital, open_office, permit
from ledger.store.engine import writing
from ledger.store.tables import schema as s
from ledger.store.writer import insert
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.stage import Stage
    from tests.office import Office

Row = dict[str, Any]
#: The year that is posted, and the first of those that lie behind it.
ASKED, FIRST = 2026, 2016
#: Hospitals of the posted year, and of all: the copies belong to the others.
NAMED, PROVINCE = 300, 3_000
#: Vouchers of the posted year, half of them payments and half returns.
POSTED = 1_000
BATCH = 20_000


def long_office(stage: Stage, vouchers: int) -> tuple[str, Office]:
    """Open an office whose employees' book has about so many vouchers, the last year's posted."""
    url, office = open_office(stage, hospitals=PROVINCE, start=f"{FIRST}-01")
    years = range(FIRST, ASKED)
    each = (vouchers - POSTED) // len(years)
    samples = sample_rows(office)
    for year in years:
        with writing(office.desk.engine, [EMPLOYEE]) as conn:
            copy_year(conn, samples, year, each)
        office.on(f"{year}-12-28")
        carry_forward(office, year)
    office.on(f"{ASKED}-12-28")
    permit(office, ASKED, hospitals=NAMED)
    office.post(*disbursements(POSTED // 2, hospitals=NAMED, year=ASKED))
    office.post(*returns(POSTED // 2, NAMED, ASKED))
    return url, office


def sample_rows(office: Office) -> dict[str, tuple[Row, list[Row], Row]]:
    """Post one payment and its return in the first year: event, papers and voucher, by kind."""
    office.on(f"{FIRST}-12-28")
    office.post(*disbursements(1, hospitals=1, year=FIRST, name="S"))
    paid = returns(1, 1, FIRST)
    office.post({**paid[0], "key": "BS"})
    found = {}
    with office.desk.engine.connect() as conn:
        for kind in ("disbursement", "repayment"):
            event = conn.execute(sa.select(s.event).where(s.event.c.kind == kind)).mappings().one()
            papers = sa.select(s.evidence).where(s.evidence.c.event == event["id"])
            vouchers = sa.select(s.voucher).where(s.voucher.c.id == event["id"])
            found[kind] = (
                dict(event),
                [dict(row) for row in conn.execute(papers).mappings()],
                dict(conn.execute(vouchers).mappings().one()),
            )
    return found


def copy_year(
    conn: sa.Connection, samples: dict[str, tuple[Row, list[Row], Row]], year: int, count: int
) -> None:
    """Write a year of payments and returns over the hospitals that nobody asks for."""
    codes = [hospital(number) for number in range(1, PROVINCE)]
    insert(conn, s.account, [leaf_row(code, year) for code in codes if leaf_free(code, year)])
    numbers: dict[str, int] = {}
    rows: dict[str, list[Row]] = {"event": [], "evidence": [], "voucher": [], "leg": []}
    tables = {"event": s.event, "evidence": s.evidence, "voucher": s.voucher, "leg": s.leg}
    turnover: dict[tuple[str, str], list[int]] = {}
    for place, (kind, code, day) in enumerate(year_of_facts(codes, year, count), 1):
        period = day[:7]
        numbers[period] = numbers.get(period, 100) + 1
        add_fact(rows, samples[kind], code, day, (place, numbers[period]))
        leaf = rows["leg"][-1]
        for side, at in (("debit", 0), ("credit", 1)):
            turnover.setdefault((leaf[side], period), [0, 0])[at] += leaf["amount_fen"]
        if len(rows["event"]) == BATCH:
            flush(conn, rows, tables)
    flush(conn, rows, tables)
    insert_turnover(conn, turnover)
    counters = [{"book": EMPLOYEE, "period": p, "last_number": n} for p, n in numbers.items()]
    kept = sa.select(s.period.c.period).where(s.period.c.book == EMPLOYEE)
    known = set(conn.execute(kept).scalars())
    insert(conn, s.period, [row for row in counters if row["period"] not in known])


def leaf_free(code: str, year: int) -> bool:
    """Tell whether a leaf has still to be opened: the sample's own is there."""
    return (code, year) != (hospital(0), FIRST)


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
    """List a year's payments by month and its returns in December: kind, hospital, day."""
    half = count // 2
    for number in range(half):
        day = f"{year}-{1 + number * 12 // half:02d}-{11 + number % 18:02d}"
        yield "disbursement", codes[number % len(codes)], day
    for number in range(half):
        yield "repayment", codes[number % len(codes)], f"{year}-12-{1 + number % 28:02d}"


def add_fact(
    rows: dict[str, list[Row]],
    sample: tuple[Row, list[Row], Row],
    code: str,
    day: str,
    places: tuple[int, int],
) -> None:
    """Copy a sample to another hospital, day and place in the chain."""
    event, papers, voucher = sample
    place, number = places
    year = int(day[:4])
    id_ = f"{day}-{event['kind'][:3]}-{place:08d}"
    rows["event"].append(
        event
        | {"id": id_, "unit": id_, "key": f"C-{id_}", "date": day, "booked": day}
        | {"hospital": code, "year": year, "chain_year": year, "position": 100_000 + place}
    )
    rows["evidence"] += [
        paper | {"event": id_, "number": f"{paper['type'][:3]}-{id_}", "date": day}
        for paper in papers
    ]
    rows["voucher"].append(voucher | {"id": id_, "period": day[:7], "number": number})
    leaf, sides = f"1101.01.{code}.{year}", ("debit", "credit")
    here, there = sides if event["kind"] == "disbursement" else reversed(sides)
    leg = {"book": EMPLOYEE, "voucher": id_, "legs": 1, "line": 1, "amount_fen": 500_000}
    rows["leg"].append(leg | {here: leaf, there: "1004"})


def flush(conn: sa.Connection, rows: dict[str, list[Row]], tables: dict[str, sa.Table]) -> None:
    """Write what has come together."""
    for name, found in rows.items():
        insert(conn, tables[name], found)
        found.clear()


def insert_turnover(conn: sa.Connection, sums: dict[tuple[str, str], list[int]]) -> None:
    """Write the turnover of copied months; what the samples moved is left as it is."""
    t = s.turnover.c
    kept = sa.select(t.account, t.period).where(t.book == EMPLOYEE)
    known = {tuple(row) for row in conn.execute(kept)}
    rows = [
        {"book": EMPLOYEE, "account": a, "period": p, "debit_fen": debit, "credit_fen": credit}
        for (a, p), (debit, credit) in sums.items()
        if (a, p) not in known
    ]
    insert(conn, s.turnover, rows)
