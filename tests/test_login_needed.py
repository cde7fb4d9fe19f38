"""Where the office signs nobody acts by a name alone: the key of who acts is open, for every act.

Also for what signs nothing: rejecting a draft, importing hospitals, choosing a bank account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.masters.book import BankAccount
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.review import approve, reject
from ledger.workflow.office.people import reset_key
from ledger.workflow.setup.masters import describe_account
from ledger.workflow.setup.opening import log_in, reset_warning
from tests.office import EMPLOYEE, codes
from tests.signed_office import all_sign, signing_as, switch_on
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.office import Office

FRESH = "院墙外头九只灰鸽子"
BANK = BankAccount(code="1004", bank="示范银行", number="1", exclusive=True)


@kept
def signing_office(office: Office) -> Office:
    """Keep an office that signs, with a draft that waits."""
    switch_on(office)
    with signing_as(office, "制单乙"):
        office.record(office.row("allocation", key="拨入1", date="2026-01-10", amount="100.00"))
    return office


def rejects(desk: Desk) -> None:
    reject(desk, ["拨入1"], "录错")


def describes(desk: Desk) -> None:
    describe_account(desk, EMPLOYEE, BANK)


@pytest.mark.parametrize(("name", "act"), [("审核丙", rejects), ("制单乙", describes)])
def test_an_act_that_signs_nothing_needs_the_key_too(
    signing_office: Office, name: str, act: Callable[[Desk], None]
) -> None:
    desk = signing_office.desk
    desk.operator, desk.signer = name, None
    with pytest.raises(Refused) as refused:
        act(desk)
    assert codes(refused.value.findings) == ["NOT_LOGGED_IN"]
    assert "prepay --as" in refused.value.findings[0].remedy
    with signing_as(signing_office, "出纳戊"):
        desk.operator = name
        with pytest.raises(Refused) as refused:
            act(desk)
    assert codes(refused.value.findings) == ["SIGNER_OTHER"]
    with signing_as(signing_office, name):
        act(desk)


def test_a_reset_is_told_to_its_owner_until_they_have_signed(
    office: Office, tmp_path: Path
) -> None:
    """出纳戊 helps 审核丙, who has lost the password: whoever did it in her name, she will see."""
    all_sign(office)
    desk, own = office.desk, plain(office.desk)
    for key in ("拨入1", "拨入2"):
        desk.operator = "制单乙"
        office.record(office.row("allocation", key=key, date="2026-01-10", amount="100.00"))
    desk.operator = "出纳戊"
    reset_key(desk, "审核丙", FRESH)
    logged, _ = log_in(own, tmp_path, "审核丙", FRESH)
    told = "注意：你的密钥是由出纳戊重置的（重置）；不是你要求的，立即告诉会计主管"
    assert reset_warning(own, "审核丙") == told
    own.operator, own.signer = "审核丙", logged.signer
    reject(own, ["拨入1"], "录错")
    assert reset_warning(own, "审核丙") == told, "she has signed nothing yet"
    approve(own, ())
    assert reset_warning(own, "审核丙") == ""


def plain(desk: Desk) -> Desk:
    """Give a desk of the same office at which nobody's key is open."""
    return Desk(
        engine=desk.engine, clock=desk.clock, identity=desk.identity, hash_cost=desk.hash_cost
    )
