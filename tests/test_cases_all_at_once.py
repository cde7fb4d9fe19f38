"""All refusals at once: of two independent faults of one row both are said, whatever they are.

The rules are asked of one office, shared: what is refused leaves nothing behind. How a rule is
judged does not depend on the engine, so the embedded one is enough.
"""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.record import record
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import import_hospitals
from tests.cases import order, receipt
from tests.fault_table import FAULTS, HIDDEN, OUTPATIENT, UNSIGNED, expected_of, pairs_of
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office, codes, raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.office import Row


@pytest.fixture(scope="module")
def busy(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, dict[str, Row]]]:
    """Give an office at the end of a full year, and a lawful row of every kind."""
    folder = tmp_path_factory.mktemp("busy")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    fill(office)
    yield office, lawful(office)
    office.desk.engine.dispose()


def fill(office: Office) -> None:
    """Let the office have paid, lost, recovered and held money; January is closed."""
    common = {"ownership": "public", "level": "二级甲等"}
    more = [
        {"code": OUTPATIENT, "name": "示范门诊部", "inpatient": "no", "bank_account": "62220004"},
        {"code": UNSIGNED, "name": "皋兰示范医院", "inpatient": "yes", "bank_account": "62220005"},
    ]
    import_hospitals(office.desk, raw([{**row, **common} for row in more], "hospitals.csv"))
    office.fund()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政意见")
    signed = [FIRST, SECOND, THIRD, OUTPATIENT]
    office.assess(signed, 2026, amount="500000.00", agreed=True)
    office.assess([UNSIGNED], 2026, amount="500000.00")
    office.withheld |= {(one, "2026", "employee") for one in (*signed, UNSIGNED)}
    office.close("2026-01", book=EMPLOYEE)
    paid = [{**order("令-1"), "amount": "400000.00"}, receipt("已用-付")]
    office.post(
        office.pay(FIRST, "400000.00", papers=paid),
        office.pay(SECOND, "300000.00", key="拨-2"),
        office.pay(THIRD, "400000.00", key="拨-3"),
        office.row(
            "pass-down",
            amount="1000.00",
            year="2026",
            lower_area="620102",
            date="2026-03-10",
            **{"from": "1004"},
        ),
    )
    office.on("2026-12-30")
    lost = {"amount": "100000.00", "year": "2026", "hospital": THIRD}
    court = {"type": "court-document", "number": "法-1", "date": "2026-10-08"}
    approval = {"type": "government-approval", "number": "批-1", "date": "2026-11-09"}
    papers = [{**paper, "amount": "900000.00"} for paper in (court, approval)]
    office.post(
        office.give_back(THIRD, "100000.00", papers=[receipt("已用-收", "100000.01")]),
        office.give_back(SECOND, "0.01", papers=[receipt("已用-收", "100000.01")]),
        office.row("write-off", date="2026-12-02", papers=papers, **lost),
        office.row("recovery", date="2026-12-12", to="1004", **{**lost, "amount": "60000.00"}),
        office.row(
            "suspense", date="2026-12-20", to="1004", amount="30000.00", counterparty="某公司"
        ),
        office.row("payment-stop", date="2026-12-01", hospital=SECOND, switch="on"),
        office.row(
            "recall",
            date="2026-03-11",
            notified_on="2026-03-11",
            hospital=THIRD,
            year="2026",
            trigger="preservation",
        ),
    )


def lawful(office: Office) -> dict[str, Row]:
    """Write a lawful row of every kind that the table has faults of."""
    whose = {"hospital": FIRST, "year": "2026", "amount": "100000.00"}
    out, into, by = {"from": "1004"}, {"to": "1004"}, {"date": "2026-12-28"}
    lost = [
        {"type": "court-document", "number": "法-9", "date": "2026-10-08", "amount": "900000.00"},
        {
            "type": "government-approval",
            "number": "批-9",
            "date": "2026-11-09",
            "amount": "900000.00",
        },
    ]
    settled = {"settlement": "900000.00", "benefit": "inpatient", "reason": "到期未返还"}
    held = {"amount": "10000.00", "counterparty": "某公司", "date": "2026-12-20"}
    passed = {"amount": "10.00", "year": "2026", "lower_area": "620102", **by}
    rows = (
        office.pay(SECOND, "100000.00", day="2026-03-12"),
        office.give_back(FIRST, "100000.00"),
        office.row(
            "payment-return", **into, **{**whose, "hospital": SECOND}, disbursement="拨-2", **by
        ),
        office.row("settlement-offset", **whose, **settled, **by, **{"from": "other"}),
        office.row("write-off", **whose, **by, papers=lost),
        office.row("recovery", **into, **{**whose, "hospital": THIRD}, **by)
        | {"amount": "10000.00"},
        office.row("succession", **whose, **by, successor=SECOND),
        office.row("suspense", **into, amount="100000.00", counterparty="某乙公司", **by),
        office.row("suspense-out", **held, hospital=FIRST, year="2026"),
        office.row("remittance", amount="100.00", **by),
        office.row("allocation", amount="100.00", **by),
        office.row("pass-down", **out, **passed),
        office.row("pass-up", **into, **passed),
    )
    return {str(row["kind"]): row for row in rows}


def said(office: Office, row: Row) -> Counter[str]:
    """Count the codes by which a row is refused; nothing is written where it is not."""
    office.desk.operator = "制单乙"
    try:
        record(office.desk, raw([row], "rows.jsonl"), dry_run=True)
    except Refused as refused:
        return Counter(codes(refused.findings))
    return Counter()


def test_the_rows_that_are_spoilt_are_lawful(busy: tuple[Office, dict[str, Row]]) -> None:
    office, rows = busy
    assert {kind: said(office, row) for kind, row in rows.items()} == {
        kind: Counter() for kind in FAULTS
    }


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_said_alone(busy: tuple[Office, dict[str, Row]], kind: str) -> None:
    office, rows = busy
    for fault in FAULTS[kind]:
        assert (fault.name, said(office, fault.spoil(rows[kind]))) == (
            fault.name,
            Counter(fault.codes),
        )


@pytest.mark.parametrize("kind", FAULTS)
def test_of_two_independent_faults_both_are_said(
    busy: tuple[Office, dict[str, Row]], kind: str
) -> None:
    office, rows = busy
    unsaid = []
    for one, other in pairs_of(FAULTS[kind]):
        told = said(office, other.spoil(one.spoil(rows[kind])))
        if lacking := expected_of(one, other) - told:
            unsaid.append(f"{one.name} + {other.name}: {dict(lacking)}, said {dict(told)}")
    assert not unsaid, "\n".join(unsaid)


def test_what_is_hidden_is_in_the_table() -> None:
    """Every fault that hides a code is one that is tried, and so is what it hides."""
    known = [fault for faults in FAULTS.values() for fault in faults]
    assert {name for name, _ in HIDDEN} <= {fault.name for fault in known}
    assert {code for _, code in HIDDEN} <= {code for fault in known for code in fault.codes}
