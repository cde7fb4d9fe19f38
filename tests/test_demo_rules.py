"""The sample story obeys the notices: proved here by plain sums and dates, without the engine."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import parse_fen
from ledger.basis.terms import FUNDS
from ledger.events.base import Event, read_event, words_of
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.settlement_offset import SettlementOffset
from ledger.events.kinds import KINDS
from ledger.events.losses.write_off import WriteOff
from ledger.intake.assess_words import LISTS, headings_of
from ledger.intake.files import read_file
from sample.story import StoryStep, sample_story
from tests.sample_story import (
    ANHE_TUMOUR,
    AREA,
    AREAS,
    BOOKS,
    CANGLING,
    COUNTY,
    COUNTY_AMOUNTS,
    COUNTY_EMPLOYEE,
    EMPLOYEE,
    FIRST_AFFILIATED,
    HAINAN,
    HAINAN_AVERAGES,
    HAINAN_EMPLOYEE,
    HAIPING,
    JINGHE,
    LANTING,
    OFFICE_OF,
    QINGYU,
    RESIDENT,
    TAOTING,
    YINGQUAN_EYE,
    agreed_fen,
    of_verb,
    recorded,
    refused,
    registers,
    rows_in,
    standing_rows,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    Row = Mapping[str, object]

PAID_BOOKS = (EMPLOYEE, RESIDENT, HAINAN_EMPLOYEE, COUNTY_EMPLOYEE)
#: What may be paid, by book and year.
APPROVED = {
    (EMPLOYEE, 2025): agreed_fen(EMPLOYEE),
    (RESIDENT, 2025): agreed_fen(RESIDENT),
    (HAINAN_EMPLOYEE, 2025): {**HAINAN_AVERAGES[2025], QINGYU: 0},
    (HAINAN_EMPLOYEE, 2026): {**HAINAN_AVERAGES[2026], HAIPING: 0},
    (COUNTY_EMPLOYEE, 2026): COUNTY_AMOUNTS,
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
def steps() -> tuple[StoryStep, ...]:
    return sample_story()


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


def sourced(steps: tuple[StoryStep, ...], book: str) -> list[tuple[Event, Event]]:
    """Pair every standing event with the one whose papers it has: itself, or what it corrects."""
    told = [row for step in steps for row in recorded(step)]
    corrected = {key for step in of_verb(steps, "correct") for key in step.words["vouchers"]}
    wrong = {row["key"]: read(row) for row in told if row["key"] in corrected}
    events = [read(row) for row in standing_rows(steps, book)]
    return [(event, wrong.get(event.corrects, event)) for event in events]


def payments(steps: tuple[StoryStep, ...], book: str) -> list[Disbursement]:
    """List a book's standing payments."""
    events = (read(row) for row in standing_rows(steps, book))
    return [event for event in events if isinstance(event, Disbursement)]


@pytest.mark.parametrize("book", BOOKS)
def test_every_event_has_the_papers_that_its_kind_asks_for(
    steps: tuple[StoryStep, ...], book: str
) -> None:
    for event, source in sourced(steps, book):
        assert {*event.PAPERS} <= {paper.type for paper in source.papers}, event.key
    for row in registers(steps, book):
        event = read(row)
        assert {*event.PAPERS} <= {paper.type for paper in event.papers}, event.key


@pytest.mark.parametrize("book", BOOKS)
def test_receipts_state_one_amount_and_are_used_up_exactly(
    steps: tuple[StoryStep, ...], book: str
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

    def run(self, step: StoryStep) -> None:
        """Count a step in."""
        for row in recorded(step):
            self.book(row)
        if step.verb == "correct":
            for key in step.words["vouchers"]:
                self.book(self.rows[step.words["book"], key], -1)
            for row in rows_in(step):
                self.book(row)


def test_at_no_time_is_more_paid_than_was_approved_but_for_the_banks_mistake(
    steps: tuple[StoryStep, ...],
) -> None:
    paid = Paid()
    for step in steps:
        paid.run(step)
    assert [row.get("irregular") for row in paid.over] == ["yes"]


def test_who_is_approved_is_paid_in_full_but_for_one_who_drew_less(
    steps: tuple[StoryStep, ...],
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


def test_payments_are_in_time_or_say_why(steps: tuple[StoryStep, ...]) -> None:
    late = []
    for book in PAID_BOOKS:
        for event in payments(steps, book):
            assert event.year == event.date.year
            if event.date > DEADLINES[book.split("/")[0], event.year]:
                late.append((event.hospital, bool(event.reason)))
    assert late == [(TAOTING, True)]


def test_in_gansu_an_agreement_is_signed_before_each_payment(steps: tuple[StoryStep, ...]) -> None:
    for book in (EMPLOYEE, RESIDENT, COUNTY_EMPLOYEE):
        signed = {
            (str(row["hospital"]), int(str(row["year"]))): str(row["date"])
            for row in registers(steps, book)
            if row["kind"] == "agreement"
        }
        for event in payments(steps, book):
            assert signed[event.hospital, event.year] <= event.date.isoformat()


def test_papers_are_no_later_than_what_they_justify(steps: tuple[StoryStep, ...]) -> None:
    for book in BOOKS:
        for event, source in sourced(steps, book):
            if isinstance(event, (Disbursement, WriteOff)):
                assert all(paper.date <= event.date for paper in source.papers), event.key


def test_offsets_come_after_the_deadline_of_clearing(steps: tuple[StoryStep, ...]) -> None:
    days = {EMPLOYEE: date(2025, 12, 25), RESIDENT: date(2025, 12, 25)}
    days[HAINAN_EMPLOYEE] = date(2025, 12, 15)
    for book, deadline in days.items():
        events = [read(row) for row in standing_rows(steps, book)]
        (offset,) = (event for event in events if isinstance(event, SettlementOffset))
        assert offset.date > deadline


def test_applications_come_within_their_window(steps: tuple[StoryStep, ...]) -> None:
    counted: dict[tuple[str, int], int] = defaultdict(int)
    for area in AREAS:
        for book in OFFICE_OF[area].books:
            for row in registers(steps, book):
                if row["kind"] != "application":
                    continue
                place = (area, int(str(row["year"])))
                first, last = WINDOWS[place]
                assert first.isoformat() <= str(row["date"]) <= last.isoformat()
                counted[place] += 1
    assert counted == {(AREA, 2025): 40, (HAINAN, 2025): 5, (HAINAN, 2026): 5, (COUNTY, 2026): 3}


def imported(step: StoryStep) -> list[dict[str, str]]:
    """Read the list that a step imports."""
    file = read_file(step.office.folder / step.words["file"], headings_of(*LISTS))
    return [{name: str(word) for name, word in row.words.items()} for row in file.rows]


def averages(
    steps: tuple[StoryStep, ...], area: str, year: int, service: str = ""
) -> dict[str, int]:
    """Add up the imported months of a year by book and hospital; each must divide by twelve."""
    sums: dict[str, int] = defaultdict(int)
    for step in steps:
        if step.verb != "assess import" or step.office.area != area:
            continue
        for row in imported(step):
            counts = row.get("payer") == "基本医保统筹基金" and service in ("", row["service"])
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
    steps: tuple[StoryStep, ...], book: str
) -> None:
    fund = FUNDS[book.split("/")[1]]
    found = averages(steps, AREA, 2024)
    for hospital, approved in agreed_fen(book).items():
        computed = by_the_rules(found[f"{fund} {hospital}"])
        if (book, hospital) == (EMPLOYEE, YINGQUAN_EYE):
            assert computed == 2 * approved
        elif (book, hospital) in AGREED_LESS:
            assert computed > approved
        else:
            assert computed == approved
    assert JINGHE not in agreed_fen(book)


@pytest.mark.parametrize("year", [2025, 2026])
def test_in_hainan_the_inpatient_months_of_both_funds_come_to_what_was_approved(
    steps: tuple[StoryStep, ...], year: int
) -> None:
    found = averages(steps, HAINAN, year - 1, "住院")
    for hospital, average in HAINAN_AVERAGES[year].items():
        assert found[f"职工 {hospital}"] + found[f"居民 {hospital}"] == average


def test_hainan_shows_both_sides_of_the_threshold() -> None:
    assert HAINAN_AVERAGES[2025][QINGYU] == 1_000_000_00
    assert HAINAN_AVERAGES[2025][LANTING] == 1_000_000_01
    assert QINGYU in {code for code, fen in APPROVED[HAINAN_EMPLOYEE, 2025].items() if not fen}


@pytest.mark.parametrize("area", [AREA, COUNTY])
def test_only_what_is_asked_is_chosen(steps: tuple[StoryStep, ...], area: str) -> None:
    mine = [step for step in steps if step.office.area == area]
    asked = [code for step in mine for code in refused(step) if code == "CHOICE_MISSING"]
    chosen = [step.words["name"] for step in of_verb(mine, "policy choose")]
    assert len(asked) == len(chosen) == len(set(chosen))
