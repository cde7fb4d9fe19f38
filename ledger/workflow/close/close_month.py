"""月结、年结: one transaction: period-end vouchers, checks, second engine, seal.

What is still open stays open; nothing reopens what is closed (no 反结账).
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.audit.closing_checks import Check, closing_checks
from ledger.audit.second_engine import Compared, compared
from ledger.basis.errors import Finding, Refused, Unsound
from ledger.basis.period import (
    closing_period,
    last_day,
    opening_period,
    over_from,
    period_of,
    year_of,
)
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.period_end import PeriodEnd, balances_to_transfer
from ledger.events.words import month_named
from ledger.formats.journals.beancount import write
from ledger.formats.journals.beancount_confirmed import without_scans
from ledger.policy.irregular import standing_of
from ledger.store.bank.bank_lines import first_days, last_line_day
from ledger.store.drafts import draft_of, read_draft_heads
from ledger.store.engine import reading
from ledger.store.facts import read_facts
from ledger.store.proof.proof import (
    chain_position,
    number_facts,
    period_totals,
)
from ledger.store.signing.sets import read_month_sets
from ledger.store.standing.irregular import Until, read_irregular
from ledger.store.vouchers.balances import balance_rows, first_open, last_seal
from ledger.store.vouchers.signatures import month_signatures
from ledger.store.writer import write_seal
from ledger.voucher.chain import genesis
from ledger.voucher.running import candidate_of
from ledger.voucher.sealing import balances_digest, seal_digest, signatures_digest
from ledger.voucher.signing.signed import CLOSE
from ledger.workflow.bank.close import Reconciled, reconciled_accounts, reconciliation_findings
from ledger.workflow.close.cashier_signature import signature_check, signature_findings, signing_of
from ledger.workflow.close.export import note_given, publish, year_ledger
from ledger.workflow.close.people_remarks import people_remarks
from ledger.workflow.close.remarks import (
    explained_remarks,
    office_lines,
    office_remarks,
    opening_remarks,
    world_remarks,
)
from ledger.workflow.confirm.standing import standing_letters
from ledger.workflow.desk import (
    Desk,
    acting,
    acting_on,
    book_of,
    codes_asked,
    each_book,
    note,
    refusals_logged,
)
from ledger.workflow.posting.post import write_candidates
from ledger.workflow.signing import refuse_givers, signed_where_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.facts import Facts
    from ledger.policy.irregular import CasesStanding
    from ledger.store.journals import Given
    from ledger.voucher.draft import Draft, DraftHead
    from ledger.voucher.shown import YearLedger

CLAUSE = "财会〔2024〕12号·二十四"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A month or a year that was closed: its seal as stored, its numbers and its checks.

    `standing` are the special cases (特殊情况) that stood at its end, `reconciled` how its bank
    accounts stand with their 余额调节表; `remarks` is what the closing sheet tells beside: letters
    that wait, and what others say otherwise; `office` with which keys people sign,
    `stood` whether it was closed by 代理.
    """

    book: Book
    seal: Row
    numbers: tuple[int, int]
    checks: tuple[Check, ...]
    standing: CasesStanding
    remarks: tuple[tuple[str, str], ...] = ()
    reconciled: tuple[Reconciled, ...] = ()
    office: tuple[tuple[str, str], ...] = ()
    stood: bool = False


def close_month(
    desk: Desk, period: str, *, book: str = "", root: Path | None = None, dry_run: bool = False
) -> list[Closed]:
    """月结 a month of a book, or of all books; each book is a transaction of its own.

    A book in whose way anything stands stops no other (Refused, PartlyRefused). Raises Unsound
    where a book does not prove.
    """
    period = month_named(period)
    codes = codes_asked(desk, book)
    with refusals_logged(desk, "close-month", period), reading(desk.engine) as conn:
        acting(desk, conn, "chief", "结账")
    return each_book(
        codes, lambda code: close_book_month(desk, code, period, root, dry_run=dry_run)
    )


def close_book_month(
    desk: Desk, code: str, period: str, root: Path | None, *, dry_run: bool
) -> Closed:
    """月结 one book's month."""
    with refusals_logged(desk, "close-month", period, code):
        with (
            tempfile.TemporaryDirectory(prefix="prepay-") as folder,
            acting_on(desk, [code], role="chief", what="结账", dry_run=dry_run) as (conn, _),
        ):
            book = book_of(conn, code)
            may_close(desk, conn, book, period)
            before = last_seal(conn, code)
            since = opening_period(year_of(period)) if before is None else period
            transfer(desk, conn, book, period)
            load, check, ledger = second_engine(desk, conn, book, year_of(period), Path(folder))
            checks = [
                *closing_checks(conn, book, period, since),
                signature_check(signing_of(desk, conn, book, period)),
                check,
            ]
            refuse_unproved(checks)
            seal = seal_month(desk, conn, book, period, before.digest if before else "")
            numbers = numbers_of(conn, code, period)
            standing = standing_at(conn, code, period)
            remarks = (
                *world_remarks(load, standing_letters(desk, conn, book, period)),
                *explained_remarks(conn, code),
                *opening_remarks(conn, code),
                *people_remarks(conn, code, period),
                *office_remarks(conn),
            )
            office = office_lines(conn, code, before.digest if before else "")
            reconciled = tuple(reconciled_accounts(conn, book, period))
            given = note_given(conn, ledger)
            told = {"digest": seal["digest"], **closing_journals(given, period)}
            note(desk, conn, code, "close-month", period, told)
        if root is not None and not dry_run:
            publish(ledger, root, given)
    return Closed(
        book=book,
        seal=seal,
        numbers=numbers,
        checks=tuple(checks),
        standing=standing,
        remarks=remarks,
        reconciled=reconciled,
        office=office,
        stood=bool(desk.standing_in),
    )


def refuse_unproved(checks: Iterable[Check]) -> None:
    """Stop a close where any of its checks has found something."""
    findings = [finding for check in checks for finding in check.findings]
    if findings:
        raise Unsound(findings)


def numbers_of(conn: sa.Connection, book: str, period: str) -> tuple[int, int]:
    """Read the first and the last number of a month."""
    found = number_facts(conn, book, first=period, last=period)
    return next(((low, high) for _, _, low, high, _ in found), (0, 0))


def standing_at(conn: sa.Connection, book: str, period: str) -> CasesStanding:
    """Count the special cases that stand at a period's end."""
    end = last_day(period)
    return standing_of(read_irregular(conn, book, Until(booked=end, cured=end)))


def closing_journals(given: Iterable[Given], period: str) -> dict[str, object]:
    """Write as the log keeps it which journal files a close gave out for good."""
    return {"journals": [list(one) for one in sorted(given) if one.period == period]}


def may_close(desk: Desk, conn: sa.Connection, book: Book, period: str) -> None:
    """Refuse a month not next, not over, or of which anything is not posted or not signed."""
    expected, opening_open = first_open(conn, book)
    findings = [
        *running_findings(conn, book, period, desk.today()),
        *order_findings(conn, book, period, expected),
        *unposted_findings(conn, book, period, opening_open=opening_open),
        *reconciliation_findings(conn, book, period),
    ]
    if period >= expected:
        findings += signature_findings(signing_of(desk, conn, book, period))
    if findings:
        raise Refused(findings)


def order_findings(conn: sa.Connection, book: Book, period: str, expected: str) -> list[Finding]:
    """Refuse a month that is not the next one to close."""
    if period < expected:
        return [stands("MONTH_CLOSED", f"{book.code} {period} 已经结账", "不必再结")]
    if period > expected:
        return [stands("EARLIER_OPEN", f"{book.code} {expected} 还没有结账", f"先结 {expected}")]
    seal = last_seal(conn, book.code)
    if seal is None or not (expected.endswith("-01") and seal.period.endswith("-12")):
        return []
    year = year_of(seal.period)
    what = f"{book.code} {year} 年还没有年结"
    return [stands("YEAR_OPEN", what, f"先运行 prepay close year {year}")]


def unposted_findings(
    conn: sa.Connection, book: Book, period: str, *, opening_open: bool
) -> list[Finding]:
    """Refuse a month of which drafts wait; as long as it is open, so does the 期初."""
    waiting = [
        head.key
        for head in read_draft_heads(conn, book.code)
        if holds_open(head, period, opening_open=opening_open)
    ]
    if not waiting:
        return []
    shown = "、".join(waiting[:5]) + ("…" if len(waiting) > 5 else "")
    return [
        stands(
            "UNPOSTED",
            f"{book.code} {period} 还有 {len(waiting)} 笔未记账：{shown}",
            "审核并记账，或驳回：prepay approve、prepay post、prepay reject",
        )
    ]


def holds_open(head: DraftHead, period: str, *, opening_open: bool) -> bool:
    """Tell a draft without which a month is not whole."""
    opening = opening_open and head.kind == OpeningBalance.KIND
    return opening or period_of(head.booked) <= period


def running_findings(conn: sa.Connection, book: Book, period: str, today: date) -> list[Finding]:
    """Refuse a month, or the year of `YYYY-13`, that is not over.

    On its last day itself it is over once the statements of all accounts that have any reach
    that day; the day after it is in any case.
    """
    last = last_day(period)
    if today > last:
        return []
    reached = statements_reach(conn, book.code, last) if today == last else None
    since = over_from(period, reached)
    if today >= since:
        return []
    year = period == closing_period(year_of(period))
    name = f"{year_of(period)} 年" if year else f"{period} "
    command = f"prepay close year {year_of(period)}" if year else f"prepay close month {period}"
    return [
        stands(
            "MONTH_RUNNING",
            f"{book.code} {name}还没有结束（今天 {today}），{since} 起可以结账",
            f"{since} 起运行 {command}；各账户的对账单都已导入到 {last} 的，{last} 当天也可以结",
        )
    ]


def statements_reach(conn: sa.Connection, book: str, until: date) -> date | None:
    """Return the day that the statements of all accounts reach; None where there are none."""
    accounts = first_days(conn, book)
    days = [last_line_day(conn, book, account, until) for account in accounts]
    return min((day for day in days if day), default=None)


def stands(code: str, message: str, remedy: str) -> Finding:
    """Word what stands in the way of a close."""
    return Finding(code=code, message=message, clause=CLAUSE, remedy=remedy)


def transfer(desk: Desk, conn: sa.Connection, book: Book, period: str) -> None:
    """期末结转: close income and expense into 3001, by the recorded setting."""
    facts, _ = read_facts(conn, book, desk.chart(book.fund), [], desk.today())
    monthly = facts.rules(last_day(period)).text("period_end_transfer") == "monthly"
    if not monthly and not period.endswith("-12"):
        return
    balances = {
        row.leaf.account.code: row.closing_fen
        for row in balance_rows(conn, book, first=period, last=period)
        if row.leaf.account.code[0] in "45"
    }
    pairs = []
    for target, direction, closed in balances_to_transfer(facts.chart, balances):
        event = PeriodEnd(
            book=book.code,
            key=f"period-end/{period}/{target}/{direction}",
            date=last_day(period),
            target=target,
            direction=direction,
            balances=closed,
        )
        pairs.append((candidate_of(event, facts), system_draft(desk, event, facts)))
    write_candidates(desk, conn, facts, pairs, made=True)


def system_draft(desk: Desk, event: PeriodEnd, facts: Facts) -> Draft:
    """Make a draft that the program prepared and the chief who closes approves."""
    id_ = desk.identity.new()
    draft = draft_of(
        event,
        id_=id_,
        unit=id_,
        booked=facts.booking_day(event.date, event.booked),
        origin=event.rule,
        by=SYSTEM_OPERATOR,
        at=desk.now(),
    )
    return replace(draft, approved_by=desk.operator, approved_at=desk.now())


def second_engine(
    desk: Desk, conn: sa.Connection, book: Book, year: int, folder: Path
) -> tuple[Compared, Check, YearLedger]:
    """Let Beancount load the exported year and compare every account's figures with SQL's."""
    ledger, sql = year_ledger(desk, conn, book, year)
    write(without_scans(ledger), folder)
    load = compared(folder / "main.beancount", ledger, sql)
    findings = load.findings
    check = Check(
        name="第二引擎（Beancount）逐户核对",
        figure=f"{len(sql)} 户相符" if not findings else f"{len(findings)} 处不符",
        findings=findings,
    )
    return load, check, ledger


def seal_month(desk: Desk, conn: sa.Connection, book: Book, period: str, previous: str) -> Row:
    """Bind the month: counts, totals, balances, position and head of the chain."""
    vouchers, events, total = period_totals(conn, book.code, period)
    position, head = chain_position(conn, book.code, year_of(period))
    seal: Row = {
        "book": book.code,
        "period": period,
        "vouchers": vouchers,
        "events": events,
        "debit_fen": total,
        "credit_fen": total,
        "balances_digest": balances_digest(balance_rows(conn, book, first=period, last=period)),
        "signatures_digest": signatures_digest(month_signatures(conn, book.code, period)),
        "position": position,
        "head": head or genesis(book.code, year_of(period)),
        "previous": previous,
        "closed_by": desk.operator,
        "closed_at": desk.now(),
    }
    seal["digest"] = seal_digest(seal)
    write_seal(conn, seal)
    said = (
        ("period", period),
        ("seal", str(seal["digest"])),
        ("position", str(position)),
        ("head", str(seal["head"])),
    )
    if signed_where_on(desk, conn, book.code, CLOSE, said, at=str(seal["closed_at"])):
        under = read_month_sets(conn, book.code, period)
        refuse_givers(desk, conn, book.code, [(f"{period} 结账", [id_]) for id_ in under])
    return seal
