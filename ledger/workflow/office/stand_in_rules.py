"""What is asked of a 代理: whose roles, for which days, by which paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import ROLES
from ledger.masters.duties import together_findings
from ledger.store.signing.people import read_people

if TYPE_CHECKING:
    from ledger.masters.operator import Operator
    from ledger.workflow.office.kinds import OfficeCase

CLAUSE_STAND_IN = "《会计基础工作规范》第三十三条"


def check_stand_in(case: OfficeCase) -> list[Finding]:
    """Say why somebody may not stand in for another, all at once."""
    since = date.fromisoformat(case.word("since"))
    people = read_people(case.conn, since)
    names = (case.subject, case.word("instead_of"))
    unknown = [unknown_to_office(name) for name in names if not is_known(case, people, name)]
    if unknown:
        return unknown
    stand_in, absent = (people[name] for name in names)
    return [
        *role_findings_of(case, stand_in, absent),
        *together_findings(stand_in.name, (*stand_in.roles, *case.words("role"))),
        *day_findings(case),
        *paper_findings(case),
    ]


def is_known(case: OfficeCase, people: dict[str, Operator], name: str) -> bool:
    """Tell somebody whom the office knows, with a key to sign by."""
    return name in people and case.office.key_of(name) is not None


def unknown_to_office(name: str) -> Finding:
    """Word that nobody is called so who could sign."""
    return Finding(
        code="OPERATOR_UNKNOWN",
        message=f"没有登记过密钥的操作员“{name}”，不能办理代理",
        remedy=f"先登记：prepay operator add {name} --role 岗位，由另一人确认",
    )


def role_findings_of(case: OfficeCase, stand_in: Operator, absent: Operator) -> list[Finding]:
    """Say which roles are not the absent person's own, or are held by who would stand in."""
    asked = set(case.words("role"))
    if stand_in.name == absent.name:
        return [wrong_stand_in(case, "不能代理自己")]
    why = [f"{absent.name}没有“{ROLES[role]}”岗位" for role in asked.difference(absent.own_roles())]
    why += [
        f"{stand_in.name}已有“{ROLES[role]}”岗位" for role in asked.intersection(stand_in.roles)
    ]
    return [wrong_stand_in(case, one) for one in sorted(why)]


def wrong_stand_in(case: OfficeCase, why: str) -> Finding:
    """Word that somebody cannot stand in so."""
    return Finding(
        code="STAND_IN_ROLE",
        message=f"{case.subject}不能这样代理{case.word('instead_of')}：{why}",
        clause=CLAUSE_STAND_IN,
        remedy="岗位见 prepay operator list；代理来的岗位不能再转由别人代理",
    )


def day_findings(case: OfficeCase) -> list[Finding]:
    """Say why the days are none for a 代理: it begins today or later, and ends by itself."""
    since, until = case.word("since"), case.word("until")
    today = case.desk.today().isoformat()
    begun = not case.confirmer and since < today
    if since <= until >= today and not begun:
        return []
    return [
        Finding(
            code="STAND_IN_DAYS",
            message=f"代理的起止日 {since} 至 {until} 不能用（今天 {today}）",
            clause=CLAUSE_STAND_IN,
            remedy="起始日不早于今天，截止日不早于起始日；到期自行终止，要延长的另办一次",
        )
    ]


def paper_findings(case: OfficeCase) -> list[Finding]:
    """Ask for the paper by which the head of the office named who stands in."""
    if case.word("paper").strip():
        return []
    return [
        Finding(
            code="STAND_IN_PAPER",
            message=f"{case.subject}代理{case.word('instead_of')}没有写明依据的文件",
            clause=CLAUSE_STAND_IN,
            remedy="加上 --paper 文号（单位负责人指定代理的文件）",
        )
    ]
