"""Another hand in the database: what somebody with the file or the server's password can do.

`behind` goes round the program and its triggers. `rechain` is the attacker who has read the
source and makes every digest fit again; what still finds that attacker is worth having.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.audit.invariants import read_stored
from ledger.events.kinds import LEGLESS
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.proof.proof import recomputed_turnover
from ledger.store.rows import content_digest_of
from ledger.store.tables import schema as s
from ledger.voucher.chain import genesis, link_of
from ledger.voucher.posting import digest_of_fact, digest_of_journal, no_voucher
from ledger.voucher.sealing import seal_digest
from ledger.voucher.shown import lines_of, voucher_label
from ledger.workflow.close.verify import verify
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.office import Office

Row = dict[str, Any]


@contextmanager
def behind(office: Office) -> Iterator[sa.Connection]:
    """Write behind the program's back: no triggers, no foreign keys; afterwards all stand again."""
    engine = sa.create_engine(office.desk.engine.url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", leave_transactions_to_us)
        sa.event.listen(engine, "begin", lambda conn: conn.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as conn:
            if engine.dialect.name == "sqlite":
                query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
                kept = conn.exec_driver_sql(query).all()
                for name, _ in kept:
                    conn.exec_driver_sql(f"DROP TRIGGER {name}")
                yield conn
                for _, sql in kept:
                    conn.exec_driver_sql(sql)
            else:
                conn.exec_driver_sql("SET LOCAL session_replication_role = replica")
                yield conn
    finally:
        engine.dispose()


def leave_transactions_to_us(connection: Any, _record: object) -> None:
    """Let dropped triggers come back where an attack fails."""
    connection.isolation_level = None


def alter(office: Office, *statements: str) -> None:
    """Run statements behind the program's back."""
    with behind(office) as conn:
        for statement in statements:
            changed = conn.execute(sa.text(statement)).rowcount
            assert changed != 0, f"changed nothing: {statement}"


def rebuild_turnover(office: Office, book: str = EMPLOYEE) -> None:
    """Make the turnover fit the legs again."""
    with behind(office) as conn:
        t = s.turnover
        conn.execute(sa.delete(t).where(t.c.book == book))
        rows = [
            {"book": book, "account": account, "period": period, "debit_fen": d, "credit_fen": c}
            for (account, period), (d, c) in sorted(recomputed_turnover(conn, book).items())
        ]
        conn.execute(sa.insert(t), rows)


def rechain(office: Office, book: str = EMPLOYEE) -> None:
    """Make every digest and link fit the rows as they stand, with the program's own functions."""
    with reading(office.desk.engine) as conn:
        one = read_books(conn)[book]
        stored = read_stored(conn, one, office.desk.chart(one.fund))
    names = {code: leaf.name for code, leaf in stored.leaves.items()}
    changes: list[Row] = []
    for year, links in stored.links.items():
        previous = genesis(book, year)
        for position, row in enumerate(links, 1):
            papers = stored.papers.get(row["id"], [])
            legs = stored.leg_values(row["id"])
            fresh = row | {"position": position, "content_digest": content_digest_of(row, papers)}
            voucher = {**fresh, "id": row["id"]}
            if row["kind"] in LEGLESS:
                voucher = no_voucher(row["kind"])
            label = voucher_label(*stored.labels[row["corrects"]]) if row["corrects"] else ""
            lines = lines_of(legs, names)
            shown = digest_of_journal(fresh, voucher, row["form"] or "", label, lines)
            rest = digest_of_fact(fresh, voucher, papers, legs)
            previous = link_of(previous, shown, rest)
            columns = ("content_digest", "position")
            digests = {"journal_digest": shown, "fact_digest": rest, "link": previous}
            changes.append({"id": row["id"], **{c: fresh[c] for c in columns}, **digests})
    e = s.event
    with behind(office) as conn:
        # Positions are unique: first out of the way, then to their place.
        conn.execute(sa.update(e).where(e.c.book == book).values(position=e.c.position + 1_000_000))
        for change in changes:
            id_ = change.pop("id")
            conn.execute(sa.update(e).where(e.c.book == book, e.c.id == id_).values(**change))


def reseal(office: Office, book: str = EMPLOYEE) -> None:
    """Make every seal's digest and link to the seal before it fit again."""
    q = s.seal
    with behind(office) as conn:
        previous = ""
        rows = conn.execute(sa.select(q).where(q.c.book == book).order_by(q.c.period)).mappings()
        for row in [dict(row) for row in rows]:
            fresh = row | {"previous": previous}
            previous = seal_digest(fresh)
            conn.execute(
                sa.update(q)
                .where(q.c.book == book, q.c.period == row["period"])
                .values(previous=fresh["previous"], digest=previous)
            )


def finders(office: Office, *, root: Path | None = None, book: str = EMPLOYEE) -> dict[str, str]:
    """Say which checks find anything, each with the codes of what it found."""
    return {
        result.id: " ".join(sorted({finding.code for finding in result.findings}))
        for result in verify(office.desk, book=book, root=root)
        if result.findings
    }


def one(office: Office, query: str) -> Any:
    """Read one value."""
    with reading(office.desk.engine) as conn:
        return conn.execute(sa.text(query)).scalar_one()


def id_of(office: Office, key: str) -> str:
    """Find the id of a business key."""
    return str(one(office, f"SELECT id FROM event WHERE key = '{key}'"))
