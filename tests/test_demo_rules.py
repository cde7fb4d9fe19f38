"""The sample story obeys the notices: proved here by plain sums and dates, without the engine."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import parse_fen
from ledger.events.base import Event, read_event, words_of
from ledger.events.disbursement import Disbursement
from ledger.events.kinds import KINDS
from ledger.events.settlement_offset import SettlementOffset
from ledger.events.write_off import WriteOff
from ledger.workflow.demo import assessment, county, hainan_lists
from ledger.workflow.demo.hainan_lists import HAIPING, LANTING, QINGYU
from ledger.workflow.demo.hospitals import (
    ANHE_TUMOUR,
    CANGLING,
    FIRST_AFFILIATED,
    JINGHE,
    YINGQUAN_EYE,
)
from ledger.workflow.demo.payments import misplaced_payment, swapped_payments
from ledger.workflow.demo.state import registers, standing_rows
from ledger.workflow.demo.steps import (
    AREA,
    AREAS,
    COUNTY,
    COUNTY_EMPLOYEE,
    EMPLOYEE,
    HAINAN,
    HAINAN_EMPLOYEE,
    RESIDENT,
    Assessed,
    Corrected,
    ListImported,
    PolicyChosen,
    Prevented,
    Recorded,
    Rejected,
    Step,
    books_of,
)
from ledger.workflow.demo.story import demo_story

if TYPE_CHECKING:
    from collections.abc import Mapping

    Row = Mapping[str, object]

BOOKS = tuple(book for area in AREAS for book in books_of(area))
PAID_BOOKS = (EMPLOYEE, RESIDENT, HAINAN_EMPLOYEE, COUNTY_EMPLOYEE)
#: What may be paid, by book and year.
APPROVED = {
    (EMPLOYEE, 2025): assessment.approved(EMPLOYEE),
    (RESIDENT, 2025): assessment.approved(RESIDENT),
    (HAINAN_EMPLOYEE, 2025): {**hainan_lists.prepayments(2025), QINGYU: 0},
    (HAINAN_EMPLOYEE, 2026): {**hainan_lists.prepayments(2026), HAIPING: 0},
    (COUNTY_EMPLOYEE, 2026): county.AMOUNTS,
}
#: Until when a year's money is paid (甘肃·四; 海南·九、五(四)).
DEADLINES = {
    (AREA, 2025): date(2025, 3, 31),
    (HAINAN, 2025): date(2025, 9, 30),
    (HAINAN, 2026): date(2026, 3, 31),
    (COUNTY, 2026): date(2026, 3, 31),
}
#: From when until when a hospital may apply (甘肃·二; 海南·九、五(一)).
WINDOWS = {
    (AREA, 2025): (date(2025, 1, 1), date(2025, 1, 10)),
    (HAINAN, 2025): (date(2025, 6, 13), date(2025, 7, 31)),
    (HAINAN, 2026): (date(2026, 1, 1), date(2026, 1, 15)),
    (COUNTY, 2026): (date(2026, 1, 1), date(2026, 1, 10)),
}
#: To whom 财政 agreed less than the rules give.
AGREED_LESS = {(EMPLOYEE, FIRST_AFFILIATED), (RESIDENT, ANHE_TUMOUR)}


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return demo_story()


def read(row: Row) -> Event:
    """Read a row; nothing in it may be unclear or unknown."""
    kind = KINDS[str(row["kind"])]
    spelled = words_of(kind)
    known = {"kind", "key", "area", "fund"} | {word.name for word in spelled.values()}
    assert set(row) <= known, set(row) - known
    book = f"{row['area']}/{row['fund']}"
    event, findings = read_event(kind, spelled, book, str(row["key"]), row)
    assert event is not None, findings
    return event


def sourced(steps: tuple[Step, ...], book: str) -> list[tuple[Event, Event]]:
    """Pair every standing event with the one whose papers it has: itself, or what it corrects."""
    wrong = {row["key"]: read(row) for row in (*swapped_payments(), misplaced_payment())}
    events = [read(row) for row in standing_rows(steps, book)]
    return [(event, wrong.get(event.corrects, event)) for event in events]


def payments(steps: tuple[Step, ...], book: str) -> list[Disbursement]:
    """List a book's standing payments."""
    events = (read(row) for row in standing_rows(steps, book))
    return [event for event in events if isinstance(event, Disbursement)]


@pytest.mark.parametrize("book", BOOKS)
def test_every_event_has_the_papers_that_its_kind_asks_for(
    steps: tuple[Step, ...], book: str
) -> None:
    for event, source in sourced(steps, book):
        assert {*event.PAPERS} <= {paper.type for paper in source.papers}, event.key
    for row in registers(steps, book):
        event = read(row)
        assert {*event.PAPERS} <= {paper.type for paper in event.papers}, event.key


@pytest.mark.parametrize("book", BOOKS)
def test_receipts_state_one_amount_and_are_used_up_exactly(
    steps: tuple[Step, ...], book: str
) -> None:
    stated: dict[tuple[str, str], set[int]] = defaultdict(set)
    used: dict[tuple[str, str], int] = defaultdict(int)
    cited = set()
    for event, source in sourced(steps, book):
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
    if book in PAID_BOOKS:
        assert len(used) < len(cited)


@dataclass
class Paid:
    """What has been paid so far, by book and year and hospital, and what went beyond."""

    sums: dict[tuple[str, int, str], int] = field(default_factory=lambda: defaultdict(int))
    rows: dict[tuple[str, object], Row] = field(default_factory=dict)
    over: list[Row] = field(default_factory=list)

    def book(self, row: Row, sign: int = 1) -> None:
        """Count a row in, or with -1 take it back in red."""
        kind, book = str(row["kind"]), f"{row['area']}/{row['fund']}"
        direction = {"disbursement": 1, "payment-return": -1}.get(kind, 0)
        if not direction:
            return
        self.rows[book, row["key"]] = row
        year, hospital = int(str(row["year"])), str(row["hospital"])
        place = (book, year, hospital)
        self.sums[place] += sign * direction * parse_fen(str(row["amount"]))
        if self.sums[place] > APPROVED[book, year].get(hospital, 0):
            self.over.append(row)

    def run(self, step: Step) -> None:
        """Count a step in."""
        match step:
            case Recorded(rows=recorded):
                for row in recorded:
                    self.book(row)
            case Rejected(mended=mended):
                self.book(mended)
            case Corrected(book=book, vouchers=keys, rows=blue):
                for key in keys:
                    self.book(self.rows[book, key], -1)
                for row in blue:
                    self.book(row)


def test_at_no_time_is_more_paid_than_was_approved_but_for_the_banks_mistake(
    steps: tuple[Step, ...],
) -> None:
    paid = Paid()
    for step in steps:
        paid.run(step)
    assert [row.get("irregular") for row in paid.over] == ["yes"]


def test_who_is_approved_is_paid_in_full_but_for_one_who_drew_less(
    steps: tuple[Step, ...],
) -> None:
    undrawn: dict[tuple[str, str], int] = {}
    for (book, year), approved in APPROVED.items():
        drawn: dict[str, int] = defaultdict(int)
        for event in payments(steps, book):
            if event.year == year and not event.irregular:
                drawn[event.hospital] += event.amount_fen
        back = [row for row in standing_rows(steps, book) if row["kind"] == "payment-return"]
        for row in back:
            drawn[str(row["hospital"])] -= parse_fen(str(row["amount"]))
        undrawn |= {
            (book, code): fen - drawn[code] for code, fen in approved.items() if fen != drawn[code]
        }
    assert undrawn == {(RESIDENT, CANGLING): 420_000_00}


def test_payments_are_in_time_or_say_why(steps: tuple[Step, ...]) -> None:
    late = []
    for book in PAID_BOOKS:
        for event in payments(steps, book):
            assert event.year == event.date.year
            if event.date > DEADLINES[book.split("/")[0], event.year]:
                late.append((event.hospital, bool(event.reason)))
    assert late == [(misplaced_payment()["hospital"], True)]


def test_in_gansu_an_agreement_is_signed_before_each_payment(steps: tuple[Step, ...]) -> None:
    for book in (EMPLOYEE, RESIDENT, COUNTY_EMPLOYEE):
        signed = {
            (str(row["hospital"]), int(str(row["year"]))): str(row["date"])
            for row in registers(steps, book)
            if row["kind"] == "agreement"
        }
        for event in payments(steps, book):
            assert signed[event.hospital, event.year] <= event.date.isoformat()


def test_papers_are_no_later_than_what_they_justify(steps: tuple[Step, ...]) -> None:
    for book in BOOKS:
        for event, source in sourced(steps, book):
            if isinstance(event, (Disbursement, WriteOff)):
                assert all(paper.date <= event.date for paper in source.papers), event.key


def test_offsets_come_after_the_deadline_of_clearing(steps: tuple[Step, ...]) -> None:
    days = {EMPLOYEE: date(2025, 12, 25), RESIDENT: date(2025, 12, 25)}
    days[HAINAN_EMPLOYEE] = date(2025, 12, 15)
    for book, deadline in days.items():
        events = [read(row) for row in standing_rows(steps, book)]
        (offset,) = (event for event in events if isinstance(event, SettlementOffset))
        assert offset.date > deadline


def test_applications_come_within_their_window(steps: tuple[Step, ...]) -> None:
    counted: dict[tuple[str, int], int] = defaultdict(int)
    for area in AREAS:
        for book in books_of(area):
            for row in registers(steps, book):
                if row["kind"] != "application":
                    continue
                place = (area, int(str(row["year"])))
                first, last = WINDOWS[place]
                assert first.isoformat() <= str(row["date"]) <= last.isoformat()
                counted[place] += 1
    assert counted == {(AREA, 2025): 40, (HAINAN, 2025): 5, (HAINAN, 2026): 5, (COUNTY, 2026): 3}


def averages(steps: tuple[Step, ...], area: str, year: int, service: str = "") -> dict[str, int]:
    """Add up the imported months of a year by book and hospital; each must divide by twelve."""
    sums: dict[str, int] = defaultdict(int)
    for step in steps:
        if not isinstance(step, ListImported) or step.area != area:
            continue
        for row in step.rows:
            counts = row.get("payer") == "basic" and service in ("", row["service"])
            if counts and row["month"].startswith(f"{year}-"):
                sums[f"{row['fund']} {row['hospital']}"] += parse_fen(row["amount"])
    return {place: fen // 12 for place, fen in sums.items() if fen % 12 == 0}


def by_the_rules(average: int) -> int:
    """Work out 甘肃·三: one month, and what lies below a floor is raised to it."""
    if average < 500_000:
        return 500_000
    return max(average, 1_000_000) if average < 1_000_000 else average


@pytest.mark.parametrize("book", [EMPLOYEE, RESIDENT])
def test_the_imported_months_of_lanzhou_come_to_what_was_approved(
    steps: tuple[Step, ...], book: str
) -> None:
    fund = book.split("/")[1]
    found = averages(steps, AREA, 2024)
    for hospital, approved in assessment.approved(book).items():
        computed = by_the_rules(found[f"{fund} {hospital}"])
        if (book, hospital) == (EMPLOYEE, YINGQUAN_EYE):
            assert computed == 2 * approved
        elif (book, hospital) in AGREED_LESS:
            assert computed > approved
        else:
            assert computed == approved
    assert JINGHE not in assessment.approved(book)


@pytest.mark.parametrize("year", [2025, 2026])
def test_in_hainan_the_inpatient_months_of_both_funds_come_to_what_was_approved(
    steps: tuple[Step, ...], year: int
) -> None:
    found = averages(steps, HAINAN, year - 1, "inpatient")
    for hospital, average in hainan_lists.prepayments(year).items():
        assert found[f"employee {hospital}"] + found[f"resident {hospital}"] == average


def test_hainan_shows_both_sides_of_the_threshold() -> None:
    assert hainan_lists.prepayments(2025)[QINGYU] == 1_000_000_00
    assert hainan_lists.prepayments(2025)[LANTING] == 1_000_000_01
    assert QINGYU in {code for code, fen in APPROVED[HAINAN_EMPLOYEE, 2025].items() if not fen}


@pytest.mark.parametrize("area", [AREA, COUNTY])
def test_only_what_is_asked_is_chosen(steps: tuple[Step, ...], area: str) -> None:
    mine = [step for step in steps if step.area == area]
    asked: list[str] = []
    for step in mine:
        match step:
            case Assessed(refused=codes) | Prevented(codes=codes):
                asked += [code for code in codes if code == "CHOICE_MISSING"]
    chosen = [step.name for step in mine if isinstance(step, PolicyChosen)]
    assert len(asked) == len(chosen) == len(set(chosen))
