"""The sample books' people, hospitals and bank accounts; the sums they stand for."""

from __future__ import annotations

import pytest

from ledger.basis.money import parse_fen
from ledger.masters.hospital import read_hospital
from ledger.masters.operator import role_findings
from ledger.workflow.demo.state import standing_rows
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    BankDescribed,
    HospitalsImported,
    OperatorsAdded,
    Step,
)
from ledger.workflow.demo.year import demo_year

BOOKS = (EMPLOYEE, RESIDENT)


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return demo_year()


def amounts(steps: tuple[Step, ...], book: str, kind: str) -> list[int]:
    rows = standing_rows(steps, book)
    return [parse_fen(str(row["amount"])) for row in rows if row["kind"] == kind]


def test_people_hold_roles_that_go_together(steps: tuple[Step, ...]) -> None:
    (added,) = (step for step in steps if isinstance(step, OperatorsAdded))
    assert added.operators[0][1] == ("admin",)
    assert [finding for pair in added.operators for finding in role_findings(*pair)] == []
    roles = [role for _, held in added.operators for role in held]
    assert sorted(roles) == ["admin", "approver", "cashier", "chief", "poster", "preparer"]


def test_the_lists_of_hospitals_can_be_imported(steps: tuple[Step, ...]) -> None:
    first, renamed = (step for step in steps if isinstance(step, HospitalsImported))
    for step in (first, renamed):
        for number, row in enumerate(step.rows, start=1):
            hospital, findings = read_hospital(number, row, step.day)
            assert hospital is not None, findings
            assert len(hospital.code) == 12
            assert hospital.inpatient
    for heading in ("code", "name", "bank_account"):
        assert len({row[heading] for row in first.rows}) == 40
    assert {row["ownership"] for row in first.rows} == {"public", "private"}
    assert any("（东院）" in row["name"] for row in first.rows)
    assert {row["group"] for row in first.rows} == {"", "苍岭医共体", "梨川医共体"}
    (new,) = renamed.rows
    old = next(row for row in first.rows if row["code"] == new["code"])
    assert {key for key in new if new[key] != old[key]} == {"name", "valid_from"}


def test_the_sums_are_lanzhou_s_and_the_floors_show(steps: tuple[Step, ...]) -> None:
    paid = {book: amounts(steps, book, "disbursement") for book in BOOKS}
    back = {book: sum(amounts(steps, book, "payment-return")) for book in BOOKS}
    assert 300_000_000_00 < sum(paid[EMPLOYEE]) - back[EMPLOYEE] < 600_000_000_00
    assert 100_000_000_00 < sum(paid[RESIDENT]) - back[RESIDENT] < 300_000_000_00
    assert (min(paid[EMPLOYEE]), max(paid[EMPLOYEE])) == (5_000_00, 80_000_000_00)
    assert {5_000_00, 10_000_00} <= set(paid[EMPLOYEE])
    for book in BOOKS:
        allocations = amounts(steps, book, "allocation")
        assert len(allocations) == 2
        assert sum(allocations) == sum(paid[book]) - back[book]


def test_each_fund_has_its_own_bank_account(steps: tuple[Step, ...]) -> None:
    described = [step for step in steps if isinstance(step, BankDescribed)]
    assert [(step.book, step.account) for step in described] == [(b, "1004") for b in BOOKS]
    assert len({step.number for step in described}) == 2
