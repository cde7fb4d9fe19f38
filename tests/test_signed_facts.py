"""What is approved is what was shown, and signed: the way of a payment, and an insider's attacks.

The office of these tests has switched signing on; every attack is somebody with a database shell.
"""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.store.engine import reading
from ledger.store.signing.frozen import read_frozen
from ledger.store.signing.sets import read_all_sets
from ledger.store.tables import schema_identity as si
from ledger.workflow.close.verify import verify
from ledger.workflow.drafting.review import revise
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes
from tests.signed_office import approved, posted, prepared, signing_as, switch_on
from tests.tamper import alter, behind, finders, id_of, one, rechain
from tests.templates import kept


@kept
def signed(office: Office) -> Office:
    """Fund the books, permit payments, and switch signing on."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.permit(SECOND, 2026)
    office.on("2026-01-20")
    switch_on(office)
    return office


@pytest.fixture
def paid(signed: Office) -> Office:
    """Pay two hospitals, each step signed."""
    prepared(
        signed,
        signed.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"),
        signed.pay(SECOND, "88.00", day="2026-01-20", key="拨付-2"),
    )
    approved(signed)
    posted(signed)
    return signed


def set_of(office: Office, act: str) -> dict[str, list[str]]:
    """Read what the only set of an act says, by name."""
    with reading(office.desk.engine) as conn:
        (made,) = [made for made in read_all_sets(conn, EMPLOYEE).values() if made.act == act]
    said: dict[str, list[str]] = {}
    for name, value in made.pairs:
        said.setdefault(name, []).append(value)
    return said


def test_each_step_is_signed_once_and_verify_proves_it(paid: Office) -> None:
    assert finders(paid) == {}
    assert set_of(paid, "prepare")["member"] == set_of(paid, "approve")["member"]
    post = set_of(paid, "post")
    assert (post["by"], post["year"]) == (["主管丁"], ["2026"])
    assert int(post["last"][0]) - int(post["first"][0]) == 1
    assert len(post["numbers"]) == 1


def test_without_an_open_key_nothing_is_signed(signed: Office) -> None:
    with pytest.raises(Refused) as refused:
        signed.record(signed.pay(FIRST, "77.00", day="2026-01-20"))
    assert codes(refused.value.findings) == ["NOT_LOGGED_IN"]
    with signing_as(signed, "制单乙"):
        prepared(signed, signed.pay(FIRST, "77.00", day="2026-01-20"))
        signed.desk.operator = "审核丙"
        with pytest.raises(Refused) as refused:
            signed.approve()
    assert codes(refused.value.findings) == ["SIGNER_OTHER"]


def test_a_draft_changed_between_approve_and_post_goes_back(signed: Office) -> None:
    """Another hospital and 100 元 more: what was frozen and signed is not what would be posted."""
    prepared(signed, signed.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"))
    approved(signed)
    with behind(signed) as conn:
        conn.execute(
            sa.text(
                f"UPDATE draft SET hospital = '{SECOND}', amount_fen = 17700 WHERE key = '拨付-1'"
            )
        )
    with pytest.raises(Refused) as refused:
        posted(signed)
    (finding,) = refused.value.findings
    assert finding.code == "CHANGED_SINCE"
    assert "77.00" in finding.message
    assert "177.00" in finding.message
    assert one(signed, "SELECT approved_by FROM draft WHERE key = '拨付-1'") == ""
    with signing_as(signed, "审核丙"), pytest.raises(Refused) as refused:
        signed.approve()
    assert codes(refused.value.findings) == ["PREPARER_UNSIGNED"]
    with signing_as(signed, "制单乙"):
        revise(signed.desk, "拨付-1", {"hospital": FIRST, "amount": "77.00"})
    approved(signed)
    posted(signed)
    assert finders(signed) == {}


def test_an_approval_that_nobody_gave_is_not_posted(signed: Office) -> None:
    prepared(signed, signed.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"))
    at = one(signed, "SELECT prepared_at FROM draft")
    alter(signed, f"UPDATE draft SET approved_by = '审核丙', approved_at = '{at}'")
    with pytest.raises(Refused) as refused:
        posted(signed)
    assert codes(refused.value.findings) == ["DRAFT_UNSIGNED"]
    # The preparer's set is no approver's, whoever writes it there.
    with reading(signed.desk.engine) as conn:
        (frozen,) = read_frozen(conn, EMPLOYEE).values()
    alter(
        signed,
        f"UPDATE draft SET approved_by = '审核丙', approved_at = '{at}'",
        f"UPDATE frozen_draft SET approved = prepared WHERE draft = '{frozen.draft}'",
    )
    with pytest.raises(Refused) as refused:
        posted(signed)
    assert codes(refused.value.findings) == ["DRAFT_UNSIGNED"]


FORGED = {
    "another approver": ("UPDATE event SET approved_by = '主管丁' WHERE key = '拨付-1'", "signed"),
    "another poster": ("UPDATE event SET posted_by = '审核丙' WHERE key = '拨付-1'", "signed"),
    "another amount": ("UPDATE leg SET amount_fen = 9900 WHERE amount_fen = 7700", "signed"),
    "no signature": ("DELETE FROM signed_fact", "signed"),
    "a set changed": ("UPDATE signing SET signer = '主管丁' WHERE act = 'approve'", "signed"),
    "another key": (
        "UPDATE person_key SET public = public || '00' WHERE name = '审核丙'",
        "office",
    ),
    "a set lost": ("DELETE FROM signing WHERE act = 'prepare'", "signed"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_fact_is_found(paid: Office, name: str) -> None:
    statement, check = FORGED[name]
    alter(paid, statement)
    assert check in finders(paid)


def test_an_open_month_moved_and_chained_anew_is_found(paid: Office) -> None:
    """The attacker takes the signed facts away and writes prepay/1 links that fit."""
    first, second = (id_of(paid, key) for key in ("拨付-1", "拨付-2"))
    places = {
        id_: one(paid, f"SELECT position FROM event WHERE id = '{id_}'") for id_ in (first, second)
    }
    alter(
        paid,
        f"UPDATE event SET position = 9999 WHERE id = '{first}'",
        f"UPDATE event SET position = {places[first]} WHERE id = '{second}'",
        f"UPDATE event SET position = {places[second]} WHERE id = '{first}'",
        "DELETE FROM signed_fact",
    )
    rechain(paid)
    assert set(finders(paid)["signed"].split()) == {"FACT_UNSIGNED", "POSTED_SET"}


def test_a_set_replayed_is_found(paid: Office) -> None:
    with behind(paid) as conn:
        row = conn.execute(sa.select(si.signing).where(si.signing.c.act == "post")).mappings().one()
        conn.execute(sa.insert(si.signing), {**row, "id": row["id"] + "1"})
    assert set(finders(paid)["signed"].split()) == {"POSTED_SET", "SET_TWICE"}


def test_a_set_rewritten_by_somebody_without_the_key_is_found(paid: Office) -> None:
    content = json.loads(one(paid, "SELECT content FROM signing WHERE act = 'post'"))
    content = [[name, "审核丙" if name == "by" else value] for name, value in content]
    with behind(paid) as conn:
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        g = si.signing
        conn.execute(sa.update(g).where(g.c.act == "post").values(content=written, signer="审核丙"))
    assert "SET_BROKEN" in finders(paid)["signed"]


ALTERED = {
    "another hospital": f"UPDATE draft SET hospital = '{SECOND}'",
    "another amount": "UPDATE draft SET amount_fen = 17700",
    "another day": "UPDATE draft SET date = '2026-01-19'",
    "another key": "UPDATE draft SET key = '拨付-9'",
    "another preparer": "UPDATE draft SET prepared_by = '主管丁'",
    "a paper's number": "UPDATE draft SET papers = replace(papers, 'bank-receipt', 'other')",
}


@pytest.mark.parametrize("what", ALTERED)
@pytest.mark.parametrize("on", [False, True], ids=["without keys", "signed"])
def test_a_draft_altered_in_the_database_is_found_before_it_is_posted(
    office: Office, what: str, *, on: bool
) -> None:
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.on("2026-01-20")
    if on:
        switch_on(office)
    row = office.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1")
    with signing_as(office, "制单乙"):
        office.record(row)
    assert finders(office) == {}
    alter(office, ALTERED[what])
    assert finders(office)["drafts"] == "DRAFT_ALTERED"


def test_verify_says_which_facts_are_older_than_signing(paid: Office) -> None:
    """An old book goes on: what lies before the switching on is told, and is no fault."""
    (signed_of,) = (result for result in verify(paid.desk, book=EMPLOYEE) if result.id == "signed")
    assert signed_of.findings == ()
    (told,) = signed_of.noted
    before = one(paid, f"SELECT count(*) FROM event WHERE book = '{EMPLOYEE}'") - 2
    assert told.startswith(f"2026 年有 {before} 项早于启用签名，没有签名（")
