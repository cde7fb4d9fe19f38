"""Each rule of the checker has an attack that this rule alone finds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.audit import check_chain
from ledger.audit.check_chain import digest
from tests.chain_files import (
    Exported,
    Record,
    codes_of,
    exported,
    of_kind,
    registers,
    reseal,
    resign,
    two_years,
    vouchers,
    write,
)
from tests.office import Office
from tests.test_check_chain_signed import SIGNED_ATTACKS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SOURCE = Path(check_chain.__file__)
FLIPPED = "0" * 64


@pytest.fixture(scope="module")
def files(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Exported]:
    """Export two years of a book."""
    folder = tmp_path_factory.mktemp("chain")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    two_years(office)
    found = {year: exported(office, folder / f"{year}.jsonl", year) for year in (2026, 2027)}
    office.desk.engine.dispose()
    return found


def link(records: list[Record], form: str = "") -> Record:
    """Find the first voucher of March, or of a form of correction."""
    return next(
        row for row in vouchers(records) if row["form"] == form and row["label"] >= "2026-03"
    )


def openings_swapped(records: list[Record]) -> str:
    records[1], records[2] = records[2], records[1]
    return newest(records)


def place_changed(records: list[Record]) -> str:
    """The place itself stands in no digest."""
    of_kind(records, "link")[-1]["position"] += 5
    return newest(records)


def summary_changed(records: list[Record]) -> str:
    link(records)["summary"] += "改"
    return newest(records)


def fact_changed(records: list[Record]) -> str:
    link(records)["fact"] = FLIPPED
    return newest(records)


def number_skipped(records: list[Record]) -> str:
    vouchers(records)[-1]["label"] = "2026-12 记-0002"
    resign(records)
    for seal in of_kind(records, "seal"):
        if seal["period"] == "2026-12":
            seal["vouchers"] = 2
    return reseal(records)


def account_renamed(records: list[Record]) -> str:
    vouchers(records)[-1]["lines"][0]["name"] += "改"
    return resign(records)


def one_side_changed(records: list[Record]) -> str:
    link(records)["lines"][0]["fen"] += 1
    return resign(records)


def form_hidden(records: list[Record]) -> str:
    link(records, "red")["form"] = "blue"
    return resign(records)


def corrects_nobody(records: list[Record]) -> str:
    link(records, "blue")["corrects"] = "2026-03 记-0099"
    return resign(records)


def red_of_another_amount(records: list[Record]) -> str:
    for line in link(records, "red")["lines"]:
        line["fen"] += 1
    return resign(records)


def red_of_another_kind(records: list[Record]) -> str:
    link(records, "red")["movement"] = "repayment"
    return resign(records)


def red_twice(records: list[Record]) -> str:
    red = link(records, "red")
    last = vouchers(records)[-1]
    again = {**red, "label": "2026-12 记-0002", "booked": last["booked"]}
    records.insert(records.index(last) + 1, again)
    return resign(records)


def register_of_another_year(records: list[Record]) -> str:
    registers(records)[-1]["booked"] = "2025-12-20"
    return resign(records)


def register_with_a_summary(records: list[Record]) -> str:
    registers(records)[-1]["summary"] = "已收回"
    return resign(records)


def register_with_lines(records: list[Record]) -> str:
    """The lines balance, and would count nowhere."""
    registers(records)[-1]["lines"] = vouchers(records)[-1]["lines"]
    return resign(records)


def register_that_counts_as_another_kind(records: list[Record]) -> str:
    registers(records)[-1]["movement"] = "repayment"
    return resign(records)


def register_that_corrects(records: list[Record]) -> str:
    registers(records)[-1] |= {"corrects": "2026-03 记-0001", "form": "blue"}
    return resign(records)


def voucher_without_a_number(records: list[Record]) -> str:
    """It counts as a 登记事项 in every figure, and its lines give it away."""
    vouchers(records)[-1]["label"] = ""
    return resign(records)


def seal_signed_by_another(records: list[Record]) -> str:
    of_kind(records, "seal")[3]["closed_by"] = "审核丙"
    return newest(records)


def seal_after_another(records: list[Record]) -> str:
    """The chain of seals is broken at March and goes on from there."""
    later = of_kind(records, "seal")[2:]
    later[0]["previous"] = FLIPPED
    return reseal(later)


def seal_left_out(records: list[Record]) -> str:
    records.remove(of_kind(records, "seal")[1])
    return reseal(records)


def first_seals_left_out(records: list[Record]) -> str:
    """What follows another seal begins with January."""
    for seal in of_kind(records, "seal")[:2]:
        records.remove(seal)
    return newest(records)


def seal_of_another_book(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["book"] = "620100/resident"
    return reseal(records)


def seal_of_another_head(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["position"] -= 1
    return reseal(records)


def seal_of_another_count(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["vouchers"] += 1
    return reseal(records)


def seal_of_another_count_of_facts(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["events"] += 1
    return reseal(records)


def seal_of_another_total(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["credit_fen"] += 1
    return reseal(records)


def seal_of_other_balances(records: list[Record]) -> str:
    of_kind(records, "seal")[5]["balances_digest"] = FLIPPED
    return reseal(records)


def another_seal(records: list[Record]) -> str:
    assert records
    return digest("another")


def newest(records: list[Record]) -> str:
    """Give the newest seal as it stands."""
    return str(of_kind(records, "seal")[-1]["digest"])


#: Every code of the checker, and the attacks that nothing else finds.
ATTACKS: Mapping[str, tuple[int, tuple[Callable[[list[Record]], str], ...]]] = {
    "OPENING_ORDER": (2027, (openings_swapped,)),
    "CHAIN_POSITION": (2027, (place_changed,)),
    "JOURNAL_DIGEST": (2026, (summary_changed,)),
    "LINK_BROKEN": (2026, (fact_changed,)),
    "NUMBERS_BROKEN": (2026, (number_skipped,)),
    "NAME_DIFFERS": (2026, (account_renamed,)),
    "VOUCHER_UNBALANCED": (2026, (one_side_changed,)),
    "FORM_UNCLEAR": (2026, (form_hidden,)),
    "CORRECTS_UNKNOWN": (2026, (corrects_nobody,)),
    "RED_UNEQUAL": (2026, (red_of_another_amount, red_of_another_kind)),
    "RED_TWICE": (2026, (red_twice,)),
    "REGISTER_UNCLEAR": (
        2026,
        (
            register_of_another_year,
            register_with_a_summary,
            register_with_lines,
            register_that_counts_as_another_kind,
            register_that_corrects,
            voucher_without_a_number,
        ),
    ),
    "SEAL_BROKEN": (2026, (seal_signed_by_another,)),
    "SEAL_PREVIOUS": (2026, (seal_after_another,)),
    "SEAL_ORDER": (2026, (seal_left_out, first_seals_left_out, seal_of_another_book)),
    "SEAL_HEAD": (2026, (seal_of_another_head,)),
    "SEAL_FIGURES": (
        2026,
        (seal_of_another_count, seal_of_another_count_of_facts, seal_of_another_total),
    ),
    "SEAL_BALANCES": (2026, (seal_of_other_balances,)),
    "SEAL_UNKNOWN": (2026, (another_seal,)),
}
CASES = [(code, year, attack) for code, (year, attacks) in ATTACKS.items() for attack in attacks]


@pytest.mark.parametrize(("code", "year", "attack"), CASES, ids=[a.__name__ for _, _, a in CASES])
def test_an_attack_is_found_by_its_own_rule_alone(
    files: dict[int, Exported],
    tmp_path: Path,
    code: str,
    year: int,
    attack: Callable[[list[Record]], str],
) -> None:
    """So each rule is needed: without it this file would pass."""
    records = files[year].copy()
    seal = attack(records)
    assert set(codes_of(write(tmp_path / "chain.jsonl", records), seal)) == {code}


def test_every_rule_has_its_attack() -> None:
    written = set(re.findall(r'f"([A-Z]+(?:_[A-Z]+)+) ', SOURCE.read_text("utf-8")))
    assert written - {"LINE_UNREADABLE", "SEAL_UNREADABLE"} == {*ATTACKS, *SIGNED_ATTACKS}


def test_every_code_is_explained() -> None:
    pages = Path(__file__).parents[1] / "docs"
    text = (pages / "chain-format.md").read_text("utf-8")
    explained = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", text))
    assert explained == {*ATTACKS, *SIGNED_ATTACKS, "LINE_UNREADABLE", "SEAL_UNREADABLE"}
