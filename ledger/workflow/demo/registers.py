"""Writes 登记事项 of the sample books: applications with their evidence, agreements and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.rows import common, document, paper

if TYPE_CHECKING:
    from datetime import date

    from ledger.workflow.demo.rows import Row


def application(
    book: str, day: date, hospital: str, *, settled_since: str = "", lead: str = ""
) -> Row:
    """Apply for the year, with everything that the check lists ask to see (甘肃·二; 海南·四).

    One application serves both funds. `lead` filed it where the hospital is a member.
    """
    year = day.year
    row: Row = {
        **common("application", book, day, hospital),
        "hospital": hospital,
        "year": str(year),
        "settled_since": settled_since or f"{year - 8}-01-01",
        "evaluations": [f"{year - 1}:good", f"{year - 2}:pass"],
        "undertaken_on": day.isoformat(),
        "papers": [paper("application-form", document(book, "预申", day, hospital[1:]), day)],
    }
    row |= dict.fromkeys(("finance_sound", "key_work", "inspections", "rectified"), "yes")
    return {**row, "lead": lead} if lead else row


def agreement(book: str, day: date, hospital: str) -> Row:
    """Sign the year's agreement with a hospital (甘肃·二)."""
    number = document(book, "医保协", day, hospital[1:])
    return {
        **common("agreement", book, day, hospital),
        "hospital": hospital,
        "year": str(day.year),
        "papers": [paper("agreement", number, day, sheets=4)],
    }


def late_before(book: str, day: date, hospital: str, amount_fen: int, reason: str) -> Row:
    """Register that a hospital was late in the year before these books (违约登记, 甘肃·四)."""
    return {
        **common("sanction", book, day, hospital),
        "hospital": hospital,
        "year": str(day.year),
        "amount": yuan(amount_fen),
        "cause": "late",
        "reason": reason,
        "papers": [paper("other", document(book, "医保函", day, hospital[1:]), day)],
    }


def guarantee(book: str, day: date, hospital: str, *, until: date) -> Row:
    """Register a non-public hospital's deed on its own property (海南·四(三))."""
    deed = paper("guarantee-deed", document(book, "担保", day, hospital[1:]), day, sheets=6)
    return {
        **common("guarantee", book, day, hospital),
        "hospital": hospital,
        "until": until.isoformat(),
        "papers": [deed],
    }


def recall(book: str, day: date, hospital: str, *, trigger: str, notified: date) -> Row:
    """Call a hospital's money back before its time (甘肃·六)."""
    notice = paper("recall-notice", document(book, "医保收", notified, hospital[1:]), notified)
    return {
        **common("recall", book, day, hospital),
        "hospital": hospital,
        "year": str(day.year),
        "trigger": trigger,
        "notified_on": notified.isoformat(),
        "papers": [notice],
    }
