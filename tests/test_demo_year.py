"""The sample story tells everything that it promises, with invented people and believable sums."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import click
import pytest

import cli
from ledger.basis.money import parse_fen
from ledger.basis.workdays import is_workday
from sample.story import HOME, StoryStep, sample_story
from tests.sample_story import (
    AREA,
    AREAS,
    CANGLING_CHINESE_MEDICINE,
    EMPLOYEE,
    HENGYAN,
    RESIDENT,
    TAOTING,
    TAOTING_REHABILITATION,
    XINGTING_CLINIC,
    YANHU_MATERNITY,
    ZHIYUAN_ORTHOPAEDIC,
    of_verb,
    recorded,
    refused,
    rows_in,
    standing_rows,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    Row = Mapping[str, object]

BOOKS = (EMPLOYEE, RESIDENT)


@pytest.fixture(scope="module")
def steps() -> tuple[StoryStep, ...]:
    return tuple(step for step in sample_story() if step.office.area == AREA)


def of_kind(steps: tuple[StoryStep, ...], book: str, kind: str) -> list[Row]:
    return [row for row in standing_rows(steps, book) if row["kind"] == kind]


def fen(row: Row) -> int:
    return parse_fen(str(row["amount"]))


def receipt_of(row: Row) -> tuple[object, object]:
    papers = row["papers"]
    assert isinstance(papers, list)
    (paper,) = (each for each in papers if each["type"] == "bank-receipt")
    return paper["number"], paper["amount"]


def test_the_story_runs_forward_and_nobody_does_two_things_at_once() -> None:
    story = sample_story()
    moments = [(step.day, step.hour) for step in story]
    assert moments == sorted(moments)
    assert {step.office.area for step in story} == set(AREAS)
    assert max(step.day for step in story) < date(2026, 6, 30)
    for area in AREAS:
        mine = [(step.day, step.hour) for step in story if step.office.area == area]
        assert len(mine) == len(set(mine)), area


def test_every_step_runs_a_command_of_prepay_and_every_file_is_used() -> None:
    used = set()
    for step in sample_story():
        command: click.Command = cli.main
        for name in step.verb.split():
            assert isinstance(command, click.Group)
            command = command.commands[name]
        for word in ("file", "mended", "agreed"):
            if word in step.words:
                used.add(step.office.folder / step.words[word])
    known = {"office.yaml", "story.yaml"}
    kept = {path for path in HOME.rglob("*.*") if path.parent != HOME and path.name not in known}
    assert {path for path in kept if "__pycache__" not in path.parts} == used


def test_every_step_is_on_a_working_day() -> None:
    for step in sample_story():
        assert 9 <= step.hour <= 17, step.note
        assert step.note.endswith("。")
        assert is_workday(step.day, {}), (step.day, step.note)


def test_batches_are_paid_on_one_receipt_each(steps: tuple[StoryStep, ...]) -> None:
    for book in BOOKS:
        sums: dict[tuple[object, object], list[int]] = defaultdict(list)
        for row in of_kind(steps, book, "disbursement"):
            if "papers" in row:
                sums[receipt_of(row)].append(fen(row))
        batches = {key: each for key, each in sums.items() if len(each) > 1}
        assert len(batches) == 2
        assert all(parse_fen(str(stated)) == sum(each) for (_, stated), each in batches.items())


def test_every_kind_of_event_happens(steps: tuple[StoryStep, ...]) -> None:
    kinds = {str(row["kind"]) for book in BOOKS for row in standing_rows(steps, book)}
    assert kinds == {
        *("opening-balance", "allocation", "disbursement", "payment-return", "repayment"),
        *("remittance", "suspense", "suspense-out", "interest", "settlement-offset"),
        *("write-off", "succession"),
    }
    for book in BOOKS:
        assert [row["date"] for row in of_kind(steps, book, "interest")] == [
            f"2025-{month}-21" for month in ("03", "06", "09", "12")
        ]
        opened = of_kind(steps, book, "opening-balance")
        assert [row["account"] for row in opened][:3] == ["1003", "1004", "1101"]
        assert {row["year"] for row in opened if row["account"] == "1101"} == {"2023"}


def test_a_payment_bounces_and_is_paid_again(steps: tuple[StoryStep, ...]) -> None:
    paid = [r for r in of_kind(steps, EMPLOYEE, "disbursement") if r["hospital"] == HENGYAN]
    (returned,) = of_kind(steps, EMPLOYEE, "payment-return")
    assert returned["disbursement"] == paid[0]["key"]
    assert fen(paid[0]) == fen(returned) == fen(paid[1])


def test_corrections(steps: tuple[StoryStep, ...]) -> None:
    one, two = of_verb(steps, "correct")
    assert one.day.month == 4
    prevented = next(step for step in of_verb(steps, "record") if refused(step))
    assert refused(prevented) == ("LIMIT_EXCEEDED",)
    assert [row["hospital"] for row in rows_in(prevented)] == [TAOTING]
    assert TAOTING in one.words["vouchers"][0]
    assert [row["hospital"] for row in rows_in(one)] == [TAOTING_REHABILITATION]
    # Red alone would leave the hospital that has already returned a part below zero.
    before = steps[: steps.index(two)]
    returned = [
        fen(row)
        for row in of_kind(before, RESIDENT, "repayment")
        if row["hospital"] == CANGLING_CHINESE_MEDICINE
    ]
    assert len(two.words["vouchers"]) == len(rows_in(two)) == 2
    assert sum(returned) == 500_000_00
    assert all("papers" not in row for step in (one, two) for row in rows_in(step))


def test_one_transfer_serves_two_hospitals_and_one_is_too_much(
    steps: tuple[StoryStep, ...],
) -> None:
    payers: dict[tuple[object, object], list[object]] = defaultdict(list)
    for row in of_kind(steps, RESIDENT, "repayment"):
        payers[receipt_of(row)].append(row["hospital"])
    assert [len(each) for each in payers.values() if len(each) > 1] == [2]
    (held,) = of_kind(steps, EMPLOYEE, "suspense")
    (refunded,) = of_kind(steps, EMPLOYEE, "suspense-out")
    assert fen(held) == fen(refunded) == 5_000_00
    owed = next(
        row for row in of_kind(steps, EMPLOYEE, "repayment") if row["hospital"] == XINGTING_CLINIC
    )
    assert receipt_of(owed) == receipt_of(held)
    assert receipt_of(owed)[1] == "133600.00"


def test_offsets_and_write_off(steps: tuple[StoryStep, ...]) -> None:
    (one,) = of_kind(steps, EMPLOYEE, "settlement-offset")
    (two,) = of_kind(steps, RESIDENT, "settlement-offset")
    assert (one["amount"], one["settlement"]) == ("300000.00", "800000.00")
    assert (two["amount"], two["lines"]) == (
        "120000.00",
        [
            {"benefit": "inpatient", "gross": "310000.00"},
            {"benefit": "outpatient", "gross": "90000.00"},
        ],
    )
    (lost,) = of_kind(steps, EMPLOYEE, "write-off")
    papers = lost["papers"]
    assert isinstance(papers, list)
    assert [paper["type"] for paper in papers] == ["court-document", "government-approval"]
    assert {paper["amount"] for paper in papers} == {lost["amount"]}


def test_twelve_closes_then_the_year_then_late_money(steps: tuple[StoryStep, ...]) -> None:
    closes = of_verb(steps, "close month")
    periods = [step.words["period"] for step in closes]
    assert periods == [f"2025-{month:02d}" for month in range(1, 13)]
    assert all(f"{step.day:%Y-%m}" > step.words["period"] for step in closes)
    (year,) = of_verb(steps, "close year")
    after = steps[steps.index(year) + 1 :]
    rows = [row for step in after for row in recorded(step)]
    assert [row.get("hospital") for row in rows[:3]] == [
        ZHIYUAN_ORTHOPAEDIC,
        YANHU_MATERNITY,
        YANHU_MATERNITY,
    ]
    assert rows[0]["date"] == "2025-12-25"
    assert [row["kind"] for row in rows[3:]] == ["remittance", "remittance"]
    returns = standing_rows(steps[: steps.index(closes[-1])], EMPLOYEE)
    assert max(str(row["date"]) for row in returns if row["kind"] == "repayment") <= "2025-12-25"


def test_one_draft_is_rejected_and_mended(steps: tuple[StoryStep, ...]) -> None:
    (rejected,) = of_verb(steps, "reject")
    (wrong,), (mended,) = rows_in(rejected), rows_in(rejected, "mended")
    assert {word for word in wrong if wrong[word] != mended[word]} == {"amount"}
    assert receipt_of(mended)[1] == mended["amount"]
