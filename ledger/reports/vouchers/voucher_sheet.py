"""记账凭证: one voucher as an accountant reads it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import (
    EVENT_KINDS,
    FORMS,
    PAPER_TYPES,
    SYSTEM_OPERATOR,
    voucher_number,
)
from ledger.formats.report import (
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    joined,
    moment,
    money,
    named_row,
    period_name,
)
from ledger.reports.registers.irregular import breach_words, cure_words
from ledger.reports.vouchers.voucher_tree import voucher_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.policy.irregular import Breach
    from ledger.voucher.shown import Line, Voucher

#: How a correcting voucher is marked.
COLOURS = MappingProxyType(
    {"red": "红字", "blue": "蓝字", "difference": "差额", "amend": "蓝字更正"}
)
#: Room for a signature that is not there yet.
BLANK = "　　　"
IRREGULAR = "特殊情况"
CURED = "特殊情况（已处理）"
#: So many digits of a link are enough for the eye; the whole one is in the JSON.
LINK_DIGITS = 12

SHEET_COLUMNS = MappingProxyType(
    {
        "period": Column(heading="期间", shown="file"),
        "voucher": Column(heading="凭证号", shown="file"),
        "booked": Column(heading="记账日期", shown="file"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "account": Column(heading="科目编码", shown="file"),
        "account_shown": Column(heading="会计科目", wraps=WORDS, shown="table"),
        "account_name": Column(heading="科目名称", shown="file"),
        "debit": money("借方金额"),
        "credit": money("贷方金额"),
    }
)


def person(name: str) -> str:
    """Name who signed; what the program made itself is signed 系统."""
    return "系统" if name == SYSTEM_OPERATOR else name


def voucher_sheet(voucher: Voucher, book: Book) -> Report:
    """Draw up a 记账凭证 with all that 《会计基础工作规范》51(一) asks it to show."""
    late = voucher.date != voucher.booked
    place: dict[str, Cell] = {
        "period": voucher.period,
        "voucher": voucher_number(voucher.period, voucher.number),
        "booked": voucher.booked,
    }
    # Legs balance by construction, so both sides show the one sum.
    sums = {"debit": voucher.total_fen, "credit": voucher.total_fen}
    total = named_row(SHEET_COLUMNS, {**place, "summary": "合计", **sums}, mark="total")
    return Report(
        title="记账凭证",
        subtitle=(
            book_line(book),
            f"{period_name(voucher.period)} {place['voucher']}",
            f"记账日期：{voucher.booked}",
            *((f"业务日期：{voucher.date}",) if late else ()),
            f"附件 {voucher.sheets} 张",
            UNIT,
        ),
        columns=tuple(SHEET_COLUMNS.values()),
        rows=(*(line_row(place, voucher, line) for line in voucher.lines), total),
        alerts=sheet_alerts(voucher),
        notes=sheet_notes(voucher),
        tree=voucher_tree(voucher),
    )


def line_row(place: Mapping[str, Cell], voucher: Voucher, line: Line) -> Row:
    """Draw one 借 or 贷 line."""
    return named_row(
        SHEET_COLUMNS,
        {
            **place,
            "summary": voucher.summary,
            "account": line.account,
            "account_shown": f"{line.account} {line.name}",
            "account_name": line.name,
            line.side: line.amount_fen,
        },
    )


def sheet_alerts(voucher: Voucher) -> tuple[str, ...]:
    """Say in red what a reader must not miss."""
    alerts = []
    if voucher.stands:
        alerts += standing_alerts(voucher.breaches)
    if voucher.form:
        alerts.append(f"【{COLOURS[voucher.form]}凭证】{FORMS[voucher.form]} {voucher.corrects}")
    elif voucher.corrects:
        alerts.append(f"【更正凭证】更正 {voucher.corrects}")
    if voucher.corrected_by:
        alerts.append(f"【已更正】见 {voucher.corrected_by}")
    if voucher.papers_by:
        alerts.append(f"【附件已更正】附件按更正后列示，见附件更正 {voucher.papers_by}")
    return tuple(alerts)


def standing_alerts(breaches: Iterable[Breach]) -> list[str]:
    """Say that a special case stands, and which rules it went against."""
    head = f"【{IRREGULAR}】先有收付、后补手续，凭银行回单据实登记，在补正之前一直标红。"
    return [head, *(f"【违反】{joined((b.clause, b.message), '：')}" for b in breaches)]


def sheet_notes(voucher: Voucher) -> tuple[str, ...]:
    """Write what stands below the lines: who signed, the papers, the place in the chain."""
    papers = [f"附件{n}：{paper_line(paper)}" for n, paper in enumerate(voucher.papers, 1)]
    kind = EVENT_KINDS.get(voucher.kind, voucher.kind)
    source = f"　来源：{voucher.origin}" if voucher.origin else ""
    link = f"{voucher.link[:LINK_DIGITS]}…" if voucher.link else ""
    return (
        "　　".join(f"{role}：{name or BLANK}" for role, name in signed_by(voucher)),
        *(papers or ["附件：无"]),
        f"业务：{kind}　编号：{voucher.key}{source}",
        f"链：第 {voucher.position} 环　{link}",
        *cured_notes(voucher),
    )


def signed_by(voucher: Voucher) -> tuple[tuple[str, str], ...]:
    """Return who signed in which role, "" where nobody has yet; and when it was posted."""
    when = f"（{moment(voucher.posted_at)}）" if voucher.posted_at else ""
    return (
        ("制单", person(voucher.signer("prepared_by"))),
        ("审核", person(voucher.signer("approved_by"))),
        ("记账", person(voucher.signer("posted_by")) + when),
        ("出纳", voucher.signer("cashier")),
        ("会计主管", voucher.signer("chief")),
    )


def cured_notes(voucher: Voucher) -> list[str]:
    """Say of a special case that has been put right what it was, and how it ended."""
    if not voucher.irregular or voucher.stands or voucher.case is None:
        return []
    told = breach_words(voucher.breaches)
    return [f"{CURED}：{told}", f"处理情况：{cure_words(voucher.case.cured)}"]


def paper_line(paper: Paper) -> str:
    """Write a paper in a line: what it is, number, day, amount, sheets, where it is kept."""
    return joined(
        (
            PAPER_TYPES.get(paper.type, paper.type),
            paper.title,
            paper.number,
            str(paper.date),
            f"{grouped(paper.amount_fen)}元" if paper.amount_fen else "",
            f"{paper.sheets}张",
            f"原件附于 {paper.kept_with}" if paper.kept_with else "",
        ),
        "，",
    )
