"""The sample books' people, hospitals and bank accounts; the sums they stand for."""

from __future__ import annotations

import pytest

from ledger.basis.money import parse_fen
from ledger.intake.files import read_file
from ledger.masters.hospital import read_hospital
from ledger.masters.operator import role_findings
from ledger.workflow.setup.masters import hospital_headings
from sample.story import StoryStep, sample_story
from tests.sample_story import (
    ADMIN,
    AREA,
    AREAS,
    EMPLOYEE,
    HAINAN,
    OFFICE_OF,
    RESIDENT,
    of_verb,
    standing_rows,
)

BOOKS = (EMPLOYEE, RESIDENT)


@pytest.fixture(scope="module")
def steps() -> tuple[StoryStep, ...]:
    return sample_story()


def listed(step: StoryStep) -> list[dict[str, str]]:
    file = read_file(step.office.folder / step.words["file"], hospital_headings())
    return [{name: str(word) for name, word in row.words.items()} for row in file.rows]


def amounts(steps: tuple[StoryStep, ...], book: str, kind: str) -> list[int]:
    rows = standing_rows(steps, book)
    return [parse_fen(str(row["amount"])) for row in rows if row["kind"] == kind]


def test_people_hold_roles_that_go_together(steps: tuple[StoryStep, ...]) -> None:
    added = of_verb(steps, "operator add")
    assert {step.office.area for step in added} == set(AREAS)
    people = [told for step in added for told in step.words["operators"]]
    pairs = [(told["name"], tuple(told["roles"].split())) for told in people]
    assert pairs[0] == (ADMIN, ("admin",))
    assert [finding for pair in pairs for finding in role_findings(*pair)] == []
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)) == 2 + 3 * len(AREAS)
    held = dict(pairs)
    for office in OFFICE_OF.values():
        assert held[office.preparer] == ("preparer",)
        assert held[office.approver] == ("approver",)
        assert "chief" in held[office.chief]


def test_the_lists_of_hospitals_can_be_imported(steps: tuple[StoryStep, ...]) -> None:
    lists = of_verb(steps, "hospital import")
    for step in lists:
        for number, row in enumerate(listed(step), start=2):
            hospital, findings = read_hospital(number, row, step.day)
            assert hospital is not None, findings
            assert len(hospital.code) == 12
            assert hospital.inpatient
            assert bool(hospital.agency) == (step.office.area == HAINAN)
    first, renamed = (step for step in lists if step.office.area == AREA)
    every = [row for step in lists if step is not renamed for row in listed(step)]
    assert [len(listed(step)) for step in lists if step is not renamed] == [41, 5, 3]
    for heading in ("code", "name", "bank_account"):
        assert len({row[heading] for row in every}) == 49
    assert {row["ownership"] for row in listed(first)} == {"公立", "非公立"}
    assert any("（东院）" in row["name"] for row in listed(first))
    assert {row["group"] for row in listed(first)} == {"", "苍岭医共体", "梨川医共体"}
    (new,) = listed(renamed)
    old = next(row for row in listed(first) if row["code"] == new["code"])
    assert {key for key in new if new[key] != old[key]} == {"name", "valid_from"}


def test_the_sums_are_lanzhou_s_and_the_floors_show(steps: tuple[StoryStep, ...]) -> None:
    paid = {book: amounts(steps, book, "disbursement") for book in BOOKS}
    back = {book: sum(amounts(steps, book, "payment-return")) for book in BOOKS}
    # What the bank paid twice was never allocated.
    back[RESIDENT] += sum(
        parse_fen(str(row["amount"]))
        for row in standing_rows(steps, RESIDENT)
        if row.get("irregular") == "yes"
    )
    assert 300_000_000_00 < sum(paid[EMPLOYEE]) - back[EMPLOYEE] < 600_000_000_00
    assert 100_000_000_00 < sum(paid[RESIDENT]) - back[RESIDENT] < 300_000_000_00
    assert (min(paid[EMPLOYEE]), max(paid[EMPLOYEE])) == (5_000_00, 71_352_408_92)
    assert {5_000_00, 10_000_00} <= set(paid[EMPLOYEE])
    for book in BOOKS:
        allocations = amounts(steps, book, "allocation")
        assert len(allocations) == 2
        assert sum(allocations) == sum(paid[book]) - back[book]


def test_each_fund_has_its_own_bank_account(steps: tuple[StoryStep, ...]) -> None:
    described = of_verb(steps, "account add")
    mine = [step.words["book"] for step in described if step.office.area == AREA]
    assert mine == [EMPLOYEE, RESIDENT]
    assert {step.words["account"] for step in described} == {"1004"}
    assert len({step.words["number"] for step in described}) == len(described) == 5
