"""对账说明 confirmation-explained: why a hospital's difference, or its silence, is in order.

It may also stand on a letter that the hospital agreed to, where the books have changed since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import CONFIRMATIONS
from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.confirmations.confirming import CLAUSE, as_books, letter_findings
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts
    from ledger.policy.letters import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationExplained(Register):
    """The reason (差异说明, 未回函原因) for the letter whose key is `letter`, with its paper.

    It counts for what it explained: `explains` is the key of the answer, empty for a silence, and
    `books` what the books said then. A later answer, or books that change, want a reason anew.
    """

    KIND: ClassVar[str] = "confirmation-explained"
    PAPERS: ClassVar[tuple[str, ...]] = ("confirmation-note",)

    hospital: str = hospital_word()
    letter: str = word("对账函", words.as_text)
    reason: str = word("原因", words.as_text)
    explains: str = word("所说明的回函", words.as_text, default="")
    books: tuple[str, ...] = word("说明时账面余额", as_books, default=())

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what names no letter, another hospital's, or not its present answer."""
        yield from Register.findings(self, facts)
        yield from letter_findings(self, self.letter, facts)
        letter = facts.letters.get(self.letter)
        if letter is None:
            return
        if self.explains != letter.answered_by:
            yield self.of_another_answer(letter)
        elif letter.answer and not self.books:
            yield self.refusal(
                "EXPLAINED_BOOKS",
                f"对账函 {letter.number} 的差异说明没有写说明时的账面余额",
                "用 prepay confirm explain 说明（自动带出），或按预付年度写，如 2026:350000.00",
                clause=CLAUSE,
                field="books 说明时账面余额",
            )

    def of_another_answer(self, letter: Letter) -> Finding:
        """Word that the letter stands otherwise than when the reason was written."""
        now = f"已有回函 {letter.reply}（{CONFIRMATIONS[letter.answer]}）" if letter.answer else ""
        about = f"回函“{self.explains}”" if self.explains else "未回函"
        return self.refusal(
            "EXPLAINED_ANOTHER",
            f"对账函 {letter.number} {now or '没有回函，或回函已撤销'}，这份说明说的是{about}",
            "回函先审核；驳回旧的说明（prepay reject），用 prepay confirm explain 另行说明；"
            f"自己录入的，所说明的回函写“{letter.answered_by}”"
            if letter.answer
            else "先登记回函，再说明；说明未回函原因的，所说明的回函留空",
            clause=CLAUSE,
            field="explains 所说明的回函",
        )
