"""The door: exit codes, data on stdout and talk on stderr, the contract's JSON, Chinese words."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from cli import main
from tests.office import EMPLOYEE, FIRST, NAMES, RESIDENT, SECOND, leaf

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[1]
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
HOSPITALS = "医疗机构编码,名称,性质,级别,收治住院,银行账号\n" + "".join(
    f"{code},{name},公立,二级甲等,是,6222{code[-8:]}\n" for code, name in NAMES.items()
)
HEAD = "业务类型,业务编号,日期,统筹区,险种,科目,医疗机构编码,预付年度,金额,付款账户,附件\n"
YEAR = (
    HEAD
    + '期初余额,期初,2026-01-01,620100,职工,1003,,,"1,000,000.00",,期初移交表:移1:2026-01-01\n'
    + "财政拨入,拨入,2026-01-10,620100,职工,,,,1000000,,"
    + "用款计划:计1:2026-01-09;财政拨款通知:通1:2026-01-09;银行回单:回1:2026-01-10\n"
    + f"拨付,拨付,2026-01-20,620100,职工,,{FIRST},2026,600000,1004,"
    + "支付指令:令1:2026-01-20;银行回单:回2:2026-01-20\n"
)
ASKED = (
    "业务类型,业务编号,日期,统筹区,险种,医疗机构编码,预付年度,正常结算起始日,绩效考核结果,"
    "承诺日期,财务健全有偿还能力,落实重点工作,配合监管检查,问题整改到位,附件\n"
) + "".join(
    f"申请,申请{n},2026-01-05,620100,职工,{code},2026,2020-01-01,2025:合格,2026-01-04,"
    f"是,是,是,是,预付金申请书:申{n}:2026-01-05\n"
    f"预付金协议,协议{n},2026-01-16,620100,职工,{code},2026,,,,,,,,预付金协议:协{n}:2026-01-16\n"
    for n, code in enumerate((FIRST, SECOND), 1)
)
FIGURES = "统筹区,险种,年度,累计结余,当年收入,当年支出,滚动预计收入,滚动预计支出\n" + "".join(
    f"620100,{fund},2025,120000000,130000000,120000000,130000000,120000000\n"
    for fund in ("职工", "居民")
)
PAID = "统筹区,险种,医疗机构编码,月份,服务类别,支付方,金额\n" + "".join(
    f"620100,{fund},{code},2025-{month:02d},住院,基本医保统筹基金,600000\n"
    for fund in ("职工", "居民")
    for code in (FIRST, SECOND)
    for month in range(1, 13)
)
READINGS = {"base_years": "1", "payers_paid": "measure", "floor": "none", "late_scope": "fund"}
LATER = (
    HEAD
    + f"拨付,再拨付,2026-02-20,620100,职工,,{SECOND},2026,1000.5,1004,"
    + "支付指令:令2:2026-02-20;银行回单:回3:2026-02-20\n"
)


def prepay(folder: Path, *words: str, **surroundings: str) -> Result:
    """Run a command in this process, on the database of a folder."""
    given = ["--database", str(folder / "prepay.db"), *words]
    plain = {"PREPAY_DATABASE": None, "PREPAY_BOOK": None, "PREPAY_OPERATOR": None}
    return CliRunner().invoke(main, given, env={**plain, **surroundings}, prog_name="prepay")


def apart(folder: Path, *words: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    bare = {name: word for name, word in os.environ.items() if "PREPAY" not in name}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words],
        cwd=folder,
        env={**bare, **surroundings},
        capture_output=True,
        check=False,
        timeout=120,
    )


def tree(result: Result) -> Any:
    """Read what a command put on stdout as JSON."""
    return json.loads(result.stdout)


def write(folder: Path, name: str, text: str) -> str:
    """Save a file beside the database."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Set books up through the door: people, hospitals, a bank account, three posted facts."""
    folder = tmp_path_factory.mktemp("books")
    year = write(folder, "year.csv", YEAR)
    for line in (
        "init --area 620100 --name 兰州市 --profile gansu --start 2026-01",
        "operator add 甲 --role admin",
        "--as 甲 operator add 乙 --role preparer",
        "--as 甲 operator add 丙 --role approver",
        "--as 甲 operator add 丁 --role poster --role chief",
        f"--as 乙 hospital import {write(folder, 'hospitals.csv', HOSPITALS)}",
        f"--as 乙 --book {EMPLOYEE} account add 1004 --bank 示范银行 --number 1 --exclusive",
        f"--as 乙 record {write(folder, 'asked.csv', ASKED)}",
        "--as 丙 approve --all",
        f"--as 乙 assess import {write(folder, 'figures.csv', FIGURES)}",
        f"--as 乙 assess import {write(folder, 'paid.csv', PAID)}",
        *(
            f"--as 丁 --book {book} policy choose {name} {reading} --reason 会商"
            for book in (EMPLOYEE, RESIDENT)
            for name, reading in READINGS.items()
        ),
        "--as 乙 assess run --year 2026 --document 甘财社1号:2026-01-15",
        "--as 丙 assess approve --year 2026",
        f"--as 乙 record {year}",
        "--as 丙 approve --all",
        "--as 丁 post --all",
    ):
        words = line.split()
        result = prepay(folder, *words)
        assert result.exit_code == 0, (words, result.output)
    return folder


@pytest.fixture
def books(template: Path, tmp_path: Path) -> Path:
    """Give a copy of the books."""
    with (
        closing(sqlite3.connect(template / "prepay.db")) as source,
        closing(sqlite3.connect(tmp_path / "prepay.db")) as target,
    ):
        source.backup(target)
    shutil.copyfile(template / "year.csv", tmp_path / "year.csv")
    return tmp_path


def contents(folder: Path) -> str:
    """Digest everything in the database, row by row."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(folder / "prepay.db")) as raw:
        for line in raw.iterdump():
            digest.update(line.encode())
    return digest.hexdigest()


# Exit codes.


def test_done_is_zero_and_the_talk_is_apart_from_the_data(books: Path) -> None:
    result = prepay(books, "--as", "乙", "record", write(books, "b.csv", LATER), "--format", "json")
    assert result.exit_code == 0
    assert set(tree(result)) == {"recorded", "replayed", "refused"}
    assert "1 笔录成草稿" in result.stderr


def test_refused_by_a_rule_is_one_and_nothing_but_the_log_changed(books: Path) -> None:
    before = prepay(books, "draft", "list", "--format", "json").stdout
    file = write(books, "b.csv", LATER.replace("1000.5", "400000.01"))
    result = prepay(books, "--as", "乙", "record", file)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "被拒绝：共 1 处，账簿没有任何改动。" in result.stderr
    assert "ACCOUNT_OVERDRAWN" in result.stderr
    assert "办法：" in result.stderr
    assert prepay(books, "draft", "list", "--format", "json").stdout == before


def test_words_that_cannot_be_read_are_two(books: Path) -> None:
    for spoiled in ("1.005", "1e6", "-5"):
        file = write(books, "b.csv", LATER.replace("1000.5", spoiled))
        result = prepay(books, "--as", "乙", "record", file)
        assert (result.exit_code, result.stdout) == (2, ""), spoiled
        assert spoiled in result.stderr
    assert prepay(books, "record", "nowhere.csv", PREPAY_OPERATOR="乙").exit_code == 2
    assert prepay(books, "report", "trial-balance", "--period", "2026-13").exit_code == 2


def test_unsound_books_are_three_and_the_account_is_named(books: Path) -> None:
    with closing(sqlite3.connect(books / "prepay.db")) as raw:
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE leg SET amount_fen = amount_fen + 1 WHERE amount_fen = 60000000")
        raw.commit()
    result = prepay(books, "verify", "--format", "json")
    assert result.exit_code == 3
    found = tree(result)
    assert found["sound"] is False
    assert "chain" in {check["id"] for check in found["checks"] if not check["ok"]}
    assert "账簿不能自证" in result.stderr
    assert f"{EMPLOYEE} 2026-01 记-0002" in result.stderr
    closing_ = prepay(books, "--as", "丁", "--book", EMPLOYEE, "close", "month", "2026-01")
    assert closing_.exit_code == 3
    assert tree(prepay(books, "close", "status", "--format", "json"))["books"][0]["closed"] is None


# The contract's JSON.


def test_the_trial_balance_has_leaves_only_in_the_contract_s_shape(books: Path) -> None:
    words = (
        "report",
        "trial-balance",
        "--book",
        EMPLOYEE,
        "--period",
        "2026-01",
        "--format",
        "json",
    )
    found = tree(prepay(books, *words))
    assert (found["book"], found["period"]) == (EMPLOYEE, "2026-01")
    accounts = {account["code"]: account for account in found["accounts"]}
    assert sorted(accounts) == ["1003", "1004", leaf(FIRST), "3001.01"]
    assert accounts[leaf(FIRST)] == {
        "code": leaf(FIRST),
        "name": f"暂付款-医保预付金-{NAMES[FIRST]}-2026年",
        "hospital": FIRST,
        "year": 2026,
        "opening": "0.00",
        "debit": "600000.00",
        "credit": "0.00",
        "closing": "600000.00",
    }
    assert (accounts["3001.01"]["hospital"], accounts["3001.01"]["year"]) == (None, None)
    assert accounts["3001.01"]["closing"] == "-1000000.00"
    assert accounts["1003"]["opening"] == "1000000.00"
    assert (found["debit"], found["credit"]) == ("1600000.00", "1600000.00")


def test_without_a_book_there_is_a_report_for_each(books: Path) -> None:
    found = tree(
        prepay(books, "report", "trial-balance", "--period", "2026-01", "--format", "json")
    )
    assert [each["book"] for each in found] == [EMPLOYEE, RESIDENT]


def test_record_says_what_became_of_each_row(books: Path) -> None:
    file = write(books, "b.csv", LATER)
    first = tree(prepay(books, "--as", "乙", "record", file, "--format", "json"))
    ((row, key, draft),) = [(r["row"], r["key"], r["draft"]) for r in first["recorded"]]
    assert (row, key, bool(draft)) == (2, "再拨付", True)
    again = tree(prepay(books, "--as", "乙", "record", file, "--format", "json"))
    assert again == {"recorded": [], "replayed": first["recorded"], "refused": []}
    changed = write(books, "c.csv", LATER.replace("1000.5", "2000"))
    result = prepay(books, "--as", "乙", "record", changed, "--format", "json")
    assert result.exit_code == 1
    (refused,) = tree(result)["refused"]
    assert {"row", "code", "clause", "message", "remedy"} <= set(refused)
    assert (refused["row"], refused["code"]) == (2, "KEY_REUSED")
    assert "再拨付" in refused["message"]
    assert refused["clause"]
    assert refused["remedy"]


def test_verify_says_check_by_check_that_the_books_are_sound(books: Path) -> None:
    result = prepay(books, "verify", "--format", "json")
    assert result.exit_code == 0
    found = tree(result)
    assert found["sound"] is True
    assert {"chain", "numbers", "turnover", "seals", "engines"} <= {
        c["id"] for c in found["checks"]
    }
    assert all(check["ok"] is True and check["detail"] for check in found["checks"])


def test_csv_is_for_excel(books: Path) -> None:
    done = apart(
        books,
        "report",
        "trial-balance",
        "--book",
        EMPLOYEE,
        "--period",
        "2026-01",
        "--format",
        "csv",
    )
    assert done.stdout.startswith(b"\xef\xbb\xbf")
    assert "600000.00" in done.stdout.decode("utf-8-sig")


# Options, and the environment that stands in for them.


def test_the_environment_stands_in_for_the_options(books: Path) -> None:
    file = write(books, "b.csv", LATER)
    missing = apart(books, "record", file)
    assert missing.returncode == 2
    assert "OPERATOR_MISSING" in missing.stderr.decode()
    assert apart(books, "record", file, PREPAY_OPERATOR="乙").returncode == 0
    assert apart(books, "voucher", "show", "拨付").returncode == 2
    shown = apart(books, "voucher", "show", "拨付", PREPAY_BOOK=EMPLOYEE)
    assert "600,000.00" in shown.stdout.decode()
    elsewhere = {"PREPAY_DATABASE": str(books / "prepay.db"), "PREPAY_BOOK": EMPLOYEE}
    assert apart(ROOT, "voucher", "show", "拨付", **elsewhere).returncode == 0


def test_a_command_s_own_book_goes_before_the_general_one(books: Path) -> None:
    words = ("report", "trial-balance", "--period", "2026-01", "--format", "json")
    found = tree(prepay(books, "--book", RESIDENT, *words, "--book", EMPLOYEE))
    assert found["book"] == EMPLOYEE


@pytest.mark.parametrize(
    "words", [("draft", "list"), ("verify",), ("log",), ("export", "beancount")]
)
def test_a_book_that_was_never_opened_is_refused_by_every_read(
    books: Path, words: tuple[str, ...]
) -> None:
    result = prepay(books, "--book", "620100/nobody", *words)
    assert result.exit_code == 1
    assert "BOOK_UNKNOWN" in result.stderr
    assert not (books / "journals").exists()


def test_a_database_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    result = prepay(tmp_path, "draft", "list")
    assert result.exit_code == 1
    assert "DATABASE_MISSING" in result.stderr
    assert "prepay init" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "database",
    ["text.db", "nowhere/prepay.db", "postgresql://nobody:secret@127.0.0.1:1/x"],
)
def test_a_database_that_cannot_be_opened_is_refused(tmp_path: Path, database: str) -> None:
    (tmp_path / "text.db").write_text("not a database", encoding="utf-8")
    for words in (
        ("draft", "list"),
        ("init", "--area", "620100", "--name", "兰州市", "--profile", "gansu"),
    ):
        done = apart(tmp_path, "--database", database, *words)
        assert done.returncode == 1, done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()
        assert "DATABASE_" in done.stderr.decode()
        assert "secret" not in done.stderr.decode()


def test_an_unknown_kind_of_database_cannot_be_read(tmp_path: Path) -> None:
    done = apart(tmp_path, "--database", "paper://x", "draft", "list")
    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr.decode()


# A trial changes nothing.


def test_a_trial_changes_nothing(books: Path) -> None:
    later, more = write(books, "b.csv", LATER), HOSPITALS + "H9,新医院,公立,一级,是,1\n"
    assert prepay(books, "--as", "乙", "record", later).exit_code == 0
    before = contents(books)
    for words in (
        ("--as", "甲", "init", "--area", "620200", "--name", "嘉峪关市", "--profile", "gansu"),
        ("--as", "甲", "operator", "add", "戊", "--role", "cashier"),
        ("--as", "乙", "hospital", "import", write(books, "more.csv", more)),
        (
            "--as",
            "乙",
            "--book",
            RESIDENT,
            "account",
            "add",
            "1004",
            "--bank",
            "行",
            "--number",
            "2",
        ),
        (
            "--as",
            "丁",
            "--book",
            EMPLOYEE,
            "policy",
            "choose",
            "recovery_credit",
            "other_income",
            "--reason",
            "定",
        ),
        (
            "--as",
            "乙",
            "record",
            write(
                books,
                "c.csv",
                LATER.replace("再拨付", "三").replace("令2", "令3").replace("回3", "回4"),
            ),
        ),
        ("--as", "乙", "draft", "revise", "再拨付", "--set", "amount=900"),
        ("--as", "丙", "approve", "--all"),
        ("--as", "丙", "reject", "再拨付", "--reason", "不对"),
        ("--as", "丁", "post", "--all"),
        ("--as", "乙", "--book", EMPLOYEE, "correct", "拨付", "--reason", "错"),
        ("--as", "丁", "close", "month", "2026-01"),
    ):
        result = prepay(books, *words, "--dry-run")
        assert result.exit_code == 0, (words, result.output)
        assert result.stderr.startswith("以下只是试算，账簿没有任何改动。"), words
        assert contents(books) == before, words
    assert not (books / "journals").exists()


def test_trying_to_set_books_up_leaves_no_database(tmp_path: Path) -> None:
    words = ("init", "--area", "620100", "--name", "兰州市", "--profile", "gansu")
    assert prepay(tmp_path, *words, "--dry-run").exit_code == 0
    assert list(tmp_path.iterdir()) == []
    assert prepay(tmp_path, *words).exit_code == 0


# Chinese, on every console.


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
