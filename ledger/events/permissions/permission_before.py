"""准许·先后: what must have happened before a payment, each on its day.

申请 → 审核 → 商财政 → 核定 → 协议 (甘肃·二、四; 海南·五(二)) → 支付指令 → 拨付: first the ground,
then the money. Each finding cites its clause; what the bank has paid all the same goes in as
`irregular`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import PAPER_TYPES
from ledger.events.permissions.permission_funds import fund_day_findings

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts
    from ledger.policy.standing import Approval, Standing

#: Papers that come before the payment; a receipt, or a letter about it, may come after.
JUSTIFYING = ("payment-order", "agreement", "funding-plan", "allocation-notice", "minutes")


def before_findings(
    event: Event, facts: Facts, hospital: str, year: int, more_fen: int
) -> Iterator[Finding]:
    """Refuse a payment before its 核定, its 商定 document, its agreement or its money's papers."""
    yield from approval_day_findings(event, facts, hospital, year, more_fen)
    yield from agreement_findings(event, facts, hospital, year)
    yield from fund_day_findings(event, facts)


def first_allowing(approvals: Iterable[Approval], fen: int, deadline: date) -> Approval | None:
    """Return the 核定 that allowed an amount first; None where none does."""
    allowing = [one for one in approvals if one.amount_fen >= fen]
    return min(allowing, key=lambda one: one.since(deadline), default=None)


def approval_day_findings(
    event: Event, facts: Facts, hospital: str, year: int, more_fen: int
) -> Iterator[Finding]:
    """Refuse a payment before the day on which so much was agreed with 财政 and approved.

    Of several versions the first that allowed the amount counts: what was approved later does
    not make an earlier payment right, and does not make one wrong that was right on its day.
    """
    rules = facts.rules(event.date, year)
    if not rules.flag("assessment_required"):
        return
    approvals = facts.standing(hospital, year).approvals
    deadline = rules.day("payment_deadline", year)
    first = first_allowing(approvals, more_fen, deadline)
    # What nobody has approved, or not so much, is refused for that.
    if first is None or first.since(deadline) <= event.date:
        return
    if first.agreed is not None and first.agreed > event.date:
        what = f"与财政商定的文件 {first.document} 的日期是 {first.agreed}"
    else:
        what = f"经审核是 {first.approved}"
    yield event.forbidden(
        "PAYMENT_BEFORE_APPROVAL",
        f"{facts.hospital_name(hospital)}{year}年度核定 {grouped(first.amount_fen)}"
        f"{what}，晚于拨付日 {event.date}",
        f"核对付款日；先核定、后拨付，{first.since(deadline)} 起才能拨付"
        "（银行确已付出的，按特殊情况 irregular 登记）",
        clause=rules.clause("assessment_required"),
        field="date 日期",
    )


def approved_late(event: Event, facts: Facts) -> Iterator[Finding]:
    """Say that a payment rests on a 核定 that was entered later (补录): told, not refused."""
    if event.KIND != "disbursement":
        return
    rules = facts.rules(event.date, event.year)
    if not rules.flag("assessment_required"):
        return
    deadline = rules.day("payment_deadline", event.year)
    late = [
        one
        for one in facts.standing(event.hospital, event.year).approvals
        if one.entered_late(deadline) and event.date < one.approved
    ]
    for one in late[:1]:
        yield event.refusal(
            "APPROVED_LATER",
            f"{facts.hospital_name(event.hospital)}{event.year}年度的核定是补录的：本系统 "
            f"{one.approved} 审核，按文件 {one.document}（{one.agreed}）的日期判断先后",
            "核对文件日期；文件确在付款以前的，不必理会",
            clause=rules.clause("assessment_required"),
            field="date 日期",
        )


def days_from(days: Sequence[date], first: date | None) -> Sequence[date]:
    """Keep the days from a day on; all where none is named."""
    return days if first is None else [day for day in days if day >= first]


def agreement_findings(event: Event, facts: Facts, hospital: str, year: int) -> Iterator[Finding]:
    """Refuse to pay before the agreement is signed, where the notice asks for one (甘肃·二).

    经医保经办机构审核通过后签订: one signed before the 核定 was worked out rests on nothing.
    """
    rules = facts.rules(event.date, year)
    if not rules.flag("agreement_required"):
        return
    standing = facts.standing(hospital, year)
    days = sorted({*agreement_days(event, year), *standing.signed})
    reviewed = first_review(standing, rules.day("payment_deadline", year))
    sound = days_from(days, reviewed)
    if sound and sound[0] <= event.date:
        return
    whose = f"与{facts.hospital_name(hospital)}"
    name = f"{whose}的{year}年度预付金协议"
    code, field = "AGREEMENT_MISSING", "date 日期"
    if not days:
        field = "hospital 医疗机构编码"
        what = f"没有{whose}签订的{year}年度预付金协议"
        remedy = "先签订协议并登记（业务类型：预付金协议 agreement），审核后再拨付"
    elif sound:
        what = f"{name}签于 {sound[0]}，晚于拨付日 {event.date}"
        remedy = "核对两个日期；协议应在拨付之前签订"
    else:
        code = "AGREEMENT_EARLY"
        what = f"{name}签于 {days[-1]}，早于 {reviewed} 的核定：审核通过后才签协议"
        remedy = "核对协议日期；确实签在前面的，审核通过后重新签订，再登记（预付金协议 agreement）"
    clause = rules.clause("agreement_required")
    yield event.forbidden(code, what, remedy, clause=clause, field=field)


def first_review(standing: Standing, deadline: datetime.date) -> datetime.date | None:
    """Return the day on which the first 核定 of an amount was worked out."""
    days = [approval.reviewed(deadline) for approval in standing.approvals if approval.amount_fen]
    return min(days, default=None)


def agreement_days(event: Event, year: int) -> list[datetime.date]:
    """List the days of the agreements on the voucher; one of years before is no agreement of it."""
    papers = [paper.date for paper in event.papers if paper.type == "agreement"]
    return [day for day in papers if day.year >= year - 1]


def paper_day_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse an order or an agreement dated after the payment that it is to justify."""
    if not facts.rules(event.date, event.year).flag("papers_before_payment"):
        return
    for paper in event.papers:
        if paper.type in JUSTIFYING and paper.date > event.date:
            yield event.forbidden(
                "PAPER_LATER",
                f"{PAPER_TYPES[paper.type]} {paper.number} 的日期 {paper.date}"
                f" 晚于付款日 {event.date}",
                "核对附件日期和付款日；先有依据，后付款",
                clause=facts.rules(event.date, event.year).clause("papers_before_payment"),
                field="papers 附件",
            )
