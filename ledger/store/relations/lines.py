"""Reads the relation `lines`: what each voucher does to each leaf (leg, account, voucher, event).

Two readers: lines one by one, or added up by named columns. What leads the plan follows from what
is asked: vouchers by id, leaves that belong to somebody by their legs, kinds of facts by their
events, and everything else by the months. A bank account is in nearly every voucher: its legs are
found through the months asked for, never through the account.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.events.corrections.correcting import DATED_BACK
from ledger.store.masters import chunks
from ledger.store.relations.events import within
from ledger.store.relations.planned import given_of, joined_on, led, own_book
from ledger.store.tables import schema as s
from ledger.voucher.posting import form_of
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

#: Conditions that name many values.
LINE_SETS = ("ids", "leaves", "kinds", "movements", "hospitals", "years")
#: The kinds that count on another day than their own: corrections, and what the bank sent back.
ELSEWHERE = (*DATED_BACK, "payment-return")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePick:
    """Which lines are asked for; None or "" asks for any, an empty set for none.

    Vouchers by `ids`, `kinds` or `movements` (the kind that a correction counts as), of the months
    `first` … `last`, booked `until` a day or `after` it, posted by the moment `known_at`; of facts
    that name `hospitals` and `years`; on `leaves`, at `base`, at or `below` a code, and `against` a
    leaf on the other side of the leg.
    """

    ids: Collection[str] | None = None
    kinds: Collection[str] | None = None
    movements: Collection[str] | None = None
    first: str = ""
    last: str = ""
    until: str = ""
    after: str = ""
    known_at: str = EVER
    hospitals: Collection[str] | None = None
    years: Collection[int] | None = None
    leaves: Collection[str] | None = None
    base: str = ""
    below: str = ""
    against: str = ""

    def bound(self) -> dict[str, Any]:
        """Write the values that a statement binds."""
        found = {name: getattr(self, name) for name in given_of(self)}
        sets = {name: sorted(set(found[name])) for name in LINE_SETS if name in found}
        return found | sets


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """What one voucher does to one side of one leaf: a line of the books.

    `account`, `base`, `hospital` and `leaf_year` tell the leaf; `movement` is the kind that it
    counts as, `owner` the hospital and `year` the prepayment year that its event names; `corrects`
    is the id of the voucher that it corrects in `form`; `settles` the key of the payment that a
    退汇 gives back.
    """

    account: str
    base: str
    hospital: str
    leaf_year: int
    id: str
    key: str
    kind: str
    movement: str
    period: str
    number: int
    date: dt.date
    booked: dt.date
    summary: str
    side: str
    amount_fen: int
    owner: str
    year: int
    form: str
    corrects: str
    settles: str

    @property
    def net_fen(self) -> int:
        """Return what it does to the leaf's debit-positive balance."""
        return self.amount_fen if self.side == "debit" else -self.amount_fen

    @property
    def label(self) -> str:
        """Name its voucher within the book."""
        return voucher_label(self.period, self.number)


def line_conditions() -> dict[str, sa.ColumnElement[bool]]:
    """Write each condition of a pick once; which leaves is told by the statement."""
    v, e, a = s.voucher.c, s.event.c, s.account.c
    below: sa.BindParameter[str] = sa.bindparam("below")
    return {
        "ids": within(v.id, "ids"),
        "kinds": within(e.kind, "kinds"),
        "movements": within(v.movement, "movements"),
        "first": v.period >= sa.bindparam("first"),
        "last": v.period <= sa.bindparam("last"),
        "until": e.booked <= sa.bindparam("until"),
        "after": e.booked > sa.bindparam("after"),
        "known_at": e.posted_at <= sa.bindparam("known_at"),
        "hospitals": within(e.hospital, "hospitals"),
        "years": within(e.year, "years"),
        "base": a.base == sa.bindparam("base"),
        "below": sa.or_(a.code == below, a.code.startswith(below + ".")),
    }


#: The leaf on the other side of the leg.
OTHER = sa.case((s.account.c.code == s.leg.c.debit, s.leg.c.credit), else_=s.leg.c.debit)
LINE_CONDITIONS = line_conditions() | {"against": sa.bindparam("against") == OTHER}
#: What lines can be added up by.
GROUPS: dict[str, sa.ColumnElement[Any]] = {
    "account": s.account.c.code,
    "against": OTHER,
    "leaf_year": s.account.c.year,
    "kind": s.event.c.kind,
    "hospital": s.account.c.hospital,
    "movement": s.voucher.c.movement,
    "period": s.voucher.c.period,
    "owner": s.event.c.hospital,
    "year": s.event.c.year,
    "day": s.event.c.date,
    # The voucher, where it counts on another day than its own.
    "apart": sa.case((s.event.c.kind.in_(ELSEWHERE), s.event.c.id), else_=""),
}
SHOWN = (
    *(s.account.c[name] for name in ("code", "base", "hospital")),
    s.account.c.year.label("leaf_year"),
    *(s.event.c[name] for name in ("id", "key", "kind", "date", "booked", "corrects")),
    s.event.c.hospital.label("owner"),
    s.event.c.year.label("year"),
    sa.case((s.event.c.kind == "payment-return", s.event.c.content), else_="").label("content"),
    *(s.voucher.c[name] for name in ("period", "number", "movement", "summary")),
    s.leg.c.amount_fen,
)


@functools.cache
def line_statement(
    given: frozenset[str], lead: str, groups: tuple[str, ...] | None
) -> sa.Select[*tuple[Any, ...]]:
    """Build the statement for conditions: lines one by one, or added up by `groups`.

    `lead` is the side of the legs that the leaves are looked up by; "" where something else leads,
    and both sides are read in one pass.
    """
    g, a = s.leg.c, s.account.c
    side: sa.ColumnElement[str]
    if lead:
        column = g[lead]
        side = sa.literal_column(f"'{lead}'")
        on_leaf, leaves = a.code == column, within(column, "leaves")
    else:
        side = sa.case((a.code == g.debit, "debit"), else_="credit")
        on_leaf, leaves = a.code.in_((g.debit, g.credit)), within(a.code, "leaves")
    first = leading_table(given, lead)
    query = from_first(shown_or_added(side, groups), first)
    query = query.join(s.account, sa.and_(a.book == led(first.c.book), on_leaf))
    query = query.where(first.c.book == own_book())
    if "leaves" in given:
        query = query.where(leaves)
    return query.where(*(LINE_CONDITIONS[name] for name in sorted(given & LINE_CONDITIONS.keys())))


def shown_or_added(
    side: sa.ColumnElement[str], groups: tuple[str, ...] | None
) -> sa.Select[*tuple[Any, ...]]:
    """Select the columns of a line; or sums by `groups`, and by side."""
    if groups is None:
        return sa.select(*SHOWN, side.label("side"))
    named = [GROUPS[name].label(f"by_{name}") for name in groups]
    total = sa.func.sum(s.leg.c.amount_fen).label("fen")
    # Grouped by name: a server would take the same words twice for two expressions.
    by = [sa.text(f"by_{name}") for name in groups]
    return sa.select(side.label("side"), *named, total).group_by(sa.text("side"), *by)


def leading_table(given: frozenset[str], lead: str) -> sa.Table:
    """Choose the table from which the others are looked up."""
    if lead:
        return s.leg
    return s.event if "kinds" in given and "ids" not in given else s.voucher


def from_first(query: sa.Select[*tuple[Any, ...]], first: sa.Table) -> sa.Select[*tuple[Any, ...]]:
    """Join voucher, event and leg, whichever leads."""
    id_ = first.c["voucher" if first is s.leg else "id"]
    query = query.select_from(first)
    for table in (s.voucher, s.event, s.leg):
        if table is not first:
            key = table.c["voucher" if table is s.leg else "id"]
            query = query.join(table, joined_on(table, key, first, id_))
    return query


def read_lines(conn: sa.Connection, book: str, pick: LinePick) -> list[BookLine]:
    """Read lines in book order; a voucher's legs on one side of a leaf are one line."""
    sums: dict[tuple[str, str, str], list[Any]] = {}
    for row in rows_of(conn, book, pick, None):
        found = sums.setdefault((row.id, row.side, row.code), [row, 0])
        found[1] += row.amount_fen
    lines = [line_of(row, fen) for row, fen in sums.values()]
    return sorted(lines, key=in_book_order)


def in_book_order(line: BookLine) -> tuple[str, dt.date, int, bool, str]:
    """Return the place of a line in the books: by month, day, number, debits first, leaf."""
    return line.period, line.booked, line.number, line.side != "debit", line.account


def read_sums(
    conn: sa.Connection, book: str, pick: LinePick, by: tuple[str, ...]
) -> dict[tuple[Any, ...], tuple[int, int]]:
    """Add lines up, 借 and 贷, by named columns (`GROUPS`)."""
    sums: dict[tuple[Any, ...], tuple[int, int]] = {}
    for row in rows_of(conn, book, pick, by):
        key: tuple[Any, ...] = tuple(row[1:-1])
        fen = int(row[-1])
        debit, credit = sums.get(key, (0, 0))
        sums[key] = (debit + fen, credit) if row[0] == "debit" else (debit, credit + fen)
    return sums


def rows_of(
    conn: sa.Connection, book: str, pick: LinePick, groups: tuple[str, ...] | None
) -> Iterator[sa.Row[Any]]:
    """Send the statements that a pick needs, cut where a set is long."""
    given, bound = given_of(pick), pick.bound()
    if not all(bound[name] for name in LINE_SETS if name in bound):
        return
    for lead, part in parts_of(given, bound):
        statement = line_statement(given, lead, groups)
        yield from conn.execute(statement, {"book": book, **part})


def parts_of(given: frozenset[str], bound: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Decide what leads, and cut its set into pieces that fit a statement."""
    if "leaves" in given and not given & {"ids", "kinds"}:
        yield from parts_by_leaf(bound)
        return
    name = "ids" if "ids" in given else "hospitals"
    for part in chunks(bound[name]) if name in given else ():
        yield "", bound | {name: part}
    if name not in given:
        yield "", bound


def parts_by_leaf(bound: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Look leaves up by each side of the legs; a wide one is not, and leads nothing."""
    wide = [code for code in bound["leaves"] if is_wide(code)]
    if wide:
        yield "", bound | {"leaves": wide}
    for part in chunks(set(bound["leaves"]) - set(wide)):
        for lead in ("debit", "credit"):
            yield lead, bound | {"leaves": part}


def is_wide(code: str) -> bool:
    """Tell a leaf that belongs to nobody: all of a book's years and hospitals move it."""
    return all(len(part) <= 2 for part in code.split(".")[1:])


def line_of(row: sa.Row[Any], fen: int) -> BookLine:
    """Put one line together."""
    return BookLine(
        account=row.code,
        base=row.base,
        hospital=row.hospital,
        leaf_year=row.leaf_year,
        id=row.id,
        key=row.key,
        kind=row.kind,
        movement=row.movement,
        period=row.period,
        number=row.number,
        date=dt.date.fromisoformat(row.date),
        booked=dt.date.fromisoformat(row.booked),
        summary=row.summary,
        side=row.side,
        amount_fen=fen,
        owner=row.owner,
        year=row.year,
        form=form_of(row.kind, row.corrects),
        corrects=row.corrects,
        settles=json.loads(row.content)["disbursement"] if row.content else "",
    )


def net_of(sides: tuple[int, int]) -> int:
    """Return what both sides come to, debit-positive."""
    return sides[0] - sides[1]


def leaves_moved(
    conn: sa.Connection, book: str, codes: Collection[str], first: str, last: str
) -> Sequence[str]:
    """Keep the leaves that moved in the months `first` … `last`."""
    found: list[str] = []
    for part in chunks(codes):
        bound = {"book": book, "codes": part, "first": first, "last": last}
        found += conn.execute(MOVED_LEAVES, bound).scalars()
    return found


def moved_leaves() -> sa.Select[*tuple[Any, ...]]:
    """Build the statement for which leaves moved in a span."""
    t = s.turnover.c
    span = (t.period >= sa.bindparam("first"), t.period <= sa.bindparam("last"))
    query = sa.select(t.account).where(t.book == sa.bindparam("book"), *span)
    return query.where(within(t.account, "codes")).distinct()


MOVED_LEAVES = moved_leaves()
