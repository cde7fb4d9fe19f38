"""密码: set as hashes only (argon2id), and proved against them; nothing else knows the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, refuse
from ledger.basis.keys import HashCost
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.password import normal, password_findings
from ledger.store.engine import writing
from ledger.store.login import Credential, add_credential, read_credential
from ledger.store.masters import read_books, read_hospitals, read_operators
from ledger.store.signing.keys import read_person_key
from ledger.workflow.desk import OFFICE, Desk, may_administer, note, refusals_logged

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa
    from argon2 import PasswordHasher

#: What is said to whoever has lost a password.
FORGOTTEN = "忘了密码的，由两人重置：prepay operator reset 姓名"


def hasher(cost: HashCost) -> PasswordHasher:
    """Return the hasher at a cost."""
    from argon2 import PasswordHasher

    return PasswordHasher(
        time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes
    )


def set_password(desk: Desk, name: str, password: str, *, dry_run: bool = False) -> int:
    """设置密码 of an operator: one's own, or another's by an admin; gives its version.

    The log says who set whose and when, never the password or its hash.
    """
    with (
        refusals_logged(desk, "password-set", name),
        writing(desk.engine, (), dry_run=dry_run) as conn,
    ):
        if desk.operator != name:
            may_administer(desk, conn, "设置他人的密码")
        if name == SYSTEM_OPERATOR or name not in read_operators(conn):
            raise refuse(
                "OPERATOR_UNKNOWN",
                f"没有名为“{name}”的操作员",
                "核对姓名；新操作员由管理员登记：prepay operator add 姓名 --role 岗位",
            )
        if read_person_key(conn, name) is not None:
            raise key_password(desk, name)
        if findings := password_findings(name, password, own_names(conn, desk.today())):
            raise Refused(findings)
        version = read_credential(conn, name).version + 1
        hashed = hasher(desk.hash_cost).hash(normal(password))
        fresh = Credential(name=name, version=version, hash=hashed)
        add_credential(conn, fresh, by=desk.operator or "-", at=desk.now())
        note(desk, conn, OFFICE, "password-set", name, {"version": version})
    return version


def raise_hash_cost(desk: Desk, credential: Credential, password: str) -> bool:
    """Hash a password anew where a guess costs more by now than when it was set."""
    from argon2 import extract_parameters

    stood = extract_parameters(credential.hash)
    cost = HashCost(memory_kib=stood.memory_cost, passes=stood.time_cost, lanes=stood.parallelism)
    if not cost.less_than(desk.hash_cost):
        return False
    fresh = Credential(
        name=credential.name,
        version=credential.version + 1,
        hash=hasher(desk.hash_cost).hash(normal(password)),
    )
    with writing(desk.engine, ()) as conn:
        add_credential(conn, fresh, by=credential.name, at=desk.now())
        acting = replace(desk, operator=credential.name)
        note(acting, conn, OFFICE, "password-rehashed", fresh.name, {"version": fresh.version})
    return True


def key_password(desk: Desk, name: str) -> Refused:
    """Word that a person's password opens a key, so that nobody sets it alone."""
    if desk.operator == name:
        return refuse(
            "PASSWORD_OLD_NEEDED",
            f"{name}的密码打开签名用的密钥，更换时要先用原来的密码打开",
            f"先登录：prepay --as {name} login；{FORGOTTEN}",
        )
    return refuse(
        "RESET_TWO_PEOPLE",
        f"{name}的密码打开签名用的密钥，别人不能一个人更换",
        f"由本人更换：prepay --as {name} operator password {name}；{FORGOTTEN}",
    )


def own_names(conn: sa.Connection, on: date) -> frozenset[str]:
    """Read the names that everybody here guesses first: areas, books, people, hospitals."""
    books = read_books(conn).values()
    named = {word for book in books for word in (book.area, book.area_name, book.name)}
    hospitals = {hospital.name for hospital in read_hospitals(conn, on).values()}
    return frozenset(named | hospitals | set(read_operators(conn)))


def proves(credential: Credential, password: str, cost: HashCost) -> bool:
    """Return whether a password is the one; without a credential it takes as long and is not.

    `cost` is what a new password costs: a name that has none is answered after one hash at it.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    if not credential.hash:
        hasher(cost).hash(normal(password))
        return False
    try:
        return hasher(cost).verify(credential.hash, normal(password))
    except (VerificationError, InvalidHashError):
        return False
