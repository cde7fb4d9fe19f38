"""Reads posted vouchers back as values, in sets: head, legs, papers and corrections."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.events.words import sheets_kept
from ledger.masters.duties import role_to_approve, role_to_post
from ledger.masters.leg import Leg
from ledger.masters.stand_in import steps_stood
from ledger.policy.irregular import Breach
from ledger.store.masters import chunks
from ledger.store.relations.corrections import read_corrections_by, read_corrections_of
from ledger.store.relations.events import EventPick, read_event_rows, within
from ledger.store.relations.lines import LinePick, read_lines
from ledger.store.relations.papers import papers_by_event, read_new_papers
from ledger.store.relations.planned import joined_on, own_book
from ledger.store.rows import BREACHES
from ledger.store.signing.people import read_stand_ins
from ledger.store.tables import schema as s
from ledger.store.vouchers.balances import read_accounts
from ledger.voucher.posting import form_of
from ledger.voucher.shown import AccountEntry, Voucher, lines_of, voucher_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ledger.events.words import Paper
    from ledger.masters.chart import Leaf
    from ledger.masters.stand_in import Step
    from ledger.store.relations.corrections import Link
    from ledger.store.relations.lines import BookLine
    from ledger.store.relations.papers import NewPapers
    from ledger.voucher.shown import Line


class SignedAs(NamedTuple):
    """Who signed in a role, and when."""

    name: str
    at: str


UNSIGNED = SignedAs("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which vouchers are asked for: months `first` … `last`, or by id; all where none is named."""

    first: str = ""
    last: str = ""
    ids: tuple[str, ...] = ()

    def bound(self, book: str) -> list[dict[str, Any]]:
        """Write what the statements of a span bind; several sets where ids are many."""
        if self.ids:
            return [{"book": book, "ids": part} for part in chunks(self.ids)]
        return [{"book": book, "first": self.first, "last": self.last or "9999-99"}]


@functools.cache
def span_statement(what: str, *, by_id: bool) -> sa.Select[*tuple[Any, ...]]:
    """Build the statement for heads, legs, papers or signatures of vouchers, led by these."""
    v, e, g, p, n = s.voucher, s.event, s.leg.c, s.evidence, s.signature.c
    query: sa.Select[*tuple[Any, ...]]
    if what == "heads":
        query = sa.select(e, v.c.period, v.c.number, v.c.movement, v.c.summary, v.c.sheets)
        query = query.select_from(v).join(e, joined_on(e, e.c.id, v, v.c.id))
    elif what == "legs":
        query = sa.select(g.voucher, g.line, g.debit, g.credit, g.amount_fen)
        query = query.select_from(v).join(s.leg, joined_on(s.leg, g.voucher, v, v.c.id))
    elif what == "papers":
        query = sa.select(p).select_from(v).join(p, joined_on(p, p.c.event, v, v.c.id))
    else:
        query = sa.select(n.event, n.role, n.name, n.signed_at).select_from(v)
        query = query.join(s.signature, joined_on(s.signature, n.event, v, v.c.id))
    query = query.where(v.c.book == own_book())
    if by_id:
        return query.where(within(v.c.id, "ids"))
    first, last = v.c.period >= sa.bindparam("first"), v.c.period <= sa.bindparam("last")
    return query.where(first, last)


def read_span(conn: sa.Connection, book: str, span: Span, what: str) -> list[sa.Row[Any]]:
    """Read heads, legs, papers or signatures of a span's vouchers."""
    statement = span_statement(what, by_id=bool(span.ids))
    return [row for bound in span.bound(book) for row in conn.execute(statement, bound)]


def read_legs(
    conn: sa.Connection, book: str, span: Span
) -> tuple[dict[str, list[Leg]], dict[str, Leaf]]:
    """Read the legs of a span's vouchers in order, by voucher id, and the leaves they move."""
    rows = sorted(read_span(conn, book, span, "legs"), key=lambda row: (row.voucher, row.line))
    leaves = read_accounts(conn, book, {row.debit for row in rows} | {row.credit for row in rows})
    legs: dict[str, list[Leg]] = {}
    for row in rows:
        debit, credit = leaves[row.debit].account, leaves[row.credit].account
        legs.setdefault(row.voucher, []).append(
            Leg(debit=debit, credit=credit, amount_fen=row.amount_fen)
        )
    return legs, leaves


def read_papers(
    conn: sa.Connection, book: str, span: Span, moved: Mapping[str, NewPapers]
) -> dict[str, tuple[Paper, ...]]:
    """Read the papers of a span's vouchers in order, by voucher id, as they stand now."""
    found = papers_by_event(read_span(conn, book, span, "papers"))
    for event, new in moved.items():
        if event in found or event in span.ids:
            found[event] = new.papers
    return found


def read_signatures(conn: sa.Connection, book: str, span: Span) -> dict[str, dict[str, SignedAs]]:
    """Read who signed a span's vouchers in which role, and when, by voucher id."""
    signed: dict[str, dict[str, SignedAs]] = {}
    for row in read_span(conn, book, span, "signatures"):
        signed.setdefault(row.event, {})[row.role] = SignedAs(row.name, row.signed_at)
    return signed


def steps_of(row: sa.Row[Any], signed: Mapping[str, SignedAs]) -> list[Step]:
    """List who took which step of a voucher, in which role, and when."""
    asked = role_to_approve(chief=False, irregular=bool(row.irregular), prepared_by=row.prepared_by)
    return [
        ("prepared_by", "preparer", row.prepared_by, row.prepared_at),
        ("approved_by", asked, row.approved_by, row.approved_at),
        ("posted_by", role_to_post(row.prepared_by), row.posted_by, row.posted_at),
        *((role, role, one.name, one.at) for role, one in signed.items()),
    ]


def read_corrections(
    conn: sa.Connection, book: str, ids: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Read which vouchers these correct, and which correct these: labels, by the id asked for.

    What a fact is corrected by are the vouchers that stand: the red one, or each difference.
    """
    own, on = read_corrections_by(conn, book, ids), read_corrections_of(conn, book, ids)
    later = read_corrections_of(conn, book, {link.voucher for link in on})
    gone = {link.corrects for link in (*on, *later) if link.form == "red"}
    named = {link.corrects for link in own} | {link.voucher for link in on}
    rows = read_event_rows(conn, book, EventPick(ids=named, posted=True))
    places = {row["id"]: (row["period"], row["number"]) for row in rows}
    corrects = {link.voucher: voucher_label(*places[link.corrects]) for link in own}
    return corrects, labels_standing(on, gone, places)


def labels_standing(
    links: Iterable[Link], gone: Collection[str], places: Mapping[str, tuple[str, int]]
) -> dict[str, str]:
    """Name the corrections that stand, by the voucher that they correct, in order of number."""
    standing = [link for link in links if link.form != "blue" and link.voucher not in gone]
    labels: dict[str, str] = {}
    for link in sorted(standing, key=lambda link: places[link.voucher]):
        label, before = voucher_label(*places[link.voucher]), labels.get(link.corrects)
        # What was taken back is told by its red voucher alone.
        alone = before is None or link.corrects in gone
        labels[link.corrects] = label if alone else f"{before}、{label}"
    return labels


def read_vouchers(
    conn: sa.Connection, book: str, span: Span, *, with_papers: bool = True
) -> list[Voucher]:
    """Read vouchers whole, in order of period and number; journals do without the papers."""
    heads = read_span(conn, book, span, "heads")
    legs, leaves = read_legs(conn, book, span)
    names = {code: leaf.name for code, leaf in leaves.items()}
    moved = read_new_papers(conn, book) if with_papers else {}
    papers = read_papers(conn, book, span, moved) if with_papers else {}
    corrects, corrected_by = read_corrections(conn, book, [row.id for row in heads])
    signed = read_signatures(conn, book, span)
    stand_ins = read_stand_ins(conn)
    found = [
        voucher_of(
            row,
            lines=lines_of(legs.get(row.id, ()), names),
            papers=papers.get(row.id, ()),
            corrects=corrects.get(row.id, ""),
            corrected_by=corrected_by.get(row.id, ""),
            signed=signed.get(row.id, {}),
            stood=steps_stood(stand_ins, steps_of(row, signed.get(row.id, {}))),
            papers_by=moved[row.id].key if row.id in moved else "",
        )
        for row in heads
    ]
    return sorted(found, key=lambda voucher: (voucher.period, voucher.number))


def voucher_of(
    row: sa.Row[Any],
    *,
    lines: tuple[Line, ...],
    papers: tuple[Paper, ...],
    corrects: str,
    corrected_by: str,
    signed: Mapping[str, SignedAs],
    stood: frozenset[str],
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
        form=form_of(row.kind, row.corrects),
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
        cashier=signed.get("cashier", UNSIGNED).name,
        chief=signed.get("chief", UNSIGNED).name,
        stood=stood,
        breaches=breaches_of(row.content) if row.irregular else (),
    )


def breaches_of(content: str) -> tuple[Breach, ...]:
    """Read the rules that an irregular event went against."""
    return tuple(Breach(*words) for words in json.loads(content).get(BREACHES, ()))


def find_voucher(conn: sa.Connection, book: str, period: str, number: int) -> str:
    """Find the id of a voucher by period and number; "" where there is none."""
    v = s.voucher.c
    query = sa.select(v.id).where(v.book == book, v.period == period, v.number == number)
    return conn.execute(query).scalar() or ""


def read_entries(conn: sa.Connection, book: str, account: str, span: Span) -> list[AccountEntry]:
    """Read the lines that touch one leaf, in order of period and number.

    The legs of one voucher on one side make one line, as on the voucher itself.
    """
    pick = LinePick(leaves=(account,), first=span.first, last=span.last)
    found = [entry_of(line) for line in read_lines(conn, book, pick)]
    return sorted(found, key=lambda entry: (entry.period, entry.number, entry.side != "debit"))


def entry_of(line: BookLine) -> AccountEntry:
    """Show a line on the page of its leaf."""
    return AccountEntry(
        account=line.account,
        period=line.period,
        number=line.number,
        date=line.date,
        booked=line.booked,
        summary=line.summary,
        side=line.side,
        amount_fen=line.amount_fen,
        movement=line.movement,
    )


def find_by_key(conn: sa.Connection, book: str, key: str) -> str:
    """Find the id of the voucher of a business key; "" where there is none."""
    rows = read_event_rows(conn, book, EventPick(keys=(key,), posted=True))
    return str(rows[0]["id"]) if rows else ""


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
