"""What stands on the other side of 拨入 and 上解: 1003, or 2001·upper agency (§12.2, open)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Protocol

from ledger.masters.book import AREA_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts

AREA_FIELD = "upper_area 上级统筹区"
COUNTERS = MappingProxyType({"1003": "财政专户存款", "2001": "暂收款"})


class NamesUpper(Protocol):
    """An event that may name an upper agency."""

    KIND: ClassVar[str]

    @property
    def upper_area(self) -> str:
        """Give the upper agency's area, empty where none is named."""

    def refusal(
        self, code: str, message: str, remedy: str, *, clause: str = "", field: str = ""
    ) -> Finding:
        """Word a finding about the event."""


def upper_findings(event: NamesUpper, facts: Facts, *, counter: str) -> Iterator[Finding]:
    """Refuse a counter account other than the profile's, or an upper agency that is unclear."""
    allowed = facts.policy.text("allocation_counter")
    clause = facts.policy.clause("allocation_counter")
    if counter and counter != allowed:
        yield event.refusal(
            "COUNTER_ACCOUNT",
            f"本账套拨入和上解的对方科目是 {allowed} {COUNTERS[allowed]}，"
            f"填的是 {counter} {COUNTERS[counter]}",
            f"改为 {allowed}，或不填",
            clause=clause,
            field="from 付款账户" if event.KIND == "allocation" else "to 收款账户",
        )
    needs_area = (counter or allowed) == "2001"
    if needs_area and AREA_PATTERN.fullmatch(event.upper_area) is None:
        yield event.refusal(
            "UPPER_AREA",
            "经上级拨付时应写明上级统筹区",
            "填六位区划代码，如 620100",
            clause=clause,
            field=AREA_FIELD,
        )
    if event.upper_area and not needs_area:
        yield event.refusal(
            "UPPER_AREA",
            f"对方科目是 {allowed} {COUNTERS[allowed]}，不应写上级统筹区",
            "去掉 upper_area",
            clause=clause,
            field=AREA_FIELD,
        )


def counter_account(facts: Facts, *, counter: str, upper_area: str) -> Account:
    """Give the account on the other side."""
    if (counter or facts.policy.text("allocation_counter")) == "2001":
        return facts.chart.leaf("upper_agency", counterparty=upper_area)
    return facts.chart.leaf("fiscal_account")
