"""准许·资金来源: the 财政 document of a year's money comes before what is paid out of it.

甘肃·四: 财政部门审核后将资金拨付至支出户，再由医保经办机构将资金拨付至各定点医疗机构; 海南·五(三)、
(四). What counts is the date on the paper, not the day on which somebody entered it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.basis.terms import PAPER_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts, Funding

#: The papers by which 财政 lets a year's money go.
FUNDING_PAPERS = ("funding-plan", "allocation-notice")


def fund_day_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse a payment before the first 财政 document of its year.

    Where the year began with enough in the 支出户, or no allocation is registered yet, nobody
    can tell from the dates what was paid out of which.
    """
    rules = facts.rules(event.date, event.year)
    first = first_funding(event, facts)
    if first is None or first.dated <= event.date or not rules.flag("papers_before_payment"):
        return
    yield event.forbidden(
        "PAYMENT_BEFORE_FUNDS",
        f"{event.year}年度最早的{PAPER_TYPES[first.type]} {first.number} 的日期是 {first.dated}，"
        f"晚于拨付日 {event.date}",
        "核对两个日期；财政先审核、拨款，再向医疗机构拨付"
        "（银行确已付出的，附回单按特殊情况 irregular 登记）",
        clause=rules.clause("papers_before_payment"),
        field="date 日期",
    )


def funds_entered_late(event: Event, facts: Facts) -> Iterator[Finding]:
    """Point at a 财政 document that is dated before the payment and was entered after it."""
    first = first_funding(event, facts)
    if first is not None and first.dated <= event.date < first.entered:
        yield event.refusal(
            "FUNDS_ENTERED_LATE",
            f"{PAPER_TYPES[first.type]} {first.number} 的日期 {first.dated} 不晚于拨付日 "
            f"{event.date}，登记在 {first.entered}",
            "先后以文件的日期为准；核对文件日期没有写错",
            clause=facts.rules(event.date, event.year).clause("papers_before_payment"),
            field="date 日期",
        )


def first_funding(event: Event, facts: Facts) -> Funding | None:
    """Return the first 财政 document of a payment's year; None where dates cannot tell."""
    paid_from = getattr(event, "from_account", "")
    if event.KIND != "disbursement" or paid_from != DISBURSEMENT_ACCOUNT:
        return None
    if facts.begun_with.get(event.year, 0) >= event.amount_fen:
        return None
    own = [one for one in facts.fundings.values() if one.year == event.year]
    return min(own, key=lambda one: (one.dated, one.entered), default=None)
