"""A class has a name of its own, and accounts are asked by role or name, not by code."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from ledger.basis.statutory import (
    DISBURSEMENT_ACCOUNT,
    FISCAL_ACCOUNT,
    GENERAL_SURPLUS,
    OTHER_EXPENSE,
    TEMPORARY_PAYMENT,
    TEMPORARY_RECEIPT,
)
from ledger.masters.chart_file import load_chart
from tests.house_reading import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator


def public_classes(files: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Return where each public class stands, by its name."""
    places: dict[str, list[str]] = {}
    for file, tree in files.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(file)
    return places


def test_a_class_has_a_name_of_its_own_so_that_grep_finds_it() -> None:
    places = public_classes(parsed())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


ACCOUNT_CODE = re.compile(r"(100[1-4]|1101|2001|300[12]|4\d{3}|5\d{3})(\.\d{2})*\.?", re.ASCII)
#: Where a code may stand: the law's own are named there.
CODES_NAMED = ("ledger/basis/statutory.py",)


def account_codes(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the account codes that stand in code as such; in a sentence they are read by people."""
    for file, tree in files.items():
        if file.startswith(CODES_NAMED):
            continue
        for node in ast.walk(tree):
            word = node.value if isinstance(node, ast.Constant) else None
            if isinstance(word, str) and ACCOUNT_CODE.fullmatch(word):
                yield f"{file}: {word}"


def test_accounts_are_asked_by_role_or_name_and_not_by_code() -> None:
    assert list(account_codes(parsed())) == []
    assert list(account_codes({"ledger/events/booked/interest.py": ast.parse("pay('1004')")}))


def test_the_charts_keep_the_roles_under_the_codes_of_the_law() -> None:
    for chart in load_chart().values():
        bases = {role: code.partition(".")[0] for role, code in chart.roles.items()}
        assert bases["fiscal_account"] == FISCAL_ACCOUNT
        assert bases["disbursement_account"] == DISBURSEMENT_ACCOUNT
        assert bases["prepayment"] == bases["lower_agency"] == TEMPORARY_PAYMENT
        assert bases["unidentified_receipt"] == bases["upper_agency"] == TEMPORARY_RECEIPT
        assert bases["net_assets"] == GENERAL_SURPLUS
        assert bases["other_expense"] == OTHER_EXPENSE
