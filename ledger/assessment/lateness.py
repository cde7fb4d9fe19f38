"""逾期: what of last year was late, and whether it counts for a fund (甘肃·四; 海南·五(五))."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.assessment.values import LateOwed
from ledger.basis.errors import Finding, Refused
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS
from ledger.policy.late_bars import (
    BARS,
    BEFORE_OFFSET,
    NAME,
    NOT_OFFSET,
    UNDECIDED,
    UNRECOVERABLE,
    decide,
    late_verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import Applicant, Doubt, Record

NONE: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """What was late by fund and touches this one; whether it counts, and by which reading.

    `doubted` says which of it is late by one reading only (A-30, A-33), `why` what counts by the
    reading of A-25.
    """

    by_fund: Mapping[str, int]
    counts: bool
    doubted: str
    why: str


def lateness_of(applicant: Applicant, fund: str, year: int, rules: AssessmentRules) -> Lateness:
    """Work out what was late and counts in a fund: asked only where it matters (A-22, A-24, A-25).

    What is still out and nobody has decided upon is refused, never taken as nothing.
    """
    sure = [doubt for doubt in applicant.record.doubts if is_late(doubt, rules)]
    doubted = f"（{'，'.join(doubt.told for doubt in sure)}）" if sure else ""
    every, unrepaid, unsettled = (with_doubts(owed, sure) for owed in applicant.record.owed())
    late = touching(every, fund, rules)
    if not late or not rules.clause(NAME):
        return Lateness(by_fund=late, counts=bool(late), doubted=doubted, why="")
    own, out = touching(unrepaid, fund, rules), touching(unsettled, fund, rules)
    not_offset, undecided = by_decision(applicant, out)
    verdict = late_verdict(
        rules, unrepaid=bool(own), not_offset=bool(not_offset), undecided=bool(undecided)
    )
    if verdict == UNDECIDED:
        raise Refused([undecided_finding(applicant, undecided, year, rules)])
    why = why_late(rules, own, not_offset)
    return Lateness(by_fund=late, counts=verdict == BARS, doubted=doubted, why=why)


def by_decision(
    applicant: Applicant, out: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Tell what is out by fund: what was found not to be offset, and what nobody decided upon."""
    decided = applicant.record.decided
    not_offset = {owed: fen for owed, fen in out.items() if decided.get(owed) == NOT_OFFSET}
    undecided = {owed: fen for owed, fen in out.items() if owed not in decided}
    return not_offset, undecided


def why_late(
    rules: AssessmentRules, unrepaid: Mapping[str, int], not_offset: Mapping[str, int]
) -> str:
    """Say what makes lateness count under the reading that was chosen."""
    told = {
        BEFORE_OFFSET: ("冲抵以前没有还清", unrepaid),
        UNRECOVERABLE: ("登记为无法抵扣", not_offset),
    }
    named = told.get(rules.text(NAME)) if rules.has(NAME) else None
    return f"，{named[0]} {grouped(sum(named[1].values()))}" if named else ""


def with_doubts(owed: LateOwed, doubts: Iterable[Doubt]) -> LateOwed:
    """Add what is late by the reading that holds: it was never returned, by itself or by offset."""
    late, inherited = dict(owed.late), dict(owed.inherited)
    for doubt in doubts:
        late[doubt.fund] = late.get(doubt.fund, 0) + doubt.first_fen
        inherited[doubt.fund] = inherited.get(doubt.fund, 0) + doubt.more_fen
    return LateOwed(late=late, inherited=inherited)


def is_late(doubt: Doubt, rules: AssessmentRules) -> bool:
    """Return whether what is late by one reading only is late by the reading that holds."""
    if doubt.choice == "old_default":
        return rules.has("old_default") and rules.text("old_default") == "until_returned"
    return rules.has("paid_after_deadline") and rules.text("paid_after_deadline") == "late"


def touching(owed: LateOwed, fund: str, rules: AssessmentRules) -> dict[str, int]:
    """Return what was late and touches a fund."""
    left = late_by_owner(owed, rules)
    if fund in left:
        return {fund: left[fund]}
    if not left:
        return {}
    return left if rules.text("late_scope") == "all" else {}


def late_by_owner(owed: LateOwed, rules: AssessmentRules) -> dict[str, int]:
    """Return what was late in each fund, with what was inherited where that follows the debt."""
    late = Counter(owed.late)
    inherited = {heir: fen for heir, fen in owed.inherited.items() if fen}
    if inherited and rules.text("successor_sanction") == "follows":
        late.update(inherited)
    return {owner: fen for owner, fen in sorted(late.items()) if fen}


def undecided_finding(
    applicant: Applicant, undecided: Mapping[str, int], year: int, rules: AssessmentRules
) -> Finding:
    """Ask a person whether what is still out can be offset."""
    hospital = applicant.hospital
    assert applicant.application is not None, hospital.code
    area = applicant.application.book.partition("/")[0]
    remedies = [
        decide(book=f"{area}/{one}", hospital=hospital.code, year=year) for one in undecided
    ]
    out = "，".join(f"{FUNDS[one]}还差{grouped(fen)}" for one, fen in undecided.items())
    return Finding(
        code="OFFSET_UNDECIDED",
        message=f"{hospital.name}上年未按时全额返还，{out}；能否抵扣待定，"
        f"不能判定是否受理{year}年度的申请",
        remedy="；".join(remedies),
        clause=rules.clause(NAME),
        field="hospital 医疗机构编码",
    )


def certain(record: Record, fund: str, rules: AssessmentRules) -> Record:
    """Keep of a record what every reading of an open choice says (A-22, A-24)."""
    every, unrepaid, unsettled = (certain_owed(one, fund, rules) for one in record.owed())
    return replace(
        record,
        late=every.late,
        inherited=every.inherited,
        unrepaid=unrepaid,
        unsettled=unsettled,
    )


def certain_owed(owed: LateOwed, fund: str, rules: AssessmentRules) -> LateOwed:
    """Keep of what was late what every reading of an open choice says."""
    late = owed.late if rules.has("late_scope") else {fund: owed.late.get(fund, 0)}
    if rules.has("successor_sanction"):
        return LateOwed(late=late, inherited=owed.inherited)
    held = {one: fen + min(owed.inherited.get(one, 0), 0) for one, fen in late.items()}
    return LateOwed(late=held, inherited=NONE)
