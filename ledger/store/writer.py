"""The only file that writes facts: drafts in, vouchers out, whole sets, in one transaction."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from ledger.store.drafts import draft_row
from ledger.store.masters import chunks
from ledger.store.rows import canonical
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si
from ledger.voucher.chain import genesis
from ledger.voucher.posting import Counters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.masters.chart import Leaf
    from ledger.store.journals import Given
    from ledger.voucher.draft import Draft
    from ledger.voucher.posting import Posting, Registration

Row = dict[str, str | int]
#: Rows sent to the database at a time: enough to be a set, few enough to stay small in memory.
BATCH = 10_000
#: A set of so many rows is worth the shorter way to the driver.
LARGE = 100


def insert(conn: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows as one set; what a row has beyond the table's columns is left out.

    A large set goes to the driver as plain tuples (on PostgreSQL through COPY): writing is
    most of what posting costs, and each row would else be bound name by name.
    """
    names = table.columns.keys()
    tuples = list(map(itemgetter(*names), rows))
    if len(tuples) < LARGE:
        if tuples:
            conn.execute(sa.insert(table), [dict(zip(names, t, strict=True)) for t in tuples])
    elif conn.dialect.name == "postgresql":
        copy(conn, table, names, tuples)
    else:
        statement = str(sa.insert(table).compile(dialect=conn.dialect))
        for start in range(0, len(tuples), BATCH):
            conn.exec_driver_sql(statement, tuples[start : start + BATCH])


def copy(
    conn: sa.Connection, table: sa.Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Send rows to PostgreSQL through COPY, in the connection's transaction."""
    import psycopg

    statement = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    driver: Any = conn.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as stream:
            for row in rows:
                stream.write_row(row)
    except psycopg.Error as error:
        raise sa.exc.DBAPIError.instance(
            statement, None, error, psycopg.Error, dialect=conn.dialect
        ) from error


def add_drafts(conn: sa.Connection, drafts: Iterable[Draft]) -> None:
    """Add drafts."""
    insert(conn, s.draft, list(map(draft_row, drafts)))


def approve_drafts(conn: sa.Connection, book: str, ids: Iterable[str], *, by: str, at: str) -> None:
    """Note who approved drafts and when."""
    d = s.draft
    for part in chunks(ids):
        conn.execute(
            sa.update(d)
            .where(d.c.book == book, d.c.id.in_(part))
            .values(approved_by=by, approved_at=at)
        )


def remove_drafts(conn: sa.Connection, book: str, ids: Iterable[str]) -> None:
    """Remove drafts: posted ones live on as vouchers, rejected ones in the log."""
    d, frozen = s.draft, si.frozen_draft
    for part in chunks(ids):
        conn.execute(sa.delete(d).where(d.c.book == book, d.c.id.in_(part)))
        conn.execute(sa.delete(frozen).where(frozen.c.book == book, frozen.c.draft.in_(part)))


def read_counters(
    conn: sa.Connection, book: str, periods: Iterable[str], years: Iterable[int]
) -> Counters:
    """Read where a book stands: last number of each period, last link of each year's chain."""
    p, e = s.period.c, s.event.c
    numbers: dict[str, int] = {}
    for part in chunks(periods):
        query = sa.select(p.period, p.last_number).where(p.book == book, p.period.in_(part))
        numbers |= {row.period: row.last_number for row in conn.execute(query)}
    chains = {}
    for year in sorted(set(years)):
        row = conn.execute(
            sa.select(e.position, e.link)
            .where(e.book == book, e.chain_year == year)
            .order_by(e.position.desc())
            .limit(1)
        ).first()
        chains[year] = (row.position, row.link) if row else (0, genesis(book, year))
    return Counters(numbers=numbers, chains=chains)


def add_accounts(conn: sa.Connection, book: str, leaves: Sequence[Leaf]) -> None:
    """Open leaf accounts."""
    insert(
        conn,
        s.account,
        [
            {
                "book": book,
                "code": leaf.account.code,
                "base": leaf.account.base,
                "hospital": leaf.account.hospital,
                "year": leaf.account.year,
                "counterparty": leaf.account.counterparty,
                "holder": leaf.holder,
                "name": leaf.name,
            }
            for leaf in leaves
        ],
    )


def write_postings(
    conn: sa.Connection, book: str, postings: Sequence[Posting], counters: Counters
) -> None:
    """Write posted vouchers with their events, papers, legs, numbers and turnover."""
    write_registrations(conn, book, postings)
    insert(conn, s.voucher, [posting.voucher for posting in postings])
    insert(
        conn,
        s.leg,
        [
            {
                "book": book,
                "voucher": posting.voucher["id"],
                "legs": len(posting.legs),
                "line": line,
                "debit": leg.debit.code,
                "credit": leg.credit.code,
                "amount_fen": leg.amount_fen,
            }
            for posting in postings
            for line, leg in enumerate(posting.legs, 1)
        ],
    )
    insert(conn, s.correction, [p.correction for p in postings if p.correction is not None])
    upsert(
        conn,
        s.period,
        [
            {"book": book, "period": period, "last_number": last}
            for period, last in sorted(counters.numbers.items())
        ],
        add=(),
    )
    upsert(conn, s.turnover, turnover_rows(book, postings), add=("debit_fen", "credit_fen"))


def write_registrations(
    conn: sa.Connection, book: str, facts: Sequence[Posting | Registration]
) -> None:
    """Write chained events with their papers: all that a 登记事项 is, and a voucher's ground."""
    insert(conn, s.event, [fact.event for fact in facts])
    insert(
        conn,
        s.evidence,
        [
            {"book": book, "event": fact.event["id"], **paper}
            for fact in facts
            for paper in fact.papers
        ],
    )


def turnover_rows(book: str, postings: Sequence[Posting]) -> list[Row]:
    """Add legs up into 借方发生额 and 贷方发生额 by leaf and period."""
    sums: dict[tuple[str, str], list[int]] = {}
    for posting in postings:
        period = str(posting.voucher["period"])
        for leg in posting.legs:
            sums.setdefault((leg.debit.code, period), [0, 0])[0] += leg.amount_fen
            sums.setdefault((leg.credit.code, period), [0, 0])[1] += leg.amount_fen
    return [
        {
            "book": book,
            "account": account,
            "period": period,
            "debit_fen": debit,
            "credit_fen": credit,
        }
        for (account, period), (debit, credit) in sorted(sums.items())
    ]


def upsert(
    conn: sa.Connection, table: sa.Table, rows: Sequence[Row], *, add: tuple[str, ...]
) -> None:
    """Insert rows; where the key is there, add to the `add` columns and replace the rest."""
    if not rows:
        return
    make = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    statement = make(table)
    keys = [column.name for column in table.primary_key.columns]
    values = {
        column.name: table.c[column.name] + statement.excluded[column.name]
        if column.name in add
        else statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    statement = statement.on_conflict_do_update(index_elements=keys, set_=values)
    for start in range(0, len(rows), BATCH):
        conn.execute(statement, list(rows[start : start + BATCH]))


def write_seal(conn: sa.Connection, row: Row) -> None:
    """Write a seal."""
    conn.execute(sa.insert(s.seal), row)


def write_journal_files(conn: sa.Connection, book: str, given: Iterable[Given]) -> None:
    """Keep which journal files were given out."""
    rows = [
        {"book": book, "name": one.name, "period": one.period, "digest": one.digest}
        for one in given
    ]
    if rows:
        conn.execute(sa.insert(s.journal_file), rows)


def write_openings(conn: sa.Connection, book: str, year: int, balances: Mapping[str, int]) -> None:
    """Write the openings of a year, for leaves that are not zero."""
    insert(
        conn,
        s.opening,
        [
            {"book": book, "account": account, "year": year, "balance_fen": fen}
            for account, fen in sorted(balances.items())
            if fen
        ],
    )


def log(
    conn: sa.Connection,
    *,
    book: str,
    id_: str,
    at: str,
    operator: str,
    action: str,
    subject: str,
    content: object,
) -> None:
    """Add a line to the operation log; `-` stands for the office as a whole."""
    conn.execute(
        sa.insert(s.oplog),
        {
            "book": book,
            "id": id_,
            "at": at,
            "operator": operator,
            "action": action,
            "subject": subject,
            "content": canonical(content),
        },
    )


def read_log(
    conn: sa.Connection, *, book: str = "", operator: str = "", since: str = "", until: str = ""
) -> list[dict[str, Any]]:
    """Read the operation log in order of time, narrowed by book, person and days."""
    o = s.oplog
    query = sa.select(o).order_by(o.c.at, o.c.id)
    if book:
        query = query.where(o.c.book == book)
    if operator:
        query = query.where(o.c.operator == operator)
    if since:
        query = query.where(o.c.at >= since)
    if until:
        query = query.where(o.c.at <= until + "T99")
    return [dict(row) for row in conn.execute(query).mappings()]
