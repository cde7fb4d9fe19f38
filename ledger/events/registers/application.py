"""申请 application: a hospital asks for a year's prepayment (甘肃·二; 海南·四、五(一)).

It carries the evidence of the eligibility check list, each with its date; what is left out
counts as not shown. One application serves both funds of the area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.errors import Refused
from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Register):
    """A hospital's application for prepayment year `year`; `date` is the day it came in.

    `undertaken_from` and `undertaken_until` are the period that the 承诺书 names, if it names one.
    """

    KIND: ClassVar[str] = "application"
    PAPERS: ClassVar[tuple[str, ...]] = ("application-form",)

    hospital: str = hospital_word()
    year: int = year_word()
    settled_since: datetime.date | None = word("正常结算起始日", words.as_date, default=None)
    evaluations: tuple[str, ...] = word("绩效考核结果", words.as_evaluations, default=())
    undertaken_on: datetime.date | None = word("承诺日期", words.as_date, default=None)
    undertaken_from: datetime.date | None = word("承诺期起", words.as_date, default=None)
    undertaken_until: datetime.date | None = word("承诺期止", words.as_date, default=None)
    penalised_on: datetime.date | None = word("最近处罚或移送日期", words.as_date, default=None)
    suspended_on: datetime.date | None = word("最近中止协议日期", words.as_date, default=None)
    finance_sound: bool = word("财务健全有偿还能力", words.as_flag, default=False)
    key_work: bool = word("落实重点工作", words.as_flag, default=False)
    inspections: bool = word("配合监管检查", words.as_flag, default=False)
    rectified: bool = word("问题整改到位", words.as_flag, default=False)
    grade: str = word("综合评价等级", words.as_text, default="")
    lead: str = word("牵头医院编码", words.as_hospital, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a hospital of a province's book that belongs to no agency, or half a period."""
        yield from agency_findings(self, facts)
        since, until = self.undertaken_from, self.undertaken_until
        if (since is None) != (until is None) or (since and until and until < since):
            yield self.refusal(
                "UNDERTAKING_PERIOD",
                f"承诺期起 {since or '空着'}、承诺期止 {until or '空着'}，不成一段期间",
                "照承诺书填起、止两个日期；承诺书没有写期间的，两个都空着",
                clause=facts.rules(self.date, self.year).clause("undertaking_required"),
                field="undertaken_until 承诺期止",
            )


def agency_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse a hospital without 属地经办机构 where the province keeps the books (海南·五).

    The 属地 agency pays and collects for the province; without its name nobody answers for
    the money. While nobody has chosen who keeps the books, that is asked first.
    """
    rules = facts.rules(event.date, event.year)
    if rules.decides("ledger_owner") is None:
        return
    try:
        owner = rules.text("ledger_owner")
    except Refused as open_question:
        yield from open_question.findings
        return
    hospital = facts.hospitals.get(event.hospital)
    if owner == "province" and hospital is not None and not hospital.agency:
        yield event.refusal(
            "AGENCY_MISSING",
            f"{hospital.name}（{hospital.code}）没有写明属地经办机构；"
            "全省一本账，申请和核定都要落实到属地",
            "在医疗机构名单里填“属地经办机构”，再导入一次：prepay hospital import",
            clause="海南·五",
            field="hospital 医疗机构编码",
        )
