"""查询: who may act in which roles, who sees which books, and who has a password."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.formats.report import CODES, WORDS, Column, Report, named_row
from ledger.masters.duties import role_words
from ledger.store.engine import reading
from ledger.store.login import read_password_days
from ledger.store.signing.people import read_people, read_stand_ins

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ledger.formats.report import Row
    from ledger.masters.operator import Operator
    from ledger.masters.stand_in import StandIn
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "name": Column(heading="姓名", wraps=WORDS),
        "roles": Column(heading="岗位", wraps=WORDS),
        "since": Column(heading="岗位起始"),
        "books": Column(heading="可看的账套", wraps=CODES),
        "password": Column(heading="密码"),
    }
)


def operator_list(desk: Desk) -> Report:
    """List the operators, with the roles that each holds now.

    Who may look at some books only is told of nobody but those who look at these alone, and of
    themselves: of the others not even their books.
    """
    with reading(desk.engine) as conn:
        everybody = read_people(conn, desk.today())
        stand_ins = read_stand_ins(conn)
        passwords = read_password_days(conn)
    asking = everybody.get(desk.operator)
    limit = set(asking.books) if asking is not None else set()
    people = [everybody[name] for name in sorted(everybody) if name != SYSTEM_OPERATOR]
    told = [one for one in people if is_told(one, limit)]
    return drawn(desk, told, passwords, stand_in_notes(desk, stand_ins, told))


def is_told(one: Operator, limit: Collection[str]) -> bool:
    """Return whether whoever may look at `limit` only, or at every book (no limit), is told."""
    return not limit or (bool(one.books) and set(limit).issuperset(one.books))


def stand_in_notes(
    desk: Desk, stand_ins: Sequence[StandIn], told: Sequence[Operator]
) -> tuple[str, ...]:
    """Tell each 代理 that holds today or is still to come."""
    today, names = desk.today().isoformat(), {one.name for one in told}
    return tuple(
        f"代理：{one.name} 代 {one.instead_of}（{role_words(one.roles)}）"
        f"{one.since} 至 {one.until}，凭 {one.paper}"
        for one in stand_ins
        if one.name in names and one.until >= today and not one.ended
    )


def drawn(
    desk: Desk,
    told: Sequence[Operator],
    passwords: Mapping[str, str],
    notes: tuple[str, ...],
) -> Report:
    """Draw the list up."""
    return Report(
        title="操作员",
        subtitle=(f"共 {len(told)} 人", f"截至 {desk.today()}"),
        columns=tuple(COLUMNS.values()),
        rows=tuple(operator_row(one, passwords) for one in told),
        notes=notes,
        tree={"operators": [operator_tree(one, passwords) for one in told]},
    )


def operator_row(one: Operator, passwords: Mapping[str, str]) -> Row:
    """Draw one operator."""
    since = passwords.get(one.name, "")
    return named_row(
        COLUMNS,
        {
            "name": one.name,
            "roles": one.names(),
            "since": one.since[:10],
            "books": "、".join(one.books) or "全部",
            "password": f"{since[:10]} 起" if since else "没有",
        },
    )


def operator_tree(one: Operator, passwords: Mapping[str, str]) -> dict[str, object]:
    """Write one operator for programs."""
    since = passwords.get(one.name, "")
    return {
        "name": one.name,
        "roles": list(one.roles),
        **({"instead_of": dict(one.instead_of)} if one.instead_of else {}),
        "since": one.since,
        "books": list(one.books),
        "password": bool(since),
        "password_since": since or None,
    }
