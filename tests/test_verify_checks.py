"""Each check of `verify` stands alone: for each there is an attack that only it can find.

The attacker goes round the program, knows the source, and mends what else would tell: digests
and links are made to fit again, the turnover is added up anew. What remains is found by one
check; without that check the attack would go unfound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from ledger.events.booked.period_end import balances_to_transfer
from ledger.formats.journals.beancount import write
from ledger.store.engine import reading
from ledger.workflow.close import close_month as close_module
from ledger.workflow.close import verify as verify_module
from ledger.workflow.close.export import export_all
from ledger.workflow.close.verify import CHECKS, verify
from tests.office import EMPLOYEE, FIRST, SECOND, Office, leaf, register_account
from tests.tamper import alter, behind, finders, id_of, one, rebuild_turnover, rechain, reseal
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ledger.voucher.shown import YearLedger


@kept
def books(office: Office) -> Office:
    """Give books with every kind of row, all of them still open."""
    office.fund("1000000.00")
    office.on("2026-03-31")
    office.post(
        office.pay(FIRST, "1000.00", key="拨付-1"),
        office.pay(SECOND, "2000.00", key="拨付-2"),
        office.pay(FIRST, "300.00", key="拨付-3", day="2026-03-12"),
        office.pay(FIRST, "500.00", key="拨付-4", day="2026-03-31"),
        office.give_back(FIRST, "400.00", key="返还-1", day="2026-03-20"),
        office.row(
            "settlement-offset",
            key="冲抵-1",
            date="2026-03-25",
            hospital=SECOND,
            year="2026",
            amount="100.00",
            settlement="800.00",
            benefit="inpatient",
            reason="other: 约定",
        ),
    )
    office.correct("拨付-3", day=office.clock.now().date())
    office.post()
    register_account(office, FIRST, "7001", since="2026-01-01", until="2026-06-30")
    return office


@pytest.fixture
def closed(books: Office) -> Office:
    """Give the same books with January to March closed."""
    books.on("2026-04-02")
    books.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)
    return books


def only(office: Office, check: str, code: str) -> None:
    """Say that one check, and no other, finds something, and what."""
    assert finders(office) == {check: code}


def a_leg_is_lost(office: Office) -> None:
    alter(office, f"DELETE FROM leg WHERE voucher = '{id_of(office, '冲抵-1')}' AND line = 2")
    rebuild_turnover(office)
    rechain(office)


def a_correction_says_blue(office: Office) -> None:
    alter(office, "UPDATE correction SET form = 'blue'")
    rechain(office)


def a_paper_hangs_from_nothing(office: Office) -> None:
    with behind(office) as conn:
        conn.execute(
            sa.text(
                "INSERT INTO evidence SELECT book, 'nobody', line, type, number, date, title,"
                " amount_fen, sheets, kept_with, file FROM evidence"
                f" WHERE event = '{id_of(office, '返还-1')}'"
            )
        )


def a_time_is_changed(office: Office) -> None:
    """By minutes only, so that neither its day nor the order of the chain gives it away."""
    alter(office, "UPDATE event SET posted_at = '2026-03-31T09:05:00+08:00' WHERE key = '返还-1'")


def a_time_is_moved_past_what_follows(office: Office) -> None:
    alter(office, "UPDATE event SET posted_at = '2026-03-31T21:00:00+08:00' WHERE key = '返还-1'")
    rechain(office)


def a_paper_is_dated_after_the_posting(office: Office) -> None:
    paper = f"event = '{id_of(office, '返还-1')}'"
    alter(office, f"UPDATE evidence SET date = '2026-04-30' WHERE {paper}")
    rechain(office)


def a_red_voucher_takes_back_less(office: Office) -> None:
    alter(
        office,
        f"UPDATE leg SET amount_fen = -29999 WHERE voucher = '{id_of(office, '拨付-3-注销')}'",
    )
    rebuild_turnover(office)
    rechain(office)


def the_counter_is_moved(office: Office) -> None:
    alter(office, "UPDATE period SET last_number = last_number + 1 WHERE period = '2026-03'")


def turnover_slips_into_another_month(office: Office) -> None:
    """The year's sums stay as they are, so the second engine sees nothing."""
    code = leaf(FIRST)
    with behind(office) as conn:
        conn.execute(
            sa.text(f"UPDATE turnover SET debit_fen = debit_fen - 1 WHERE account = '{code}'")
        )
        conn.execute(
            sa.text(
                "INSERT INTO turnover (book, account, period, debit_fen, credit_fen)"
                f" VALUES ('{EMPLOYEE}', '{code}', '2026-04', 1, 0)"
            )
        )


def a_hospital_gives_back_more_than_it_has(office: Office) -> None:
    alter(
        office,
        f"UPDATE leg SET amount_fen = 999900 WHERE voucher = '{id_of(office, '返还-1')}'",
    )
    rebuild_turnover(office)
    rechain(office)


def a_leaf_is_given_to_another_hospital(office: Office) -> None:
    alter(office, f"UPDATE account SET hospital = '{SECOND}' WHERE code = '{leaf(FIRST)}'")


def an_approver_loses_the_role_in_the_past(office: Office) -> None:
    alter(office, "UPDATE operator_roles SET roles = 'viewer' WHERE name = '审核丙'")


def a_poster_was_the_cashier(office: Office) -> None:
    alter(
        office,
        "UPDATE operator_roles SET roles = 'cashier,chief' WHERE name = '主管丁'",
    )


def a_signature_of_one_who_is_no_cashier(office: Office) -> None:
    with behind(office) as conn:
        conn.execute(
            sa.text(
                "INSERT INTO signature (book, event, role, name, signed_at) VALUES"
                f" ('{EMPLOYEE}', '{id_of(office, '返还-1')}', 'cashier', '制单乙',"
                " '2026-03-31T09:00:00+08:00')"
            )
        )


def a_receipt_is_taken_out(office: Office) -> None:
    id_ = id_of(office, "返还-1")
    alter(
        office,
        f"DELETE FROM evidence WHERE event = '{id_}'",
        f"UPDATE voucher SET sheets = 0 WHERE id = '{id_}'",
    )
    rechain(office)


def the_sheets_are_counted_wrong(office: Office) -> None:
    alter(office, f"UPDATE voucher SET sheets = 9 WHERE id = '{id_of(office, '返还-1')}'")
    rechain(office)


def a_reading_is_chosen_by_nobody(office: Office) -> None:
    with behind(office) as conn:
        conn.execute(
            sa.text(
                "INSERT INTO policy_value (book, name, version, value, clause, layer, since,"
                f" reason, recorded_by, recorded_at) VALUES ('{EMPLOYEE}', 'late_scope', 1,"
                " '\"all\"', '本单位选定（2026-01-05 主管丁）', 'choice', '2026-01-05',"
                " '局务会定', '主管丁', '2026-01-05T09:00:00+08:00')"
            )
        )


def facts_are_made_older(office: Office) -> None:
    """As if all of 2026 had been posted before the rules of today."""
    alter(
        office,
        "UPDATE upgrade SET chain_year = 2026, position = 5, head = (SELECT link FROM event"
        f" WHERE book = '{EMPLOYEE}' AND chain_year = 2026 AND position = 5)"
        f" WHERE book = '{EMPLOYEE}'",
    )


def an_account_of_a_hospital_is_registered_by_nobody(office: Office) -> None:
    with behind(office) as conn:
        conn.execute(
            sa.text(
                "INSERT INTO hospital_account (code, version, number, kind, valid_from, until,"
                f" paper, recorded_by, recorded_at) VALUES ('{FIRST}', 2, '6222999', 'own',"
                " '2026-01-01', '', '财函〔2026〕9号:2026-01-01', '制单乙',"
                " '2026-03-01T09:00:00+08:00')"
            )
        )


def an_account_of_a_hospital_is_taken_out(office: Office) -> None:
    alter(office, "DELETE FROM hospital_account")


def an_account_of_a_hospital_ends_later(office: Office) -> None:
    alter(office, "UPDATE hospital_account SET until = '2027-06-30'")


def a_trigger_is_gone(office: Office) -> None:
    engine = sa.create_engine(office.desk.engine.url)
    name = "leg_no_update" if engine.dialect.name == "sqlite" else "leg_append_only ON leg"
    with engine.begin() as conn:
        conn.exec_driver_sql(f"DROP TRIGGER {name}")
    engine.dispose()


#: What is checked beside: with other tables, with Beancount, with what others confirmed.
REST = ("judged", "drafts", "engines", "world", "logins")
OPEN_ATTACKS: Mapping[Callable[[Office], None], tuple[str, str]] = {
    a_leg_is_lost: ("rows", "LEGS_LOST"),
    a_correction_says_blue: ("rows", "CORRECTION_LINK"),
    a_paper_hangs_from_nothing: ("rows", "ROWS_ORPHANED"),
    a_time_is_changed: ("chain", "FACT_DIGEST"),
    a_time_is_moved_past_what_follows: ("clock", "CLOCK_AHEAD"),
    a_paper_is_dated_after_the_posting: ("dates", "DATE_AHEAD"),
    a_red_voucher_takes_back_less: ("red", "RED_UNEQUAL"),
    the_counter_is_moved: ("numbers", "NUMBERS_BROKEN"),
    turnover_slips_into_another_month: ("turnover", "TURNOVER_UNEQUAL"),
    a_hospital_gives_back_more_than_it_has: ("balances", "LEAF_OVERDRAWN"),
    a_leaf_is_given_to_another_hospital: ("accounts", "ACCOUNT_UNKNOWN"),
    an_approver_loses_the_role_in_the_past: ("duties", "DUTIES"),
    a_poster_was_the_cashier: ("duties", "DUTIES"),
    a_signature_of_one_who_is_no_cashier: ("signatures", "SIGNED_WRONG"),
    a_receipt_is_taken_out: ("papers", "PAPER_MISSING"),
    the_sheets_are_counted_wrong: ("papers", "SHEETS_UNEQUAL"),
    a_reading_is_chosen_by_nobody: ("policy", "CHOICE_UNLOGGED"),
    facts_are_made_older: ("records", "UPGRADE_UNLOGGED"),
    an_account_of_a_hospital_is_registered_by_nobody: ("records", "ACCOUNT_UNLOGGED"),
    an_account_of_a_hospital_is_taken_out: ("records", "ACCOUNT_LOST"),
    an_account_of_a_hospital_ends_later: ("records", "ACCOUNT_LOST ACCOUNT_UNLOGGED"),
    a_trigger_is_gone: ("triggers", "TRIGGER_MISSING"),
}


@pytest.mark.parametrize("attack", OPEN_ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_on_an_open_month_is_found_by_its_check_alone(
    books: Office, attack: Callable[[Office], None]
) -> None:
    attack(books)
    only(books, *OPEN_ATTACKS[attack])


def a_seal_is_taken_out(office: Office) -> None:
    alter(office, f"DELETE FROM seal WHERE book = '{EMPLOYEE}' AND period = '2026-02'")
    reseal(office)


def a_seal_names_another_chief(office: Office) -> None:
    alter(
        office,
        f"UPDATE seal SET closed_by = '审核丙' WHERE book = '{EMPLOYEE}' AND period = '2026-03'",
    )


def a_sealed_month_is_rewritten_whole(office: Office) -> None:
    """Every digest of the chain fits again; what was sealed does not."""
    alter(
        office,
        f"UPDATE leg SET amount_fen = 99900 WHERE voucher = '{id_of(office, '拨付-1')}'",
        "UPDATE event SET amount_fen = 99900 WHERE key = '拨付-1'",
    )
    rebuild_turnover(office)
    rechain(office)


CLOSED_ATTACKS: Mapping[Callable[[Office], None], tuple[str, str]] = {
    a_seal_is_taken_out: ("periods", "SEAL_GAP SEAL_LOST"),
    a_seal_names_another_chief: ("seals", "SEAL_BROKEN"),
    a_sealed_month_is_rewritten_whole: ("seals", "SEAL_BALANCES SEAL_FIGURES SEAL_HEAD"),
}


@pytest.mark.parametrize("attack", CLOSED_ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_on_closed_months_is_found_by_its_check_alone(
    closed: Office, attack: Callable[[Office], None]
) -> None:
    attack(closed)
    only(closed, *CLOSED_ATTACKS[attack])


def test_openings_that_were_moved_between_hospitals_are_found(office: Office) -> None:
    """The sum of all openings stays nothing, so that both engines carry the same mistake."""
    office.fund("1000.00")
    office.on("2026-03-31")
    office.post(office.pay(FIRST, "100.00"), office.pay(SECOND, "100.00"))
    office.on("2027-01-05")
    office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)
    assert finders(office) == {}
    alter(
        office,
        f"UPDATE opening SET balance_fen = 9999 WHERE account = '{leaf(FIRST)}'",
        f"UPDATE opening SET balance_fen = 10001 WHERE account = '{leaf(SECOND)}'",
    )
    only(office, "openings", "OPENING_UNEQUAL")


def test_a_program_that_exports_one_fen_less_is_found_by_the_second_engine(
    books: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is right and every check of it agrees; only Beancount adds up something else."""

    def dishonest(ledger: YearLedger, folder: Path) -> tuple[Path, ...]:
        touched = write(ledger, folder)
        for path in folder.glob("*.beancount"):
            text = path.read_text("utf-8")
            path.write_text(text.replace(" 400.00 CNY", " 399.99 CNY"), "utf-8")
        return touched

    monkeypatch.setattr(verify_module, "write", dishonest)
    found = finders(books)
    assert list(found) == ["engines"]
    assert "ENGINES_DISAGREE" in found["engines"]


def test_a_program_that_transfers_to_the_wrong_balance_is_found(
    books: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody signs a 期末结转 before it is posted: it must follow from the balances."""

    def elsewhere(*given: Any) -> list[tuple[str, str, tuple[str, ...]]]:
        return [("3001.02", way, found) for _, way, found in balances_to_transfer(*given)]

    monkeypatch.setattr(close_module, "balances_to_transfer", elsewhere)
    books.on("2026-04-02")
    books.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)
    only(books, "transfers", "TRANSFER_DIFFERS")


def test_a_journal_on_disk_that_was_edited_is_found(closed: Office, tmp_path: Path) -> None:
    root = tmp_path / "journals"
    export_all(closed.desk, root)
    assert finders(closed, root=root) == {}
    month = root / "620100-employee" / "2026" / "03.beancount"
    text = month.read_text("utf-8")
    month.write_text(text.replace("400.00", "401.00"), "utf-8")
    assert finders(closed, root=root) == {"journals": "JOURNAL_CHANGED"}
    month.unlink()
    assert finders(closed, root=root) == {"journals": "JOURNAL_LOST"}


def test_every_check_has_an_attack_that_only_it_finds() -> None:
    """A check that nothing here trips would be a check that nobody has seen work."""
    proven = {check for check, _ in (*OPEN_ATTACKS.values(), *CLOSED_ATTACKS.values())}
    # Those of 对账 and of 签名 stand beside it: test_bank_verify.py, test_signed_facts.py.
    assert proven | {"openings", "bank", "signed", "transfers"} == set(CHECKS)


def test_sound_books_pass_every_check_and_each_check_is_reported(closed: Office) -> None:
    results = verify(closed.desk, book=EMPLOYEE)
    assert [result.id for result in results] == ["office", *CHECKS, *REST]
    assert [result.findings for result in results] == [()] * len(results)
    with reading(closed.desk.engine) as conn:
        assert conn.execute(sa.text("SELECT count(*) FROM leg")).scalar_one() >= 10
    assert one(closed, "SELECT count(*) FROM seal") == 3
