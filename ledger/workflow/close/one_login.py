"""同一登录 as it is told: on a month's closing sheet, and by verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ledger.events.kinds import ALL
from ledger.store.writer import read_log
from ledger.voucher.one_login import from_one_login

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.voucher.one_login import OneLogin

HEADING = "同一登录"
KINDS = frozenset(kind.KIND for kind in ALL)


def login_remarks(
    conn: sa.Connection, book: str, facts: Sequence[Mapping[str, Any]]
) -> tuple[tuple[str, str], ...]:
    """Tell on the sheet which facts of a month two people made from one login."""
    return tuple((HEADING, one.told()) for one in one_login(conn, book, facts))


def one_login(conn: sa.Connection, book: str, facts: Sequence[Mapping[str, Any]]) -> list[OneLogin]:
    """Hold facts of a book against its log, from when the first of them was prepared."""
    if not facts:
        return []
    since = min(fact["prepared_at"] for fact in facts)
    until = max(fact["approved_at"] for fact in facts)
    return from_one_login(facts, read_log(conn, book=book, since=since, until=until[:10]))
