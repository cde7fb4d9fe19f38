"""The sample books' people, hospitals and bank accounts; the sums they stand for."""

from __future__ import annotations

import pytest

from ledger.basis.money import parse_fen
from ledger.masters.hospital import read_hospital
from ledger.masters.operator import role_findings
from ledger.workflow.demo.state import standing_rows
from ledger.workflow.demo.steps import (
    ADMIN,
    AREA,
    AREAS,
    EMPLOYEE,
    HAINAN,
    RESIDENT,
    TEAMS,
    BankDescribed,
    HospitalsImported,
    OperatorsAdded,
    Step,
)
from ledger.workflow.demo.story import demo_story

BOOKS = (EMPLOYEE, RESIDENT)


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return demo_story()


def amounts(steps: tuple[Step, ...], book: str, kind: str) -> list[int]:
    rows = standing_rows(steps, book)
    return [parse_fen(str(row["amount"])) for row in rows if row["kind"] == kind]


def test_people_hold_roles_that_go_together(steps: tuple[Step, ...]) -> None:
    added = [step for step in steps if isinstance(step, OperatorsAdded)]
    assert {step.area for step in added} == set(AREAS)
    pairs = [pair for step in added for pair in step.operators]
    assert pairs[0] == (ADMIN, ("admin",))
    assert [finding for pair in pairs for finding in role_findings(*pair)] == []
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)) == 2 + 3 * len(AREAS)
    held = dict(pairs)
    for people in TEAMS.values():
        assert held[people.preparer] == ("preparer",)
        assert held[people.approver] == ("approver",)
        assert "chief" in held[people.chief]


def test_the_lists_of_hospitals_can_be_imported(steps: tuple[Step, ...]) -> None:
    lists = [step for step in steps if isinstance(step, HospitalsImported)]
    for step in lists:
        for number, row in enumerate(step.rows, start=1):
            hospital, findings = read_hospital(number, row, step.day)
            assert hospital is not None, findings
            assert len(hospital.code) == 12
            assert hospital.inpatient
            assert bool(hospital.agency) == (step.area == HAINAN)
    first, renamed = (step for step in lists if step.area == AREA)
    every = [row for step in lists if step is not renamed for row in step.rows]
    assert [len(step.rows) for step in lists if step is not renamed] == [41, 5, 3]
    for heading in ("code", "name", "bank_account"):
        assert len({row[heading] for row in every}) == 49
    assert {row["ownership"] for row in first.rows} == {"public", "private"}
    assert any("（东院）" in row["name"] for row in first.rows)
    assert {row["group"] for row in first.rows} == {"", "苍岭医共体", "梨川医共体"}
    (new,) = renamed.rows
    old = next(row for row in first.rows if row["code"] == new["code"])
    assert {key for key in new if new[key] != old[key]} == {"name", "valid_from"}


def test_the_sums_are_lanzhou_s_and_the_floors_show(steps: tuple[Step, ...]) -> None:
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


def test_each_fund_has_its_own_bank_account(steps: tuple[Step, ...]) -> None:
    described = [step for step in steps if isinstance(step, BankDescribed)]
    assert [step.book for step in described if step.area == AREA] == [EMPLOYEE, RESIDENT]
    assert {step.account for step in described} == {"1004"}
    assert len({step.number for step in described}) == len(described) == 5
