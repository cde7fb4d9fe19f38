"""The database's own guards: what other hands try on posted rows, and what refuses them.

The attacks are those that other ledgers fell to. SQLite is attacked through a plain
connection with its default pragmas, as the sqlite3 shell makes it.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.store.engine import reading
from ledger.store.tables import schema as s
from ledger.workflow.bank.marks import unmatch
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from tests.bank_office import bring, freeze, match
from tests.office import EMPLOYEE, FIRST, SECOND, Office, let_look, propose, register_account
from tests.signed_office import all_sign
from tests.tamper import behind, finders, id_of, one
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

REFUSED = (sa.exc.IntegrityError, sa.exc.OperationalError, sqlite3.IntegrityError)
#: What a CHECK would refuse before anybody else could.
CHECKED = ("form", "kind", "sure", "exclusive")
KEYS = [
    *((name, tuple(c.name for c in s.metadata.tables[name].primary_key)) for name in s.INSERT_ONLY),
    ("event", ("book", "key")),
    ("event", ("book", "chain_year", "position")),
    ("voucher", ("book", "period", "number")),
    ("bank_match", ("book", "number")),
]


@kept
def filled(office: Office) -> Office:
    """Give an office with a row in every insert-only table."""
    office.fund("1000000.00")
    office.on("2026-01-20")
    office.post(office.pay(FIRST, "1000.00", day="2026-01-20", key="拨付-1"))
    office.post(office.pay(SECOND, "2000.00", day="2026-01-20", key="拨付-2"))
    office.correct("拨付-1", day=office.clock.now().date())
    office.post()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政答复")
    office.desk.operator = "出纳戊"
    sign(office.desk, ())
    allocated = ("2026-01-10", "1000000.00", "兰州市财政局", "", "拨款")
    bring(office, (allocated, ("2026-01-20", "-2000.00", "安宁示范医院")))
    match(office)
    unmatch(office.desk, EMPLOYEE, [1], "勾错")
    match(office)
    let_look(office)
    register_account(office, FIRST, "7001", since="2026-01-01")
    propose(office)
    office.on("2026-02-01")
    freeze(office, "2026-01")
    office.close("2026-01", book=EMPLOYEE)
    all_sign(office)
    office.post(office.pay(FIRST, "77.00", day="2026-02-01", key="拨付-3"))
    return office


@pytest.fixture
def plain(filled: Office) -> Iterator[sa.Connection]:
    """Give a connection that knows nothing of the program: the engine's defaults throughout."""
    engine = sa.create_engine(filled.desk.engine.url)
    with engine.connect() as conn:
        yield conn
    engine.dispose()


def columns(table: str) -> list[str]:
    """List a table's columns."""
    return [column.name for column in s.metadata.tables[table].columns]


def refused(conn: sa.Connection, statement: str) -> bool:
    """Tell whether the database refuses a statement; whatever it did is rolled back."""
    try:
        conn.execute(sa.text(statement))
    except REFUSED as error:
        return "append-only" in str(error)
    finally:
        conn.rollback()
    return False


@pytest.mark.parametrize("table", s.INSERT_ONLY)
def test_posted_rows_can_be_neither_changed_nor_removed(plain: sa.Connection, table: str) -> None:
    assert plain.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one() > 0
    for column in columns(table):
        assert refused(plain, f"UPDATE {table} SET {column} = {column}"), column
    assert refused(plain, f"DELETE FROM {table}")
    if plain.dialect.name == "postgresql":
        assert refused(plain, f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_no_insert_replaces_a_posted_row(
    plain: sa.Connection, table: str, key: tuple[str, ...]
) -> None:
    """A row is written over by whatever unique key it has; the rest of the row is another's."""
    kinds = {column.name: str(column.type) for column in s.metadata.tables[table].columns}
    other = [
        name
        if name in {*key, *CHECKED}
        else f"{name} + 1000"
        if kinds[name] == "BIGINT"
        else f"{name} || 'x'"
        for name in columns(table)
    ]
    names = ", ".join(columns(table))
    source = f"SELECT {', '.join(other)} FROM {table} ORDER BY {', '.join(key)} LIMIT 1"
    conflict = f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {key[-1]} = excluded.{key[-1]}"
    if plain.dialect.name == "postgresql":
        assert refused(plain, f"INSERT INTO {table} ({names}) {source} {conflict}")
        return
    for pragma in ("OFF", "ON"):
        plain.exec_driver_sql(f"PRAGMA recursive_triggers = {pragma}")
        assert refused(plain, f"INSERT OR REPLACE INTO {table} ({names}) {source}")
        assert refused(plain, f"REPLACE INTO {table} ({names}) {source}")
        where = source.replace(" ORDER BY", " WHERE true ORDER BY")
        assert refused(plain, f"INSERT INTO {table} ({names}) {where} {conflict}")


def test_a_second_red_voucher_does_not_replace_the_first(filled: Office) -> None:
    """The unique index over red corrections is one more key that REPLACE could run into."""
    wrong, other = id_of(filled, "拨付-1"), id_of(filled, "拨付-2")
    row = f"('{EMPLOYEE}', '{other}', '{wrong}', 'red')"
    engine = sa.create_engine(filled.desk.engine.url)
    with engine.connect() as conn:
        with pytest.raises(REFUSED):
            conn.execute(sa.text(f"INSERT INTO correction VALUES {row}"))
        conn.rollback()
        if engine.dialect.name == "sqlite":
            assert refused(conn, f"INSERT OR REPLACE INTO correction VALUES {row}")
    engine.dispose()
    with behind(filled) as conn:
        savepoint = conn.begin_nested()
        with pytest.raises(sa.exc.IntegrityError):
            conn.execute(sa.text(f"INSERT INTO correction VALUES {row}"))
        savepoint.rollback()


def test_sqlite_takes_no_half_fen(sqlite_url: str) -> None:
    """A plain INTEGER column would keep 1.5 as it is."""
    with sqlite3.connect(sqlite_url) as conn:
        conn.execute("CREATE TABLE loose (amount_fen INTEGER)")
        conn.execute("INSERT INTO loose VALUES (1.5)")
        assert conn.execute("SELECT amount_fen FROM loose").fetchone() == (1.5,)
        for value in (1.5, "zwei", "1.5"):
            with pytest.raises(sqlite3.IntegrityError, match="cannot store"):
                conn.execute("INSERT INTO turnover VALUES ('b', 'a', '2026-01', ?, 0)", (value,))
    conn.close()


def test_every_whole_number_on_sqlite_is_strict(filled: Office) -> None:
    if filled.desk.engine.dialect.name != "sqlite":
        with reading(filled.desk.engine) as conn:
            kinds = conn.execute(
                sa.text(
                    "SELECT DISTINCT data_type FROM information_schema.columns"
                    " WHERE column_name LIKE '%\\_fen'"
                )
            ).scalars()
            assert list(kinds) == ["bigint"]
        return
    for table in s.metadata.sorted_tables:
        for column in table.columns:
            if str(column.type) == "BIGINT":
                with behind(filled) as conn:
                    savepoint = conn.begin_nested()
                    rows = conn.execute(sa.text(f"SELECT count(*) FROM {table.name}")).scalar_one()
                    if rows:
                        with pytest.raises(sa.exc.IntegrityError):
                            conn.execute(sa.text(f"UPDATE {table.name} SET {column.name} = 0.5"))
                    savepoint.rollback()


def insert_leg(conn: sa.Connection, voucher: str, *, legs: int, line: int) -> None:
    """Add a leg to a voucher."""
    conn.execute(
        sa.text(
            "INSERT INTO leg (book, voucher, legs, line, debit, credit, amount_fen)"
            f" VALUES ('{EMPLOYEE}', '{voucher}', {legs}, {line}, '1004', '1003', 100)"
        )
    )


@pytest.mark.parametrize(("legs", "line"), [(1, 1), (1, 2), (2, 2), (2, 1), (1, 0)])
def test_a_late_leg_has_no_place(filled: Office, legs: int, line: int) -> None:
    """Not even with the triggers gone: the voucher says how many legs it has."""
    voucher = id_of(filled, "拨付-2")
    engine = sa.create_engine(filled.desk.engine.url)
    with engine.connect() as conn:
        if engine.dialect.name == "sqlite":
            conn.exec_driver_sql("PRAGMA foreign_keys = ON")
        with pytest.raises(REFUSED):
            insert_leg(conn, voucher, legs=legs, line=line)
    engine.dispose()
    if engine.dialect.name == "sqlite":
        with behind(filled) as conn:
            for name in ("leg_no_update", "leg_no_delete", "leg_no_replace"):
                assert (
                    conn.exec_driver_sql(
                        f"SELECT count(*) FROM sqlite_master WHERE name = '{name}'"
                    ).scalar_one()
                    == 0
                )
            if legs == 1:
                savepoint = conn.begin_nested()
                with pytest.raises(sa.exc.IntegrityError):
                    insert_leg(conn, voucher, legs=legs, line=line)
                savepoint.rollback()


def test_a_leg_with_another_count_is_found_where_foreign_keys_were_off(filled: Office) -> None:
    with behind(filled) as conn:
        insert_leg(conn, id_of(filled, "拨付-2"), legs=2, line=2)
    assert finders(filled)["rows"] == "LEGS_LOST"


def test_a_leg_moved_to_another_voucher_is_found(filled: Office) -> None:
    """The sums of all accounts stay as they are; only each voucher knows."""
    first, second = id_of(filled, "拨付-1"), id_of(filled, "拨付-2")
    move = f"UPDATE leg SET voucher = '{first}', line = 2, legs = 2 WHERE voucher = '{second}'"
    with behind(filled) as conn:
        savepoint = conn.begin_nested()
        with pytest.raises(sa.exc.IntegrityError, match="ck_leg_line"):
            conn.execute(sa.text(move.replace(", legs = 2", "")))
        savepoint.rollback()
        conn.execute(sa.text(move))
    assert {"rows", "chain"} <= set(finders(filled))


def test_a_whole_voucher_removed_is_found(filled: Office) -> None:
    """Hashes linked by `id - 1` would not notice; positions and the counter do."""
    gone = id_of(filled, "拨付-2")
    with behind(filled) as conn:
        for table, column in (
            ("leg", "voucher"),
            ("evidence", "event"),
            ("voucher", "id"),
            ("event", "id"),
        ):
            conn.execute(sa.text(f"DELETE FROM {table} WHERE {column} = '{gone}'"))
    found = finders(filled)
    assert found["chain"] == "CHAIN_POSITION"
    assert found["numbers"] == "NUMBERS_BROKEN"
    assert {"turnover", "seals", "engines"} <= set(found)


def test_nobody_approves_their_own_entry_even_by_hand(filled: Office) -> None:
    with behind(filled) as conn:
        for table in ("event", "draft"):
            if table == "draft":
                conn.execute(
                    sa.text(
                        "INSERT INTO draft SELECT book, id, unit, kind, key || '-x',"
                        " content_digest, date, booked, hospital, year, amount_fen, corrects,"
                        " irregular, content, origin, prepared_by, prepared_at, '[]', '', ''"
                        " FROM event WHERE key = '拨付-2'"
                    )
                )
            savepoint = conn.begin_nested()
            with pytest.raises(sa.exc.IntegrityError, match="four_eyes"):
                conn.execute(sa.text(f"UPDATE {table} SET approved_by = prepared_by"))
            savepoint.rollback()


@pytest.mark.parametrize("roles", ["cashier,approver", "approver,cashier", "poster,chief,cashier"])
def test_no_cashier_is_approver_or_poster_even_by_hand(filled: Office, roles: str) -> None:
    with behind(filled) as conn:
        values = f"('出纳戊', 9, '{roles}', '2026-01-01', '管理员甲')"
        for words in (
            f"INSERT INTO operator_roles (name, version, roles, since, given_by) VALUES {values}",
            f"UPDATE operator_roles SET roles = '{roles}' WHERE name = '出纳戊'",
        ):
            savepoint = conn.begin_nested()
            with pytest.raises(sa.exc.IntegrityError, match="cashier"):
                conn.execute(sa.text(words))
            savepoint.rollback()


def test_the_attacked_office_was_sound_before(filled: Office) -> None:
    """The control: nothing in this file finds what is not there."""
    assert finders(filled) == {}
    assert one(filled, "SELECT count(*) FROM correction") == 1
