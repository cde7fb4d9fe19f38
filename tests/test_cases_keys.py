"""业务编号: one fact, one booking; the same words again are the first result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cases import only, refused
from tests.office import FIRST, RESIDENT, SECOND

if TYPE_CHECKING:
    from tests.office import Office


def test_the_same_key_with_the_same_content_is_the_first_result(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "5000.00")
    first = office.record(row)

    again = office.record(row, {**row, "amount": "5,000.00", "date": "20260310"})
    office.post()
    later = office.record(row)

    assert [result.replayed for result in (*first.rows, *again.rows, *later.rows)] == [
        False,
        True,
        True,
        True,
    ]
    assert {result.draft for result in (*again.rows, *later.rows)} == {first.rows[0].draft}
    assert len(office.vouchers()) == 3


def test_the_same_key_with_other_content_is_refused(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "5000.00")
    office.permit(SECOND, 2026)
    draft = only(refused(office, row, {**row, "amount": "5000.01"}))
    office.record(row)
    pending = only(refused(office, {**row, "amount": "5000.01"}))
    office.post()
    booked = only(refused(office, {**row, "hospital": SECOND}))

    assert [(f.code, f.field) for f in (draft, pending, booked)] == [
        ("KEY_REUSED", "key 业务编号")
    ] * 3
    assert "prepay correct" in booked.remedy
    # A key is unique within its book; the other book has its own.
    office.fund(book=RESIDENT)
    office.record({**row, "fund": "resident"})
