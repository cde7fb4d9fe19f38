"""登录: passwords are set, proved, counted and logged; who may look at which books.

甲 guesses 乙's password: five free tries, then every further one has to wait, longer each time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import Refused
from ledger.basis.keys import HashCost
from ledger.masters.access import Admitted, Turned
from ledger.reports.closing.oplog import oplog
from ledger.store.engine import reading
from ledger.store.login import Credential, read_credential
from ledger.store.masters import read_operators
from ledger.workflow.desk import Desk
from ledger.workflow.setup import login, passwords
from ledger.workflow.setup.lockout import (
    FREE_OF_ADDRESS,
    FREE_OF_NAME,
    LONGEST_WAIT,
    Lockout,
    Source,
)
from ledger.workflow.setup.masters import add_operator
from ledger.workflow.setup.passwords import hasher, proves, set_password
from tests.office import EMPLOYEE, LEAST_COST, PASSWORD, RESIDENT, Office, codes, let_look
from tests.templates import kept

if TYPE_CHECKING:
    from datetime import date

    from argon2 import PasswordHasher

HERE, THERE = "192.0.2.7", "192.0.2.8"
WHO = "查询己"


@kept
def watched(office: Office) -> Office:
    """Keep an office in which 查询己 may look at the employee's book."""
    let_look(office)
    return office


@pytest.fixture
def guarded(watched: Office) -> tuple[Office, Lockout]:
    """Give the office, and a fresh count."""
    return watched, Lockout(clock=watched.clock)


def log_of(office: Office) -> list[dict[str, object]]:
    """Read the log of what happened at the door."""
    tree = oplog(office.desk, "", person="", since="", until="", words="").tree["log"]
    assert isinstance(tree, list)
    return [
        line for line in tree if line["action"] in ("login", "logout", "password-set", "refused")
    ]


def test_whoever_has_the_password_comes_in_and_sees_their_own_books(
    guarded: tuple[Office, Lockout],
) -> None:
    office, lockout = guarded
    found = login.sign_in(office.desk, lockout, f" {WHO} ", PASSWORD, HERE)
    assert found == Admitted(name=WHO, books=(EMPLOYEE,), version=1)
    assert found.may_see(EMPLOYEE)
    assert not found.may_see(RESIDENT)
    login.sign_out(office.desk, lockout, WHO, HERE)
    told = [(line["action"], line["operator"]) for line in log_of(office)]
    assert told == [("password-set", "管理员甲"), ("login", WHO), ("logout", WHO)]


def test_a_password_costs_a_stranger_what_the_profile_says(watched: Office) -> None:
    """Where nobody hands a cost in, it is RFC 9106's; what was set at another still proves."""
    desk = Desk(engine=watched.desk.engine, clock=watched.clock, identity=watched.desk.identity)
    desk.operator = "管理员甲"
    set_password(desk, "制单乙", PASSWORD)
    with reading(desk.engine) as conn:
        stored, cheap = read_credential(conn, "制单乙"), read_credential(conn, WHO)
    assert stored.hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert proves(stored, PASSWORD, LEAST_COST)
    assert proves(cheap, PASSWORD, desk.hash_cost)
    assert not proves(cheap, PASSWORD + "x", desk.hash_cost)


def test_the_cost_rises_at_the_log_in_and_the_password_stays(
    guarded: tuple[Office, Lockout],
) -> None:
    office, lockout = guarded
    dearer = replace(office.desk, hash_cost=replace(LEAST_COST, passes=2))
    before = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE)
    after = login.sign_in(dearer, lockout, WHO, PASSWORD, HERE)
    with reading(office.desk.engine) as conn:
        stored = read_credential(conn, WHO)
    assert stored.hash.startswith("$argon2id$v=19$m=8,t=2,p=1$")
    assert isinstance(before, Admitted)
    assert isinstance(after, Admitted)
    assert login.still_admitted(dearer, after)
    assert not login.still_admitted(dearer, before), "this once, other sessions log in anew"
    again = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE, after.device)
    assert again == after, "it never falls, and the browser is known"


def test_a_name_without_a_password_is_answered_after_one_hash_at_the_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An answer at once would tell who has none."""
    asked: list[HashCost] = []

    def watched_hasher(cost: HashCost) -> PasswordHasher:
        asked.append(cost)
        return hasher(LEAST_COST)

    monkeypatch.setattr(passwords, "hasher", watched_hasher)
    assert not proves(Credential(name="没有这个人", version=0), PASSWORD, HashCost())
    assert asked == [HashCost()]


def test_nothing_of_a_password_is_stored_or_logged(guarded: tuple[Office, Lockout]) -> None:
    office, lockout = guarded
    login.sign_in(office.desk, lockout, WHO, "别的密码也不记下来", HERE)
    login.sign_in(office.desk, lockout, "这其实是我的密码", "x", HERE)
    with reading(office.desk.engine) as conn:
        stored = read_credential(conn, WHO)
    assert stored.hash.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    text = f"{log_of(office)}"
    assert PASSWORD not in text + stored.hash
    assert "别的密码" not in text
    assert "这其实是我的密码" not in text
    assert login.UNKNOWN in text


@pytest.mark.parametrize(
    ("name", "password"),
    [(WHO, PASSWORD + "x"), (WHO, ""), ("没有这个人", PASSWORD), ("制单乙", ""), ("system", "")],
)
def test_a_wrong_word_is_answered_alike_whichever_it_was(
    guarded: tuple[Office, Lockout], name: str, password: str
) -> None:
    office, lockout = guarded
    assert login.sign_in(office.desk, lockout, name, password, HERE) == login.WRONG


def test_after_five_failures_a_name_has_to_wait_longer_each_time(
    guarded: tuple[Office, Lockout],
) -> None:
    office, lockout = guarded
    for _ in range(FREE_OF_NAME - 1):
        assert login.sign_in(office.desk, lockout, WHO, "x", HERE) == login.WRONG
    waits = []
    for _ in range(7):
        turned = login.sign_in(office.desk, lockout, WHO, "x", HERE)
        assert isinstance(turned, Turned)
        waits.append(turned.seconds)
        # The right word is no use either while one has to wait.
        assert isinstance(login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE), Turned)
        for _ in range(turned.seconds + 1):
            office.clock.now()
    assert [round(wait, -1) for wait in waits] == [30, 60, 120, 240, 480, 900, 900]
    assert isinstance(login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE), Admitted)
    assert login.sign_in(office.desk, lockout, WHO, "x", HERE) == login.WRONG
    locked = [line for line in log_of(office) if "LOGIN_LOCKED" in f"{line['content']}"]
    assert len(locked) == len(waits)


def test_a_stranger_who_guesses_does_not_keep_the_owner_out(
    guarded: tuple[Office, Lockout],
) -> None:
    """Many wrong tries, from many places: whoever has been here before comes in at once."""
    office, lockout = guarded
    before = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE)
    assert isinstance(before, Admitted)
    assert before.device
    for place in range(30):
        for _ in range(FREE_OF_NAME):
            login.sign_in(office.desk, lockout, WHO, "x", f"192.0.2.{100 + place}")
    elsewhere = "198.51.100.4"
    assert isinstance(login.sign_in(office.desk, lockout, WHO, PASSWORD, elsewhere), Turned)
    again = login.sign_in(office.desk, lockout, WHO, PASSWORD, elsewhere, before.device)
    assert isinstance(again, Admitted)
    assert again.device == before.device


def test_five_wrong_tries_from_one_place_make_only_that_place_wait(
    guarded: tuple[Office, Lockout],
) -> None:
    office, lockout = guarded
    for _ in range(FREE_OF_NAME):
        turned = login.sign_in(office.desk, lockout, WHO, "x", THERE)
    assert isinstance(turned, Turned)
    assert turned.seconds
    assert isinstance(login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE), Admitted)


def test_the_mark_of_a_device_is_of_one_person_and_one_password(
    guarded: tuple[Office, Lockout],
) -> None:
    """Whoever steals a mark guesses no faster than a stranger: five tries, then it waits too."""
    office, lockout = guarded
    first = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE)
    assert isinstance(first, Admitted)
    for _ in range(FREE_OF_NAME):
        turned = login.sign_in(office.desk, lockout, WHO, "x", THERE, first.device)
    assert isinstance(turned, Turned)
    assert turned.seconds
    with reading(office.desk.engine) as conn:
        old = read_credential(conn, WHO)
        assert login.is_known(first.device, old)
        assert not login.is_known(first.device, read_credential(conn, "制单乙"))
    set_password(office.desk, WHO, PASSWORD + "新的")
    with reading(office.desk.engine) as conn:
        assert not login.is_known(first.device, read_credential(conn, WHO))
    for forged in ("", ".", "x", f"{first.device}0", "甲.乙"):
        assert not login.is_known(forged, old)


def test_a_name_that_nobody_has_is_proved_as_long_as_one_that_is_known(
    guarded: tuple[Office, Lockout], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shortcut for unknown names would tell who works here."""
    office, lockout = guarded
    proved: list[str] = []

    def counted(credential: Credential, password: str, cost: HashCost) -> bool:
        proved.append(credential.name)
        return proves(credential, password, cost)

    monkeypatch.setattr(login, "proves", counted)
    for name in (WHO, "没有这个人", "system", "制单乙"):
        assert login.sign_in(office.desk, lockout, name, "x", HERE) == login.WRONG
    assert proved == [WHO, "没有这个人", "system", "制单乙"]


def test_an_address_that_tries_many_names_has_to_wait(guarded: tuple[Office, Lockout]) -> None:
    office, lockout = guarded
    for number in range(FREE_OF_ADDRESS - 1):
        assert login.sign_in(office.desk, lockout, f"人{number}", "x", HERE) == login.WRONG
    turned = login.sign_in(office.desk, lockout, "又一个", "x", HERE)
    assert isinstance(turned, Turned)
    assert turned.seconds
    assert "秒" in turned.message
    assert isinstance(login.sign_in(office.desk, lockout, WHO, PASSWORD, THERE), Admitted)


def test_what_is_counted_stays_small_and_is_forgotten(day: date) -> None:
    clock = ScriptedClock(day)
    lockout = Lockout(clock=clock)
    for number in range(10_050):
        lockout.failed(Source(name=f"人{number}", address=HERE))
    assert len(lockout._tries) <= 10_003
    stubborn = Source(name="人0", address=THERE)
    for number in range(10_050):
        if number % 2_000 == 0:
            lockout.failed(stubborn)
        lockout.failed(Source(name=f"又{number}", address=HERE))
    assert lockout._tries["name", "人0", THERE].count == 6, "who goes on is not forgotten"
    newcomer = Source(name="新人", address=HERE)
    assert 0 < lockout.wait(newcomer) <= LONGEST_WAIT + 1
    clock.set(day.replace(day=day.day + 3))
    assert lockout.failed(newcomer) == 0


@pytest.fixture
def day() -> date:
    from datetime import date

    return date(2026, 3, 1)


def test_who_is_in_stays_only_with_the_same_password_and_books(
    guarded: tuple[Office, Lockout],
) -> None:
    office, lockout = guarded
    found = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE)
    assert isinstance(found, Admitted)
    assert login.still_admitted(office.desk, found)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, WHO, ["viewer"], [RESIDENT])
    assert not login.still_admitted(office.desk, found)
    again = login.sign_in(office.desk, lockout, WHO, PASSWORD, HERE)
    assert isinstance(again, Admitted)
    assert again.books == (RESIDENT,)
    set_password(office.desk, WHO, PASSWORD + "新的")
    assert not login.still_admitted(office.desk, again)


def test_whoever_came_by_the_link_is_out_once_somebody_has_a_password(office: Office) -> None:
    by_link = login.sign_in_here(office.desk, Lockout(clock=office.clock), HERE)
    assert login.still_admitted(office.desk, by_link)
    let_look(office)
    assert not login.still_admitted(office.desk, by_link)


def test_roles_given_anew_without_books_open_all_of_them(guarded: tuple[Office, Lockout]) -> None:
    office, _ = guarded
    add_operator(office.desk, WHO, ["viewer"])
    with reading(office.desk.engine) as conn:
        assert read_operators(conn)[WHO].books == ()


def test_a_book_that_is_not_there_cannot_be_given(office: Office) -> None:
    office.desk.operator = "管理员甲"
    with pytest.raises(Refused) as refused:
        add_operator(office.desk, WHO, ["viewer"], ["620100/nobody"])
    assert codes(refused.value.findings) == ["BOOK_UNKNOWN"]


def test_an_admin_sets_anybodys_password_and_everybody_their_own(office: Office) -> None:
    office.desk.operator = "制单乙"
    assert set_password(office.desk, "制单乙", PASSWORD) == 1
    with pytest.raises(Refused) as refused:
        set_password(office.desk, "审核丙", PASSWORD)
    assert codes(refused.value.findings) == ["ROLE_MISSING"]
    office.desk.operator = "管理员甲"
    assert set_password(office.desk, "制单乙", PASSWORD + "二") == 2
    with pytest.raises(Refused) as unknown:
        set_password(office.desk, "没有这个人", PASSWORD)
    assert codes(unknown.value.findings) == ["OPERATOR_UNKNOWN"]
    with reading(office.desk.engine) as conn:
        newest = read_credential(conn, "制单乙")
    assert proves(newest, PASSWORD + "二", LEAST_COST)
    assert not proves(newest, PASSWORD, LEAST_COST)


def test_a_trial_sets_no_password(office: Office) -> None:
    set_password(office.desk, "制单乙", PASSWORD, dry_run=True)
    assert not login.passwords_on(office.desk)


def test_full_width_letters_are_the_same_password(office: Office) -> None:
    """An input method may switch them on unseen."""
    office.desk.operator = "管理员甲"
    set_password(office.desk, "制单乙", "Ｙｅｌｌｏｗ　River　1958")
    with reading(office.desk.engine) as conn:
        assert proves(read_credential(conn, "制单乙"), "Yellow River 1958", LEAST_COST)


def test_without_any_password_no_other_machine_is_served(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        login.need_passwords(office.desk)
    assert codes(refused.value.findings) == ["PASSWORD_MISSING"]
    let_look(office)
    login.need_passwords(office.desk)
