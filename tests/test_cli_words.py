"""Chinese words on every console: refusals, help pages, the version."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from cli import main
from tests import cli_office
from tests.cli_office import HOSPITALS, LATER, ROOT, apart, prepay, write
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from pathlib import Path

books = cli_office.books
#: The commands of the outside contract that exist by now.
COMMANDS = (
    *("init", "demo", "operator add", "hospital import", "account add", "policy show"),
    *(
        "policy choose",
        "policy adopt",
        "record",
        "draft list",
        "approve",
        "reject",
        "post",
        "correct",
    ),
    *("voucher list", "voucher show", "close month", "close year", "close status", "report"),
    *("export beancount", "view", "verify", "log"),
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("recrod",), "没有命令 recrod。 是不是 'record'"),
        (("--nope",), "没有选项 --nope。"),
        (("report", "nope"), "“nope”不在可填的值里：'trial-balance'"),
        (("report",), "缺少参数 '账表'"),
        (("init",), "缺少选项 '--area'"),
        (("confirm", "letters"), "缺少选项 '--date'"),
        (("demo", "--port", "x"), "“x”不是数字"),
        (("verify", "x", "y"), "多出了 x y"),
        (("report", "journal", "--period"), "选项 --period 后面要填一个值"),
        (("approve",), "写明草稿编号，或用 --all"),
    ],
)
def test_wrong_words_are_told_in_chinese_with_code_two(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    result = prepay(tmp_path, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not re.search(r"Error|Usage|Try|No such|Missing|Invalid", result.stderr)


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """List the words of every group and command."""
    found = []
    for name, command in sorted(group.commands.items()):
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += every_command(command, (*path, name))
    return found


def test_every_command_of_the_contract_is_there() -> None:
    assert {tuple(words.split()) for words in COMMANDS} <= set(every_command(main))


@pytest.mark.parametrize("words", [(), *every_command(main)], ids=" ".join)
def test_every_help_page_is_chinese(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = prepay(tmp_path, *words, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("用法: prepay")
    command: Any = main
    for word in words:
        command = command.commands[word]
    for option in command.params:
        # A default would answer for whoever leaves the option out.
        assert not option.required or option.to_info_dict()["default"] is None
    helps = [command.help, *(o.help for o in command.params if isinstance(o, click.Option))]
    assert [text for text in helps if not re.search(r"[\u4e00-\u9fff]", text or "")] == []
    assert not re.search(r"Options|Commands|Show this|required|default", result.stdout)


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['prepay', '--help']\n"
        "from cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'beancount', 'fava', 'alembic', 'rich', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, env=os.environ
    )
    assert done.stderr.decode().strip() == "[]"


def test_a_gbk_console_shows_everything(books: Path) -> None:
    gbk = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    demo = apart(books, "demo", "示例", "--no-serve", **gbk)
    assert demo.returncode == 0, demo.stderr.decode("gbk")
    assert "全部相符" in demo.stderr.decode("gbk")
    for words, said in (
        (("report", "trial-balance", "--period", "2026-01"), "试算平衡"),
        (("--book", EMPLOYEE, "voucher", "show", "拨付"), "记账凭证"),
    ):
        shown = apart(books, *words, **gbk)
        assert shown.returncode == 0
        assert said in shown.stdout.decode("gbk")
    file = write(books, "b.csv", LATER.replace("1000.5", "5000000"))
    refused = apart(books, "--as", "乙", "record", file, **gbk)
    assert refused.returncode == 1
    assert "被拒绝" in refused.stderr.decode("gbk")
    wrong = apart(books, "nope", **gbk)
    assert wrong.returncode == 2
    assert "没有命令 nope" in wrong.stderr.decode("gbk")


def test_a_mark_that_gbk_lacks_becomes_a_question_mark(books: Path) -> None:
    name = "\N{CJK UNIFIED IDEOGRAPH-20BB7}野家\N{GREEN HEART}医院"
    file = write(books, "h.csv", HOSPITALS + f"H9,{name},公立,一级,是,1\n")
    gbk = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    assert apart(books, "--as", "乙", "hospital", "import", file, **gbk).returncode == 0
    log = apart(books, "log", **gbk)
    assert log.returncode == 0
    assert "?野家?医院" in log.stdout.decode("gbk")


def test_the_program_tells_its_version() -> None:
    result = CliRunner().invoke(main, ["--version"], prog_name="prepay")
    assert re.fullmatch(r"prepay \d+\.\d+\.\d+\n", result.stdout)
