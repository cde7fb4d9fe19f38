"""余额调节表, drawn: both sides as they are known today, written down as one content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, refuse, unclear
from ledger.basis.money import NotMoney, grouped, parse_fen, yuan
from ledger.basis.period import last_day
from ledger.basis.terms import PAPER_TYPES
from ledger.events.words import Unclear, as_papers
from ledger.reconcile.adjustment import (
    BankReconciliation,
    PendingItem,
    Sides,
    items_at,
    statement_balance,
)
from ledger.reconcile.hints import Open, hinted
from ledger.reconcile.lines import digest_text
from ledger.reconcile.marks import groups_of
from ledger.reconcile.owners import directory_of
from ledger.reconcile.running import CLAUSE
from ledger.store.bank.bank import read_sheets
from ledger.store.masters import read_hospitals
from ledger.store.rows import canonical
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.bank.bank_desk import bank_of, proposals_among

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.store.bank.bank import Sheet
    from ledger.workflow.bank.bank_desk import BothSides

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What a person enters beside what is known: all in words, empty where nothing is said.

    `statement` is the balance on the paper statement, `other` the 总账's net of other business
    with its `paper` (`type:number:date`), `causes` explanations by voucher or line.
    """

    statement: str = ""
    other: str = ""
    paper: str = ""
    causes: Mapping[str, str] = field(default_factory=dict)


def entered_on(sheet: Sheet) -> Entered:
    """Return what a person entered on a stored sheet: the net of other business, and its paper."""
    paper = json.loads(sheet.content)["other_paper"]
    if paper is None:
        return Entered()
    named = f"{paper['type']}:{paper['number']}:{paper['date']}"
    return Entered(other=yuan(sheet.other_fen), paper=named)


def posted_behind(sheet: Sheet, now: SheetDrawn) -> bool:
    """Return whether something was posted or imported into a month behind its sheet.

    What has been matched since is no longer open; what is open now and was not then came later.
    """
    held = {(item["id"], item["amount"]) for item in json.loads(sheet.content)["items"]}
    found = {(item["id"], item["amount"]) for item in now.content["items"]}
    return sheet.book_fen != now.figures.book_fen or not found <= held


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDrawn:
    """A 余额调节表 as drawn: its figures and its content; `sheet` once it is stored."""

    book: Book
    account: str
    figures: BankReconciliation
    content: Tree
    sheet: Sheet | None


def draw(
    conn: sa.Connection,
    book: Book,
    period: str,
    entered: Entered,
    sides: BothSides,
) -> SheetDrawn:
    """Draw a sheet from both sides of an account as they are known today."""
    account = sides.account
    bank = bank_of(conn, book.code, account)
    other_fen, paper = other_net(entered, exclusive=bank.exclusive)
    statement_fen = statement_balance(sides.lines, period)
    assert statement_fen is not None, "the statements reach this month"
    agree_with_paper(entered.statement, statement_fen, period)
    items = items_at(
        Sides(
            lines=sides.lines,
            units=sides.units,
            groups=groups_of(sides.marks),
            since=sides.lines[0].date,
        ),
        period,
    )
    directory = directory_of(read_hospitals(conn, last_day(period)).values(), last_day(period))
    items = hinted(items, open_pairs(sides, items), directory)
    figures = BankReconciliation(
        statement_fen=statement_fen,
        book_fen=book_balance(conn, book, account, period),
        other_fen=other_fen,
        items=tuple(items),
    )
    lines = [line for line in sides.lines if line.date <= last_day(period)]
    head = {
        "book": book.code,
        "account": account,
        "period": period,
        "bank": bank.bank,
        "bank_number": bank.number,
        "exclusive": bank.exclusive,
    }
    content = {
        **head,
        **figures_tree(figures, paper, entered.causes),
        "statement_until": max(line.date for line in lines).isoformat(),
        "statement_lines": len(lines),
        "statement_digest": hashlib.sha256(canonical(digest_text(lines)).encode()).hexdigest(),
        **settled_since(conn, book.code, account, period, items),
    }
    return SheetDrawn(book=book, account=account, figures=figures, content=content, sheet=None)


def open_pairs(sides: BothSides, items: Sequence[PendingItem]) -> Open:
    """Gather what lies behind the open items that nothing in force speaks of, and proposals."""
    ids = {item.id for item in items}
    proposed: dict[str, int] = {}
    for mark in proposals_among(sides.marks):
        proposed |= dict.fromkeys((*mark.lines, *mark.units), mark.number)
    return Open(
        lines=[line for line in sides.open_lines() if line.id in ids],
        units=[unit for unit in sides.open_units() if unit.id in ids],
        proposed=proposed,
    )


def figures_tree(
    figures: BankReconciliation, paper: Paper | None, causes: Mapping[str, str]
) -> Tree:
    """Write a sheet's figures and items."""
    labels = {item.label for item in figures.items}
    if strange := sorted(set(causes) - labels):
        raise unclear(
            "ITEM_UNKNOWN",
            f"没有名为“{strange[0]}”的未达账项",
            "写表上的凭证号或对账单行，如 --cause “对账单 12=原因”",
        )
    return {
        "statement": yuan(figures.statement_fen),
        "bank_adjusted": yuan(figures.bank_adjusted_fen),
        "book": yuan(figures.book_fen),
        "other": yuan(figures.other_fen),
        "other_paper": {
            "title": PAPER_TYPES[paper.type],
            "type": paper.type,
            "number": paper.number,
            "date": paper.date.isoformat(),
        }
        if paper
        else None,
        "general": yuan(figures.general_fen),
        "book_adjusted": yuan(figures.book_adjusted_fen),
        "items": [item_tree(item, causes.get(item.label, item.cause)) for item in figures.items],
    }


def item_tree(item: PendingItem, cause: str) -> Tree:
    """Write one 未达账项: `amount` is what it adds to its side, `moved` what moved."""
    turned = item.kind.startswith("error-")
    return {
        "id": item.id,
        "kind": item.kind,
        "label": item.label,
        "date": item.date.isoformat(),
        "summary": item.summary,
        "counterparty": item.counterparty,
        "amount": yuan(item.net_fen),
        "moved": yuan(-item.net_fen if turned else item.net_fen),
        "cause": cause,
    }


def items_of(content: Tree) -> tuple[PendingItem, ...]:
    """Read a stored sheet's items back."""
    return tuple(
        PendingItem(
            id=item["id"],
            kind=item["kind"],
            label=item["label"],
            date=date.fromisoformat(item["date"]),
            summary=item["summary"],
            counterparty=item["counterparty"],
            net_fen=parse_fen(item["amount"]),
            cause=item["cause"],
        )
        for item in content["items"]
    )


def settled_since(
    conn: sa.Connection, book: str, account: str, period: str, items: Sequence[PendingItem]
) -> Tree:
    """List what the last approved sheet held open and this one no longer does."""
    last = approved_before(conn, book, account, period)
    if last is None:
        return {"settled_since": None, "settled": []}
    still = {item.id for item in items}
    held = json.loads(last.content)["items"]
    return {
        "settled_since": last.period,
        "settled": [item for item in held if item["id"] not in still],
    }


def approved_before(conn: sa.Connection, book: str, account: str, period: str) -> Sheet | None:
    """Return the last approved sheet of an account before a month."""
    approved = [sheet for sheet in read_sheets(conn, book, account=account) if sheet.approved_by]
    before = [sheet for sheet in approved if sheet.period < period]
    return max(before, key=lambda sheet: (sheet.period, sheet.version), default=None)


def book_balance(conn: sa.Connection, book: Book, account: str, period: str) -> int:
    """Return our books' balance of an account at a month's end."""
    rows = balance_rows(conn, book, first=period, last=period, base=account)
    return sum(row.closing_fen for row in rows)


def other_net(entered: Entered, *, exclusive: bool) -> tuple[int, Paper | None]:
    """Read what the 总账 holds on the account beside our books, and the paper that says so."""
    if exclusive and (entered.other or entered.paper):
        raise refuse(
            "ACCOUNT_EXCLUSIVE",
            "这个账户登记为本账专用，没有其他业务",
            "去掉 --other-net；其实共用的，先改登记：prepay account add --shared",
            clause=CLAUSE,
        )
    if bool(entered.other) != bool(entered.paper):
        raise unclear(
            "OTHER_NET_PAPER",
            "总账其他业务净额要写金额，也要写依据",
            "--other-net 金额 --paper 类型:编号:日期",
        )
    if not entered.other:
        return 0, None
    paper = one_paper(entered.paper)
    return fen_of(entered.other), paper


def one_paper(text: str) -> Paper:
    """Read the one paper that says what the 总账 holds."""
    try:
        papers = as_papers(text)
    except Unclear as error:
        raise unclear("PAPER_UNREADABLE", error.what, error.remedy) from None
    if len(papers) != 1:
        raise unclear("PAPER_UNREADABLE", "依据写一份附件", "类型:编号:日期")
    return papers[0]


def read_causes(words: Sequence[str]) -> dict[str, str]:
    """Read `凭证或行=原因` words."""
    causes = {}
    for word in words:
        label, separator, cause = (part.strip() for part in word.partition("="))
        if not (label and separator and cause):
            raise unclear("CAUSE_UNREADABLE", f"“{word}”读不懂", "写成 “对账单 12=财政次月退回”")
        causes[label] = cause
    return causes


def fen_of(text: str) -> int:
    """Read an amount that may be negative."""
    try:
        return parse_fen(text)
    except NotMoney:
        what = f"金额“{text}”不是精确到分的数"
        raise unclear("AMOUNT_UNREADABLE", what, "写成 1200000.00，最多两位小数") from None


def agree_with_paper(text: str, statement_fen: int, period: str) -> None:
    """Refuse where the paper statement ends on another balance than the imported lines."""
    if not text:
        return
    fen = fen_of(text)
    if fen != statement_fen:
        raise refuse(
            "STATEMENT_BALANCE",
            f"{period} 末纸质对账单余额 {grouped(fen)}，导入的各行末余额"
            f" {grouped(statement_fen)}，差 {grouped(fen - statement_fen)}",
            "月末还有没导入的行，补导入；余额抄错的，改 --statement-balance",
            clause=CLAUSE,
        )


def stands(code: str, message: str, remedy: str) -> Finding:
    """Word what stands in the way of a sheet."""
    return Finding(code=code, message=message, clause=CLAUSE, remedy=remedy)
