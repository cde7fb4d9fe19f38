"""Two databases whose planners believe in a big book: a million vouchers on SQLite, 22,000 facts on PostgreSQL.

SQLite plans by `sqlite_stat1` alone, so that its rows may be written by hand. PostgreSQL looks at
the pages of its files too: a book is generated there by a few statements, and analysed.
"""

from __future__ import annotations

from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Mapping


#: How many rows each table has in a book of a million vouchers and ten years.
ROWS: Mapping[str, int] = MappingProxyType(
    {
        "event": 1_100_000,
        "voucher": 1_000_000,
        "leg": 1_300_000,
        "evidence": 2_000_000,
        "signature": 1_000_000,
        "correction": 20_000,
        "turnover": 500_000,
        "opening": 100_000,
        "account": 60_000,
        "oplog": 2_000_000,
        "hospital": 3_000,
        "hospital_version": 5_000,
        "hospital_account": 5_000,
        "bank_line": 1_000_000,
        "bank_match": 900_000,
        "bank_match_line": 1_000_000,
        "bank_match_voucher": 1_000_000,
        "bank_verdict": 100_000,
        "draft": 3_000,
        "hospital_payment": 400_000,
        "journal_file": 2_000,
    }
)
FEW = 100
#: How many different values a column has; one that is not named here is nearly a key.
DISTINCT: Mapping[str, int] = MappingProxyType(
    {
        "book": 1,
        "kind": 20,
        "form": 4,
        "type": 15,
        "role": 2,
        "year": 12,
        "chain_year": 11,
        "period": 132,
        "month": 132,
        "date": 2_500,
        "booked": 2_500,
        "at": 100_000,
        "hospital": 3_000,
        "account": 30_000,
        "debit": 30_000,
        "credit": 30_000,
        "line": 3,
        "legs": 3,
        "verdict": 3,
    }
)


def believe_in_a_million(conn: sa.Connection) -> None:
    """Write SQLite's statistics of a big book, for every index that there is."""
    conn.exec_driver_sql("ANALYZE")
    conn.exec_driver_sql("DELETE FROM sqlite_stat1")
    query = "SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'index'"
    for table, index, sql in conn.exec_driver_sql(query).all():
        columns = [row[2] for row in conn.exec_driver_sql(f"PRAGMA index_info({index})")]
        rows = FEW if " WHERE " in (sql or "") else ROWS.get(table, FEW)
        conn.exec_driver_sql(
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)",
            (table, index, statistics_of(columns, rows)),
        )
    conn.exec_driver_sql("ANALYZE sqlite_schema")


def statistics_of(columns: list[str], rows: int) -> str:
    """Write how many rows there are, and how many share each beginning of an index's key."""
    counts = [rows]
    for end in range(1, len(columns) + 1):
        different = prod(DISTINCT.get(column, rows) for column in columns[:end])
        counts.append(max(1, rows // different))
    return " ".join(str(count) for count in counts)


#: A book of 22,000 facts over twenty years, on PostgreSQL: so that a year is little of it.
GENERATED = (
    "INSERT INTO pooling_area VALUES ('620100', '兰州市')",
    "INSERT INTO book VALUES ('620100/employee', '620100', 'employee', 'gansu', '2006-01')",
    "INSERT INTO operator VALUES ('制单乙'), ('审核丙')",
    """
    INSERT INTO account
    SELECT '620100/employee', '1101.01.H' || n || '.' || year, '1101', 'H' || n, year, '', '', ''
    FROM generate_series(0, 999) AS n, generate_series(2006, 2025) AS year
    UNION ALL SELECT '620100/employee', '1004', '1004', '', 0, '', '', ''
    """,
    """
    INSERT INTO event
    SELECT '620100/employee', 'e' || n, 'e' || n,
           (ARRAY['disbursement', 'repayment', 'interest', 'recall', 'agreement', 'assessment',
                  'settlement-offset', 'withdrawal', 'write-off', 'suspense'])[1 + n % 10],
           'k' || n, '', day::text, day::text, 'H' || n % 1000, 2006 + n / 1100, 100, '', 0, '{}',
           '', '制单乙', '', '审核丙', '', '审核丙', '', 2006 + n / 1100, 1 + n % 1100, '', '', ''
    FROM (SELECT n, date '2006-01-01' + n / 3 AS day FROM generate_series(0, 21999) AS n) AS days
    """,
    """
    INSERT INTO evidence
    SELECT book, id, 1, (ARRAY['bank-receipt', 'agreement', 'other'])[1 + length(id) % 3],
           'p' || id, date, '', 100, 1, '', ''
    FROM event
    """,
    """
    INSERT INTO voucher
    SELECT book, id, left(booked, 7), row_number() OVER (PARTITION BY left(booked, 7) ORDER BY id),
           kind, '', 1, 1
    FROM event WHERE kind NOT IN ('recall', 'agreement', 'assessment', 'withdrawal')
    """,
    """
    INSERT INTO leg
    SELECT v.book, v.id, 1, 1, CASE v.movement WHEN 'repayment' THEN '1004' ELSE leaf END,
           CASE v.movement WHEN 'repayment' THEN leaf ELSE '1004' END, 100
    FROM voucher AS v
    JOIN (SELECT book, id, '1101.01.' || hospital || '.' || year AS leaf FROM event) AS e
        ON e.book = v.book AND e.id = v.id
    """,
    "ANALYZE",
)


def generate_a_book(conn: sa.Connection) -> None:
    """Fill PostgreSQL with a book; from then on plan as if it were too big to be read whole.

    A hash or merge join reads a side whole. Left alone PostgreSQL may still choose one, where it
    thinks that cheaper; what is asked here is whether a bounded plan is to be had.
    """
    for statement in GENERATED:
        conn.execute(sa.text(statement))
    for way in ("seqscan", "hashjoin", "mergejoin"):
        conn.exec_driver_sql(f"SET enable_{way} = off")
    conn.exec_driver_sql("SET random_page_cost = 1")
