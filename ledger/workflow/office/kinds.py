"""What a kind of fact of the office is: who settles it, what is asked, what it brings about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.basis.errors import Finding
    from ledger.masters.office import Office
    from ledger.workflow.desk import Desk

#: Everybody who works on the books; who only looks (查询) settles nothing.
WORKING = ("chief", "admin", "approver", "poster", "preparer", "cashier")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCase:
    """A fact of the office that is being settled: what it says, and how the office stands."""

    desk: Desk
    conn: sa.Connection
    office: Office
    kind: str
    subject: str
    pairs: tuple[Pair, ...]
    #: Who proposed and who confirms; the second is empty while it is only proposed.
    proposer: str
    confirmer: str = ""

    def word(self, name: str) -> str:
        """Return what it says under a name; empty where it says nothing."""
        return dict(self.pairs).get(name, "")

    def words(self, name: str) -> tuple[str, ...]:
        """List what it says under a name that stands more than once."""
        return tuple(value for key, value in self.pairs if key == name)


def nothing_asked(_: OfficeCase) -> list[Finding]:
    """Ask nothing more of a fact than that two people settle it."""
    return []


def nothing_done(_: OfficeCase) -> None:
    """Bring nothing about beside the fact itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind:
    """A kind of fact: its name, and who may propose and confirm it.

    `check` says why it may not be, when it is proposed and again when it is confirmed; `take`
    writes what follows from it in the tables, once it is chained.
    """

    name: str
    proposers: tuple[str, ...] = WORKING
    confirmers: tuple[str, ...] = WORKING
    check: Callable[[OfficeCase], list[Finding]] = nothing_asked
    take: Callable[[OfficeCase], None] = nothing_done
