"""A trial (--dry-run) changes nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests import cli_office
from tests.cli_office import HOSPITALS, LATER, prepay, write
from tests.office import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from pathlib import Path

books = cli_office.books


def contents(folder: Path) -> str:
    """Digest everything in the database, row by row."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(folder / "prepay.db")) as raw:
        for line in raw.iterdump():
            digest.update(line.encode())
    return digest.hexdigest()


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
        ("--as", "乙", "draft", "withdraw", "再拨付"),
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
