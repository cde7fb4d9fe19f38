"""What was found and explained by two people (验证事项说明): told, and never unsound.

Only the codes of `ACKNOWLEDGED` can be: a fault of money, papers or the chain stays one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.terms import ACKNOWLEDGED
from ledger.events.registers.acknowledgement import Acknowledgement, explains_own, finding_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding

#: What can be explained, as `verify` codes it.
EXPLAINABLE = frozenset(finding_code(word) for word in ACKNOWLEDGED)
#: A finding's fingerprint: its code, and the business key of the fact.
Fingerprint = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A finding with the reason on record and who stands for it."""

    finding: Finding
    reason: str
    prepared_by: str
    approved_by: str

    def told(self) -> str:
        """Tell it in a sentence."""
        people = f"{self.prepared_by} 说明，{self.approved_by} 审核"
        return f"{self.finding.message}：{self.reason}（{people}）"


def explanations(stored: Stored) -> dict[Fingerprint, Row]:
    """Collect the explanations that stand in a book, by what they explain.

    One that was withdrawn counts no longer, and none counts that the very person approved
    whose approval it explains.
    """
    approved = {row["key"]: row["approved_by"] for row in stored.rows()}
    found: dict[Fingerprint, Row] = {}
    for row in standing_explanations(stored):
        words = said(row)
        event = words.get("event", "")
        if not explains_own(approved.get(event, ""), row["approved_by"]):
            found[finding_code(words.get("finding", "")), event] = row
    return found


def standing_explanations(stored: Stored) -> list[Row]:
    """List the explanations of a book that were not withdrawn."""
    rows = stored.rows()
    gone = {said(row).get("event") for row in rows if row["kind"] == "withdrawal"}
    return [row for row in rows if row["kind"] == Acknowledgement.KIND and row["key"] not in gone]


def explainable(finding: Finding) -> bool:
    """Return what may be explained: it names its fact, and is on the list."""
    return finding.code in EXPLAINABLE and bool(finding.fact)


def said(row: Row) -> dict[str, str]:
    """Read what a 登记事项 says; what cannot be read says nothing (and breaks the chain)."""
    try:
        words = json.loads(row["content"])
    except ValueError:
        return {}
    return words if isinstance(words, dict) else {}


def parted(
    findings: Iterable[Finding], known: Mapping[Fingerprint, Row]
) -> tuple[list[Finding], list[Explained]]:
    """Part findings into those that stand and those that are explained."""
    stand: list[Finding] = []
    explained: list[Explained] = []
    for finding in findings:
        row = known.get((finding.code, finding.fact))
        if row is None or not explainable(finding):
            stand.append(finding)
            continue
        explained.append(
            Explained(
                finding=finding,
                reason=said(row).get("reason", ""),
                prepared_by=row["prepared_by"],
                approved_by=row["approved_by"],
            )
        )
    return stand, explained
