"""The door's exit codes: done, refused, not understood, unsound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests import cli_office
from tests.cli_office import LATER, prepay, tree, write
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from pathlib import Path

books = cli_office.books


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
