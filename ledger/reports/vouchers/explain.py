"""来历: a figure as exactly the vouchers that make it up, each with its papers, file and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS, PAPER_TYPES
from ledger.formats.report import (
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    direction,
    joined,
    moment,
    money,
    money_tree,
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
COLUMNS = (
    Column(heading="记账日期"),
    Column(heading="凭证号"),
    Column(heading="业务"),
    Column(heading="摘要", wraps=WORDS),
    money("借方"),
    money("贷方"),
    Column(heading="来源", wraps=WORDS),
    Column(heading="附件", wraps=WORDS, spare=True),
    Column(heading="制单", spare=True),
    Column(heading="制单时间", shown="file"),
    Column(heading="审核", spare=True),
    Column(heading="审核时间", shown="file"),
    Column(heading="记账", spare=True),
    Column(heading="记账时间", shown="file"),
    Column(heading="业务编号", shown="file"),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One voucher's share in a figure, and when it was prepared and approved."""

    voucher: Voucher
    debit_fen: int
    credit_fen: int
    steps: Mapping[str, str]


def explain_figure(book: Book, figure: Figure, parts: Sequence[Part]) -> Report:
    """Draw up the vouchers behind a figure; their sum is held against the 科目余额表."""
    debit, credit = (
        sum(part.debit_fen for part in parts),
        sum(part.credit_fen for part in parts),
    )
    made = {"debit": debit, "credit": credit, "balance": debit - credit}[figure.side]
    what = f"{figure.of} {figure.name}{period_name(figure.period)}{SIDE_WORDS[figure.side]}"
    size = f"{direction(made)} {grouped(abs(made))}" if figure.side == "balance" else grouped(made)
    proof = f"{what} {size}，由 {len(parts)} 张凭证构成"
    same = made == figure.shown_fen
    wrong = f"{proof}；科目余额表上是 {grouped(figure.shown_fen)}，二者不符"
    sums = (None, "", "", "合计", debit, credit, *[""] * 9)
    return Report(
        title="数字来历",
        subtitle=(book_line(book), what, UNIT),
        columns=COLUMNS,
        rows=(*(part_row(part) for part in parts), Row(cells=sums, mark="total")),
        alerts=() if same else (wrong,),
        notes=(f"{proof}，与科目余额表相符。",) if same else (),
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


def part_row(part: Part) -> Row:
    """Draw one voucher behind a figure."""
    voucher, steps = part.voucher, part.steps
    return Row(
        cells=(
            voucher.booked,
            voucher.label,
            EVENT_KINDS[voucher.kind],
            voucher.summary,
            part.debit_fen or None,
            part.credit_fen or None,
            source_of(voucher),
            papers_of(voucher),
            person(voucher.prepared_by),
            moment(steps["prepared_at"]),
            person(voucher.approved_by),
            moment(steps["approved_at"]),
            person(voucher.posted_by),
            moment(voucher.posted_at),
            voucher.key,
        ),
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
