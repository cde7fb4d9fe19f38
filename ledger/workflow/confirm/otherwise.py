"""不回函的: a reminder of a letter, and 替代核对 of hospitals that have not answered."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import yuan
from ledger.basis.terms import PAPER_TYPES
from ledger.events.confirmations.confirming import CLAUSE
from ledger.intake.confirm_words import free_key
from ledger.store.bank.confirm import read_alternative_checks
from ledger.store.engine import reading
from ledger.store.relations.events import read_withdrawals
from ledger.workflow.confirm.answers import common, letter_meant, read_known
from ledger.workflow.confirm.figures import read_figures
from ledger.workflow.confirm.single import paper_of
from ledger.workflow.confirm.standing import DECEMBER, balances_by_hospital, unconfirmed
from ledger.workflow.desk import Desk, book_of, refusals_logged
from ledger.workflow.drafting.record import record_row

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.workflow.drafting.record import RecordResult


def remind(
    desk: Desk,
    hospital: str,
    cutoff: dt.date | None,
    *,
    paper: str,
    delivery: str,
    book: str,
    dry_run: bool = False,
) -> RecordResult:
    """催函: record that a hospital was asked again, on the day that the proof of delivery gives."""
    number, sent_on = paper_of(paper, "--paper")
    proof, arrived = paper_of(delivery, "--delivery")
    values: dict[str, object] = {"hospital": hospital}
    if cutoff is not None:
        values["cutoff"] = cutoff
    with refusals_logged(desk, "record", "催函"):
        known = read_known(desk, book)
        one, letter = letter_meant(values, known)
    words: dict[str, object] = {
        **common(one, letter),
        "kind": "confirmation-reminder",
        "key": free_key(f"催函-{letter.key}-{arrived:%Y%m%d}", known.withdrawn[one.code]),
        "date": str(arrived),
        "papers": f"{PAPER_TYPES['reminder']}:{number}:{sent_on};"
        f"{PAPER_TYPES['delivery-proof']}:{proof}:{arrived}",
    }
    return record_row(desk, "催函", words, dry_run=dry_run)


def check_otherwise(
    desk: Desk,
    year: int,
    *,
    book: str,
    reason: str,
    paper: str,
    hospitals: Sequence[str] = (),
    dry_run: bool = False,
) -> RecordResult:
    """替代核对: record one check of all hospitals of a year that have not answered, or of some.

    The balances are those of the books on 31 December; the chief who approves agrees to them.
    """
    number, day = paper_of(paper, "--paper")
    with refusals_logged(desk, "record", "替代核对"):
        with reading(desk.engine) as conn:
            one = book_of(conn, book)
            silent = silent_hospitals(desk, conn, one, year)
            figures = read_figures(desk, conn, one, dt.date(year, DECEMBER, 31))
            gone = read_withdrawals(conn, one.code)
            held = {check.key for check in read_alternative_checks(conn, one.code, year)}
        asked = sorted(hospitals or silent)
        refuse_answered(one, year, asked, silent)
    words: dict[str, object] = {
        "area": one.area,
        "fund": one.fund,
        "kind": "alternative-check",
        "key": free_key(f"替代核对-{year}", {*gone, *held}),
        "date": str(day),
        "year": str(year),
        "balances": balance_words(balances_by_hospital(figures), asked),
        "reason": reason,
        "papers": f"{PAPER_TYPES['alternative-check']}:{number}:{day}",
    }
    return record_row(desk, "替代核对", words, dry_run=dry_run)


def refuse_answered(book: Book, year: int, asked: Sequence[str], silent: Container[str]) -> None:
    """Refuse a check of hospitals that have answered, or of none."""
    strange = [code for code in asked if code not in silent]
    if strange or not asked:
        raise refuse(
            "NOTHING_TO_CHECK",
            f"{book.code} {year} 年{'、'.join(strange) or '没有一家医院'}需要替代核对："
            "没有往来、已经回函，或已有催函、替代核对",
            f"查看：prepay --book {book.code} confirm list --date {year}-12-31",
            clause=CLAUSE,
        )


def balance_words(balances: Mapping[str, Mapping[int, int]], hospitals: Sequence[str]) -> list[str]:
    """Write the balances of hospitals as `医院:年度:金额`."""
    return [
        f"{hospital}:{year}:{yuan(fen)}"
        for hospital in hospitals
        for year, fen in sorted(balances[hospital].items())
    ]


def silent_hospitals(desk: Desk, conn: sa.Connection, book: Book, year: int) -> list[str]:
    """Name the hospitals of a year that have not answered, and nothing stands for their answer."""
    left = unconfirmed(desk, conn, book, year)
    return [one.hospital for one in left if not one.answered and not one.instead]
