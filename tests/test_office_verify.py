"""`verify` proves the office's chain: who has which key and role is what two people signed.

Every attack is somebody with a database shell and the source.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.masters.office import ROLES_GIVEN
from ledger.store.engine import reading
from ledger.store.signing.office import read_office_facts
from ledger.store.tables import schema_identity as si
from ledger.workflow.office.proposing import confirm, office_work, propose
from tests.office import EMPLOYEE, FIRST, Office
from tests.signed_office import approved, key_of, posted, prepared, signing_as, switch_on
from tests.tamper import alter, behind, finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable


@kept
def settled(office: Office) -> Office:
    """Switch signing on, take somebody new on, and pay a hospital once."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.on("2026-01-20")
    switch_on(office)
    with (
        signing_as(office, "管理员甲"),
        office_work(office.desk, "office-propose", "新人庚") as conn,
    ):
        propose(office.desk, conn, ROLES_GIVEN, "新人庚", [("role", "preparer")])
    with signing_as(office, "主管丁"):
        confirm(office.desk, "新人庚")
    prepared(office, office.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"))
    approved(office)
    posted(office)
    return office


def test_the_office_s_chain_is_sound(settled: Office) -> None:
    assert finders(settled) == {}
    with reading(settled.desk.engine) as conn:
        assert len(read_office_facts(conn)) == 7


def a_role_is_given_in_the_table_alone(office: Office) -> None:
    alter(office, "UPDATE operator_roles SET roles = 'preparer,approver' WHERE name = '新人庚'")


def a_role_is_given_in_the_fact(office: Office) -> None:
    content = json.dumps([["role", "approver"]])
    alter(office, f"UPDATE office_fact SET content = '{content}' WHERE position = 7")


def a_key_is_put_in_place_of_another(office: Office) -> None:
    """The attacker's own key stands in the table of keys."""
    public = key_of("外人").public()
    alter(office, f"UPDATE person_key SET public = '{public}' WHERE name = '审核丙'")


def a_fact_is_taken_out(office: Office) -> None:
    alter(office, "DELETE FROM office_fact WHERE position = 3")


def the_last_fact_is_taken_out(office: Office) -> None:
    alter(office, "DELETE FROM office_fact WHERE position = 7")


def the_switching_on_is_taken_out(office: Office) -> None:
    alter(office, "DELETE FROM office_fact WHERE position >= 6")


def the_switching_on_covers_less(office: Office) -> None:
    """As if everything up to a later place had stood before."""
    with behind(office) as conn:
        query = sa.select(si.office_fact.c.content).where(si.office_fact.c.position == 6)
        content = json.loads(conn.execute(query).scalar_one())
    changed = [[name, raised(value) if name == "chain" else value] for name, value in content]
    written = json.dumps(changed, ensure_ascii=False, separators=(",", ":"))
    alter(office, f"UPDATE office_fact SET content = '{written}' WHERE position = 6")


def raised(chain: str) -> str:
    """Return where a chain stood, as if it had been further on."""
    book, year, position, head = chain.split(" ")
    return f"{book} {year} {int(position) + 9} {head}"


def a_confirmation_is_taken_out(office: Office) -> None:
    alter(office, "DELETE FROM signing WHERE book = '-' AND act = 'confirm'")


def one_person_confirms_what_the_same_proposed(office: Office) -> None:
    alter(office, "UPDATE office_fact SET confirmed = proposed WHERE position = 7")


def somebody_is_another_confirmer(office: Office) -> None:
    alter(office, "UPDATE signing SET signer = '制单乙' WHERE book = '-' AND act = 'confirm'")


def signing_never_was(office: Office) -> None:
    """Everything that was signed is gone; the keys are still there."""
    alter(office, "DELETE FROM office_fact", "DELETE FROM signing", "DELETE FROM signed_fact")


ATTACKS: dict[Callable[[Office], None], str] = {
    a_role_is_given_in_the_table_alone: "ROLES_DIFFER",
    a_role_is_given_in_the_fact: "OFFICE_DIGEST OFFICE_NOT_SIGNED ROLES_DIFFER",
    a_key_is_put_in_place_of_another: "KEY_DIFFERS",
    a_fact_is_taken_out: "OFFICE_FACT_LOST OFFICE_GAP OFFICE_LINK",
    the_last_fact_is_taken_out: "OFFICE_FACT_LOST ROLES_DIFFER",
    the_switching_on_is_taken_out: "OFFICE_FACT_LOST",
    the_switching_on_covers_less: "OFFICE_DIGEST OFFICE_NOT_SIGNED",
    signing_never_was: "SIGNING_LOST",
    a_confirmation_is_taken_out: "OFFICE_DIGEST OFFICE_UNSIGNED",
    one_person_confirms_what_the_same_proposed: "OFFICE_DIGEST OFFICE_FACT_LOST OFFICE_UNSIGNED",
    somebody_is_another_confirmer: "OFFICE_SET",
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_on_the_office_is_found(
    settled: Office, attack: Callable[[Office], None]
) -> None:
    attack(settled)
    assert set(ATTACKS[attack].split()) <= set(finders(settled)["office"].split())


@pytest.mark.parametrize("column", [column.name for column in si.office_fact.columns])
@pytest.mark.parametrize("position", [1, 6, 7])
def test_a_change_in_any_column_of_a_fact_is_found(
    settled: Office, column: str, position: int
) -> None:
    """The book cannot be another: a CHECK of the table says so."""
    if column == "book":
        with pytest.raises(sa.exc.IntegrityError):
            alter(settled, f"UPDATE office_fact SET book = '{EMPLOYEE}'")
        return
    other = "position + 100" if column == "position" else f"{column} || ' '"
    if column == "content":
        other = "replace(content, '1', '2')" if position < 7 else "replace(content, 'p', 'q')"
    alter(settled, f"UPDATE office_fact SET {column} = {other} WHERE position = {position}")
    assert "office" in finders(settled)
