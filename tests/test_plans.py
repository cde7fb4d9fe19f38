"""No reader walks event, voucher, leg or evidence by the book alone, however long the book gets.

A run that uses every reader is listened to (plan_run.py); each of its statements is then planned on
an empty SQLite database that believes in a million vouchers, on one without statistics, as every
office's is, and on PostgreSQL with a generated book. A step that looks for nothing but the book,
or for everything up to some day, reads the whole history. `verify` and full exports may.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.store.engine import open_engine, reading
from ledger.store.tables import schema as s
from tests.conftest import CHOSEN
from tests.plan_books import believe_in_a_million, generate_a_book
from tests.plan_collector import (
    EXEMPT,
    VERBS,
    Collected,
    Sent,
    collecting,
    files_of,
    functions_of,
    senders_declared,
)
from tests.plan_offenders import OFFENDERS, UNREACHED
from tests.plan_reading import (
    BOOK,
    bounded_sqlite,
    reads_growing,
    walk_of,
    walks_postgres,
    walks_sqlite,
)
from tests.plan_run import run_all
from tests.test_model import sqlite_copies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Walks = Callable[[sa.Connection, Sent], list[str]]


@pytest.fixture(scope="module")
def sent(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Listen to a run that uses every reader."""
    folder = tmp_path_factory.mktemp("plans")
    for name in ("winter.db", "rest.db"):
        shutil.copyfile(sqlite_template, folder / name)
    opened = sqlite_copies(str(folder / "winter.db"), folder)
    collected = Collected()
    with collecting(collected):
        run_all(folder, str(folder / "rest.db"), opened)
    return collected


def walking(conn: sa.Connection, statements: Iterable[Sent], walks: Walks) -> dict[str, list[str]]:
    """Plan statements, and list the walks by sender."""
    found: dict[str, list[str]] = {}
    for statement in statements:
        if statement.sender and reads_growing(statement):
            for walk in walks(conn, statement):
                found.setdefault(statement.sender, []).append(walk)
    return found


def on_sqlite(url: str, statements: Iterable[Sent]) -> dict[str, list[str]]:
    """List the walks of SQLite, without statistics and with those of a big book."""
    chosen = tuple(statements)
    plain, big = open_engine(url), open_engine(url)
    with plain.connect() as conn:
        found = walking(conn, chosen, walks_sqlite)
    with big.begin() as conn:
        believe_in_a_million(conn)
    big.dispose()
    with big.connect() as conn:
        for sender, walks in walking(conn, chosen, walks_sqlite).items():
            found.setdefault(sender, []).extend(walks)
    plain.dispose()
    big.dispose()
    return found


def on_postgres(url: str, statements: Iterable[Sent]) -> dict[str, list[str]]:
    """List the walks of PostgreSQL in a generated book."""
    engine = open_engine(url)
    with engine.begin() as conn:
        generate_a_book(conn)
        found = walking(conn, statements, walks_postgres)
    engine.dispose()
    return found


def unlisted(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Leave out the readers that are known to walk."""
    return {sender: walks for sender, walks in found.items() if sender not in OFFENDERS}


def test_only_the_listed_readers_walk_a_book_on_sqlite(sent: Collected, sqlite_url: str) -> None:
    found = on_sqlite(sqlite_url, sent.ordinary.values())
    assert unlisted(found) == {}
    assert [sender for sender in OFFENDERS if sender not in found] == [], "take these off the list"


@pytest.mark.skipif("postgresql" not in CHOSEN, reason="the engine was left out")
def test_only_the_listed_readers_walk_a_book_on_postgres(
    sent: Collected, postgres_url: str
) -> None:
    found = on_postgres(postgres_url, sent.ordinary.values())
    assert unlisted(found) == {}


def test_every_reader_is_reached_or_listed(sent: Collected) -> None:
    """A new reader is used by a step of plan_run.py or plan_office.py, or nothing is known of it."""
    declared = senders_declared()
    assert declared - sent.senders == set(UNREACHED)
    assert set(OFFENDERS) <= declared


def test_what_is_exempt_is_there_and_is_used(sent: Collected) -> None:
    verbs = [name for file in files_of(VERBS) for name, _ in functions_of(file)]
    assert sorted(name for name in verbs if name in EXEMPT) == sorted(EXEMPT)
    assert len(sent.exempt) > 100


# The lint itself.


@pytest.mark.parametrize(
    ("detail", "bounded"),
    [
        ("SCAN leg", False),
        ("SCAN v USING COVERING INDEX sqlite_autoindex_voucher_2", False),
        ("SEARCH leg USING INDEX ix_leg_debit (book=?)", False),
        ("SEARCH voucher USING INDEX sqlite_autoindex_voucher_3 (book=? AND period<?)", False),
        ("SEARCH e USING AUTOMATIC COVERING INDEX (book=? AND key=?)", False),
        ("SEARCH voucher USING INDEX sqlite_autoindex_voucher_3 (book=? AND period>?)", True),
        (
            "SEARCH voucher USING INDEX sqlite_autoindex_voucher_3 (book=? AND period>? AND period<?)",
            True,
        ),
        ("SEARCH leg USING INDEX ix_leg_debit (book=? AND debit=?)", True),
        ("SEARCH leg USING INTEGER PRIMARY KEY (rowid=?)", True),
    ],
)
def test_a_step_of_sqlite_is_judged_by_what_it_looks_for(detail: str, *, bounded: bool) -> None:
    assert bounded_sqlite(detail) is bounded


@pytest.mark.parametrize(
    ("condition", "walks"),
    [
        ("(book = 'b'::text)", True),
        ("((book = 'b'::text) AND (period <= '2025-12'::text))", True),
        ("((book = 'b'::text) AND (period >= '2025-12'::text))", False),
        ("((book = 'b'::text) AND ((period)::text = '2025-12'::text))", False),
        ("((book = v.book) AND (number = ANY ('{1,2}'::bigint[])))", False),
        ("", True),
    ],
)
def test_a_step_of_postgres_is_judged_by_what_it_looks_for(condition: str, *, walks: bool) -> None:
    indexes = {"uq_voucher": ("voucher", "CREATE INDEX … USING btree (book, period, number)")}
    node = {"Node Type": "Index Scan", "Index Name": "uq_voucher", "Index Cond": condition}
    assert bool(walk_of(node, indexes)) is walks


def test_a_reader_of_a_whole_book_is_found(url: str) -> None:
    """A question that nobody should ask, on each engine, and the same one of a month."""
    v = s.voucher.c
    whole = sa.select(v.summary).where(v.book == BOOK).order_by(v.period, v.number)
    bounded = whole.where(v.period == "2025-12")
    collected = Collected()
    engine = open_engine(url)
    with collecting(collected), reading(engine) as conn:
        conn.execute(whole)
        conn.execute(bounded)
    engine.dispose()
    listed = on_sqlite if engine.dialect.name == "sqlite" else on_postgres
    asked = [
        replace(sent, sender="of a month" if "2025-12" in str(sent.parameters) else "of the book")
        for sent in collected.ordinary.values()
        if reads_growing(sent)
    ]
    assert len(asked) == 2
    assert set(listed(url, asked)) == {"of the book"}
