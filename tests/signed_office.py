"""An office that signs: everybody has a key, and whoever acts has opened it."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.keys import ALGORITHM, PrivateKey
from ledger.store.engine import writing
from ledger.store.tables import schema_identity as si
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.review import approve
from ledger.workflow.office.switching import switch_on as switch_on_by_passwords
from ledger.workflow.office.switching import switch_on_with
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.signer import Signer
from tests.office import PASSWORD, PEOPLE, Office

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.workflow.posting.post import Posted


def key_of(name: str) -> PrivateKey:
    """Return somebody's private key: always the same."""
    return PrivateKey(raw=hashlib.sha256(name.encode()).digest())


def signer_of(name: str) -> Signer:
    """Return somebody's open key."""
    key = key_of(name)
    return Signer(name=name, version=1, public=key.public(), key=key)


def switch_on(office: Office) -> None:
    """Give everybody a key and switch signing on, 管理员甲 and 主管丁 being the two who begin."""
    at = office.desk.now()
    people = ("管理员甲", "主管丁", *(one for one in PEOPLE if one not in ("管理员甲", "主管丁")))
    keys = [
        {
            "name": name,
            "version": 1,
            "algorithm": ALGORITHM,
            "public": key_of(name).public(),
            "made_at": at,
        }
        for name in PEOPLE
    ]
    with writing(office.desk.engine, ()) as conn:
        conn.execute(sa.insert(si.person_key), keys)
        switch_on_with(office.desk, conn, [signer_of(name) for name in people])


@dataclass(kw_only=True)
class OpenKeys(Desk):
    """A desk at which whoever acts has their key open: those who have one."""

    keys: dict[str, Signer] = field(default_factory=dict)

    @property  # type: ignore[misc]
    def signer(self) -> Signer | None:
        """Return the open key of who acts."""
        return self.keys.get(self.operator)

    @signer.setter
    def signer(self, _: Signer | None) -> None:
        """Open no other's."""


def all_sign(office: Office, passwords: Mapping[str, str] | None = None) -> None:
    """Switch signing on as people do, each by a password, and leave everybody's key open."""
    words = passwords or {name: f"{PASSWORD}{name}" for name in PEOPLE}
    office.desk.operator = "管理员甲"
    signers = switch_on_by_passwords(office.desk, words).signers
    desk = office.desk
    office.desk = OpenKeys(
        engine=desk.engine,
        clock=desk.clock,
        identity=desk.identity,
        operator=desk.operator,
        hash_cost=desk.hash_cost,
        keys={one.name: one for one in signers},
    )


@contextmanager
def signing_as(office: Office, name: str) -> Iterator[None]:
    """Let somebody act with their key open."""
    before = office.desk.operator, office.desk.signer
    office.desk.operator = name
    office.desk.signer = signer_of(name)
    yield
    office.desk.operator, office.desk.signer = before


def prepared(office: Office, *rows: dict[str, object]) -> None:
    """制单 rows, signed by 制单乙."""
    with signing_as(office, "制单乙"):
        office.record(*rows)


def approved(office: Office) -> None:
    """审核 what waits, signed by 审核丙."""
    with signing_as(office, "审核丙"):
        approve(office.desk, ())


def posted(office: Office) -> list[Posted]:
    """记账 what is approved, signed by 主管丁."""
    with signing_as(office, "主管丁"):
        return post_drafts(office.desk, ())
