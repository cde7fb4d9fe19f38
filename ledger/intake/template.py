"""模板: what the columns of a sheet to fill in hold, drawn from the words that events declare."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import (
    ACKNOWLEDGED,
    BANKS,
    BENEFITS,
    CONFIRMATIONS,
    EVENT_KINDS,
    FUNDS,
    GOVERNMENTS,
    OWNERSHIPS,
    PAPER_TYPES,
    RECALL_TRIGGERS,
    REST_PAID_FROM,
    SWITCHES,
    YES_NO,
    code_of,
)
from ledger.events import words
from ledger.events.booked import opening_check
from ledger.events.booked.opening_balance import ACCOUNTS
from ledger.events.booked.upper import COUNTERS
from ledger.events.citing import BOUNDING
from ledger.events.kinds import KINDS, spelled
from ledger.events.registers import adjustment, sanction
from ledger.intake.intake import COMMON, ENTERED
from ledger.intake.paper_columns import PARTS, paper_column, paper_heading
from ledger.intake.workbook.workbook_fill import FillColumn
from ledger.masters.hospital import HEADINGS, REQUIRED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ledger.events.base import Word
    from ledger.events.words import Parser

HOSPITALS, EVENTS = "hospitals", "events"
#: What asks for the list of hospitals' bank accounts (`account_template`).
ACCOUNT_WORDS = ("hospital-accounts", "医疗机构账户")
SORTS: Mapping[Parser, str] = MappingProxyType(
    {
        words.as_fen: "money",
        words.as_fen_or_zero: "money",
        words.as_date: "date",
        words.as_year: "year",
    }
)
#: The vocabulary behind a word's drop-down, by kind where kinds differ.
VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fund": FUNDS,
        "from": BANKS,
        "to": BANKS,
        "benefit": BENEFITS,
        "irregular": YES_NO,
        "refund": YES_NO,
        "account": ACCOUNTS,
        "opening-check.account": opening_check.COMPARED,
        "finding": ACKNOWLEDGED,
        "allocation.from": COUNTERS,
        "remittance.to": COUNTERS,
        "settlement-offset.from": REST_PAID_FROM,
        "ownership": OWNERSHIPS,
        "inpatient": YES_NO,
        "finance_sound": YES_NO,
        "key_work": YES_NO,
        "inspections": YES_NO,
        "rectified": YES_NO,
        "trigger": RECALL_TRIGGERS,
        "switch": SWITCHES,
        "answer": CONFIRMATIONS,
        "settlement_fund": FUNDS,
        "government": GOVERNMENTS,
        "scope": adjustment.SCOPES,
        "cause": sanction.CAUSES,
    }
)
HINTS: Mapping[str, str] = MappingProxyType(
    {
        "key": "自己编，每笔不重复，如 拨付2026-001；同一编号再录一次不会重复记账",
        "area": "六位区划代码，如 620100",
        "date": "业务发生的日子，收付款以银行为准，如 2026-03-31",
        "booked": "可不填；默认与日期相同，该月已结账时为最早可记的一天",
        "summary": "可不填；程序按规定写摘要",
        "irregular": "款项已经划转、但不合规定的，填 是，并写明原因",
        "papers": "其余附件：类型:编号:日期[:金额[:张数]]，几张之间用分号隔开",
        "hospital": "医疗机构名单里的编码；设为文本，不要用公式",
        "settlement-offset.from": "冲抵后还要支付的，从哪个账户付；1004 是预付金专户的必填",
        "settlement_fund": "可不填；默认本险种",
        "government": "可不填；批复标题里写明政府名称的，程序自会看出",
        "lines": "如 住院:310000; 门诊:90000；与“应付结算额、待遇类别”二者取一",
        "evaluations": "如 2025:合格; 2024:优秀",
        "factor": "如 0.5、1/2 或 50%",
        "month": "如 2026-05；设为文本",
        "settlement_month": "可不填；逾期抵扣的是哪个月的结算，如 2026-12",
        "listed": "通报里一共几家；没有的填 0",
        "concerned": "其中有预付金的几家；没有的填 0",
        "balance": "月末累计结余，元；职工医保只填统筹基金",
        "income": "本年累计收入，元（会社保02表）",
        "expenditure": "本年累计支出，元（会社保02表）",
        "budget": "本年度支出预算，元",
        "assets": "月末资产总额，元（会社保01表）",
        "channel": "在哪里公布，如 省医保局网站",
        "administrator": "法院指定的管理人",
        "event": "原登记或特殊情况的业务编号",
        "recall": "原收回通知的业务编号",
        "letter": "对账函的业务编号，见 prepay confirm list --format json",
        "claim": "可不填；法院文书没有直接写损失额时填",
        "satisfied": "与确定债权一起填；没有受偿的填 0",
        "page": "与确定债权一起填：两个数在文书第几页",
        "code": "国家定点医疗机构代码，只含字母、数字和-",
        "credit_code": "可不填；十八位",
        "bank_account": "可不填；返还时核对原渠道，务必为文本",
        "valid_from": "可不填；默认今天",
    }
)
BY_SORT: Mapping[str, str] = MappingProxyType(
    {
        "money": "元，大于零，最多两位小数",
        "date": "如 2026-03-31",
        "year": "四位年份，如 2026",
        "choice": "从下拉选单里选",
        "text": "文本",
    }
)
#: What the amount of a paper is that a limit hangs on.
AMOUNT_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "court-document": "法院确认的损失额；没有直接写的，改填确定债权、已受偿和文书页码",
        "payment-order": "一张供几笔拨付使用的，必填：它的总金额；只供一笔的可不填",
        "government-approval": "必填：批复批准核销本机构的金额；批了几家的，各填各家的",
    }
)
FIRST = ("key", "kind", "area", "fund", "date", "hospital", "year", "amount")
LAST = ("summary", "booked", "irregular", "papers")


def kind_asked(word: str) -> str | None:
    """Read which template is asked for: a kind of event, `hospitals` or `events`."""
    other = {HOSPITALS: "医疗机构", EVENTS: "业务"}
    kind = code_of(EVENT_KINDS, word)
    if kind in {entered.KIND for entered in ENTERED}:
        return kind
    return code_of(other, word)


@functools.cache
def columns_of(asked: str) -> tuple[FillColumn, ...]:
    """List the columns of a template, in the order that they are filled in."""
    if asked == HOSPITALS:
        return hospital_columns()
    kinds = [kind.KIND for kind in ENTERED] if asked == EVENTS else [asked]
    columns = {
        name: made(name, heading, "text", kinds=kinds, required=True)
        for name, heading in COMMON.items()
    }
    for column in (*columns_of_kinds(kinds, mixed=asked == EVENTS), *paper_fills(asked)):
        columns.setdefault(column.name, column)
    return tuple(columns[name] for name in in_filling_order(columns))


def in_filling_order(names: Collection[str]) -> list[str]:
    """Order columns: what every kind has first, its own words next, what may be left open last."""
    own = [name for name in names if name not in (*FIRST, *LAST)]
    return [name for name in (*FIRST, *own, *LAST) if name in names]


def hospital_columns() -> tuple[FillColumn, ...]:
    """List the columns of a list of hospitals."""
    return tuple(
        made(name, heading, hospital_sort(name), required=name in REQUIRED)
        for name, heading in HEADINGS.items()
    )


def columns_of_kinds(kinds: Iterable[str], *, mixed: bool) -> Iterator[FillColumn]:
    """Make the columns of the words of kinds; a word that kinds share is made for each."""
    for kind in kinds:
        for spec in spelled(kind).values():
            if spec.name != "corrects":
                yield event_column(kind, spec, mixed=mixed)


def paper_fills(asked: str) -> Iterator[FillColumn]:
    """Make the columns of the papers that a kind needs; where kinds are mixed, of the receipt."""
    papers = ("bank-receipt",) if asked == EVENTS else KINDS[asked].PAPERS
    for type_ in papers:
        parts = ("number", "date", "amount") if type_ in BOUNDING else ("number", "date")
        for part in PARTS:
            if part in parts:
                yield paper_fill(type_, part, asked)


def event_column(kind: str, spec: Word, *, mixed: bool) -> FillColumn:
    """Return the column of a word; on a mixed sheet only what every kind has is marked required."""
    sort = SORTS.get(spec.read, "text")
    required = spec.required and (not mixed or spec.name in ("date", "amount"))
    return made(spec.name, spec.label, sort, kinds=[kind], required=required)


def paper_fill(type_: str, part: str, asked: str) -> FillColumn:
    """Return the column of a part of a paper; its number and date are asked for."""
    hints = {
        "number": f"{PAPER_TYPES[type_]}的编号",
        "amount": AMOUNT_HINTS.get(type_, "可不填；一张供几笔业务使用时，填它的总金额"),
    }
    return FillColumn(
        name=paper_column(type_, part),
        heading=paper_heading(type_, part),
        sort={"date": "date", "amount": "money"}.get(part, "text"),
        required=asked != EVENTS and part in ("number", "date"),
        hint=hints.get(part, BY_SORT["date"]),
    )


def choice_hint(own_hint: str, sort: str, choices: Sequence[str]) -> str:
    """Write the hint of a column that has a drop-down."""
    said = f"{own_hint}。" if own_hint not in ("", BY_SORT[sort]) else ""
    return f"{said}可填：{'、'.join(choices)}"


def made(
    name: str, heading: str, sort: str, *, kinds: list[str] | None = None, required: bool = False
) -> FillColumn:
    """Make a column with its drop-down and its hint."""
    alone = f"{kinds[0]}.{name}" if kinds else ""
    choices = choices_of(name, alone, kinds or ())
    sort = "choice" if choices else sort
    own_hint = HINTS.get(alone) or HINTS.get(name) or ""
    hint = choice_hint(own_hint, sort, choices) if choices else own_hint or BY_SORT[sort]
    return FillColumn(
        name=name, heading=heading, sort=sort, required=required, choices=choices, hint=hint
    )


def choices_of(name: str, alone: str, kinds: Iterable[str]) -> tuple[str, ...]:
    """List what may be filled into a column, by its name in one kind or in any."""
    if name == "kind":
        return tuple(EVENT_KINDS[kind] for kind in kinds)
    vocabulary = VOCABULARIES.get(alone) or VOCABULARIES.get(name) or {}
    return tuple(vocabulary.values())


def hospital_sort(name: str) -> str:
    """Return what a column of the hospital list holds."""
    return "date" if name == "valid_from" else "text"


@functools.cache
def fill_columns() -> Mapping[str, FillColumn]:
    """Map every column that any template has, and every paper column, by name."""
    known: dict[str, FillColumn] = {}
    for asked in (EVENTS, HOSPITALS):
        known |= {column.name: column for column in columns_of(asked)}
    for type_ in PAPER_TYPES:
        for part in PARTS:
            known.setdefault(paper_column(type_, part), paper_fill(type_, part, EVENTS))
    return MappingProxyType(known)
