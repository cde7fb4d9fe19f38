"""The journals: what an accountant reads in them, and what no 摘要 can do to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from beancount.core.data import Open, Transaction

from ledger.formats.journals.beancount import render, write
from tests.journal_builder import many_vouchers
from tests.journal_reading import load, transactions
from tests.journal_samples import (
    FIRST,
    SECOND,
    first_year,
    ordinary_year,
)

if TYPE_CHECKING:
    from pathlib import Path


PREPAID = "A资产:1101-暂付款:01-医保预付金"


def sides(entry: Transaction) -> list[tuple[str, str, str]]:
    """Read a transaction's lines: the last part of the account, its side, the amount."""
    return [
        (posting.account.rpartition(":")[2], (posting.meta or {})["dc"], str(posting.units.number))
        for posting in entry.postings
        if posting.units is not None
    ]


def test_a_year_is_a_main_file_and_one_file_a_month_that_has_vouchers() -> None:
    files = render(ordinary_year())
    assert list(files) == [
        *(f"{month:02d}.beancount" for month in (0, 1, 3, 4, 5, 12)),
        "main.beancount",
    ]
    main = files["main.beancount"]
    includes = [line for line in main.splitlines() if line.startswith("include")]
    assert includes == [f'include "{name}"' for name in list(files)[:-1]]
    assert 'option "title" "兰州市职工医保 2026年 医保预付金"' in main
    for text in files.values():
        assert text.endswith("\n")
        assert "\r" not in text
        assert not text.startswith("\N{BYTE ORDER MARK}")
        assert " pad " not in text


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert render(ordinary_year()) == render(ordinary_year())


def test_accounts_carry_code_and_whole_name(tmp_path: Path) -> None:
    opened = {
        entry.meta["code"]: entry
        for entry in load(ordinary_year(), tmp_path)
        if isinstance(entry, Open) and "code" in entry.meta
    }
    assert sorted(opened) == sorted(ordinary_year().leaves)
    second = opened[f"1101.01.{SECOND}.2026"]
    assert second.account == f"{PREPAID}:{SECOND}-兰州仁和骨科医院-东院区:2026"
    assert second.meta["name"] == "暂付款-医保预付金-兰州仁和骨科医院（东院区）-2026年"
    assert opened["1004"].account == "A资产:1004-支出户存款"
    assert opened["3001.01"].account == "E净资产:3001-一般基金结余:01-统筹基金"


def test_a_disbursement_reads_as_its_voucher(tmp_path: Path) -> None:
    entry = transactions(load(ordinary_year(), tmp_path))["2026-03 记-0001"]
    assert (entry.date, entry.flag, entry.payee) == (date(2026, 3, 12), "*", "记-0001")
    assert entry.narration == "拨付兰州市第一人民医院2026年度医保预付金"
    assert sides(entry) == [
        ("2026", "借", "12000000.00"),
        ("1004-支出户存款", "贷", "-12000000.00"),
    ]
    shown = {key: value for key, value in entry.meta.items() if not key.startswith("__")}
    voucher = ordinary_year().vouchers[1]
    assert shown["kind"] == shown["movement"] == "拨付"
    assert shown["hospital"] == FIRST
    assert shown["year"] == "2026"
    assert (shown["prepared_by"], shown["approved_by"], shown["posted_by"]) == (
        "王芳",
        "李建国",
        "张敏",
    )
    assert (shown["id"], shown["seq"]) == (voucher.id, voucher.position)
    assert (shown["fact"], shown["link"]) == (voucher.fact_digest, voucher.link)
    assert "date_of_fact" not in shown
    assert (entry.tags, entry.links) == (frozenset(), frozenset())


def test_red_stands_on_its_own_side_and_is_linked_to_its_original(tmp_path: Path) -> None:
    entries = transactions(load(ordinary_year(), tmp_path))
    red = entries["2026-03 记-0003"]
    assert sides(red) == [("2026", "借", "-800000.00"), ("1004-支出户存款", "贷", "800000.00")]
    assert red.tags == {"red"}
    assert red.meta["date_of_fact"] == date(2026, 3, 12)
    assert (red.meta["kind"], red.meta["movement"]) == ("红字冲销", "拨付")
    linked = {number for number, entry in entries.items() if entry.links}
    # A sealed month's file depends on nothing later: the corrected voucher has no link of its own.
    assert linked == {"2026-03 记-0003", "2026-03 记-0004"}
    assert {link for number in linked for link in entries[number].links} == {"2026-03-0002"}


def test_an_offset_of_two_benefits_keeps_its_lines(tmp_path: Path) -> None:
    entry = transactions(load(ordinary_year(), tmp_path))["2026-04 记-0001"]
    assert sides(entry) == [
        ("01-住院费用支出", "借", "310000.00"),
        ("03-门诊统筹费用支出", "借", "90000.00"),
        ("2026", "贷", "-120000.00"),
        ("1004-支出户存款", "贷", "-280000.00"),
    ]


def test_what_is_carried_in_is_one_transaction_a_hospital(tmp_path: Path) -> None:
    openings = [
        entry
        for entry in load(ordinary_year(), tmp_path)
        if isinstance(entry, Transaction) and "opening" in entry.tags
    ]
    assert [(entry.narration, str(entry.date)) for entry in openings] == [
        ("上年结转：财政专户存款", "2025-12-31"),
        ("上年结转：兰州市第一人民医院", "2025-12-31"),
        ("上年结转：一般基金结余-统筹基金", "2025-12-31"),
    ]
    assert sides(openings[1]) == [
        ("2024", "借", "300000.00"),
        ("2025", "借", "1200000.00"),
        ("0000-上年结转", "贷", "-1500000.00"),
    ]


def test_the_first_year_opens_with_vouchers(tmp_path: Path) -> None:
    entries = transactions(load(first_year(), tmp_path))
    first = entries["2026-00 期初-0001"]
    assert (first.payee, first.date) == ("期初-0001", date(2026, 1, 1))
    assert first.tags == {"opening"}
    assert entries["2026-02 记-0001"].tags == frozenset()


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    touched = write(ordinary_year(), tmp_path)
    assert sorted(touched) == sorted(tmp_path.iterdir())
    assert write(ordinary_year(), tmp_path) == ()


def test_only_touched_months_are_written_and_nothing_else_is_removed(tmp_path: Path) -> None:
    ledger = ordinary_year()
    write(ledger, tmp_path)
    (tmp_path / "笔记.txt").write_text("复核人的笔记", encoding="utf-8")
    (tmp_path / "07.beancount").write_text("; 已不存在的月份\n", encoding="utf-8")
    changed = replace(ledger.vouchers[-1], summary="暂收款项，待查")
    touched = write(replace(ledger, vouchers=(*ledger.vouchers[:-1], changed)), tmp_path)
    assert touched == (tmp_path / "12.beancount", tmp_path / "07.beancount")
    assert not (tmp_path / "07.beancount").exists()
    assert (tmp_path / "笔记.txt").exists()


def test_a_write_that_breaks_off_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(ordinary_year(), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def full(_descriptor: int) -> None:
        raise OSError("磁盘已满")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="磁盘已满"):
        write(first_year(), tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_large_year_keeps_its_order() -> None:
    ledger = many_vouchers(2_400, 50)
    march = render(ledger)["03.beancount"]
    assert march.count("\n  seq: ") == 200
    positions = [
        int(line.removeprefix("  seq: "))
        for line in march.splitlines()
        if line.startswith("  seq: ")
    ]
    assert positions == sorted(positions)
