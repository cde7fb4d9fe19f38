"""两人办理: of the two who settle a fact of the office one leads; asked then, and by verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.masters.office import HANDOVER, STAND_IN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.masters.office import Office

#: What an admin may settle with somebody while the chief is away: who stands in, who takes over.
WITHOUT_CHIEF = frozenset({STAND_IN, HANDOVER})


def leading_roles(office: Office, kind: str, day: date) -> tuple[str, ...]:
    """Name the roles of which one of the two must be: a chief, where there is one with a key."""
    chiefs = [name for name in office.keys if office.may(name, "chief", day)]
    return ("chief", "admin") if kind in WITHOUT_CHIEF or not chiefs else ("chief",)


def is_led(office: Office, kind: str, people: Iterable[str], day: date) -> bool:
    """Tell whether one of the people who settle a fact leads."""
    roles = leading_roles(office, kind, day)
    return any(office.may(name, role, day) for name in people for role in roles)
