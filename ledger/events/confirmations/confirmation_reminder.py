"""催函 confirmation-reminder: a hospital that has not answered its letter is asked again.

Two of them on two days, each with the proof that it arrived, let a year close without the
answer (《会计基础工作规范》第六十二条(三)); the hospital is asked on until it answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import CONFIRMATIONS
from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.confirmations.confirming import CLAUSE, LETTER, letter_findings
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts
    from ledger.policy.letters import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationReminder(Register):
    """A reminder of the letter whose key is `letter`, sent on `date`."""

    KIND: ClassVar[str] = "confirmation-reminder"
    PAPERS: ClassVar[tuple[str, ...]] = ("reminder", "delivery-proof")

    hospital: str = hospital_word()
    letter: str = word("对账函", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what names no letter, one that was answered, or a day that is none of its own."""
        yield from Register.findings(self, facts)
        yield from letter_findings(self, self.letter, facts)
        letter = facts.letters.get(self.letter)
        if letter is None:
            return
        if letter.answer:
            yield self.refusal(
                "REMINDED_ANSWERED",
                f"对账函 {letter.number} 已有回函 {letter.reply}（{CONFIRMATIONS[letter.answer]}）",
                "不必再催；不符的，用 prepay confirm explain 说明",
                clause=CLAUSE,
                field=LETTER,
            )
        yield from self.day_findings(letter)

    def day_findings(self, letter: Letter) -> Iterator[Finding]:
        """Refuse a day that is not after the letter's, or that of another reminder."""
        others = sorted(day for key, day in letter.reminders if key != self.key)
        if self.date <= letter.sent_on or self.date in others:
            said = "、".join(map(str, others)) or "还没有催过"
            yield self.refusal(
                "REMINDER_DAY",
                f"催函日期 {self.date}：对账函 {letter.number} 于 {letter.sent_on} 发出，"
                f"催函 {said}",
                "填催函送达的日期：在发函以后，两次催函不在同一天",
                clause=CLAUSE,
                field="date 日期",
            )
