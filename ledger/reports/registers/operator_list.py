"""查询: who may act in which roles, who sees which books, and who has a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.formats.report import CODES, WORDS, Column, Report, Row
from ledger.store.engine import reading
from ledger.store.login import read_password_days
from ledger.store.masters import read_operators

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.operator import Operator
    from ledger.workflow.desk import Desk


def operator_list(desk: Desk) -> Report:
    """List the operators, with the roles that each holds now.

    Who may look at some books only is told of nobody but those who look at these alone, and of
    themselves: of the others not even their books.
    """
    with reading(desk.engine) as conn:
        everybody = read_operators(conn)
        passwords = read_password_days(conn)
    asking = everybody.get(desk.operator)
    limit = set(asking.books) if asking is not None else set()
    told = [
        one
        for name, one in sorted(everybody.items())
        if name != SYSTEM_OPERATOR and (not limit or (one.books and set(one.books) <= limit))
    ]
    return drawn(desk, told, passwords)


def drawn(desk: Desk, told: Sequence[Operator], passwords: Mapping[str, str]) -> Report:
    """Draw the list up."""
    rows = []
    trees = []
    for one in told:
        has = passwords.get(one.name, "")
        cells = (
            one.name,
            one.names(),
            one.since[:10],
            "、".join(one.books) or "全部",
            f"{has[:10]} 起" if has else "没有",
        )
        rows.append(Row(cells=cells))
        trees.append(
            {
                "name": one.name,
                "roles": list(one.roles),
                "since": one.since,
                "books": list(one.books),
                "password": bool(has),
                "password_since": has or None,
            }
        )
    return Report(
        title="操作员",
        subtitle=(f"共 {len(rows)} 人", f"截至 {desk.today()}"),
        columns=(
            Column(heading="姓名", wraps=WORDS),
            Column(heading="岗位", wraps=WORDS),
            Column(heading="岗位起始"),
            Column(heading="可看的账套", wraps=CODES),
            Column(heading="密码"),
        ),
        rows=tuple(rows),
        tree={"operators": trees},
    )
