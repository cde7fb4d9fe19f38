"""The quick loop: `pytest -m quick`, a minute on two idle cores, without a database server.

It is for between two edits. It covers the rules broadly: their values and amounts, of the worked
cases the first of each clause, posting and correcting, reports, `verify` against attacks, the
texts, the house. It leaves out PostgreSQL, the browser, the sample, the long walks, commands in
processes of their own, and every module that is not named here; the run says so at its end, and CI
runs everything.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

QUICK = "quick"
#: Modules whose tests on SQLite, or on none, are quick. A module of a rule belongs here.
QUICK_MODULES = frozenset(
    f"test_{name}.py"
    for name in (
        *("assess_amount", "assess_eligibility", "assess_gate", "assess_sanctions"),
        *("assess_sheet", "assess_verb", "bank_verbs", "cases_clearing", "cases_correction"),
        *("cases_days", "cases_held_money", "cases_money_moves", "cases_outstanding"),
        *("cases_papers", "cases_periods", "cases_review", "cases_sign", "cases_words", "chain"),
        *("chart", "clause_page", "divisions", "due_list", "dues_debts", "dues_late"),
        *("dues_remittance", "funds_before_payment", "house_help", "house_kinds", "house_names"),
        *("house_rooms", "house_size", "irregular", "one_rule", "policy_files", "policy_notices"),
        *("quick", "registers", "report_journals", "report_month_close", "report_open_items"),
        *("report_settlement", "report_subledger", "report_trial_balance", "report_vouchers"),
        *("rule_days", "schema_rules", "standings_accounts", "standings_orders"),
        *("standings_paid", "standings_reasons", "standings_stops", "templates", "terminal"),
        *("terms", "texts_gbk", "verify_checks", "workbook_cells", "workbook_template"),
        *("worked_cases", "write_off_limits", "write_off_papers", "year"),
    )
)


def is_quick(module: str, fixtures: tuple[str, ...], params: tuple[object, ...]) -> bool:
    """Tell whether a test belongs to the quick loop: a named module, and no server."""
    on_server = "postgresql" in params or any(name.startswith("postgres") for name in fixtures)
    return module in QUICK_MODULES and not on_server


def is_further_case(name: str) -> bool:
    """Tell whether a worked case is not the first of its clauses: `test_case[G-36_7]`."""
    return re.fullmatch(r"test_case\[.*_[1-9]\d*\]", name) is not None


def mark_quick(items: list[pytest.Item]) -> None:
    """Mark the tests of the quick loop."""
    for item in items:
        callspec = getattr(item, "callspec", None)
        params = tuple(str(value) for value in callspec.params.values()) if callspec else ()
        fixtures = tuple(getattr(item, "fixturenames", ()))
        if is_quick(item.path.name, fixtures, params) and not is_further_case(item.name):
            item.add_marker(QUICK)


def left_out() -> str:
    """Say what the quick loop does not run."""
    modules = {path.name for path in Path(__file__).parent.rglob("test_*.py")}
    return (
        f"快速测试（-m {QUICK}）：没有运行 PostgreSQL、浏览器、示例账，"
        f"也没有运行 {len(modules - QUICK_MODULES)} 个测试文件；全部测试：pytest"
    )
