"""A signed year to attack: begun without keys, switched on in January, January and February closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import over_from
from ledger.workflow.drafting.correct import correct
from ledger.workflow.office.proposing import confirm, office_work, propose
from tests.chain_files import Exported, exported, recall
from tests.office import EMPLOYEE, FIRST, SECOND, Office, raw
from tests.signed_office import approved, posted, prepared, signing_as, switch_on

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.basis.encoding import Pair


def signed_year(office: Office) -> None:
    """Post a year of which only the first links are not signed; March is open."""
    begun_unsigned(office)
    january(office)
    february(office)
    march(office)


def begun_unsigned(office: Office) -> None:
    """Fund the book and permit payments before anybody has a key; then switch signing on."""
    office.fund("1000000.00")
    office.permit(FIRST, 2026)
    office.permit(SECOND, 2026)
    office.on("2026-01-20")
    office.post(office.pay(FIRST, "11.00", day="2026-01-20", key="拨付-0"))
    switch_on(office)


def january(office: Office) -> None:
    """Pay two hospitals in one set, receive interest, and close."""
    step(
        office,
        office.pay(FIRST, "77.00", day="2026-01-20", key="拨付-1"),
        office.pay(SECOND, "88.00", day="2026-01-20", key="拨付-2"),
    )
    step(
        office,
        office.row("interest", date="2026-01-21", amount="5.00", key="利息-1"),
    )
    close_signed(office, "2026-01")


def february(office: Office) -> None:
    """Take a voucher back and put it right; register a 收回通知; close."""
    office.on("2026-02-10")
    with signing_as(office, "制单乙"):
        words = office.pay(SECOND, "99.00", day="2026-02-10", key="拨付-3")
        correct(office.desk, EMPLOYEE, ["拨付-2"], reason="录错", right=raw([words], "right.jsonl"))
    approved(office)
    posted(office)
    prepared(office, recall(office, "2026-02-11", key="收回-1"))
    approved(office)
    close_signed(office, "2026-02")


def march(office: Office) -> None:
    """Give somebody a role by two people, and post twice in an open month."""
    settle_for(office, "roles", "新人庚", [("role", "preparer")])
    step(office, office.pay(FIRST, "3000.00", day="2026-03-10", key="拨付-4"))
    step(
        office,
        office.pay(FIRST, "4000.00", day="2026-03-11", key="拨付-5"),
        office.pay(FIRST, "5000.00", day="2026-03-11", key="拨付-6"),
    )


def step(office: Office, *rows: dict[str, object]) -> None:
    """制单, 审核, 记账 rows, each step signed."""
    prepared(office, *rows)
    approved(office)
    posted(office)


def close_signed(office: Office, period: str) -> None:
    """Close a month of the employee book, signed by the chief."""
    with signing_as(office, "出纳戊"):
        office.sign(EMPLOYEE)
    office.live_to(over_from(period, None))
    with signing_as(office, "主管丁"):
        office.close(period, book=EMPLOYEE, signed=False)


def settle_for(office: Office, kind: str, name: str, pairs: list[Pair]) -> None:
    """Let 管理员甲 propose a fact of the office, and 主管丁 confirm it."""
    with signing_as(office, "管理员甲"), office_work(office.desk, "office-propose", name) as conn:
        propose(office.desk, conn, kind, name, pairs)
    with signing_as(office, "主管丁"):
        confirm(office.desk, name)


def exported_signed(office: Office, folder: Path) -> Exported:
    """Build the signed year, and export it."""
    signed_year(office)
    return exported(office, folder / "2026.jsonl", 2026)
