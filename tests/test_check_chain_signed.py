"""Each rule about signatures has an attack that this rule alone finds, whoever's keys it takes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ledger.audit import check_chain
from ledger.masters.office import content_pairs
from ledger.voucher.signing.signed import set_digest
from tests.chain_files import Exported, Record, codes_of, exported, of_kind, read, write
from tests.office import Office
from tests.office_attacks import (
    OTHER,
    approved_by_its_preparer,
    key_as_if_the_first,
    last,
    newest,
    office_fact_by_nobody_who_leads,
    office_fact_by_one,
    office_fact_of_another_time,
    office_fact_of_other_roles,
    proposal_confirmed_again,
    recovered_with_another_code,
    reset_by,
    reset_by_one_who_was_reset,
    reset_by_the_poster,
    roles_by_an_admin,
    roles_for_another_book,
    roles_over,
    set_of,
    stand_in,
    stood_in_for_one_who_left,
    stood_in_too_late,
    switched_on_elsewhere,
)
from tests.signed_office import key_of
from tests.signed_records import (
    EVERYBODY,
    add_fact,
    by_another,
    put_key,
    say,
    sets_for,
    sign_anew,
    signed_links,
)
from tests.signed_years import signed_year

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def signed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Export a signed year of which March is open."""
    folder = tmp_path_factory.mktemp("signed")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    signed_year(office)
    found = exported(office, folder / "2026.jsonl", 2026)
    office.desk.engine.dispose()
    return found


def set_doubled(records: list[Record]) -> str:
    made = set_of(records, last(records))
    records.insert(records.index(made), {**made, "id": "00"})
    return newest(records)


def set_that_says_twice_when(records: list[Record]) -> str:
    made = set_of(records, last(records))
    made["pairs"].append(["at", "2026-03-01T09:00:00+08:00"])
    return sign_anew(records)


def set_of_another_book(records: list[Record]) -> str:
    say(set_of(records, last(records)), book="620100/resident")
    return sign_anew(records)


def set_by_another_algorithm(records: list[Record]) -> str:
    say(set_of(records, last(records)), algorithm="sm2")
    return sign_anew(records)


def set_on_another_office(records: list[Record]) -> str:
    say(set_of(records, last(records)), office=f"99:{OTHER}")
    put_key(set_of(records, last(records)))
    return sign_anew(records)


def set_by_a_key_of_nobody(records: list[Record]) -> str:
    """Somebody signs in another's name with a key that is not registered."""
    say(set_of(records, last(records)), key=key_of("外人").public())
    return sign_anew(records)


def signature_by_another(records: list[Record]) -> str:
    """审核丙 signs what names 制单乙 and 制单乙's key."""
    put_key(set_of(records, last(records)), "审核丙")
    return sign_anew(records, [who for who in EVERYBODY if who != "制单乙"])


def prepared_by_the_cashier(records: list[Record]) -> str:
    by_another(set_of(records, last(records)), "出纳戊")
    return sign_anew(records)


def fact_of_other_words(records: list[Record]) -> str:
    """The digest of the rest is another, and the chain fits it."""
    sign_anew(records)
    last(records)["fact"] = OTHER
    chain_from_facts(records)
    return newest(records)


def chain_from_facts(records: list[Record]) -> None:
    """Make the last link and its posting fit its two digests as they stand."""
    row = last(records)
    row["link"] = check_chain.tied(signed_links(records)[-2]["link"], row["journal"], row["fact"])
    say(set_of(records, row, "posted"), head=row["link"])
    put_key(set_of(records, row, "posted"))


def private_part_of_another(records: list[Record]) -> str:
    """Another paper, and neither the preparer nor the approver has signed it."""
    last(records)["private"] = OTHER
    return sign_anew(records, ("主管丁",))


def approved_in_another_set(records: list[Record]) -> str:
    """An approval of something else is put under a voucher."""
    last(records)["approved"] = signed_links(records)[-3]["approved"]
    return sign_anew(records, ("主管丁",))


def posted_in_another_year(records: list[Record]) -> str:
    sign_anew(records)
    made = set_of(records, last(records), "posted")
    say(made, year="2027")
    put_key(made)
    return newest(records)


def posted_with_other_numbers(records: list[Record]) -> str:
    made = set_of(records, last(records), "posted")
    say(made, numbers="2026-03 记-0002…2026-03 记-0004")
    put_key(made)
    return newest(records)


def posted_and_gone(records: list[Record]) -> str:
    """The tail of an open month is cut off, and its signature is left."""
    for row in signed_links(records)[-2:]:
        records.remove(row)
    return newest(records)


def approved_before_it_was_prepared(records: list[Record]) -> str:
    say(set_of(records, last(records), "approved"), office="6:-")
    return sign_anew(records)


def posted_before_what_stands_before(records: list[Record]) -> str:
    """A posting leans on the office as it was before the posting before it."""
    for step in ("prepared", "approved", "posted"):
        say(set_of(records, last(records), step), office="6:-")
    return sign_anew(records)


def booked_in_another_month(records: list[Record]) -> str:
    last(records)["booked"] = "2026-02-11"
    return sign_anew(records)


def transfer_of_another_amount(records: list[Record]) -> str:
    (row,) = [row for row in signed_links(records) if row["kind"] == "period-end"]
    for line in row["lines"]:
        line["fen"] += 100
    return sign_anew(records)


def transfer_into_the_bank(records: list[Record]) -> str:
    """The interest is closed into money, and not into 结余."""
    (row,) = [row for row in signed_links(records) if row["kind"] == "period-end"]
    row["lines"][-1] |= {"account": "1004", "name": "支出户存款"}
    return sign_anew(records)


def payment_by_the_program(records: list[Record]) -> str:
    """Nobody prepared and approved it, as if the program had."""
    row = last(records)
    before = signed_links(records)[-2]
    row["prepared"], row["approved"] = "", ""
    assert before["posted"] == row["posted"]
    return sign_anew(records)


def voucher_posted_again(records: list[Record]) -> str:
    """Two signatures of others are used a second time."""
    row = last(records)
    again = {**row, "label": "2026-03 记-0004"}
    records.insert(records.index(row) + 1, again)
    return sign_anew(records, ("主管丁",))


def seal_nobody_signed(records: list[Record]) -> str:
    records.remove(sets_for(records, "close")[-1])
    return newest(records)


def seal_by_another(records: list[Record]) -> str:
    of_kind(records, "seal")[-1]["closed_by"] = "审核丙"
    return sign_anew(records)


def seal_gone(records: list[Record]) -> str:
    records.remove(of_kind(records, "seal")[-1])
    return newest(records)


def voucher_nobody_signed(records: list[Record]) -> str:
    """Somebody with the database writes a voucher as it was written before there were keys."""
    row = last(records)
    added = {name: row[name] for name in check_chain.KINDS["link"]} | {"record": "link"}
    records.insert(records.index(row) + 1, added | {"label": "2026-03 记-0004", "fact": OTHER})
    return sign_anew(records, ())


Attack = "Callable[[list[Record]], str]"
#: Every code about signatures, and the attacks that nothing else finds.
SIGNED_ATTACKS: Mapping[str, tuple[Callable[[list[Record]], str], ...]] = {
    "SET_TWICE": (set_doubled,),
    "SET_UNCLEAR": (set_that_says_twice_when, set_of_another_book, set_by_another_algorithm),
    "OFFICE_HEAD": (set_on_another_office,),
    "KEY_DIFFERS": (set_by_a_key_of_nobody,),
    "SIGNATURE_BROKEN": (signature_by_another,),
    "ROLE_MISSING": (
        prepared_by_the_cashier,
        roles_for_another_book,
        roles_over,
        stood_in_too_late,
        stood_in_for_one_who_left,
    ),
    "OFFICE_BROKEN": (office_fact_of_another_time,),
    "OFFICE_UNSIGNED": (office_fact_of_other_roles,),
    "OFFICE_ALONE": (office_fact_by_one,),
    "OFFICE_ROLES": (office_fact_by_nobody_who_leads, roles_by_an_admin),
    "OFFICE_TWICE": (proposal_confirmed_again,),
    "KEY_LATE": (key_as_if_the_first,),
    "FACT_DIGEST": (fact_of_other_words,),
    "FACT_NOT_SIGNED": (private_part_of_another, approved_in_another_set),
    "POST_UNSIGNED": (posted_in_another_year,),
    "POSTED_SET": (posted_with_other_numbers, posted_and_gone),
    "SAME_PERSON": (approved_by_its_preparer,),
    "OFFICE_ORDER": (approved_before_it_was_prepared, posted_before_what_stands_before),
    "RESET_GIVER": (reset_by_the_poster, reset_by_one_who_was_reset),
    "RECOVERY_FORGED": (recovered_with_another_code,),
    "PERIOD_DIFFERS": (booked_in_another_month,),
    "PERIOD_END": (
        transfer_of_another_amount,
        transfer_into_the_bank,
        payment_by_the_program,
    ),
    "SIGNED_TWICE": (voucher_posted_again,),
    "SEAL_UNSIGNED": (seal_nobody_signed,),
    "SEAL_SIGNER": (seal_by_another,),
    "SEAL_LOST": (seal_gone,),
    "STOOD_HEAD": (switched_on_elsewhere,),
    "FACT_UNSIGNED": (voucher_nobody_signed,),
    "FINGERPRINT_UNKNOWN": (),
    "OFFICE_UNKNOWN": (),
}
CASES = [(code, attack) for code, attacks in SIGNED_ATTACKS.items() for attack in attacks]


@pytest.mark.parametrize(("code", "attack"), CASES, ids=[attack.__name__ for _, attack in CASES])
def test_an_attack_on_signatures_is_found_by_its_own_rule_alone(
    signed: Exported, tmp_path: Path, code: str, attack: Callable[[list[Record]], str]
) -> None:
    """So each rule is needed: without it this file would pass."""
    records = signed.copy()
    seal = attack(records)
    assert set(codes_of(write(tmp_path / "chain.jsonl", records), seal)) == {code}


def test_what_was_signed_is_sound_and_so_is_a_reset_by_others(
    signed: Exported, tmp_path: Path
) -> None:
    path = tmp_path / "chain.jsonl"
    assert codes_of(write(path, signed.copy()), signed.seal) == []
    records = signed.copy()
    assert sign_anew(records) == signed.seal
    assert records == signed.copy(), "signing anew changes nothing where nothing changed"
    seal = reset_by(records, "出纳戊")
    assert codes_of(write(path, records), seal) == []
    assert read(path) == records


def test_a_stand_in_and_a_recovered_key_are_sound(signed: Exported, tmp_path: Path) -> None:
    path = tmp_path / "chain.jsonl"
    records = signed.copy()
    seal = stand_in(records, "2026-03-01", "2026-03-31")
    assert codes_of(write(path, records), seal) == []
    records = signed.copy()
    code = [["public", key_of("外人").public()]]
    add_fact(records, "recovery-code", "", code, ("管理员甲", "主管丁"))
    said = [["version", "2"], ["public", key_of("伪").public()], ["how", "recovered"]]
    content = content_pairs("key", "制单乙", [(name, value) for name, value in said])
    signature = key_of("外人").sign(set_digest(content))
    seal = reset_by(records, "出纳戊", "recovered", ["recovery_signature", signature])
    assert codes_of(write(path, records), seal) == []
