"""期初余额 opening-balance: what the books begin with, one leaf a row.

1101·H·Y, 1003, 1004 ← 3001 (职工: 统筹基金) and 3001 ← 2001; in period `YYYY-00`, numbered
期初-0001…, outside the 记 series. A start in mid-year also carries the year's own opening and
the debit and credit turnover to date. Old 周转金 (甘医保发〔2024〕25号, repealed) comes in with
its source year. A counterparty that is another agency's six-digit area opens what stands between
the two: 2001·上级经办机构拨入, or 1101·拨付下级经办机构 with its year (§12.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.statutory import (
    DISBURSEMENT_ACCOUNT,
    FISCAL_ACCOUNT,
    TEMPORARY_PAYMENT,
    TEMPORARY_RECEIPT,
)
from ledger.events import words
from ledger.events.base import Event, word
from ledger.masters.book import AREA_PATTERN
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts

ACCOUNTS = {
    FISCAL_ACCOUNT: "财政专户存款",
    DISBURSEMENT_ACCOUNT: "支出户存款",
    TEMPORARY_PAYMENT: "暂付款",
    TEMPORARY_RECEIPT: "暂收款",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningBalance(Event):
    """One opening balance: an account, and the hospital and year or counterparty behind it."""

    KIND: ClassVar[str] = "opening-balance"
    PAPERS: ClassVar[tuple[str, ...]] = ("migration-sheet",)

    account: str = word("科目", words.one_of(ACCOUNTS, "期初科目"))
    amount_fen: int = word("金额", words.as_fen, name="amount")
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)
    counterparty: str = word("往来单位", words.as_text, default="")
    debit_to_date_fen: int = word("借方累计", words.as_fen_or_zero, name="debit_to_date", default=0)
    credit_to_date_fen: int = word(
        "贷方累计", words.as_fen_or_zero, name="credit_to_date", default=0
    )
    year_opening_fen: int = word("年初余额", words.as_fen_or_zero, name="year_opening", default=0)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a row whose detail is missing, or whose turnover to date does not add up."""
        yield from self.detail_findings()
        if self.year_opening_fen or self.debit_to_date_fen or self.credit_to_date_fen:
            yield from self.turnover_findings()

    def detail_findings(self) -> Iterator[Finding]:
        """Refuse a row that does not say whose balance it is."""
        owed = self.hospital or self.agency()
        if self.account == TEMPORARY_PAYMENT and not (owed and self.year):
            yield self.refusal(
                "OPENING_DETAIL",
                "1101 暂付款的期初应写明医疗机构和预付年度",
                "补上 hospital 和 year；旧周转金填拨付时的年度；下级经办机构填它的区划代码"
                "（counterparty）",
                clause="财会〔2017〕28号·1101",
                field="hospital 医疗机构编码",
            )
        if self.account == TEMPORARY_RECEIPT and not self.counterparty:
            yield self.refusal(
                "OPENING_DETAIL",
                "2001 暂收款的期初应写明往来单位",
                "补上 counterparty",
                clause="财会〔2017〕28号·2001",
                field="counterparty 往来单位",
            )

    def turnover_findings(self) -> Iterator[Finding]:
        """Refuse a balance that is not the year's opening and what was turned over since."""
        turned = self.debit_to_date_fen - self.credit_to_date_fen
        if self.account == TEMPORARY_RECEIPT:
            turned = -turned
        expected = self.year_opening_fen + turned
        if expected != self.amount_fen:
            yield self.refusal(
                "OPENING_UNEQUAL",
                f"年初余额 {grouped(self.year_opening_fen)} 加减累计发生额"
                f" {grouped(turned)} 应为 {grouped(expected)}，"
                f"填的期初余额是 {grouped(self.amount_fen)}",
                "核对移交表上的年初余额、借贷方累计和期初余额",
                clause="财会〔2017〕28号·总说明八",
                field="amount 金额",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Set the balance against 3001."""
        net_assets = facts.chart.leaf("net_assets")
        own = self.leaf(facts)
        if self.account == TEMPORARY_RECEIPT:
            return (Leg(debit=net_assets, credit=own, amount_fen=self.amount_fen),)
        return (Leg(debit=own, credit=net_assets, amount_fen=self.amount_fen),)

    def leaf(self, facts: Facts) -> Account:
        """Return the leaf account whose balance this is."""
        agency = self.agency()
        if self.account == TEMPORARY_PAYMENT and agency and not self.hospital:
            return facts.chart.leaf("lower_agency", counterparty=agency, year=self.year)
        if self.account == TEMPORARY_PAYMENT:
            return facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        if self.account == TEMPORARY_RECEIPT:
            role = "upper_agency" if agency else "unidentified_receipt"
            return facts.chart.leaf(role, counterparty=self.counterparty)
        return facts.chart.plain(self.account)

    def agency(self) -> str:
        """Return the area of the agency that the counterparty is, "" where it is none."""
        return self.counterparty if AREA_PATTERN.fullmatch(self.counterparty) else ""

    def default_summary(self, facts: Facts) -> str:
        """Name the account and its detail."""
        if self.account == TEMPORARY_PAYMENT and not self.hospital:
            return f"期初：拨付下级经办机构{self.counterparty}{self.year}年度医保预付金"
        if self.account == TEMPORARY_PAYMENT:
            return f"期初：{facts.hospital_name(self.hospital)}{self.year}年度医保预付金"
        return f"期初：{ACCOUNTS[self.account]}{facts.hospital_name(self.counterparty)}"
