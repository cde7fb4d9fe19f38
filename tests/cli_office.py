"""Books set up through the door, and how a command is run: in this process, or in one of its own."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from cli import main
from tests.office import EMPLOYEE, FIRST, NAMES, RESIDENT, SECOND

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[1]
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


def set_up(folder: Path) -> Path:
    """Set books up through the door: people, hospitals, a bank account, three posted facts."""
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
def books(cli_template: Path, tmp_path: Path) -> Path:
    """Give a copy of the books."""
    with (
        closing(sqlite3.connect(cli_template / "prepay.db")) as source,
        closing(sqlite3.connect(tmp_path / "prepay.db")) as target,
    ):
        source.backup(target)
    shutil.copyfile(cli_template / "year.csv", tmp_path / "year.csv")
    return tmp_path
