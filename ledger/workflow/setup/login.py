"""登录 and 退出 of the web view: proved, counted, logged; the view itself never writes."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.identity import secret
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.access import Admitted, Turned
from ledger.masters.password import LENGTH_MAX
from ledger.store.engine import reading, writing
from ledger.store.login import Credential, any_credential, read_credential
from ledger.store.masters import read_operators
from ledger.store.signing.keys import sealing_count
from ledger.store.signing.office import read_office
from ledger.workflow.desk import OFFICE, Desk, note
from ledger.workflow.setup.keys import key_in_force, opened, raise_cost
from ledger.workflow.setup.lockout import Lockout, Source
from ledger.workflow.setup.passwords import proves, raise_hash_cost

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.masters.operator import Operator
    from ledger.store.signing.keys import PersonKey

#: Who looks by the link that the terminal shows: whoever sits at this machine.
HERE = "本机"
#: A name that is not in the list may be a password typed in the wrong field: never logged.
UNKNOWN = "（未登记的姓名）"
WRONG = Turned(message="姓名或密码不对。")


def passwords_on(desk: Desk) -> bool:
    """Return whether people log in by password: once anybody has one.

    The sample's password is printed, so nobody is asked for it.
    """
    with reading(desk.engine) as conn:
        return any_credential(conn) and not read_office(conn).sample


def need_passwords(desk: Desk) -> None:
    """Refuse to serve others than this machine while nobody has a password."""
    if not passwords_on(desk):
        raise refuse(
            "PASSWORD_MISSING",
            "还没有任何操作员设置密码，不能给别的电脑查看",
            "先为每位操作员设置：prepay operator password 姓名",
        )


def sign_in(
    desk: Desk, lockout: Lockout, name: str, password: str, address: str, device: str = ""
) -> Admitted | Turned:
    """登录: let a person in or turn the person away, never saying which word was wrong.

    A name that nobody has takes as long as one that is known. `device` is the mark of a browser
    that this person came in by before: what strangers try does not make it wait.
    """
    name = name.strip()[:LENGTH_MAX]
    with lockout.turn:
        person, credential, key = person_named(desk, name)
        own_device = device if is_known(device, credential) else ""
        source = Source(name=name, address=address, device=own_device)
        if seconds := lockout.wait(source):
            return locked(seconds)
        good = is_proved(desk, credential, key, password[:LENGTH_MAX])
        if good and person is not None:
            lockout.succeeded(source)
            told(desk, "login", name, {"from": address})
            return admitted(desk, person, own_device)
        return failed_sign_in(desk, lockout, source, known=person is not None)


def admitted(desk: Desk, person: Operator, device: str) -> Admitted:
    """Let a person in by the lock as it is now: its cost may have risen just before."""
    with reading(desk.engine) as conn:
        lock = lock_of(conn, person.name)
    known = device if is_known(device, lock) else device_mark(lock)
    return Admitted(name=person.name, books=person.books, version=lock.version, device=known)


def person_named(desk: Desk, name: str) -> tuple[Operator | None, Credential, PersonKey | None]:
    """Find who has a name, and what proves it; the program's own name is nobody's."""
    with reading(desk.engine) as conn:
        person = read_operators(conn).get(name) if name != SYSTEM_OPERATOR else None
        if person is None:
            return None, Credential(name=name, version=0), None
        return person, lock_of(conn, name), key_in_force(conn, name)


def lock_of(conn: sa.Connection, name: str) -> Credential:
    """Read what a session and a device lean on: the hash, or the key's present sealing.

    Its version grows with every change of the password, also where a key takes a hash's place.
    """
    credential = read_credential(conn, name)
    key = key_in_force(conn, name)
    if key is None:
        return credential
    version = credential.version + sealing_count(conn, name, key.version)
    return Credential(name=name, version=version, hash=key.public + key.sealed.salt)


def is_proved(desk: Desk, credential: Credential, key: PersonKey | None, password: str) -> bool:
    """Tell whether a password is the one: by the key where there is one; one hash either way.

    Where it is, and a guess costs more by now than when it was set, it is hashed anew.
    """
    if key is None:
        good = proves(credential, password, desk.hash_cost)
        if good:
            raise_hash_cost(desk, credential, password)
        return good
    signer = opened(key, password, desk.hash_cost)
    if signer is not None:
        raise_cost(desk, signer, password)
    return signer is not None


def failed_sign_in(desk: Desk, lockout: Lockout, source: Source, *, known: bool) -> Turned:
    """Count and log a failed attempt, and say no more than that it failed."""
    seconds = lockout.failed(source)
    after = f"，此后 {seconds} 秒内不再受理" if seconds else ""
    content = {
        "action": "login",
        "codes": ["LOGIN_LOCKED" if seconds else "LOGIN_FAILED"],
        "message": f"姓名或密码不对，来自 {source.address}{after}",
    }
    told(desk, "refused", source.name if known else UNKNOWN, content, by="-")
    return locked(seconds) if seconds else WRONG


def device_mark(credential: Credential, nonce: str = "") -> str:
    """Make the mark of a device: a chance word, and a proof that only this server can make.

    The proof leans on the stored hash, so that a new password makes every old mark void.
    """
    nonce = nonce or secret()
    words = f"{credential.name}|{nonce}".encode()
    return f"{nonce}.{hmac.new(credential.hash.encode(), words, hashlib.sha256).hexdigest()}"


def is_known(device: str, credential: Credential) -> bool:
    """Return whether a mark was made for this person under the present password."""
    nonce = device.partition(".")[0]
    made = device_mark(credential, nonce) if nonce and credential.hash else ""
    return hmac.compare_digest(made.encode(), device.encode()) and bool(made)


def locked(seconds: int) -> Turned:
    """Say how long to wait, the same for every name."""
    wait = f"{seconds} 秒" if seconds < 120 else f"{-(-seconds // 60)} 分钟"
    return Turned(message=f"姓名或密码不对的次数太多，请 {wait}后再试。", seconds=seconds)


def sign_in_here(desk: Desk, lockout: Lockout, address: str) -> Admitted:
    """登录 by the one-time link of the terminal: its holder has the database file anyway."""
    name = desk.operator or HERE
    with lockout.turn:
        told(desk, "login", name, {"from": address, "by": "一次性链接"})
    return Admitted(name=name)


def sign_out(desk: Desk, lockout: Lockout, name: str, address: str) -> None:
    """退出."""
    with lockout.turn:
        told(desk, "logout", name, {"from": address})


def still_admitted(desk: Desk, admitted: Admitted) -> bool:
    """Return whether a person who is in may stay: same password, same books, still an operator.

    Whoever came by the one-time link stays until somebody has a password.
    """
    if not admitted.version:
        return not passwords_on(desk)
    with reading(desk.engine) as conn:
        found = read_operators(conn).get(admitted.name)
        version = lock_of(conn, admitted.name).version
    return found is not None and (found.books, version) == (admitted.books, admitted.version)


def told(desk: Desk, action: str, subject: str, content: object, *, by: str = "") -> None:
    """Log one thing that happened at the door, in a transaction of its own."""
    with writing(desk.engine, ()) as conn:
        note(replace(desk, operator=by or subject), conn, OFFICE, action, subject, content)
