"""Every column of every posted row, changed behind the program's back: `verify` finds it.

The short form of the tampering goal. A month is closed and a second one open; then, one
column at a time, one row is changed by something plausible (one 分, one day, another person),
`verify` runs, and the row is put back. What cannot be found by design is listed with reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity
from ledger.workflow.close.verify import verify
from tests import swept_books
from tests.office import EMPLOYEE, Office, codes
from tests.swept_books import change, first_row
from tests.tamper import alter, behind, finders, id_of, one, rechain
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

closed_january, swept = kept(swept_books.closed_january), swept_books.swept
signed_february, signed_books = kept(swept_books.signed_february), swept_books.signed_books
#: What no figure of the books leans on; each with the reason why `verify` is silent.
UNSEEN = {
    ("operator_roles", "version"): "only the order counts, and `since` has it too",
    ("operator_roles", "given_by"): "who gave a role is told by the log; duties are judged by role",
    ("oplog", "id"): "lines are matched whatever their order",
    ("oplog", "at"): "the log tells when; nothing is computed from it",
    ("oplog", "subject"): "the line that opens a book repeats its name, which the book has",
    ("policy_proposal", "recorded_at"): "the log has the time; nothing is computed from it",
    ("person_key", "made_at"): "the office's chain says from where on a key counts",
    **{
        ("key_seal", column.name): "another box opens for nobody; the key is the chain's"
        for column in schema_identity.key_seal.columns
    },
    **{
        (table.name, column.name): "who may look is no figure of the books; the log has each grant"
        for table in (s.credential, s.operator_scope)
        for column in table.columns
    },
    **{
        ("hospital_version", column.name): "a master; a leaf's name is frozen when it is opened"
        for column in s.hospital_version.columns
    },
}
#: What the table itself refuses even then: a leg beyond those that its voucher declares, a word
#: that its CHECK does not know.
IMPOSSIBLE = {
    ("office_fact", "book"),
    ("leg", "line"),
    *(("bank_match", name) for name in ("kind", "sure")),
    ("bank_verdict", "verdict"),
    ("bank_reconciliation", "exclusive"),
}
IDENTITY = schema_identity.INSERT_ONLY
PEOPLE = {"prepared_by": "管理员甲", "approved_by": "主管丁", "posted_by": "管理员甲"}


def plausible(table: str, column: str, value: Any) -> Any:
    """Give another value that a person might write there."""
    own = {
        ("operator_roles", "roles"): "viewer",
        ("operator_roles", "since"): "2026-12-31T09:00:00+08:00",
        ("policy_value", "book"): "620100/nobody",
        ("policy_layer", "book"): "620100/nobody",
        ("upgrade", "book"): "620100/nobody",
        ("policy_proposal", "book"): "620100/nobody",
        ("hospital_account", "kind"): "pooled",
        ("signature", "role"): "chief",
        ("signature", "name"): "主管丁",
    }
    words = PEOPLE | {
        "book": "620100/resident",
        "kind": "interest",
        "movement": "interest",
        "form": "blue",
        "closed_by": "审核丙",
        "irregular": 1,
        "period": "2026-05",
        "type": "other",
        "base": "1101.02",
        "hospital": "H62010000003",
        "content": '{"from":"1003"}',
    }
    if (table, column) in own or column in words:
        return own.get((table, column), words.get(column))
    if isinstance(value, int):
        # Numbers are unique: far enough away to stand free.
        return value + (1000 if column in {"position", "number", "line", "legs"} else 1)
    return other_text(column, value)


def other_text(column: str, value: str) -> str:
    """Give another day, another digest, or a text with one mark more."""
    if column in {"date", "booked"}:
        return value[:-2] + ("02" if value[-2:] != "02" else "03")
    if len(value) == 64:
        return ("0" if value[0] != "0" else "1") + value[1:]
    return value + "1"


def unseen_in(office: Office, root: Path, table: sa.Table, key: str = "拨付-1") -> list[str]:
    """Change each column of one row in turn and list what `verify` does not find."""
    with behind(office) as conn:
        row = first_row(conn, table, key)
    silent = []
    for column in table.columns:
        value = plausible(table.name, column.name, row[column.name])
        assert value != row[column.name], column.name
        if (table.name, column.name) in IMPOSSIBLE:
            with pytest.raises(sa.exc.IntegrityError):
                change(office, table, row, {column.name: value})
            continue
        change(office, table, row, {column.name: value})
        if not finders(office, root=root):
            silent.append(column.name)
        change(office, table, row | {column.name: value}, row)
    return silent


@pytest.mark.parametrize("name", IDENTITY)
def test_a_change_in_any_column_of_who_did_it_is_found(
    signed_books: tuple[Office, Path], name: str
) -> None:
    office, root = signed_books
    table = s.metadata.tables[name]
    allowed = [column.name for column in table.columns if (name, column.name) in UNSEEN]
    assert unseen_in(office, root, table, "拨付-4") == allowed
    assert finders(office, root=root) == {}


@pytest.mark.parametrize("name", [name for name in s.INSERT_ONLY if name not in IDENTITY])
def test_a_change_in_any_column_of_a_posted_row_is_found(
    swept: tuple[Office, Path], name: str
) -> None:
    office, root = swept
    table = s.metadata.tables[name]
    allowed = [column.name for column in table.columns if (name, column.name) in UNSEEN]
    assert unseen_in(office, root, table) == allowed
    assert finders(office, root=root) == {}


@pytest.mark.parametrize("name", ["event", "evidence"])
@pytest.mark.parametrize("key", ["agreement-1", "收回-1"])
def test_a_change_in_any_column_of_a_register_is_found(
    swept: tuple[Office, Path], name: str, key: str
) -> None:
    """One lies in the closed month, the other in the open one."""
    office, root = swept
    assert unseen_in(office, root, s.metadata.tables[name], key) == []
    assert finders(office, root=root) == {}


def test_a_register_taken_out_is_found(swept: tuple[Office, Path]) -> None:
    office, root = swept
    alter(office, f"DELETE FROM event WHERE id = '{id_of(office, 'agreement-1')}'")
    found = finders(office, root=root)
    assert {"CHAIN_POSITION"} <= set(found["chain"].split())
    assert {"SEAL_FIGURES"} <= set(found["seals"].split())


def test_registers_in_another_order_are_found(swept: tuple[Office, Path]) -> None:
    office, root = swept
    places = {
        key: one(office, f"SELECT position FROM event WHERE key = '{key}'")
        for key in ("agreement-1", "assessment-1")
    }
    alter(
        office,
        "UPDATE event SET position = 999 WHERE key = 'agreement-1'",
        f"UPDATE event SET position = {places['agreement-1']} WHERE key = 'assessment-1'",
        f"UPDATE event SET position = {places['assessment-1']} WHERE key = 'agreement-1'",
    )
    assert {"FACT_DIGEST", "LINK_BROKEN"} <= set(finders(office, root=root)["chain"].split())


def test_a_register_put_in_and_chained_anew_is_found_by_the_seal(
    swept: tuple[Office, Path],
) -> None:
    """Every digest fits again; the seal knows how many facts the month had."""
    office, _ = swept
    columns = [column.name for column in s.event.columns]
    own = {"id": "id || '1'", "key": "key || '1'", "position": "99"}
    copied = ", ".join(own.get(name, name) for name in columns)
    with behind(office) as conn:
        conn.execute(
            sa.text(
                f"INSERT INTO event ({', '.join(columns)}) SELECT {copied} FROM event"
                f" WHERE key = 'assessment-1' AND book = '{EMPLOYEE}'"
            )
        )
        conn.execute(
            sa.text(
                "INSERT INTO evidence SELECT book, event || '1', line, type, number, date, title,"
                " amount_fen, sheets, kept_with, file FROM evidence"
                f" WHERE event = '{id_of(office, 'assessment-1')}'"
            )
        )
    rechain(office)
    assert finders(office) == {"seals": "SEAL_FIGURES"}


@pytest.mark.parametrize(
    "name", ["event", "evidence", "voucher", "leg", "correction", "seal", "signature"]
)
def test_a_row_taken_out_of_any_chained_table_is_found(
    swept: tuple[Office, Path], name: str
) -> None:
    office, root = swept
    table = s.metadata.tables[name]
    with behind(office) as conn:
        row = first_row(conn, table)
        conn.execute(
            sa.delete(table).where(sa.and_(*(table.c[n] == value for n, value in row.items())))
        )
    assert finders(office, root=root)


UNREADABLE = {
    "UPDATE event SET kind = 'gift' WHERE key = '拨付-1'": "rows",
    "UPDATE event SET content = '{' WHERE key = '拨付-1'": "rows",
    "UPDATE event SET content = '[]' WHERE key = '拨付-1'": "rows",
    "UPDATE event SET content = '{\"from\":{}}' WHERE key = '拨付-1'": "rows",
    "UPDATE event SET date = '2026-02-30' WHERE key = '拨付-1'": "rows",
    "UPDATE event SET booked = 'someday' WHERE key = '拨付-1'": "engines",
    "UPDATE evidence SET date = ''": "rows",
    "UPDATE leg SET debit = 'nowhere' WHERE line = 1": "engines",
    "UPDATE seal SET period = '????-13'": "openings",
    "DELETE FROM account": "engines",
}


@pytest.mark.parametrize("statement", UNREADABLE)
def test_a_row_that_makes_no_sense_is_a_finding_and_not_a_crash(
    swept: tuple[Office, Path], statement: str
) -> None:
    office, root = swept
    with behind(office) as conn:
        conn.execute(sa.text(statement))
    results = {r.id: codes(r.findings) for r in verify(office.desk, book=EMPLOYEE, root=root)}
    assert "ROW_UNREADABLE" in results[UNREADABLE[statement]]


def test_text_that_is_no_text_is_a_finding_and_not_a_crash(sqlite_url: str, tmp_path: Path) -> None:
    """SQLite keeps whatever bytes it is given; PostgreSQL refuses them itself."""
    office = Office.open(sqlite_url, tmp_path)
    office.fund("1000.00")
    with behind(office) as conn:
        conn.execute(sa.text("UPDATE voucher SET summary = CAST(x'E58D' AS TEXT)"))
    results = {result.id: codes(result.findings) for result in verify(office.desk, book=EMPLOYEE)}
    assert results == {"office": [], "rows": ["ROW_UNREADABLE"]}
    office.desk.engine.dispose()
