"""审核 at the door: what is shown is what is approved, asked on a terminal, told by a script."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger.commands import door, posting
from tests import cli_office
from tests.cli_office import LATER, prepay, tree, write
from tests.office import EMPLOYEE, SECOND

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

books = cli_office.books
CODE = re.compile(r"[0-9A-Z]{5}-[0-9A-Z]{5}")


@pytest.fixture
def waiting(books: Path) -> Path:
    """Give the books with one payment that waits for 审核."""
    assert prepay(books, "--as", "乙", "record", write(books, "later.csv", LATER)).exit_code == 0
    return books


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody sit there who can be asked."""
    for module in (door, posting):
        monkeypatch.setattr(module, "on_terminal", lambda: True)


def approve(folder: Path, *words: str, said: str | None = None) -> Result:
    """Approve as 丙, and answer what is asked."""
    given = ["--database", str(folder / "prepay.db"), "--as", "丙", "approve", *words]
    return CliRunner().invoke(main, given, input=said, prog_name="prepay")


def listed(folder: Path) -> list[dict[str, str]]:
    """List the drafts as programs get them."""
    found: list[dict[str, str]] = tree(prepay(folder, "draft", "list", "--format", "json"))[
        "drafts"
    ]
    return found


def code_of(result: Result) -> str:
    """Read the code that was printed."""
    match = CODE.search(result.stdout)
    assert match, result.output
    return match[0]


def test_a_list_names_the_hospital_and_the_code(waiting: Path) -> None:
    shown = prepay(waiting, "draft", "list")
    assert "安宁示范医院" in shown.stdout
    assert "1,000.50" in shown.stdout
    (draft,) = listed(waiting)
    assert (draft["hospital"], draft["hospital_name"]) == (SECOND, "安宁示范医院")
    assert tree(prepay(waiting, "draft", "list", "--format", "json"))["code"] == code_of(shown)


def test_what_was_listed_as_77_is_not_approved_as_177(waiting: Path) -> None:
    prepay(waiting, "--as", "乙", "draft", "revise", "再拨付", "--set", "amount=77.00")
    code = code_of(prepay(waiting, "draft", "list"))
    prepay(waiting, "--as", "乙", "draft", "revise", "再拨付", "--set", "amount=177.00")
    before = listed(waiting)
    refused = approve(waiting, "再拨付", "--seen", code)
    assert refused.exit_code == 1
    told = refused.stderr.replace("\n", "")
    assert "再拨付 列示之后由 乙 修改" in told
    assert "金额 77.00 → 177.00" in told
    assert listed(waiting) == before, "nothing has changed"
    assert before[0]["approved_by"] is None


def test_a_code_of_the_page_approves_it(waiting: Path) -> None:
    code = code_of(prepay(waiting, "draft", "show", "再拨付"))
    done = approve(waiting, "再拨付", "--seen", code.lower())
    assert done.exit_code == 0
    assert "审核 1 笔" in done.stderr
    assert "未逐张查看" not in done.stderr


def test_a_script_is_shown_what_it_approves_and_told_that_nobody_looked(waiting: Path) -> None:
    done = approve(waiting, "--all")
    assert done.exit_code == 0
    assert "安宁示范医院" in done.stdout
    assert "未逐张查看 1 张" in done.stderr
    log = tree(prepay(waiting, "log", "--format", "json"))["log"][-1]
    assert (log["action"], log["content"]["unseen"]) == ("approve", 1)
    assert log["content"]["seen"] == code_of(done)


@pytest.mark.usefixtures("at_terminal")
def test_a_terminal_shows_the_page_and_asks(waiting: Path) -> None:
    no = approve(waiting, "再拨付", said="n\n")
    assert no.exit_code == 1
    assert "须由人核对：印章和签字" in no.stdout.replace("\n", "")
    assert "核对无误，审核？" in no.stderr
    assert "没有审核，账内没有任何改动" in no.stderr
    assert listed(waiting)[0]["approved_by"] is None

    yes = approve(waiting, "再拨付", said="y\n")
    assert yes.exit_code == 0
    assert "未逐张查看" not in yes.stderr
    assert listed(waiting)[0]["approved_by"] == "丙"


def test_a_trial_tells_what_would_be_approved(waiting: Path) -> None:
    trial = approve(waiting, "--all", "--dry-run", "--format", "json")
    assert trial.exit_code == 0
    (draft,) = json.loads(trial.stdout)["drafts"]
    assert (draft["key"], draft["amount"]) == ("再拨付", "1000.50")
    assert listed(waiting)[0]["approved_by"] is None


def test_a_code_that_is_none_cannot_be_read(waiting: Path) -> None:
    unread = approve(waiting, "--all", "--seen", "7K3")
    assert unread.exit_code == 2
    assert "核对码“7K3”无法识别" in unread.stderr


def test_a_page_goes_out_in_every_format(waiting: Path) -> None:
    words = ("--book", EMPLOYEE, "draft", "show", "再拨付")
    page = tree(prepay(waiting, *words, "--format", "json"))
    assert page["lines"][0]["amount"] == "1000.50"
    rows = list(csv.DictReader(io.StringIO(prepay(waiting, *words, "--format", "csv").stdout)))
    assert [row["贷方金额"] for row in rows] == ["", "1000.50", "1000.50"]
    assert rows[0]["方向"] == "借"
    book = waiting / "草稿.xlsx"
    assert prepay(waiting, *words, "--output", str(book)).exit_code == 0
    with zipfile.ZipFile(book) as inside:
        assert "再拨付" in inside.read("xl/sharedStrings.xml").decode()


def test_its_preparer_withdraws_a_draft_and_enters_it_again(waiting: Path) -> None:
    trial = prepay(waiting, "--as", "乙", "draft", "withdraw", "再拨付", "--dry-run")
    assert (trial.exit_code, len(listed(waiting))) == (0, 1)
    done = prepay(waiting, "--as", "乙", "draft", "withdraw", "再拨付")
    assert "撤回 1 笔；业务编号和回单可以再用" in done.stderr
    assert listed(waiting) == []
    assert prepay(waiting, "--as", "乙", "record", str(waiting / "later.csv")).exit_code == 0
