"""年结: every leaf, with its hospital and year, becomes the next year's opening."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.audit.closing_checks import Check
from ledger.basis.errors import Refused
from ledger.basis.money import grouped
from ledger.basis.period import closing_period, next_period
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.store.engine import reading
from ledger.store.facts import adopted_policy
from ledger.store.proof.proof import control_sums, stored_openings
from ledger.store.vouchers.balances import balance_rows, carried_year, last_seal
from ledger.store.writer import write_openings
from ledger.workflow.close.close_month import (
    Closed,
    closing_journals,
    refuse_unproved,
    running_findings,
    seal_month,
    standing_at,
    stands,
)
from ledger.workflow.close.export import note_given, publish, year_ledger
from ledger.workflow.close.remarks import (
    explained_remarks,
    office_lines,
    office_remarks,
    opening_remarks,
)
from ledger.workflow.confirm.standing import Unconfirmed, unconfirmed, unconfirmed_findings
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

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.masters.book import Book


def close_year(
    desk: Desk,
    year: int,
    *,
    book: str = "",
    root: Path | None = None,
    reason: str = "",
    dry_run: bool = False,
) -> list[Closed]:
    """年结: carry every leaf, with hospital and year, into the next year's openings.

    Every hospital's answer to a 对账函 is asked for, or what stands for it; who differs, or the
    chief's `reason` for going without. A book that is refused stops no other.
    """
    codes = codes_asked(desk, book)
    with refusals_logged(desk, "close-year", str(year)), reading(desk.engine) as conn:
        acting(desk, conn, "chief", "年结")
    return each_book(
        codes,
        lambda code: close_book_year(desk, code, year, root, reason=reason, dry_run=dry_run),
    )


def close_book_year(
    desk: Desk, code: str, year: int, root: Path | None, *, reason: str, dry_run: bool
) -> Closed:
    """年结 one book's year."""
    with refusals_logged(desk, "close-year", str(year), code):
        with acting_on(desk, [code], role="chief", what="年结", dry_run=dry_run) as (conn, _):
            book = book_of(conn, code)
            previous, left = may_close_year(desk, conn, book, year, reason)
            checks = carry_over(conn, book, year)
            refuse_unproved(checks)
            seal = seal_month(desk, conn, book, closing_period(year), previous)
            standing = standing_at(conn, code, closing_period(year))
            told: dict[str, object] = {}
            if left:
                told = {"unconfirmed": [one.hospital for one in left], "reason": reason}
            explained = (*explained_remarks(conn, code), *opening_remarks(conn, code))
            explained = (*explained, *office_remarks(conn))
            office = office_lines(conn, code, previous)
            assert carried_year(conn, book) == year + 1
            ledger, _ = year_ledger(desk, conn, book, year + 1)
            given = note_given(conn, ledger)
            told |= {"digest": seal["digest"], **closing_journals(given, seal["period"])}
            note(desk, conn, code, "close-year", str(year), told)
        if root is not None and not dry_run:
            publish(ledger, root, given)
    return Closed(
        book=book,
        seal=seal,
        numbers=(0, 0),
        checks=tuple(checks),
        standing=standing,
        remarks=(*unconfirmed_remarks(left, reason), *explained),
        office=office,
        stood=bool(desk.standing_in),
    )


def carry_over(conn: sa.Connection, book: Book, year: int) -> list[Check]:
    """Write next year's openings, and check them."""
    rows = balance_rows(conn, book, first=f"{year}-01", last=f"{year}-12")
    carried = {row.leaf.account.code: row.closing_fen for row in rows}
    write_openings(conn, book.code, year + 1, carried)
    return carry_checks(conn, book, year, carried)


def unconfirmed_remarks(left: Sequence[Unconfirmed], reason: str) -> tuple[tuple[str, str], ...]:
    """Say without whose answers the year was closed and what stands for them; who differs, why."""
    silent = [hospital for hospital in left if hospital.instead]
    remarks = []
    if silent:
        told = "；".join(f"{hospital.name} {hospital.instead}" for hospital in silent)
        remarks.append(("未回函", f"{len(silent)} 家医院：{told}"))
    if len(silent) < len(left):
        differing = len(left) - len(silent)
        remarks.append(("未对账", f"{differing} 家医院；原因：{reason}"))
    return tuple(remarks)


def may_close_year(
    desk: Desk, conn: sa.Connection, book: Book, year: int, reason: str
) -> tuple[str, list[Unconfirmed]]:
    """Return the digest of December's seal, and the hospitals that the year closes without.

    Raises Refused (YEAR_CLOSED, EARLIER_OPEN, UNANSWERED, UNCONFIRMED).
    """
    code = book.code
    before = last_seal(conn, code)
    done = before.period if before is not None else ""
    if done >= closing_period(year):
        raise Refused([stands("YEAR_CLOSED", f"{code} {year} 年已经年结", "不必再结")])
    if done != f"{year}-12":
        upcoming = next_period(done) if done else book.start
        raise Refused(
            [stands("EARLIER_OPEN", f"{code} {year} 年的月份没有结完", f"先结 {upcoming}")]
        )
    if findings := running_findings(conn, book, closing_period(year), desk.today()):
        raise Refused(findings)
    assert before is not None
    return before.digest, waived(desk, conn, book, year, reason)


def waived(
    desk: Desk, conn: sa.Connection, book: Book, year: int, reason: str
) -> list[Unconfirmed]:
    """Return the hospitals that the year closes without: what stands for an answer, or a reason.

    Raises Refused (UNANSWERED, UNCONFIRMED) where neither does (甘肃·四, 海南·六).
    """
    if not answers_asked(conn, book, year):
        return []
    left = unconfirmed(desk, conn, book, year)
    if findings := list(unconfirmed_findings(book, year, left, reason)):
        raise Refused(findings)
    return left


def answers_asked(conn: sa.Connection, book: Book, year: int) -> bool:
    """Return whether a year is cleared with the hospitals (甘肃·四, 海南·六)."""
    return adopted_policy(conn, book).on(date(year, 12, 31)).flag("reconcile_with_hospitals")


def carry_checks(
    conn: sa.Connection, book: Book, year: int, carried: dict[str, int]
) -> list[Check]:
    """After the roll: openings read back, added up, equal the control accounts (U8's failure)."""
    written = stored_openings(conn, book.code).get(year + 1, {})
    sums: dict[str, int] = {}
    for account, fen in written.items():
        sums[account[:4]] = sums.get(account[:4], 0) + fen
    faults = [
        *unequal_controls(sums, control_sums(conn, book.code, f"{year}-12")),
        *left_over(carried),
    ]
    if sum(written.values()):
        faults.append(f"年初余额借贷不平，相差 {grouped(sum(written.values()))}")
    return [
        Check(
            name=f"{year + 1} 年初明细合计 = {year} 年末总账",
            figure=f"{len(written)} 户，1101 合计 {grouped(sums.get(TEMPORARY_PAYMENT, 0))}",
            findings=tuple(
                stands("CARRY_UNEQUAL", text, "运行 prepay verify 查明") for text in faults
            ),
        )
    ]


def unequal_controls(sums: Mapping[str, int], control: Mapping[str, int]) -> list[str]:
    """Say of each control account where next year's openings differ from it."""
    codes = sorted(sums.keys() | control.keys())
    pairs = [(code, sums.get(code, 0), control.get(code, 0)) for code in codes]
    return [
        f"{code} 年初明细合计 {grouped(opening)}，上年末总账 {grouped(closing)}"
        for code, opening, closing in pairs
        if opening != closing
    ]


def left_over(carried: Mapping[str, int]) -> list[str]:
    """Say which accounts of income and expense still hold something."""
    left = [code for code, fen in carried.items() if code[0] in "45" and fen]
    return [f"{code} 年末仍有余额，未结转到 3001" for code in left]
