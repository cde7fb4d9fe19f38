"""划为本账之外: statement lines that our books need not answer for, agreed by two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.basis.terms import OUTSIDE_CLASSES, code_of
from ledger.masters.duties import BANK_CLERK, is_second
from ledger.reconcile.adjustment import ERROR
from ledger.reconcile.owners import is_fee
from ledger.store.bank.bank_marks import add_marks, last_mark, read_marks
from ledger.workflow.bank.bank_desk import (
    bank_of,
    proposals_among,
    read_sides,
    reason_asked,
)
from ledger.workflow.bank.marks import CLAUSE, CLAUSE_TWO, asked, say, told
from ledger.workflow.desk import Desk, acting_on, at_work, book_of, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.workflow.bank.bank_desk import BothSides


def set_apart(
    desk: Desk,
    book: str,
    account: str,
    choose: Callable[[BothSides], list[BankLine]],
    *,
    word: str,
    reason: str,
    dry_run: bool = False,
) -> list[BankLine]:
    """划为本账之外: lines that our books need not answer for, once a second person agrees.

    On an account that is the ledger's alone there are none, but for the bank's own mistakes.
    """
    with refusals_logged(desk, "bank-outside", account, book):
        reason, class_ = reason_asked(reason), outside_class(word)
        what = "划出对账单行"
        with acting_on(desk, [book], role=BANK_CLERK, what=what, dry_run=dry_run) as (conn, _):
            book_of(conn, book)
            refuse_exclusive(conn, book, account, class_)
            lines = choose(read_sides(conn, book, account))
            if not lines:
                raise refuse(
                    "NOTHING_FOUND", "没有符合条件的未勾对行", "用 prepay bank list --open 查看"
                )
            refuse_fees(lines, class_)
            write_apart(desk, conn, book, account, lines, class_, reason)
            content = {
                "account": account,
                "class": class_,
                "reason": reason,
                "lines": [line.number for line in lines],
            }
            note(desk, conn, book, "bank-outside", account, content)
    return lines


def outside_class(word: str) -> str:
    """Read what lines are set apart as."""
    class_ = code_of(OUTSIDE_CLASSES, word)
    if class_ is None:
        known = "、".join(f"{term}（{code}）" for code, term in OUTSIDE_CLASSES.items())
        raise unclear("CLASS_UNKNOWN", f"类别“{word}”不认识", f"可填：{known}")
    return class_


def refuse_exclusive(conn: sa.Connection, book: str, account: str, class_: str) -> None:
    """Refuse to set anything but the bank's mistakes apart on an account that is ours alone."""
    if bank_of(conn, book, account).exclusive and class_ != ERROR:
        raise refuse(
            "ACCOUNT_EXCLUSIVE",
            f"{account} 登记为本账专用，每一行都应是本账的业务",
            "银行的差错用 --class 银行误收误付；其实与别的业务共用的，先改登记："
            "prepay account add --shared",
            clause=CLAUSE,
        )


def refuse_fees(lines: Sequence[BankLine], class_: str) -> None:
    """Refuse to set a bank's charge apart as somebody's business: it is owed back."""
    fees = [line.number for line in lines if class_ != ERROR and is_fee(line)]
    if fees:
        raise refuse(
            "FEE_APART",
            f"第 {told(fees)} 行是银行收的费用，不由基金负担，退回以前一直是未达账项",
            "向银行要回；这几行用 --class 银行误收误付",
            clause=CLAUSE,
        )


def write_apart(
    desk: Desk,
    conn: sa.Connection,
    book: str,
    account: str,
    lines: Sequence[BankLine],
    class_: str,
    reason: str,
) -> None:
    """Write a mark for each line; proposals that wanted it lapse."""
    ids = {line.id for line in lines}
    proposals = proposals_among(read_marks(conn, book, account))
    say(desk, conn, book, [mark for mark in proposals if ids & set(mark.lines)], "lapsed")
    at = desk.now()
    heads: list[dict[str, str | int]] = []
    members: list[dict[str, str | int]] = []
    for number, line in enumerate(lines, last_mark(conn, book) + 1):
        id_ = desk.identity.new()
        heads.append(
            {
                "book": book,
                "id": id_,
                "number": number,
                "account": account,
                "kind": "outside",
                "rule": class_,
                "why": reason,
                "sure": 0,
                "matched_by": desk.operator,
                "matched_at": at,
            }
        )
        members.append({"book": book, "matching": id_, "line": line.id, "amount_fen": line.net_fen})
    add_marks(conn, heads, members, ())


def chosen_lines(numbers: Sequence[int], find: str) -> Callable[[BothSides], list[BankLine]]:
    """Choose open lines by number, or by words of their 摘要 or 对方; every fault at once."""

    def choose(sides: BothSides) -> list[BankLine]:
        if numbers:
            return lines_numbered(sides, numbers)
        return [line for line in sides.open_lines() if find and find in line.text]

    return choose


def lines_numbered(sides: BothSides, numbers: Sequence[int]) -> list[BankLine]:
    """Return open lines by number; raises Refused with each that is not there, or not open."""
    still_open, known = by_line_number(sides.open_lines()), by_line_number(sides.lines)
    lacking = [number for number in numbers if number not in still_open]
    if lacking:
        raise Refused(line_not_open(sides.account, number, known) for number in lacking)
    return [still_open[number] for number in dict.fromkeys(numbers)]


def by_line_number(lines: Iterable[BankLine]) -> dict[int, BankLine]:
    """Lay lines out by their number."""
    return {line.number: line for line in lines}


def line_not_open(account: str, number: int, known: Container[int]) -> Finding:
    """Word that a line is not there, or is settled."""
    settled = number in known
    return Finding(
        code="LINE_SETTLED" if settled else "LINE_UNKNOWN",
        message=f"{account} 第 {number} 行已勾对或已划出"
        if settled
        else f"{account} 没有第 {number} 行",
        remedy="行号见 prepay bank list；已勾对的先撤销",
    )


def approve_apart(
    desk: Desk, book: str, numbers: Sequence[int], *, dry_run: bool = False
) -> list[Mark]:
    """审核 lines set apart, all that wait where none is named: by a second person."""
    subject = told(numbers) if numbers else "全部"
    with at_work(
        desk,
        action="bank-approve",
        subject=subject,
        book=book,
        role="approver",
        what="审核本账之外的对账单行",
        dry_run=dry_run,
    ) as (conn, _):
        marks = read_marks(conn, book_of(conn, book).code)
        waiting = [mark.number for mark in marks if mark.state == "pending"]
        chosen = asked(marks, numbers or waiting, ("pending",))
        refuse_own(chosen, desk.operator)
        if not chosen:
            raise refuse("NOTHING_FOUND", "没有待审核的行", "编号见 prepay bank list")
        say(desk, conn, book, chosen, "approved")
        content = {"matches": [mark.number for mark in chosen]}
        note(desk, conn, book, "bank-approve", subject, content)
    return chosen


def refuse_own(chosen: Sequence[Mark], name: str) -> None:
    """Refuse lines that were set apart by the person who would approve them."""
    own = [mark.number for mark in chosen if not is_second(name, mark.matched_by)]
    if own:
        raise refuse(
            "SAME_PERSON",
            f"第 {told(own)} 号是 {name} 自己划出的，不能由本人审核",
            "由另一位有“审核”岗位的人办理",
            clause=CLAUSE_TWO,
        )
