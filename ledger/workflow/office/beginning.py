"""The first two people of a new office: registered and switched on in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.operator import Operator, role_findings
from ledger.store.engine import reading
from ledger.store.masters import give_roles, read_operators
from ledger.workflow.desk import OFFICE, note
from ledger.workflow.office.proposing import office_work
from ledger.workflow.office.switching import beginning_findings, switched_on, two_needed
from ledger.workflow.setup.masters import roles_change, roles_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.workflow.desk import Desk
    from ledger.workflow.office.switching import SwitchedOn


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPerson:
    """A person with whom an office begins: the name, and the roles as they were said."""

    name: str
    roles: tuple[str, ...]


def is_without_people(desk: Desk) -> bool:
    """Tell whether nobody is registered yet but the program itself."""
    with reading(desk.engine) as conn:
        return not set(read_operators(conn)) - {SYSTEM_OPERATOR}


def begin(desk: Desk, people: Sequence[FirstPerson], passwords: Mapping[str, str]) -> SwitchedOn:
    """Register the first people with their roles, and switch signing on; all or nothing.

    Raises Refused where they are not two, none of them leads, or none is an administrator.
    """
    with office_work(desk, "switch-on", "、".join(passwords)) as conn:
        operators = [
            Operator(name=one.name, roles=roles_named(one.roles), since=desk.now())
            for one in people
        ]
        if findings := first_findings(operators):
            raise Refused(findings)
        acting = replace(desk, operator=operators[0].name)
        for one in operators:
            give_roles(conn, one, acting.operator)
            note(acting, conn, OFFICE, "operator-add", one.name, roles_change(None, one))
        return switched_on(acting, conn, passwords)


def first_findings(operators: Sequence[Operator]) -> list[Finding]:
    """Say why an office may not begin with these people."""
    found = [finding for one in operators for finding in role_findings(one.name, one.roles)]
    found += beginning_findings(operators[:2])
    if not any("admin" in one.roles for one in operators):
        found.append(two_needed("头两人里没有管理员，以后没有人能登记操作员"))
    return found
