"""核定数据的栏目: what stands in a list of fund figures and in one of payments, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import NotMoney, parse_fen
from ledger.basis.terms import FUNDS, PAYERS, SERVICES
from ledger.events.words import Parser, Unclear, as_code, as_hospital, as_text, as_year, one_of
from ledger.masters.book import AREA_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.events.words import Raw
    from ledger.intake.raw_row import RawRow

MONTH_PATTERN = re.compile(
    r"(20\d{2})(?:[-/.年]?(0[1-9]|1[0-2])|[-/.年]([1-9]))月?(?:[-/]0?1(?: 00:00:00)?)?", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A kind of list: its name, its columns (English name → heading) and how each is read.

    `own` are the columns by which it is told from other lists; `optional` ones may be missing.
    """

    name: str
    columns: Mapping[str, str]
    readers: Mapping[str, Parser]
    own: frozenset[str]
    optional: frozenset[str] = frozenset()

    def field(self, name: str) -> str:
        """Name a column in a finding."""
        return f"{name} {self.columns[name]}"


def as_area(raw: Raw) -> str:
    """Read a pooling area's code."""
    text = as_code(raw)
    if AREA_PATTERN.fullmatch(text) is None:
        raise Unclear(f"统筹区“{text}”读不懂", "填六位区划代码")
    return text


def as_month(raw: Raw) -> str:
    """Read a month: 2025-03, 202503, 2025/3, 2025年3月, or the day that Excel makes of it."""
    text = as_code(raw)
    match = MONTH_PATTERN.fullmatch(text)
    if match is None:
        raise Unclear(f"月份“{text}”读不懂", "写成 2025-03")
    return f"{match[1]}-{int(match[2] or match[3]):02d}"


def as_signed_fen(raw: Raw) -> int:
    """Read an amount exact to the 分; a balance may be negative."""
    text = as_text(raw)
    try:
        return parse_fen(text)
    except NotMoney:
        raise Unclear(f"金额“{text}”不是精确到分的数", "写成 1200000.00，最多两位小数") from None


def as_fen_from_zero(raw: Raw) -> int:
    """Read an amount exact to the 分 that is not negative."""
    fen = as_signed_fen(raw)
    if fen < 0:
        raise Unclear(
            f"金额“{as_text(raw)}”不能小于零", "没有的填 0；当月净额为负的，与相邻月份轧抵后填写"
        )
    return fen


MONEY = ("balance", "income", "expenditure", "forecast_income", "forecast_expenditure", "amount")

FIGURES = ListKind(
    name="基金收支",
    columns=MappingProxyType(
        {
            "area": "统筹区",
            "fund": "险种",
            "year": "年度",
            "balance": "累计结余",
            "income": "当年收入",
            "expenditure": "当年支出",
            "forecast_income": "滚动预计收入",
            "forecast_expenditure": "滚动预计支出",
        }
    ),
    readers=MappingProxyType(
        {
            "area": as_area,
            "fund": one_of(FUNDS, "险种"),
            "year": as_year,
            "balance": as_signed_fen,
            "income": as_fen_from_zero,
            "expenditure": as_fen_from_zero,
            "forecast_income": as_fen_from_zero,
            "forecast_expenditure": as_fen_from_zero,
        }
    ),
    own=frozenset(
        {"balance", "income", "expenditure", "forecast_income", "forecast_expenditure", "year"}
    ),
)
PAYMENTS = ListKind(
    name="医疗费用支付",
    columns=MappingProxyType(
        {
            "area": "统筹区",
            "fund": "险种",
            "hospital": "医疗机构编码",
            "month": "月份",
            "service": "服务类别",
            "payer": "支付方",
            "amount": "金额",
        }
    ),
    readers=MappingProxyType(
        {
            "area": as_area,
            "fund": one_of(FUNDS, "险种"),
            "hospital": as_hospital,
            "month": as_month,
            "service": one_of(SERVICES, "服务类别"),
            "payer": one_of(PAYERS, "支付方"),
            "amount": as_fen_from_zero,
        }
    ),
    own=frozenset({"hospital", "month", "service", "payer", "amount"}),
)
#: What 财政 agreed, hospital by hospital (甘肃·四; 海南·五(三)).
AGREED = ListKind(
    name="商定金额",
    columns=MappingProxyType({"hospital": "医疗机构编码", "fund": "险种", "agreed": "商定金额"}),
    readers=MappingProxyType(
        {"hospital": as_hospital, "fund": one_of(FUNDS, "险种"), "agreed": as_fen_from_zero}
    ),
    own=frozenset({"agreed"}),
)
LISTS = (FIGURES, PAYMENTS)


def headings_of(*kinds: ListKind) -> dict[str, str]:
    """Map every heading of these lists, English or Chinese, to its English name."""
    headings = {}
    for kind in kinds:
        for name, heading in kind.columns.items():
            headings[name] = headings[heading] = name
    return headings


def remembered(read: Parser) -> Parser:
    """Read each word once: a list of 200,000 rows says the same few words again and again."""
    known: dict[str, object] = {}

    def again(raw: Raw) -> object:
        if not isinstance(raw, str):
            return read(raw)
        if raw not in known:
            known[raw] = read(raw)
        return known[raw]

    return again


def readers_of(kind: ListKind) -> dict[str, Parser]:
    """Return the readers of a list's columns; words come again and again, amounts do not."""
    readers = {name: remembered(kind.readers[name]) for name in kind.columns if name not in MONEY}
    return readers | {name: kind.readers[name] for name in kind.columns if name in MONEY}


def is_unsaid(raw: object) -> bool:
    """Return whether a cell says nothing."""
    return not raw or (isinstance(raw, str) and raw.isspace())


def read_list(
    kind: ListKind, rows: Iterable[RawRow]
) -> tuple[list[tuple[int, dict[str, object]]], list[Finding]]:
    """Read every row of a list; good rows by number, and all findings, come back together."""
    readers = readers_of(kind)
    read, findings = [], []
    for row in rows:
        values, found = read_row(kind, readers, row)
        findings += found
        if not found:
            read.append((row.number, values))
    return read, findings


def read_row(
    kind: ListKind, readers: Mapping[str, Parser], row: RawRow
) -> tuple[dict[str, object], list[Finding]]:
    """Read one row; every fault of it comes back."""
    values: dict[str, object] = {}
    findings = []
    for name, read in readers.items():
        raw = row.words.get(name)
        if is_unsaid(raw):
            if name not in kind.optional:
                heading = kind.columns[name]
                findings.append(fault(kind, row.number, name, f"缺少{heading}", f"填写{heading}"))
            continue
        try:
            values[name] = read(raw)
        except Unclear as error:
            findings.append(fault(kind, row.number, name, error.what, error.remedy))
    return values, [*findings, *strange_columns(kind, row)]


def strange_columns(kind: ListKind, row: RawRow) -> list[Finding]:
    """Refuse what stands in columns that a list does not have."""
    others = sorted(row.words.keys() - kind.columns.keys())
    return [
        Finding(
            code="WORD_UNREADABLE",
            message=f"{kind.name}没有“{name}”这一栏",
            remedy="删去这一栏",
            row=row.number,
            field=name,
            unreadable=True,
        )
        for name in others
        if str(row.words[name]).strip()
    ]


def fault(
    kind: ListKind, row: int, name: str, message: str, remedy: str, code: str = "WORD_UNREADABLE"
) -> Finding:
    """Word what is wrong with one cell of a list."""
    return Finding(
        code=code,
        message=message,
        remedy=remedy,
        row=row,
        field=kind.field(name),
        unreadable=True,
    )
