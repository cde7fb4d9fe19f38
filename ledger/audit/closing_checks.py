"""What must hold before a month closes, each check with the figure that it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.audit.figures import numbers_broken, unequal_turnover
from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.period import opening_period, year_of
from ledger.basis.statutory import TEMPORARY_PAYMENT, TEMPORARY_RECEIPT
from ledger.store.proof.proof import (
    carried_sums,
    control_sums,
    number_facts,
    recomputed_turnover,
    stored_turnover,
)
from ledger.store.vouchers.balances import balance_rows, opening_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.shown import BalanceRow

REMEDY = "停止记账，运行 prepay verify 查明出处；从备份核对后再结账"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of a close: what was checked, what it came to, and what is wrong."""

    name: str
    figure: str
    findings: tuple[Finding, ...]


def closing_checks(conn: sa.Connection, book: Book, period: str, since: str) -> list[Check]:
    """Run every check of a month's close; `since` is the first month after the last seal."""
    checks: tuple[Callable[[sa.Connection, Book, str, str], Check], ...] = (
        check_numbers,
        check_control,
        check_turnover,
        check_suspense,
    )
    return [check(conn, book, period, since) for check in checks]


def wrong(code: str, messages: Iterable[str], clause: str) -> tuple[Finding, ...]:
    """Word what a check found wrong."""
    return tuple(
        Finding(code=code, message=message, clause=clause, remedy=REMEDY) for message in messages
    )


def check_numbers(conn: sa.Connection, book: Book, period: str, since: str) -> Check:
    """Numbers run 1…n without a gap, and the counter agrees (财会〔2024〕12号 二十一(三))."""
    faults = []
    last = 0
    start = opening_period(year_of(book.start))
    opened = number_facts(conn, book.code, first=start, last=start) if start < since else []
    numbers = number_facts(conn, book.code, first=since, last=period)
    for at, count, lowest, highest, counter in (*opened, *numbers):
        if at == period:
            last = count
        if numbers_broken(count, lowest, highest, counter):
            faults.append(
                f"{at} 凭证 {count} 张，号码 {lowest} 至 {highest}，计数器 {counter}，不连续"
            )
    return Check(
        name="凭证号连续",
        figure=f"1 至 {last}" if last else "本月无凭证",
        findings=wrong("NUMBERS_BROKEN", faults, "财会〔2024〕12号·二十一(三)"),
    )


def check_control(conn: sa.Connection, book: Book, period: str, _since: str) -> Check:
    """Each control account, added up from the legs, equals the sum of its leaves' balances."""
    leaves: dict[str, int] = {}
    for row in balance_rows(conn, book, first=period, last=period):
        code = row.leaf.account.base[:4]
        leaves[code] = leaves.get(code, 0) + row.closing_fen
    # What came before the year, its predecessor's close has carried and proved.
    year = opening_year(conn, book, period)
    control = carried_sums(conn, book.code, year)
    for code, fen in control_sums(conn, book.code, period, opening_period(year)).items():
        control[code] = control.get(code, 0) + fen
    faults = [
        f"{code} 总账余额 {grouped(control.get(code, 0))}，明细合计 {grouped(leaves.get(code, 0))}"
        for code in sorted({*control, *leaves})
        if control.get(code, 0) != leaves.get(code, 0)
    ]
    return Check(
        name="总账与明细相符（1101 暂付款）",
        figure=f"{grouped(control.get(TEMPORARY_PAYMENT, 0))}",
        findings=wrong("CONTROL_UNEQUAL", faults, "《会计基础工作规范》第六十二条(二)"),
    )


def check_turnover(conn: sa.Connection, book: Book, period: str, since: str) -> Check:
    """The 发生额 kept equals the legs added up anew since the last seal."""
    kept = stored_turnover(conn, book.code, first=since, last=period)
    again = recomputed_turnover(conn, book.code, first=since, last=period)
    faults = [
        f"{code} {at} 登记的借/贷发生额 {figures(noted)}，按分录重算 {figures(added)}"
        for (code, at), noted, added in unequal_turnover(kept, again)
    ]
    # What is proved reaches back to the last seal; the figure shown is the month's own.
    total = sum(debit for (_, at), (debit, _) in again.items() if at == period)
    return Check(
        name="发生额与分录重算相符",
        figure=f"借方 {grouped(total)}",
        findings=wrong("TURNOVER_UNEQUAL", faults, "财会〔2017〕28号·总说明十一(四)"),
    )


def figures(pair: tuple[int, int]) -> str:
    """Write debit and credit turnover."""
    debit, credit = pair
    return f"{grouped(debit)}/{grouped(credit)}"


def check_suspense(conn: sa.Connection, book: Book, period: str, _since: str) -> Check:
    """2001 暂收款 is explained: every balance has a counterparty, and none stands in debit."""
    rows = balance_rows(conn, book, first=period, last=period, base=TEMPORARY_RECEIPT)
    held = [row for row in rows if row.closing_fen]
    shown = "；".join(f"{row.leaf.holder} {grouped(-row.closing_fen)}" for row in held)
    return Check(
        name="2001 暂收款逐户说明",
        figure=shown or "无余额",
        findings=wrong("SUSPENSE_UNEXPLAINED", suspense_faults(held), "财会〔2017〕28号·2001"),
    )


def suspense_faults(held: Sequence[BalanceRow]) -> Iterator[str]:
    """Say which balances of 暂收款 stand in debit, then which are nobody's."""
    for row in held:
        if row.closing_fen > 0:
            yield f"{row.leaf.name} 余额在借方 {grouped(row.closing_fen)}"
    for row in held:
        if not row.leaf.holder:
            yield f"{row.leaf.account.code} 没有往来单位"
