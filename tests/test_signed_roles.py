"""Roles are those of the office's chain where a signature cites it, whatever the tables say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.store.engine import writing
from ledger.store.masters import give_roles, read_operators
from ledger.workflow.posting.post import post_drafts
from tests.signed_office import approved, posted, prepared, signing_as, switch_on
from tests.tamper import finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from tests.office import Office


@kept
def signed(office: Office) -> Office:
    """Switch signing on, and approve 利息."""
    switch_on(office)
    prepared(office, office.row("interest", date="2026-01-05", amount="1.00", key="息"))
    approved(office)
    return office


def held_by_table(office: Office, name: str, roles: Sequence[str], *, since: str = "") -> None:
    """Write roles into the table as who has the database may, without the office's chain."""
    with writing(office.desk.engine, ()) as conn:
        held = read_operators(conn)[name]
        since = since or held.since
        give_roles(conn, type(held)(name=name, roles=tuple(roles), since=since), "管理员甲")


def test_whoever_signed_held_the_role(signed: Office) -> None:
    posted(signed)
    assert finders(signed) == {}


def test_roles_lent_in_the_table_for_an_hour_are_found(
    signed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """审核丙 posts by a program that does not ask, under roles lent by the table and taken back."""
    held_by_table(signed, "审核丙", ["approver", "poster"])
    monkeypatch.setattr("ledger.workflow.desk.duty_findings", lambda *_: [])
    with signing_as(signed, "审核丙"):
        post_drafts(signed.desk, ())
    held_by_table(signed, "审核丙", ["approver"], since=signed.desk.now())

    assert finders(signed) == {"signed": "SIGNED_WITHOUT_ROLE"}
