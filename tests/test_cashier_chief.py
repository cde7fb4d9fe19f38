"""出纳 with 会计主管: never given; where it stands, no act of a chief is open; what was done heals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.events.registers.acknowledgement import Acknowledgement
from ledger.masters.operator import Operator
from ledger.store.engine import writing
from ledger.store.masters import give_roles
from ledger.workflow.close.close_month import close_month
from ledger.workflow.drafting.review import approve
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import add_operator
from tests.cases import refusal
from tests.office import EMPLOYEE, FIRST, Office, codes
from tests.tamper import alter, finders, id_of, rechain
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable


@kept
def both(office: Office) -> Office:
    """Give an office in which an earlier release made the cashier a chief as well."""
    office.fund()
    office.on("2026-03-10")
    roles = ("cashier", "chief")
    since = "2026-01-05T09:00:00+08:00"
    with writing(office.desk.engine, ()) as conn:
        give_roles(conn, Operator(name="出纳主管", roles=roles, since=since), "管理员甲")
    return office


@pytest.mark.parametrize("role", ["approver", "poster", "chief"])
def test_a_cashier_is_nothing_else_that_decides(office: Office, role: str) -> None:
    office.desk.operator = "管理员甲"

    (finding,) = refusal(office, lambda: add_operator(office.desk, "某某", ["cashier", role]))

    assert (finding.code, finding.clause) == ("CASHIER_DUTIES", "《会计基础工作规范》第十二条")


def test_where_both_stand_no_act_of_a_chief_is_open(both: Office) -> None:
    """Approving a special case, closing, choosing: all that a chief does."""
    both.record(
        both.pay(FIRST, "5.00", key="特", irregular="yes", reason="银行误付", permitted=False)
    )
    both.on("2026-04-01")
    acts: tuple[Callable[[], object], ...] = (
        lambda: approve(both.desk, ["特"]),
        lambda: close_month(both.desk, "2026-01", book=EMPLOYEE),
        lambda: choose(both.desk, EMPLOYEE, "floor_of_zero", "none", "局务会纪要"),
    )
    for act in acts:
        both.desk.operator = "出纳主管"
        with pytest.raises(Refused) as error:
            act()
        assert "CASHIER_DUTIES" in codes(error.value.findings)


def test_where_both_stand_they_sign_as_the_cashier_alone(both: Office) -> None:
    both.desk.operator = "出纳主管"

    assert list(sign(both.desk, ())) == ["cashier"]


def test_what_was_so_approved_is_a_finding_until_another_chief_looks_at_it(both: Office) -> None:
    """复核: a 验证事项说明 that names the fact, approved by a chief who is no cashier."""
    both.post(both.row("interest", date="2026-03-10", amount="1.00", key="息"))
    both.desk.operator = "制单乙"
    alter(both, f"UPDATE event SET approved_by = '出纳主管' WHERE id = '{id_of(both, '息')}'")
    rechain(both)
    assert finders(both) == {"duties": "DUTIES"}

    words = {"finding": "duties", "event": "息", "reason": "复核无误"}
    both.record(both.row(Acknowledgement.KIND, date="2026-03-10", key="复核", **words))
    both.desk.operator = "出纳主管"
    with pytest.raises(Refused):
        approve(both.desk, ["复核"])
    both.desk.operator = "主管丁"
    approve(both.desk, ["复核"])

    assert finders(both) == {}
