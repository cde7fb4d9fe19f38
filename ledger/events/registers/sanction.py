"""违约登记 sanction: what a hospital did before these books began, and still answers for."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register
from ledger.policy.late_bars import NAME, NOT_OFFSET, OFFSET_POSSIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

#: What a person decides of late money that is still out (海南·五(五); A-25).
DECISIONS = MappingProxyType(
    {NOT_OFFSET: "上年逾期的无法抵扣", OFFSET_POSSIBLE: "上年逾期的可以抵扣"}
)
CAUSES = MappingProxyType({"late": "上年未按时全额返还", "barred": "被取消申请资格", **DECISIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Register):
    """Late in the year before `year` (甘肃·四; 海南·五(五)), or barred by fraud (海南·七(一)).

    Of late money that is still out also whether it can be offset; the newest word holds.
    """

    KIND: ClassVar[str] = "sanction"
    PAPERS: ClassVar[tuple[str, ...]] = ("other",)

    hospital: str = hospital_word()
    year: int = year_word()
    cause: str = word("违约情形", words.one_of(CAUSES, "违约情形"))
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a lateness without its amount, and a decision for which no rule asks."""
        yield from Register.findings(self, facts)
        rules = facts.rules(self.date, self.year)
        if self.cause in DECISIONS and not rules.clause(NAME):
            yield self.refusal(
                "DECISION_UNASKED",
                f"本账套的政策不问能否抵扣，“{CAUSES[self.cause]}”不影响次年",
                "不用登记；逾期的程序自己从账上看",
                clause=rules.clause("late_factor"),
                field="cause 违约情形",
            )
        if self.cause == "late" and not self.amount_fen:
            yield self.refusal(
                "SANCTION_AMOUNT",
                "上年未按时全额返还的登记没有写明到期差额",
                "填金额（amount）：上年返还截止日还差多少",
                clause=rules.clause("late_factor"),
                field="amount 金额",
            )
