"""Keys by two people: a lost password, one's own new key, an absent owner; and who may not gain.

The office of three: 会计 draws up, 科长 approves, posts and closes, 出纳 handles the money.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.basis.identity import Identity
from ledger.masters.office import OWN, RECOVERED, RESET, reset_conflicts
from ledger.store.engine import reading
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import resets_unsigned
from ledger.web.pages import Wanted
from ledger.web.readers import pages_of
from ledger.workflow.close.close_month import close_month
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.office.people import propose_roles, replace_own_key, reset_key
from ledger.workflow.office.proposing import confirm
from ledger.workflow.office.recovery import propose_recovery, recover_key
from ledger.workflow.office.switching import switch_on
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.keys import open_signer
from ledger.workflow.setup.masters import add_operator
from ledger.workflow.signer import refuse_outdated
from tests.office import EMPLOYEE, FIRST, Office, codes, raw
from tests.tamper import finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNTANT, CHIEF, CASHIER = "周会计", "李科长", "王出纳"
PASSWORDS = {
    CHIEF: "黄河边上七棵老槐树下",
    ACCOUNTANT: "院墙外头九只灰鸽子呀",
    CASHIER: "菜市口东边一棵歪脖枣树",
}
FRESH = "雨后操场上两把红雨伞"
SECOND = "铁皮柜子顶上三盆吊兰"


@kept
def three(office: Office) -> Office:
    """Keep an office of three that has switched signing on."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.on("2026-01-20")
    desk = office.desk
    desk.operator = "管理员甲"
    add_operator(desk, ACCOUNTANT, ["preparer"])
    add_operator(desk, CHIEF, ["approver", "poster", "chief", "admin"])
    add_operator(desk, CASHIER, ["cashier"])
    switch_on(desk, PASSWORDS)
    return office


def log_in(office: Office, name: str, password: str = "") -> None:
    """Let somebody come in by a password."""
    with reading(office.desk.engine) as conn:
        signer = open_signer(office.desk, conn, name, password or PASSWORDS[name])
    assert signer is not None, f"{name} is not let in"
    office.desk.operator, office.desk.signer = name, signer


def refused(act: Callable[[], object]) -> list[str]:
    """Let somebody try, and return why not."""
    with pytest.raises(Refused) as error:
        act()
    return codes(error.value.findings)


def pay(office: Office, key: str, password: str = "") -> None:
    """Let 会计 draw a payment up."""
    log_in(office, ACCOUNTANT, password)
    row = office.pay(FIRST, "77.00", day="2026-01-20", key=key)
    record(office.desk, raw([row], "拨付.jsonl"))


def forget(office: Office, name: str, password: str = FRESH, by: str = CASHIER) -> None:
    """Let somebody who lost a password take a new key, with another who is there."""
    log_in(office, by)
    reset_key(office.desk, name, password)


def test_a_lost_password_takes_the_owner_and_the_cashier(three: Office) -> None:
    forget(three, ACCOUNTANT)
    with reading(three.desk.engine) as conn:
        given = read_office(conn).key_of(ACCOUNTANT)
        assert list(resets_unsigned(conn)) == [ACCOUNTANT]
    assert given is not None
    assert (given.version, given.how, given.barred) == (2, RESET, frozenset({CASHIER}))
    wanted = Wanted(book=EMPLOYEE, year=2026, words={})
    page = pages_of(three.desk).readers["due"]
    (told,) = page(wanted).warnings
    assert "周会计（由王出纳办理" in told
    pay(three, "拨付-1", FRESH)
    with reading(three.desk.engine) as conn:
        assert resets_unsigned(conn) == {}
    assert page(wanted).warnings == ()
    # The chief, who never touched that key, goes on signing opposite.
    log_in(three, CHIEF)
    approve(three.desk, ())
    post_drafts(three.desk, ())
    assert finders(three) == {}


def test_the_old_password_opens_nothing_any_more(three: Office) -> None:
    log_in(three, ACCOUNTANT)
    old = three.desk.signer
    forget(three, ACCOUNTANT)
    three.desk.operator, three.desk.signer = ACCOUNTANT, old
    rows = raw([three.pay(FIRST, "77.00", day="2026-01-20")], "拨付.jsonl")
    assert refused(lambda: record(three.desk, rows)) == ["KEY_OUTDATED"]
    with reading(three.desk.engine) as conn:
        assert open_signer(three.desk, conn, ACCOUNTANT, PASSWORDS[ACCOUNTANT]) is None


def test_who_signs_opposite_does_not_reset_where_somebody_else_can(three: Office) -> None:
    log_in(three, CHIEF)
    assert refused(lambda: reset_key(three.desk, ACCOUNTANT, FRESH)) == ["RESET_OPPOSITE"]


def given_by_chief(office: Office) -> None:
    """Let 科长 reset 会计's key where nobody else could: 出纳 draws up too, and so signs opposite."""
    log_in(office, CHIEF)
    propose_roles(office.desk, CASHIER, ["cashier", "preparer"])
    propose_roles(office.desk, "管理员甲", [])
    log_in(office, ACCOUNTANT)
    confirm(office.desk, CASHIER)
    confirm(office.desk, "管理员甲")
    forget(office, ACCOUNTANT, by=CHIEF)


def test_whoever_reset_a_key_is_not_the_other_signature(three: Office) -> None:
    """科长 makes 会计 a key, draws up in 会计's name, and would approve it."""
    given_by_chief(three)
    pay(three, "拨付-1", FRESH)
    log_in(three, CHIEF)
    assert refused(lambda: approve(three.desk, ())) == ["KEY_GIVER"]


def test_one_hand_behind_two_keys_is_not_two_people(three: Office) -> None:
    """出纳 resets both 会计's and 科长's key, with one password of her own."""
    forget(three, ACCOUNTANT)
    forget(three, CHIEF, SECOND)
    pay(three, "拨付-1", FRESH)
    log_in(three, CHIEF, SECOND)
    assert set(refused(lambda: approve(three.desk, ()))) == {"KEY_GIVER"}
    # Nor does she free herself of the mark by the two keys in her hand.
    log_in(three, ACCOUNTANT, FRESH)
    replace_own_key(three.desk, "楼下修车铺的旧打气筒")
    log_in(three, CHIEF, SECOND)
    assert set(refused(lambda: confirm(three.desk, ACCOUNTANT))) == {"KEY_GIVER"}
    log_in(three, CASHIER)
    assert refused(lambda: confirm(three.desk, ACCOUNTANT)) == ["KEY_GIVER"]


def test_roles_are_not_settled_by_one_hand(three: Office) -> None:
    forget(three, CHIEF)
    log_in(three, CHIEF, FRESH)
    propose_roles(three.desk, "新人庚", ["preparer"])
    log_in(three, CASHIER)
    assert refused(lambda: confirm(three.desk, "新人庚")) == ["KEY_GIVER"]
    log_in(three, ACCOUNTANT)
    confirm(three.desk, "新人庚")


def test_one_s_own_new_key_takes_the_mark_away(three: Office) -> None:
    forget(three, ACCOUNTANT)
    log_in(three, ACCOUNTANT, FRESH)
    replace_own_key(three.desk, SECOND)
    log_in(three, CHIEF)
    confirm(three.desk, ACCOUNTANT)
    with reading(three.desk.engine) as conn:
        office = read_office(conn)
    given = office.key_of(ACCOUNTANT)
    assert given is not None
    assert (given.version, given.how, given.barred) == (3, OWN, frozenset())
    assert reset_conflicts(office, [(ACCOUNTANT, 3), (CASHIER, 1)]) == []
    assert reset_conflicts(office, [(ACCOUNTANT, 2), (CASHIER, 1)]) == [(ACCOUNTANT, CASHIER)]


def test_whoever_reset_a_key_does_not_close_what_was_signed_with_it(three: Office) -> None:
    """Another approves and posts it; 科长, who gave 会计 the key, closes nothing of it."""
    given_by_chief(three)
    log_in(three, CHIEF)
    propose_roles(three.desk, "审核丙", ["approver", "poster"], password=SECOND)
    log_in(three, CASHIER)
    confirm(three.desk, "审核丙")
    pay(three, "拨付-1", FRESH)
    log_in(three, "审核丙", SECOND)
    approve(three.desk, ())
    post_drafts(three.desk, ())
    assert finders(three) == {}
    three.on("2026-02-03")
    for name in (CASHIER, CHIEF):
        log_in(three, name)
        sign(three.desk, ())
    assert refused(lambda: close_month(three.desk, "2026-01", book=EMPLOYEE)) == ["KEY_GIVER"]


def test_a_reset_posted_behind_the_program_is_found(three: Office) -> None:
    """What the program refused, a changed program let through: verify asks the same question."""
    given_by_chief(three)
    pay(three, "拨付-1", FRESH)
    log_in(three, CHIEF)
    with pytest.MonkeyPatch.context() as patch:
        for verb in ("drafting.approved", "posting.signed_posting"):
            patch.setattr(f"ledger.workflow.{verb}.refuse_givers", lambda *_: None)
        approve(three.desk, ())
        post_drafts(three.desk, ())
    assert finders(three)["signed"] == "KEY_GIVER"


def test_a_new_person_comes_with_roles_and_a_key(three: Office) -> None:
    log_in(three, CHIEF)
    propose_roles(three.desk, "新人庚", ["preparer"], password=FRESH)
    with reading(three.desk.engine) as conn:
        assert open_signer(three.desk, conn, "新人庚", FRESH) is None
    log_in(three, ACCOUNTANT)
    assert [fact.kind for fact in confirm(three.desk, "新人庚")] == ["roles", "key"]
    log_in(three, "新人庚", FRESH)
    record(three.desk, raw([three.pay(FIRST, "77.00", day="2026-01-20")], "拨付.jsonl"))
    assert finders(three) == {}


def test_a_leaver_has_no_roles_and_acts_no_more(three: Office) -> None:
    log_in(three, CHIEF)
    propose_roles(three.desk, ACCOUNTANT, [], paper="人社函〔2026〕7号")
    log_in(three, CASHIER)
    confirm(three.desk, ACCOUNTANT)
    with pytest.raises(Refused) as error:
        pay(three, "拨付-1")
    assert codes(error.value.findings) == ["ROLE_MISSING"]


def with_code(office: Office) -> str:
    """Let 科长 and 会计 make the code for the safe."""
    log_in(office, CHIEF)
    code = propose_recovery(office.desk)
    log_in(office, ACCOUNTANT)
    confirm(office.desk, "恢复码")
    return code


def test_an_absent_owner_is_replaced_by_the_code_and_the_cashier(three: Office) -> None:
    code = with_code(three)
    log_in(three, ACCOUNTANT)
    assert refused(lambda: recover_key(three.desk, CHIEF, code, FRESH)) == ["ROLE_MISSING"]
    log_in(three, CASHIER)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert refused(lambda: recover_key(three.desk, CHIEF, wrong, FRESH)) == ["RECOVERY_WRONG"]
    typed = code.lower().replace("-", " ").replace("0", "o")
    fact = recover_key(three.desk, CHIEF, typed, FRESH)
    assert fact.word("how") == RECOVERED
    assert refused(lambda: recover_key(three.desk, CHIEF, code, SECOND)) == ["RECOVERY_WRONG"]
    pay(three, "拨付-1")
    log_in(three, CHIEF, FRESH)
    approve(three.desk, ())
    post_drafts(three.desk, ())
    assert finders(three) == {}


def test_keys_of_the_sample_are_refused_elsewhere(three: Office) -> None:
    """The test office's chance is foretold, as the sample's is: a real office takes none of it."""
    desk = replace(three.desk, identity=Identity(three.clock))
    with reading(desk.engine) as conn:
        office = read_office(conn)
        assert office.sample
        real = replace(office, sample=False)
        signer = open_signer(desk, conn, CHIEF, PASSWORDS[CHIEF])
    assert signer is not None
    assert refused(lambda: refuse_outdated(real, signer)) == ["KEY_SAMPLE"]
