"""What is cut off at the end, undone by hand or rewritten whole, and what exposes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.store.tables import schema as s
from ledger.voucher.sealing import seal_digest
from tests import swept_books
from tests.office import EMPLOYEE, Office
from tests.tamper import alter, behind, finders, id_of, one, rebuild_turnover, rechain
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

closed_january, swept = kept(swept_books.closed_january), swept_books.swept


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
