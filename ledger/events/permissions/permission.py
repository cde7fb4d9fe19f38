"""准许·拨付: what the notices allow when money is paid out; `permission_back.py` has the way back.

What must have happened before a payment stands in `permission_before.py`, what stops one in
`permission_stops.py`.

Each finding cites its clause and can be read aloud. What has already happened against one
of these rules goes in as `irregular`, proved by a bank line (design 2.12).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import BANKS, GATE_VERDICTS, LATE_REASONS, PAPER_TYPES, code_of
from ledger.events.corrections.correcting import fact_day
from ledger.events.permissions.permission_before import before_findings
from ledger.events.permissions.permission_stops import stop_findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.events.judged import JudgedPayment
    from ledger.masters.hospital import Hospital
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Rules


def payment_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse a payment that the notice does not allow: whom, how much, when, from where.

    What follows from a wrong hospital or year is not told beside it; what does not follow is. A
    blue voucher is asked only where it changes whom, when, or pays more.
    """
    rules = facts.rules(event.date, event.year)
    yield from pay_account_findings(event, rules)
    if is_the_payment(event, facts):
        return
    hospital = facts.hospitals.get(event.hospital)
    if event.year != event.date.year:
        yield other_year(event, rules)
    if hospital is not None:
        yield from inpatient_findings(event, hospital, rules)
    if event.year == event.date.year:
        yield from year_findings(event, facts)
    if hospital is not None:
        yield from stop_findings(event, facts)
    yield from deadline_findings(event, facts)


def pay_account_findings(event: JudgedPayment, rules: Rules) -> Iterator[Finding]:
    """Refuse a payment from an account that the policy does not let pay."""
    allowed = rules.texts("pay_accounts")
    if event.from_account not in allowed:
        names = "、".join(f"{code} {BANKS[code]}" for code in allowed)
        yield event.forbidden(
            "PAY_ACCOUNT",
            f"本账套不得从 {event.from_account} {BANKS[event.from_account]}拨付，可用：{names}",
            f"付款账户改为 {names}",
            clause=rules.clause("pay_accounts"),
            field="from 付款账户",
        )


def other_year(event: JudgedPayment, rules: Rules) -> Finding:
    """Word that a payment is of the year of its day."""
    return event.refusal(
        "PAYMENT_YEAR",
        f"{event.date} 的拨付属于 {event.date.year} 年度，填的是 {event.year} 年度",
        f"预付年度改为 {event.date.year}：预付金在预拨年度使用，年度按付款日算",
        clause=rules.clause("prepayment_year"),
        field="year 预付年度",
    )


def inpatient_findings(event: JudgedPayment, hospital: Hospital, rules: Rules) -> Iterator[Finding]:
    """Refuse a payment to a hospital without inpatients, where the notice asks for these."""
    if not hospital.inpatient and rules.flag("inpatient_required"):
        yield event.forbidden(
            "INPATIENT",
            f"{hospital.name}不收治住院患者，不在预付范围",
            "核对医疗机构；名单有误的，更正名单后重新导入",
            clause=rules.clause("inpatient_required"),
            field="hospital 医疗机构编码",
        )


def year_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse what a fund's or a hospital's year does not allow; an unknown hospital has none."""
    shut = list(gate_findings(event, facts))
    yield from shut
    if event.hospital not in facts.hospitals:
        return
    # With the gate shut nothing is assessed: that would be the same refusal once more.
    if not shut:
        yield from limit_findings(event, facts, event.hospital, event.year, event.amount_fen)
    yield from before_findings(event, facts, event.hospital, event.year, event.amount_fen)


def is_the_payment(event: JudgedPayment, facts: Facts) -> bool:
    """Tell a blue voucher that leaves whom, when and no less as it was: that stood already."""
    wrong = facts.vouchers.get(event.corrects)
    if wrong is None or wrong.kind != "disbursement":
        return False
    paid = wrong.legs[0].debit
    same = (paid.hospital, paid.year, wrong.date) == (event.hospital, event.year, event.date)
    return same and event.amount_fen <= sum(leg.amount_fen for leg in wrong.legs)


def gate_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse to pay from a fund whose gate is shut (甘肃·一; 海南·二)."""
    gate = facts.gates.get(event.year)
    if gate is None or gate.verdict == "open":
        return
    rules = facts.rules(event.date, event.year)
    limit = rules.table("gate_months")[facts.book.fund]
    names = {
        "months-short": ("gate_months", f"（{gate.months} 个月，须不低于 {limit} 个月）"),
        "deficit-prior-year": ("deficit_block", ""),
        "deficit-forecast": ("deficit_block", ""),
        "not-selected": ("fund_selection", f"（{gate.months} 个月）"),
    }
    name, figures = names[gate.verdict]
    yield event.forbidden(
        "FUND_GATE",
        f"{facts.book.name}{event.year}年度不得预付：{GATE_VERDICTS[gate.verdict]}{figures}",
        "不要拨付；基金数据有误的，重新导入后再核定（prepay assess import、assess run）",
        clause=rules.clause(name),
        field="fund 险种",
    )


def limit_findings(
    event: Event, facts: Facts, hospital: str, year: int, more_fen: int
) -> Iterator[Finding]:
    """Refuse to pay what was not assessed, or more than was approved; paid and pending count."""
    standing = facts.standing(hospital, year)
    rules = facts.rules(event.date, event.year)
    if not rules.flag("assessment_required"):
        return
    name = facts.hospital_name(hospital)
    if standing.approved_fen is None:
        yield event.forbidden(
            "NOT_ASSESSED",
            f"{name}{year}年度在{facts.book.name}没有经审核的核定",
            f"先核定并由另一人审核：prepay assess run --year {year}，再 prepay assess approve",
            clause=rules.clause("assessment_required"),
            field="hospital 医疗机构编码",
        )
        return
    if not standing.approved_fen and standing.refused:
        yield event.forbidden(
            "LIMIT_EXCEEDED",
            f"{name}{year}年度不予预付：{'；'.join(standing.refused)}；本笔 {grouped(more_fen)}",
            f"不要拨付；核定有误的，补齐材料后重新核定：prepay assess run --year {year}",
            clause=rules.clause("assessment_required"),
            field="hospital 医疗机构编码",
        )
        return
    yield from exceeding_limit(event, facts, hospital, year, more_fen)


def exceeding_limit(
    event: Event, facts: Facts, hospital: str, year: int, more_fen: int
) -> Iterator[Finding]:
    """Refuse to pay more than was approved of a hospital's year."""
    standing = facts.standing(hospital, year)
    approved_fen = standing.approved_fen or 0
    # 退汇 may have come later than this payment: the most that stood as paid since its day counts.
    paid_fen = standing.paid_from(fact_day(event, facts))
    after = paid_fen + more_fen
    if after > approved_fen:
        later = "（其后退回的不抵减当日）" if paid_fen != standing.paid_fen else ""
        yield event.forbidden(
            "LIMIT_EXCEEDED",
            f"{facts.hospital_name(hospital)}{year}年度核定 {grouped(approved_fen)}，"
            f"已拨付（含待记账）{grouped(paid_fen)}{later}，本笔 {grouped(more_fen)}，"
            f"超出 {grouped(after - approved_fen)}",
            f"本笔最多 {grouped(max(approved_fen - paid_fen, 0))}；"
            "核定确需提高的，按会商文件重新核定",
            clause=facts.rules(event.date, event.year).clause("months"),
            field="amount 金额",
        )


def deadline_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse a payment after the deadline without a reason that a paper or the books prove.

    甘肃·四; 海南·五(四)、九.
    """
    # A payment is of the year of its day, whatever year is typed.
    year = event.date.year
    rules = facts.rules(event.date, year)
    deadline = rules.day("payment_deadline", year)
    if event.date <= deadline:
        return
    # Whoever declares a special case gives its reason; that reason does not make it lawful.
    lacking = "" if event.irregular else late_reason_lacks(event, facts)
    if event.irregular or lacking:
        yield event.forbidden(
            "PAYMENT_LATE",
            f"{year}年度应在 {deadline} 前完成拨付，本笔 {event.date}，"
            f"迟 {(event.date - deadline).days} 天{lacking}",
            f"确须在期限后拨付的，原因（reason）填：{LATE_PROOFS}",
            clause=rules.clause("payment_deadline"),
            field="reason 原因" if event.reason and not event.irregular else "date 日期",
        )


#: What proves a reason for paying late: a paper of these types; a 退汇 stands in the books.
PROVING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "allocation-late": ("allocation-notice",),
        "extended": ("special-document",),
        "other": ("special-document", "other"),
    }
)
LATE_PROOFS = (
    "财政拨款晚到（附财政拨款通知）；退汇重付（本年度该机构有退汇，金额不超过退回的）；"
    "上级延期（附会商文件）；其他：说明（附会商文件或其他附件）"
)


def bounced_lacks(event: JudgedPayment, facts: Facts) -> str:
    """Say how far 退汇 fall short of what is paid again; "" where they do not."""
    bounced = facts.standing(event.hospital, event.year).bounced_fen
    if event.amount_fen <= bounced:
        return ""
    return f"，本年度该机构的退汇共 {grouped(bounced)}，本笔 {grouped(event.amount_fen)}"


def late_reason_lacks(event: JudgedPayment, facts: Facts) -> str:
    """Say what is lacking in a reason for paying late; "" where it is proved."""
    head, _, told = event.reason.replace("：", ":").partition(":")
    reason = code_of(LATE_REASONS, head)
    if reason is None:
        return f"，“{event.reason}”不是可以迟付的原因" if event.reason else "，没有写明原因"
    if reason == "other" and not told.strip():
        return "，“其他”没有写说明"
    if reason == "bounced":
        return bounced_lacks(event, facts)
    if any(paper.type in PROVING[reason] for paper in event.papers):
        return ""
    papers = "或".join(PAPER_TYPES[paper] for paper in PROVING[reason])
    return f"，“{LATE_REASONS[reason]}”没有附{papers}"
