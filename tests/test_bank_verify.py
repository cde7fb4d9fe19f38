"""验证对账: whoever changes a statement, a match or a frozen sheet behind the program is found."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.workflow.bank.apart import approve_apart, chosen_lines, set_apart
from tests.bank_office import bring, freeze, match, share
from tests.office import EMPLOYEE, FIRST, Office
from tests.tamper import behind, finders, one
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable


@kept
def reconciled(office: Office) -> Office:
    """Give books whose March is reconciled on a shared account, with a line set apart."""
    share(office)
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(
        office,
        (
            ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款", "S1"),
            ("2026-03-09", "-70.00", "某药店", "", "待遇支付", "S2"),
            ("2026-03-10", "-300.00", "城关示范医院", "", "", "S3"),
        ),
    )
    match(office)
    office.desk.operator = "制单乙"
    set_apart(
        office.desk, EMPLOYEE, "1004", chosen_lines([2], ""), word="benefit", reason="总账已记"
    )
    office.desk.operator = "审核丙"
    approve_apart(office.desk, EMPLOYEE, ())
    freeze(office, "2026-03", other="-70.00", paper="other:总账3月:2026-03-31")
    return office


def run(office: Office, statement: str, **words: object) -> None:
    """Write behind the program's back."""
    with behind(office) as conn:
        conn.execute(sa.text(statement), words)


def a_balance_is_changed(office: Office) -> None:
    run(office, "UPDATE bank_line SET balance_fen = balance_fen + 1 WHERE number = 3")


def a_line_is_taken_out(office: Office) -> None:
    run(office, "DELETE FROM bank_line WHERE number = 3")


def a_matched_line_is_changed_with_its_balance(office: Office) -> None:
    run(
        office,
        "UPDATE bank_line SET amount_fen = amount_fen + 1, balance_fen = balance_fen - 1"
        " WHERE number = 3",
    )


def a_match_says_another_voucher_sum(office: Office) -> None:
    run(office, "UPDATE bank_match_voucher SET amount_fen = amount_fen + 1 WHERE amount_fen < 0")


def who_approved_is_who_proposed(office: Office) -> None:
    run(office, "UPDATE bank_verdict SET given_by = '出纳戊'")


def the_sheet_is_changed(office: Office) -> None:
    run(office, "UPDATE bank_reconciliation SET statement_fen = statement_fen + 1")


def the_words_of_the_sheet_are_changed(office: Office) -> None:
    run(office, "UPDATE bank_reconciliation SET content = replace(content, '70.00', '71.00')")


def the_sheet_is_written_anew_with_a_digest_that_fits(office: Office) -> None:
    content = json.loads(one(office, "SELECT content FROM bank_reconciliation"))
    content["bank"] = "另一家银行"
    text = json.dumps(content, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    run(office, "UPDATE bank_reconciliation SET content = :t, digest = :d", t=text, d=digest)


def the_sheet_is_approved_by_somebody_without_the_role(office: Office) -> None:
    run(office, "UPDATE bank_approval SET approved_by = '出纳戊'")


ATTACKS: dict[Callable[[Office], None], str] = {
    a_balance_is_changed: "BANK_RUN BANK_STATEMENT",
    a_line_is_taken_out: "BANK_MATCH BANK_STATEMENT",
    a_matched_line_is_changed_with_its_balance: "BANK_MATCH BANK_STATEMENT",
    a_match_says_another_voucher_sum: "BANK_MATCH",
    who_approved_is_who_proposed: "BANK_DUTIES BANK_MATCH",
    the_sheet_is_changed: "BANK_SHEET",
    the_words_of_the_sheet_are_changed: "BANK_SHEET",
    the_sheet_is_written_anew_with_a_digest_that_fits: "BANK_SHEET",
    the_sheet_is_approved_by_somebody_without_the_role: "BANK_DUTIES BANK_SHEET",
}


def test_sound_books_pass(reconciled: Office) -> None:
    assert finders(reconciled) == {}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_found_by_its_check_alone(
    reconciled: Office, attack: Callable[[Office], None]
) -> None:
    attack(reconciled)
    assert finders(reconciled) == {"bank": ATTACKS[attack]}
