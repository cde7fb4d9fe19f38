"""对账回函 confirmation-answer: what a hospital answered to a letter, with the stamped reply.

相符 confirms the amounts as sent; 不符 states the hospital's own, with the reason. A signed
reply proves the debt and interrupts limitation (《会计基础工作规范》第六十二条(三)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.terms import CONFIRMATIONS
from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.confirmations.confirming import CLAUSE, as_said, by_year, letter_findings
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts
    from ledger.policy.letters import ByYear, Letter

SAID = "said 医院账面余额"
ANSWER = "answer 答复"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationAnswer(Register):
    """The answer to the letter whose key is `letter`; `date` is the day of the stamped reply."""

    KIND: ClassVar[str] = "confirmation-answer"
    PAPERS: ClassVar[tuple[str, ...]] = ("confirmation-reply",)

    hospital: str = hospital_word()
    letter: str = word("对账函", words.as_text)
    answer: str = word("答复", words.one_of(CONFIRMATIONS, "答复"))
    said: tuple[str, ...] = word("医院账面余额", as_said, default=())
    reason: str = word("不符原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse answers of strangers, twice given, or that contradict themselves."""
        yield from Register.findings(self, facts)
        yield from letter_findings(self, self.letter, facts)
        letter = facts.letters.get(self.letter)
        if letter is None:
            return
        if letter.answer:
            yield self.refusal(
                "ANSWERED_TWICE",
                f"对账函 {letter.number} 已有回函（{letter.answered_by}，"
                f"{CONFIRMATIONS[letter.answer]}）",
                "重复的不必登记；医院更改答复的，先撤销原回函（withdrawal）再登记",
                clause=CLAUSE,
                field="letter 对账函",
            )
        if self.answer == "agree" and self.said:
            yield self.refusal(
                "AGREE_WITH_AMOUNT",
                f"答复“相符”，却另写了医院账面余额 {grouped(self.said_fen(letter))}"
                f"（发函余额 {grouped(letter.total_fen)}）",
                "相符的不写金额；金额不同的，答复改为“不符”并写明原因",
                clause=CLAUSE,
                field=SAID,
            )
        if self.answer == "differ":
            yield from self.differing(letter)

    def differing(self, letter: Letter) -> Iterator[Finding]:
        """Refuse a 不符 that does not say by how much, for which year, or why."""
        if not self.reason:
            yield self.refusal(
                "DIFFER_REASON",
                f"对账函 {letter.number} 答复“不符”，没有写原因",
                "写明医院说的原因；没有说的，写“医院未说明”",
                clause=CLAUSE,
                field="reason 不符原因",
            )
        sent = dict(letter.closings)
        said = dict(self.stated(letter))
        if not self.said:
            yield self.refusal(
                "DIFFER_AMOUNT",
                f"对账函 {letter.number} 答复“不符”，没有写医院账面余额",
                f"写医院账上的余额（发函余额 {grouped(letter.total_fen)}）；没有余额的写 0",
                clause=CLAUSE,
                field=SAID,
            )
        elif 0 in said:
            years = "、".join(str(year) for year in sent)
            yield self.refusal(
                "SAID_BY_YEAR",
                f"对账函 {letter.number} 有 {len(sent)} 个预付年度（{years}），只写了一个合计",
                "按预付年度写，如 2025:0; 2026:350000.00",
                clause=CLAUSE,
                field=SAID,
            )
        elif strange := sorted(set(said) - set(sent)):
            yield self.refusal(
                "YEAR_NOT_ON_LETTER",
                f"对账函 {letter.number} 没有 {strange[0]} 预付年度",
                "按函上的年度填；医院另有年度的，写在原因里",
                clause=CLAUSE,
                field=SAID,
            )
        elif said == sent:
            yield self.refusal(
                "DIFFER_SAME",
                f"答复“不符”，医院账面余额却与发函余额相同（{grouped(letter.total_fen)}）",
                "金额相同的，答复改为“相符”，不写金额",
                clause=CLAUSE,
                field=ANSWER,
            )

    def stated(self, letter: Letter) -> ByYear:
        """Return the balances that the hospital states; a year it does not mention is as sent."""
        sent = dict(letter.closings)
        said = dict(by_year(self.said))
        if set(said) == {0} and len(sent) == 1:
            said = dict.fromkeys(sent, said[0])
        return tuple(sorted({**({} if 0 in said else sent), **said}.items()))

    def said_fen(self, letter: Letter) -> int:
        """Add up what the hospital states."""
        return sum(fen for _, fen in self.stated(letter))
