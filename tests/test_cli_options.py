"""Options, the environment that stands in for them, and databases that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import cli_office
from tests.cli_office import LATER, ROOT, apart, prepay, tree, write
from tests.office import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from pathlib import Path

books = cli_office.books


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
