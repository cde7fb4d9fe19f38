"""凭证来历: where one voucher comes from, what corrects what, and the seal that covers it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS, FORMS, SIDES
from ledger.formats.report import Column, Report, Row, book_line, moment, named_row
from ledger.reports.registers.irregular import case_tree, cure_words
from ledger.reports.vouchers.explain import source_of, source_tree, steps_tree
from ledger.reports.vouchers.voucher_sheet import IRREGULAR, LINK_DIGITS, paper_line, person
from ledger.reports.vouchers.voucher_tree import voucher_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.voucher.shown import Voucher

COLUMNS = MappingProxyType(
    {
        "item": Column(heading="项目"),
        "content": Column(heading="内容", wraps=30),
    }
)


def voucher_origin(
    book: Book,
    voucher: Voucher,
    *,
    steps: Mapping[str, str],
    family: Sequence[Voucher],
    seal: Mapping[str, object],
) -> Report:
    """Draw up one voucher's 来历.

    `family` are the vouchers tied to it by corrections, itself among them, in book order;
    `seal` is the seal that covers its month, empty before the close.
    """
    rows = (
        *(fact_row(pair, voucher) for pair in fact_pairs(voucher)),
        *(pair_row(pair) for pair in step_pairs(voucher, steps)),
        *(correction_row(one, voucher) for one in family),
        *(pair_row(pair) for pair in proof_pairs(voucher, steps, seal)),
    )
    return Report(
        title="凭证来历",
        subtitle=(book_line(book), voucher.label),
        columns=tuple(COLUMNS.values()),
        rows=rows,
        tree={
            **voucher_tree(voucher),
            **steps_tree(steps),
            "source": source_tree(voucher),
            "case": case_tree(voucher.case) if voucher.case else None,
            "corrections": [correction_tree(one) for one in family],
            "seal": seal_tree(seal) if seal else None,
        },
    )


def correction_tree(one: Voucher) -> dict[str, object]:
    """Write for programs what one voucher of a chain of corrections does in it."""
    return {
        "voucher": one.label,
        "key": one.key,
        "form": one.form or None,
        "corrects": one.corrects or None,
        "corrected_by": one.corrected_by or None,
    }


def fact_pairs(voucher: Voucher) -> Iterator[tuple[str, str]]:
    """Say what happened, and how it was booked."""
    yield "业务", f"{EVENT_KINDS[voucher.kind]}，编号 {voucher.key}"
    if voucher.movement != voucher.kind:
        yield "归类", f"计入{EVENT_KINDS[voucher.movement]}"
    if voucher.irregular:
        yield from case_pairs(voucher)
    yield "摘要", voucher.summary
    yield "业务日期", voucher.date.isoformat()
    yield "记账日期", voucher.booked.isoformat()
    for line in voucher.lines:
        yield SIDES[line.side], f"{line.account} {line.name}　{grouped(line.amount_fen)}"
    yield "来源", source_of(voucher)
    yield from paper_pairs(voucher.papers)


def case_pairs(voucher: Voucher) -> Iterator[tuple[str, str]]:
    """Say which rules a special case went against, why, and what became of it."""
    yield IRREGULAR, "先有收付、后补手续"
    for breach in voucher.breaches:
        yield "违反", f"{breach.clause}：{breach.message}"
    if voucher.case is not None:
        yield "原因", voucher.case.reason
        yield "处理情况", cure_words(voucher.case.cured)


def paper_pairs(papers: Sequence[Paper]) -> Iterator[tuple[str, str]]:
    """Name each paper that is attached."""
    for number, paper in enumerate(papers, 1):
        yield f"附件{number}", paper_line(paper)
    if not papers:
        yield "附件", "无"


def fact_row(pair: tuple[str, str], voucher: Voucher) -> Row:
    """Draw a fact; a special case that stands is told in red."""
    red = voucher.stands and pair[0] in (IRREGULAR, "违反", "处理情况")
    return pair_row(pair, mark="alert" if red else "")


def pair_row(pair: tuple[str, str], *, mark: str = "") -> Row:
    """Draw one thing that is told, with its name."""
    item, content = pair
    return named_row(COLUMNS, {"item": item, "content": content}, mark=mark)


def step_pairs(voucher: Voucher, steps: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Say who did what, and when."""
    yield "制单", f"{person(voucher.signer('prepared_by'))}　{moment(steps['prepared_at'])}"
    yield "审核", f"{person(voucher.signer('approved_by'))}　{moment(steps['approved_at'])}"
    yield "记账", f"{person(voucher.signer('posted_by'))}　{moment(voucher.posted_at)}"
    for role, name in (("出纳", voucher.signer("cashier")), ("会计主管", voucher.signer("chief"))):
        if name:
            yield role, person(name)


def correction_row(one: Voucher, asked: Voucher) -> Row:
    """Say what one voucher of a chain of corrections does in it."""
    here = "（本凭证）" if one.id == asked.id else ""
    what = f"{FORMS[one.form]} {one.corrects}" if one.form else "原凭证"
    after = f"，由 {one.corrected_by} 更正" if one.corrected_by else ""
    return named_row(COLUMNS, {"item": "更正", "content": f"{one.label}{here}　{what}{after}"})


def proof_pairs(
    voucher: Voucher, steps: Mapping[str, str], seal: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Say where it stands in the chain, and what covers it."""
    yield "链", f"{steps['chain_year']}年第 {voucher.position} 环　{voucher.link[:LINK_DIGITS]}…"
    yield seal_pair(seal)


def seal_pair(seal: Mapping[str, object]) -> tuple[str, str]:
    """Say which seal covers a month."""
    if not seal:
        return "封存", "所在月份尚未结账"
    who, when = person(str(seal["closed_by"])), moment(str(seal["closed_at"]))
    digest = str(seal["digest"])[:LINK_DIGITS]
    said = f"{seal['period']} 封存码 {digest}…，封到第 {seal['position']} 环，{who} {when}"
    return "封存", said


def seal_tree(seal: Mapping[str, object]) -> dict[str, object]:
    """Write the seal for programs."""
    names = ("period", "position", "head", "previous", "digest", "closed_by", "closed_at")
    return {name: seal[name] for name in names}
