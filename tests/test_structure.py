"""What verify says of the database itself: no book lost, built as the migrations build it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.clock import SystemClock
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from tests.office import EMPLOYEE, FIRST, RESIDENT, codes
from tests.tamper import alter
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Office


@kept
def books(office: Office) -> Office:
    """Give two books, one with a payment."""
    office.fund("1000000.00")
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "1000.00", key="拨付-1"))
    return office


def told(office: Office) -> list[str]:
    """Say what verify finds, as people read it."""
    return [finding.message for finding in office.faults()]


def structure(office: Office, *statements: str) -> None:
    """Change the structure of the database, and close it again."""
    engine = sa.create_engine(office.desk.engine.url)
    with engine.begin() as conn:
        for statement in statements:
            conn.exec_driver_sql(statement)
    engine.dispose()
    office.desk.engine.dispose()


def test_a_sound_office_says_that_no_book_is_lost(books: Office) -> None:
    results = verify(books.desk)
    assert [result.id for result in results if result.book == "全部"] == ["books"]
    assert codes(books.faults()) == []


@pytest.mark.parametrize("table", ["pooling_area", "book"])
def test_an_emptied_list_of_books_is_not_everything_in_order(books: Office, table: str) -> None:
    alter(books, f"DELETE FROM {table}")
    assert set(codes(books.faults())) == {"BOOK_LOST"}
    assert [text.split()[1] for text in told(books)] == [EMPLOYEE, RESIDENT]
    assert codes(books.faults(EMPLOYEE)) == ["BOOK_LOST"]


def test_one_book_taken_out_is_missed(books: Office) -> None:
    alter(books, f"DELETE FROM book WHERE book = '{RESIDENT}'")
    assert told(books) == [f"账套 {RESIDENT} 有账、有日志，账套登记（统筹区、账套）里却没有"]


def test_a_database_without_any_book_is_not_everything_in_order(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    desk = Desk(engine=engine, clock=SystemClock(), identity=Identity(SystemClock()))
    result, _ = verify(desk)
    assert codes(result.findings) == ["BOOKS_NONE"]
    engine.dispose()


def test_an_index_that_is_gone_is_named(books: Office) -> None:
    structure(books, "DROP INDEX ix_event_kind")
    assert set(codes(books.faults())) == {"SCHEMA_DIFFERS"}
    assert "索引 ix_event_kind" in told(books)[0]


def test_a_column_and_a_table_more_are_named(books: Office) -> None:
    structure(books, "ALTER TABLE leg ADD COLUMN remark TEXT", "CREATE TABLE other (a TEXT)")
    said = " ".join(told(books))
    assert set(codes(books.faults())) == {"SCHEMA_DIFFERS"}
    assert "leg" in said
    assert "多出表 other" in said


def test_a_check_that_is_gone_is_named(books: Office) -> None:
    if books.desk.engine.dialect.name == "sqlite":
        structure(
            books,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'prepared_by <> approved_by', '1')"
            " WHERE name = 'event'",
        )
    else:
        structure(books, "ALTER TABLE event DROP CONSTRAINT ck_event_four_eyes")
    assert set(codes(books.faults())) == {"SCHEMA_DIFFERS"}
    assert "event" in told(books)[0]


def test_a_check_of_the_same_name_that_asks_for_less_is_named(books: Office) -> None:
    if books.desk.engine.dialect.name == "sqlite":
        structure(
            books,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'amount_fen <> 0', 'amount_fen <> -1')"
            " WHERE name = 'leg'",
        )
    else:
        structure(
            books,
            "ALTER TABLE leg DROP CONSTRAINT ck_leg_amount",
            "ALTER TABLE leg ADD CONSTRAINT ck_leg_amount CHECK (amount_fen <> -1)",
        )
    assert set(codes(books.faults())) == {"SCHEMA_DIFFERS"}
    assert "表 leg" in told(books)[0]


def test_a_guard_that_lets_everything_pass_is_named(books: Office) -> None:
    if books.desk.engine.dialect.name == "sqlite":
        structure(
            books,
            "DROP TRIGGER leg_no_update",
            "CREATE TRIGGER leg_no_update BEFORE UPDATE ON leg BEGIN SELECT 1; END",
        )
    else:
        structure(
            books,
            "CREATE OR REPLACE FUNCTION prepay_append_only() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RETURN NEW; END $$",
        )
    assert set(codes(books.faults())) == {"SCHEMA_DIFFERS"}
