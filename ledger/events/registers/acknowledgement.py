"""验证事项说明 acknowledgement: a finding that is past, and why; two people stand for it.

What `verify` found of a fact that can no longer be changed (duties of a day, a clock that ran
ahead) is told as 已说明 from then on, on every cover too. A fault of money or of the chain never
is: `ACKNOWLEDGED` is the whole list of what can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import ACKNOWLEDGED
from ledger.events import words
from ledger.events.base import word
from ledger.events.register import Register

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts

CLAUSE = "财会〔2024〕12号·二十一(三)"
CLOCK_AHEAD = "clock-ahead"
FIELD = "event 所涉业务编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Register):
    """The explanation of the finding `finding` about the event whose key is `event`."""

    KIND: ClassVar[str] = "acknowledgement"
    PAPERS: ClassVar[tuple[str, ...]] = ()
    CHIEF: ClassVar[bool] = True

    finding: str = word("说明事项", words.one_of(ACKNOWLEDGED, "说明事项"))
    event: str = word("所涉业务编号", words.as_text)
    reason: str = word("说明", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what names nothing that is chained here."""
        yield from Register.findings(self, facts)
        if self.event not in facts.registers:
            yield self.refusal(
                "EVENT_UNKNOWN",
                f"{self.book} 没有业务编号为“{self.event}”的业务",
                "编号照 prepay verify 列出的填写",
                clause=CLAUSE,
                field=FIELD,
            )

    def approver_findings(self, facts: Facts, name: str) -> Iterator[Finding]:
        """Refuse the person whose own approval is explained: another chief looks at it."""
        found = facts.registers.get(self.event)
        if found is not None and explains_own(found.approved_by, name):
            yield self.refusal(
                "ACKNOWLEDGED_OWN",
                f"“{self.event}”当时由 {name} 审核，其说明不能再由本人审核",
                "由另一位会计主管审核",
                clause=CLAUSE,
                field=FIELD,
            )


def explaining_command(book: str, word: str, event: str, today: datetime.date) -> str:
    """Write the command by which a finding about an event is explained."""
    return (
        "由一人说明、另一位会计主管审核："
        f"prepay --book {book} enter 验证事项说明 --finding {ACKNOWLEDGED[word]}"
        f" --event {event} --date {today} --reason 原因"
    )


def clock_explained(event: Event) -> str:
    """Return the key of the event whose clock somebody explains; "" where an event is no such."""
    explains = isinstance(event, Acknowledgement) and event.finding == CLOCK_AHEAD
    return event.event if explains else ""  # type: ignore[attr-defined]


def explains_own(approved_by: str, name: str) -> bool:
    """Tell somebody who would approve the explanation of what they approved themselves."""
    return approved_by == name


def finding_code(named: str) -> str:
    """Return the code under which `verify` tells what a word of `ACKNOWLEDGED` stands for."""
    return named.upper().replace("-", "_")


def word_of(code: str) -> str:
    """Return the word by which a finding's code is named in an explanation."""
    return code.lower().replace("_", "-")
