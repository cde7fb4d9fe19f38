"""密钥: a password seals a person's key; that the key opens is the proof, on the web too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.basis import keys as basis_keys
from ledger.basis.errors import Refused
from ledger.basis.identity import Identity
from ledger.basis.keys import HashCost, verified
from ledger.masters.access import Admitted, Turned
from ledger.store.engine import reading, writing
from ledger.store.signing.keys import add_sealing, read_person_key
from ledger.store.signing.office import take_office
from ledger.workflow.setup import login
from ledger.workflow.setup.keys import (
    change_password,
    key_in_force,
    new_key,
    open_signer,
    raise_cost,
    seal_anew,
)
from ledger.workflow.setup.lockout import Lockout
from ledger.workflow.setup.passwords import set_password
from tests.office import LEAST_COST, PASSWORD, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.workflow.signer import Signer

HERE = "192.0.2.7"
WHO, OTHER = "审核丙", "制单乙"
FRESH = "院墙外头九只灰鸽子"
DIGEST = "ab" * 32


@kept
def keyed(office: Office) -> Office:
    """Keep an office in which 审核丙 has a key, and 制单乙 an old password."""
    office.desk.operator = "管理员甲"
    set_password(office.desk, OTHER, PASSWORD)
    with writing(office.desk.engine, ()) as conn:
        new_key(office.desk, conn, WHO, PASSWORD)
    return office


def opened_by(office: Office, name: str, password: str) -> Signer | None:
    with reading(office.desk.engine) as conn:
        return open_signer(office.desk, conn, name, password)


def test_a_password_opens_the_key_and_what_it_signs_is_verified(keyed: Office) -> None:
    signer = opened_by(keyed, WHO, PASSWORD)
    assert signer is not None
    assert (signer.name, signer.version) == (WHO, 1)
    assert verified(signer.public, DIGEST, signer.key.sign(DIGEST))
    for name, password in ((WHO, PASSWORD + "x"), (OTHER, PASSWORD), ("没有这个人", PASSWORD)):
        assert opened_by(keyed, name, password) is None


@pytest.mark.parametrize("name", [WHO, OTHER, "没有这个人"])
def test_every_wrong_try_costs_one_run(
    keyed: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    costs: list[HashCost] = []
    run = basis_keys.stretched

    def counted(password: str, salt: bytes, cost: HashCost) -> bytes:
        costs.append(cost)
        return run(password, salt, cost)

    monkeypatch.setattr(basis_keys, "stretched", counted)
    monkeypatch.setattr("ledger.workflow.setup.keys.stretched", counted)
    assert opened_by(keyed, name, "不是这个密码") is None
    assert costs == [LEAST_COST]


def test_a_sealing_that_somebody_wrote_past_the_program_opens_nothing(keyed: Office) -> None:
    """With a database shell a sealing of another key, by a password of one's own, is soon added."""
    private = basis_keys.PrivateKey(raw=bytes(32))
    with writing(keyed.desk.engine, ()) as conn:
        stored = read_person_key(conn, WHO)
        assert stored is not None
        sealed = basis_keys.seal(private, FRESH, LEAST_COST, keyed.desk.identity.drawn)
        add_sealing(conn, replace(stored, sealing=2, sealed=sealed), keyed.desk.now())
    assert opened_by(keyed, WHO, FRESH) is None
    assert login.sign_in(keyed.desk, Lockout(clock=keyed.clock), WHO, FRESH, HERE) == login.WRONG


def test_nothing_of_a_password_or_a_key_is_stored(keyed: Office) -> None:
    signer = opened_by(keyed, WHO, PASSWORD)
    with reading(keyed.desk.engine) as conn:
        stored = read_person_key(conn, WHO)
    assert signer is not None
    assert signer.key.raw.hex() not in f"{stored}{signer}"
    assert stored is not None
    assert stored.sealed.cost == "argon2id$m=8,t=1,p=1"


def test_a_key_made_without_a_cost_is_sealed_at_the_default(keyed: Office) -> None:
    desk = replace(keyed.desk, hash_cost=HashCost())
    with writing(desk.engine, ()) as conn:
        assert new_key(desk, conn, OTHER, PASSWORD).sealed.cost == "argon2id$m=65536,t=3,p=4"


def test_the_cost_rises_once_and_the_key_stays(keyed: Office) -> None:
    signer = opened_by(keyed, WHO, PASSWORD)
    assert signer is not None
    dearer = replace(keyed.desk, hash_cost=replace(LEAST_COST, passes=2))
    assert raise_cost(dearer, signer, PASSWORD)
    assert not raise_cost(dearer, signer, PASSWORD)
    assert not raise_cost(keyed.desk, signer, PASSWORD), "it never falls"
    with reading(keyed.desk.engine) as conn:
        stored = key_in_force(conn, WHO)
    assert stored is not None
    assert (stored.sealing, stored.sealed.cost) == (2, "argon2id$m=8,t=2,p=1")
    assert opened_by(keyed, WHO, PASSWORD) == signer


def test_a_changed_password_opens_the_same_key_and_the_old_one_none(keyed: Office) -> None:
    signer = opened_by(keyed, WHO, PASSWORD)
    assert signer is not None
    with pytest.raises(Refused) as refused:
        change_password(keyed.desk, signer, "审核丙审核丙审核丙")
    assert "PASSWORD_OWN" in codes(refused.value.findings)
    change_password(keyed.desk, signer, FRESH, dry_run=True)
    assert opened_by(keyed, WHO, FRESH) is None
    change_password(keyed.desk, signer, FRESH)
    assert opened_by(keyed, WHO, PASSWORD) is None
    assert opened_by(keyed, WHO, FRESH) == signer


@pytest.mark.parametrize(
    ("by", "code"), [("管理员甲", "RESET_TWO_PEOPLE"), (WHO, "PASSWORD_OLD_NEEDED")]
)
def test_nobody_sets_the_password_of_a_key_alone(keyed: Office, by: str, code: str) -> None:
    keyed.desk.operator = by
    with pytest.raises(Refused) as refused:
        set_password(keyed.desk, WHO, FRESH)
    assert codes(refused.value.findings) == [code]


def test_the_web_is_opened_by_the_key_where_there_is_one(keyed: Office) -> None:
    lockout = Lockout(clock=keyed.clock)
    for name in (WHO, OTHER):
        assert isinstance(login.sign_in(keyed.desk, lockout, name, "x", HERE), Turned)
        found = login.sign_in(keyed.desk, lockout, name, PASSWORD, HERE)
        assert isinstance(found, Admitted)
        assert login.still_admitted(keyed.desk, found)


def test_a_password_changed_while_the_cost_rises_does_not_come_back(
    keyed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process changes it between the proof of the old one and the new sealing."""
    signer = opened_by(keyed, WHO, PASSWORD)
    assert signer is not None

    def meanwhile(conn: sa.Connection) -> None:
        take_office(conn)
        seal_anew(keyed.desk, conn, signer, FRESH)

    monkeypatch.setattr("ledger.workflow.setup.keys.take_office", meanwhile)
    dearer = replace(keyed.desk, hash_cost=replace(LEAST_COST, passes=2))
    assert not raise_cost(dearer, signer, PASSWORD)
    assert opened_by(keyed, WHO, PASSWORD) is None
    assert opened_by(keyed, WHO, FRESH) == signer


def test_the_cost_of_a_key_rises_on_the_web_too(keyed: Office) -> None:
    dearer = replace(keyed.desk, hash_cost=replace(LEAST_COST, passes=2))
    found = login.sign_in(dearer, Lockout(clock=keyed.clock), WHO, PASSWORD, HERE)
    assert isinstance(found, Admitted)
    assert login.still_admitted(dearer, found)
    with reading(keyed.desk.engine) as conn:
        stored = key_in_force(conn, WHO)
    assert stored is not None
    assert stored.sealed.cost == "argon2id$m=8,t=2,p=1"


def test_a_new_password_ends_what_was_opened_by_the_old_one(keyed: Office) -> None:
    lockout = Lockout(clock=keyed.clock)
    found = login.sign_in(keyed.desk, lockout, WHO, PASSWORD, HERE)
    signer = opened_by(keyed, WHO, PASSWORD)
    assert isinstance(found, Admitted)
    assert signer is not None
    change_password(keyed.desk, signer, FRESH)
    assert not login.still_admitted(keyed.desk, found)
    again = login.sign_in(keyed.desk, lockout, WHO, FRESH, HERE, found.device)
    assert isinstance(again, Admitted)
    assert again.device != found.device, "the mark is of one password"


def test_a_key_in_place_of_an_old_password_makes_that_one_void(keyed: Office) -> None:
    lockout = Lockout(clock=keyed.clock)
    before = login.sign_in(keyed.desk, lockout, OTHER, PASSWORD, HERE)
    assert isinstance(before, Admitted)
    with writing(keyed.desk.engine, ()) as conn:
        new_key(keyed.desk, conn, OTHER, FRESH)
    assert not login.still_admitted(keyed.desk, before)
    assert login.sign_in(keyed.desk, lockout, OTHER, PASSWORD, HERE) == login.WRONG
    assert isinstance(login.sign_in(keyed.desk, lockout, OTHER, FRESH, HERE), Admitted)


def test_a_seeded_identity_draws_the_same_keys_and_moves_no_id(office: Office) -> None:
    first, again = (Identity(office.clock, seed=3) for _ in range(2))
    assert first.drawn(32) == again.drawn(32)
    assert first.seeded
    chance = Identity(office.clock)
    assert not chance.seeded
    assert chance.drawn(32) != chance.drawn(32)
