"""What happened against a rule, booked as 特殊情况 in a test office, and what is shown of it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from ledger.formats.files import json_text
from ledger.formats.terminal import show
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import reading
from ledger.store.standing.irregular import Until, read_irregular
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import add_operator
from tests.office import EMPLOYEE, FIRST, Office

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from ledger.policy.irregular import Irregular
    from tests.office import Row

CHIEF = "主管辛"


def opened(office: Office, *, approved: str = "100000.00") -> Office:
    """Return an office with money, a chief who approves, and 城关's 核定 of the year."""
    office.fund()
    office.permit(FIRST, 2026, amount=approved)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, CHIEF, ("approver", "chief"))
    return office


def special(office: Office, *rows: Row) -> None:
    """Book rows that the chief approves, as special cases are."""
    office.record(*rows)
    office.desk.operator = CHIEF
    approve(office.desk, ())
    office.desk.operator = "主管丁"
    post_drafts(office.desk, ())


def paid(office: Office, amount: str, day: str = "2026-03-10", **words: object) -> Row:
    """Write a payment to 城关 beside the 核定 that `opened` gave it."""
    return office.pay(FIRST, amount, day=day, permitted=False, **words)


def wrongly_paid(office: Office, key: str, amount: str, day: str = "2026-03-10") -> Row:
    """Write a payment that the bank has made against a rule."""
    return paid(office, amount, day, key=key, irregular="true", reason="银行已经划出")


def cure(office: Office, event: str, key: str, day: str) -> None:
    """Register, as a fact, how a special case was put right."""
    words = {"event": event, "reason": "会商同意延期拨付", "key": key, "date": day}
    paper = {"type": "other", "number": "会商纪要 3 号", "date": day}
    office.record(office.row("cure", papers=[paper], **words))
    office.approve()


def withdraw(office: Office, event: str, day: str) -> None:
    """Withdraw a registered fact."""
    office.record(office.row("withdrawal", event=event, reason="纪要未经审批", date=day))
    office.approve()


def cases(office: Office, until: Until | None = None) -> list[Irregular]:
    """Read the special cases of the employee book."""
    with reading(office.desk.engine) as conn:
        return read_irregular(conn, EMPLOYEE, until)


def ends(office: Office, until: Until | None = None) -> dict[str, tuple[str, str] | None]:
    """Say of each case, by key, how and on which day it was put right; None where it stands."""
    return {
        case.key: (case.cured.how, case.cured.date.isoformat()) if case.cured else None
        for case in cases(office, until)
    }


def report(office: Office, name: str, **words: Any) -> Report:
    """Draw up a report of the employee book."""
    (drawn,) = draw_up(office.desk, name, ReportAsked(book=EMPLOYEE, **words))
    return drawn


def tree(drawn: Report) -> dict[str, Any]:
    """Return a report's JSON as a program reads it."""
    read: dict[str, Any] = json.loads(json_text(drawn.tree))
    return read


def text(drawn: Report) -> str:
    """Return a report as it is piped."""
    out = io.StringIO()
    show(drawn, "table", out)
    return out.getvalue()
