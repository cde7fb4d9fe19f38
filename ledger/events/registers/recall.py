"""收回通知 recall: the money is called back before its time (甘肃·六; 海南·七(一)).

What it calls back is whatever its hospital and year hold on the day; part returns reduce it, and
nothing left, or a lifting paper, closes it (`ledger/dues/recalls.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, OWNERSHIPS, RECALL_TRIGGERS
from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register
from ledger.policy.recalling import recall_due, trigger_row

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Mapping

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

FIELD = "trigger 收回情形"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Register):
    """A demand for early return of a year's prepayment; `date` is the day of the trigger.

    `notified_on` is the day of our own notice, `hospital_told_on` that on which the hospital told
    us (海南·七(一): 应及时通知经办机构); None where it did not.
    """

    KIND: ClassVar[str] = "recall"
    PAPERS: ClassVar[tuple[str, ...]] = ("recall-notice",)

    hospital: str = hospital_word()
    year: int = year_word()
    trigger: str = word("收回情形", words.as_trigger)
    notified_on: datetime.date = word("通知日期", words.as_date)
    hospital_told_on: datetime.date | None = word("医疗机构告知日期", words.as_date, default=None)
    reason: str = word("原因", words.as_text, default="")

    @classmethod
    def papers_needed(cls, held: Collection[str]) -> tuple[str, ...]:
        """A licence that the health department reports cancelled needs no notice of ours yet."""
        return ("licence-list",) if "licence-list" in held else cls.PAPERS

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a trigger that the policy does not list, or not for such a hospital."""
        yield from Register.findings(self, facts)
        rules = facts.rules(self.date, self.year)
        listed = rules.rows("recall_triggers")
        found, why = trigger_row(rules, self.trigger), RECALL_TRIGGERS[self.trigger]
        if found is None:
            yield self.refusal(
                "TRIGGER_NOT_LISTED",
                f"本账套适用的政策没有规定“{why}”应当收回",
                f"可填：{'、'.join(RECALL_TRIGGERS[row['trigger']] for row in listed)}",
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
        yield from self.ownership_findings(found, facts)

    def ownership_findings(self, row: Mapping[str, str], facts: Facts) -> Iterator[Finding]:
        """Refuse a trigger that is not for hospitals of this ownership."""
        why = RECALL_TRIGGERS[self.trigger]
        hospital = facts.hospitals.get(self.hospital)
        if hospital is not None and row["applies_to"] not in ("all", hospital.ownership):
            yield self.refusal(
                "TRIGGER_OWNERSHIP",
                f"“{why}”只适用于{OWNERSHIPS[row['applies_to']]}医疗机构，"
                f"{hospital.name}是{OWNERSHIPS[hospital.ownership]}",
                "核对收回情形和医疗机构的性质",
                clause=row["clause"],
                field=FIELD,
            )


def ends_agreement(event: Recall) -> bool:
    """Tell a recall that comes of the service agreement's end: 中止、解除, or its licence gone.

    海南·四(一) asks for twelve months in which the agreement was not suspended; what has ended
    has not gone on.
    """
    listed = any(paper.type == "licence-list" for paper in event.papers)
    return listed or event.trigger == "agreement-ended"


def notice_words(recall: Recall) -> str:
    """Write when who told whom, as `prepay enter` takes it."""
    told = f" --hospital-told-on {recall.hospital_told_on}" if recall.hospital_told_on else ""
    return f"--notified-on {recall.notified_on}{told}"


def uncalled_told(event: Recall, facts: Facts) -> Iterator[Finding]:
    """Return what the hospital owes another fund of the area, which this recall does not call back.

    The cases of 甘肃·六 and 海南·七(一) are the institution's: what either fund has lent it is due.
    """
    rules = facts.rules(event.date, event.year)
    row = trigger_row(rules, event.trigger)
    name = facts.hospital_name(event.hospital)
    papers = " ".join(f"--paper {one.type}:{one.number}:{one.date}" for one in event.papers)
    for owed in facts.uncalled.get(event.hospital, ()):
        fund = FUNDS[owed.book.rpartition("/")[2]]
        own = FUNDS[facts.book.fund]
        yield event.refusal(
            "RECALL_OTHER_FUND",
            f"{name}在{fund}账套还有 {owed.year}年度预付金 {grouped(owed.amount_fen)} 没有收回，"
            f"这份收回通知只登记在{own}账套，不收那一笔",
            f"{fund}账套也登记一份：prepay enter 收回通知 --book {owed.book} "
            f"--hospital {event.hospital} --year {owed.year} --trigger {event.trigger} "
            f"--date {event.date} {notice_words(event)} {papers}",
            clause=row["clause"] if row is not None else rules.clause("recall_triggers"),
            field="hospital 医疗机构编码",
        )


def due_told(event: Recall, facts: Facts) -> Iterator[Finding]:
    """Return until when the money is due, where the notice counts days (海南·七(一); A-23)."""
    rules = facts.rules(event.date, event.year)
    due = recall_due(
        rules,
        event.trigger,
        happened=event.date,
        notified=event.notified_on,
        told=event.hospital_told_on,
    )
    if due.problem is not None:
        yield event.refusal(
            due.problem.code, due.problem.message, due.problem.remedy, clause=due.problem.clause
        )
    elif due.date is not None:
        others = "、".join(f"{day}" for day in due.others)
        either = f"；起算日尚未选定，按别的读法为 {others}" if others else ""
        instead = f"；{due.remark}" if due.remark else ""
        yield event.refusal(
            "RECALL_DUE",
            f"{facts.hospital_name(event.hospital)}应于 {due.date} 前全额退回{either}{instead}",
            "通知书上写明这一天"
            + ("；由会计主管选定起算日：prepay policy choose recall_days_from" if others else ""),
            clause=due.clause,
            field="date 日期",
        )
