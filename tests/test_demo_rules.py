"""The sample year asks for nothing that its own kinds of event would refuse."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.events import KINDS
from ledger.events.base import Event, read_event, words_of
from ledger.events.disbursement import Disbursement
from ledger.events.payment_return import PaymentReturn
from ledger.masters.book import BankAccount, Book
from ledger.masters.chart_file import load_chart
from ledger.masters.hospital import read_hospital
from ledger.policy.facts import Facts, Payment
from ledger.policy.profile import in_force, load_layers
from ledger.workflow.demo.hospitals import hospital_rows
from ledger.workflow.demo.payments import misplaced_payment, swapped_payments
from ledger.workflow.demo.state import standing_rows
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT
from ledger.workflow.demo.year import demo_year

if TYPE_CHECKING:
    from collections.abc import Mapping

BOOKS = (EMPLOYEE, RESIDENT)


def read(row: Mapping[str, object]) -> Event:
    """Read a row; nothing in it may be unclear or unknown."""
    kind = KINDS[str(row["kind"])]
    spelled = words_of(kind)
    known = {"kind", "key", "area", "fund"} | {word.name for word in spelled.values()}
    assert set(row) <= known, set(row) - known
    book = f"{row['area']}/{row['fund']}"
    event, findings = read_event(kind, spelled, book, str(row["key"]), row)
    assert event is not None, findings
    return event


def sourced(book: str) -> list[tuple[Event, Event]]:
    """Pair every standing event with the one whose papers it has: itself, or what it corrects."""
    wrong = {row["key"]: read(row) for row in (*swapped_payments(), misplaced_payment())}
    events = [read(row) for row in standing_rows(demo_year(), book)]
    return [(event, wrong.get(event.corrects, event)) for event in events]


def facts_of(book: str) -> Facts:
    """Say what the rooms need to know: chart, profile, hospitals, bank and what was paid."""
    fund = book.split("/")[1]
    today = date(2025, 1, 2)
    hospitals = [read_hospital(1, row, today)[0] for row in hospital_rows()]
    paid = [event for event, _ in sourced(book) if isinstance(event, Disbursement)]
    return Facts(
        book=Book(
            code=book,
            area="620100",
            fund=fund,
            area_name="兰州市",
            profile="gansu",
            start="2025-01",
        ),
        chart=load_chart()[fund],
        policy=in_force(load_layers("gansu"), {}),
        today=today,
        open_from="2025-01",
        opening_open=True,
        hospitals={each.code: each for each in hospitals if each},
        banks={"1004": BankAccount(code="1004", bank="", number="", exclusive=True)},
        payments={
            each.key: Payment(
                date=each.date,
                key=each.key,
                hospital=each.hospital,
                year=each.year,
                amount_fen=each.amount_fen,
                account=each.from_account,
                returned_fen=0,
            )
            for each in paid
        },
        documents={},
        vouchers={},
    )


@pytest.mark.parametrize("book", BOOKS)
def test_no_room_refuses_its_event(book: str) -> None:
    facts = facts_of(book)
    for event, source in sourced(book):
        assert list(event.findings(facts)) == []
        assert {*event.PAPERS} <= {paper.type for paper in source.papers}
        assert all(leg.amount_fen > 0 for leg in event.legs(facts))
        assert event.summary or event.default_summary(facts)
        if isinstance(event, Disbursement):
            assert "agreement" in {paper.type for paper in source.papers}
        if isinstance(event, PaymentReturn):
            assert event.date >= date(2025, 3, 18)


@pytest.mark.parametrize("book", BOOKS)
def test_receipts_state_one_amount_and_are_used_up_exactly(book: str) -> None:
    stated: dict[tuple[str, str], set[int]] = defaultdict(set)
    used: dict[tuple[str, str], int] = defaultdict(int)
    cited = set()
    for event, source in sourced(book):
        use = event.bank_use()
        for paper in (each for each in source.papers if each.type == "bank-receipt"):
            assert use is not None, event.key
            receipt = (use.side, paper.number)
            citation = (receipt, event.hospital, event.year, event.KIND)
            assert citation not in cited
            cited.add(citation)
            stated[receipt].add(paper.amount_fen)
            used[receipt] += use.amount_fen
    assert all(stated[receipt] == {fen} for receipt, fen in used.items())
    assert len(used) < len(cited)
