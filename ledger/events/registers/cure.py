"""特殊情况处理 cure: how what was booked as irregular has been put right, by which paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import EVENT_KINDS
from ledger.events import words
from ledger.events.base import word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

CLAUSE = "财会〔2024〕12号·二十一(三)"
FIELD = "event 特殊情况编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure(Register):
    """The settling of the irregular event whose key is `event`."""

    KIND: ClassVar[str] = "cure"
    PAPERS: ClassVar[tuple[str, ...]] = ("other",)

    event: str = word("特殊情况编号", words.as_text)
    reason: str = word("处理结果", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what names nothing, or what was not irregular."""
        yield from Register.findings(self, facts)
        found = facts.registers.get(self.event)
        if found is None:
            yield self.refusal(
                "EVENT_UNKNOWN",
                f"{self.book} 没有业务编号为“{self.event}”的业务",
                "核对编号和险种；尚未记账的，记账后再登记处理结果",
                clause=CLAUSE,
                field=FIELD,
            )
        elif not found.irregular:
            yield self.refusal(
                "NOT_IRREGULAR",
                f"{EVENT_KINDS[found.kind]}“{self.event}”不是特殊情况，不需要处理",
                "核对编号；记账有误的，用 prepay correct 更正",
                clause=CLAUSE,
                field=FIELD,
            )
