"""prepay bank …: the commands, their exit codes, formats, and what they say where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.bank_office import printed, write_csv
from tests.office import EMPLOYEE, FIRST, Office
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

LINES = (
    ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款", "S1"),
    ("2026-03-10", "-300.00", "城关示范医院", "", "拨付", "S2"),
    ("2026-03-12", "66.00", "路人", "999", "汇错", "S3"),
)


@kept
def paid(office: Office) -> Office:
    """Keep books with a funded account and a payment, and a statement beside them."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    write_csv(office.folder / "三月.csv", printed(LINES))
    return office


@pytest.fixture
def files(paid: Office) -> Path:
    """Give the folder of the statement."""
    return paid.folder


def run(office: Office, *words: str, who: str = "出纳戊", book: str = EMPLOYEE) -> Result:
    """Run a command in the test's process."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    head = ["--database", url, "--as", who, *(["--book", book] if book else [])]
    return CliRunner().invoke(main, [*head, "bank", *words])


def tree(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_mornings_work(paid: Office, files: Path) -> None:
    done = run(paid, "import", str(files / "三月.csv"), "--account", "1004")
    assert (done.exit_code, "导入 3 行" in done.stderr) == (0, True)
    found = tree(run(paid, "match", "--account", "1004", "--format", "json"))
    assert [(r["account"], r["matched"], r["lines_open"]) for r in found["runs"]] == [
        ("1004", 2, 1)
    ]
    listed = tree(run(paid, "list", "--account", "1004", "--format", "json"))
    assert [line["state"] for line in listed["lines"]] == ["matched", "matched", "open"]
    rows = files / "待入账.xlsx"
    done = run(paid, "propose", "--output", str(rows))
    assert (done.exit_code, rows.exists()) == (0, True)
    sheet = tree(run(paid, "adjust", "--period", "2026-03", "--format", "json"))
    assert (sheet["bank_adjusted"], sheet["book_adjusted"]) == ("766.00", "766.00")
    assert sheet["items"][0]["label"] == "对账单 3"
    words = ("adjust", "--period", "2026-03", "--submit", "--cause", "对账单 3=待查")
    assert "CASHIER_DUTIES" in run(paid, *words).output
    done = run(paid, *words, who="制单乙")
    assert (done.exit_code, "待查" in done.stdout) == (0, True)
    done = run(paid, "approve", "--period", "2026-03", who="审核丙")
    assert (done.exit_code, "不再改动" in done.stderr) == (0, True)
    again = run(paid, "adjust", "--period", "2026-03")
    assert "审核 审核丙" in again.stdout
    assert run(paid, "unmatch", "1", "--reason", "试").exit_code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("import", "没有.csv", "--account", "1004"), 2),
        (("confirm", "99"), 1),
        (("unmatch", "99", "--reason", "试"), 1),
        (("outside", "--class", "待遇支付", "--reason", "试"), 2),
        (("outside", "1", "--find", "x", "--class", "待遇支付", "--reason", "试"), 2),
        (("outside", "99", "--class", "bank-error", "--reason", "试"), 1),
        (("adjust", "--period", "三月"), 2),
        (("adjust", "--period", "2026-03"), 1),
        (("approve", "1", "--period", "2026-03"), 2),
        (("list",), 1),
        (("match", "--account", "1002"), 2),
        (("drop", "无.csv", "--reason", "试"), 1),
        (("propose", "--output", "无.doc"), 2),
    ],
    ids=str,
)
def test_what_cannot_be_done_leaves_with_its_code(
    office: Office, words: tuple[str, ...], code: int
) -> None:
    done = run(office, *words)
    assert done.exit_code == code, done.output
    assert done.stdout == ""


def test_a_book_must_be_named(office: Office) -> None:
    assert run(office, "match", book="").exit_code == 2


def test_trials_write_nothing(paid: Office, files: Path) -> None:
    path = str(files / "三月.csv")
    done = run(paid, "import", path, "--account", "1004", "--dry-run", "--format", "json")
    assert tree(done)["imported"] == 3
    assert run(paid, "list").exit_code == 1
    run(paid, "import", path, "--account", "1004")
    assert run(paid, "match", "--dry-run").exit_code == 0
    found = tree(run(paid, "list", "--account", "1004", "--format", "json"))
    lines = found["lines"] if isinstance(found, dict) else found[0]["lines"]
    assert {line["state"] for line in lines} == {"open"}


def test_the_same_file_again_says_that_nothing_is_new(paid: Office, files: Path) -> None:
    path = str(files / "三月.csv")
    run(paid, "import", path, "--account", "1004")
    done = run(paid, "import", path, "--account", "1004")
    assert (done.exit_code, "没有新的" in done.stderr, done.stdout) == (0, True, "")


def test_refusals_are_logged(paid: Office, files: Path) -> None:
    run(paid, "confirm", "99")
    url = paid.desk.engine.url.render_as_string(hide_password=False)
    done = CliRunner().invoke(main, ["--database", url, "log", "--format", "json"])
    last = json.loads(done.stdout)["log"][-1]
    assert (last["action"], last["content"]["action"]) == ("refused", "bank-confirm")
    assert files
