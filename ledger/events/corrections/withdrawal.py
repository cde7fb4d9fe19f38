"""撤销登记 withdrawal: a registered fact was wrong and no longer counts; it stays on record.

A 核定 is not withdrawn: the newest approved one counts. A withdrawal is final: what was right
after all is registered once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import EVENT_KINDS, REGISTER_KINDS
from ledger.events import words
from ledger.events.base import word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

CLAUSE = "财会〔2024〕12号·二十一(三)"
FIELD = "event 原登记编号"
ASSESSED = ("fund-gate", "assessment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Register):
    """The withdrawal of the 登记事项 whose key is `event`."""

    KIND: ClassVar[str] = "withdrawal"
    PAPERS: ClassVar[tuple[str, ...]] = ()

    event: str = word("原登记编号", words.as_text)
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what is not registered here, no longer counts, or is put right another way."""
        yield from Register.findings(self, facts)
        found = facts.registers.get(self.event)
        if found is None or found.kind not in REGISTER_KINDS:
            yield self.refusal(
                "REGISTER_UNKNOWN",
                f"{self.book} 没有业务编号为“{self.event}”的登记事项",
                "核对编号和险种；已记账的凭证用 prepay correct 更正，草稿用 prepay reject 驳回",
                clause=CLAUSE,
                field=FIELD,
            )
        elif found.kind in ASSESSED:
            yield self.refusal(
                "REGISTER_ASSESSED",
                f"“{self.event}”是{EVENT_KINDS[found.kind]}，不能撤销登记",
                "重新测算并审核（prepay assess run），以最近一次审核的核定为准",
                clause=CLAUSE,
                field=FIELD,
            )
        elif found.kind == "paper-correction":
            yield self.refusal(
                "REGISTER_PAPERS",
                f"“{self.event}”更正了凭证的附件，不能撤销登记",
                "附件仍有错的，用 prepay correct 再更正一次",
                clause=CLAUSE,
                field=FIELD,
            )
        elif found.kind == self.KIND:
            yield self.refusal(
                "REGISTER_FINAL",
                f"“{self.event}”本身是撤销登记，不能再撤销",
                "原登记无误的，另编编号重新登记",
                clause=CLAUSE,
                field=FIELD,
            )
        elif found.withdrawn:
            yield self.refusal(
                "REGISTER_WITHDRAWN",
                f"{EVENT_KINDS[found.kind]}“{self.event}”已经撤销",
                "不必再撤销",
                clause=CLAUSE,
                field=FIELD,
            )
