"""Who may do what: the one home of duties, asked when somebody acts and by `verify` afterwards.

A duty is a role, or an act that stands on one of several roles. Nobody approves what they
prepared themselves. Whoever handles the money (出纳) approves, posts and closes nothing and draws
up no 余额调节表. 制单 and 记账, 审核 and 记账 may be one person.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import ROLES, SYSTEM_OPERATOR

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CLAUSE_CASHIER = "《会计基础工作规范》第十二条"
CLAUSE_DUTIES = "财会〔2024〕12号·二十一(二)"

#: The acts that stand on one of several roles, or that not everybody of a role does.
REVIEWER, BANK_CLERK, ADJUSTER, SIGNER, CHOOSER, PROPOSER = (
    "reviewer",
    "bank-clerk",
    "adjuster",
    "signer",
    "chooser",
    "proposer",
)
STANDS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # 审核: an approver, or the chief what is irregular (design 2.12).
        REVIEWER: ("approver", "chief"),
        # 对账单导入、勾对: either may prepare, and the cashier never approves.
        BANK_CLERK: ("preparer", "cashier"),
        # 编制余额调节表.
        ADJUSTER: ("preparer",),
        # 签章: the cashier signs what moves money, the chief any voucher.
        SIGNER: ("cashier", "chief"),
        # 选定、确认政策口径; one of the two people is a chief.
        CHOOSER: ("chief", "preparer", "approver", "admin"),
        # 提出采用政策方案.
        PROPOSER: ("preparer", "chief", "admin"),
    }
)
#: What nobody does who handles the money (出纳).
NEVER_CASHIER = frozenset({"approver", "poster", "chief", ADJUSTER})

NOBODY: Mapping[str, str] = MappingProxyType({})


def roles_for(duty: str) -> tuple[str, ...]:
    """List the roles of which any one allows a duty, the usual one first."""
    return STANDS_ON.get(duty, (duty,))


def barred_to_cashier(duty: str, held: Collection[str]) -> bool:
    """Tell a duty that somebody may not do who is the cashier beside it."""
    return duty in NEVER_CASHIER and "cashier" in held


def roles_acting(duty: str, held: Collection[str]) -> list[str]:
    """List the roles in which somebody who holds these may do a duty."""
    if barred_to_cashier(duty, held):
        return []
    return [role for role in roles_for(duty) if role in held and not barred_to_cashier(role, held)]


def may_act(duty: str, held: Collection[str]) -> bool:
    """Return whether whoever holds these roles may do a duty: asked then and by verify."""
    return bool(roles_acting(duty, held))


def is_second(by: str, prepared_by: str) -> bool:
    """Tell whether somebody may be the other hand on what was prepared: never the same person."""
    return by != prepared_by


def may_approve(by: str, held: Collection[str], prepared_by: str) -> bool:
    """Return whether whoever holds these roles may approve what somebody prepared."""
    return is_second(by, prepared_by) and may_act("approver", held)


def role_to_approve(*, chief: bool, irregular: bool, prepared_by: str) -> str:
    """Name the role that approves a fact.

    The chief approves what is irregular, what the program itself made, and the kinds that say
    so (`Event.CHIEF`); an approver everything else.
    """
    return "chief" if chief or irregular or prepared_by == SYSTEM_OPERATOR else "approver"


def role_to_post(prepared_by: str) -> str:
    """Name the role that posts a fact: what the program makes is posted by the chief who closes."""
    return "chief" if prepared_by == SYSTEM_OPERATOR else "poster"


def duty_findings(name: str, held: Collection[str], duty: str, what: str) -> list[Finding]:
    """Say why somebody who holds these roles may not do a duty; `what` is the act in words."""
    if may_act(duty, held):
        return []
    usual = roles_for(duty)[0]
    having = [role for role in roles_for(duty) if role in held] or [usual]
    lacking = [role_missing(name, held, usual, what)] * (having[0] not in held)
    barred = any(barred_to_cashier(one, held) for one in (duty, *having))
    return [*lacking, *[cashier_finding(name, what)] * barred]


def role_words(roles: Collection[str], instead_of: Mapping[str, str] = NOBODY) -> str:
    """List roles in Chinese; one that is held by 代理 with whose it is."""
    stood = {role: f"（代{name}）" for role, name in instead_of.items()}
    return "、".join(ROLES[role] + stood.get(role, "") for role in roles)


def role_missing(name: str, held: Collection[str], role: str, what: str) -> Finding:
    """Word that a person lacks the role that an act asks for."""
    return Finding(
        code="ROLE_MISSING",
        message=f"{what}需要“{ROLES[role]}”岗位，{name} 现有：{role_words(held)}",
        clause=CLAUSE_DUTIES,
        remedy=f"由有“{ROLES[role]}”岗位的人办理，或由管理员用 prepay operator add 授予",
    )


def cashier_finding(name: str, what: str) -> Finding:
    """Word that the cashier does not do this."""
    return Finding(
        code="CASHIER_DUTIES",
        message=f"{name} 是出纳，不得{what}",
        clause=CLAUSE_CASHIER,
        remedy="由另一人办理",
    )


def together_findings(name: str, roles: Collection[str]) -> list[Finding]:
    """Say why one person may not hold these roles together."""
    if not any(barred_to_cashier(role, roles) for role in roles):
        return []
    return [
        Finding(
            code="CASHIER_DUTIES",
            message=f"{name} 不能同时担任 {role_words(roles)}："
            "出纳不得兼任稽核和债权债务账目的登记",
            clause=CLAUSE_CASHIER,
            remedy="审核、记账、会计主管由另一人担任",
        )
    ]
