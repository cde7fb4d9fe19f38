"""Reads who may act on a day: the roles given, and those held by 代理."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.store.masters import read_operators
from ledger.store.signing.office import read_office

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.office import Office
    from ledger.masters.operator import Operator
    from ledger.masters.stand_in import StandIn


def read_people(conn: sa.Connection, day: date) -> dict[str, Operator]:
    """Read every operator with the roles that count on a day, by name.

    Where signing is on they are those that two people gave, and those of 代理 on that day.
    """
    people = read_operators(conn)
    office = read_office(conn)
    if not office.signing:
        return people
    return {
        name: one if name == SYSTEM_OPERATOR else as_on(office, one, day)
        for name, one in people.items()
    }


def read_stand_ins(conn: sa.Connection) -> tuple[StandIn, ...]:
    """Read every 代理, past and to come."""
    return read_office(conn).stand_ins


def as_on(office: Office, one: Operator, day: date) -> Operator:
    """Return somebody with the roles that the office knows of on a day."""
    stood = [stand_in for stand_in in office.stood_by(one.name) if stand_in.holds(day)]
    instead_of = {role: stand_in.instead_of for stand_in in stood for role in stand_in.roles}
    return replace(one, roles=office.roles_of(one.name, day), instead_of=instead_of)
