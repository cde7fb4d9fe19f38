"""密钥: made, sealed by a password, opened by it; that it opens is the proof of the password."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.keys import (
    KEY_BYTES,
    SALT_BYTES,
    HashCost,
    PrivateKey,
    cost_of,
    seal,
    stretched,
    unseal,
)
from ledger.masters.password import LENGTH_MAX, normal, password_findings
from ledger.store.engine import reading, writing
from ledger.store.signing.keys import (
    PersonKey,
    add_person_key,
    add_sealing,
    next_key_version,
    read_person_key,
)
from ledger.store.signing.office import read_office, take_office
from ledger.workflow.desk import OFFICE, Desk, note
from ledger.workflow.setup.passwords import own_names
from ledger.workflow.signer import Signer

if TYPE_CHECKING:
    import sqlalchemy as sa


def new_key(desk: Desk, conn: sa.Connection, name: str, password: str) -> PersonKey:
    """Make a person a new key, sealed by a password."""
    return new_signer(desk, conn, name, password)[0]


def new_signer(
    desk: Desk, conn: sa.Connection, name: str, password: str
) -> tuple[PersonKey, Signer]:
    """Make a person a new key and seal it by a password, in the transaction of whoever asks.

    Returns it as it is stored, and open.

    It counts once the office says so (a fact of two people). Chance comes from the desk's
    identity, so that the sample's keys are the same every time. Raises Refused where the password
    may not be used.
    """
    check_password(desk, conn, name, password)
    drawn = desk.identity.drawn
    private = PrivateKey(raw=drawn(KEY_BYTES))
    key = PersonKey(
        name=name,
        version=next_key_version(conn, name),
        public=private.public(),
        sealing=1,
        sealed=seal(private, normal(password), desk.hash_cost, drawn),
    )
    add_person_key(conn, key, desk.now())
    return key, Signer(name=name, version=key.version, public=key.public, key=private)


def seal_anew(desk: Desk, conn: sa.Connection, signer: Signer, password: str) -> PersonKey:
    """Seal an open key by another password, or at the present cost; the key stays the same."""
    key = read_person_key(conn, signer.name, signer.version)
    assert key is not None
    sealed = seal(signer.key, normal(password), desk.hash_cost, desk.identity.drawn)
    fresh = replace(key, sealing=key.sealing + 1, sealed=sealed)
    add_sealing(conn, fresh, desk.now())
    return fresh


def check_password(desk: Desk, conn: sa.Connection, name: str, password: str) -> None:
    """Refuse a new password that may not be used, with every reason."""
    if findings := password_findings(name, password, own_names(conn, desk.today())):
        raise Refused(findings)


def key_in_force(conn: sa.Connection, name: str) -> PersonKey | None:
    """Read the key that counts: the office's newest, or before signing is on the only one."""
    office = read_office(conn)
    known = office.key_of(name)
    if known is None and office.signing:
        return None
    return read_person_key(conn, name, known.version if known is not None else 0)


def open_signer(desk: Desk, conn: sa.Connection, name: str, password: str) -> Signer | None:
    """Open a person's key by a password; None where it does not open.

    A wrong password, a name that nobody has and a person without a key take the same time.
    """
    return opened(key_in_force(conn, name), password, desk.hash_cost)


def opened(key: PersonKey | None, password: str, cost: HashCost) -> Signer | None:
    """Open a key by a password; without one, take as long.

    What opens to another key was sealed by whoever writes past the program: it opens nothing.
    """
    words = normal(password[:LENGTH_MAX])
    if key is None:
        stretched(words, bytes(SALT_BYTES), cost)
        return None
    private = unseal(key.sealed, words)
    if private is None or private.public() != key.public:
        return None
    return Signer(name=key.name, version=key.version, public=key.public, key=private)


def raise_cost(desk: Desk, signer: Signer, password: str) -> bool:
    """Seal a key anew where a guess costs more by now than when it was sealed.

    Whatever was sealed in the meantime stays, so that no password that was changed comes back.
    """
    with reading(desk.engine) as conn:
        key = read_person_key(conn, signer.name, signer.version)
    if key is None or not cost_of(key.sealed.cost).less_than(desk.hash_cost):
        return False
    with writing(desk.engine, ()) as conn:
        take_office(conn)
        if read_person_key(conn, signer.name, signer.version) != key:
            return False
        fresh = seal_anew(desk, conn, signer, password)
        acting = replace(desk, operator=signer.name)
        note(acting, conn, OFFICE, "key-sealed", signer.name, {"version": fresh.version})
    return True


def change_password(desk: Desk, signer: Signer, password: str, *, dry_run: bool = False) -> None:
    """更换密码 of one's own key, which is open: sealed anew, the key itself stays."""
    with writing(desk.engine, (), dry_run=dry_run) as conn:
        take_office(conn)
        check_password(desk, conn, signer.name, password)
        fresh = seal_anew(desk, conn, signer, password)
        acting = replace(desk, operator=signer.name)
        note(acting, conn, OFFICE, "password-set", signer.name, {"version": fresh.version})
