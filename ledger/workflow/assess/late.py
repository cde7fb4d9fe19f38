"""逾期: who was late with earlier money when 核定 is run, and who by one reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.assessment.values import Doubt, LateOwed
from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.dues.answers import answers, owed_of_late_payments, still_owed
from ledger.events.registers.sanction import DECISIONS, Sanction
from ledger.store.vouchers.balances import balance_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.policy.profile import Rules
    from ledger.workflow.assess.area_known import AreaKnown

#: Of whom nothing is late.
NOTHING = LateOwed(late={}, inherited={})


def older_years(conn: sa.Connection, book: Book, base: str, year: int, day: date) -> set[int]:
    """Name the prepayment years before last year's of which something is out on the day."""
    period = period_of(day)
    rows = balance_rows(conn, book, first=period, last=period, base=base)
    return {
        row.leaf.account.year
        for row in rows
        if row.closing_fen and 0 < row.leaf.account.year < year - 1
    }


def lateness(
    known: AreaKnown, books: Sequence[Book], rules: Mapping[str, Rules], settled_by: Collection[str]
) -> dict[str, LateOwed]:
    """Work out who was short at the end of last year's deadline, by hospital and fund, in fen.

    First, who was paid answers; second, what a 承接, before that day or since, adds to it where
    sanctions follow the debt, or with a minus takes from it (A-24). What has come back since by a
    movement of `settled_by` is left out (A-25). A hospital whose lateness is older than these
    books has it in a 违约登记, and nothing is known of what came back.
    """
    late: dict[str, dict[str, int]] = {}
    inherited: dict[str, dict[str, int]] = {}
    for book in books:
        moved = known.moved[book.code, known.year - 1]
        deadline = deadline_passed(rules[book.code], known)
        if deadline is None:
            continue
        for code, found in answers(moved, deadline, settled_by=settled_by).items():
            add(late, code, book.fund, found.first_fen)
            add(inherited, code, book.fund, found.last_fen - found.first_fen)
    add_registered(late, known)
    return {
        code: LateOwed(late=late.get(code, {}), inherited=inherited.get(code, {}))
        for code in {*late, *inherited}
    }


def add_registered(late: dict[str, dict[str, int]], known: AreaKnown) -> None:
    """Add the lateness that a 违约登记 tells of, older than these books."""
    for one in known.of(Sanction):
        if one.year == known.year and one.cause == "late":
            add(late, one.hospital, fund_of(one), one.amount_fen)


def decisions(known: AreaKnown, hospital: str) -> dict[str, str]:
    """Give by fund what a person registered of late money that is still out; the newest holds."""
    return {
        fund_of(one): one.cause
        for one in known.of(Sanction, hospital)
        if one.year == known.year and one.cause in DECISIONS
    }


def doubts_of(
    known: AreaKnown, books: Sequence[Book], rules: Mapping[str, Rules]
) -> dict[str, list[Doubt]]:
    """Find what is late by one reading only, by hospital: never returned since, or paid too late.

    An older year counts where its own deadline was the notice's, as last year does.
    """
    doubts: dict[str, list[Doubt]] = {}
    for book in books:
        deadline = deadline_passed(rules[book.code], known)
        if deadline is None:
            continue
        last = known.moved[book.code, known.year - 1]
        for code, fen in owed_of_late_payments(last, deadline, known.day).items():
            doubts.setdefault(code, []).append(
                Doubt(
                    choice="paid_after_deadline",
                    fund=book.fund,
                    first_fen=fen,
                    more_fen=0,
                    told=f"{deadline}之后拨付、年底没有返还的{grouped(fen)}",
                )
            )
        for year in older_judged(known, book, rules[book.code]):
            for code, owed in still_owed(known.moved[book.code, year], known.day).items():
                fen = max(owed.first_fen, owed.last_fen)
                doubts.setdefault(code, []).append(
                    Doubt(
                        choice="old_default",
                        fund=book.fund,
                        first_fen=owed.first_fen,
                        more_fen=owed.last_fen - owed.first_fen,
                        told=f"{year}年度至今没有还清的{grouped(fen)}",
                    )
                )
    return doubts


def older_judged(known: AreaKnown, book: Book, rules: Rules) -> list[int]:
    """Name the prepayment years before last year's whose lateness the notice judges."""
    years = sorted(year for code, year in known.moved if code == book.code)
    return [year for year in years if year < known.year - 1 and rules.judges(year) is not None]


def deadline_passed(rules: Rules, known: AreaKnown) -> date | None:
    """The deadline by which last year is judged; None where it cannot be judged yet, or ever.

    Nobody is late before the day is over. What was lent under an older regime (周转金) was taken
    over as an opening, and is not judged (甘肃·六: 既往政策).
    """
    deadline = rules.judges(known.year - 1)
    return deadline if deadline is not None and deadline < known.day else None


def fund_of(event: Event) -> str:
    """Name the fund of the book in which an event stands."""
    return event.book.rpartition("/")[2]


def add(sums: dict[str, dict[str, int]], hospital: str, fund: str, fen: int) -> None:
    """Add fen to a hospital's sum in a fund; nothing leaves no trace."""
    if fen:
        funds = sums.setdefault(hospital, {})
        funds[fund] = funds.get(fund, 0) + fen
