"""操作员: who acts, in which roles; what the roles allow is asked of `duties`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.duties import may_act, role_words, roles_for, together_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A person who acts, with the roles held since `since`.

    `books` are the books that the person may look at and sign in; () is all of them. `instead_of`
    names for each role held by 代理 today whose it is; such a role is among `roles`.
    """

    name: str
    roles: tuple[str, ...]
    since: str = ""
    books: tuple[str, ...] = ()
    instead_of: Mapping[str, str] = field(default_factory=dict)

    def may(self, duty: str) -> bool:
        """Return whether the person's roles allow a duty."""
        return may_act(duty, self.roles)

    def sees(self, book: str) -> bool:
        """Return whether a book is among the person's."""
        return in_books(book, self.books)

    def names(self) -> str:
        """List the roles in Chinese; of one held by 代理 whose it is."""
        return role_words(self.roles, self.instead_of)

    def standing_in(self, duty: str) -> str:
        """Name the person instead of whom a duty is done by 代理; "" where there is none."""
        if may_act(duty, self.own_roles()):
            return ""
        return next(
            (self.instead_of[role] for role in roles_for(duty) if role in self.instead_of), ""
        )

    def own_roles(self) -> list[str]:
        """List the roles that are not held by 代理."""
        return [role for role in self.roles if role not in self.instead_of]


def in_books(book: str, books: Collection[str]) -> bool:
    """Return whether a book is among those that somebody was given; none named are all."""
    return not books or book in books


def role_findings(name: str, roles: tuple[str, ...]) -> list[Finding]:
    """Say why a person may not be given these roles."""
    findings = []
    if not is_name(name):
        findings.append(
            Finding(
                code="OPERATOR_NAME",
                message=f"操作员姓名“{name}”不能使用",
                remedy="写本人姓名，前后不留空格，不超过 40 字；system 是程序自己的名字",
            )
        )
    return [*findings, *together_findings(name, roles)]


def is_name(name: str) -> bool:
    """Return whether a person may be called so: the program's own name is nobody's."""
    return 0 < len(name) <= 40 and name == name.strip() and name != SYSTEM_OPERATOR
