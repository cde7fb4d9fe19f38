"""操作员: who may prepare, approve, post, close; and what one person may not hold together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import ROLES, SYSTEM_OPERATOR

if TYPE_CHECKING:
    from collections.abc import Collection

CLAUSE_CASHIER = "《会计基础工作规范》第十二条"
CLAUSE_DUTIES = "财会〔2024〕12号·二十一(二)"
#: What nobody is who handles the money (出纳): asked when roles are given, at every act, by verify.
NEVER_CASHIER = frozenset({"approver", "poster", "chief"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A person who acts, with the roles held since `since`.

    `books` are the books that the person may look at and sign in; () is all of them.
    """

    name: str
    roles: tuple[str, ...]
    since: str = ""
    books: tuple[str, ...] = ()

    def may(self, role: str) -> bool:
        """Return whether the person holds a role, and is no cashier who is barred from it."""
        return may_act(role, self.roles)

    def sees(self, book: str) -> bool:
        """Return whether a book is among the person's."""
        return in_books(book, self.books)

    def names(self) -> str:
        """List the roles in Chinese."""
        return "、".join(ROLES[role] for role in self.roles)


def in_books(book: str, books: Collection[str]) -> bool:
    """Return whether a book is among those that somebody was given; none named are all."""
    return not books or book in books


def barred_to_cashier(role: str, held: Collection[str]) -> bool:
    """Tell a role that somebody may not act in who is the cashier beside it."""
    return role in NEVER_CASHIER and "cashier" in held


def may_act(role: str, held: Collection[str]) -> bool:
    """Return whether whoever holds these roles may act in one of them: asked then and by verify."""
    return role in held and not barred_to_cashier(role, held)


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
    if any(barred_to_cashier(role, roles) for role in roles):
        held = "、".join(ROLES[role] for role in roles)
        findings.append(
            Finding(
                code="CASHIER_DUTIES",
                message=f"{name} 不能同时担任 {held}：出纳不得兼任稽核和债权债务账目的登记",
                clause=CLAUSE_CASHIER,
                remedy="审核、记账、会计主管由另一人担任",
            )
        )
    return findings


def is_name(name: str) -> bool:
    """Return whether a person may be called so: the program's own name is nobody's."""
    return 0 < len(name) <= 40 and name == name.strip() and name != SYSTEM_OPERATOR


def duty_findings(operator: Operator, role: str, what: str) -> list[Finding]:
    """Say why a person may not do what a role does; a cashier never does what a chief does."""
    findings = []
    if role not in operator.roles:
        findings.append(
            Finding(
                code="ROLE_MISSING",
                message=f"{what}需要“{ROLES[role]}”岗位，{operator.name} 现有：{operator.names()}",
                clause=CLAUSE_DUTIES,
                remedy=f"由有“{ROLES[role]}”岗位的人办理，或由管理员用 prepay operator add 授予",
            )
        )
    if barred_to_cashier(role, operator.roles):
        findings.append(
            Finding(
                code="CASHIER_DUTIES",
                message=f"{operator.name} 是出纳，不得{what}",
                clause=CLAUSE_CASHIER,
                remedy="由另一人办理",
            )
        )
    return findings
