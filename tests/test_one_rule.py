"""A rule has one home: what record, post and close take, verify calls sound.

Each example is one that one of them had judged by a copy of the rule of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cases import refused
from tests.office import EMPLOYEE, codes
from tests.special import opened, paid, special

if TYPE_CHECKING:
    from tests.office import Office, Row

RECEIPT = {"type": "bank-receipt", "number": "回单-急", "date": "2026-03-10"}
AGREED = {"type": "agreement", "number": "XY-急", "date": "2026-01-05"}


def unordered(office: Office, **words: object) -> Row:
    """Write a payment that the bank made with no order behind it."""
    given = {"irregular": "true", "reason": "银行已经划出", "papers": [AGREED, RECEIPT], **words}
    return {**paid(office, "200000.00", key="拨-急"), **given}


def test_a_special_case_without_a_payment_order_is_sound(office: Office) -> None:
    opened(office)
    office.on("2026-03-20")
    special(office, unordered(office))
    assert office.faults() == []
    office.on("2026-04-02")
    office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)
    assert office.faults() == []


def test_so_is_what_puts_it_right_with_the_papers_that_it_had(office: Office) -> None:
    opened(office, approved="900000.00")
    office.on("2026-03-20")
    special(office, unordered(office))
    right = {"corrects": "拨-急", "amount": "150000.00", "irregular": "no"}
    office.correct("拨-急", right=[right])
    office.post()
    assert office.faults() == []


def test_an_ordinary_payment_without_an_order_is_refused(office: Office) -> None:
    opened(office)
    office.on("2026-03-20")
    row = paid(office, "1.00", papers=[AGREED, RECEIPT])
    assert "PAPER_MISSING" in codes(refused(office, row))
