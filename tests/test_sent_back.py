"""What posting would change since 审核 goes back to 审核, and says from what to what.

Once in an office without keys, once in one that signs: the rule is the same.
"""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.review import approve, revise
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import import_hospitals
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, raw
from tests.signed_office import all_sign
from tests.tamper import finders, one
from tests.templates import kept


@kept
def plain(office: Office) -> Office:
    """Fund the books; the year's payments are permitted."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.permit(SECOND, 2026)
    office.on("2026-01-28")
    return office


@pytest.fixture(params=[False, True], ids=["without keys", "signed"])
def begun(plain: Office, request: pytest.FixtureRequest) -> Office:
    """Give the office, with signing switched on or without."""
    if request.param:
        all_sign(plain)
    return plain


def waits(office: Office, key: str) -> bool:
    """Tell a draft that waits for 审核 again."""
    return bool(one(office, f"SELECT approved_by = '' FROM draft WHERE key = '{key}'"))


def told_at_posting(office: Office) -> str:
    """Let what is approved be posted, and return what was told of the one that changed."""
    office.desk.operator = "主管丁"
    with pytest.raises(Refused) as refused:
        post_drafts(office.desk, ())
    assert codes(refused.value.findings) == ["CHANGED_SINCE"]
    return refused.value.findings[0].message


def approved_payment(office: Office) -> None:
    """制单 and 审核 a payment of January."""
    office.record(office.pay(FIRST, "77.00", day="2026-01-28", key="拨付-1"))
    office.approve()


def posted_after_another_look(office: Office) -> None:
    """Let the preparer confirm what is there now, another approve it, and post."""
    office.desk.operator = "制单乙"
    revise(office.desk, "拨付-1", {"summary": "按现状"})
    office.desk.operator = "审核丙"
    approve(office.desk, ())
    office.desk.operator = "主管丁"
    (posted,) = post_drafts(office.desk, ())
    assert len(posted.vouchers) == 1
    assert finders(office) == {}


def test_a_hospital_that_was_renamed(begun: Office) -> None:
    """Its leaf is opened by the posting: under a name that nobody has approved."""
    approved_payment(begun)
    begun.on("2026-01-29")
    renamed = {
        "code": FIRST,
        "name": "城关第一示范医院",
        "ownership": "public",
        "level": "二级甲等",
        "inpatient": "yes",
        "bank_account": f"6222{FIRST[-8:]}",
        "valid_from": "2026-01-29",
    }
    begun.desk.operator = "制单乙"
    import_hospitals(begun.desk, raw([renamed], "hospitals.csv"))
    told = told_at_posting(begun)
    assert "城关示范医院" in told
    assert "城关第一示范医院" in told
    assert waits(begun, "拨付-1")
    posted_after_another_look(begun)


def test_what_did_not_change_is_posted_as_it_was_approved(begun: Office) -> None:
    approved_payment(begun)
    begun.desk.operator = "主管丁"
    assert len(post_drafts(begun.desk, ())[0].vouchers) == 1
    assert finders(begun) == {}


def test_a_close_is_signed_by_who_closes(plain: Office) -> None:
    all_sign(plain)
    plain.post(plain.pay(FIRST, "77.00", day="2026-01-28", key="拨付-1"))
    plain.close("2026-01", book=EMPLOYEE)
    assert finders(plain) == {}
    query = "SELECT signer FROM signing WHERE act = 'close'"
    assert one(plain, query) == "主管丁"
    query = f"SELECT count(*) FROM signing WHERE act = 'prepare' AND book = '{EMPLOYEE}'"
    assert one(plain, query) == 1


def test_a_register_takes_effect_signed_by_two(plain: Office) -> None:
    all_sign(plain)
    plain.post(plain.row("agreement", hospital=FIRST, year="2027", date="2026-01-28", key="协议-9"))
    assert finders(plain) == {}
    query = (
        "SELECT count(*) FROM signed_fact s JOIN event e ON e.id = s.event WHERE e.key = '协议-9'"
    )
    assert one(plain, query) == 1
