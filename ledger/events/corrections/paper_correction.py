"""附件更正 paper-correction: a prior year's voucher was right and only its papers were wrong.

No leg moves, so there is no voucher: its papers are said anew, as a 登记事项 that names the
voucher (《会计基础工作规范》51(四)、(五)). The wrong receipt number is free, the right one used.
Made by `prepay correct`; put right by another, never withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.period import year_of
from ledger.events import words
from ledger.events.base import word
from ledger.events.corrections.correcting import CLAUSE, correcting_findings, voucher_name
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCorrection(Register):
    """The right papers of the fact whose first voucher has the id `original`.

    It is no voucher and corrects no leg. `voucher` says the label to people; `after` is the
    correction of papers that it follows.
    """

    KIND: ClassVar[str] = "paper-correction"
    PAPERS: ClassVar[tuple[str, ...]] = ()
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    original: str = word("原凭证", words.as_text)
    voucher: str = word("更正的凭证", words.as_text)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)
    after: str = word("此前的附件更正", words.as_text, default="")

    @property
    def corrected(self) -> str:
        """Name the voucher whose papers it puts right."""
        return self.original

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse papers of what was taken back, of this year, or said anew since."""
        yield from correcting_findings(self, facts)
        wrong = facts.vouchers[self.original]
        if year_of(wrong.period) >= facts.booking_day(self.date, self.booked).year:
            yield self.refusal(
                "SAME_YEAR",
                f"{voucher_name(wrong)}是本年的凭证，附件有错用红字注销加蓝字订正",
                "不写 --form，程序会选择合适的形式",
                clause=CLAUSE,
            )
        if wrong.papers_by != self.after:
            yield self.refusal(
                "CORRECTED_SINCE",
                f"{voucher_name(wrong)}的附件已由 {wrong.papers_by or '别人'} 更正，"
                "这笔更正没有把它算在内",
                "待审核的附件更正先审核（prepay approve）或驳回（prepay reject），"
                "再按现在的附件更正",
                clause=CLAUSE,
            )

    def default_summary(self, facts: Facts) -> str:
        """Say whose papers are put right."""
        return f"更正{voucher_name(facts.vouchers[self.original])}的附件"
