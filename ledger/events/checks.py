"""The rules of form that hold for every event, whatever its kind; there is no door in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import first_day, period_of
from ledger.basis.terms import EVENT_KINDS, PAPER_TYPES
from ledger.events.booked.bank_day import bank_day_warnings
from ledger.events.booked.payment_orders import order_findings
from ledger.events.booked.suspense_out import SuspenseOut
from ledger.events.booked.upper import barred_findings
from ledger.events.citing import SHEET, citations, cited_elsewhere
from ledger.events.dated import (
    CLAUSE_PERIOD,
    CLAUSE_TIMELY,
    DATE_FIELD,
    ahead_findings,
    booked_on,
    moved_warning,
)
from ledger.events.losses.loss_documents import loss_document_findings
from ledger.events.losses.write_off import WriteOff
from ledger.events.permissions.permission_back import unusual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Citing, DocumentKey, Facts

CLAUSE_PAPERS = "《会计基础工作规范》第五十一条(四)"
CLAUSE_ONCE = "财会〔2024〕12号·二十一(二)"
CLAUSE_COUNTERPARTY = "财会〔2017〕28号·1101"
#: What is wrong with a document: code, message and remedy.
Fault = tuple[str, str, str]


def form_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse what the ledger itself forbids, for any kind of event."""
    yield from period_findings(event, facts)
    yield from ahead_findings(event, facts)
    yield from unknown_hospital(event, facts)
    wrong = facts.vouchers.get(event.corrects)
    yield from paper_findings(event, corrects=wrong.kind if wrong is not None else "")
    if event.irregular:
        yield from unproved_findings(event)
    yield from barred_findings(event, facts)
    yield from document_findings(event, facts)


def unknown_hospital(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse a hospital that is not in the list."""
    if event.hospital and event.hospital not in facts.hospitals:
        yield event.refusal(
            "HOSPITAL_UNKNOWN",
            f"医疗机构 {event.hospital} 不在名单内",
            "核对编码；确属新增的，先用 prepay hospital import 导入名单",
            clause=CLAUSE_COUNTERPARTY,
            field="hospital 医疗机构编码",
        )


def unproved_findings(event: Event) -> Iterator[Finding]:
    """Refuse a special case that no bank receipt proves, or that gives no reason."""
    if not any(paper.type == "bank-receipt" for paper in event.papers):
        yield event.refusal(
            "IRREGULAR_UNPROVED",
            "特殊情况须有银行回单证明款项已经划转",
            "补上银行回单；款项尚未划转的，去掉 irregular",
            clause=CLAUSE_PAPERS,
            field="irregular 特殊情况",
        )
    if not (getattr(event, "reason", "") or event.summary):
        yield event.refusal(
            "IRREGULAR_REASON",
            "特殊情况须写明原因",
            "填写原因（reason），没有该栏的业务写在摘要里",
            clause=CLAUSE_PAPERS,
            field="irregular 特殊情况",
        )


def opening_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse 期初 once the first month is closed."""
    if not facts.opening_open:
        yield event.refusal(
            "PERIOD_CLOSED",
            f"首月已结账，{facts.opening_period()} 期初不能再录入",
            "期初有误的，用 prepay correct 更正原期初凭证",
            clause=CLAUSE_PERIOD,
            field="booked 记账日期",
        )


def period_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse a 记账日期 that no open month holds, or one that runs ahead of the fact."""
    if event.KIND == "opening-balance" and not corrects_opening(event, facts):
        yield from opening_findings(event, facts)
        return
    booked = booked_on(event, facts)
    if booked < event.date and not event.LEGLESS:
        yield event.refusal(
            "BOOKED_EARLY",
            f"记账日期 {booked} 早于业务日期 {event.date}",
            "会计核算不得提前：记账日期应不早于业务日期",
            clause=CLAUSE_TIMELY,
            field="booked 记账日期",
        )
    period = period_of(booked)
    if period < facts.open_from:
        yield event.refusal(
            "PERIOD_CLOSED",
            f"{period} 已结账，不能再记账；现在最早可记 {facts.open_from}",
            f"记账日期（booked）改为 {first_day(facts.open_from)} 或以后，或不填；业务日期不变",
            clause=CLAUSE_PERIOD,
            field="booked 记账日期",
        )


def corrects_opening(event: Event, facts: Facts) -> bool:
    """Tell a correction of 期初 that comes after the first close: it stands in an open month."""
    wrong = facts.vouchers.get(event.corrects)
    return not facts.opening_open and wrong is not None and wrong.kind == "opening-balance"


def papers_lacking(
    kind: type[Event], held: Collection[str], *, irregular: bool, corrects: str
) -> list[str]:
    """List the papers that an event lacks: asked at record and at posting, and by `verify`.

    A correction inherits the papers of what it corrects (`corrects`: what that counts as); what
    the bank did by itself (`irregular`) has no order behind it.
    """
    if kind.INTERNAL or corrects == kind.KIND:
        return []
    waived = ("payment-order",) if irregular else ()
    return [type_ for type_ in kind.papers_needed(held) if type_ not in (*held, *waived)]


def paper_findings(event: Event, *, corrects: str) -> Iterator[Finding]:
    """Refuse an event without the papers that its kind needs."""
    held = {paper.type for paper in event.papers}
    lacking = papers_lacking(type(event), held, irregular=event.irregular, corrects=corrects)
    if lacking:
        names = "、".join(f"{PAPER_TYPES[kind]}（{kind}）" for kind in lacking)
        yield event.refusal(
            "PAPER_MISSING",
            f"{EVENT_KINDS[event.KIND]}缺少附件：{names}",
            "补上所缺附件的类型、编号和日期",
            clause=CLAUSE_PAPERS,
            field="papers 附件",
        )


def document_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse documents used up, stated unequally, or cited twice for the same thing."""
    cited = citations(event)
    yield from receipts_unequal(event, cited)
    yield from order_findings(event, cited, facts)
    for key, citing in cited:
        if key.type == "payment-order":
            continue
        if isinstance(event, WriteOff):
            yield from loss_document_findings(event, key, citing, facts)
        elif key.type != SHEET:
            # A sheet is judged whole (`voucher/opening_sheets.py`), not row by row.
            yield from one_receipt(event, key, citing, facts)


def receipts_unequal(
    event: Event, cited: Sequence[tuple[DocumentKey, Citing]]
) -> Iterator[Finding]:
    """Refuse several receipts that do not come to what was moved."""
    use = event.bank_use()
    amounts = [citing.used_fen for key, citing in cited if key.type == "bank-receipt"]
    if use is None or len(amounts) < 2:
        return
    total = sum(amounts)
    if total != use.amount_fen or not all(amounts):
        yield event.refusal(
            "RECEIPTS_UNEQUAL",
            f"{len(amounts)} 张回单合计 {grouped(total)}，应等于收付金额 {grouped(use.amount_fen)}",
            "每张回单写明金额，合计等于本笔金额",
            clause=CLAUSE_ONCE,
            field="papers 附件",
        )


def one_receipt(event: Event, key: DocumentKey, citing: Citing, facts: Facts) -> Iterator[Finding]:
    """Refuse one receipt that cannot bear another use."""
    earlier = cited_elsewhere(event, key, facts)
    name = f"{PAPER_TYPES[key.type]} {key.number}"
    fault = (
        receipt_twice(name, citing, earlier)
        or receipt_unequal(name, citing, earlier)
        or receipt_used_up(name, citing, earlier)
    )
    if fault is not None:
        code, message, remedy = fault
        yield event.refusal(code, message, remedy, clause=CLAUSE_ONCE, field="papers 附件")


def receipt_twice(name: str, citing: Citing, earlier: Sequence[Citing]) -> Fault | None:
    """Word that a receipt has served the same kind, hospital and year; None where it has not."""
    same = (citing.kind, citing.hospital, citing.year)
    twins = [use.key for use in earlier if (use.kind, use.hospital, use.year) == same]
    if not twins:
        return None
    return (
        "RECEIPT_TWICE",
        f"{name} 已用于同一医疗机构同一年度的{EVENT_KINDS[citing.kind]}（{twins[0]}）",
        "核对是否重复录入；确为另一笔的，填它自己的回单号",
    )


def receipt_unequal(name: str, citing: Citing, earlier: Sequence[Citing]) -> Fault | None:
    """Word that another amount was stated of a receipt before; None where none was."""
    stated = {use.stated_fen for use in earlier if use.stated_fen}
    if not citing.stated_fen or not stated - {citing.stated_fen}:
        return None
    figures = "、".join(grouped(fen) for fen in sorted(stated))
    return (
        "DOCUMENT_UNEQUAL",
        f"{name} 本次写的金额是 {grouped(citing.stated_fen)}，此前写的是 {figures}",
        "一张回单供几笔业务使用时，每笔都写回单的总金额（papers 的 amount）",
    )


def receipt_used_up(name: str, citing: Citing, earlier: Sequence[Citing]) -> Fault | None:
    """Word that more of a receipt is used than it says; None where it bears the use."""
    limit = citing.stated_fen or max((use.stated_fen for use in earlier), default=0)
    used = sum(use.used_fen for use in earlier)
    over = used + citing.used_fen - limit
    if not limit or over <= 0:
        return None
    figures = f"金额 {grouped(limit)}，已用 {grouped(used)}，本笔 {grouped(citing.used_fen)}"
    return (
        "RECEIPT_USED_UP",
        f"{name} {figures}，超出 {grouped(over)}",
        "核对编号和金额；一张回单供几笔使用时，写明回单的总金额",
    )


def warnings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Point at what is lawful but unusual."""
    if event.LEGLESS and event.date > facts.today:
        yield event.refusal(
            "DATE_AHEAD",
            f"日期 {event.date} 晚于今天 {facts.today}",
            "核对年月日；是生效日的，不必理会",
            field=DATE_FIELD,
        )
    yield from moved_warning(event, facts)
    if isinstance(event, SuspenseOut):
        yield from bank_day_warnings(event, facts)
    yield from unusual(event, facts)
