"""收回通知 recall: the money is called back before its time (甘肃·六; 海南·七(一))."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import OWNERSHIPS, RECALL_TRIGGERS
from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

FIELD = "trigger 收回情形"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Register):
    """A demand for early return of a year's prepayment; `date` is the day of the trigger."""

    KIND: ClassVar[str] = "recall"
    PAPERS: ClassVar[tuple[str, ...]] = ("recall-notice",)

    hospital: str = hospital_word()
    year: int = year_word()
    trigger: str = word("收回情形", words.as_trigger)
    notified_on: datetime.date = word("通知日期", words.as_date)
    reason: str = word("原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a trigger that the policy does not list, or not for such a hospital."""
        yield from Register.findings(self, facts)
        rules = facts.rules(self.date)
        listed = {row["trigger"]: row for row in rules.rows("recall_triggers")}
        found, why = listed.get(self.trigger), RECALL_TRIGGERS[self.trigger]
        if found is None:
            yield self.refusal(
                "TRIGGER_NOT_LISTED",
                f"本账套适用的政策没有规定“{why}”应当收回",
                f"可填：{'、'.join(RECALL_TRIGGERS[name] for name in listed)}",
                clause=rules.clause("recall_triggers"),
                field=FIELD,
            )
            return
        if self.trigger == "other" and not self.reason:
            yield self.refusal(
                "REASON_MISSING",
                f"“{why}”应写明是哪一种情形、依据哪一条",
                "填写原因（reason）",
                clause=found["clause"],
                field="reason 原因",
            )
        hospital = facts.hospitals.get(self.hospital)
        if hospital is not None and found["applies_to"] not in ("all", hospital.ownership):
            yield self.refusal(
                "TRIGGER_OWNERSHIP",
                f"“{why}”只适用于{OWNERSHIPS[found['applies_to']]}医疗机构，"
                f"{hospital.name}是{OWNERSHIPS[hospital.ownership]}",
                "核对收回情形和医疗机构的性质",
                clause=found["clause"],
                field=FIELD,
            )
