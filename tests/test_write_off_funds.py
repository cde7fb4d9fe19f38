"""一份文书, two funds: one court document and one approval bound both books of an area together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import PartlyRefused
from ledger.events import checks
from tests.cases import refusal, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, codes

if TYPE_CHECKING:
    from tests.office import Office, Row


@pytest.fixture
def owing(office: Office) -> Office:
    """Let a hospital owe 400,000.00 to either fund."""
    for book in (EMPLOYEE, RESIDENT):
        office.fund(book=book)
        office.post(office.pay(FIRST, "400000.00", fund=book[7:]))
    office.on("2026-12-02")
    return office


def loss(office: Office, amount: str, fund: str, **words: object) -> Row:
    """Write a write-off by the one document, `court` and `approved` being what is typed."""
    court, approved = words.pop("court", "500000.00"), words.pop("approved", "500000.00")
    papers = [
        {"type": "court-document", "number": "法-1", "date": "2026-10-08", "amount": court},
        {"type": "government-approval", "number": "批-1", "date": "2026-11-09", "amount": approved},
    ]
    given = {"date": "2026-12-02", "hospital": FIRST, "year": "2026", "papers": papers, **words}
    return office.row("write-off", amount=amount, fund=fund, **given)


def test_what_one_fund_has_written_off_the_other_cannot_once_more(owing: Office) -> None:
    """500,000.00 were found lost: 300,000.00 in each fund would be 600,000.00."""
    owing.post(loss(owing, "300000.00", "employee"))

    found = refused(owing, loss(owing, "200000.01", "resident"))

    assert codes(found) == ["EXCEEDS_DOCUMENT", "EXCEEDS_DOCUMENT"]
    assert "已用 300,000.00（含职工账套），本笔 200,000.01，超出 0.01" in found[0].message
    owing.post(loss(owing, "200000.00", "resident"))
    assert owing.faults() == []


def test_both_rows_of_one_file_are_held_to_the_document(owing: Office) -> None:
    rows = (loss(owing, "300000.00", "employee"), loss(owing, "200000.01", "resident"))
    found = refused(owing, *rows)
    assert [(one.row, one.code) for one in found] == [(2, "EXCEEDS_DOCUMENT")] * 2


def test_a_draft_of_the_other_fund_counts(owing: Office) -> None:
    owing.record(loss(owing, "300000.00", "resident"))
    found = refused(owing, loss(owing, "300000.00", "employee"))
    assert codes(found) == ["EXCEEDS_DOCUMENT"] * 2
    assert "（含居民账套）" in found[0].message


def test_a_correction_of_one_fund_is_held_to_the_other(owing: Office) -> None:
    owing.post(loss(owing, "300000.00", "employee", key="核-1"))
    owing.post(loss(owing, "200000.00", "resident"))
    found = refusal(owing, lambda: owing.put_right("核-1", {"amount": "300000.01"}))
    assert set(codes(found)) == {"EXCEEDS_DOCUMENT"}
    owing.put_right("核-1", {"amount": "250000.00"})
    owing.post()
    owing.post(loss(owing, "50000.00", "resident"))
    assert owing.faults() == []


def test_a_document_that_gives_each_fund_its_own_figure_says_so(owing: Office) -> None:
    owing.post(loss(owing, "300000.00", "employee", court="300000.00", approved="300000.00"))
    own: dict[str, object] = {"court": "200000.00", "approved": "200000.00"}

    found = refused(owing, loss(owing, "200000.00", "resident", **own))
    assert codes(found) == ["DOCUMENT_UNEQUAL", "DOCUMENT_UNEQUAL"]
    assert "此前写的是 300,000.00（职工账套）" in found[0].message
    assert "分险种写明金额的，各填各的" in found[0].remedy

    why = {"reason": "裁定书分险种列明：职工 30 万元，居民 20 万元"}
    assert codes(refused(owing, loss(owing, "200000.01", "resident", **own, **why))) == [
        "EXCEEDS_DOCUMENT",
        "EXCEEDS_DOCUMENT",
    ]
    owing.post(loss(owing, "200000.00", "resident", **own, **why))
    assert owing.faults() == []


def test_posting_asks_again_and_verify_finds_what_passed(
    owing: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release that bound each book alone let both pass."""
    with monkeypatch.context() as older:
        older.setattr(checks, "loss_document_findings", lambda *_: iter(()))
        owing.record(loss(owing, "300000.00", "employee"), loss(owing, "300000.00", "resident"))
        owing.approve()
    with pytest.raises(PartlyRefused) as caught:
        owing.post()
    assert codes(list(caught.value.findings)) == ["EXCEEDS_DOCUMENT"] * 2

    with monkeypatch.context() as older:
        older.setattr(checks, "loss_document_findings", lambda *_: iter(()))
        owing.post()
    for book in (EMPLOYEE, RESIDENT):
        found = owing.faults(book)
        assert codes(found) == ["DOCUMENT_EXCEEDED", "DOCUMENT_EXCEEDED"]
        assert "各险种据以核销共 600,000.00" in found[0].message
