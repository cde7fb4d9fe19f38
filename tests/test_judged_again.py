"""What record, post and close refuse, `verify` refuses too where another hand brought it about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.close.verify import verify
from tests import confirm_office
from tests.cases import receipt
from tests.confirm_office import answer, check
from tests.office import EMPLOYEE, FIRST, SECOND, Office
from tests.tamper import alter, finders, rechain
from tests.templates import kept
from tests.test_cases_opening_totals import owed

if TYPE_CHECKING:
    import pytest

    from ledger.basis.errors import Finding

asked = kept(confirm_office.unanswered, "asked")
PAYER = "城关示范医院后勤服务公司"


def judged(office: Office) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is found when facts are judged again, and what earlier rules let through."""
    [result] = [one for one in verify(office.desk, book=EMPLOYEE) if one.id == "judged"]
    return result.findings, result.older


def told_late(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell 600.00 that came on 20 December apart as of 28 December, past the rule against it."""
    office.fund()
    words = {"amount": "600.00", "counterparty": PAYER, "date": "2026-12-20", "to": "1004"}
    held = office.row("suspense", key="暂", papers=[receipt("回", day="2026-12-20")], **words)
    office.post(office.pay(FIRST, "600.00"), held)
    office.on("2026-12-29")
    out = {"amount": "600.00", "counterparty": PAYER, "hospital": FIRST, "year": "2026"}
    monkeypatch.setattr("ledger.events.booked.suspense_out.bank_day_findings", lambda *_: ())
    office.post(office.row("suspense-out", key="转", date="2026-12-28", **out))
    monkeypatch.undo()


def close_unheard(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close a year over hospitals that are silent, past the rule against it."""
    monkeypatch.setattr("ledger.workflow.close.close_year.unconfirmed_findings", lambda *_: ())
    office.close_year_of(EMPLOYEE, 2026, reason="医院都很忙")
    monkeypatch.undo()


def test_a_sheet_whose_total_was_changed_does_not_add_up(office: Office) -> None:
    office.post(owed(office, FIRST, "100.00", "130.00"), owed(office, SECOND, "30.00", "130.00"))
    assert finders(office) == {}
    alter(office, "UPDATE evidence SET amount_fen = 14000 WHERE type = 'migration-sheet'")
    rechain(office)

    assert finders(office) == {"judged": "OPENING_TOTAL"}
    assert "总账 1101 暂付款余额 140.00，2 笔明细合计 130.00" in judged(office)[0][0].message


def test_a_return_told_apart_on_another_day_than_the_banks_is_found(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_late(office, monkeypatch)

    assert finders(office) == {"judged": "BANK_DAY"}
    ([finding], _) = judged(office)
    assert "“暂” 2026-12-20 到账 600.00，本笔写的是 2026-12-28" in finding.message


def test_what_was_posted_before_the_rule_is_told_only(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_late(office, monkeypatch)
    monkeypatch.setattr("ledger.audit.judged_checks.FIRST_JUDGED", "9999")

    (findings, [older]) = judged(office)
    assert findings == ()
    assert older.code == "BANK_DAY"


def test_a_receipt_of_later_makes_no_earlier_telling_wrong(office: Office) -> None:
    """What is meant is looked for among the receipts that were held when it was told."""
    office.fund()
    office.post(office.pay(FIRST, "600.00"))
    out = {"amount": "300.00", "counterparty": PAYER, "hospital": FIRST, "year": "2026"}
    for key, day in (("一", "2026-12-27"), ("二", "2026-12-20")):
        words = {"amount": "300.00", "counterparty": PAYER, "date": day, "to": "1004"}
        office.post(office.row("suspense", key=key, papers=[receipt(key, day=day)], **words))
        office.post(office.row("suspense-out", date=day, **out))
    assert finders(office) == {}


def test_a_year_closed_over_silent_hospitals_is_found_until_they_answer(
    asked: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    close_unheard(asked, monkeypatch)

    assert finders(asked) == {"judged": "UNANSWERED"}
    assert "2 家医院没有回函" in judged(asked)[0][0].message
    answer(asked, {"hospital": FIRST, "answer": "相符"})
    assert "1 家医院没有回函" in judged(asked)[0][0].message
    answer(asked, {"hospital": SECOND, "answer": "相符", "number": "回-9"})
    assert finders(asked) == {}


def test_a_check_that_was_made_to_name_other_balances_stands_for_no_answer(
    asked: Office,
) -> None:
    check(asked)
    asked.close_year_of(EMPLOYEE, 2026, reason="")
    alter(
        asked,
        "UPDATE event SET content = replace(content, '150000.00', '149999.00')"
        " WHERE kind = 'alternative-check'",
    )
    rechain(asked)
    assert finders(asked) == {"judged": "UNANSWERED"}


def test_what_is_found_out_after_the_close_is_not_held_against_it(
    asked: Office,
) -> None:
    check(asked)
    asked.close_year_of(EMPLOYEE, 2026, reason="")
    asked.post(asked.give_back(FIRST, "100000.00", day="2026-12-25"))
    assert finders(asked) == {}


def test_a_year_closed_before_the_rule_is_told_only(
    asked: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    close_unheard(asked, monkeypatch)
    monkeypatch.setattr("ledger.workflow.close.verify_judged.FIRST_JUDGED", "9999")

    (findings, [older]) = judged(asked)
    assert findings == ()
    assert older.message.endswith("已在 2027-02-20 年结")
