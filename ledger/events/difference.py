"""差额更正 difference (E10): the accounts were right and only the amount was wrong.

《会计基础工作规范》51(五): a voucher for the difference alone, blue where more, red where less,
on the same accounts. Made by `prepay correct`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.events import words
from ledger.events.base import Event, word
from ledger.events.checks import SHEET, Change, document_name
from ledger.events.correcting import (
    CLAUSE,
    correcting_findings,
    same_year_findings,
    voucher_name,
)
from ledger.events.moves import move_words, moved_legs
from ledger.events.permission import limit_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Citing, DocumentKey, Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Event):
    """The difference to the voucher named by `corrects`.

    `moves` has `debit>credit:fen` for each pair of accounts, all of one sign; `amount_fen` is
    the right amount.
    """

    KIND: ClassVar[str] = "difference"
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    moves: tuple[str, ...] = word("差额分录", move_words)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a difference that mixes more and less, or leaves the original's accounts."""
        yield from correcting_findings(self, facts)
        yield from same_year_findings(self, facts)
        legs = self.legs(facts)
        wrong = facts.vouchers[self.corrects]
        pairs = {(leg.debit.code, leg.credit.code) for leg in wrong.legs}
        mixed = {leg.amount_fen > 0 for leg in legs} == {True, False}
        if mixed or not {(leg.debit.code, leg.credit.code) for leg in legs} <= pairs:
            yield self.refusal(
                "DIFFERENCE_UNFIT",
                f"{voucher_name(wrong)}的差额有增有减，或科目不同，不能用差额凭证",
                "改用红字注销加蓝字订正（--form red-blue）",
                clause=CLAUSE,
            )

        yield from self.used_up(facts)
        if wrong.kind == "disbursement" and self.change().bank_fen > 0:
            paid = wrong.legs[0].debit
            yield from limit_findings(self, facts, paid.hospital, paid.year, self.change().bank_fen)

    def used_up(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a difference that the original's receipts, documents or 退汇 do not bear."""
        wrong = facts.vouchers[self.corrects]
        change = self.change()
        for key, citings in facts.documents.items():
            own = [changed(c, key, change) for c in citings if c.key == wrong.key]
            others = [c for c in citings if c.key != wrong.key]
            if not own or key.type == SHEET:
                continue
            stated = own[0].stated_fen if own[0].explicit or not others else 0
            limit = stated or max((c.stated_fen for c in others), default=0)
            used = sum(c.used_fen for c in (*own, *others))
            if limit and used > limit:
                yield self.refusal(
                    "RECEIPT_USED_UP" if key.type == "bank-receipt" else "EXCEEDS_DOCUMENT",
                    f"{document_name(key, facts)} 金额 {grouped(limit)}，"
                    f"更正后共用 {grouped(used)}，超出 {grouped(used - limit)}",
                    "核对更正后的金额；回单金额写错的，用 --form red-blue 并写明正确的附件",
                    clause=CLAUSE,
                )
        payment = facts.payments.get(wrong.key)
        if payment is not None and payment.returned_fen > payment.amount_fen + change.bank_fen:
            yield self.refusal(
                "EXCEEDS_PAYMENT",
                f"{voucher_name(wrong)}已退汇 {grouped(payment.returned_fen)}，"
                f"更正后的拨付只有 {grouped(payment.amount_fen + change.bank_fen)}",
                "先更正退汇凭证，或核对更正后的金额",
                clause=CLAUSE,
            )

    def change(self) -> Change:
        """Give what the difference adds to the original's bank movement, and in all."""
        moves = [move.rpartition(":") for move in self.moves]
        bank = [int(fen) for codes, _, fen in moves if set(codes.split(">")) & {"1003", "1004"}]
        return Change(sum(bank), sum(int(fen) for _, _, fen in moves))

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Post the difference on the original's accounts; negative is red."""
        return moved_legs(self.moves, facts.chart)

    def default_summary(self, facts: Facts) -> str:
        """Say which voucher, and what it should have been."""
        wrong = facts.vouchers[self.corrects]
        fen = sum(leg.amount_fen for leg in self.legs(facts))
        way = "调增" if fen > 0 else "调减"
        return f"{way}{voucher_name(wrong)}金额 {grouped(abs(fen))}"


def changed(citing: Citing, key: DocumentKey, change: Change) -> Citing:
    """Give what an event uses of a document once a difference stands beside it.

    An amount that was only taken from the event follows it.
    """
    fen = change.bank_fen if key.type in ("bank-receipt", "payment-order") else change.whole_fen
    used = citing.used_fen + fen
    return replace(citing, used_fen=used, stated_fen=citing.stated_fen if citing.explicit else used)
