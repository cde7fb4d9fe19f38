"""Which drafts a person may approve, and what is refused: own drafts, roles, 核定."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import EVENT_KINDS
from ledger.masters.duties import duty_findings, role_to_approve
from ledger.workflow.drafting.trial import PROPOSED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ledger.masters.operator import Operator
    from ledger.voucher.draft import Draft


def without_assessed(drafts: Sequence[Draft], *, named: bool) -> tuple[list[Draft], list[Finding]]:
    """Leave out what belongs to a 核定, refused where it was named.

    Where nothing is named, so is an explanation of what was found: it is looked at by itself,
    by somebody it does not concern.
    """
    whole = list(filterfalse(assessed, drafts))
    if named:
        return whole, list(map(assessed_finding, filter(assessed, drafts)))
    return [draft for draft in whole if not draft.event.CHIEF], []


def without_approvers(
    operator: Operator, drafts: list[Draft], *, named: bool
) -> tuple[list[Draft], list[Finding]]:
    """Leave out the units that only an approver approves, refused to a chief who names them.

    What a special case is put right by goes with it: the chief approves the unit whole.
    """
    if operator.may("approver"):
        return drafts, []
    ordinary = ordinary_units(drafts)
    name, held = operator.name, operator.roles
    refused = duty_findings(name, held, "approver", "审核") if named and ordinary else []
    return beside_units(drafts, ordinary), refused


def ordinary_units(drafts: Sequence[Draft]) -> set[str]:
    """Name the units that an approver approves: those with a special case are the chief's."""
    ordinary = {draft.unit for draft in drafts if asked_of(draft) == "approver"}
    return ordinary - {draft.unit for draft in drafts if draft.event.irregular}


def chief_findings(operator: Operator, drafts: Iterable[Draft]) -> list[Finding]:
    """Refuse what only the chief approves to anybody else."""
    if operator.may("chief"):
        return []
    return [chief_finding(draft) for draft in drafts if asked_of(draft) == "chief"]


def stood_for(operator: Operator, drafts: Iterable[Draft]) -> str:
    """Name the person instead of whom drafts are approved by 代理; "" where there is none."""
    return next(filter(None, (operator.standing_in(asked_of(draft)) for draft in drafts)), "")


def asked_of(draft: Draft) -> str:
    """Name the role that approves a draft."""
    return role_to_approve(
        chief=draft.event.CHIEF,
        irregular=draft.event.irregular,
        prepared_by=draft.prepared_by,
    )


def assessed(draft: Draft) -> bool:
    """Tell a draft of a 核定, which belongs to a sheet."""
    return draft.event.KIND in PROPOSED


def assessed_finding(draft: Draft) -> Finding:
    """Word that a 核定 is approved as a whole."""
    return Finding(
        code="ASSESSED_WHOLE",
        message=f"{draft.event.key} 是 {draft.event.year} 年度核定的一部分，核定整份审核",
        clause="财会〔2024〕12号·二十一(二)",
        remedy=f"用 prepay assess approve --year {draft.event.year}",
        key=draft.event.key,
    )


def own_finding(draft: Draft) -> Finding:
    """Word that nobody approves their own draft."""
    return Finding(
        code="OWN_DRAFT",
        message=f"{draft.event.key} 是 {draft.prepared_by} 本人制单，不能由本人审核",
        clause="财会〔2024〕12号·二十一(二)",
        remedy="由另一位审核人办理",
        key=draft.event.key,
    )


def chief_finding(draft: Draft) -> Finding:
    """Word that a special case, or an explanation of what was found, needs the chief."""
    what = "特殊情况" if draft.event.irregular else EVENT_KINDS[draft.event.KIND]
    return Finding(
        code="IRREGULAR_CHIEF",
        message=f"{draft.event.key} 是{what}，须由会计主管审核",
        clause="《会计基础工作规范》第七十四条",
        remedy="由有“会计主管”岗位的人审核",
        key=draft.event.key,
    )


def beside_units(drafts: Iterable[Draft], units: Collection[str]) -> list[Draft]:
    """Leave out the drafts of some units."""
    return [draft for draft in drafts if draft.unit not in units]
