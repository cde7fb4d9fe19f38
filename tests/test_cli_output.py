"""The contract's JSON on stdout, and CSV for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import cli_office
from tests.cli_office import LATER, apart, prepay, tree, write
from tests.office import EMPLOYEE, FIRST, NAMES, RESIDENT, leaf

if TYPE_CHECKING:
    from pathlib import Path

books = cli_office.books


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
