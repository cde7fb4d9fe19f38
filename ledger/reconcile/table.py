"""对账单 as printed, row by row: junk above, totals between and below, and the lines themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import NotMoney, parse_fen
from ledger.basis.text import INVISIBLE, narrow, tidy
from ledger.events.words import Unclear, as_date
from ledger.reconcile.headings import Layout, columns_of, find_layout

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

TOTAL = re.compile(
    r"(?:借方|贷方|收入|支出|本页|本日|本月|本季|本年|本期|当前页|全部)?(?:合计|小计|总计|累计)"
    r"(?:数|金额|发生额|笔数)?|承前页|过次页|转下页|接上页|上页结转|结转下页|结转下年|上年结转|上月结转"
    r"|(?:借方|贷方|收入|支出|付款|收款|总)(?:总)?(?:笔数|金额|额)|上期结转|期初余额|期末余额|上期余额|上日余额|本期余额|上月余额|月初余额|月末余额|年初余额"
)
DATED = re.compile(r"(\d{4}\D?\d{1,2}\D?\d{1,2}日?)(?:[\sT]+[\d:.]{4,}|\d{6})?", re.ASCII)
EMPTY = frozenset({"", "-", "--", "—", "——", "/"})
OUT = frozenset({"借", "借方", "d", "dr", "debit", "支", "支出", "付", "付款", "出", "转出", "-"})
IN = frozenset({"贷", "贷方", "c", "cr", "credit", "收", "收入", "收款", "入", "转入", "存入", "+"})
TEXT_MAX = 500
#: The sign of 元 in both widths; the narrow one has no place on a GBK console.
YUAN = f"{chr(0xA5)}￥"
WHOLE = -1
#: What is read of a row beside day and money: of every sheet, and of one that names both sides.
WORDS = ("serial", "receipt", "summary", "purpose", "counterparty", "counterparty_account")
PARTIES = ("payer", "payee", "payer_account", "payee_account")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a sheet of words: its number there; `spoilt` are cells that hold none.

    A spoilt cell has a code, what is wrong, and the remedy; `WHOLE` stands for the row itself.
    """

    number: int
    cells: tuple[str, ...]
    spoilt: Mapping[int, tuple[str, str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def cell(self, n: int | None) -> str:
        """Return a cell; nothing where the row is shorter."""
        return self.cells[n] if n is not None and n < len(self.cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """A row as the sheet says it, before anybody knows from whose side.

    An `amount_fen` of 0 only tells the balance (承前页). `side` is the bank's way: 贷 is in.
    """

    row: int
    date: datetime.date
    side: str
    amount_fen: int
    balance_fen: int
    serial: str
    receipt: str
    summary: str
    counterparty: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A sheet as read: what stands above the headings, the entries, and every fault."""

    above: str
    headings: int
    entries: tuple[PrintedRow, ...]
    findings: tuple[Finding, ...]


class Reader:
    """Reads the rows below the headings; faults are gathered with their row and column."""

    def __init__(self, layout: Layout, places: Sequence[str]) -> None:
        self.layout = layout
        self.places = places
        self.findings: list[Finding] = []

    def fault(self, row: TableRow, name: str, what: str, remedy: str, code: str = "") -> None:
        """Note what is wrong with a cell."""
        n = self.layout.columns.get(name)
        where = ""
        if n is not None:
            heading = self.layout.headings[n].strip()
            where = f"{heading}（{self.places[n]}）" if n < len(self.places) else heading
        self.findings.append(
            Finding(
                code=code or "WORD_UNREADABLE",
                message=what,
                remedy=remedy,
                row=row.number,
                field=where,
                unreadable=True,
            )
        )

    def word(self, row: TableRow, name: str) -> str:
        """Take a column's words, on one line and without what nobody sees."""
        n = self.layout.columns.get(name)
        if n is not None and n in row.spoilt:
            code, what, remedy = row.spoilt[n]
            self.fault(row, name, what, remedy, code)
            return ""
        return INVISIBLE.sub("", tidy(row.cell(n)))[:TEXT_MAX]

    def entries(self, rows: Iterable[TableRow]) -> tuple[PrintedRow, ...]:
        """Read the lines among rows, those with a fault left out."""
        read = [self.entry(row) for row in rows if is_line(self.layout, row)]
        return tuple(entry for entry in read if entry is not None)

    def entry(self, row: TableRow) -> PrintedRow | None:
        """Read one line; None where something is wrong with it."""
        before = len(self.findings)
        if WHOLE in row.spoilt:
            code, what, remedy = row.spoilt[WHOLE]
            self.fault(row, "", what, remedy, code)
        date, balance = self.date(row), self.money(row, "balance")
        side, amount = self.amount(row)
        if balance is None and len(self.findings) == before:
            self.fault(row, "balance", "没有余额", "逐行带余额导出；银行给的表没有余额的，不能核对")
        words = self.words(row)
        if len(self.findings) > before or balance is None or date is None:
            return None
        told = dict.fromkeys((words["summary"], words["purpose"]))
        return PrintedRow(
            row=row.number,
            date=date,
            side=side,
            amount_fen=amount,
            balance_fen=balance,
            serial=narrow(words["serial"]).lstrip("'`"),
            receipt=narrow(words["receipt"]).lstrip("'`"),
            summary=" ".join(filter(None, told)),
            counterparty=words,
        )

    def words(self, row: TableRow) -> dict[str, str]:
        """Read what a row says beside day and money: payer and payee where the sheet has them."""
        others = [name for name in PARTIES if name in self.layout.columns]
        return {name: self.word(row, name) for name in (*WORDS, *others)}

    def date(self, row: TableRow) -> datetime.date | None:
        """Read the day; the hour beside it is left."""
        text = narrow(self.word(row, "date")).strip()
        match = DATED.fullmatch(text)
        try:
            return as_date(match[1] if match else text)
        except Unclear as error:
            if self.layout.columns["date"] not in row.spoilt:
                self.fault(row, "date", error.what if text else "没有日期", error.remedy)
            return None

    def money(self, row: TableRow, name: str) -> int | None:
        """Read an amount; None where the cell is empty."""
        text = narrow(self.word(row, name)).strip().lstrip(YUAN).strip()
        if text in EMPTY:
            return None
        if text.startswith("(") and text.endswith(")"):
            text = f"-{text[1:-1]}"
        try:
            return parse_fen(text.removeprefix("+"))
        except NotMoney:
            what = f"金额“{text}”不是精确到分的数"
            self.fault(row, name, what, "与银行的原件核对，最多两位小数")
            return None

    def amount(self, row: TableRow) -> tuple[str, int]:
        """Read side and amount, in whichever way the sheet says them."""
        if len(self.layout.amounts) == 2:
            return self.amount_by_column(row)
        amount = self.money(row, "amount") or 0
        if "flag" in self.layout.columns:
            return self.flag(row, amount), amount
        return ("in", amount) if amount >= 0 else ("out", -amount)

    def amount_by_column(self, row: TableRow) -> tuple[str, int]:
        """Read side and amount where each side has its own column."""
        out_name, in_name = self.layout.amounts
        out, in_ = self.money(row, out_name) or 0, self.money(row, in_name) or 0
        if out and in_:
            self.fault(row, in_name, "一行里既有收入又有支出", "与银行的原件核对")
        return ("out", out) if out else ("in", in_)

    def flag(self, row: TableRow, amount: int) -> str:
        """Read the side from its own column."""
        flag = narrow(self.word(row, "flag")).strip().lower()
        if flag not in OUT | IN and amount:
            self.fault(row, "flag", f"借贷标志“{flag}”不认识", "应为 借 或 贷（收 或 支）")
        return "out" if flag in OUT else "in"


def read_table(rows: Sequence[TableRow], places: Sequence[str]) -> Printed:
    """Read a printed statement; `places` names the columns as its readers do (`E 列`)."""
    layout, lacks = find_layout([row.cells for row in rows])
    if layout is None:
        return Printed(above="", headings=0, entries=(), findings=(no_headings(lacks),))
    reader = Reader(layout, places)
    entries = reader.entries(rows[layout.at + 1 :])
    if not entries and not reader.findings:
        reader.findings.append(no_lines())
    return Printed(
        above=words_above(rows[: layout.at]),
        headings=rows[layout.at].number,
        entries=entries,
        findings=tuple(reader.findings),
    )


def words_above(rows: Sequence[TableRow]) -> str:
    """Return what stands above the headings, in one line."""
    cells = [cell.strip() for row in rows for cell in row.cells]
    return narrow(" ".join(filter(None, cells)))


def is_line(layout: Layout, row: TableRow) -> bool:
    """Tell a line from a total, a page's end, and what a bank prints below.

    承前页 and the like are dropped, with the balance that they repeat.
    """
    texts = ["".join(narrow(cell).strip().strip(":").split()) for cell in row.cells]
    if any(TOTAL.fullmatch(text) for text in texts):
        return False
    if DATED.fullmatch(narrow(row.cell(layout.columns["date"])).strip()) is not None:
        return True
    first = next(filter(None, texts), "")
    if TOTAL.match(first) or columns_of(row.cells) == layout.columns:
        return False
    return any(has_money(row, layout.columns[name]) for name in (*layout.amounts, "balance"))


def has_money(row: TableRow, n: int) -> bool:
    """Return whether a cell has a digit, or is spoilt."""
    return n in row.spoilt or any(mark.isdigit() for mark in row.cell(n))


def no_lines() -> Finding:
    """Word that a statement has no line that moves money."""
    return Finding(
        code="FILE_EMPTY",
        message="对账单里没有一行收付",
        remedy="核对导出的日期范围",
        unreadable=True,
    )


def no_headings(lacks: Sequence[str]) -> Finding:
    """Word that no row of headings was found."""
    return Finding(
        code="HEADINGS_UNKNOWN",
        message=f"没有找到对账单的栏目行，缺少：{'、'.join(lacks)}",
        remedy="确认是带余额的交易明细；文字乱码的，另存为 UTF-8 编码的 CSV",
        unreadable=True,
    )
