"""冲抵结算 settlement-offset (E7): a settlement S is paid out only in part, A clears prepayment.

5001·… ← 1101·H·Y (A) and 5001·… ← 1004 (S−A): benefit expense stays gross, or the 收支表 would
hide what was spent. Several benefits stand on one voucher. 个人账户 is never offset, and the
settlement is of the same fund (A-7).

S−A is paid from the account for benefits. Where this book's 1004 holds prepayment alone, that is
another account, which these books do not keep: the fund owes itself, 2001·本基金其他支出户代付.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.basis.terms import BANKS, BENEFITS, FUNDS, REST_PAID_FROM
from ledger.events import words
from ledger.events.base import BankUse, hospital_word, word, year_word
from ledger.events.judged import JudgedOffset
from ledger.events.permissions.permission_back import offset_findings
from ledger.events.words import BenefitLine
from ledger.masters.leg import Leg, pair_legs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementOffset(JudgedOffset):
    """An offset of `amount_fen` against a settlement given as `lines`, or gross + benefit.

    The settlement is what was payable after 拒付 and before the offset; `settlement_fund` names
    its fund and `settlement_month` its month (`2026-12`) where the sheet says them.
    `from_account` paid what was not offset (REST_PAID_FROM).
    """

    KIND: ClassVar[str] = "settlement-offset"
    PAPERS: ClassVar[tuple[str, ...]] = ("settlement-sheet", "offset-decision")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    reason: str = word("原因", words.as_text)
    settlement_fen: int = word("应付结算额", words.as_fen, name="settlement", default=0)
    benefit: str = word("待遇类别", words.as_benefit, default="")
    lines: tuple[BenefitLine, ...] = word("结算明细", words.as_benefit_lines, default=())
    settlement_fund: str = word("结算险种", words.one_of(FUNDS, "险种"), default="")
    settlement_month: str = word("结算月份", words.as_month, default="")
    from_account: str = word(
        "付款账户", words.one_of(REST_PAID_FROM, "付款账户"), name="from", default=""
    )

    def settlement(self) -> tuple[BenefitLine, ...]:
        """Return the settlement's lines, however they were written; () where they are unclear."""
        if self.lines and not (self.settlement_fen or self.benefit):
            return self.lines
        if self.settlement_fen and self.benefit and not self.lines:
            return (BenefitLine(benefit=self.benefit, gross_fen=self.settlement_fen),)
        return ()

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a settlement that is unclear, of no benefit of this fund, or too small."""
        yield from offset_findings(self, facts)
        yield from self.rest_findings(facts)
        lines = self.settlement()
        if not lines:
            yield self.refusal(
                "SETTLEMENT_UNCLEAR",
                "结算额应写成“应付结算额 + 待遇类别”，或写成结算明细，二者取一",
                "填 settlement 和 benefit，或只填 lines",
                clause="财会〔2017〕28号·5001",
                field="settlement 应付结算额",
            )
            return
        for line in lines:
            yield from self.benefit_findings(line, facts)
        gross = sum(line.gross_fen for line in lines)
        if self.amount_fen > gross:
            yield self.refusal(
                "EXCEEDS_SETTLEMENT",
                f"冲抵 {grouped(self.amount_fen)} 超过应付结算额 {grouped(gross)}",
                "冲抵额不得大于结算额；不足部分下次冲抵或要求返还",
                clause=facts.rules(self.date, self.year).clause("debit_balance"),
                field="amount 金额",
            )

    def benefit_findings(self, line: BenefitLine, facts: Facts) -> Iterator[Finding]:
        """Refuse a benefit that the fund does not have."""
        if f"benefit_{line.benefit}" not in facts.chart.roles:
            known = "、".join(
                f"{BENEFITS[role.removeprefix('benefit_')]}"
                for role in facts.chart.roles
                if role.startswith("benefit_")
            )
            yield self.refusal(
                "BENEFIT_UNKNOWN",
                f"{facts.chart.short}没有待遇类别“{BENEFITS[line.benefit]}”，可用：{known}",
                "改为本险种的待遇类别",
                clause="财会〔2017〕28号·5001",
                field="benefit 待遇类别",
            )

    def rest_findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse to take what was not offset out of an account of prepayment alone, unproved.

        甘肃·四: the account holds what is to be swept in one go; what left it is shown by the
        bank only.
        """
        paid = self.paid_fen()
        receipts = any(paper.type == "bank-receipt" for paper in self.papers)
        own_account = self.payer() == DISBURSEMENT_ACCOUNT
        if paid <= 0 or receipts or not own_account or not facts.exclusive(DISBURSEMENT_ACCOUNT):
            return
        yield self.refusal(
            "REST_ACCOUNT",
            f"应付结算额扣除冲抵后还要支付 {grouped(paid)}，没有写明从哪个账户支付；"
            "1004 支出户是预付金专用账户",
            "从待遇支付账户付的，付款账户（from）填 其他支出户（other）；从财政专户付的填 1003；"
            "银行确从预付金专户支付的，附上银行回单（bank-receipt）",
            clause="财会〔2017〕28号·1004",
            field="from 付款账户",
        )

    def payer(self) -> str:
        """Name the account that paid what was not offset; the 支出户 where none is named."""
        return self.from_account or DISBURSEMENT_ACCOUNT

    def paid_fen(self) -> int:
        """Return what was not offset and is paid in cash, in fen."""
        return sum(line.gross_fen for line in self.settlement()) - self.amount_fen

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the benefits gross; credit the prepayment by A and whatever paid the rest."""
        lines = self.settlement()
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        payers = {
            DISBURSEMENT_ACCOUNT: "disbursement_account",
            FISCAL_ACCOUNT: "fiscal_account",
            "other": "other_account",
        }
        return pair_legs(
            [(facts.chart.leaf(f"benefit_{line.benefit}"), line.gross_fen) for line in lines],
            [
                (prepayment, self.amount_fen),
                (facts.chart.leaf(payers[self.payer()]), self.paid_fen()),
            ],
        )

    def claims(self, facts: Facts) -> tuple[Leg, ...]:
        """Return what clears the prepayment: that is certain even where the settlement is not."""
        lines = self.settlement()
        known = all(f"benefit_{line.benefit}" in facts.chart.roles for line in lines)
        if known and sum(line.gross_fen for line in lines) >= self.amount_fen:
            return self.legs(facts)
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        expense = facts.chart.leaf("net_assets")
        return (Leg(debit=expense, credit=prepayment, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Name the hospital, the year and the sheet and decision behind it."""
        numbers = {paper.type: paper.number for paper in self.papers}
        return (
            f"{facts.hospital_name(self.hospital)}结算单{numbers.get('settlement-sheet', '')}"
            f"冲抵{self.year}年度医保预付金（{numbers.get('offset-decision', '')}）"
        )

    def bank_use(self) -> BankUse | None:
        """Prove what was paid in cash from an account of this book, where anything was."""
        paid = self.paid_fen()
        here = self.payer() in BANKS
        return BankUse(self.payer(), "out", paid) if here and paid > 0 else None
