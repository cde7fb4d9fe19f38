"""What is asked of roles that two people give, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.masters.operator import Operator, role_findings
from ledger.store.masters import give_roles, read_operators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.office.kinds import OfficeCase


def check_roles(case: OfficeCase) -> list[Finding]:
    """Say why somebody may not be given these roles: they do not go together, or nobody leads."""
    roles = case.words("role")
    people = read_operators(case.conn)
    return [
        *role_findings(case.subject, roles),
        *last_admin_findings(people, case.subject, roles),
    ]


def last_admin_findings(
    people: Mapping[str, Operator], name: str, roles: tuple[str, ...]
) -> list[Finding]:
    """Refuse to take the last administrator's role away."""
    admins = {one.name for one in people.values() if "admin" in one.roles}
    if "admin" in roles or admins != {name}:
        return []
    return [
        Finding(
            code="LAST_ADMIN",
            message=f"{name}是最后一位管理员，不能免去管理员岗位",
            remedy="先授予另一人管理员岗位：prepay operator add 姓名 --role admin",
        )
    ]


def take_roles(case: OfficeCase) -> None:
    """Give the roles, from now on."""
    operator = Operator(
        name=case.subject,
        roles=case.words("role"),
        since=case.desk.now(),
        books=case.words("book"),
    )
    give_roles(case.conn, operator, case.proposer)
