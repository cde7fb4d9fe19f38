"""A new province is one file: put beside the database, it opens a book and gives its values."""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.reports.policy.show import policies
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.policy.policy import policy_of
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import initialise

if TYPE_CHECKING:
    from ledger.policy.profile import Rules
    from tests.office import Office

FILES = Path(__file__).parent / "profiles"
QINGHAI, YUNNAN = "630100/employee", "530100/employee"


@pytest.fixture
def own(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Give an office that has put the two files beside its database."""
    monkeypatch.chdir(office.folder)
    shutil.copytree(FILES, office.folder / "profiles")
    office.desk.operator = "管理员甲"
    return office


def opened(office: Office, profile: str, book: str) -> Rules:
    """Open a province's books and give the rules of one of them."""
    area = book.partition("/")[0]
    initialise(office.desk, area=area, name="示范市", profile=profile, start="2026-01")
    return rules_of(office, book)


def rules_of(office: Office, book: str) -> Rules:
    """Give a book's rules of today."""
    with reading(office.desk.engine) as conn:
        return policy_of(office.desk, conn, read_books(conn)[book]).on(office.desk.today())


def test_qinghai_multiplies_a_month_by_the_hospitals_level(own: Office) -> None:
    rules = opened(own, "qinghai", QINGHAI)
    by_level = {word: Fraction(ratio) for word, ratio in rules.table("coefficients").items()}

    assert rules.text("coefficient_by") == "level"
    assert by_level == {"乡镇": Fraction(9, 10), "县": Fraction(4, 5), "其他": Fraction(1, 2)}
    assert rules.ratio("months") == 1
    assert rules.day("return_deadline", 2026) == date(2026, 12, 31)
    assert rules.clause("coefficients") == "青海·系数"


def test_yunnan_takes_the_settled_amounts_of_both_funds(own: Office) -> None:
    rules = opened(own, "yunnan", YUNNAN)

    assert (rules.whole("base_years"), rules.text("base_funds")) == (1, "sum")
    assert rules.texts("base_services") == ("outpatient", "inpatient")
    assert rules.whole("suspension_free_months") == 12
    assert rules.texts("local_conditions") == ("12个月内没有因重点工作被约谈或通报批评",)


def test_what_a_province_leaves_out_comes_from_the_nation(own: Office) -> None:
    rules = opened(own, "yunnan", YUNNAN)

    assert dict(rules.table("gate_months")) == {"employee": "12", "resident": "6"}
    assert rules.day("payment_deadline", 2026) == date(2026, 3, 31)
    assert rules.clause("payment_deadline") == "医保办函〔2024〕101号"
    assert not rules.flag("agreement_required")


def test_a_province_settles_a_question_and_leaves_others_open(own: Office) -> None:
    opened(own, "qinghai", QINGHAI)
    (report,) = policies(own.desk, QINGHAI)
    values = {value["name"]: value for value in report.tree["values"]}  # type: ignore[attr-defined]

    assert (values["base_years"]["state"], values["base_years"]["layer"]) == ("value", "qinghai")
    assert values["base_years"]["overrides"]["layer"] == "national"
    assert values["late_scope"]["state"] == "open"
    own.desk.operator = "主管丁"
    choose(own.desk, QINGHAI, "late_scope", "fund", "局务会定")
    assert rules_of(own, QINGHAI).text("late_scope") == "fund"


def test_the_example_of_the_manual_is_a_profile_that_works(own: Office) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "profiles.md").read_text("utf-8")
    example = manual.partition("```yaml\n")[2].partition("```")[0]
    name = example.partition("layer: ")[2].partition("\n")[0]
    (own.folder / "profiles" / f"{name}.yaml").write_text(example, "utf-8")

    rules = opened(own, name, "620900/employee")
    assert rules.day("return_deadline", 2026) == date(2026, 12, 20)
    assert rules.day("return_deadline", 2027) == date(2027, 12, 10)
    assert rules.table("coefficients")["优秀"] == "1.2"
    assert rules.text("floor") == "tiers"
    assert rules.whole("base_years") == 2
    assert rules.clause("late_factor") == "甘肃·四"
