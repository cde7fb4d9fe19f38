"""启用签名: it is a signed fact; from the positions that it names on, everything must be signed."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.store.engine import reading
from ledger.store.signing.office import read_office, read_office_facts
from ledger.workflow.office.switching import switch_on as switching_on
from tests.office import EMPLOYEE, FIRST, PASSWORD, Office, codes
from tests.signed_office import approved, posted, prepared, switch_on
from tests.tamper import alter, finders, id_of, one, rechain
from tests.templates import kept

FRESH = "院墙外头九只灰鸽子"
TWO = {"管理员甲": PASSWORD, "主管丁": FRESH}


@kept
def begun(office: Office) -> Office:
    """Post before switching on, and after."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.on("2026-01-20")
    switch_on(office)
    prepared(office, office.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"))
    approved(office)
    posted(office)
    return office


def refused(office: Office, passwords: dict[str, str]) -> list[str]:
    """Let 管理员甲 try to switch signing on, and return why not."""
    office.desk.operator = "管理员甲"
    with pytest.raises(Refused) as error:
        switching_on(office.desk, passwords)
    return codes(error.value.findings)


def test_two_people_switch_it_on_with_their_passwords(office: Office) -> None:
    office.fund("1000000.00")
    office.desk.operator = "管理员甲"
    done = switching_on(office.desk, TWO)
    assert [one.name for one in done.signers] == ["管理员甲", "主管丁"]
    assert done.fact.word("heads")
    with reading(office.desk.engine) as conn:
        known = read_office(conn)
    last = one(office, "SELECT max(position) FROM event WHERE book = '620100/employee'")
    assert known.stood[EMPLOYEE, 2026][0] == last
    assert not known.must_sign(EMPLOYEE, 2026, last)
    assert known.must_sign(EMPLOYEE, 2026, last + 1)
    assert known.must_sign(EMPLOYEE, 2027, 1)
    assert finders(office) == {}
    office.desk.signer = done.signers[0]
    assert refused(office, TWO) == ["SIGNING_ON"]


def test_a_trial_switches_nothing_on(office: Office) -> None:
    office.desk.operator = "管理员甲"
    switching_on(office.desk, TWO, dry_run=True)
    with reading(office.desk.engine) as conn:
        assert read_office_facts(conn) == []


def test_it_takes_two_people_who_are_known_and_one_who_leads(office: Office) -> None:
    assert refused(office, {"管理员甲": PASSWORD}) == ["TWO_NEEDED"]
    assert refused(office, {"管理员甲": PASSWORD, "没有此人": FRESH}) == ["OPERATOR_UNKNOWN"]
    assert refused(office, {"制单乙": PASSWORD, "出纳戊": FRESH}) == ["TWO_NEEDED"]
    assert refused(office, {"管理员甲": PASSWORD, "主管丁": "123456"}) == [
        "PASSWORD_LENGTH",
        "PASSWORD_COMMON",
    ]


def test_what_was_approved_unsigned_is_posted_first(office: Office) -> None:
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.on("2026-01-20")
    office.record(office.pay(FIRST, "77.00", day="2026-01-20"))
    office.approve()
    assert refused(office, TWO) == ["DRAFTS_APPROVED"]


def test_an_unsigned_fact_behind_it_is_found_though_its_moments_lie_before(begun: Office) -> None:
    """Somebody takes the signature away and dates the posting back to before switching on."""
    assert finders(begun) == {}
    id_ = id_of(begun, "拨付-1")
    alter(
        begun,
        "DELETE FROM signed_fact",
        "UPDATE event SET prepared_at = '2026-01-06T09:00:00+08:00',"
        " approved_at = '2026-01-06T09:00:00+08:00', posted_at = '2026-01-06T09:00:00+08:00'"
        f" WHERE id = '{id_}'",
    )
    rechain(begun)
    assert "FACT_UNSIGNED" in finders(begun)["signed"]


def test_switching_it_off_in_the_database_is_found(begun: Office) -> None:
    alter(begun, "DELETE FROM office_fact", "DELETE FROM person_key")
    assert "SIGNING_LOST" in finders(begun)["signed"]


def test_history_before_it_cannot_be_written_anew(begun: Office) -> None:
    """Facts before switching on have no signature; the heads that were signed then hold them."""
    alter(begun, "UPDATE event SET posted_by = '审核丙' WHERE position = 1 AND chain_year = 2026")
    rechain(begun)
    assert "STOOD_ELSEWHERE" in finders(begun)["signed"]
