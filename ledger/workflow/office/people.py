"""岗位 and 密钥 by two people: roles given and taken, a person's key added, replaced, reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.masters.office import KEY, OWN, RESET, ROLES_GIVEN
from ledger.store.engine import reading
from ledger.store.masters import add_name, read_operators
from ledger.store.signing.office import read_office
from ledger.store.signing.people import read_people
from ledger.store.signing.sets import is_signing_on
from ledger.workflow.desk import book_of
from ledger.workflow.office.people_rules import last_admin_findings
from ledger.workflow.office.proposing import acting_in_office, office_work, propose
from ledger.workflow.office.switching import key_pairs, settle, unknown_person
from ledger.workflow.setup.keys import new_signer
from ledger.workflow.setup.masters import add_operator, roles_named
from ledger.workflow.signer import CLAUSE_SIGNED, refuse_outdated
from ledger.workflow.signing import open_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.masters.office import Office, OfficeFact, OfficeProposal
    from ledger.masters.operator import Operator
    from ledger.workflow.desk import Desk

#: Whoever holds one of these signs opposite others, and so resets none of their keys.
OPPOSITE = frozenset({"preparer", "approver", "poster", "chief"})


def is_switched_on(desk: Desk) -> bool:
    """Tell whether the office has switched signing on."""
    with reading(desk.engine) as conn:
        return is_signing_on(conn)


def propose_roles(
    desk: Desk,
    name: str,
    roles: Sequence[str],
    books: Sequence[str] = (),
    *,
    password: str = "",
    paper: str = "",
    dry_run: bool = False,
) -> list[OfficeProposal]:
    """登记操作员 in an office that signs: roles are proposed, and the key of who is new.

    The new person types the password; without one there are roles and no key yet. No roles at all
    take a leaver's away.
    """
    held = roles_named(roles)
    with office_work(desk, "operator-add", name, dry_run=dry_run) as conn:
        seen = sorted({book_of(conn, book).code for book in books})
        pairs = [*(("role", role) for role in held), *(("book", book) for book in seen)]
        made = [propose(desk, conn, ROLES_GIVEN, name, told(*pairs, ("paper", paper)))]
        if password:
            made.append(propose_key(desk, conn, name, password))
        return made


def told(*pairs: Pair) -> tuple[Pair, ...]:
    """Leave out what says nothing."""
    return tuple(pair for pair in pairs if pair[1])


def propose_key(desk: Desk, conn: sa.Connection, name: str, password: str) -> OfficeProposal:
    """Make a person a key, and propose that it counts from now on."""
    add_name(conn, name)
    _, signer = new_signer(desk, conn, name, password)
    return propose(desk, conn, KEY, name, told(*key_pairs(desk, signer, OWN)))


def needs_key(desk: Desk, name: str, roles: Sequence[str]) -> bool:
    """Tell whether somebody who is given these roles has to get a key first."""
    with reading(desk.engine) as conn:
        office = read_office(conn)
    works = set(roles_named(roles)) - {"viewer"}
    return office.signing and bool(works) and office.key_of(name) is None


def replace_own_key(desk: Desk, password: str, *, dry_run: bool = False) -> OfficeProposal:
    """更换密钥 of one's own, proposed with the present one; another person confirms it."""
    name = desk.operator
    with office_work(desk, "key-reset", name, dry_run=dry_run) as conn:
        return propose_key(desk, conn, name, password)


def reset_key(desk: Desk, name: str, password: str, *, dry_run: bool = False) -> OfficeFact:
    """重置密钥 of somebody who is here and types a new password: who acts signs, and the owner.

    Raises Refused where who acts would sign opposite the owner, and somebody else would not.
    """
    with office_work(desk, "key-reset", name, dry_run=dry_run) as conn:
        acting_in_office(desk, conn, ("cashier", "admin", "chief"), "重置他人的密钥")
        office, other = read_office(conn), open_key(desk)
        refuse_outdated(office, other)
        people = with_keys(conn, office, desk.today())
        if findings := reset_findings(people, other.name, name):
            raise Refused(findings)
        _, owner = new_signer(desk, conn, name, password)
        return settle(desk, conn, (other, owner), KEY, name, key_pairs(desk, owner, RESET))


def reset_findings(people: Mapping[str, Operator], other: str, owner: str) -> list[Finding]:
    """Say why one person may not reset another's key; `people` are all who have one."""
    if owner not in people:
        return [no_key(owner)]
    fit = [one.name for one in people.values() if fits(one, people[owner])]
    return [] if other in fit or not fit else [opposite_finding(people[other], owner, fit)]


def with_keys(conn: sa.Connection, office: Office, day: date) -> dict[str, Operator]:
    """Return everybody who has a key, by name, with the roles of a day."""
    return {name: one for name, one in read_people(conn, day).items() if office.key_of(name)}


def fits(other: Operator, owner: Operator) -> bool:
    """Tell whether somebody who is not the owner signs nothing opposite the owner of a key."""
    opposite = all(OPPOSITE & set(one.roles) for one in (other, owner))
    return other.name != owner.name and not opposite


def opposite_finding(other: Operator, owner: str, fit: Sequence[str]) -> Finding:
    """Word that two people sign opposite each other, and who may help instead."""
    return Finding(
        code="RESET_OPPOSITE",
        message=f"{other.name}（{other.names()}）与{owner}在同一事项上互为签名人，"
        f"重置以后不能再与{owner}互相签名",
        clause=CLAUSE_SIGNED,
        remedy=f"由{owner}与{'或'.join(fit)}办理：prepay --as {fit[0]} operator reset {owner}",
    )


def no_key(name: str) -> Finding:
    """Word that somebody has no key that could be reset."""
    return Finding(
        code="KEY_MISSING",
        message=f"{name}没有登记过密钥，无从重置",
        remedy=f"登记：prepay operator add {name} --role 岗位，由另一人确认",
    )


def remove_roles(desk: Desk, name: str, *, dry_run: bool = False) -> None:
    """离岗 in an office that does not sign: an admin takes somebody's roles away."""
    with reading(desk.engine) as conn:
        people = read_operators(conn)
    if name not in people:
        raise Refused([unknown_person(name)])
    if findings := last_admin_findings(people, name, ()):
        raise Refused(findings)
    add_operator(desk, name, (), dry_run=dry_run)
