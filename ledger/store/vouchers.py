"""Reads posted vouchers back as values, in sets: head, legs, papers and corrections."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.words import sheets_kept
from ledger.masters.leg import Leg
from ledger.policy.irregular import Breach
from ledger.store import schema as s
from ledger.store.balances import read_accounts
from ledger.store.masters import chunks
from ledger.store.papers import read_new_papers
from ledger.store.rows import BREACHES, paper_of
from ledger.voucher.shown import AccountEntry, Voucher, lines_of, voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.events.words import Paper
    from ledger.masters.chart import Leaf
    from ledger.voucher.shown import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which vouchers are asked for: months `first` … `last`, or by id; all where none is named."""

    first: str = ""
    last: str = ""
    ids: tuple[str, ...] = ()

    def of(self, query: sa.Select[Any], book: str) -> list[sa.Select[Any]]:
        """Narrow a query over the voucher table to the span; several where ids are many."""
        v = s.voucher.c
        query = query.where(v.book == book)
        if self.ids:
            return [query.where(v.id.in_(part)) for part in chunks(self.ids)]
        if self.first:
            query = query.where(v.period >= self.first)
        if self.last:
            query = query.where(v.period <= self.last)
        return [query]


def read_legs(
    conn: sa.Connection, book: str, span: Span
) -> tuple[dict[str, list[Leg]], dict[str, Leaf]]:
    """Read the legs of a span's vouchers in order, by voucher id, and the leaves they move."""
    v, g = s.voucher.c, s.leg.c
    query = (
        sa.select(g.voucher, g.debit, g.credit, g.amount_fen)
        .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
        .order_by(g.voucher, g.line)
    )
    rows = [row for part in span.of(query, book) for row in conn.execute(part).all()]
    leaves = read_accounts(conn, book, {row.debit for row in rows} | {row.credit for row in rows})
    legs: dict[str, list[Leg]] = {}
    for row in rows:
        debit, credit = leaves[row.debit].account, leaves[row.credit].account
        legs.setdefault(row.voucher, []).append(
            Leg(debit=debit, credit=credit, amount_fen=row.amount_fen)
        )
    return legs, leaves


def read_papers(conn: sa.Connection, book: str, span: Span) -> dict[str, tuple[Paper, ...]]:
    """Read the papers of a span's vouchers in order, by voucher id, as they stand now.

    By id they are found of any event: a 登记事项 has papers, and no voucher.
    """
    v, e = s.voucher.c, s.evidence
    query = sa.select(e).order_by(e.c.event, e.c.line)
    joined = query.join(s.voucher, sa.and_(v.book == e.c.book, v.id == e.c.event))
    mine = query.where(e.c.book == book)
    parts = [mine.where(e.c.event.in_(ids)) for ids in chunks(span.ids)]
    names = e.c.keys()
    papers: dict[str, list[Paper]] = {}
    for part in parts or span.of(joined, book):
        for words in conn.execute(part).all():
            row = dict(zip(names, words, strict=True))
            papers.setdefault(row["event"], []).append(paper_of(row))
    found_papers = {event: tuple(found) for event, found in papers.items()}
    for event, moved in read_new_papers(conn, book).items():
        if event in found_papers or event in span.ids:
            found_papers[event] = moved.papers
    return found_papers


def read_signatures(conn: sa.Connection, book: str, span: Span) -> dict[str, dict[str, str]]:
    """Read who signed a span's vouchers in which role, by voucher id."""
    v, g = s.voucher.c, s.signature.c
    query = sa.select(g.event, g.role, g.name).join(
        s.voucher, sa.and_(v.book == g.book, v.id == g.event)
    )
    signed: dict[str, dict[str, str]] = {}
    for part in span.of(query, book):
        for event, role, name in conn.execute(part):
            signed.setdefault(event, {})[role] = name
    return signed


def read_corrections(conn: sa.Connection, book: str) -> tuple[dict[str, str], dict[str, str]]:
    """Read which voucher corrects which: labels by correcting id, and by the id corrected.

    What a fact is corrected by are the vouchers that stand: the red one, or each difference.
    """
    c, wrong, right = s.correction.c, s.voucher.alias("wrong"), s.voucher.alias("right")
    query = (
        sa.select(
            c.voucher,
            c.corrects,
            c.form,
            wrong.c.period,
            wrong.c.number,
            right.c.period.label("by_period"),
            right.c.number.label("by_number"),
        )
        .join(wrong, sa.and_(wrong.c.book == c.book, wrong.c.id == c.corrects))
        .join(right, sa.and_(right.c.book == c.book, right.c.id == c.voucher))
        .where(c.book == book)
        .order_by(c.voucher)
    )
    rows = conn.execute(query).all()
    gone = {row.corrects for row in rows if row.form == "red"}
    corrects: dict[str, str] = {}
    corrected_by: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: (row.by_period, row.by_number)):
        corrects[row.voucher] = voucher_label(row.period, row.number)
        if row.form == "blue" or row.voucher in gone:
            continue
        label = voucher_label(row.by_period, row.by_number)
        before = corrected_by.get(row.corrects, "")
        # What was taken back is told by its red voucher alone.
        kept = before if before and row.corrects not in gone else ""
        corrected_by[row.corrects] = f"{kept}、{label}" if kept else label
    return corrects, corrected_by


def read_vouchers(
    conn: sa.Connection, book: str, span: Span, *, with_papers: bool = True
) -> list[Voucher]:
    """Read vouchers whole, in order of period and number; journals do without the papers."""
    legs, leaves = read_legs(conn, book, span)
    names = {code: leaf.name for code, leaf in leaves.items()}
    papers = read_papers(conn, book, span) if with_papers else {}
    moved = read_new_papers(conn, book) if with_papers else {}
    corrects, corrected_by = read_corrections(conn, book)
    signed = read_signatures(conn, book, span)
    v, e = s.voucher.c, s.event
    query = (
        sa.select(e, v.period, v.number, v.movement, v.summary, v.sheets, s.correction.c.form)
        .join(s.voucher, sa.and_(v.book == e.c.book, v.id == e.c.id))
        .outerjoin(
            s.correction,
            sa.and_(s.correction.c.book == v.book, s.correction.c.voucher == v.id),
        )
    )
    found = [
        voucher_of(
            row,
            lines=lines_of(legs.get(row.id, ()), names),
            papers=papers.get(row.id, ()),
            corrects=corrects.get(row.id, ""),
            corrected_by=corrected_by.get(row.id, ""),
            signed=signed.get(row.id, {}),
            papers_by=moved[row.id].key if row.id in moved else "",
        )
        for part in span.of(query, book)
        for row in conn.execute(part).all()
    ]
    return sorted(found, key=lambda voucher: (voucher.period, voucher.number))


def voucher_of(
    row: sa.Row[Any],
    *,
    lines: tuple[Line, ...],
    papers: tuple[Paper, ...],
    corrects: str,
    corrected_by: str,
    signed: dict[str, str],
    papers_by: str,
) -> Voucher:
    """Put one voucher together."""
    return Voucher(
        book=row.book,
        id=row.id,
        key=row.key,
        kind=row.kind,
        movement=row.movement,
        period=row.period,
        number=row.number,
        date=date.fromisoformat(row.date),
        booked=date.fromisoformat(row.booked),
        hospital=row.hospital,
        year=row.year,
        summary=row.summary,
        lines=lines,
        papers=papers,
        sheets=sheets_kept((paper.sheets, paper.kept_with) for paper in papers)
        if papers_by
        else row.sheets,
        papers_by=papers_by,
        form=row.form or "",
        corrects=corrects,
        corrected_by=corrected_by,
        irregular=bool(row.irregular),
        prepared_by=row.prepared_by,
        approved_by=row.approved_by,
        posted_by=row.posted_by,
        posted_at=row.posted_at,
        origin=row.origin,
        position=row.position,
        fact_digest=row.fact_digest,
        link=row.link,
        cashier=signed.get("cashier", ""),
        chief=signed.get("chief", ""),
        breaches=breaches_of(row.content) if row.irregular else (),
    )


def breaches_of(content: str) -> tuple[Breach, ...]:
    """Read the rules that an irregular event went against."""
    return tuple(Breach(*words) for words in json.loads(content).get(BREACHES, ()))


def find_vouchers(conn: sa.Connection, book: str, labels: Iterable[tuple[str, int]]) -> list[str]:
    """Find the ids of vouchers by period and number, in the order asked for; "" where none is."""
    v = s.voucher.c
    found = []
    for period, number in labels:
        query = sa.select(v.id).where(v.book == book, v.period == period, v.number == number)
        found.append(conn.execute(query).scalar() or "")
    return found


def read_entries(conn: sa.Connection, book: str, account: str, span: Span) -> list[AccountEntry]:
    """Read the lines that touch one leaf, in order of period and number.

    The legs of one voucher on one side make one line, as on the voucher itself.
    """
    v, g, e = s.voucher.c, s.leg.c, s.event.c
    found = []
    for side, column in (("debit", g.debit), ("credit", g.credit)):
        query = (
            sa.select(
                v.period,
                v.number,
                v.summary,
                v.movement,
                e.date,
                e.booked,
                sa.func.sum(g.amount_fen).label("fen"),
            )
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .where(g.book == book, column == account)
            .group_by(v.period, v.number, v.summary, v.movement, e.date, e.booked)
        )
        found += [
            AccountEntry(
                account=account,
                period=row.period,
                number=row.number,
                date=date.fromisoformat(row.date),
                booked=date.fromisoformat(row.booked),
                summary=row.summary,
                side=side,
                amount_fen=int(row.fen),
                movement=row.movement,
            )
            for part in span.of(query, book)
            for row in conn.execute(part)
        ]
    return sorted(found, key=lambda entry: (entry.period, entry.number, entry.side != "debit"))


def find_by_key(conn: sa.Connection, book: str, key: str) -> str:
    """Find the id of the voucher of a business key; "" where there is none."""
    e, v = s.event.c, s.voucher.c
    query = sa.select(v.id).join(s.event, sa.and_(e.book == v.book, e.id == v.id))
    return conn.execute(query.where(e.book == book, e.key == key)).scalar() or ""


def read_to_date(
    conn: sa.Connection, book: str, account: str, first: str, before: str
) -> tuple[int, int]:
    """Read a leaf's 借方 and 贷方发生额 from a year's January up to a month (期初 left out)."""
    t = s.turnover.c
    row = conn.execute(
        sa.select(
            sa.func.coalesce(sa.func.sum(t.debit_fen), 0),
            sa.func.coalesce(sa.func.sum(t.credit_fen), 0),
        ).where(t.book == book, t.account == account, t.period >= first, t.period < before)
    ).one()
    return int(row[0]), int(row[1])
