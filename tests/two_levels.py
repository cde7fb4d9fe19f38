"""Two levels of agencies in one database: 张掖市 above, 甘州区 (a county without 1003) below."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ledger.basis.money import yuan
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import initialise

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from tests.office import Office, Row

CITY, COUNTY = "620700", "620702"
CITY_BOOK, COUNTY_BOOK = f"{CITY}/employee", f"{COUNTY}/employee"
#: What the city holds of the county's money of 2026, and the county of the city's.
HELD, OWED = f"1101.03.{COUNTY}.2026", f"2001.02.{CITY}"


def open_two_levels(office: Office, *, chosen: bool = True) -> None:
    """Open the books of both; `chosen` records that the county's money comes from the city."""
    office.desk.operator = "管理员甲"
    for area, name, profile in ((CITY, "张掖市", "zhangye"), (COUNTY, "甘州区", "zhangye-county")):
        initialise(office.desk, area=area, name=name, profile=profile, start="2026-01")
    if chosen:
        office.desk.operator = "主管丁"
        choose(office.desk, COUNTY_BOOK, "county_counter", "upper_agency", "款项由市级拨付")


def city(office: Office, kind: str, amount: str, day: str, **words: object) -> Row:
    """Write a row of the city's book."""
    return office.row(kind, area=CITY, amount=amount, date=day, **words)


def county(office: Office, kind: str, amount: str, day: str, **words: object) -> Row:
    """Write a row of the county's book."""
    return office.row(kind, area=COUNTY, amount=amount, date=day, **words)


def down(office: Office, amount: str, day: str, **words: object) -> Row:
    """Write the city's 下拨 to the county, from its 财政专户."""
    given = {"from": "1003", "lower_area": COUNTY, "year": "2026", **words}
    return city(office, "pass-down", amount, day, **given)


def up(office: Office, amount: str, day: str, **words: object) -> Row:
    """Write the city's 收回下拨 from the county, into its 财政专户."""
    given = {"to": "1003", "lower_area": COUNTY, "year": "2026", **words}
    return city(office, "pass-up", amount, day, **given)


def received(office: Office, amount: str, day: str, **words: object) -> Row:
    """Write the county's 拨入 from the city."""
    return county(office, "allocation", amount, day, **{"upper_area": CITY, **words})


def sent_back(office: Office, amount: str, day: str, **words: object) -> Row:
    """Write the county's 上解 to the city."""
    return county(office, "remittance", amount, day, **{"upper_area": CITY, **words})


def tie(office: Office, **words: Any) -> Report:
    """Draw up the 上下级核对."""
    (report,) = draw_up(office.desk, "agency-tie", ReportAsked(**words))
    return report


def pairs(report: Report) -> list[dict[str, Any]]:
    """Return the pairs of a 上下级核对."""
    found: list[dict[str, Any]] = json.loads(json.dumps(report.tree, default=str))["pairs"]
    return found


def balances(office: Office, book: str, period: str) -> dict[str, str]:
    """Return the closing balance of every leaf that has one."""
    with reading(office.desk.engine) as conn:
        rows = balance_rows(conn, read_books(conn)[book], first=period, last=period)
    return {row.leaf.account.code: yuan(row.closing_fen) for row in rows if row.closing_fen}
