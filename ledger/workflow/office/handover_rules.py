"""What is asked of a 交接: who hands over, who takes over, who looks on, and by which list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.masters.duties import role_words
from ledger.masters.operator import Operator
from ledger.store.masters import give_roles, read_operators
from ledger.store.signing.people import read_people
from ledger.workflow.office.handover_lists import lists_digest, read_handover

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.office.kinds import OfficeCase

CLAUSE_HANDOVER = "《会计基础工作规范》第二十五条"
CLAUSE_WITNESS = "《会计基础工作规范》第二十八条"


def check_handover(case: OfficeCase) -> list[Finding]:
    """Say why somebody may not hand over so, all at once."""
    people = read_people(case.conn, case.desk.clock_day())
    names = (case.subject, case.word("to"), case.word("witness"))
    if strange := [name for name in names[:2] if name not in people]:
        return [wrong_handover(case, f"没有名为“{name}”的操作员") for name in strange]
    return [
        *three_findings(case, names),
        *hands_findings(case, people),
        *uncovered_findings(case, people),
        *changed_findings(case),
    ]


def wrong_handover(case: OfficeCase, why: str, clause: str = CLAUSE_HANDOVER) -> Finding:
    """Word that a 交接 cannot be so."""
    return Finding(
        code="HANDOVER_PEOPLE",
        message=f"{case.subject}不能这样办理交接：{why}",
        clause=clause,
        remedy="写明三人：prepay operator handover 移交人 --to 接替人 --witness 监交人",
    )


def three_findings(case: OfficeCase, names: tuple[str, ...]) -> list[Finding]:
    """Ask for three different people."""
    if len(set(names)) == len(names) and all(names):
        return []
    return [wrong_handover(case, "移交人、接替人、监交人应是三个人", CLAUSE_WITNESS)]


def hands_findings(case: OfficeCase, people: Mapping[str, Operator]) -> list[Finding]:
    """Ask who signs: whoever hands over, or the chief where they are away; then another."""
    found = []
    proposer = people[case.proposer]
    if case.proposer != case.subject and not proposer.may("chief"):
        found.append(wrong_handover(case, "由移交人本人提出；本人不在的，由会计主管代办"))
    if case.confirmer and case.confirmer not in (case.word("to"), case.word("witness")):
        found.append(wrong_handover(case, "由接替人或监交人确认", CLAUSE_WITNESS))
    return found


def uncovered_findings(case: OfficeCase, people: Mapping[str, Operator]) -> list[Finding]:
    """Say which roles nobody would hold once they have ended."""
    own = people[case.subject].own_roles()
    if not own:
        return [wrong_handover(case, f"{case.subject}没有岗位可以移交")]
    others = [one for one in people.values() if one.name != case.subject]
    missing = [role for role in own if not any(role in one.own_roles() for one in others)]
    if not missing:
        return []
    named = role_words(missing)
    return [
        Finding(
            code="HANDOVER_UNCOVERED",
            message=f"{case.subject}交接以后，没有人有“{named}”岗位",
            clause=CLAUSE_HANDOVER,
            remedy=f"先授予接替人：prepay operator add {case.word('to')} --role {named}",
        )
    ]


def changed_findings(case: OfficeCase) -> list[Finding]:
    """Say that what is open is no longer what was printed and signed."""
    day = date.fromisoformat(case.word("day"))
    now = lists_digest(read_handover(case.desk, case.conn, case.subject, day))
    if now == case.word("lists"):
        return []
    return [
        Finding(
            code="HANDOVER_CHANGED",
            message=f"移交清册打印以后，{case.subject}移交的事项有了变化",
            clause=CLAUSE_HANDOVER,
            remedy=f"撤回后重新编制：prepay operator withdraw {case.subject}",
        )
    ]


def take_handover(case: OfficeCase) -> None:
    """Let the roles of whoever handed over end."""
    books = read_operators(case.conn)[case.subject].books
    operator = Operator(name=case.subject, roles=(), since=case.desk.now(), books=books)
    give_roles(case.conn, operator, case.proposer)
