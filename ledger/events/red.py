"""红字冲销 red (E10): a voucher of the same content in red, which takes the wrong one back.

《会计基础工作规范》51(五): 红字, 摘要 “注销某月某日某号凭证”; with or without a blue one that
says what is right. The legs are the original's, negative: 发生额 goes down on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.period import year_of
from ledger.basis.terms import voucher_number
from ledger.events import words
from ledger.events.base import Event, word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts, PostedVoucher

CLAUSE = "《会计基础工作规范》第五十一条(五)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Red(Event):
    """The red voucher of the voucher named by `corrects`; made by `prepay correct`."""

    KIND: ClassVar[str] = "red"
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a red voucher of what may not be taken back."""
        wrong = facts.vouchers[self.corrects]
        name = voucher_name(wrong)
        if wrong.form == "red":
            yield self.refusal(
                "CORRECTS_RED",
                f"{name}本身是红字凭证，不能再冲销",
                "若冲错了，重新录入原业务",
                clause=CLAUSE,
            )
        if wrong.corrected_by:
            yield self.refusal(
                "CORRECTED_ALREADY",
                f"{name}已由 {wrong.corrected_by} 注销",
                "一张凭证只能注销一次；如需再改，更正其蓝字凭证",
                clause=CLAUSE,
            )
        if wrong.kind == "period-end":
            yield self.refusal(
                "CORRECTS_PERIOD_END",
                f"{name}是期末结转，由程序按余额生成，不单独冲销",
                "更正原业务凭证，下次结账自动结转差额",
                clause=CLAUSE,
            )
        booked = facts.booking_day(self.date, self.booked)
        if year_of(wrong.period) != booked.year:
            yield self.refusal(
                "PRIOR_YEAR",
                f"{name}属于 {year_of(wrong.period)} 年，以前年度的差错用蓝字凭证更正，不用红字",
                "把更正的记账日期放在同一年度；跨年差错由会计主管按 51(五) 另行处理",
                clause=CLAUSE,
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Repeat the original's legs with negative amounts."""
        return tuple(
            Leg(debit=leg.debit, credit=leg.credit, amount_fen=-leg.amount_fen)
            for leg in facts.vouchers[self.corrects].legs
        )

    def default_summary(self, facts: Facts) -> str:
        """Write the 摘要 that 51(五) prescribes."""
        return f"注销{voucher_name(facts.vouchers[self.corrects])}"


def voucher_name(voucher: PostedVoucher) -> str:
    """Name a voucher as 51(五) does: day and number."""
    day = voucher.booked
    number = voucher_number(voucher.period, voucher.number)
    return f"{day.year}年{day.month}月{day.day}日{number}号凭证"
