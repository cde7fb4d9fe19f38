"""凭证草稿: a draft as a person looks at it before 审核, whole."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import EVENT_KINDS, FORMS
from ledger.events.words import paper_tree, sheets_kept
from ledger.formats.report import (
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    balance_cells,
    book_line,
    moment,
    money,
    named_row,
)
from ledger.reports.registers.register_words import register_words
from ledger.reports.vouchers.draft_checks import checked, to_look_at
from ledger.reports.vouchers.draft_list import draft_tree
from ledger.reports.vouchers.recorded import refusal_tree
from ledger.reports.vouchers.voucher_sheet import COLOURS, paper_line, person, standing_alerts
from ledger.reports.vouchers.voucher_tree import entry_line_tree, voucher_tree
from ledger.voucher.posting import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.voucher.shown import Line, Voucher
    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.drafting.show import DraftPage, Shown

#: So many digits of a digest are enough for the eye; the whole one is in the JSON.
DIGITS = 12
LINES = MappingProxyType(
    {
        "key": Column(heading="业务编号", shown="file"),
        "part": Column(heading="凭证", shown="file"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "account": Column(heading="科目编码", shown="file"),
        "account_shown": Column(heading="会计科目", wraps=WORDS, shown="table"),
        "account_name": Column(heading="科目名称", shown="file"),
        "debit": money("借方金额"),
        "credit": money("贷方金额"),
        "direction": Column(heading="方向", align="center"),
        "balance": money("记账后余额"),
    }
)
SAYS = MappingProxyType(
    {
        "key": Column(heading="业务编号", shown="file"),
        "item": Column(heading="项目", wraps=8),
        "content": Column(heading="内容", wraps=WORDS),
    }
)
BALANCES_TOLD = "余额含已记账的凭证、在此之前制单的未记账单据和以上所列。"
#: Words of an event that have a place of their own on the page.
PLACED = ("金额", "摘要")


def draft_pages(shown: Shown) -> list[Report]:
    """Draw up the pages of drafts; the code stands on the last."""
    return [draft_page(page, shown, last=page is shown.pages[-1]) for page in shown.pages]


def draft_page(page: DraftPage, shown: Shown, *, last: bool) -> Report:
    """Draw up one draft."""
    event = page.seen.draft.event
    columns = SAYS if event.LEGLESS else LINES
    return Report(
        title=title_of(page),
        subtitle=head_lines(page),
        columns=tuple(columns.values()),
        rows=tuple(register_rows(page) if event.LEGLESS else voucher_rows(page)),
        alerts=alerts_of(page),
        paragraphs=looked_at(page),
        notes=(*notes_of(page), *(code_notes(shown) if last else ())),
        tree=page_tree(page, shown),
    )


def title_of(page: DraftPage) -> str:
    """Say what a page is of, and what it waits for."""
    if page.seen.draft.event.LEGLESS:
        return "登记事项（待审核）"
    return "记账凭证（待审核）" if waits(page) else "记账凭证（已审核，待记账）"


def head_lines(page: DraftPage) -> tuple[str, ...]:
    """Write the head of a page: book, what it is, its two days, whom it is about."""
    seen, event = page.seen, page.seen.draft.event
    return (
        book_line(page.book),
        f"业务：{EVENT_KINDS[event.KIND]}　编号：{event.key}",
        *(() if event.LEGLESS else day_lines(seen)),
        *((f"医疗机构：{holder_told(seen)}",) if seen.hospital else ()),
        f"附件 {sheets_of(event.papers)} 张",
        *(() if event.LEGLESS else (UNIT,)),
    )


def day_lines(seen: DraftSeen) -> list[str]:
    """Write the day on which a draft is booked, and that of its fact where it is another."""
    booked, day = seen.word("booked"), seen.word("date")
    return [f"记账日期：{booked}", *([f"业务日期：{day}"] if day != booked else [])]


def holder_told(seen: DraftSeen) -> str:
    """Name the hospital of a draft, and the year that it is about."""
    year = seen.draft.event.year
    return f"{seen.hospital}（{seen.word('hospital')}）" + (f"　预付年度：{year}" if year else "")


def sheets_of(papers: Sequence[Paper]) -> int:
    """Count the sheets that lie with a voucher itself."""
    return sheets_kept((paper.sheets, paper.kept_with) for paper in papers)


def alerts_of(page: DraftPage) -> tuple[str, ...]:
    """Say in red what a reader must not miss: a correction, a special case, what is amiss."""
    seen, event = page.seen, page.seen.draft.event
    form = form_of(event.KIND, event.corrects)
    told = []
    if form:
        told.append(f"【{COLOURS[form]}凭证】{FORMS[form]} {seen.word('corrects')}")
    if event.irregular:
        told += standing_alerts(page.breaches)
    told += (f"【现在不能办】{one.message}；{one.remedy}" for one in page.refused)
    told += (f"【与制单时不同】{one}" for one in page.changed)
    return (*told, *(f"【提示】{one.message}；{one.remedy}" for one in page.warned))


def looked_at(page: DraftPage) -> tuple[str, ...]:
    """Say what the program has checked, and what only a person can look at."""
    event = page.seen.draft.event
    return (
        f"程序已检查：{'；'.join(checked(event))}。",
        f"须由人核对：{'；'.join(to_look_at(event, page.scanned))}。",
    )


def voucher_rows(page: DraftPage) -> list[Row]:
    """Draw the lines, their sum, and under them those of the voucher that is corrected."""
    seen = page.seen
    place: dict[str, Cell] = {"key": seen.draft.event.key, "part": "本凭证"}
    rows = [line_row({**place, "summary": seen.word("summary")}, line, page) for line in seen.lines]
    sums = {"debit": seen.amount_fen, "credit": seen.amount_fen}
    rows.append(named_row(LINES, {**place, "summary": "合计", **sums}, mark="total"))
    if page.corrected is not None:
        rows += corrected_rows(page.corrected, seen.draft.event.key)
    return rows


def line_row(place: dict[str, Cell], line: Line, page: DraftPage | None = None) -> Row:
    """Draw one 借 or 贷 line, with the balance of its leaf after it where that is of `page`."""
    cells: dict[str, Cell] = {
        **place,
        "account": line.account,
        "account_shown": f"{line.account} {line.name}",
        "account_name": line.name,
        line.side: line.amount_fen,
    }
    if page is not None:
        cells["direction"], cells["balance"] = balance_cells(page.balances[line.account])
    return named_row(LINES, cells)


def corrected_rows(voucher: Voucher, key: str) -> list[Row]:
    """Draw the lines of the voucher that is corrected."""
    place: dict[str, Cell] = {"key": key, "part": f"原凭证 {voucher.label}"}
    head = named_row(LINES, {**place, "summary": f"原凭证 {voucher.label}"}, mark="heading")
    lines = [line_row({**place, "summary": voucher.summary}, line) for line in voucher.lines]
    return [head, *lines]


def register_rows(page: DraftPage) -> list[Row]:
    """Draw what a 登记事项 says, and under it what the one says that it withdraws."""
    event, withdrawn = page.seen.draft.event, page.withdrawn
    rows = said_rows(event.key, event)
    if withdrawn is None:
        return rows
    head = f"{EVENT_KINDS[withdrawn.KIND]} {withdrawn.key}"
    cells: dict[str, Cell] = {"key": event.key, "item": "原登记", "content": head}
    return [*rows, named_row(SAYS, cells, mark="heading"), *said_rows(event.key, withdrawn)]


def said_rows(key: str, event: Event) -> list[Row]:
    """Draw an event's words, each with its heading."""
    words = (("日期", str(event.date)), *register_words(event))
    return [named_row(SAYS, {"key": key, "item": label, "content": text}) for label, text in words]


def notes_of(page: DraftPage) -> tuple[str, ...]:
    """Write what stands below: who signed, the other words, the papers with their files."""
    papers = page.seen.draft.event.papers
    numbered = [f"附件{n}：{paper_told(page, one)}" for n, one in enumerate(papers, 1)]
    legless = page.seen.draft.event.LEGLESS
    return (
        people_told(page.seen),
        *(() if legless else other_words(page)),
        *(numbered or ["附件：无"]),
        *corrected_papers(page.corrected),
        *(() if legless else (BALANCES_TOLD,)),
    )


def people_told(seen: DraftSeen) -> str:
    """Say who prepared a draft and when, who approved it, and where it comes from."""
    draft = seen.draft
    prepared = f"{person(seen.signer('prepared_by'))}（{moment(draft.prepared_at)}）"
    approved = f"{seen.signer('approved_by')}（{moment(draft.approved_at)}）"
    source = f"　来源：{draft.origin}" if draft.origin else ""
    return f"制单：{prepared}　审核：{approved if draft.approved_by else '待审核'}{source}"


def other_words(page: DraftPage) -> list[str]:
    """Write the words of an event that its lines do not show."""
    words = register_words(page.seen.draft.event, brief=True)
    told = "　".join(f"{label}：{text}" for label, text in words if label not in PLACED)
    return [told] if told else []


def paper_told(page: DraftPage, paper: Paper) -> str:
    """Write a paper in a line, with the beginning of its file's digest."""
    if not paper.file:
        return f"{paper_line(paper)}，没有扫描件"
    there = "" if paper.file in page.scanned else "（文件不在）"
    return f"{paper_line(paper)}，扫描件 {paper.file[:DIGITS]}…{there}"


def corrected_papers(voucher: Voucher | None) -> list[str]:
    """Write the papers of the voucher that is corrected."""
    if voucher is None:
        return []
    return [f"原附件{n}：{paper_line(paper)}" for n, paper in enumerate(voucher.papers, 1)]


def code_notes(shown: Shown) -> tuple[str, ...]:
    """Write the code of what was shown, and what it is for."""
    if not shown.code:
        return ()
    words = " ".join(quoted(key_of(page)) for page in shown.pages if waits(page))
    return (
        f"核对码（以上待审核 {shown.waiting} 笔）：{shown.code}",
        f"核对无误后：prepay approve {words} --seen {shown.code}",
    )


def key_of(page: DraftPage) -> str:
    """Name a draft by its business key."""
    return page.seen.draft.event.key


def quoted(word: str) -> str:
    """Write a word as it is typed in a command."""
    return f'"{word}"' if " " in word else word


def waits(page: DraftPage) -> bool:
    """Tell a draft that waits for 审核."""
    return not page.seen.draft.approved_by


def page_tree(page: DraftPage, shown: Shown) -> dict[str, object]:
    """Write a draft, whole, for programs."""
    draft, event = page.seen.draft, page.seen.draft.event
    return {
        **draft_tree(page.seen),
        "form": form_of(event.KIND, event.corrects) or None,
        "words": words_tree(event),
        "lines": [line_tree_of(page, line) for line in page.seen.lines],
        "sheets": sheets_of(event.papers),
        "papers": list(map(paper_tree, event.papers)),
        "corrects": corrected_tree(page.corrected),
        "withdraws": withdrawn_tree(page.withdrawn),
        "checked": list(checked(event)),
        "to_look_at": list(to_look_at(event, page.scanned)),
        "refused": list(map(refusal_tree, page.refused)),
        "warnings": list(map(refusal_tree, page.warned)),
        "changed": list(page.changed),
        "prepared_at": draft.prepared_at,
        "approved_at": draft.approved_at or None,
        "signed": page.seen.frozen.parts.signed,
        "code": shown.code or None,
    }


def words_tree(event: Event) -> list[dict[str, str]]:
    """Write the words of an event, each with its heading."""
    return [{"name": label, "text": text} for label, text in register_words(event)]


def withdrawn_tree(event: Event | None) -> dict[str, object] | None:
    """Write the 登记事项 that no longer counts, where there is one."""
    if event is None:
        return None
    day = event.date.isoformat()
    return {"key": event.key, "kind": event.KIND, "date": day, "words": words_tree(event)}


def corrected_tree(voucher: Voucher | None) -> dict[str, object] | None:
    """Write the voucher that is corrected, where there is one."""
    return None if voucher is None else voucher_tree(voucher)


def line_tree_of(page: DraftPage, line: Line) -> dict[str, object]:
    """Write a line, with the balance of its leaf after it."""
    return {**entry_line_tree(line), "balance_after": yuan(page.balances[line.account])}
