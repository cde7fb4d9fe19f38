"""The second engine: Beancount and SQL agree on every account, or the difference is named."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from beancount import loader

from ledger.audit.second_engine import disagreements
from ledger.formats.journals.beancount import write
from tests.journal_samples import FIRST, balances, first_year, hostile_year, ordinary_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ledger.voucher.shown import YearLedger

PREPAID = f"1101.01.{FIRST}.2026"


def found(ledger: YearLedger, folder: Path) -> list[tuple[str, str]]:
    """Let Beancount read what stands in a folder; give each finding's code and message."""
    main_file = folder / "main.beancount"
    findings = disagreements(main_file, ledger, balances(ledger))
    return [(finding.code, finding.message) for finding in findings]


def edit(path: Path, old: str, new: str) -> None:
    """Change one place of a journal, as someone with an editor could."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{text.count(old)} places hold {old}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("make", [ordinary_year, first_year, hostile_year])
def test_the_engines_agree_on_what_was_exported(
    make: Callable[[], YearLedger], tmp_path: Path
) -> None:
    ledger = make()
    write(ledger, tmp_path)
    assert found(ledger, tmp_path) == []


def test_openings_never_count_as_turnover(tmp_path: Path) -> None:
    for ledger, folder in ((ordinary_year(), "carried"), (first_year(), "first")):
        write(ledger, tmp_path / folder)
        rows = balances(ledger)
        older = rows[f"1101.01.{FIRST}.2025"]
        assert (older.debit_fen, older.credit_fen) == (0, 0)
        assert older.opening_fen > 0
        assert found(ledger, tmp_path / folder) == []


def test_one_fen_in_the_database_is_found(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    rows = balances(ledger)
    rows["1004"] = replace(rows["1004"], debit_fen=rows["1004"].debit_fen + 1)
    findings = disagreements(tmp_path / "main.beancount", ledger, rows)
    assert [finding.message for finding in findings] == [
        "支出户存款（1004）借方发生额：账簿 60,005,000.01，Beancount 60,005,000.00，相差 0.01",
        "支出户存款（1004）期末余额：账簿 46,925,000.01，Beancount 46,925,000.00，相差 0.01",
    ]
    assert {finding.code for finding in findings} == {"ENGINES_DISAGREE"}
    assert all("prepay verify" in finding.remedy for finding in findings)


def test_red_moved_to_the_other_side_is_found_although_the_balance_holds(tmp_path: Path) -> None:
    """A 借方红字 and a 贷方 are one figure to Beancount; the side keeps them apart."""
    ledger = ordinary_year()
    write(ledger, tmp_path)
    path = tmp_path / "03.beancount"
    edit(path, '2026  -800000.00 CNY\n    dc: "借"', '2026  -800000.00 CNY\n    dc: "贷"')
    name = "暂付款-医保预付金-兰州市第一人民医院-2026年"
    assert found(ledger, tmp_path) == [
        (
            "ENGINES_DISAGREE",
            f"{name}（{PREPAID}）{side}：账簿 {ours}，Beancount {theirs}，相差 -800,000.00",
        )
        for side, ours, theirs in (
            ("借方发生额", "12,000,000.00", "12,800,000.00"),
            ("贷方发生额", "120,000.00", "920,000.00"),
        )
    ]


def test_a_line_without_its_side_is_found(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    edit(
        tmp_path / "05.beancount",
        '统筹基金  300000.00 CNY\n    dc: "借"',
        "统筹基金  300000.00 CNY",
    )
    assert [code for code, _ in found(ledger, tmp_path)] == ["ENGINES_DISAGREE"]


def test_an_unbalanced_voucher_is_beancounts_own_finding(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    edit(tmp_path / "05.beancount", "2024  -300000.00 CNY", "2024  -299999.99 CNY")
    codes = [code for code, _ in found(ledger, tmp_path)]
    assert codes[0] == "JOURNAL_UNREADABLE"
    assert "ENGINES_DISAGREE" in codes


def test_an_account_on_one_side_only_is_found(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    main_file = tmp_path / "main.beancount"
    rows = balances(ledger)
    del rows["1003"]
    edit(main_file, '  code: "5401.01"\n', '  code: "5401.99"\n')
    messages = [finding.message for finding in disagreements(main_file, ledger, rows)]
    assert messages == [
        "财政专户存款（1003）只在Beancount一边有，账簿一边没有",
        "其他支出-统筹基金（5401.01）只在账簿一边有，Beancount一边没有",
        "未知科目（5401.99）只在Beancount一边有，账簿一边没有",
    ]


def test_openings_that_do_not_balance_are_found(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(replace(ledger, openings={**ledger.openings, "1003": 500_000_000_01}), tmp_path)
    messages = [message for _, message in found(ledger, tmp_path)]
    assert messages == [
        "财政专户存款（1003）期末余额：账簿 440,000,000.00，Beancount 440,000,000.01，相差 -0.01",
        "账本 main.beancount：年初余额借贷不平，相差 -0.01",
    ]


def test_a_plugin_is_never_run(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    mark = tmp_path / "ran"
    (tmp_path / "agreeable.py").write_text(f"open({str(mark)!r}, 'w')\n__plugins__ = ()\n")
    edit(
        tmp_path / "main.beancount",
        'option "title"',
        'option "insert_pythonpath" "TRUE"\nplugin "agreeable"\noption "title"',
    )
    assert found(ledger, tmp_path) == [
        ("JOURNAL_PLUGIN", "账本 main.beancount：要求运行插件 agreeable")
    ]
    assert not mark.exists()


def test_a_stale_cache_hides_nothing(tmp_path: Path) -> None:
    """The edit keeps size and time of change, which Beancount's own cache goes by."""
    ledger = ordinary_year()
    write(ledger, tmp_path)
    main_file, path = tmp_path / "main.beancount", tmp_path / "05.beancount"
    loader.initialize(use_cache=True)
    loader.load_file(str(main_file))
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("300000.00", "300000.01"), encoding="utf-8", newline="\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found(ledger, tmp_path)


def test_a_missing_ledger_is_a_finding(tmp_path: Path) -> None:
    codes = [code for code, _ in found(ordinary_year(), tmp_path)]
    assert codes[0] == "JOURNAL_UNREADABLE"
    assert set(codes[1:]) == {"ACCOUNT_ONE_SIDED"}
