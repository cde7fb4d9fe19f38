"""Books with a closed January, an open February and journals on disk, to be tampered with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from ledger.store.tables import schema as s
from ledger.workflow.bank.marks import unmatch
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.export import export_all
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from tests.bank_office import bring, freeze, match
from tests.chain_files import recall
from tests.office import EMPLOYEE, FIRST, SECOND, Office, let_look, propose, register_account
from tests.signed_office import all_sign
from tests.tamper import behind

if TYPE_CHECKING:
    from pathlib import Path


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


def signed_february(office: Office) -> Office:
    """Switch signing on in those books, let two people take somebody on, and pay once more."""
    closed_january(office)
    all_sign(office)
    office.permit(FIRST, 2026)
    office.post(office.pay(FIRST, "77.00", day="2026-02-03", key="拨付-4"))
    export_all(office.desk, office.folder / "journals")
    return office


@pytest.fixture
def signed_books(signed_february: Office) -> tuple[Office, Path]:
    """Give the books of the office that signs, and their journals."""
    return signed_february, signed_february.folder / "journals"


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
        query = query.where(table.c.book == ("-" if table.name == "office_fact" else EMPLOYEE))
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
    hangs |= {"signed_fact": "event"}
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
