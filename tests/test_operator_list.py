"""操作员名单: who holds which roles since when, sees which books, and has a password."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.reports.registers.operator_list import operator_list
from tests.office import EMPLOYEE, Office, let_look

if TYPE_CHECKING:
    from ledger.formats.report import Report


def rows(report: Report) -> dict[object, tuple[object, ...]]:
    """Give the cells of each person."""
    return {row.cells[0]: row.cells[1:] for row in report.rows}


def test_everybody_is_listed_with_roles_scope_and_password(office: Office) -> None:
    let_look(office)
    report = operator_list(office.desk)

    told = rows(report)
    assert "system" not in told
    assert told["制单乙"][0] == "制单"
    assert told["制单乙"][2:] == ("全部", "没有")
    roles, since, books, password = told["查询己"]
    assert (roles, books) == ("查询", EMPLOYEE)
    assert password == f"{since} 起"
    assert report.title == "操作员"
    tree = {one["name"]: one for one in json.loads(json.dumps(report.tree))["operators"]}
    assert tree["查询己"]["password"] is True
    assert tree["查询己"]["roles"] == ["viewer"]
    assert tree["制单乙"]["password_since"] is None


def test_who_sees_one_book_is_told_of_nobody_else(office: Office) -> None:
    let_look(office)
    office.desk.operator = "查询己"
    assert list(rows(operator_list(office.desk))) == ["查询己"]


def test_no_hash_leaves_the_house(office: Office) -> None:
    let_look(office)
    assert "argon2" not in str(operator_list(office.desk).tree)
