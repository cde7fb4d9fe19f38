"""What decides who may act is settled by two people: one proposes, another confirms, both sign."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.basis.keys import verified
from ledger.masters.office import KEY, ROLES_GIVEN, SIGNING_ON, office_link
from ledger.store.engine import reading
from ledger.store.masters import read_operators
from ledger.store.signing.office import read_office, read_office_facts
from ledger.store.signing.proposals import read_office_proposals
from ledger.store.signing.sets import read_all_sets
from ledger.store.tables import schema_identity as si
from ledger.workflow.office.proposing import confirm, office_work, propose, withdraw
from tests.office import Office, codes
from tests.signed_office import key_of, signing_as, switch_on
from tests.tamper import behind, finders
from tests.templates import kept


@kept
def signed(office: Office) -> Office:
    """Switch signing on."""
    switch_on(office)
    return office


def proposed_by(office: Office, who: str, name: str, *roles: str) -> None:
    """Let somebody propose roles for somebody."""
    with signing_as(office, who), office_work(office.desk, "office-propose", name) as conn:
        propose(office.desk, conn, ROLES_GIVEN, name, [("role", role) for role in roles])


def confirmed_by(office: Office, who: str, name: str) -> None:
    """Let somebody confirm what was proposed of somebody."""
    with signing_as(office, who):
        confirm(office.desk, name)


def refused(office: Office, who: str, name: str) -> list[str]:
    """Let somebody try to confirm, and return why not."""
    with pytest.raises(Refused) as error:
        confirmed_by(office, who, name)
    return codes(error.value.findings)


def test_the_first_two_register_each_other_and_then_the_rest(signed: Office) -> None:
    with reading(signed.desk.engine) as conn:
        facts, office = read_office_facts(conn), read_office(conn)
    assert [fact.kind for fact in facts] == [*([KEY] * 5), SIGNING_ON]
    assert office.signing
    assert office.signing_since == 6
    given = {name: office.key_of(name) for name in ("管理员甲", "主管丁", "制单乙")}
    assert [one.givers for one in given.values() if one] == [
        ("主管丁",),
        ("管理员甲",),
        ("主管丁", "管理员甲"),
    ]
    assert office.roles_of("主管丁", signed.desk.today()) == ("poster", "chief")


def test_one_proposes_and_another_confirms(signed: Office) -> None:
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    with reading(signed.desk.engine) as conn:
        assert "新人庚" not in read_operators(conn)
        (waiting,) = read_office_proposals(conn)
    assert (waiting.proposer, waiting.subject) == ("管理员甲", "新人庚")
    confirmed_by(signed, "主管丁", "新人庚")
    with reading(signed.desk.engine) as conn:
        assert read_operators(conn)["新人庚"].roles == ("preparer",)
        assert read_office(conn).roles_of("新人庚", signed.desk.today()) == ("preparer",)
        assert read_office_proposals(conn) == []
        before, fact = read_office_facts(conn)[-2:]
        sets = read_all_sets(conn, "-")
    assert fact.link == office_link(before.link, fact.fact_digest)
    pair = (sets[fact.proposed], sets[fact.confirmed])
    assert [one.by for one in pair] == ["管理员甲", "主管丁"]
    assert all(verified(key_of(one.by).public(), one.digest, one.signature) for one in pair)


def test_who_proposed_does_not_confirm(signed: Office) -> None:
    proposed_by(signed, "主管丁", "新人庚", "preparer")
    assert refused(signed, "主管丁", "新人庚") == ["FOUR_EYES"]


def test_one_of_the_two_is_a_chief(signed: Office) -> None:
    proposed_by(signed, "制单乙", "新人庚", "preparer")
    assert refused(signed, "出纳戊", "新人庚") == ["CHIEF_MISSING"]
    assert refused(signed, "管理员甲", "新人庚") == ["CHIEF_MISSING"]
    confirmed_by(signed, "主管丁", "新人庚")


def test_what_waits_can_be_withdrawn(signed: Office) -> None:
    proposed_by(signed, "制单乙", "新人庚", "preparer")
    with signing_as(signed, "审核丙"), pytest.raises(Refused) as error:
        withdraw(signed.desk, "新人庚")
    assert codes(error.value.findings) == ["ROLE_MISSING"]
    with signing_as(signed, "制单乙"):
        withdraw(signed.desk, "新人庚")
    assert refused(signed, "主管丁", "新人庚") == ["NOTHING_TO_CONFIRM"]


def test_the_same_is_not_proposed_twice(signed: Office) -> None:
    proposed_by(signed, "制单乙", "新人庚", "preparer")
    with pytest.raises(Refused) as error:
        proposed_by(signed, "管理员甲", "新人庚", "cashier")
    assert codes(error.value.findings) == ["PROPOSED_ALREADY"]


def test_the_last_administrator_stays(signed: Office) -> None:
    with pytest.raises(Refused) as error:
        proposed_by(signed, "主管丁", "管理员甲", "viewer")
    assert codes(error.value.findings) == ["LAST_ADMIN"]


def test_nothing_is_confirmed_without_an_open_key(signed: Office) -> None:
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    signed.desk.operator = "主管丁"
    with pytest.raises(Refused) as error:
        confirm(signed.desk, "新人庚")
    assert codes(error.value.findings) == ["NOT_LOGGED_IN"]


def test_a_proposal_written_by_hand_is_nobodys(signed: Office) -> None:
    """Whoever has the database writes 管理员甲's name under roles of his own choice."""
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    with behind(signed) as conn:
        content = json.dumps([["role", "chief"]])
        conn.execute(sa.text("UPDATE office_proposal SET content = :said"), {"said": content})
    assert refused(signed, "主管丁", "新人庚") == ["PROPOSAL_UNSIGNED"]
    with behind(signed) as conn:
        conn.execute(sa.text("UPDATE office_proposal SET proposed = '', proposer = '出纳戊'"))
    assert refused(signed, "主管丁", "新人庚") == ["PROPOSAL_UNSIGNED"]


def test_an_old_proposal_is_not_confirmed_under_another_name(signed: Office) -> None:
    """A set that was signed for one person is put under a proposal for another."""
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    with behind(signed) as conn:
        conn.execute(sa.text("UPDATE office_proposal SET subject = '出纳戊'"))
    assert refused(signed, "主管丁", "出纳戊") == ["PROPOSAL_UNSIGNED"]


def put_back(office: Office, kept_rows: list[dict[str, object]]) -> None:
    """Write proposals into the table again, with the sets that were once signed for them."""
    with behind(office) as conn:
        conn.execute(sa.insert(si.office_proposal), kept_rows)


def waiting_rows(office: Office) -> list[dict[str, object]]:
    """Copy what waits, as a database shell can."""
    with reading(office.desk.engine) as conn:
        return [dict(row) for row in conn.execute(sa.select(si.office_proposal)).mappings()]


def test_what_was_confirmed_once_is_not_confirmed_again(signed: Office) -> None:
    """新人庚 was a preparer and left; 主管丁 puts the old proposal back and confirms it alone."""
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    old = waiting_rows(signed)
    confirmed_by(signed, "主管丁", "新人庚")
    proposed_by(signed, "管理员甲", "新人庚")
    confirmed_by(signed, "主管丁", "新人庚")
    put_back(signed, old)
    assert refused(signed, "主管丁", "新人庚") == ["PROPOSAL_UNSIGNED"]


def test_a_program_that_confirms_it_again_is_found_out(signed: Office) -> None:
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    old = waiting_rows(signed)
    confirmed_by(signed, "主管丁", "新人庚")
    put_back(signed, old)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ledger.workflow.office.proposing.spent", lambda *_: "")
        confirmed_by(signed, "主管丁", "新人庚")
    assert finders(signed) == {"office": "OFFICE_TWICE"}


def test_a_proposal_lapses(signed: Office) -> None:
    proposed_by(signed, "管理员甲", "新人庚", "preparer")
    signed.on("2026-03-10")
    assert refused(signed, "主管丁", "新人庚") == ["PROPOSAL_UNSIGNED"]


def test_before_signing_is_on_nothing_is_proposed(office: Office) -> None:
    with pytest.raises(Refused) as error:
        proposed_by(office, "管理员甲", "新人庚", "preparer")
    assert codes(error.value.findings) == ["SIGNING_OFF"]
