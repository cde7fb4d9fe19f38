"""操作员: who acts, in which roles; what the roles allow is asked of `duties`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.duties import may_act, role_words, together_findings

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A person who acts, with the roles held since `since`.

    `books` are the books that the person may look at and sign in; () is all of them.
    """

    name: str
    roles: tuple[str, ...]
    since: str = ""
    books: tuple[str, ...] = ()

    def may(self, duty: str) -> bool:
        """Return whether the person's roles allow a duty."""
        return may_act(duty, self.roles)

    def sees(self, book: str) -> bool:
        """Return whether a book is among the person's."""
        return in_books(book, self.books)

    def names(self) -> str:
        """List the roles in Chinese."""
        return role_words(self.roles)


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
