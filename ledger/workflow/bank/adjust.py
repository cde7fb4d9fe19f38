"""编制余额调节表: submitted by one person, approved by another, and from then on frozen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.heap import uncollected
from ledger.basis.money import grouped, yuan
from ledger.basis.period import first_day, last_day, over_from
from ledger.basis.terms import BANKS
from ledger.events.words import month_named
from ledger.masters.duties import ADJUSTER, is_second
from ledger.reconcile.adjustment import BankReconciliation, statement_balance
from ledger.reconcile.running import CLAUSE
from ledger.store.bank.bank import Sheet, add_approval, add_sheet, read_sheets, sheet_number
from ledger.store.bank.bank_lines import first_days
from ledger.store.engine import reading
from ledger.store.rows import canonical
from ledger.workflow.bank.bank_desk import (
    accounts_meant,
    bank_of,
    read_sides,
)
from ledger.workflow.bank.draw import (
    Entered,
    SheetDrawn,
    Tree,
    draw,
    entered_on,
    items_of,
    posted_behind,
    stands,
)
from ledger.workflow.desk import Desk, at_work, book_of, note

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.workflow.bank.bank_desk import BothSides

CLAUSE_TWO = "财会〔2024〕12号·二十一(二)"


@uncollected()
def adjust(
    desk: Desk,
    book: str,
    period: str,
    *,
    account: str = "",
    entered: Entered,
    submit: bool = False,
    dry_run: bool = False,
) -> list[SheetDrawn]:
    """编制 a month's sheets: of one account, or of every account with statements.

    An approved sheet is shown as it was frozen. `submit` writes what was drawn, where both
    adjusted balances agree.
    """
    period = month_named(period)
    if not submit:
        with reading(desk.engine) as conn:
            one = book_of(conn, book)
            return [
                shown(conn, one, code, period, entered)
                for code in accounts_asked(conn, one, account, period)
            ]
    with at_work(
        desk,
        action="bank-adjust",
        subject=f"{account} {period}".strip(),
        book=book,
        role=ADJUSTER,
        what="编制余额调节表",
        dry_run=dry_run,
    ) as (conn, _):
        one = book_of(conn, book)
        drawn = []
        findings: list[Finding] = []
        for code in accounts_asked(conn, one, account, period):
            sides = read_sides(conn, one.code, code)
            sheet = draw(conn, one, period, entered, sides)
            findings += [*unready(desk, sides, period, entered), *unfit(conn, sheet)]
            drawn.append(sheet)
        if findings:
            raise Refused(findings)
        return [submitted(desk, conn, sheet) for sheet in drawn]


def accounts_asked(conn: sa.Connection, book: Book, account: str, period: str) -> list[str]:
    """List the accounts that a month's sheets are asked for; refuse where no statement is."""
    days = first_days(conn, book.code)
    end = last_day(period)
    if account:
        bank_of(conn, book.code, account)
    ready = [code for code in accounts_meant(account) if code in days and days[code] <= end]
    if not ready:
        raise no_statement(book, account, period)
    return ready


def no_statement(book: Book, account: str, period: str) -> Refused:
    """Word that nobody has imported a statement of a month yet."""
    which = f"{account} {BANKS[account]}" if account else "支出户和财政专户"
    return refuse(
        "STATEMENT_MISSING",
        f"{book.code} {which}没有 {period} 或更早的对账单",
        "先导入：prepay bank import 文件 --account 1004（财政的用 1003）",
        clause=CLAUSE,
    )


def shown(
    conn: sa.Connection, book: Book, account: str, period: str, entered: Entered
) -> SheetDrawn:
    """Return a month's sheet: the newest stored one that still holds, else one drawn now."""
    newest = newest_sheet(conn, book.code, account, period)
    if newest is not None and entered == Entered():
        content = json.loads(newest.content)
        figures = BankReconciliation(
            statement_fen=newest.statement_fen,
            book_fen=newest.book_fen,
            other_fen=newest.other_fen,
            items=items_of(content),
        )
        if newest.approved_by or holds(conn, book, newest):
            return SheetDrawn(
                book=book, account=account, figures=figures, content=content, sheet=newest
            )
    return draw(conn, book, period, entered, read_sides(conn, book.code, account))


def newest_sheet(conn: sa.Connection, book: str, account: str, period: str) -> Sheet | None:
    """Return the newest version of a month's sheet."""
    sheets = read_sheets(conn, book, account=account, period=period)
    return sheets[-1] if sheets else None


def unready(desk: Desk, sides: BothSides, period: str, entered: Entered) -> list[Finding]:
    """Refuse a month that is not over, or that the statements do not reach and nobody read.

    Later lines follow on without a gap, so that they reach over a month without any.
    """
    name = f"{sides.account} {period}"
    until = sides.lines[-1].date
    today = desk.today()
    if today < over_from(period, until):
        what = f"{name} 还没有结束（今天 {today}）"
        return [stands("MONTH_RUNNING", what, "月末以后，导入整月的对账单再编制")]
    if until < first_day(period) and not entered.statement:
        what = f"{name} 没有对账单行，最后一行是 {until}"
        remedy = (
            f"导入这个月的对账单；确实没有发生额的，照纸质对账单写上 --account {sides.account}"
            " --statement-balance 月末余额"
        )
        return [stands("STATEMENT_ABSENT", what, remedy)]
    return []


def unfit(conn: sa.Connection, drawn: SheetDrawn) -> list[Finding]:
    """Say why a sheet may not be submitted."""
    content, figures = drawn.content, drawn.figures
    name = f"{drawn.account} {content['period']}"
    newest = newest_sheet(conn, drawn.book.code, drawn.account, content["period"])
    if newest is not None and newest.approved_by and not posted_behind(newest, drawn):
        what = f"{name} 的余额调节表已由 {newest.approved_by} 审核"
        return [stands("SHEET_APPROVED", what, "不必再提交")]
    if not content["exclusive"] and content["other_paper"] is None:
        return [
            stands(
                "OTHER_NET_MISSING",
                f"{name} 是共用账户，没有填总账其他业务净额",
                "--other-net 金额 --paper 类型:编号:日期（没有其他业务的填 0.00）；"
                "其实专用的，先登记：prepay account add --exclusive",
            )
        ]
    if not figures.difference_fen:
        return []
    return [
        stands(
            "ADJUSTED_UNEQUAL",
            f"{name} 调节后余额不等：对账单一边 {grouped(figures.bank_adjusted_fen)}，"
            f"账面一边 {grouped(figures.book_adjusted_fen)}，"
            f"差 {grouped(figures.difference_fen)}",
            "核对期初余额（对账单第一行之前应等于账上当时的余额）、总账其他业务净额和划出的行",
        )
    ]


def submitted(desk: Desk, conn: sa.Connection, drawn: SheetDrawn) -> SheetDrawn:
    """Write a sheet as prepared; one that says the same already is given back as it is."""
    content, figures = drawn.content, drawn.figures
    code, period = drawn.book.code, content["period"]
    newest = newest_sheet(conn, code, drawn.account, period)
    text = canonical(content)
    if newest is None or newest.content != text or newest.approved_by:
        version = newest.version + 1 if newest else 1
        row: dict[str, str | int] = {
            "book": code,
            "account": drawn.account,
            "period": period,
            "version": version,
            "exclusive": int(content["exclusive"]),
            "statement_fen": figures.statement_fen,
            "book_fen": figures.book_fen,
            "other_fen": figures.other_fen,
            "adjusted_fen": figures.bank_adjusted_fen,
            "content": text,
            "prepared_by": desk.operator,
            "prepared_at": desk.now(),
        }
        digest = add_sheet(conn, row)
        number = sheet_number(drawn.account, period, version)
        note(desk, conn, code, "bank-adjust", number, sums_tree(content, digest))
        newest = newest_sheet(conn, code, drawn.account, period)
    return SheetDrawn(
        book=drawn.book, account=drawn.account, figures=figures, content=content, sheet=newest
    )


def sums_tree(content: Tree, digest: str) -> Tree:
    """Write a sheet's sums for the log."""
    names = ("statement", "book", "other", "bank_adjusted", "book_adjusted")
    sums = {name: content[name] for name in names}
    return {**sums, "items": len(content["items"]), "digest": digest}


def holds(conn: sa.Connection, book: Book, sheet: Sheet) -> bool:
    """Return whether a prepared sheet still says what both sides say: balances and open items."""
    content = json.loads(sheet.content)
    bank = bank_of(conn, book.code, sheet.account)
    if bank.exclusive != sheet.exclusive:
        return False
    sides = read_sides(conn, book.code, sheet.account)
    if statement_balance(sides.lines, sheet.period) is None:
        return False
    now = draw(conn, book, sheet.period, entered_on(sheet), sides)
    names = ("statement", "book", "other", "statement_digest")
    same = all(content[name] == now.content[name] for name in names)
    return same and figures_of(content) == figures_of(now.content)


def figures_of(content: Tree) -> list[tuple[str, str, str]]:
    """List a sheet's open items without their words."""
    return sorted((item["id"], item["kind"], item["amount"]) for item in content["items"])


def approve_sheets(
    desk: Desk, book: str, period: str, *, account: str = "", dry_run: bool = False
) -> list[SheetDrawn]:
    """审核 a month's submitted sheets by a second person; from then on they are frozen."""
    period = month_named(period)
    with at_work(
        desk,
        action="bank-reconcile",
        subject=f"{account} {period}".strip(),
        book=book,
        role="approver",
        what="审核余额调节表",
        dry_run=dry_run,
    ) as (conn, _):
        one = book_of(conn, book)
        waiting = waiting_sheets(conn, one, account, period)
        findings = [f for sheet in waiting for f in may_approve(desk, conn, one, sheet)]
        if findings:
            raise Refused(findings)
        for sheet in waiting:
            at = desk.now()
            add_approval(conn, sheet, by=desk.operator, at=at)
            content = approval_tree(sheet, desk.operator, at)
            note(desk, conn, one.code, "bank-reconcile", sheet.number, content)
        return [shown(conn, one, sheet.account, period, Entered()) for sheet in waiting]


def waiting_sheets(conn: sa.Connection, book: Book, account: str, period: str) -> list[Sheet]:
    """Return each account's newest sheet that waits for approval; refuse where none does."""
    sheets = read_sheets(conn, book.code, account=account, period=period)
    newest = {sheet.account: sheet for sheet in sheets}
    waiting = [sheet for sheet in newest.values() if not sheet.approved_by]
    if not waiting:
        raise refuse(
            "NOTHING_FOUND",
            f"{period} 没有待审核的余额调节表",
            f"先编制：prepay bank adjust --period {period} --submit",
        )
    return waiting


def approval_tree(sheet: Sheet, by: str, at: str) -> Tree:
    """Write an approval for the log, which `verify` compares with what is stored."""
    return {
        "account": sheet.account,
        "period": sheet.period,
        "version": sheet.version,
        "adjusted": yuan(sheet.adjusted_fen),
        "digest": sheet.digest,
        "prepared_by": sheet.prepared_by,
        "approved_by": by,
        "approved_at": at,
    }


def may_approve(desk: Desk, conn: sa.Connection, book: Book, sheet: Sheet) -> list[Finding]:
    """Say why a sheet may not be approved: by whom it was prepared, or what has changed since."""
    findings = []
    if not is_second(desk.operator, sheet.prepared_by):
        findings.append(
            Finding(
                code="SAME_PERSON",
                message=f"{sheet.number} 是 {desk.operator} 自己编制的，不能由本人审核",
                clause=CLAUSE_TWO,
                remedy="由另一位有“审核”岗位的人办理",
            )
        )
    if not holds(conn, book, sheet):
        findings.append(
            stands(
                "SHEET_STALE",
                f"{sheet.number} 提交以后，对账单、勾对或账上的数字有了变化",
                f"重新编制：prepay bank adjust --period {sheet.period} --submit",
            )
        )
    return findings
