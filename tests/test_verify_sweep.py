"""Every column of every posted row, changed behind the program's back: `verify` finds it.

The short form of the tampering goal. A month is closed and a second one open; then, one
column at a time, one row is changed by something plausible (one 分, one day, another person),
`verify` runs, and the row is put back. What cannot be found by design is listed with reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from ledger.store import schema as s
from ledger.voucher.sealing import seal_digest
from ledger.workflow.bank.marks import unmatch
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.export import export_all
from ledger.workflow.close.verify import verify
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from tests.bank_office import bring, freeze, match
from tests.chain_files import recall
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, let_look, propose, register_account
from tests.tamper import alter, behind, finders, id_of, one, rebuild_turnover, rechain
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

#: What no figure of the books leans on; each with the reason why `verify` is silent.
UNSEEN = {
    ("operator_roles", "version"): "only the order counts, and `since` has it too",
    ("operator_roles", "given_by"): "who gave a role is told by the log; duties are judged by role",
    ("oplog", "id"): "lines are matched whatever their order",
    ("oplog", "at"): "the log tells when; nothing is computed from it",
    ("oplog", "subject"): "the line that opens a book repeats its name, which the book has",
    ("policy_proposal", "recorded_at"): "the log has the time; nothing is computed from it",
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
    ("leg", "line"),
    *(("bank_match", name) for name in ("kind", "sure")),
    ("bank_verdict", "verdict"),
    ("bank_reconciliation", "exclusive"),
}
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


@kept
def closed_january(office: Office) -> Office:
    """Keep books with a closed January, an open February, and the journals on disk."""
    root = office.folder / "journals"
    office.fund("1000000.00")
    office.on("2026-01-20")
    office.post(
        office.pay(FIRST, "1000.00", day="2026-01-20", key="拨付-1"),
        office.pay(SECOND, "2000.00", day="2026-01-20", key="拨付-2"),
    )
    office.correct("拨付-2", day=office.clock.now().date())
    office.post()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "floor_of_zero", "none", "局务会纪要")
    office.desk.operator = "出纳戊"
    sign(office.desk, ())
    let_look(office)
    register_account(office, FIRST, "7001", since="2026-01-01")
    propose(office)
    office.on("2026-02-03")
    reconciled(office)
    office.desk.operator = "主管丁"
    close_month(office.desk, "2026-01", book=EMPLOYEE, root=root)
    office.post(
        office.pay(FIRST, "3000.00", day="2026-02-02", key="拨付-3"),
        recall(office, "2026-02-02", key="收回-1"),
    )
    export_all(office.desk, root)
    return office


@pytest.fixture
def swept(closed_january: Office) -> tuple[Office, Path]:
    """Give the books and their journals."""
    return closed_january, closed_january.folder / "journals"


def reconciled(office: Office) -> None:
    """Bring January's statement in, match it, undo and match again, and freeze its sheet."""
    allocated = ("2026-01-10", "1000000.00", "兰州市财政局", "", "拨款")
    bring(office, (allocated, ("2026-01-20", "-1000.00", "城关示范医院")))
    match(office)
    unmatch(office.desk, EMPLOYEE, [1, 2], "勾错")
    match(office)
    freeze(office, "2026-01")


def first_row(conn: sa.Connection, table: sa.Table, key: str = "拨付-1") -> dict[str, Any]:
    """Read one row that stands for its table: of 拨付-1, or `key`, where it is an event's."""
    query = sa.select(table)
    if "book" in table.c:
        query = query.where(table.c.book == EMPLOYEE)
    wanted = {
        "event": ("key", key),
        "account": ("hospital", FIRST),
        "operator_roles": ("name", "审核丙"),
        "journal_file": ("period", "2026-01"),
    }
    if table.name in wanted:
        column, value = wanted[table.name]
        query = query.where(table.c[column] == value)
    hangs = {"voucher": "id", "leg": "voucher", "evidence": "event", "signature": "event"}
    if table.name in hangs:
        id_ = sa.select(s.event.c.id).where(s.event.c.key == key).scalar_subquery()
        query = query.where(table.c[hangs[table.name]] == id_)
    row = conn.execute(query.order_by(*table.primary_key).limit(1)).mappings().one()
    return dict(row)


def change(office: Office, table: sa.Table, row: dict[str, Any], to: dict[str, Any]) -> None:
    """Change one row, which stands exactly so, behind the program's back."""
    with behind(office) as conn:
        exactly = sa.and_(*(table.c[name] == value for name, value in row.items()))
        changed = conn.execute(sa.update(table).where(exactly).values(**to))
        assert changed.rowcount == 1


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


@pytest.mark.parametrize("name", s.INSERT_ONLY)
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
    assert results == {"rows": ["ROW_UNREADABLE"]}
    office.desk.engine.dispose()


def cut_tail(office: Office, key: str) -> None:
    """Remove the newest voucher whole, and let counter and turnover forget it."""
    gone = id_of(office, key)
    period = one(office, f"SELECT period FROM voucher WHERE id = '{gone}'")
    with behind(office) as conn:
        for table, column in (
            ("correction", "voucher"),
            ("signature", "event"),
            ("leg", "voucher"),
            ("evidence", "event"),
            ("voucher", "id"),
            ("event", "id"),
        ):
            conn.execute(sa.text(f"DELETE FROM {table} WHERE {column} = '{gone}'"))
        last = f"(SELECT count(*) FROM voucher WHERE book = '{EMPLOYEE}' AND period = '{period}')"
        conn.execute(
            sa.text(
                f"UPDATE period SET last_number = {last}"
                f" WHERE book = '{EMPLOYEE}' AND period = '{period}'"
            )
        )
        conn.execute(sa.text("DELETE FROM period WHERE last_number = 0"))
    rebuild_turnover(office)


def cut_register(office: Office, key: str) -> None:
    """Remove the newest 登记事项 whole."""
    gone = id_of(office, key)
    alter(
        office,
        f"DELETE FROM evidence WHERE event = '{gone}'",
        f"DELETE FROM event WHERE id = '{gone}'",
    )


def test_a_tail_cut_off_in_an_open_month_leaves_no_trace(swept: tuple[Office, Path]) -> None:
    """Said openly: until a seal holds the head, the last voucher can be made to vanish."""
    office, _ = swept
    cut_tail(office, "拨付-3")
    assert finders(office) == {}
    cut_register(office, "收回-1")
    assert finders(office) == {}


def test_a_tail_cut_off_in_a_sealed_month_is_exposed_by_the_seal(
    swept: tuple[Office, Path],
) -> None:
    """The seal holds how many there were and which link was the head; the bank knows its money."""
    office, _ = swept
    cut_tail(office, "拨付-3")
    cut_register(office, "收回-1")
    cut_tail(office, "拨付-2-注销")
    found = finders(office)
    assert list(found) == ["seals", "world"]
    assert {"SEAL_FIGURES", "SEAL_HEAD"} <= set(found["seals"].split())


def test_a_close_that_is_undone_by_hand_is_told_by_the_log(swept: tuple[Office, Path]) -> None:
    """反结账 does not exist: whoever removes the newest seal has the log against them."""
    office, _ = swept
    with behind(office) as conn:
        conn.execute(sa.text("DELETE FROM seal"))
    assert finders(office) == {"periods": "SEAL_LOST"}


def test_a_chain_rewritten_with_its_seals_is_exposed_by_the_printed_seal(
    swept: tuple[Office, Path],
) -> None:
    """Whoever rewrites seals and log too fools the database, but not the paper that was signed."""
    office, _ = swept
    printed = one(office, f"SELECT digest FROM seal WHERE book = '{EMPLOYEE}'")
    id_ = id_of(office, "拨付-2-注销")
    with behind(office) as conn:
        conn.execute(sa.text(f"UPDATE voucher SET summary = '冲账' WHERE id = '{id_}'"))
    rechain(office)
    assert finders(office) == {"seals": "SEAL_HEAD"}
    with behind(office) as conn:
        seal = dict(conn.execute(sa.select(s.seal)).mappings().one())
        e = s.event.c
        head = sa.select(e.link).where(e.book == EMPLOYEE, e.position == seal["position"])
        seal["head"] = conn.execute(head).scalar_one()
        seal["digest"] = seal_digest(seal)
        conn.execute(sa.update(s.seal).values(head=seal["head"], digest=seal["digest"]))
    assert finders(office) == {"periods": "SEAL_LOST"}
    with behind(office) as conn:
        conn.execute(
            sa.update(s.oplog)
            .where(s.oplog.c.action == "close-month")
            .values(content=sa.func.replace(s.oplog.c.content, printed, seal["digest"]))
        )
    assert finders(office) == {}
    assert one(office, "SELECT digest FROM seal") != printed
