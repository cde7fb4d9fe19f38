"""对账函发出 confirmation-sent: a letter with a hospital's balances as of a day, as it was sent.

《会计基础工作规范》第六十二条(三): 债权明细 are confirmed with the debtor at least once a year
(甘肃·四, 海南·六). `date` is the cut-off (截止日). Made by `prepay confirm letters --send`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.confirmations.confirming import CLAUSE
from ledger.events.register import Register

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationSent(Register):
    """A letter: `sums` say `2026|disbursement=…|balance=…` by prepayment year.

    `transits` say `2026|repayment|day|amount|why` of what stands apart as 在途.
    """

    KIND: ClassVar[str] = "confirmation-sent"
    PAPERS: ClassVar[tuple[str, ...]] = ()
    INTERNAL: ClassVar[bool] = True

    hospital: str = hospital_word()
    number: str = word("对账函编号", words.as_text)
    sent_on: datetime.date = word("发出日期", words.as_date)
    reply_by: datetime.date = word("回函期限", words.as_date)
    sums: tuple[str, ...] = word("各年度金额", words.as_texts)
    transits: tuple[str, ...] = word("在途", words.as_texts, default=())

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a second letter of one cut-off, a number in use, and days that cannot be."""
        yield from Register.findings(self, facts)
        name = facts.hospital_name(self.hospital)
        held = facts.cutoffs.get((self.hospital, self.date), self.key)
        if held != self.key:
            yield self.refusal(
                "LETTER_TWICE",
                f"{name}截止 {self.date} 的对账函已有（{held}）",
                "一家医院、一个账套、一个截止日只发一份；原函有误的，先撤销（withdrawal）再发",
                clause=CLAUSE,
                field="hospital 医疗机构编码",
            )
        yield from self.number_findings(facts)
        if self.date > self.sent_on or self.date > facts.today:
            yield self.refusal(
                "CUTOFF_FUTURE",
                f"截止日 {self.date} 还没有到（今天 {facts.today}，发出日期 {self.sent_on}）",
                "截止日过后再发函",
                clause=CLAUSE,
                field="date 截止日",
            )
        if self.reply_by < self.sent_on:
            yield self.refusal(
                "REPLY_BY_EARLY",
                f"回函期限 {self.reply_by} 早于发出日期 {self.sent_on}",
                "核对 --reply-by",
                clause=CLAUSE,
                field="reply_by 回函期限",
            )

    def number_findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a number that another letter has."""
        for letter in facts.letters.values():
            if letter.number == self.number and letter.key != self.key:
                yield self.refusal(
                    "NUMBER_TWICE",
                    f"对账函编号 {self.number} 已用于 {letter.hospital} "
                    f"截止 {letter.date} 的函（{letter.key}）",
                    "驳回这份草稿（prepay reject），重新发函，编号自动往后排",
                    clause=CLAUSE,
                    field="number 对账函编号",
                )
