"""What an accountant types: policy show, choose and adopt, on a database file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger.policy.layers import PROFILES

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

BOOK = "620100/employee"


def prepay(folder: Path, *words: str) -> Result:
    """Run a command in this process, on the database of a folder."""
    plain = {"PREPAY_DATABASE": None, "PREPAY_BOOK": None, "PREPAY_OPERATOR": None}
    given = ["--database", str(folder / "prepay.db"), *words]
    return CliRunner().invoke(main, given, env=plain, prog_name="prepay")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Give a folder with 兰州市's books and the people who look after its policy."""
    words = ("init", "--area", "620100", "--name", "兰州市", "--profile", "gansu")
    assert prepay(tmp_path, *words, "--start", "2026-01").exit_code == 0
    for name, role in (("甲", "管理员"), ("乙", "制单"), ("丁", "会计主管")):
        assert (
            prepay(tmp_path, "--as", "甲", "operator", "add", name, "--role", role).exit_code == 0
        )
    return tmp_path


def change(folder: Path) -> None:
    """Put a changed text of 甘肃 beside the database."""
    (folder / "profiles").mkdir(exist_ok=True)
    text = (PROFILES / "gansu.yaml").read_text("utf-8").replace('"12-25"', '"12-20"')
    (folder / "profiles" / "gansu.yaml").write_text(text, "utf-8")


def test_show_lists_a_book_in_a_table_and_in_json(town: Path) -> None:
    table = prepay(town, "policy", "show", "--book", BOOK)
    tree = json.loads(prepay(town, "policy", "show", "--book", BOOK, "--format", "json").stdout)
    values = {value["name"]: value for value in tree["values"]}

    assert "返还截止日" in table.stdout
    assert (values["return_deadline"]["value"], values["return_deadline"]["clause"]) == (
        "12-25",
        "甘肃·四",
    )
    assert values["gate_months"]["value"] == {"employee": "12", "resident": "6"}
    assert values["pay_accounts"]["value"] == ["1004", "1003"]
    assert values["pay_accounts"]["text"] == "1004 支出户、1003 财政专户"
    assert values["late_scope"]["value"] is None


def test_show_takes_a_name_and_a_day(town: Path) -> None:
    done = prepay(town, "policy", "show", "write_off_government", "--book", BOOK)

    assert "推定，尚未确认" in done.stdout
    assert "A-15" in done.stdout
    early = prepay(town, "policy", "show", "midyear_offset", "--on", "2024-12-01", "--book", BOOK)
    assert "2024-12-01 取值：不限制" in early.stdout


def test_a_parameter_that_the_notice_leaves_out_is_told_so(town: Path) -> None:
    done = prepay(town, "policy", "show", "threshold", "--book", BOOK)

    assert done.exit_code == 0
    assert "取值：没有" in done.stdout


def test_every_value_goes_into_a_workbook(town: Path) -> None:
    path = town / "政策.xlsx"
    assert prepay(town, "policy", "show", "--output", str(path)).exit_code == 0

    assert path.stat().st_size > 0


def test_choose_records_and_says_so(town: Path) -> None:
    words = ("policy", "choose", "base_years", "3", "--reason", "局务会定", "--book", BOOK)

    assert prepay(town, "--as", "乙", *words).exit_code == 1
    done = prepay(town, "--as", "丁", *words)
    assert (done.exit_code, done.stderr) == (0, f"{BOOK} 已选定 base_years = 3\n")
    log = prepay(town, "log", "--format", "json").stdout
    assert "局务会定" in log


def test_adopt_takes_two_people_and_shows_what_changes(town: Path) -> None:
    change(town)
    first = prepay(town, "--as", "乙", "policy", "adopt", "--reason", "省里改了期限")
    assert first.exit_code == 0
    assert "12-25（甘肃·四，自 2025-01-01）" in first.stdout
    assert "12-20（甘肃·四，自 2025-01-01）" in first.stdout
    assert "乙 已提出" in first.stdout

    assert prepay(town, "--as", "乙", "policy", "adopt").exit_code == 1
    second = prepay(town, "--as", "丁", "policy", "adopt", "--format", "json")
    assert [one["adopted"] for one in json.loads(second.stdout)] == [True, True]
    story = prepay(town, "policy", "show", "return_deadline", "--book", BOOK, "--format", "json")
    assert json.loads(story.stdout)["value"] == "12-20"


def test_a_trial_of_adopt_changes_nothing(town: Path) -> None:
    change(town)
    assert (
        prepay(town, "--as", "乙", "policy", "adopt", "--reason", "试", "--dry-run").exit_code == 0
    )

    done = prepay(town, "--as", "丁", "policy", "adopt")
    assert "REASON_MISSING" in done.stderr


def test_a_fault_of_a_profile_is_words_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    text = "layer: town\ntitle: 细则\nparent: gansu\nfrom: 2026-01-01\nvalues:\n  pay_accounts: {value: [1004], clause: 一}\n"
    (tmp_path / "profiles" / "town.yaml").write_text(text, "utf-8")
    done = prepay(tmp_path, "init", "--area", "620200", "--name", "示范市", "--profile", "town")

    assert done.exit_code == 2
    assert "town.yaml" in done.stderr
    assert "1004 没有加引号" in done.stderr


def test_choose_without_a_book_is_for_every_book_that_is_asked(town: Path) -> None:
    words = ("policy", "choose", "late_scope", "fund", "--reason", "局务会定")

    done = prepay(town, "--as", "丁", *words)
    unknown = prepay(town, "--as", "丁", "policy", "choose", "nothing", "x", "--reason", "无")

    assert done.exit_code == 0
    assert done.stderr.count("已选定 late_scope = fund") == 2
    assert (unknown.exit_code, "CHOICE_UNKNOWN" in unknown.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "name"), [("G-28", "payment_deadline"), ("甘肃·二(四)", "penalty_free_months")]
)
def test_what_rests_on_an_item_or_a_clause_is_found_from_it(
    town: Path, words: str, name: str
) -> None:
    done = prepay(town, "policy", "show", words, "--book", BOOK, "--format", "json")

    values = json.loads(done.stdout)["values"]
    assert name in [value["name"] for value in values]
    assert len(values) < 10
