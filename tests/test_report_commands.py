"""`prepay report` and `prepay explain` from the command line: names, formats, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from tests.office import EMPLOYEE, FIRST

if TYPE_CHECKING:
    from click.testing import Result

    from tests.office import Office

#: A report or explanation, and a word that its table shows.
COMMANDS = (
    (("report", "trial-balance", "--as-of", "2026-03-10"), "截至 2026-03-10（按记账日期）"),
    (("report", "subledger", "--hospital", FIRST, "--as-of", "2026-03-10"), "明细账"),
    (("report", "general-ledger", "--period", "2026-04"), "本年累计"),
    (("report", "general-ledger", "--account", "1101.01"), "暂付款-医保预付金"),
    (("report", "open-items", "--period", "2026-12"), "6–12个月"),
    (("report", "open-items", "--items", "--hospital", FIRST), "销账表"),
    (("report", "settlement", "--year", "2026"), "核销后收回"),
    (("explain", "1101", "--period", "2026-03", "--side", "借"), "rows.jsonl 第 2 行"),
    (("explain", "2026-03 记-0001"), "制单乙"),
    (("explain", "拨-3"), "注销 2026-03 记-0002"),
)


def run(office: Office, *words: str) -> Result:
    """Run a command against the office's database."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    return CliRunner().invoke(main, ["--database", url, "--book", EMPLOYEE, *words])


def test_every_report_speaks_to_people_programs_and_excel(year_office: Office) -> None:
    for words, shown in COMMANDS:
        table = run(year_office, *words)
        assert (table.exit_code, table.stderr) == (0, ""), words
        assert shown in table.stdout
        tree = json.loads(run(year_office, *words, "--format", "json").stdout)
        if isinstance(tree, list):
            tree = tree[0]
        assert tree["book"] == EMPLOYEE
        assert run(year_office, *words, "--format", "csv").stdout.startswith("\ufeff")


def test_both_books_come_one_after_another_where_none_is_named(year_office: Office) -> None:
    url = year_office.desk.engine.url.render_as_string(hide_password=False)
    words = ["--database", url, "report", "settlement", "--year", "2026", "--format", "json"]
    trees = json.loads(CliRunner().invoke(main, words).stdout)
    assert [(tree["book"], tree["total"]["balance"]) for tree in trees] == [
        (EMPLOYEE, "983000.00"),
        ("620100/resident", "0.00"),
    ]


@pytest.mark.parametrize(
    ("words", "exit_code", "told"),
    [
        (("report", "settlement", "--hospital", FIRST), 2, "settlement 不用 --hospital"),
        (("report", "general-ledger", "--as-of", "2026-13-01"), 2, "不存在"),
        (("report", "general-ledger", "--account", "9999"), 1, "没有符合条件的科目或月份"),
        (("explain", "没有这个编号"), 1, "不是科目"),
        (("report", "balance"), 2, "balance"),
    ],
)
def test_what_cannot_be_drawn_up_leaves_with_its_exit_code(
    office: Office, words: tuple[str, ...], exit_code: int, told: str
) -> None:
    result = run(office, *words)
    assert result.exit_code == exit_code
    assert told in result.stderr
    assert result.stdout == ""
