"""Levels of agencies: what stands opposite 拨入 and 上解, and what a county may not use.

1003, or 2001·upper agency where a county has no 财政专户 (§12.2, open: a recorded choice says so).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Protocol

from ledger.basis.errors import Refused
from ledger.basis.statutory import FISCAL_ACCOUNT, TEMPORARY_RECEIPT
from ledger.basis.terms import EVENT_KINDS
from ledger.masters.book import AREA_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Rules

AREA_FIELD = "upper_area 上级统筹区"
COUNTERS = MappingProxyType({FISCAL_ACCOUNT: "财政专户存款", TEMPORARY_RECEIPT: "暂收款"})
#: The words by which an event names a bank account, and the field that a finding points at.
NAMED_BY = MappingProxyType(
    {"from_account": "from 付款账户", "to_account": "to 收款账户", "account": "account 科目"}
)


class NamesUpper(Protocol):
    """An event that may name an upper agency."""

    KIND: ClassVar[str]

    @property
    def date(self) -> date:
        """Return the day of the fact."""

    @property
    def year(self) -> int:
        """Return the prepayment year, 0 where none is named."""

    @property
    def upper_area(self) -> str:
        """Return the upper agency's area, empty where none is named."""

    def refusal(
        self, code: str, message: str, remedy: str, *, clause: str = "", field: str = ""
    ) -> Finding:
        """Word a finding about the event."""


def upper_findings(event: NamesUpper, facts: Facts, *, counter: str) -> Iterator[Finding]:
    """Refuse a counter account other than the profile's, or an upper agency that is unclear."""
    rules = counter_rules(event, facts)
    if counter == FISCAL_ACCOUNT and fiscal_barred(rules):
        return  # Refused already, as for every event that names 1003.
    try:
        allowed = rules.text("allocation_counter")
    except Refused as open_question:
        yield from open_question.findings
        return
    yield from counter_findings(event, facts, counter=counter, allowed=allowed)


def counter_findings(
    event: NamesUpper, facts: Facts, *, counter: str, allowed: str
) -> Iterator[Finding]:
    """Refuse a counter account other than the one allowed, or one that a book may not use."""
    rules = counter_rules(event, facts)
    clause = rules.clause("allocation_counter")
    field = "from 付款账户" if event.KIND == "allocation" else "to 收款账户"
    if (counter or allowed) == FISCAL_ACCOUNT and fiscal_barred(rules):
        yield barred(event, rules, field)
        return
    if counter not in ("", allowed):
        yield event.refusal(
            "COUNTER_ACCOUNT",
            f"本账套拨入和上解的对方科目是 {allowed} {COUNTERS[allowed]}，"
            f"填的是 {counter} {COUNTERS[counter]}",
            f"改为 {allowed}，或不填",
            clause=clause,
            field=field,
        )
    yield from area_findings(event, facts, counter=allowed, clause=clause)


def area_findings(
    event: NamesUpper, facts: Facts, *, counter: str, clause: str
) -> Iterator[Finding]:
    """Refuse 2001 without another agency's area, and an area where 1003 stands opposite."""
    area = event.upper_area
    if counter == TEMPORARY_RECEIPT and (
        AREA_PATTERN.fullmatch(area) is None or area == facts.book.area
    ):
        yield event.refusal(
            "UPPER_AREA",
            f"经上级拨付时应写明上级统筹区，填的是“{area}”",
            "填上级经办机构的六位区划代码，如 620700",
            clause=clause,
            field=AREA_FIELD,
        )
    if area and counter != TEMPORARY_RECEIPT:
        yield event.refusal(
            "UPPER_AREA",
            f"对方科目是 {counter} {COUNTERS[counter]}，不应写上级统筹区",
            "去掉 upper_area",
            clause=clause,
            field=AREA_FIELD,
        )


def counter_account(event: NamesUpper, facts: Facts, *, counter: str) -> Account:
    """Return the account on the other side."""
    if (counter or counter_rules(event, facts).text("allocation_counter")) == TEMPORARY_RECEIPT:
        return facts.chart.leaf("upper_agency", counterparty=event.upper_area)
    return facts.chart.leaf("fiscal_account")


def counter_rules(event: NamesUpper, facts: Facts) -> Rules:
    """Return the rules that say what stands opposite: of the prepayment year that an event names.

    拨入 and 上解 name none: they move money of all years at once, by the choice of the day's year.
    """
    return facts.rules(event.date, event.year)


def fiscal_barred(rules: Rules) -> bool:
    """Return whether the agency may not use 1003 in its books (张掖: county level; R-010)."""
    return FISCAL_ACCOUNT not in rules.texts("pay_accounts")


def barred_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse whatever names 1003 in a book that may not use it.

    A 拨付 has its own word for it (PAY_ACCOUNT); what the program makes only repeats what
    stands in the books.
    """
    if event.INTERNAL or event.KIND == "disbursement":
        return
    named = [f for word, f in NAMED_BY.items() if getattr(event, word, "") == FISCAL_ACCOUNT]
    if named and fiscal_barred(rules := facts.rules(event.date, event.year)):
        yield barred(event, rules, named[0])


def barred(event: NamesUpper | Event, rules: Rules, field: str) -> Finding:
    """Word that a book may not use 1003."""
    remedies = {
        "opening-balance": "删去这一行：财政专户的存款由上级账套列期初",
        "allocation": "不填付款账户，写明上级统筹区（upper_area）：款项记在 2001 上级经办机构拨入",
        "remittance": "不填收款账户，写明上级统筹区（upper_area）：冲减 2001 上级经办机构拨入",
    }
    return event.refusal(
        "FISCAL_ACCOUNT_BARRED",
        f"本账套的会计处理不得使用 1003 财政专户存款，{EVENT_KINDS[event.KIND]}却用到了它",
        remedies.get(event.KIND, "改用 1004 支出户存款；款项在上级财政专户收付的，由上级账套入账"),
        clause=rules.clause("pay_accounts"),
        field=field,
    )


class NamesLower(Protocol):
    """An event that names a lower agency."""

    @property
    def lower_area(self) -> str:
        """Return the lower agency's area."""

    def refusal(
        self, code: str, message: str, remedy: str, *, clause: str = "", field: str = ""
    ) -> Finding:
        """Word a finding about the event."""


def lower_findings(event: NamesLower, facts: Facts) -> Iterator[Finding]:
    """Refuse a lower agency that is unclear, or the book's own area."""
    if AREA_PATTERN.fullmatch(event.lower_area) is None or event.lower_area == facts.book.area:
        yield event.refusal(
            "LOWER_AREA",
            f"下级统筹区“{event.lower_area}”应是另一个经办机构的六位区划代码",
            "填下级的区划代码，如 620702",
            clause="财会〔2017〕28号·1101",
            field="lower_area 下级统筹区",
        )
