"""解除收回 recall-lift: a recall is lifted by a paper before all has come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts
    from ledger.policy.standing import Registered


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallLift(Register):
    """The lifting of the recall whose key is `recall`."""

    KIND: ClassVar[str] = "recall-lift"
    PAPERS: ClassVar[tuple[str, ...]] = ("lifting-notice",)

    hospital: str = hospital_word()
    recall: str = word("原收回编号", words.as_text)
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what is no open recall of this hospital, or a lifting before its recall."""
        yield from Register.findings(self, facts)
        found = facts.registers.get(self.recall)
        why = self.not_open(found, facts)
        if why:
            yield self.refusal(
                "RECALL_UNKNOWN",
                why,
                "核对收回通知的业务编号、险种和医疗机构",
                clause=facts.rules(self.date, self.year).clause("recall_triggers"),
                field="recall 原收回编号",
            )
        elif found is not None and self.date < found.date:
            yield self.refusal(
                "LIFT_EARLY",
                f"解除日期 {self.date} 早于收回通知“{found.key}”的日期 {found.date}",
                "核对两个日期；收回通知登记有误的，撤销登记后重新登记",
                clause=facts.rules(self.date, self.year).clause("recall_triggers"),
                field="date 日期",
            )

    def not_open(self, found: Registered | None, facts: Facts) -> str:
        """Say why what it names is no open recall of its hospital; "" where it is one."""
        if found is None or found.kind != "recall":
            return f"{self.book} 没有业务编号为“{self.recall}”的收回通知"
        if found.hospital != self.hospital:
            return f"收回通知“{self.recall}”是{facts.hospital_name(found.hospital)}的"
        if found.withdrawn:
            return f"收回通知“{self.recall}”已经撤销"
        return f"收回通知“{self.recall}”已经解除" if found.lifted else ""
