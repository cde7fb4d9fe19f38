"""One person's password, the database and the source: no money moves, nobody hides behind another.

Each role in turn changes an open month behind the program and makes everything fit that can be
made to fit. SECURITY.md lists these ways, and those that only a witness outside can find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.audit.signing.signed_checks import check_signed
from tests.insider import forged, make_fit, name_the_signers, own_sets, read_again, usurped
from tests.office import EMPLOYEE, FIRST, PEOPLE, SECOND, Office, codes, leaf
from tests.signed_office import OpenKeys, all_sign
from tests.tamper import alter, finders, id_of, rebuild_turnover
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable


@kept
def paid(office: Office) -> Office:
    """Pay two hospitals in an open month, everything signed."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.permit(SECOND, 2026)
    office.on("2026-01-20")
    all_sign(office)
    office.post(
        office.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"),
        office.pay(SECOND, "88.00", day="2026-01-20", key="拨付-2"),
    )
    return office


def found(office: Office) -> list[str]:
    """Say what the check of signatures finds: the one that all these ways run into."""
    return codes(list(check_signed(read_again(office))))


def more_money(office: Office) -> None:
    """100 元 more for the hospital."""
    alter(
        office,
        f"UPDATE leg SET amount_fen = 17700 WHERE voucher = '{id_of(office, '拨付-1')}'",
        "UPDATE event SET amount_fen = 17700 WHERE key = '拨付-1'",
    )
    rebuild_turnover(office)


def another_hospital(office: Office) -> None:
    """The same money to another hospital."""
    mine = f"voucher = '{id_of(office, '拨付-1')}'"
    alter(
        office,
        f"UPDATE leg SET debit = '{leaf(SECOND)}' WHERE debit = '{leaf(FIRST)}' AND {mine}",
        f"UPDATE event SET hospital = '{SECOND}' WHERE key = '拨付-1'",
    )
    rebuild_turnover(office)


def another_day(office: Office) -> None:
    """An earlier day of the fact."""
    alter(office, "UPDATE event SET date = '2026-01-19' WHERE key = '拨付-1'")


def another_paper(office: Office) -> None:
    """The number of a receipt that nobody has seen."""
    alter(office, f"UPDATE evidence SET number = 'X1' WHERE event = '{id_of(office, '拨付-1')}'")


def another_approver(office: Office) -> None:
    """As if the chief had approved."""
    alter(office, "UPDATE event SET approved_by = '主管丁' WHERE key = '拨付-1'")


def another_preparer(office: Office) -> None:
    """As if the admin had prepared it."""
    alter(office, "UPDATE event SET prepared_by = '管理员甲' WHERE key = '拨付-1'")


WAYS: tuple[Callable[[Office], None], ...] = (
    more_money,
    another_hospital,
    another_day,
    another_paper,
    another_approver,
    another_preparer,
)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whatever_one_person_changes_is_found(
    paid: Office, who: str, way: Callable[[Office], None]
) -> None:
    """Three times more daring: own sets signed anew, others' forged, others' taken over."""
    assert isinstance(paid.desk, OpenKeys)
    signer = paid.desk.keys[who]
    way(paid)
    make_fit(paid, own_sets(signer))
    assert found(paid)
    make_fit(paid, forged(signer))
    assert found(paid)
    make_fit(paid, usurped(signer))
    assert found(paid)
    with pytest.raises(sa.exc.IntegrityError, match="four_eyes"):
        name_the_signers(paid)


def test_with_two_people_s_passwords_it_fits(paid: Office) -> None:
    """What the issue grants: two people together can change a fact; here three keys are used."""
    assert finders(paid) == {}
    assert isinstance(paid.desk, OpenKeys)
    more_money(paid)
    for name in ("制单乙", "审核丙", "主管丁"):
        make_fit(paid, own_sets(paid.desk.keys[name]))
    make_fit(paid, own_sets(paid.desk.keys["主管丁"]))
    assert finders(paid, book=EMPLOYEE) == {}
