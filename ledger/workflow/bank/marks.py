"""确认、撤销、划出、审核: what people decide about statement lines; every word is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.basis.money import grouped
from ledger.basis.period import last_day
from ledger.basis.terms import OUTSIDE_CLASSES, code_of
from ledger.reconcile.adjustment import ERROR
from ledger.reconcile.marks import STATES
from ledger.reconcile.owners import is_fee
from ledger.store.bank import frozen_through, read_sheets
from ledger.store.bank_marks import add_marks, add_verdicts, last_mark, read_marks
from ledger.store.engine import writing
from ledger.workflow.bank.bank_desk import acting_clerk, bank_of, read_sides, reason_asked
from ledger.workflow.desk import Desk, acting, book_of, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.workflow.bank.bank_desk import BothSides

CLAUSE = "财会〔2017〕28号·1004"
CLAUSE_TWO = "财会〔2024〕12号·二十一(二)"


def confirm(desk: Desk, book: str, numbers: Sequence[int], *, dry_run: bool = False) -> list[Mark]:
    """确认 proposals: from now on they count; others that want the same money lapse."""
    subject = told(numbers)
    with (
        refusals_logged(desk, "bank-confirm", subject, book),
        writing(desk.engine, [book], dry_run=dry_run) as conn,
    ):
        acting_clerk(desk, conn, "确认勾对")
        marks = read_marks(conn, book_of(conn, book).code)
        chosen = asked(marks, numbers, ("proposed",))
        findings = [*overlaps(chosen), *broken(conn, book, chosen)]
        if findings:
            raise Refused(findings)
        say(desk, conn, book, chosen, "confirmed")
        taken = {member for mark in chosen for member in mark.members()}
        rivals = [
            mark
            for mark in marks
            if mark.state == "proposed" and mark not in chosen and mark.members() & taken
        ]
        say(desk, conn, book, rivals, "lapsed")
        note(desk, conn, book, "bank-confirm", subject, {"matches": list(numbers)})
    return chosen


def unmatch(
    desk: Desk, book: str, numbers: Sequence[int], reason: str, *, dry_run: bool = False
) -> list[Mark]:
    """撤销 matches, or lines set apart; a frozen 余额调节表 keeps what it settled."""
    subject = told(numbers)
    with (
        refusals_logged(desk, "bank-unmatch", subject, book),
        writing(desk.engine, [book], dry_run=dry_run) as conn,
    ):
        reason = reason_asked(reason)
        acting_clerk(desk, conn, "撤销勾对")
        marks = read_marks(conn, book_of(conn, book).code)
        chosen = asked(marks, numbers, ("matched", "outside", "pending", "proposed"))
        if findings := frozen(conn, book, chosen):
            raise Refused(findings)
        say(desk, conn, book, chosen, "undone", reason)
        content = {"matches": list(numbers), "reason": reason}
        note(desk, conn, book, "bank-unmatch", subject, content)
    return chosen


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
    with (
        refusals_logged(desk, "bank-outside", account, book),
        writing(desk.engine, [book], dry_run=dry_run) as conn,
    ):
        reason = reason_asked(reason)
        class_ = code_of(OUTSIDE_CLASSES, word)
        if class_ is None:
            known = "、".join(f"{term}（{code}）" for code, term in OUTSIDE_CLASSES.items())
            raise unclear("CLASS_UNKNOWN", f"类别“{word}”不认识", f"可填：{known}")
        acting_clerk(desk, conn, "划出对账单行")
        book_of(conn, book)
        if bank_of(conn, book, account).exclusive and class_ != ERROR:
            raise refuse(
                "ACCOUNT_EXCLUSIVE",
                f"{account} 登记为本账专用，每一行都应是本账的业务",
                "银行的差错用 --class 银行误收误付；其实与别的业务共用的，先改登记："
                "prepay account add --shared",
                clause=CLAUSE,
            )
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
    rivals = [
        mark
        for mark in read_marks(conn, book, account)
        if mark.state == "proposed" and ids & set(mark.lines)
    ]
    say(desk, conn, book, rivals, "lapsed")
    number, at = last_mark(conn, book), desk.now()
    made = [(n, desk.identity.new(), line) for n, line in enumerate(lines, number + 1)]
    heads: list[dict[str, str | int]] = [
        {
            "book": book,
            "id": id_,
            "number": n,
            "account": account,
            "kind": "outside",
            "rule": class_,
            "why": reason,
            "sure": 0,
            "matched_by": desk.operator,
            "matched_at": at,
        }
        for n, id_, _ in made
    ]
    members: list[dict[str, str | int]] = [
        {"book": book, "matching": id_, "line": line.id, "amount_fen": line.net_fen}
        for _, id_, line in made
    ]
    add_marks(conn, heads, members, ())


def chosen_lines(numbers: Sequence[int], find: str) -> Callable[[BothSides], list[BankLine]]:
    """Choose open lines by number, or by words of their 摘要 or 对方; every fault at once."""

    def choose(sides: BothSides) -> list[BankLine]:
        still_open = {line.number: line for line in sides.open_lines()}
        known = {line.number for line in sides.lines}
        findings = [
            Finding(
                code="LINE_UNKNOWN" if n not in known else "LINE_SETTLED",
                message=f"{sides.account} 没有第 {n} 行"
                if n not in known
                else f"{sides.account} 第 {n} 行已勾对或已划出",
                remedy="行号见 prepay bank list；已勾对的先撤销",
            )
            for n in numbers
            if n not in still_open
        ]
        if findings:
            raise Refused(findings)
        if numbers:
            return [still_open[n] for n in dict.fromkeys(numbers)]
        return [line for line in still_open.values() if find and find in line.text]

    return choose


def approve_apart(
    desk: Desk, book: str, numbers: Sequence[int], *, dry_run: bool = False
) -> list[Mark]:
    """审核 lines set apart, all that wait where none is named: by a second person."""
    subject = told(numbers) if numbers else "全部"
    with (
        refusals_logged(desk, "bank-approve", subject, book),
        writing(desk.engine, [book], dry_run=dry_run) as conn,
    ):
        acting(desk, conn, "approver", "审核本账之外的对账单行")
        marks = read_marks(conn, book_of(conn, book).code)
        waiting = [mark.number for mark in marks if mark.state == "pending"]
        chosen = asked(marks, numbers or waiting, ("pending",))
        own = [mark for mark in chosen if mark.matched_by == desk.operator]
        if own:
            raise refuse(
                "SAME_PERSON",
                f"第 {told([mark.number for mark in own])} 号是 {desk.operator} 自己划出的，"
                "不能由本人审核",
                "由另一位有“审核”岗位的人办理",
                clause=CLAUSE_TWO,
            )
        if not chosen:
            raise refuse("NOTHING_FOUND", "没有待审核的行", "编号见 prepay bank list")
        say(desk, conn, book, chosen, "approved")
        content = {"matches": [mark.number for mark in chosen]}
        note(desk, conn, book, "bank-approve", subject, content)
    return chosen


def asked(marks: Sequence[Mark], numbers: Sequence[int], states: Sequence[str]) -> list[Mark]:
    """Find marks by number; refuse those that are not there, or that stand otherwise."""
    known = {mark.number: mark for mark in marks}
    findings = []
    for number in numbers:
        mark = known.get(number)
        if mark is None:
            what = f"没有第 {number} 号"
        elif mark.state not in states:
            what = f"第 {number} 号{STATES[mark.state]}"
        else:
            continue
        code = "MATCH_UNKNOWN" if mark is None else "MATCH_STATE"
        findings.append(Finding(code=code, message=what, remedy="编号见 prepay bank list"))
    if findings:
        raise Refused(findings)
    return [known[number] for number in dict.fromkeys(numbers)]


def overlaps(chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse to confirm two proposals that want the same money."""
    seen: dict[tuple[str, str], int] = {}
    findings = []
    for mark in chosen:
        rival = next((seen[member] for member in mark.members() if member in seen), None)
        if rival is not None:
            findings.append(
                Finding(
                    code="MATCH_TWICE",
                    message=f"第 {rival} 号和第 {mark.number} 号用了同一行或同一张凭证",
                    remedy="二者确认其一",
                )
            )
        seen.update(dict.fromkeys(mark.members(), mark.number))
    return findings


def broken(conn: sa.Connection, book: str, chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse proposals whose sides have changed since: they must still come to the same."""
    findings = []
    for account in sorted({mark.account for mark in chosen}):
        sides = read_sides(conn, book, account)
        lines = {line.id: line.net_fen for line in sides.open_lines()}
        units = {unit.id: unit.net_fen for unit in sides.open_units()}
        for mark in (m for m in chosen if m.account == account):
            there = set(mark.lines) <= set(lines) and set(mark.units) <= set(units)
            bank = sum(lines.get(id_, 0) for id_ in mark.lines)
            books = sum(units.get(id_, 0) for id_ in mark.units)
            if not there or bank != books:
                findings.append(
                    Finding(
                        code="MATCH_STALE",
                        message=f"第 {mark.number} 号提出以后，行或凭证有了变化"
                        f"（对账单 {grouped(bank)}，账上 {grouped(books)}）",
                        remedy="再运行 prepay bank match，按新的建议确认",
                    )
                )
    return findings


def frozen(conn: sa.Connection, book: str, chosen: Sequence[Mark]) -> list[Finding]:
    """Refuse to undo what an approved 余额调节表 counted as settled."""
    findings = []
    for account in sorted({mark.account for mark in chosen if mark.in_force}):
        through = frozen_through(conn, book, account)
        if not through:
            continue
        sides = read_sides(conn, book, account)
        end = last_day(through)
        lines = {line.id: line.net_fen for line in sides.lines if line.date <= end}
        units = {unit.id: unit.net_by(through) for unit in sides.units}
        held = held_open(conn, book, account, through)
        for mark in (m for m in chosen if m.account == account and m.in_force):
            bank = sum(lines.get(id_, 0) for id_ in mark.lines)
            books = sum(units.get(id_, 0) for id_ in mark.units)
            touched = any(id_ in lines for id_ in mark.lines)
            if held & {*mark.lines, *mark.units}:
                continue  # Made since: the sheet has them open.
            if touched and (mark.kind == "outside" or bank == books):
                findings.append(
                    Finding(
                        code="PERIOD_RECONCILED",
                        message=f"第 {mark.number} 号已计入 {account} 审核过的余额调节表"
                        f"（到 {through}），不能再撤销",
                        clause=CLAUSE,
                        remedy="确有差错的，在以后月份的余额调节表里说明",
                    )
                )
    return findings


def held_open(conn: sa.Connection, book: str, account: str, period: str) -> set[str]:
    """Name the lines and facts that the approved 余额调节表 of a month has open."""
    sheets = read_sheets(conn, book, account=account, period=period)
    approved = [sheet for sheet in sheets if sheet.approved_by]
    return {item["id"] for sheet in approved[-1:] for item in json.loads(sheet.content)["items"]}


def say(
    desk: Desk,
    conn: sa.Connection,
    book: str,
    marks: Sequence[Mark],
    verdict: str,
    reason: str = "",
) -> None:
    """Say a word of marks."""
    by, at = desk.operator, desk.now()
    add_verdicts(conn, book, marks, verdict=verdict, by=by, at=at, reason=reason)


def told(numbers: Sequence[int]) -> str:
    """Write numbers in a row, the first few."""
    shown = "、".join(str(number) for number in numbers[:10])
    return shown + ("…" if len(numbers) > 10 else "")
