"""Reads and writes what was said of statement lines: matches, lines set apart, verdicts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.reconcile.marks import Mark, Verdict
from ledger.store.rows import canonical
from ledger.store.tables import schema as s
from ledger.store.writer import insert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.store.writer import Row


def read_marks(conn: sa.Connection, book: str, account: str = "") -> list[Mark]:
    """Read the marks of an account, or of all, by number, with members and verdicts."""
    m = s.bank_match
    query = sa.select(m).where(m.c.book == book)
    if account:
        query = query.where(m.c.account == account)
    heads = conn.execute(query.order_by(m.c.number)).all()
    lines = read_members(conn, book, s.bank_match_line, "line")
    units = read_members(conn, book, s.bank_match_voucher, "voucher")
    v = s.bank_verdict.c
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    said = sa.select(v.matching, v.verdict, v.given_by, v.given_at, v.reason, v.digest)
    said = said.where(v.book == book).order_by(v.given_at, v.matching)
    for matching, word, by, at, reason, digest in conn.execute(said):
        verdict = Verdict(verdict=word, by=by, at=at, reason=reason, digest=digest)
        verdicts[matching].append(verdict)
    return [
        Mark(
            id=head.id,
            number=head.number,
            account=head.account,
            kind=head.kind,
            rule=head.rule,
            why=head.why,
            sure=bool(head.sure),
            matched_by=head.matched_by,
            matched_at=head.matched_at,
            digest=head.digest,
            lines=tuple(lines.get(head.id, ())),
            units=tuple(units.get(head.id, ())),
            verdicts=tuple(verdicts.get(head.id, ())),
        )
        for head in heads
    ]


def read_members(
    conn: sa.Connection, book: str, table: sa.Table, name: str
) -> Mapping[str, list[str]]:
    """Read the members of matches on one side, by match."""
    c = table.c
    found: dict[str, list[str]] = defaultdict(list)
    query = sa.select(c.matching, c[name]).where(c.book == book).order_by(c.matching, c[name])
    for matching, member in conn.execute(query).all():
        found[matching].append(member)
    return found


def last_mark(conn: sa.Connection, book: str) -> int:
    """Return the highest number of a book's marks."""
    m = s.bank_match.c
    return conn.execute(sa.select(sa.func.max(m.number)).where(m.book == book)).scalar() or 0


def add_marks(
    conn: sa.Connection,
    heads: Sequence[Row],
    lines: Sequence[Row],
    units: Sequence[Row],
) -> None:
    """Add marks with their members; each carries the fingerprint of all that it says."""
    members: dict[str | int, list[list[str | int]]] = defaultdict(list)
    for name, rows in (("line", lines), ("voucher", units)):
        for row in rows:
            members[row["matching"]].append([row[name], row["amount_fen"]])
    whole = [{**head, "digest": mark_digest(head, members[head["id"]])} for head in heads]
    insert(conn, s.bank_match, whole)
    insert(conn, s.bank_match_line, lines)
    insert(conn, s.bank_match_voucher, units)


def mark_digest(head: Mapping[str, Any], members: Iterable[list[str | int]]) -> str:
    """Return the fingerprint of a mark: its row, and each member with what it came to."""
    words = [head[column.name] for column in s.bank_match.columns if column.name != "digest"]
    return digest_of([*words, sorted(members)])


def verdict_digest(row: Mapping[str, Any]) -> str:
    """Return the fingerprint of a verdict."""
    return digest_of([row[c.name] for c in s.bank_verdict.columns if c.name != "digest"])


def digest_of(words: object) -> str:
    """Return the fingerprint of words."""
    return hashlib.sha256(canonical(words).encode()).hexdigest()


def add_verdicts(
    conn: sa.Connection,
    book: str,
    marks: Iterable[Mark],
    *,
    verdict: str,
    by: str,
    at: str,
    reason: str,
) -> None:
    """Say a word of marks."""
    rows: list[Row] = [
        {
            "book": book,
            "matching": mark.id,
            "verdict": verdict,
            "reason": reason,
            "matched_by": mark.matched_by,
            "given_by": by,
            "given_at": at,
        }
        for mark in marks
    ]
    insert(conn, s.bank_verdict, [{**row, "digest": verdict_digest(row)} for row in rows])
