"""Reads what the list of what is due must know of a book, as it stood on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.period import year_of
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.losses.prior_write_off import PriorWriteOff
from ledger.store.relations.events import EventPick, read_event_rows, read_events
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.standing.standing import LOST
from ledger.store.tables import schema as s
from ledger.store.vouchers.histories import read_stated_on
from ledger.voucher.counting import lost_by_hospital
from ledger.voucher.registers import standing_registers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart

#: What tells of losses before these books.
PRIOR = (PriorWriteOff.KIND, Withdrawal.KIND)


def read_bank_nets(
    conn: sa.Connection, book: str, account: str, *, first: str, until: date
) -> dict[tuple[int, str], int]:
    """Read what each movement did to a bank account, by accounting year, booked by a day, in fen.

    `first` is the first month looked at: the cost is that of the months, not of history.
    """
    month = until.isoformat()[:7]
    pick = LinePick(leaves=(account,), first=first, last=month, until=str(until))
    nets: dict[tuple[int, str], int] = {}
    for (period, movement), sides in read_sums(conn, book, pick, ("period", "movement")).items():
        if period[5:] != "00":
            at = (year_of(period), movement)
            nets[at] = nets.get(at, 0) + net_of(sides)
    return dict(sorted(nets.items()))


def read_late_returns(
    conn: sa.Connection, book: str, account: str, *, base: str, until: date
) -> int:
    """Read what hospitals gave back in the year of a day of earlier prepayment years, in fen."""
    pick = LinePick(
        movements=("repayment",),
        first=f"{until.year}-01",
        last=until.isoformat()[:7],
        until=str(until),
        base=base,
        against=account,
    )
    sums = read_sums(conn, book, pick, ("leaf_year",))
    return -sum(net_of(sides) for (year,), sides in sums.items() if 0 < year < until.year)


def read_written_off(
    conn: sa.Connection,
    charts: Mapping[str, FundChart],
    hospitals: Collection[str],
    until: date,
) -> dict[str, int]:
    """Read what was written off of hospitals by a day and has not come back, in fen.

    `charts` are those of the books asked, by code. Counted by the same fold as a 核销后收回 is
    (`voucher/counting`), over the facts as they stood at the end of the day.
    """
    found: dict[str, int] = {}
    for book, chart in sorted(charts.items()) if hospitals else ():
        lost = lost_by_hospital(read_losses(conn, book, chart, hospitals, until))
        for hospital in lost.keys() & set(hospitals):
            found[hospital] = found.get(hospital, 0) + lost[hospital]
    return {hospital: fen for hospital, fen in sorted(found.items()) if fen > 0}


def read_losses(
    conn: sa.Connection, book: str, chart: FundChart, hospitals: Collection[str], until: date
) -> list[Event]:
    """Read 以前核销, 核销 and 核销后收回 of hospitals, as they stood at the end of a day."""
    day = until.isoformat()
    prior = read_events(conn, book, EventPick(kinds=PRIOR, booked_to=day))
    posted = EventPick(kinds=LOST, hospitals=hospitals, booked_to=day)
    ids = {row["id"] for row in read_event_rows(conn, book, posted)}
    ids |= read_moved_losses(conn, book, day)
    return [*standing_registers(prior), *read_stated_on(conn, book, ids, chart, until)]


def read_moved_losses(conn: sa.Connection, book: str, day: str) -> set[str]:
    """Read which vouchers a later year's correction may have made those of another hospital."""
    pick = EventPick(kinds=(Amend.KIND,), posted=True, booked_to=day)
    rows = read_event_rows(conn, book, pick)
    return {row["corrects"] for row in rows if row["movement"] in LOST}


def read_closed(conn: sa.Connection, book: str, until: date) -> frozenset[str]:
    """Read which months, and years (`YYYY-13`), had been closed by the end of a day."""
    query = sa.select(s.seal.c.period, s.seal.c.closed_at).where(s.seal.c.book == book)
    rows = conn.execute(query.order_by(s.seal.c.period))
    return frozenset(period for period, at in rows if at[:10] <= until.isoformat())
