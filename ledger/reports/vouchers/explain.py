"""来历: a figure as exactly the vouchers that make it up, each with its papers, file and people."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS, PAPER_TYPES
from ledger.formats.report import (
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    direction,
    joined,
    moment,
    money,
    money_tree,
    named_row,
    period_name,
)
from ledger.reports.vouchers.voucher_sheet import person
from ledger.reports.vouchers.voucher_tree import voucher_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.voucher.shown import RegisterEntry, Voucher

SIDE_WORDS = {"debit": "借方发生额", "credit": "贷方发生额", "balance": "余额"}
COLUMNS = MappingProxyType(
    {
        "booked": Column(heading="记账日期", blank=None),
        "voucher": Column(heading="凭证号"),
        "kind": Column(heading="业务"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "debit": money("借方"),
        "credit": money("贷方"),
        "origin": Column(heading="来源", wraps=WORDS),
        "papers": Column(heading="附件", wraps=WORDS, spare=True),
        "prepared_by": Column(heading="制单", spare=True),
        "prepared_at": Column(heading="制单时间", shown="file"),
        "approved_by": Column(heading="审核", spare=True),
        "approved_at": Column(heading="审核时间", shown="file"),
        "posted_by": Column(heading="记账", spare=True),
        "posted_at": Column(heading="记账时间", shown="file"),
        "key": Column(heading="业务编号", shown="file"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The figure asked about: whose, of which month, on which side, and what the books show.

    `side` is `debit`, `credit` (the month's 发生额) or `balance` (at its end, debit-positive);
    `shown_fen` is what the 科目余额表 has.
    """

    of: str
    name: str
    period: str
    side: str
    shown_fen: int

    @property
    def told(self) -> str:
        """Say which figure it is."""
        return f"{self.of} {self.name}{period_name(self.period)}{SIDE_WORDS[self.side]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One voucher's share in a figure, and when it was prepared and approved."""

    voucher: Voucher
    debit_fen: int
    credit_fen: int
    steps: Mapping[str, str]


def explain_figure(book: Book, figure: Figure, parts: Sequence[Part]) -> Report:
    """Draw up the vouchers behind a figure; their sum is held against the 科目余额表."""
    debit = sum(part.debit_fen for part in parts)
    credit = sum(part.credit_fen for part in parts)
    made = {"debit": debit, "credit": credit, "balance": debit - credit}[figure.side]
    alerts, proof = figure_proof(figure, made, len(parts))
    total: dict[str, Cell] = {"summary": "合计", "debit": debit, "credit": credit}
    return Report(
        title="数字来历",
        subtitle=(book_line(book), figure.told, UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(*(part_row(part) for part in parts), named_row(COLUMNS, total, mark="total")),
        alerts=alerts,
        notes=proof,
        tree={
            "book": book.code,
            "of": figure.of,
            "name": figure.name,
            "period": figure.period,
            "side": figure.side,
            **money_tree(amount=made, trial_balance=figure.shown_fen),
            "vouchers": [part_tree(part) for part in parts],
        },
    )


def figure_proof(figure: Figure, made: int, count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say whether vouchers make a figure up: the alert where they do not, else the note."""
    size = f"{direction(made)} {grouped(abs(made))}" if figure.side == "balance" else grouped(made)
    proof = f"{figure.told} {size}，由 {count} 张凭证构成"
    if made == figure.shown_fen:
        return (), (f"{proof}，与科目余额表相符。",)
    return (f"{proof}；科目余额表上是 {grouped(figure.shown_fen)}，二者不符",), ()


def part_row(part: Part) -> Row:
    """Draw one voucher behind a figure."""
    voucher, steps = part.voucher, part.steps
    return named_row(
        COLUMNS,
        {
            "booked": voucher.booked,
            "voucher": voucher.label,
            "kind": EVENT_KINDS[voucher.kind],
            "summary": voucher.summary,
            "debit": part.debit_fen or None,
            "credit": part.credit_fen or None,
            "origin": source_of(voucher),
            "papers": papers_of(voucher),
            "prepared_by": person(voucher.signer("prepared_by")),
            "prepared_at": moment(steps["prepared_at"]),
            "approved_by": person(voucher.signer("approved_by")),
            "approved_at": moment(steps["approved_at"]),
            "posted_by": person(voucher.signer("posted_by")),
            "posted_at": moment(voucher.posted_at),
            "key": voucher.key,
        },
        mark="alert" if voucher.stands else "",
    )


def part_tree(part: Part) -> dict[str, object]:
    """Write one voucher behind a figure: its share, then the voucher whole."""
    return {
        **money_tree(debit=part.debit_fen, credit=part.credit_fen),
        **voucher_tree(part.voucher),
        **steps_tree(part.steps),
        "source": source_tree(part.voucher),
    }


def steps_tree(steps: Mapping[str, str]) -> dict[str, object]:
    """Write when a voucher was prepared and approved, its unit, and its chain's year."""
    names = ("unit", "prepared_at", "approved_at")
    return {name: steps[name] for name in names} | {"chain_year": int(steps["chain_year"])}


def source_of(voucher: Voucher | RegisterEntry) -> str:
    """Say which file and row a link came from; else the words it was made by."""
    tree = source_tree(voucher)
    if tree["row"] is not None:
        return f"{tree['file']} 第 {tree['row']} 行"
    return voucher.origin or "手工录入"


def source_tree(voucher: Voucher | RegisterEntry) -> dict[str, object]:
    """Write the import file and its row, where it came from one."""
    file, mark, row = voucher.origin.rpartition("#")
    found = bool(mark) and row.isdigit() and row.isascii()
    return {"file": file if found else None, "row": int(row) if found else None}


def papers_of(voucher: Voucher | Event) -> str:
    """Name the papers of a voucher or a 登记事项 in short."""
    return joined(
        f"{PAPER_TYPES.get(paper.type, paper.type)} {paper.number}" for paper in voucher.papers
    )
