"""登记事项: what an event without legs has in common: it moves no money, it is a fact.

It is chained when it is approved; checks, the due list and the 备查簿 read it from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import EVENT_KINDS
from ledger.events.base import Event

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


CLAUSE_CORRECTING = "《会计基础工作规范》第五十一条"
CLAUSE_TIMELY = "财会〔2017〕28号·总说明九"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Event):
    """An event without legs (登记事项).

    A kind with rules of its own begins with these: `yield from Register.findings(self, facts)`.
    """

    LEGLESS: ClassVar[bool] = True

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what only a voucher can be: a correction, or money moved against a rule."""
        if self.corrects:
            yield self.refusal(
                "REGISTER_CORRECTS",
                f"{EVENT_KINDS[self.KIND]}是登记事项，没有分录，不能更正凭证",
                "另行登记；原登记有误的，用 withdrawal 撤销登记",
                clause=CLAUSE_CORRECTING,
                field="kind 业务类型",
            )
        if self.irregular:
            yield self.refusal(
                "REGISTER_IRREGULAR",
                f"{EVENT_KINDS[self.KIND]}是登记事项，没有收付款项，不是特殊情况",
                "去掉 irregular",
                clause=CLAUSE_CORRECTING,
                field="irregular 特殊情况",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Post nothing."""
        return ()

    def default_summary(self, facts: Facts) -> str:
        """Name the kind, the hospital and the year."""
        holder = facts.hospital_name(self.hospital) if self.hospital else ""
        year = f"{self.year}年度" if self.year else ""
        return f"{holder}{year}{EVENT_KINDS[self.KIND]}"


def until_findings(event: Register, until: datetime.date | None) -> Iterator[Finding]:
    """Refuse an end that lies before the beginning."""
    if until is not None and until < event.date:
        yield event.refusal(
            "UNTIL_EARLY",
            f"截止日 {until} 早于起始日 {event.date}",
            "核对两个日期",
            clause=CLAUSE_TIMELY,
            field="until 截止日",
        )
