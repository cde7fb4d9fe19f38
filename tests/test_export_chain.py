"""The chain file that leaves the house: whole, the same bytes, and at one with `verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import cli
from ledger.audit import check_chain
from ledger.basis.errors import Refused, Unsound
from ledger.workflow.close.export_chain import export_chain
from tests.chain_files import codes_of, exported, recall, registers, two_years, vouchers
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes
from tests.tamper import alter, finders, id_of
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path


@kept
def sealed(office: Office) -> Office:
    """Give books with a closed January and an open February."""
    office.fund("1000000.00")
    office.on("2026-01-20")
    office.post(office.pay(FIRST, "1000.00", day="2026-01-20", key="拨付-1"))
    office.post(office.pay(SECOND, "2000.00", day="2026-01-20", key="拨付-2"))
    office.correct("拨付-2", day=office.clock.now().date())
    office.post()
    office.on("2026-02-03")
    office.close("2026-01", book=EMPLOYEE)
    office.post(
        office.pay(FIRST, "3000.00", day="2026-02-02", key="拨付-3"),
        recall(office, "2026-01-15", booked="2026-02-02", reason="挪用于发放工资"),
    )
    return office


def test_both_engines_export_the_same_bytes(
    sqlite_url: str, postgres_url: str, tmp_path: Path
) -> None:
    found = []
    for name, url in (("sqlite", sqlite_url), ("postgresql", postgres_url)):
        office = Office.open(url, tmp_path)
        two_years(office)
        path = tmp_path / f"{name}.jsonl"
        for year in (2026, 2027):
            assert codes_of(path, exported(office, path, year).seal) == []
            found.append(path.read_bytes())
        office.desk.engine.dispose()
    assert found[:2] == found[2:]


def test_the_journal_leaves_the_house_and_people_papers_and_banks_do_not(
    sealed: Office, tmp_path: Path
) -> None:
    path = tmp_path / "chain.jsonl"
    file = exported(sealed, path, 2026)
    booked, found = sealed.vouchers(), vouchers(file.copy())
    assert [row["label"] for row in found] == [v.label for v in booked]
    assert [row["summary"] for row in found] == [v.summary for v in booked]
    assert [
        [(line["account"], line["side"], line["fen"]) for line in row["lines"]] for row in found
    ] == [[(ln.account, ln.side, ln.amount_fen) for ln in v.lines] for v in booked]
    shown = ("label", "booked", "date", "kind", "movement", "hospital", "year", "summary")
    assert [tuple(row[name] for name in shown) for row in registers(file.copy())][-1] == (
        "",
        "2026-02-02",
        "2026-01-15",
        "recall",
        "recall",
        SECOND,
        2026,
        "",
    )
    assert {tuple(row["lines"]) for row in registers(file.copy())} == {()}
    text = path.read_text("utf-8")
    secret = ["制单乙", "审核丙", "1004001", "bank-receipt", "拨付-1", "挪用于", "misuse"]
    assert [word for word in secret if word in text] == []


def test_a_second_export_gives_the_same_bytes_and_leaves_nothing_else(
    sealed: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "chain.jsonl"
    export_chain(sealed.desk, path, EMPLOYEE)
    before = path.read_bytes()
    done = export_chain(sealed.desk, path, EMPLOYEE)
    assert path.read_bytes() == before
    assert [child.name for child in folder.iterdir()] == ["chain.jsonl"]
    assert (done.year, done.links, done.seals, done.last_period) == (2026, 11, 1, "2026-01")


def test_a_year_without_books_is_refused_and_no_file_is_made(
    sealed: Office, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refusal:
        export_chain(sealed.desk, tmp_path / "chain.jsonl", EMPLOYEE, 2031)
    assert codes(refusal.value.findings) == ["YEAR_UNKNOWN"]
    assert refusal.value.exit_code == 2
    assert not (tmp_path / "chain.jsonl").exists()


def test_a_book_without_vouchers_has_a_file_too(sealed: Office, tmp_path: Path) -> None:
    path = tmp_path / "chain.jsonl"
    sealed.close("2026-01", book=RESIDENT)
    done = export_chain(sealed.desk, path, RESIDENT)
    assert (done.year, done.links, done.seals) == (2026, 0, 1)
    assert codes_of(path, done.last_seal) == []


def test_a_row_that_is_no_text_is_said_and_no_file_is_made(sqlite_url: str, tmp_path: Path) -> None:
    office = Office.open(sqlite_url, tmp_path)
    office.fund()
    alter(office, "UPDATE voucher SET summary = CAST(X'FFFE' AS TEXT)")
    with pytest.raises(Unsound) as unsound:
        export_chain(office.desk, tmp_path / "chain.jsonl", EMPLOYEE)
    assert codes(unsound.value.findings) == ["ROW_UNREADABLE"]
    assert not (tmp_path / "chain.jsonl").exists()
    office.desk.engine.dispose()


#: Behind the program's back, what the file shows: found in the database and in the file.
SHOWN = {
    "summary": "UPDATE voucher SET summary = summary || '改' WHERE id = '{id}'",
    "movement": "UPDATE voucher SET movement = 'interest' WHERE id = '{id}'",
    "number": "UPDATE voucher SET number = 9 WHERE id = '{id}'",
    "amount": "UPDATE leg SET amount_fen = amount_fen + 1 WHERE voucher = '{id}'",
    "account": "UPDATE leg SET credit = '1003' WHERE voucher = '{id}'",
    "account name": "UPDATE account SET name = name || '改' WHERE code = '1004'",
    "leg lost": "DELETE FROM leg WHERE voucher = '{id}'",
    "voucher lost": "DELETE FROM voucher WHERE id = '{id}'",
    "date": "UPDATE event SET date = '2026-01-19' WHERE id = '{id}'",
    "booked": "UPDATE event SET booked = '2026-01-21' WHERE id = '{id}'",
    "kind": "UPDATE event SET kind = 'interest' WHERE id = '{id}'",
    "hospital": "UPDATE event SET hospital = 'H62010000003' WHERE id = '{id}'",
    "year": "UPDATE event SET year = 2025 WHERE id = '{id}'",
    "event lost": "DELETE FROM event WHERE id = '{id}'",
    "journal digest": "UPDATE event SET journal_digest = fact_digest WHERE id = '{id}'",
    "fact digest": "UPDATE event SET fact_digest = journal_digest WHERE id = '{id}'",
    "link": "UPDATE event SET link = journal_digest WHERE id = '{id}'",
    "position": "UPDATE event SET position = 99 WHERE id = '{id}'",
    "form": "UPDATE correction SET form = 'blue'",
    "correction lost": "DELETE FROM correction",
    "seal": "UPDATE seal SET vouchers = vouchers + 1",
    "seal lost": "DELETE FROM seal",
}


#: The same of a 登记事项 of the closed month, `agreement-1`.
REGISTER_SHOWN = {
    "date": "UPDATE event SET date = '2026-01-19' WHERE id = '{id}'",
    "booked": "UPDATE event SET booked = '2026-01-21' WHERE id = '{id}'",
    "another month": "UPDATE event SET booked = '2026-02-21' WHERE id = '{id}'",
    "kind": "UPDATE event SET kind = 'guarantee' WHERE id = '{id}'",
    "kind with legs": "UPDATE event SET kind = 'disbursement' WHERE id = '{id}'",
    "hospital": "UPDATE event SET hospital = 'H62010000003' WHERE id = '{id}'",
    "year": "UPDATE event SET year = 2025 WHERE id = '{id}'",
    "lost": "DELETE FROM event WHERE id = '{id}'",
    "journal digest": "UPDATE event SET journal_digest = fact_digest WHERE id = '{id}'",
    "fact digest": "UPDATE event SET fact_digest = journal_digest WHERE id = '{id}'",
    "link": "UPDATE event SET link = journal_digest WHERE id = '{id}'",
    "position": "UPDATE event SET position = 99 WHERE id = '{id}'",
    "a voucher put under it": (
        "INSERT INTO voucher (book, id, period, number, movement, summary, legs, sheets) VALUES"
        f" ('{EMPLOYEE}', '{{id}}', '2026-01', 5, 'agreement', '', 1, 0)"
    ),
    "doubled": (
        "INSERT INTO event SELECT book, id || '1', unit, kind, key || '1', content_digest, date,"
        " booked, hospital, year, amount_fen, corrects, irregular, content, origin, prepared_by,"
        " prepared_at, approved_by, approved_at, posted_by, posted_at, chain_year, 99,"
        " journal_digest, fact_digest, link FROM event WHERE id = '{id}'"
    ),
}


@pytest.mark.parametrize("statement", REGISTER_SHOWN.values(), ids=REGISTER_SHOWN)
def test_what_verify_finds_of_a_register_the_checker_finds_in_the_file(
    sealed: Office, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "chain.jsonl"
    printed = exported(sealed, path, 2026).seal
    alter(sealed, statement.format(id=id_of(sealed, "agreement-1")))
    assert finders(sealed)
    export_chain(sealed.desk, path, EMPLOYEE, 2026)
    assert codes_of(path, printed)


@pytest.mark.parametrize("statement", SHOWN.values(), ids=SHOWN)
def test_what_verify_finds_in_the_journal_part_the_checker_finds_in_the_file(
    sealed: Office, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "chain.jsonl"
    printed = exported(sealed, path, 2026).seal
    assert finders(sealed) == {}
    assert codes_of(path, printed) == []
    alter(sealed, statement.format(id=id_of(sealed, "拨付-1")))
    assert finders(sealed)
    export_chain(sealed.desk, path, EMPLOYEE, 2026)
    assert codes_of(path, printed)


def test_what_leaves_only_as_a_digest_is_found_by_verify_alone(
    sealed: Office, tmp_path: Path
) -> None:
    """The file proves that the digest is the sealed one; only the house has what it is of."""
    path = tmp_path / "chain.jsonl"
    printed = exported(sealed, path, 2026).seal
    alter(sealed, "UPDATE event SET origin = 'other.csv' WHERE key = '拨付-1'")
    export_chain(sealed.desk, path, EMPLOYEE, 2026)
    assert finders(sealed) == {"chain": "FACT_DIGEST"}
    assert codes_of(path, printed) == []


def test_the_command_writes_the_file_and_says_the_seal(sqlite_url: str, tmp_path: Path) -> None:
    office = Office.open(sqlite_url, tmp_path)
    office.fund()
    office.on("2026-02-03")
    seal = office.close("2026-01", book=EMPLOYEE)[0].seal["digest"]
    office.desk.engine.dispose()
    path = tmp_path / "链.jsonl"
    words = ["--database", sqlite_url, "export", "chain", str(path), "--book", EMPLOYEE]
    done = CliRunner().invoke(cli.main, [*words, "--year", "2026"])
    assert done.exit_code == 0
    assert done.stdout == ""
    assert f"620100/employee 2026 年的链文件 {path}：2 环，封存 1 期" in done.stderr
    assert seal in done.stderr
    assert check_chain.main([str(path), seal]) == 0
    nobody = CliRunner().invoke(cli.main, words[:-2])
    assert nobody.exit_code == 2
    assert "BOOK_MISSING" in nobody.stderr
