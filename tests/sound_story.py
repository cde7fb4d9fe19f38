"""A winter in which everything that the machine can do is done, from October to March."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.model_rows import FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable


def careful(
    told: Any,
    kind: str,
    *,
    amount: str = "1.00",
    hospital: str = FIRST,
    carry: bool = True,
) -> None:
    """制单 a row with nothing lacking, and carry it through."""
    told.write(kind, amount, hospital, carry=carry)


#: Each step is verified; what it names was made by the steps before it.
WINTER: tuple[Callable[[Any], object], ...] = (
    lambda told: careful(told, "disbursement"),
    lambda told: careful(told, "interest"),
    lambda told: careful(told, "suspense", amount="3.00"),
    lambda told: careful(told, "suspense-out", amount="2.00"),
    lambda told: careful(told, "payment-return"),
    lambda told: told.pay_against_a_rule("1.00", SECOND),
    lambda told: told.corrects("k-0", {"amount": "8.00"}, "auto", carry=True),
    lambda told: told.correct_again(0, "9.00", red=False),
    lambda told: told.corrects("k-1", {"amount": "1.00"}, "red-blue", carry=True),
    lambda told: told.sign_by("出纳戊"),
    lambda told: careful(told, "recall"),
    lambda told: careful(told, "settlement-offset"),
    lambda told: told.pass_time(1),
    lambda told: careful(told, "recall-lift"),
    lambda told: careful(told, "recall", hospital=SECOND),
    lambda told: told.withdraw(0),
    lambda told: careful(told, "write-off"),
    lambda told: careful(told, "recovery"),
    lambda told: careful(told, "repayment"),
    lambda told: careful(told, "remittance"),
    lambda told: careful(told, "succession"),
    lambda told: careful(told, "interest", carry=False),
    lambda told: told.revise_by("制单乙", 0, "2.00"),
    lambda told: told.reject_by("审核丙", 0),
    lambda told: told.clock_back_a_little(9),
    lambda told: told.clock_back_far(400),
    lambda told: told.grant("新人庚", {"chief", "approver"}),
    lambda told: told.explain(0, "duties", "新人庚"),
    lambda told: told.close_next("主管丁", wait=True),
    lambda told: told.close_the_year(wait=True),
    lambda told: told.corrects("k-0", {"amount": "8.00"}, "auto", carry=True),
    lambda told: told.correct_again(0, "7.00", red=False),
    lambda told: told.correct_papers(0),
    lambda told: told.close_next("新人庚", wait=True),
)
